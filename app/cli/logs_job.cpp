// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/logs_job.h"

#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"
#include "core/control/service_json.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace mediahelm::app {

namespace {

base::Error invalid(const QString &message)
{
    return {base::ErrorKind::invalid, message, {}};
}

// Seconds of "1d12h"; -1 when it is no such text.
qint64 seconds(const QString &text)
{
    qint64 total = 0;
    qint64 number = -1;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            number = qMax<qint64>(number, 0) * 10 + (c.unicode() - u'0');
            if (number > 1'000'000'000)
                return -1;
            continue;
        }
        const qint64 unit = c == u's' ? 1 : c == u'm' ? 60 : c == u'h' ? 3600 : c == u'd' ? 86400 : 0;
        if (unit == 0 || number < 0)
            return -1;
        total += number * unit;
        number = -1;
    }
    return text.isEmpty() ? -1 : total + qMax<qint64>(number, 0);
}

} // namespace

base::Result<QDateTime> parseSince(const QString &text, const QDateTime &now)
{
    if (const qint64 ago = seconds(text); ago >= 0)
        return now.addSecs(-ago);
    const QDateTime at = QDateTime::fromString(text, Qt::ISODate);
    if (at.isValid())
        return at.toUTC();
    return invalid(QStringLiteral("\"%1\" is no time: use 10m, 2h, 3d, 2026-01-31 or 2026-01-31T18:00:00Z").arg(text));
}

base::Result<int> parseTail(const QString &text)
{
    if (text == u"all")
        return -1;
    bool isNumber = false;
    const int lines = text.toInt(&isNumber);
    if (!isNumber || lines < 0)
        return invalid(QStringLiteral("\"%1\" is no number of lines: use 100, or all").arg(text));
    return lines;
}

LogsJob::LogsJob(control::Control control, Terminal &terminal, const QStringList &names,
                 const model::LogOptions &options, bool json)
    : ServiceJob(control, terminal, names)
    , m_options(options)
    , m_json(json)
{
}

LogsJob::~LogsJob() = default;

void LogsJob::found(const QList<FoundContainer> &containers)
{
    if (containers.size() > 1) {
        QString words = QStringLiteral("%1 has several containers; name one:").arg(containers.first().label());
        for (const FoundContainer &each : containers)
            words += QStringLiteral("\n  ") + each.container.name.text();
        m_terminal.complain(words);
        Q_EMIT finished(ExitCode::usage);
        return;
    }
    m_label = containers.first().label();
    model::LogOptions asked = m_options;
    asked.timestamps = asked.timestamps || m_json;
    m_feed = m_control.logs.open(containers.first().key(), asked);
    connect(m_feed.get(), &control::LogFeed::lines, this, &LogsJob::print);
    connect(m_feed.get(), &control::LogFeed::closed, this, [this] { Q_EMIT finished(ExitCode::ok); });
    connect(m_feed.get(), &control::LogFeed::failed, this, [this](const base::Error &error) {
        m_terminal.complain(QStringLiteral("the log of %1 ended: %2").arg(m_label, inertWords(error.message)));
        Q_EMIT finished(exitCodeFor(error.kind));
    });
}

QByteArray LogsJob::lineBytes(const model::LogLine &line) const
{
    if (m_json) {
        const bool err = line.stream == model::LogLine::Stream::err;
        return inertJson(QJsonDocument(QJsonObject{
                             {QStringLiteral("time"), control::timeJson(line.at)},
                             {QStringLiteral("stream"), err ? QStringLiteral("stderr") : QStringLiteral("stdout")},
                             {QStringLiteral("text"), QString::fromUtf8(line.text)},
                             {QStringLiteral("cut"), line.cut},
                         }),
                         true);
    }
    const QByteArray text = m_terminal.isTerminal() ? inertBytes(line.text) : line.text;
    if (m_options.timestamps && line.at.isValid())
        return line.at.toUTC().toString(Qt::ISODateWithMs).toLatin1() + ' ' + text;
    return text;
}

void LogsJob::print(const QList<model::LogLine> &batch)
{
    QByteArray bytes;
    for (const model::LogLine &line : batch)
        bytes += lineBytes(line) + '\n';
    const bool read = m_terminal.print(bytes);
    if (!m_toldOfCut && std::ranges::any_of(batch, &model::LogLine::cut)) {
        m_toldOfCut = true;
        m_terminal.complain(QStringLiteral("a line was too long; the rest of it is left out"));
    }
    if (read)
        return;
    m_feed->disconnect(this);
    Q_EMIT finished(m_terminal.exitCode());
}

} // namespace mediahelm::app
