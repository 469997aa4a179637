// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_log_source.h"

namespace mediahelm::fakes {

using model::LogLine;

FakeLogFeed::FakeLogFeed(const model::ContainerKey &key, const model::LogOptions &options)
    : m_key(key)
    , m_options(options)
{
}

void FakeLogFeed::setPaused(bool paused)
{
    m_paused = paused;
}

void FakeLogFeed::write(const QList<LogLine> &batch)
{
    if (!m_paused && !batch.isEmpty())
        Q_EMIT lines(batch);
}

void FakeLogFeed::fail(const base::Error &error)
{
    Q_EMIT failed(error);
}

void FakeLogFeed::close()
{
    Q_EMIT closed();
}

std::unique_ptr<control::LogFeed> FakeLogSource::open(const model::ContainerKey &key, const model::LogOptions &options)
{
    auto feed = std::make_unique<FakeLogFeed>(key, options);
    FakeLogFeed *opened = feed.get();
    m_feeds.removeIf([](const QPointer<FakeLogFeed> &old) { return old.isNull(); });
    m_feeds.append(opened);
    QList<LogLine> first = m_lines.value(key);
    if (options.tail >= 0 && first.size() > options.tail)
        first = first.last(options.tail);
    QMetaObject::invokeMethod(
        opened,
        [opened, first, error = m_openError, follow = options.follow] {
            if (error) {
                opened->fail(*error);
                return;
            }
            opened->write(first);
            if (!follow)
                opened->close();
        },
        Qt::QueuedConnection);
    return feed;
}

void FakeLogSource::setLines(const model::ContainerKey &key, const QList<LogLine> &lines)
{
    m_lines.insert(key, lines);
}

void FakeLogSource::failOpens(const std::optional<base::Error> &error)
{
    m_openError = error;
}

QList<FakeLogFeed *> FakeLogSource::feeds() const
{
    QList<FakeLogFeed *> living;
    for (const QPointer<FakeLogFeed> &feed : m_feeds) {
        if (feed)
            living.append(feed.data());
    }
    return living;
}

FakeLogFeed *FakeLogSource::feed(const model::ContainerKey &key) const
{
    FakeLogFeed *newest = nullptr;
    for (const QPointer<FakeLogFeed> &feed : m_feeds) {
        if (feed && feed->key() == key)
            newest = feed.data();
    }
    return newest;
}

LogLine FakeLogSource::line(const QString &text, const QDateTime &at, LogLine::Stream stream)
{
    LogLine line;
    line.text = text.toUtf8();
    line.at = at;
    line.stream = stream;
    return line;
}

} // namespace mediahelm::fakes
