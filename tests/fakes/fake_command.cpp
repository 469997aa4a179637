// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_command.h"

#include "tests/fakes/fake_engine.h"

#include <QLocalSocket>

#include <functional>

namespace mediahelm::fakes {

namespace {

using Words = QStringList;
using Deed = std::function<QByteArray(FakeEngine &, const Words &)>;

struct Command {
    const char *name;
    const char *arguments;
    int needed; // of the arguments
    Deed deed;
};

// Wraps what needs no answer but "ok".
Deed plain(std::function<void(FakeEngine &, const Words &)> deed)
{
    return [deed = std::move(deed)](FakeEngine &engine, const Words &words) {
        deed(engine, words);
        return QByteArray("ok");
    };
}

Deed toContainer(std::function<void(FakeMachine &, FakeContainer &, const Words &)> deed)
{
    return [deed = std::move(deed)](FakeEngine &engine, const Words &words) -> QByteArray {
        FakeContainer *container = engine.machine().find(words[0]);
        if (!container)
            return "error: no such container";
        deed(engine.machine(), *container, words);
        return "ok";
    };
}

// Text of any kind, as hexadecimal digits of its UTF-8.
QString textFromHex(const QString &digits)
{
    return QString::fromUtf8(QByteArray::fromHex(digits.toLatin1()));
}

QByteArray count(FakeEngine &engine, const Words &words)
{
    using Stream = FakeConnection::Stream;
    const QString &what = words[0];
    if (what == u"connections")
        return QByteArray::number(engine.connectionsOpen());
    if (what == u"accepted")
        return QByteArray::number(engine.connectionsAccepted());
    if (what == u"pending")
        return QByteArray::number(engine.repliesPending());
    if (what == u"emitted")
        return QByteArray::number(engine.machine().eventsEmitted());
    if (what == u"dropped")
        return QByteArray::number(engine.eventsDropped());
    if (what == u"requests")
        return QByteArray::number(words.size() > 2 ? engine.requestCount(words[1], words[2])
                                                   : static_cast<int>(engine.requests().size()));
    if (what == u"stats")
        return QByteArray::number(engine.streamsOpen(Stream::stats));
    if (what == u"events")
        return QByteArray::number(engine.streamsOpen(Stream::events));
    if (what == u"logs")
        return QByteArray::number(engine.streamsOpen(Stream::logs));
    return "error: count what?";
}

std::vector<Command> faultCommands()
{
    return {
        {"hang", "PATH [TIMES]", 1,
         plain([](FakeEngine &e, const Words &w) { e.faults().hang(w[0], w.value(1, QStringLiteral("-1")).toInt()); })},
        {"fail", "PATH STATUS MESSAGE...", 3, plain([](FakeEngine &e, const Words &w) {
             e.faults().fail(w[0], w[1].toInt(), w.mid(2).join(QLatin1Char(' ')));
         })},
        {"fail-hex", "PATH STATUS HEX", 3,
         plain([](FakeEngine &e, const Words &w) { e.faults().fail(w[0], w[1].toInt(), textFromHex(w[2])); })},
        {"delay", "PATH MS", 2,
         plain([](FakeEngine &e, const Words &w) { e.faults().delay(w[0], std::chrono::milliseconds(w[1].toInt())); })},
        {"cut", "PATH BYTES", 2, plain([](FakeEngine &e, const Words &w) { e.faults().cut(w[0], w[1].toInt()); })},
        {"chop", "PATH BYTES", 2, plain([](FakeEngine &e, const Words &w) { e.faults().chop(w[0], w[1].toInt()); })},
        {"bad-json", "PATH", 1, plain([](FakeEngine &e, const Words &w) { e.faults().badJson(w[0]); })},
        {"reset", "PATH", 1, plain([](FakeEngine &e, const Words &w) { e.faults().reset(w[0]); })},
        {"mend", "", 0, plain([](FakeEngine &e, const Words &) { e.faults().clear(); })},
        {"freeze", "", 0, plain([](FakeEngine &e, const Words &) { e.setFrozen(true); })},
        {"thaw", "", 0, plain([](FakeEngine &e, const Words &) { e.setFrozen(false); })},
        {"refuse", "", 0, plain([](FakeEngine &e, const Words &) { e.stopListening(); })},
        {"vanish", "", 0, plain([](FakeEngine &e, const Words &) { e.stopListening(true); })},
        {"listen", "", 0,
         [](FakeEngine &e, const Words &) { return QByteArray(e.listen() ? "ok" : "error: cannot listen"); }},
        {"drop-streams", "", 0, plain([](FakeEngine &e, const Words &) { e.dropStreams(); })},
        {"drop-connections", "", 0, plain([](FakeEngine &e, const Words &) { e.dropConnections(); })},
        {"pieces", "BYTES", 1, plain([](FakeEngine &e, const Words &w) { e.setPieceSize(w[0].toInt()); })},
        {"version-hex", "HEX", 1,
         plain([](FakeEngine &e, const Words &w) { e.options().version = textFromHex(w[0]); })},
        {"api", "VERSION [OLDEST]", 1, plain([](FakeEngine &e, const Words &w) {
             e.options().apiVersion = w[0];
             e.options().minApiVersion = w.value(1, e.options().minApiVersion);
         })},
    };
}

std::vector<Command> lifeCommands()
{
    return {
        {"storm", "EVENTS_PER_SECOND", 1, plain([](FakeEngine &e, const Words &w) {
             if (w[0].toInt() > 0)
                 e.startEventStorm(w[0].toInt());
             else
                 e.stopEventStorm();
         })},
        {"flap", "TIMES", 1, plain([](FakeEngine &e, const Words &w) { e.flap(w[0].toInt()); })},
        {"populate", "COUNT", 1, plain([](FakeEngine &e, const Words &w) { e.machine().populate(w[0].toInt()); })},
        {"start", "CONTAINER", 1,
         toContainer([](FakeMachine &m, FakeContainer &c, const Words &) { (void)m.start(c); })},
        {"stop", "CONTAINER", 1, toContainer([](FakeMachine &m, FakeContainer &c, const Words &) { (void)m.stop(c); })},
        {"pause", "CONTAINER", 1,
         toContainer([](FakeMachine &m, FakeContainer &c, const Words &) { (void)m.pause(c); })},
        {"unpause", "CONTAINER", 1,
         toContainer([](FakeMachine &m, FakeContainer &c, const Words &) { (void)m.unpause(c); })},
        {"remove", "CONTAINER", 1,
         toContainer([](FakeMachine &m, FakeContainer &c, const Words &) { (void)m.remove(c, true); })},
        {"die", "CONTAINER EXIT_CODE", 2,
         toContainer([](FakeMachine &m, FakeContainer &c, const Words &w) { m.die(c, w[1].toInt()); })},
        {"health", "CONTAINER STATUS", 2,
         toContainer([](FakeMachine &m, FakeContainer &c, const Words &w) { m.setHealth(c, w[1]); })},
        {"log", "CONTAINER TEXT...", 2, toContainer([](FakeMachine &m, FakeContainer &c, const Words &w) {
             m.writeLog(c, w.mid(1).join(QLatin1Char(' ')).toUtf8());
         })},
        {"log-hex", "CONTAINER HEX", 2, toContainer([](FakeMachine &m, FakeContainer &c, const Words &w) {
             m.writeLog(c, QByteArray::fromHex(w[1].toLatin1()));
         })},
        {"forget-log", "CONTAINER", 1,
         toContainer([](FakeMachine &, FakeContainer &c, const Words &) { c.log.clear(); })},
        // Any text, in the place of what the engine would have let nobody say.
        {"image-hex", "CONTAINER HEX", 2,
         toContainer([](FakeMachine &, FakeContainer &c, const Words &w) { c.image = textFromHex(w[1]); })},
        {"label-hex", "CONTAINER LABEL HEX", 3, toContainer([](FakeMachine &, FakeContainer &c, const Words &w) {
             c.labels.insert(w[1], textFromHex(w[2]));
         })},
        {"count", "connections|accepted|pending|emitted|dropped|requests [METHOD PATH]|stats|events|logs", 1, count},
    };
}

} // namespace

QByteArray runFakeCommand(FakeEngine &engine, const QString &command)
{
    Words words = command.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return "error: no command";
    const QString name = words.takeFirst();
    QByteArray help;
    std::vector<Command> all = faultCommands();
    for (Command &each : lifeCommands())
        all.push_back(std::move(each));
    for (const Command &each : all) {
        help += QByteArray(help.isEmpty() ? "" : "; ") + each.name + ' ' + each.arguments;
        if (name != QLatin1String(each.name))
            continue;
        return words.size() < each.needed ? QByteArray("error: needs ") + each.arguments : each.deed(engine, words);
    }
    return name == u"help" ? help : "error: no such command; try help";
}

FakeCommandSocket::FakeCommandSocket(FakeEngine &engine)
    : m_engine(engine)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket *socket = m_server.nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            while (socket->canReadLine())
                socket->write(runFakeCommand(m_engine, QString::fromUtf8(socket->readLine())) + '\n');
        });
    });
}

bool FakeCommandSocket::listen(const QString &path)
{
    QLocalServer::removeServer(path);
    return m_server.listen(path);
}

} // namespace mediahelm::fakes
