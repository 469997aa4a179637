// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_engine.h"
#include "tests/fakes/fake_routes.h"

#include <QtEndian>

#include <limits>

namespace mediahelm::fakes {

namespace {

constexpr qint64 slowReaderBytes = 8 * 1024 * 1024;

// "1795365648" or "1795365648.047889958", as ?since= and ?until= give it.
qint64 nanoArgument(const FakeRequest &request, const char *name, qint64 otherwise)
{
    const QString text = request.argument(name);
    if (text.isEmpty())
        return otherwise;
    const QString fraction = text.section(QLatin1Char('.'), 1, 1).leftJustified(9, QLatin1Char('0'), true);
    return text.section(QLatin1Char('.'), 0, 0).toLongLong() * 1'000'000'000 + fraction.toLongLong();
}

// daemon/events/filter.go of moby: an action's words after a colon do not count.
bool wanted(const FakeEvent &event, const FakeRequest &request)
{
    const auto among = [](const QStringList &values, const QString &value) {
        return values.isEmpty() || values.contains(value);
    };
    const QStringList containers = request.filter("container");
    const bool rightContainer =
        containers.isEmpty() || std::any_of(containers.begin(), containers.end(), [&](const QString &given) {
            return event.id.startsWith(given) || event.attributes.value(QStringLiteral("name")) == given;
        });
    return rightContainer && among(request.filter("type"), event.type)
        && (among(request.filter("event"), event.action)
            || request.filter("event").contains(event.action.section(QLatin1Char(':'), 0, 0)));
}

QByteArray frame(const FakeLogLine &line, bool tty, bool timestamps)
{
    const QByteArray text =
        (timestamps ? isoNano(line.atNano).toLatin1() + ' ' : QByteArray()) + line.text + (tty ? "\r\n" : "\n");
    if (tty)
        return text;
    QByteArray header(8, '\0');
    header[0] = line.err ? 2 : 1;
    qToBigEndian(static_cast<quint32>(text.size()), header.data() + 4);
    return header + text;
}

struct LogWish {
    bool out = false;
    bool err = false;
    bool timestamps = false;
    bool tty = false;
    qint64 since = 0;
    qint64 until = std::numeric_limits<qint64>::max();

    bool wants(const FakeLogLine &line) const
    {
        return (line.err ? err : out) && line.atNano >= since && line.atNano <= until;
    }
};

QByteArray logText(const FakeContainer &container, const LogWish &wish, int tail)
{
    QList<const FakeLogLine *> lines;
    for (const FakeLogLine &line : container.log) {
        if (wish.wants(line))
            lines += &line;
    }
    QByteArray text;
    const qsizetype first = tail < 0 ? 0 : qMax<qsizetype>(0, lines.size() - tail);
    for (qsizetype i = first; i < lines.size(); ++i)
        text += frame(*lines[i], wish.tty, wish.timestamps);
    return text;
}

} // namespace

void beginEvents(FakeEngine &engine, FakeConnection &connection, const FakeRequest &request)
{
    connection.beginStream(FakeConnection::Stream::events, {}, "application/json");
    if (connection.stream() != FakeConnection::Stream::events)
        return;
    if (!request.argument("since").isEmpty()) {
        const qint64 since = nanoArgument(request, "since", 0);
        for (const FakeEvent &event : engine.machine().recentEvents()) {
            if (event.timeNano >= since && wanted(event, request))
                connection.writeStream(event.json());
        }
    }
    if (!request.argument("until").isEmpty()) {
        connection.endStream();
        return;
    }
    QObject::connect(&engine.machine(), &FakeMachine::happened, connection.streamScope(),
                     [&engine, &connection, request](const FakeEvent &event) {
                         if (!wanted(event, request))
                             return;
                         if (connection.bytesToWrite() < slowReaderBytes)
                             connection.writeStream(event.json());
                         else
                             engine.noteDroppedEvent();
                     });
}

void beginLogs(FakeEngine &engine, FakeConnection &connection, const FakeRequest &request, FakeContainer &container)
{
    LogWish wish;
    wish.out = request.flag("stdout");
    wish.err = request.flag("stderr");
    wish.timestamps = request.flag("timestamps");
    wish.tty = container.tty;
    wish.since = nanoArgument(request, "since", 0);
    wish.until = nanoArgument(request, "until", wish.until);
    if (wish.until == 0)
        wish.until = std::numeric_limits<qint64>::max();
    if (!wish.out && !wish.err) {
        connection.fail(400, QStringLiteral("Bad parameters: you must choose at least one stream"));
        return;
    }
    bool numeric = false;
    const int tail = request.argument("tail").toInt(&numeric);
    connection.beginStream(FakeConnection::Stream::logs, container.id,
                           request.version.section(QLatin1Char('.'), 1, 1).toInt() < 42 ? QByteArray()
                               : container.tty ? QByteArray("application/vnd.docker.raw-stream")
                                               : QByteArray("application/vnd.docker.multiplexed-stream"));
    if (connection.stream() != FakeConnection::Stream::logs)
        return;
    connection.writeStream(logText(container, wish, numeric ? tail : -1));
    if (!request.flag("follow") || !container.hasProcess()) {
        connection.endStream();
        return;
    }
    QObject::connect(&engine.machine(), &FakeMachine::logged, connection.streamScope(),
                     [&connection, wish](const QString &id, const FakeLogLine &line) {
                         if (id == connection.subject() && wish.wants(line)
                             && connection.bytesToWrite() < slowReaderBytes)
                             connection.writeStream(frame(line, wish.tty, wish.timestamps));
                     });
    const auto end = [&connection](const QString &id) {
        if (id == connection.subject())
            connection.endStream();
    };
    QObject::connect(&engine.machine(), &FakeMachine::stopped, connection.streamScope(), end);
    QObject::connect(&engine.machine(), &FakeMachine::removed, connection.streamScope(), end);
}

void beginStatistics(FakeEngine &engine, FakeConnection &connection, const FakeRequest &request,
                     FakeContainer &container)
{
    const auto document = [&engine](const QString &id, const FakeStatsMoment &moment) {
        const FakeContainer *found = engine.machine().find(id);
        return found ? QJsonDocument(statistics(*found, moment)).toJson(QJsonDocument::Compact) + '\n' : QByteArray();
    };
    const QString id = container.id;
    const QString stream = request.argument("stream");
    if (!stream.isEmpty() && !request.flag("stream")) {
        const qint64 now = engine.machine().nowNano();
        const qint64 before =
            request.flag("one-shot") ? 0 : now - std::chrono::nanoseconds(engine.options().statsInterval).count();
        connection.reply(200, document(id, {now, before, engine.options().cgroupV2}));
        return;
    }
    connection.beginStream(FakeConnection::Stream::stats, id, "application/json");
    if (connection.stream() != FakeConnection::Stream::stats)
        return;
    QObject::connect(&engine, &FakeEngine::statisticsDue, connection.streamScope(),
                     [&connection, document, id](const FakeStatsMoment &moment) {
                         if (connection.bytesToWrite() < slowReaderBytes)
                             connection.writeStream(document(id, moment));
                     });
    QObject::connect(&engine.machine(), &FakeMachine::removed, connection.streamScope(),
                     [&connection](const QString &gone) {
                         if (gone == connection.subject())
                             connection.endStream();
                     });
}

} // namespace mediahelm::fakes
