// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/bearer_token.h"
#include "core/server/file_limit.h"
#include "core/server/name_policy.h"
#include "core/server/peer.h"
#include "core/server/service_notifier.h"
#include "server/web_socket_client.h"

#include <QFile>
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

using namespace mediahelm;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using std::chrono::milliseconds;
using tests::RawClient;
using tests::ServerFixture;
using tests::WebSocketClient;

class ServerLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void B28_whereItCannotListenItSaysWhere_data();
    void B28_whereItCannotListenItSaysWhere();
    void B28_aPortInUseIsNamed();
    void otherAddressesThanLoopbackWantAToken_data();
    void otherAddressesThanLoopbackWantAToken();
    void theTokenFileIsItsOwnersAlone_data();
    void theTokenFileIsItsOwnersAlone();
    void aTokenOfAnotherUserIsRefused();
    void reloadTakesTheNewTokenAndNames();
    void S23_reloadWithABrokenTokenFailsClosed();

    void B29_stoppingEndsClientsAndFinishes();
    void B29_stoppingLetsARequestUnderWayFinish();
    void B29_aClientThatDoesNotGoIsCutOff();
    void B29_aSecondStopIsImmediate();
    void destroyingItEndsClientsAndTellsNobody();

    void S26_placesAreCountedPerSource();
    void S26_limitsFitTheOpenFiles_data();
    void S26_limitsFitTheOpenFiles();
    void tellsTheServiceManager();

private:
    std::unique_ptr<ServerFixture> m_fixture;
};

void ServerLifeTest::init()
{
    m_fixture = std::make_unique<ServerFixture>();
}

void ServerLifeTest::cleanup()
{
    m_fixture.reset();
}

void ServerLifeTest::B28_whereItCannotListenItSaysWhere_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("named");
    QTest::newRow("not this machine's") << u"192.0.2.1"_s << int(ErrorKind::unreachable) << u"192.0.2.1:0"_s;
    QTest::newRow("not this machine's, v6") << u"2001:db8::1"_s << int(ErrorKind::unreachable) << u"[2001:db8::1]:0"_s;
    QTest::newRow("a name") << u"media.example"_s << int(ErrorKind::invalid) << u"media.example"_s;
    QTest::newRow("nonsense") << u"300.0.0.1"_s << int(ErrorKind::invalid) << u"300.0.0.1"_s;
    QTest::newRow("empty") << QString() << int(ErrorKind::invalid) << QString();
}

void ServerLifeTest::B28_whereItCannotListenItSaysWhere()
{
    QFETCH(const QString, address);
    QFETCH(const int, kind);
    QFETCH(const QString, named);
    m_fixture->options.address = address;
    server::Server server(m_fixture->options, m_fixture->fakes.control(), m_fixture->clock);
    const base::Status status = server.listen();
    QVERIFY(!status);
    QCOMPARE(int(status.error().kind), kind);
    QVERIFY2(status.error().message.contains(named), qPrintable(status.error().message));
    QVERIFY(server.address().isEmpty());
}

void ServerLifeTest::B28_aPortInUseIsNamed()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost), 0));
    m_fixture->options.port = other.serverPort();
    server::Server server(m_fixture->options, m_fixture->fakes.control(), m_fixture->clock);
    const base::Status status = server.listen();
    QVERIFY(!status);
    QCOMPARE(status.error().kind, ErrorKind::conflict);
    QVERIFY(status.error().message.contains(u"127.0.0.1:%1"_s.arg(other.serverPort())));
    QVERIFY(other.isListening());
}

void ServerLifeTest::otherAddressesThanLoopbackWantAToken_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("withToken");
    QTest::addColumn<bool>("listens");
    QTest::newRow("any v4, without") << u"0.0.0.0"_s << false << false;
    QTest::newRow("any, without") << u"*"_s << false << false;
    QTest::newRow("any v6, without") << u"::"_s << false << false;
    QTest::newRow("other, without") << u"192.0.2.1"_s << false << false;
    QTest::newRow("loopback, without") << u"127.0.0.1"_s << false << true;
    QTest::newRow("localhost, without") << u"localhost"_s << false << true;
    QTest::newRow("any v4, with") << u"0.0.0.0"_s << true << true;
    QTest::newRow("any, with") << u"*"_s << true << true;
}

void ServerLifeTest::otherAddressesThanLoopbackWantAToken()
{
    QFETCH(const QString, address);
    QFETCH(const bool, withToken);
    QFETCH(const bool, listens);
    m_fixture->options.address = address;
    if (!withToken)
        m_fixture->options.tokenFile.clear();
    server::Server server(m_fixture->options, m_fixture->fakes.control(), m_fixture->clock);
    const base::Status status = server.listen();
    QCOMPARE(status.ok(), listens);
    if (!listens)
        QCOMPARE(status.error().kind, ErrorKind::invalid);
}

void ServerLifeTest::theTokenFileIsItsOwnersAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("accepted");
    const QByteArray token(32, 'a');
    QTest::newRow("as it should be") << token + '\n' << 0600 << true;
    QTest::newRow("read only") << token << 0400 << true;
    QTest::newRow("CR LF") << token + "\r\n" << 0600 << true;
    QTest::newRow("base64") << QByteArray("ab+/ab+/ab+/ab+/ab==") << 0600 << true;
    QTest::newRow("group reads") << token << 0640 << false;
    QTest::newRow("others read") << token << 0604 << false;
    QTest::newRow("group writes") << token << 0620 << false;
    QTest::newRow("runs") << token << 0700 << false;
    QTest::newRow("empty") << QByteArray() << 0600 << false;
    QTest::newRow("too short") << QByteArray(15, 'a') << 0600 << false;
    QTest::newRow("too long") << QByteArray(513, 'a') << 0600 << false;
    QTest::newRow("two lines") << token + '\n' + token + '\n' << 0600 << false;
    QTest::newRow("a space") << token + " a" << 0600 << false;
    QTest::newRow("a NUL") << token + QByteArray(1, '\0') << 0600 << false;
    QTest::newRow("only =") << QByteArray(20, '=') << 0600 << false;
    QTest::newRow("not ASCII") << QByteArray("\xc3\xa4").repeated(10) << 0600 << false;
}

void ServerLifeTest::theTokenFileIsItsOwnersAlone()
{
    QFETCH(const QByteArray, content);
    QFETCH(const int, mode);
    QFETCH(const bool, accepted);
    const QString path = m_fixture->options.tokenFile;
    m_fixture->writeToken(content, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), static_cast<mode_t>(mode)), 0);
    const auto token = server::BearerToken::fromFile(path);
    QCOMPARE(token.ok(), accepted);
    if (!accepted) {
        QCOMPARE(token.error().kind, ErrorKind::invalid);
        QVERIFY(token.error().message.contains(path));
        QVERIFY(content.size() < 4 || !token.error().message.toUtf8().contains(content.left(12)));
    }
    QVERIFY(!server::BearerToken::fromFile(m_fixture->folder.path()));
    QVERIFY(!server::BearerToken::fromFile(path + u".not"_s));
    const QString pipe = m_fixture->folder.filePath(u"pipe"_s);
    ::mkfifo(QFile::encodeName(pipe).constData(), 0600);
    QVERIFY(!server::BearerToken::fromFile(pipe)); // and does not hang
}

void ServerLifeTest::aTokenOfAnotherUserIsRefused()
{
    if (::geteuid() != 0)
        QSKIP("SKIPPED: only root can give a file away");
    QCOMPARE(::chown(QFile::encodeName(m_fixture->options.tokenFile).constData(), 65534, 65534), 0);
    QVERIFY(!server::BearerToken::fromFile(m_fixture->options.tokenFile));
}

void ServerLifeTest::reloadTakesTheNewTokenAndNames()
{
    QVERIFY(m_fixture->start());
    const auto statusWith = [this](const QByteArray &host, const QByteArray &token) {
        RawClient client(*m_fixture);
        client.send("GET /api/v1/hosts HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        return client.replies() ? client.status() : 0;
    };
    QCOMPARE(statusWith("localhost", m_fixture->token), 200);
    QCOMPARE(statusWith("media.example", m_fixture->token), 421);
    const QByteArray next(32, 'b');
    m_fixture->writeToken(next, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    m_fixture->options.allowedHosts = {u"media.example"_s};
    QVERIFY(m_fixture->server->reload(m_fixture->options));
    QCOMPARE(statusWith("localhost", m_fixture->token), 401);
    QCOMPARE(statusWith("media.example", next), 200);

    m_fixture->options.allowedOrigins = {u"media.example"_s}; // no scheme: the names stay as they were
    const base::Status refused = m_fixture->server->reload(m_fixture->options);
    QVERIFY(!refused && refused.error().kind == ErrorKind::invalid);
    QCOMPARE(statusWith("media.example", next), 200);
}

void ServerLifeTest::S23_reloadWithABrokenTokenFailsClosed()
{
    QVERIFY(m_fixture->start());
    WebSocketClient feed(*m_fixture);
    QVERIFY(feed.joins());
    QTRY_COMPARE(m_fixture->server->feedClients(), 1);
    m_fixture->writeToken("short", QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QVERIFY(!m_fixture->server->reload(m_fixture->options));
    QVERIFY(feed.closesWith(1008));
    for (const QByteArray &token : {m_fixture->token, QByteArray("short"), QByteArray()}) {
        RawClient client(*m_fixture);
        client.send("GET /api/v1/hosts HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        QVERIFY(client.replies());
        QCOMPARE(client.status(), 401);
    }
    RawClient health(*m_fixture);
    health.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(health.replies());
    QCOMPARE(health.status(), 200);
}

void ServerLifeTest::B29_stoppingEndsClientsAndFinishes()
{
    QVERIFY(m_fixture->start());
    const quint16 port = m_fixture->server->port();
    WebSocketClient feed(*m_fixture);
    QVERIFY(feed.joins());
    RawClient idle(*m_fixture);
    idle.send(m_fixture->get("/healthz"));
    QVERIFY(idle.replies());
    QTRY_COMPARE(m_fixture->server->feedClients(), 1);
    QSignalSpy stopped(m_fixture->server.get(), &server::Server::stopped);
    m_fixture->server->stop();
    QTcpSocket late;
    late.setProxy(QNetworkProxy::NoProxy);
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    QVERIFY(feed.closesWith(1001));
    QVERIFY(idle.closes());
    QTRY_COMPARE(stopped.count(), 1);
    QTRY_COMPARE(late.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_fixture->server->connections(), 0);
    QCOMPARE(m_fixture->server->port(), 0);
}

void ServerLifeTest::B29_stoppingLetsARequestUnderWayFinish()
{
    QVERIFY(m_fixture->start());
    RawClient client(*m_fixture);
    client.send(m_fixture->get("/api/v1/services"));
    QTRY_COMPARE(m_fixture->server->connections(), 1);
    QVERIFY(client.receives("HTTP/1.1 200"));
    QSignalSpy stopped(m_fixture->server.get(), &server::Server::stopped);
    m_fixture->server->stop();
    QVERIFY(client.replies());
    QTRY_COMPARE(stopped.count(), 1);
}

void ServerLifeTest::B29_aClientThatDoesNotGoIsCutOff()
{
    QVERIFY(m_fixture->start());
    WebSocketClient feed(*m_fixture);
    QVERIFY(feed.joins());
    QTRY_COMPARE(m_fixture->server->feedClients(), 1);
    feed.raw.socket.setReadBufferSize(1); // never sees the goodbye
    QSignalSpy stopped(m_fixture->server.get(), &server::Server::stopped);
    m_fixture->server->stop();
    QTRY_COMPARE(stopped.count(), 1);
    QCOMPARE(m_fixture->server->feedClients(), 0);
}

void ServerLifeTest::B29_aSecondStopIsImmediate()
{
    QVERIFY(m_fixture->start());
    RawClient client(*m_fixture);
    client.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"); // half a request
    QTRY_COMPARE(m_fixture->server->connections(), 1);
    QSignalSpy stopped(m_fixture->server.get(), &server::Server::stopped);
    m_fixture->server->stop();
    m_fixture->server->stop();
    QCOMPARE(stopped.count(), 1);
}

void ServerLifeTest::destroyingItEndsClientsAndTellsNobody()
{
    QVERIFY(m_fixture->start());
    WebSocketClient feed(*m_fixture);
    QVERIFY(feed.joins());
    RawClient client(*m_fixture);
    client.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"); // half a request
    QTRY_COMPARE(m_fixture->server->feedClients(), 1);
    QTRY_COMPARE(m_fixture->server->connections(), 1);
    QSignalSpy stopped(m_fixture->server.get(), &server::Server::stopped);
    m_fixture->server->stop(); // and does not wait for it
    m_fixture->server.reset();
    QVERIFY(client.closes());
    QCOMPARE(stopped.count(), 0);
}

void ServerLifeTest::S26_placesAreCountedPerSource()
{
    const auto take = [](server::PlaceCounter &counter, const char *address) {
        return counter.take(QHostAddress(QString::fromLatin1(address)));
    };
    auto counter = std::make_unique<server::PlaceCounter>(server::PlaceCounter::Limits{6, 2, 4});
    std::vector<server::PlaceCounter::Lease> held;
    held.push_back(take(*counter, "203.0.113.7"));
    held.push_back(take(*counter, "::ffff:203.0.113.7"));
    QVERIFY(held[0] && held[1]);
    QVERIFY(!take(*counter, "203.0.113.7")); // mapped or not, it is one source
    held.push_back(take(*counter, "2001:db8:0:1::1"));
    held.push_back(take(*counter, "2001:db8:0:1:ffff::2"));
    QVERIFY(held[2] && held[3]);
    QVERIFY(!take(*counter, "2001:db8:0:1:2::3")); // one /64 is one source
    held.push_back(take(*counter, "127.0.0.1"));
    held.push_back(take(*counter, "::1"));
    QVERIFY(held[4] && held[5]);
    QVERIFY(!take(*counter, "2001:db8:0:2::1")); // no place at all
    held.pop_back();
    QVERIFY(take(*counter, "2001:db8:0:2::1"));
    QCOMPARE(counter->taken(), 5);
    counter.reset(); // leases may outlive it
    held.clear();
}

void ServerLifeTest::S26_limitsFitTheOpenFiles_data()
{
    QTest::addColumn<qint64>("available");
    QTest::newRow("4096") << qint64(4096);
    QTest::newRow("1024") << qint64(1024);
    QTest::newRow("256") << qint64(256);
    QTest::newRow("16") << qint64(16);
}

void ServerLifeTest::S26_limitsFitTheOpenFiles()
{
    QFETCH(const qint64, available);
    server::FrontDoorLimits limits;
    server::fitInto(limits, available);
    QVERIFY(limits.connections >= 1 && limits.streams >= 1 && limits.fromLoopback >= 1 && limits.perSource >= 1);
    QVERIFY(limits.connections + limits.streams < available);
    if (available == 4096)
        QCOMPARE(limits.connections, 256);
}

void ServerLifeTest::tellsTheServiceManager()
{
    const QByteArray path = QFile::encodeName(m_fixture->folder.filePath(u"notify"_s));
    const int fd = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, path.constData(), sizeof(address.sun_path));
    QCOMPARE(::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    qputenv("NOTIFY_SOCKET", path);
    qputenv("WATCHDOG_USEC", "100000");
    QByteArray told;
    const auto hears = [&](const QByteArray &text) {
        return QTest::qWaitFor([&] {
            QByteArray buffer(4096, '\0');
            const ssize_t size = ::recv(fd, buffer.data(), std::size_t(buffer.size()), 0);
            if (size > 0)
                told += buffer.first(size) + '\n';
            return told.contains(text);
        });
    };
    {
        server::ServiceNotifier notifier;
        QVERIFY(notifier.watchdogEnabled());
        notifier.ready();
        QVERIFY(hears("READY=1"));
        notifier.status(u"3 hosts,\n42 services"_s);
        QVERIFY(hears("STATUS=3 hosts, 42 services"));
        notifier.reloading();
        QVERIFY(hears("RELOADING=1\nMONOTONIC_USEC="));
        QVERIFY(hears("WATCHDOG=1"));
        notifier.stopping();
        QVERIFY(hears("STOPPING=1"));
    }
    qunsetenv("NOTIFY_SOCKET");
    qunsetenv("WATCHDOG_USEC");
    server::ServiceNotifier alone;
    alone.ready();
    QVERIFY(!alone.watchdogEnabled());
    ::close(fd);
}

QTEST_GUILESS_MAIN(ServerLifeTest)
#include "server_life_test.moc"
