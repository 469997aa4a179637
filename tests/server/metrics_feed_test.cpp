// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/sample_fleet.h"
#include "server/web_socket_client.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <unistd.h>
#include <vector>

using namespace mediahelm;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using tests::RawClient;
using tests::ServerFixture;
using tests::WebSocketClient;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
extern "C" std::size_t __sanitizer_get_current_allocated_bytes(); // in both runtimes; GCC has no header with it
#endif

namespace {

// Resident; under a sanitizer, which holds freed memory back, what the program has of it.
qint64 usedBytes()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
#else
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
#endif
}

QJsonObject serviceNamed(const QJsonObject &message, const QString &name)
{
    const QJsonArray services = message.value(u"services"_s).toArray();
    for (const QJsonValue &item : services) {
        if (item.toObject().value(u"service"_s) == name)
            return item.toObject();
    }
    return {};
}

} // namespace

class MetricsFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void greetsWithASnapshotAndThenTellsWhatChanged();
    void tellsNothingTwice();
    void tellsWhatWentAway();
    void tellsTheGapsOfMeasurements();
    void watchesOnlyWhileThereAreClients();

    void S01_originsOfOthersAreRefused_data();
    void S01_originsOfOthersAreRefused();
    void S01_aRequestThatIsNoHandshakeIsRefused_data();
    void S01_aRequestThatIsNoHandshakeIsRefused();
    void S02_noUpgradeWithoutTheToken();
    void S02_theTokenMayComeAsASubprotocol();
    void S02_aChangedTokenEndsItsClients();
    void S03_tooLargeFramesAndMessagesAreClosed_data();
    void S03_tooLargeFramesAndMessagesAreClosed();
    void S03_deflateIsNotNegotiated();
    void S03_aFloodOfMessagesIsClosed();
    void S03_aPingFloodThatReadsNothingIsBounded();
    void S03_aSlowReaderIsBoundedAndGetsTheNewest();

    void B24_aSilentClientIsDropped();
    void B24_aClientThatAnswersPingsStays();
    void B24_theProductsOwnWaitsHoldTheRow();
    void B24_aClientThatComesBackIsToldWhatItMissed();
    void B24_resumingFromTooLongAgoGivesASnapshot_data();
    void B24_resumingFromTooLongAgoGivesASnapshot();
    void B24_aLostHostIsStaleAtOnce();
    void clientsBeyondTheLimitAreTurnedAway();

private:
    bool startFast(const std::function<void(server::ServerOptions &)> &edit = {});

    std::unique_ptr<ServerFixture> m_fixture;
};

void MetricsFeedTest::init()
{
    m_fixture = std::make_unique<ServerFixture>();
}

void MetricsFeedTest::cleanup()
{
    m_fixture.reset();
}

bool MetricsFeedTest::startFast(const std::function<void(server::ServerOptions &)> &edit)
{
    return m_fixture->start([&](server::ServerOptions &options) {
        options.feed.tick = milliseconds(30);
        if (edit)
            edit(options);
    });
}

void MetricsFeedTest::greetsWithASnapshotAndThenTellsWhatChanged()
{
    QVERIFY(startFast());
    WebSocketClient client(*m_fixture);
    QVERIFY(client.joins());
    const QJsonObject hello = client.next(u"hello"_s);
    QCOMPARE(hello.value(u"protocol"_s).toInt(), 1);
    const QJsonObject snapshot = client.next(u"snapshot"_s);
    QCOMPARE(snapshot.value(u"epoch"_s), hello.value(u"epoch"_s));
    QCOMPARE(snapshot.value(u"hosts"_s).toArray().size(), 3);
    const QJsonObject lidarr = serviceNamed(snapshot, u"lidarr"_s);
    QCOMPARE(lidarr.value(u"health"_s).toString(), u"unhealthy"_s);

    const auto key = m_fixture->fakes.fleet.key(u"local"_s, u"media-lidarr-1"_s);
    m_fixture->fakes.fleet.change(key, [](model::Container &c) { c.health = model::Health::healthy; });
    QJsonObject delta;
    do {
        delta = client.next(u"delta"_s);
    } while (!delta.isEmpty() && !delta.contains(u"services"_s));
    QCOMPARE(delta.value(u"services"_s).toArray().size(), 1);
    const QJsonObject changed = serviceNamed(delta, u"lidarr"_s);
    QCOMPARE(changed.value(u"health"_s).toString(), u"healthy"_s);
    QCOMPARE(changed.value(u"ref"_s), lidarr.value(u"ref"_s));
    QVERIFY(delta.value(u"seq"_s).toInt() > snapshot.value(u"seq"_s).toInt());
    QVERIFY(!delta.contains(u"hosts"_s));
}

void MetricsFeedTest::tellsNothingTwice()
{
    QVERIFY(startFast());
    WebSocketClient client(*m_fixture);
    QVERIFY(client.joins());
    int seq = client.next(u"snapshot"_s).value(u"seq"_s).toInt();
    for (int i = 0; i < 5; ++i) {
        const QJsonObject delta = client.next(u"delta"_s);
        QCOMPARE(delta.value(u"since"_s).toInt(), seq);
        QCOMPARE(delta.value(u"seq"_s).toInt(), seq + 1);
        ++seq;
        QCOMPARE(delta.keys(), QStringList({u"at"_s, u"epoch"_s, u"seq"_s, u"since"_s, u"type"_s}));
    }
}

void MetricsFeedTest::tellsWhatWentAway()
{
    QVERIFY(startFast());
    WebSocketClient client(*m_fixture);
    QVERIFY(client.joins());
    const QJsonObject snapshot = client.next(u"snapshot"_s);
    const int ref = serviceNamed(snapshot, u"lidarr"_s).value(u"ref"_s).toInt();
    QVERIFY(ref > 0);
    m_fixture->fakes.fleet.removeContainer(m_fixture->fakes.fleet.key(u"local"_s, u"media-lidarr-1"_s));
    QJsonObject delta;
    do {
        delta = client.next(u"delta"_s);
    } while (!delta.isEmpty() && !delta.contains(u"removed_services"_s));
    QCOMPARE(delta.value(u"removed_services"_s).toArray(), QJsonArray({ref}));

    m_fixture->fakes.fleet.removeHost(fakes::hostId(u"nas"_s));
    do {
        delta = client.next(u"delta"_s);
    } while (!delta.isEmpty() && !delta.contains(u"removed_hosts"_s));
    QCOMPARE(delta.value(u"removed_hosts"_s).toArray(), QJsonArray({u"nas"_s}));
    QCOMPARE(delta.value(u"removed_services"_s).toArray().size(), 3);
}

void MetricsFeedTest::tellsTheGapsOfMeasurements()
{
    QVERIFY(startFast());
    WebSocketClient client(*m_fixture);
    QVERIFY(client.joins());
    const QJsonObject snapshot = client.next(u"snapshot"_s);
    const QString ref = QString::number(serviceNamed(snapshot, u"lidarr"_s).value(u"ref"_s).toInt());
    model::ContainerSample sample;
    sample.key = m_fixture->fakes.fleet.key(u"local"_s, u"media-lidarr-1"_s);
    sample.cpuCores = 0.123456;
    sample.memoryBytes = 1048576;
    m_fixture->fakes.stats.tell({sample}, {});
    const auto nextSample = [&] {
        QJsonObject delta;
        do {
            delta = client.next(u"delta"_s);
        } while (!delta.isEmpty() && !delta.contains(u"samples"_s));
        return delta.value(u"samples"_s).toObject().value(ref).toObject();
    };
    QCOMPARE(nextSample(), QJsonObject({{u"cpu"_s, 0.1235}, {u"mem"_s, 1048576}}));
    // Nobody measures any more: after a few ticks the values are gone.
    QCOMPARE(nextSample(), QJsonObject({{u"cpu"_s, QJsonValue()}, {u"mem"_s, QJsonValue()}}));
}

void MetricsFeedTest::watchesOnlyWhileThereAreClients()
{
    QVERIFY(startFast());
    QCOMPARE(m_fixture->fakes.stats.watches(), 0);
    WebSocketClient client(*m_fixture);
    QVERIFY(client.joins());
    QTRY_COMPARE(m_fixture->fakes.stats.watches(), 1);
    QVERIFY(m_fixture->fakes.stats.watchedContainers().contains(
        m_fixture->fakes.fleet.key(u"local"_s, u"media-lidarr-1"_s)));
    QCOMPARE(m_fixture->server->feedClients(), 1);
    QCOMPARE(m_fixture->server->connections(), 0); // it is no HTTP connection any more
    client.raw.socket.abort();
    QTRY_COMPARE(m_fixture->server->feedClients(), 0);
}

void MetricsFeedTest::S01_originsOfOthersAreRefused_data()
{
    QTest::addColumn<QByteArray>("origin"); // PORT stands for the server's
    QTest::addColumn<int>("status");
    QTest::newRow("foreign host") << QByteArray("http://evil.example") << 403;
    QTest::newRow("same host, other port") << QByteArray("http://127.0.0.1:1") << 403;
    QTest::newRow("null") << QByteArray("null") << 403;
    QTest::newRow("listed as a part") << QByteArray("https://media.example.evil") << 403;
    QTest::newRow("other scheme") << QByteArray("http://media.example") << 403;
    QTest::newRow("own, other scheme") << QByteArray("https://127.0.0.1:PORT") << 403;
    QTest::newRow("empty") << QByteArray() << 403;
    QTest::newRow("user in it") << QByteArray("http://127.0.0.1:PORT@evil.example") << 403;
    QTest::newRow("two") << QByteArray("https://media.example\r\nOrigin: http://evil.example") << 403;
    QTest::newRow("listed") << QByteArray("https://media.example") << 101;
    QTest::newRow("own") << QByteArray("http://127.0.0.1:PORT") << 101;
    QTest::newRow("own by name") << QByteArray("http://localhost:PORT") << 101;
}

void MetricsFeedTest::S01_originsOfOthersAreRefused()
{
    QFETCH(QByteArray, origin);
    QFETCH(const int, status);
    QVERIFY(startFast([](server::ServerOptions &options) { options.allowedOrigins = {u"https://media.example"_s}; }));
    origin.replace("PORT", QByteArray::number(m_fixture->server->port()));
    RawClient client(*m_fixture);
    client.send(m_fixture->handshake(m_fixture->authorization() + "Origin: " + origin + "\r\n"));
    QVERIFY(client.replies());
    QCOMPARE(client.status(), status);
    QTRY_COMPARE(m_fixture->server->feedClients(), status == 101 ? 1 : 0);
}

void MetricsFeedTest::S01_aRequestThatIsNoHandshakeIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("status");
    QTest::newRow("version 8") << QByteArray("Version: 13") << QByteArray("Version: 8") << 426;
    QTest::newRow("no upgrade") << QByteArray("Upgrade: websocket") << QByteArray("X: a") << 426;
    QTest::newRow("other upgrade") << QByteArray("Upgrade: websocket") << QByteArray("Upgrade: h2c") << 426;
    QTest::newRow("no connection") << QByteArray("Connection: Upgrade") << QByteArray("X: a") << 426;
    QTest::newRow("short key") << QByteArray("dGhlIHNhbXBsZSBub25jZQ==") << QByteArray("dGhlIHNhbXA=") << 400;
    QTest::newRow("bad key") << QByteArray("dGhlIHNhbXBsZSBub25jZQ==") << QByteArray("!!!!") << 400;
    QTest::newRow("a body") << QByteArray("Upgrade: websocket") << QByteArray("Content-Length: 1\r\nUpgrade: websocket")
                            << 413;
    QTest::newRow("post") << QByteArray("GET ") << QByteArray("POST ") << 405;
    QTest::newRow("foreign name") << QByteArray("Host: 127") << QByteArray("Host: evil.127") << 421;
}

void MetricsFeedTest::S01_aRequestThatIsNoHandshakeIsRefused()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const int, status);
    QVERIFY(startFast());
    QByteArray request = m_fixture->handshake(m_fixture->authorization());
    QVERIFY(request.contains(from));
    RawClient client(*m_fixture);
    client.send(request.replace(from, to));
    QVERIFY(client.replies());
    QCOMPARE(client.status(), status);
    QCOMPARE(m_fixture->server->feedClients(), 0);
}

void MetricsFeedTest::S02_noUpgradeWithoutTheToken()
{
    QVERIFY(startFast());
    for (const QByteArray &fields :
         {QByteArray(), QByteArray("Authorization: Bearer wrong\r\n"), QByteArray("Cookie: a=b\r\n"),
          QByteArray("Sec-WebSocket-Protocol: mediahelm.v1, mediahelm.bearer.d3Jvbmc\r\n"),
          QByteArray("Sec-WebSocket-Protocol: mediahelm.v1\r\n")}) {
        RawClient client(*m_fixture);
        client.send(m_fixture->handshake(fields + "Origin: http://" + m_fixture->host() + "\r\n"));
        QVERIFY(client.replies());
        QCOMPARE(client.status(), 401);
    }
    RawClient inUrl(*m_fixture);
    inUrl.send(m_fixture->handshake({}, "/api/v1/metrics?token=" + m_fixture->token));
    QVERIFY(inUrl.replies());
    QCOMPARE(inUrl.status(), 401);
}

void MetricsFeedTest::S02_theTokenMayComeAsASubprotocol()
{
    QVERIFY(startFast());
    RawClient client(*m_fixture);
    client.send(m_fixture->handshake(
        "Sec-WebSocket-Protocol: mediahelm.v1, mediahelm.bearer."
        + m_fixture->token.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + "\r\n"));
    QVERIFY(client.replies());
    QCOMPARE(client.status(), 101);
    QCOMPARE(client.field("Sec-WebSocket-Protocol"), "mediahelm.v1"); // and not the secret
}

void MetricsFeedTest::S02_aChangedTokenEndsItsClients()
{
    QVERIFY(startFast());
    WebSocketClient client(*m_fixture);
    QVERIFY(client.joins());
    QTRY_COMPARE(m_fixture->server->feedClients(), 1);
    QVERIFY(m_fixture->server->reload(m_fixture->options)); // the same one: nothing happens
    QVERIFY(!client.next(u"delta"_s).isEmpty());
    m_fixture->token = "fedcba9876543210fedcba9876543210";
    m_fixture->writeToken(m_fixture->token, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QVERIFY(m_fixture->server->reload(m_fixture->options));
    QVERIFY(client.closesWith(1008));
    WebSocketClient other(*m_fixture);
    QVERIFY(other.joins());
}

void MetricsFeedTest::S03_tooLargeFramesAndMessagesAreClosed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto frame = WebSocketClient::frame;
    QTest::newRow("1 MiB and a byte declared") << WebSocketClient::header(0x81, 1024 * 1024 + 1) << 1009;
    QTest::newRow("64 KiB and a byte declared") << WebSocketClient::header(0x81, 64 * 1024 + 1) << 1009;
    QTest::newRow("length with the top bit") << WebSocketClient::header(0x81, quint64(1) << 63) << 1002;
    QTest::newRow("fragments beyond 64 KiB")
        << frame(0x01, QByteArray(40000, 'a')) + frame(0x80, QByteArray(40000, 'a')) << 1009;
    QTest::newRow("reserved bit") << frame(0xc1, "{}") << 1002;
    QTest::newRow("unknown opcode") << frame(0x83, "{}") << 1002;
    QTest::newRow("continues nothing") << frame(0x80, "{}") << 1002;
    QTest::newRow("long ping") << frame(0x89, QByteArray(126, 'a')) << 1002;
    QTest::newRow("not UTF-8") << frame(0x81, "\xff\xff") << 1007;
    QTest::newRow("binary") << frame(0x82, "{}") << 1003;
    QTest::newRow("unknown message") << frame(0x81, "{\"type\":\"exec\"}") << 1008;
    QTest::newRow("no JSON") << frame(0x81, "hello") << 1008;
    QTest::newRow("broken resume") << frame(0x81, "{\"type\":\"resume\",\"epoch\":1,\"seq\":-1}") << 1008;
    QTest::newRow("goodbye") << frame(0x88, "\x03\xe8") << 1000;
}

void MetricsFeedTest::S03_tooLargeFramesAndMessagesAreClosed()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);
    QVERIFY(startFast());
    WebSocketClient client(*m_fixture);
    QVERIFY(client.joins());
    QTRY_COMPARE(m_fixture->server->feedClients(), 1);
    const qint64 before = usedBytes();
    client.raw.send(bytes);
    QVERIFY(client.closesWith(code));
    QTRY_COMPARE(m_fixture->server->feedClients(), 0);
    QVERIFY(usedBytes() - before < 4 * 1024 * 1024);
}

void MetricsFeedTest::S03_deflateIsNotNegotiated()
{
    QVERIFY(startFast());
    RawClient client(*m_fixture);
    client.send(m_fixture->handshake(m_fixture->authorization() + "Sec-WebSocket-Extensions: permessage-deflate\r\n"));
    QVERIFY(client.replies());
    QCOMPARE(client.status(), 101);
    QVERIFY(client.field("Sec-WebSocket-Extensions").isEmpty());
}

void MetricsFeedTest::S03_aFloodOfMessagesIsClosed()
{
    QVERIFY(startFast([](server::ServerOptions &options) { options.feed.tick = milliseconds(1000); }));
    WebSocketClient client(*m_fixture);
    QVERIFY(client.joins());
    QTRY_COMPARE(m_fixture->server->feedClients(), 1);
    client.raw.send(WebSocketClient::frame(0x01, {}) + WebSocketClient::frame(0x00, "a").repeated(1000));
    QVERIFY(client.closesWith(1008));
}

void MetricsFeedTest::S03_aPingFloodThatReadsNothingIsBounded()
{
    QVERIFY(startFast());
    WebSocketClient client(*m_fixture);
    QVERIFY(client.joins());
    QTRY_COMPARE(m_fixture->server->feedClients(), 1);
    client.raw.socket.disconnect(&client.raw.socket);
    client.raw.socket.setReadBufferSize(1);
    const qint64 before = usedBytes();
    const QByteArray flood = WebSocketClient::frame(0x89, QByteArray(125, 'a')).repeated(4000);
    const bool dropped = QTest::qWaitFor(
        [&] {
            if (client.raw.socket.bytesToWrite() < flood.size())
                client.raw.socket.write(flood);
            return m_fixture->server->feedClients() == 0;
        },
        20000);
    QVERIFY(dropped);
    QVERIFY(usedBytes() - before < 32 * 1024 * 1024);
}

void MetricsFeedTest::S03_aSlowReaderIsBoundedAndGetsTheNewest()
{
    // However long a busy machine takes for the rounds.
    QVERIFY(startFast([](server::ServerOptions &options) {
        options.feed.silence = std::chrono::hours(1);
        options.feed.stalled = std::chrono::hours(1);
    }));
    fakes::fillManyContainers(m_fixture->fakes, u"big"_s, 500);
    WebSocketClient quick(*m_fixture);
    WebSocketClient slow(*m_fixture);
    QVERIFY(quick.joins() && slow.joins());
    QTRY_COMPARE(m_fixture->server->feedClients(), 2);
    slow.raw.socket.setReadBufferSize(1); // takes nothing further
    const qint64 before = usedBytes();
    const auto key = m_fixture->fakes.fleet.key(u"local"_s, u"media-lidarr-1"_s);
    // Every service changes again and again; the quick reader is told each time.
    for (int round = 1; round <= 40; ++round) {
        const auto edit = [round](model::Container &c) { c.restarts = round; };
        const auto all = m_fixture->fakes.fleet.containers(fakes::hostId(u"big"_s));
        for (const model::Container &container : all)
            QVERIFY(m_fixture->fakes.fleet.change({fakes::hostId(u"big"_s), container.id}, edit));
        QVERIFY(m_fixture->fakes.fleet.change(key, edit));
        QJsonObject delta;
        do {
            delta = quick.next(u"delta"_s);
            QVERIFY(!delta.isEmpty());
        } while (serviceNamed(delta, u"lidarr"_s).value(u"restarts"_s).toInt() != round);
    }
    QVERIFY(usedBytes() - before < 32 * 1024 * 1024);
    QCOMPARE(m_fixture->server->feedClients(), 2);
    slow.raw.socket.setReadBufferSize(0); // reads on: what it is told last is how things are
    slow.raw.received += slow.raw.socket.readAll();
    int restarts = 0;
    for (int messages = 0; restarts != 40; ++messages) {
        QVERIFY(messages < 200);
        QVERIFY(QTest::qWaitFor([&] { return !slow.texts.isEmpty(); }));
        const QJsonObject told = serviceNamed(QJsonDocument::fromJson(slow.texts.takeFirst()).object(), u"lidarr"_s);
        restarts = told.isEmpty() ? restarts : told.value(u"restarts"_s).toInt();
    }
}

void MetricsFeedTest::B24_aSilentClientIsDropped()
{
    QVERIFY(startFast([](server::ServerOptions &options) {
        options.feed.ping = milliseconds(100);
        options.feed.silence = milliseconds(400);
    }));
    WebSocketClient client(*m_fixture);
    client.answersPings = false;
    QVERIFY(client.joins());
    QVERIFY(client.raw.closes());
    QVERIFY(client.pings > 0);
    QTRY_COMPARE(m_fixture->server->feedClients(), 0);
}

void MetricsFeedTest::B24_aClientThatAnswersPingsStays()
{
    QVERIFY(startFast([](server::ServerOptions &options) {
        options.feed.ping = milliseconds(100);
        options.feed.silence = milliseconds(2000);
    }));
    WebSocketClient client(*m_fixture);
    QVERIFY(client.joins());
    QTRY_VERIFY_WITH_TIMEOUT(client.pings >= 25, 10000);
    QCOMPARE(m_fixture->server->feedClients(), 1);
}

void MetricsFeedTest::B24_theProductsOwnWaitsHoldTheRow()
{
    const server::ServerOptions own;
    QVERIFY(own.feed.ping <= std::chrono::seconds(15));
    QVERIFY(own.feed.silence <= std::chrono::seconds(30));
    QCOMPARE(own.frontDoor.head, std::chrono::seconds(10));
    QCOMPARE(own.frontDoor.idle, std::chrono::seconds(60));
    QCOMPARE(own.frontDoor.connections, 256);
    QCOMPARE(own.frontDoor.perSource, 32);
}

void MetricsFeedTest::B24_aClientThatComesBackIsToldWhatItMissed()
{
    QVERIFY(startFast());
    QByteArray resume;
    {
        WebSocketClient client(*m_fixture);
        QVERIFY(client.joins());
        const QJsonObject snapshot = client.next(u"snapshot"_s);
        resume = snapshot.value(u"epoch"_s).toString().toLatin1() + '.'
            + QByteArray::number(snapshot.value(u"seq"_s).toInt());
        client.raw.socket.abort();
    }
    m_fixture->fakes.fleet.change(m_fixture->fakes.fleet.key(u"local"_s, u"media-lidarr-1"_s),
                                  [](model::Container &c) { c.restarts = 77; });
    WebSocketClient client(*m_fixture, "/api/v1/metrics?resume=" + resume);
    QVERIFY(client.joins());
    const QJsonObject delta = client.next(u"delta"_s); // and no snapshot before it
    QCOMPARE(QByteArray::number(delta.value(u"since"_s).toInt()), resume.mid(resume.indexOf('.') + 1));
    // A tick may have passed before the change; then the change comes with the next one.
    QJsonObject telling = delta;
    while (!telling.isEmpty() && telling.value(u"services"_s).toArray().isEmpty())
        telling = client.next(u"delta"_s);
    QCOMPARE(telling.value(u"services"_s).toArray().size(), 1);
    QCOMPARE(serviceNamed(telling, u"lidarr"_s).value(u"restarts"_s).toInt(), 77);

    // An open connection can ask for it again.
    client.sendText("{\"type\":\"resume\",\"epoch\":\"" + resume.first(resume.indexOf('.'))
                    + "\",\"seq\":" + resume.mid(resume.indexOf('.') + 1) + '}');
    QJsonObject again;
    do {
        again = client.next(u"delta"_s);
    } while (!again.isEmpty() && again.value(u"since"_s) != delta.value(u"since"_s));
    QCOMPARE(serviceNamed(again, u"lidarr"_s).value(u"restarts"_s).toInt(), 77);
}

void MetricsFeedTest::B24_resumingFromTooLongAgoGivesASnapshot_data()
{
    QTest::addColumn<QByteArray>("resume");
    QTest::newRow("other epoch") << QByteArray("0000000000000000.1");
    QTest::newRow("nonsense") << QByteArray("nonsense");
    QTest::newRow("no number") << QByteArray("EPOCH.x");
    QTest::newRow("zero") << QByteArray("EPOCH.0");
    QTest::newRow("the future") << QByteArray("EPOCH.999999999");
    QTest::newRow("overflow") << QByteArray("EPOCH.99999999999999999999999");
    QTest::newRow("too long ago") << QByteArray("EPOCH.1");
}

void MetricsFeedTest::B24_resumingFromTooLongAgoGivesASnapshot()
{
    QFETCH(QByteArray, resume);
    QVERIFY(startFast([](server::ServerOptions &options) { options.feed.tick = milliseconds(5); }));
    WebSocketClient first(*m_fixture);
    QVERIFY(first.joins());
    const QJsonObject snapshot = first.next(u"snapshot"_s);
    while (first.next(u"delta"_s).value(u"seq"_s).toInt() < 70)
        QVERIFY(first.raw.socket.state() == QAbstractSocket::ConnectedState);
    resume.replace("EPOCH", snapshot.value(u"epoch"_s).toString().toLatin1());
    WebSocketClient second(*m_fixture, "/api/v1/metrics?resume=" + resume);
    QVERIFY(second.joins());
    QTRY_VERIFY(second.texts.size() >= 2);
    QVERIFY(second.texts[1].startsWith("{\"type\":\"snapshot\""));
}

void MetricsFeedTest::B24_aLostHostIsStaleAtOnce()
{
    QVERIFY(startFast());
    WebSocketClient client(*m_fixture);
    QVERIFY(client.joins());
    client.next(u"snapshot"_s);
    model::ConnectionState lost;
    lost.phase = model::ConnectionPhase::notResponding;
    lost.problem = model::ConnectionProblem::timeout;
    m_fixture->fakes.fleet.setConnection(fakes::hostId(u"local"_s), lost);
    QJsonObject delta;
    do {
        delta = client.next(u"delta"_s);
    } while (!delta.isEmpty() && !delta.contains(u"hosts"_s));
    const QJsonObject host = delta.value(u"hosts"_s).toArray().first().toObject();
    QCOMPARE(host.value(u"stale"_s).toBool(), true);
    QCOMPARE(host.value(u"connection"_s).toString(), u"notResponding"_s);
}

void MetricsFeedTest::clientsBeyondTheLimitAreTurnedAway()
{
    QVERIFY(startFast([](server::ServerOptions &options) { options.frontDoor.streamsFromLoopback = 1; }));
    WebSocketClient first(*m_fixture);
    QVERIFY(first.joins());
    RawClient second(*m_fixture);
    second.send(m_fixture->handshake(m_fixture->authorization()));
    QVERIFY(second.closes());
    QCOMPARE(second.status(), 503);
    first.raw.socket.abort();
    QTRY_COMPARE(m_fixture->server->feedClients(), 0);
    WebSocketClient third(*m_fixture);
    QVERIFY(third.joins());
}

QTEST_GUILESS_MAIN(MetricsFeedTest)
#include "metrics_feed_test.moc"
