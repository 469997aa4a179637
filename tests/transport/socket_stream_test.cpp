// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/local_transport.h"
#include "core/transport/socket_stream.h"

#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace mediahelm;
using base::ErrorKind;
using model::ConnectionProblem;
using transport::ByteStream;

namespace {

constexpr int patience = 20000; // ms

// A socket's file that nobody listens on.
void makeStaleSocket(const QString &path)
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
    ::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address);
    ::close(fd);
}

// Root is refused nothing; where the tests run as root, this makes it somebody else for a while.
class Nobody
{
public:
    explicit Nobody(bool wanted)
        : m_active(wanted && ::geteuid() == 0 && ::seteuid(65534) == 0)
    {
    }
    ~Nobody()
    {
        if (m_active && ::seteuid(0) != 0)
            qFatal("cannot become root again");
    }
    Nobody(const Nobody &) = delete;
    Nobody &operator=(const Nobody &) = delete;

private:
    bool m_active;
};

// Both kinds of server behind one face.
class Server : public QObject
{
public:
    explicit Server(bool tcp)
        : m_tcp(tcp)
    {
        if (m_tcp)
            m_tcpServer.listen(QHostAddress::LocalHost);
        else
            m_localServer.listen(m_folder.filePath(QStringLiteral("s")));
    }

    std::unique_ptr<ByteStream> connectTo()
    {
        return m_tcp ? transport::connectTcp(QStringLiteral("127.0.0.1"), m_tcpServer.serverPort())
                     : transport::connectLocalSocket(m_folder.filePath(QStringLiteral("s")));
    }

    QIODevice *accept()
    {
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(
                m_tcp ? m_tcpServer.hasPendingConnections() : m_localServer.hasPendingConnections(), patience);
        }();
        if (m_tcp)
            return m_tcpServer.nextPendingConnection();
        return m_localServer.nextPendingConnection();
    }

private:
    bool m_tcp;
    QTemporaryDir m_folder;
    QTcpServer m_tcpServer;
    QLocalServer m_localServer;
};

} // namespace

class SocketStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesBytesBothWays_data();
    void carriesBytesBothWays();
    void halfCloseLetsTheAnswerThrough_data() { carriesBytesBothWays_data(); }
    void halfCloseLetsTheAnswerThrough();
    void keepsWhatArrivedBeforeTheEnd_data() { carriesBytesBothWays_data(); }
    void keepsWhatArrivedBeforeTheEnd();
    void holdsBackAFastSender_data() { carriesBytesBothWays_data(); }
    void holdsBackAFastSender();
    void emitsNothingOnceDestroyed_data() { carriesBytesBothWays_data(); }
    void emitsNothingOnceDestroyed();
    void mayBeDestroyedInItsOwnSignal_data() { carriesBytesBothWays_data(); }
    void mayBeDestroyedInItsOwnSignal();
    void tellsWhyItCannotConnect_data();
    void tellsWhyItCannotConnect();
    void diagnosesTheSame_data() { tellsWhyItCannotConnect_data(); }
    void diagnosesTheSame();
    void aListeningEngineHasNoDiagnosis();
    void aTransportIsReadyAtOnce();
    void aTransportRefusesWhatItCannotReach();
    void readsTheCountersOfThisMachine();
};

void SocketStreamTest::carriesBytesBothWays_data()
{
    QTest::addColumn<bool>("tcp");
    QTest::newRow("local") << false;
    QTest::newRow("tcp") << true;
}

void SocketStreamTest::carriesBytesBothWays()
{
    QFETCH(bool, tcp);
    Server server(tcp);
    const auto stream = server.connectTo();
    QSignalSpy opened(stream.get(), &ByteStream::opened);
    stream->write("before ");
    QCOMPARE(stream->bytesToWrite(), 7);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, patience);
    stream->write("after");
    QIODevice *peer = server.accept();
    QByteArray got;
    QTRY_COMPARE_WITH_TIMEOUT(got += peer->readAll(), QByteArray("before after"), patience);
    QCOMPARE(stream->bytesToWrite(), 0);
    peer->write("reply");
    QByteArray back;
    QTRY_COMPARE_WITH_TIMEOUT(back += stream->takeAll(), QByteArray("reply"), patience);
    QVERIFY(stream->takeAll().isEmpty());
}

void SocketStreamTest::halfCloseLetsTheAnswerThrough()
{
    QFETCH(bool, tcp);
    Server server(tcp);
    const auto stream = server.connectTo();
    QSignalSpy closed(stream.get(), &ByteStream::closed);
    // More than a socket's buffer takes at once.
    const QByteArray much(4 * 1024 * 1024, 'x');
    stream->write(much);
    stream->finishWriting();
    stream->write("too late");
    QIODevice *peer = server.accept();
    qintptr fd = -1;
    if (auto *local = qobject_cast<QLocalSocket *>(peer))
        fd = local->socketDescriptor();
    else if (auto *socket = qobject_cast<QTcpSocket *>(peer))
        fd = socket->socketDescriptor();
    QByteArray got;
    QTRY_VERIFY_WITH_TIMEOUT((got += peer->readAll()).size() >= much.size(), patience);
    // The peer's socket has read the end of file, and can still write (Qt would close it, the kernel does not).
    QCOMPARE(got.size(), much.size());
    const int own = ::dup(static_cast<int>(fd));
    if (own >= 0) {
        QCOMPARE(::send(own, "answer", 6, MSG_NOSIGNAL), 6);
        ::close(own);
        QByteArray back;
        QTRY_COMPARE_WITH_TIMEOUT(back += stream->takeAll(), QByteArray("answer"), patience);
    }
    peer->close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, patience);
}

void SocketStreamTest::keepsWhatArrivedBeforeTheEnd()
{
    QFETCH(bool, tcp);
    Server server(tcp);
    const auto stream = server.connectTo();
    QSignalSpy closed(stream.get(), &ByteStream::closed);
    QSignalSpy failed(stream.get(), &ByteStream::failed);
    QIODevice *peer = server.accept();
    peer->write("last words");
    peer->close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, patience);
    QCOMPARE(stream->takeAll(), QByteArray("last words"));
    QCOMPARE(failed.count(), 0);
    stream->write("into the void");
    stream->finishWriting();
    QCOMPARE(stream->bytesToWrite(), 0);
}

void SocketStreamTest::holdsBackAFastSender()
{
    QFETCH(bool, tcp);
    Server server(tcp);
    const auto stream = server.connectTo();
    stream->setReadLimit(64 * 1024);
    QIODevice *peer = server.accept();
    const qint64 size = 32LL * 1024 * 1024;
    peer->write(QByteArray(size, 'y'));
    QSignalSpy readable(stream.get(), &ByteStream::readable);
    QTRY_VERIFY_WITH_TIMEOUT(!readable.isEmpty(), patience);
    // While nothing is taken the rest stays with the sender; the kernel's own buffers hold some megabytes at most.
    QTRY_VERIFY_WITH_TIMEOUT(peer->bytesToWrite() > 0, patience);
    const QByteArray first = stream->takeAll();
    QVERIFY(first.size() <= 1024 * 1024);
    QVERIFY(peer->bytesToWrite() > size / 4);
    qint64 taken = first.size();
    connect(stream.get(), &ByteStream::readable, this, [&] { taken += stream->takeAll().size(); });
    taken += stream->takeAll().size();
    QTRY_COMPARE_WITH_TIMEOUT(taken, size, patience);
}

void SocketStreamTest::emitsNothingOnceDestroyed()
{
    QFETCH(bool, tcp);
    Server server(tcp);
    int emitted = 0;
    {
        const auto stream = server.connectTo();
        connect(stream.get(), &ByteStream::opened, this, [&] { ++emitted; });
        connect(stream.get(), &ByteStream::closed, this, [&] { ++emitted; });
        connect(stream.get(), &ByteStream::failed, this, [&] { ++emitted; });
    }
    auto second = server.connectTo();
    QSignalSpy opened(second.get(), &ByteStream::opened);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, patience);
    QIODevice *peer = server.accept();
    second.reset();
    // The other side sees the end.
    QTRY_VERIFY_WITH_TIMEOUT(!peer->isOpen() || peer->property("gone").toBool()
                                 || (qobject_cast<QLocalSocket *>(peer)
                                         ? qobject_cast<QLocalSocket *>(peer)->state() == QLocalSocket::UnconnectedState
                                         : qobject_cast<QTcpSocket *>(peer)->state() == QTcpSocket::UnconnectedState),
                             patience);
    QCOMPARE(emitted, 0);
}

void SocketStreamTest::mayBeDestroyedInItsOwnSignal()
{
    QFETCH(bool, tcp);
    for (const bool atEnd : {false, true}) {
        Server server(tcp);
        auto stream = server.connectTo();
        connect(stream.get(), atEnd ? &ByteStream::closed : &ByteStream::readable, this, [&] { stream.reset(); });
        QIODevice *peer = server.accept();
        peer->write("bytes");
        if (atEnd)
            peer->close();
        QTRY_VERIFY_WITH_TIMEOUT(!stream, patience);
    }
}

void SocketStreamTest::tellsWhyItCannotConnect_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *name, const char *address, ErrorKind kind, ConnectionProblem problem) {
        QTest::newRow(name) << QString::fromLatin1(address) << static_cast<int>(kind) << static_cast<int>(problem);
    };
    row("no socket", "unix:///DIR/absent", ErrorKind::notFound, ConnectionProblem::noEngine);
    row("no folder", "unix:///DIR/no/where", ErrorKind::notFound, ConnectionProblem::noEngine);
    row("stale socket", "unix:///DIR/stale", ErrorKind::unreachable, ConnectionProblem::refused);
    row("a file", "unix:///DIR/file", ErrorKind::unreachable, ConnectionProblem::refused);
    row("no permission", "unix:///DIR/closed", ErrorKind::refused, ConnectionProblem::noPermission);
    row("closed port", "tcp://127.0.0.1:1", ErrorKind::unreachable, ConnectionProblem::refused);
    row("no such name", "tcp://no-such-host.invalid:2375", ErrorKind::unreachable, ConnectionProblem::unreachable);
}

namespace {

model::EngineAddress addressIn(QString text, const QTemporaryDir &folder)
{
    makeStaleSocket(folder.filePath(QStringLiteral("stale")));
    makeStaleSocket(folder.filePath(QStringLiteral("closed")));
    ::chmod(QFile::encodeName(folder.filePath(QStringLiteral("closed"))).constData(), 0);
    QFile file(folder.filePath(QStringLiteral("file")));
    static_cast<void>(file.open(QIODevice::WriteOnly));
    return model::EngineAddress::parse(text.replace(QStringLiteral("/DIR"), folder.path())).value();
}

} // namespace

void SocketStreamTest::tellsWhyItCannotConnect()
{
    QFETCH(QString, address);
    QFETCH(int, kind);
    QFETCH(int, problem);
    QTemporaryDir folder;
    transport::LocalTransport way(addressIn(address, folder), {});
    const Nobody nobody(problem == static_cast<int>(ConnectionProblem::noPermission));
    const auto stream = way.openStream();
    QSignalSpy failed(stream.get(), &ByteStream::failed);
    QSignalSpy closed(stream.get(), &ByteStream::closed);
    QCOMPARE(failed.count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    const auto error = failed.first().first().value<base::Error>();
    QCOMPARE(static_cast<int>(error.kind), kind);
    QCOMPARE(model::problemName(transport::problemOf(error)),
             model::problemName(static_cast<ConnectionProblem>(problem)));
    QCOMPARE(closed.count(), 0);
    QVERIFY(stream->takeAll().isEmpty());
}

void SocketStreamTest::diagnosesTheSame()
{
    QFETCH(QString, address);
    QFETCH(int, problem);
    QTemporaryDir folder;
    transport::LocalTransport way(addressIn(address, folder), {});
    const Nobody nobody(problem == static_cast<int>(ConnectionProblem::noPermission));
    const auto diagnosis = way.diagnose();
    QTRY_VERIFY_WITH_TIMEOUT(diagnosis.isFinished(), patience);
    QVERIFY(diagnosis.result());
    QCOMPARE(static_cast<int>(diagnosis.result()->problem), problem);
}

void SocketStreamTest::aListeningEngineHasNoDiagnosis()
{
    QTemporaryDir folder;
    QLocalServer server;
    server.listen(folder.filePath(QStringLiteral("s")));
    transport::LocalTransport way(
        model::EngineAddress::parse(QString(QStringLiteral("unix://") + server.fullServerName())).value(), {});
    const auto diagnosis = way.diagnose();
    QTRY_VERIFY_WITH_TIMEOUT(diagnosis.isFinished(), patience);
    QCOMPARE(diagnosis.result()->problem, ConnectionProblem::none);
}

void SocketStreamTest::aTransportIsReadyAtOnce()
{
    QTemporaryDir folder;
    transport::LocalEnvironment environment;
    environment.root = folder.path();
    transport::LocalTransport way(model::EngineAddress::local(), environment);
    QSignalSpy ready(&way, &transport::Transport::ready);
    way.start();
    QCOMPARE(ready.count(), 0);
    QTRY_COMPARE(ready.count(), 1);
    QCOMPARE(way.address().socketPath(), folder.filePath(QStringLiteral("var/run/docker.sock")));
}

void SocketStreamTest::aTransportRefusesWhatItCannotReach()
{
    transport::LocalEnvironment environment;
    for (const QString &host : {QStringLiteral("npipe://x"), QStringLiteral("ssh://user@box")}) {
        environment.variables.insert(QStringLiteral("DOCKER_HOST"), host);
        transport::LocalTransport way(model::EngineAddress::local(), environment);
        QSignalSpy failed(&way, &transport::Transport::failed);
        way.start();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<transport::TransportFailure>().problem,
                 ConnectionProblem::invalidAddress);
    }
}

void SocketStreamTest::readsTheCountersOfThisMachine()
{
    transport::LocalTransport way(model::EngineAddress::parse(u"unix:///run/x.sock").value(), {});
    const auto counters = way.readHostCounters();
    QVERIFY(counters.isFinished() && counters.result());
    for (const char *part : {"== stat\ncpu ", "== meminfo\nMemTotal:", "== loadavg\n"})
        QVERIFY2(counters.result()->contains(part), part);
    transport::LocalTransport remote(model::EngineAddress::parse(u"tcp://127.0.0.1:1").value(), {});
    QCOMPARE(remote.readHostCounters().result().error().kind, ErrorKind::unsupported);
}

QTEST_GUILESS_MAIN(SocketStreamTest)
#include "socket_stream_test.moc"
