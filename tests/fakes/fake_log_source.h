// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/log_source.h"

#include <QHash>
#include <QPointer>

namespace mediahelm::fakes {

// A log feed whose test writes the log. Owned by who opened it; main thread.
class FakeLogFeed final : public control::LogFeed
{
    Q_OBJECT

public:
    FakeLogFeed(const model::ContainerKey &key, const model::LogOptions &options);

    void setPaused(bool paused) override;

    // Ignored while paused, as a feed that reads nothing.
    void write(const QList<model::LogLine> &batch);
    void fail(const base::Error &error);
    void close();

    const model::ContainerKey &key() const { return m_key; }
    const model::LogOptions &options() const { return m_options; }
    bool paused() const { return m_paused; }

private:
    model::ContainerKey m_key;
    model::LogOptions m_options;
    bool m_paused = false;
};

// Opens feeds that first tell the lines that were set for the container. Owned by the test; main thread.
class FakeLogSource final : public control::LogSource
{
public:
    std::unique_ptr<control::LogFeed> open(const model::ContainerKey &key, const model::LogOptions &options) override;

    void setLines(const model::ContainerKey &key, const QList<model::LogLine> &lines);
    void failOpens(const std::optional<base::Error> &error);
    QList<FakeLogFeed *> feeds() const; // those that live, oldest first
    FakeLogFeed *feed(const model::ContainerKey &key) const; // the newest of the container; null without one

    static model::LogLine line(const QString &text, const QDateTime &at = {},
                               model::LogLine::Stream stream = model::LogLine::Stream::out);

private:
    QHash<model::ContainerKey, QList<model::LogLine>> m_lines;
    QList<QPointer<FakeLogFeed>> m_feeds;
    std::optional<base::Error> m_openError;
};

} // namespace mediahelm::fakes
