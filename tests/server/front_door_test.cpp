// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server_fixture.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace mediahelm;
using std::chrono::milliseconds;
using tests::RawClient;
using tests::ServerFixture;

namespace {

// Of the 200 replies to `get` requests on one connection.
QJsonArray listOf(ServerFixture &fixture, const QByteArray &target)
{
    RawClient client(fixture);
    client.send(fixture.get(target));
    return client.replies() && client.status() == 200 ? QJsonDocument::fromJson(client.body()).array() : QJsonArray();
}

// An address of this machine that is not its loopback's; null where it has none. Not of Docker's networks, which other
// tests make and take away meanwhile.
QHostAddress ownAddress()
{
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        const QString name = interface.name();
        if (name.startsWith(QStringLiteral("br-")) || name.startsWith(QStringLiteral("docker")))
            continue;
        const auto entries = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            const QHostAddress address = entry.ip();
            if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback())
                return address;
        }
    }
    return {};
}

} // namespace

class FrontDoorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void healthIsOpenAndTellsNothingOfTheFleet();
    void listsHostsAndServices();
    void filtersServices();
    void findsAServiceByThePartOfItsId_data();
    void findsAServiceByThePartOfItsId();
    void showsMeasurementsOnceTheyCome();
    void keepsTheConnectionAndTakesOneRequestAtATime();
    void answersHeadWithoutABody();
    void closesWhenTheClientWantsIt();
    void everyReplyCarriesTheSecurityFields();

    void S06_S22_everyRouteButHealthWantsTheToken();
    void S06_noRouteOfTheEngineIsOpen();
    void S22_wrongTokensAreRefused_data();
    void S22_wrongTokensAreRefused();
    void S22_whatIsNotARouteIsRefused_data();
    void S22_whatIsNotARouteIsRefused();
    void S23_withoutATokenTheApiAnswersNobody();
    void S27_otherNamesAreMisdirected_data();
    void S27_otherNamesAreMisdirected();

    void S26_smugglingIsRefusedAndTheConnectionEnds_data();
    void S26_smugglingIsRefusedAndTheConnectionEnds();
    void S26_anUnwantedBodyIsRefusedBeforeItIsSent();
    void S26_theClientReadsTheRefusalThoughItGoesOnSending();
    void S26_aSlowHeadMeetsItsDeadline();
    void S26_aSilentConnectionMeetsItsDeadline();
    void S26_anIdleConnectionIsClosed();
    void S26_aClientThatReadsNothingMeetsItsDeadline();
    void S26_oneConnectionTooManyIsClosedAndTheOthersServed();
    void S26_aThousandSlowConnectionsLeaveRoomForOthers();
    void S26_aGoodClientIsServedBesideAThousandSlowOnes();

private:
    std::unique_ptr<ServerFixture> m_fixture;
};

void FrontDoorTest::init()
{
    m_fixture = std::make_unique<ServerFixture>();
}

void FrontDoorTest::cleanup()
{
    m_fixture.reset();
}

void FrontDoorTest::healthIsOpenAndTellsNothingOfTheFleet()
{
    QVERIFY(m_fixture->start());
    RawClient client(*m_fixture);
    client.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(client.replies());
    QCOMPARE(client.status(), 200);
    QCOMPARE(client.json().keys(),
             QStringList({QStringLiteral("status"), QStringLiteral("uptime_seconds"), QStringLiteral("version")}));
}

void FrontDoorTest::listsHostsAndServices()
{
    QVERIFY(m_fixture->start());
    const QJsonArray hosts = listOf(*m_fixture, "/api/v1/hosts");
    QCOMPARE(hosts.size(), 3);
    QCOMPARE(hosts[0].toObject().value(QStringLiteral("connection")).toString(), QStringLiteral("connected"));
    QCOMPARE(hosts[2].toObject().value(QStringLiteral("problem")).toString(), QStringLiteral("hostKeyChanged"));

    const QJsonArray services = listOf(*m_fixture, "/api/v1/services");
    qsizetype expected = 0;
    const auto statuses = m_fixture->fakes.fleet.hosts();
    for (const control::HostStatus &status : statuses)
        expected += m_fixture->fakes.fleet.containers(status.profile.id).size();
    QCOMPARE(services.size(), expected);
    bool unhealthy = false;
    for (const QJsonValue &item : services) {
        const QJsonObject service = item.toObject();
        unhealthy = unhealthy
            || (service.value(QStringLiteral("service")) == QStringLiteral("lidarr")
                && service.value(QStringLiteral("health")) == QStringLiteral("unhealthy"));
        QCOMPARE(service.value(QStringLiteral("stale")).toBool(),
                 service.value(QStringLiteral("host")) != QStringLiteral("local"));
    }
    QVERIFY(unhealthy);
}

void FrontDoorTest::filtersServices()
{
    QVERIFY(m_fixture->start());
    const auto all = [](const QJsonArray &items, const QString &key, const QString &value) {
        return !items.isEmpty() && std::all_of(items.begin(), items.end(), [&](const QJsonValue &item) {
            return item.toObject().value(key) == value;
        });
    };
    QVERIFY(all(listOf(*m_fixture, "/api/v1/services?host=nas"), QStringLiteral("host"), QStringLiteral("nas")));
    QVERIFY(all(listOf(*m_fixture, "/api/v1/services?host=local&project=media"), QStringLiteral("project"),
                QStringLiteral("media")));
    RawClient client(*m_fixture);
    client.send(m_fixture->get("/api/v1/services?host=nowhere"));
    QVERIFY(client.replies());
    QCOMPARE(client.status(), 404);
    client.take();
    client.send(m_fixture->get("/api/v1/services?hots=nas"));
    QVERIFY(client.replies());
    QCOMPARE(client.status(), 400);
    client.take();
    client.send(m_fixture->get("/api/v1/services?host=nas&host=local"));
    QVERIFY(client.replies());
    QCOMPARE(client.status(), 400);
}

void FrontDoorTest::findsAServiceByThePartOfItsId_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("status");
    QTest::newRow("whole id") << 64 << 200;
    QTest::newRow("short id") << 12 << 200;
    QTest::newRow("too short") << 11 << 400;
}

void FrontDoorTest::findsAServiceByThePartOfItsId()
{
    QFETCH(const int, length);
    QFETCH(const int, status);
    QVERIFY(m_fixture->start());
    const QByteArray id =
        m_fixture->fakes.fleet.key(QStringLiteral("local"), QStringLiteral("media-lidarr-1")).id.text().toLatin1();
    QCOMPARE(id.size(), 64);
    RawClient client(*m_fixture);
    client.send(m_fixture->get("/api/v1/services/" + id.first(length)));
    QVERIFY(client.replies());
    QCOMPARE(client.status(), status);
    if (status == 200)
        QCOMPARE(client.json().value(QStringLiteral("id")).toString().toLatin1(), id);
}

void FrontDoorTest::showsMeasurementsOnceTheyCome()
{
    QVERIFY(m_fixture->start());
    const auto measured = [this] {
        const QJsonArray services = listOf(*m_fixture, "/api/v1/services?host=local");
        return std::any_of(services.begin(), services.end(), [](const QJsonValue &item) {
            return item.toObject().value(QStringLiteral("cpu_cores")).isDouble();
        });
    };
    QCOMPARE(m_fixture->fakes.stats.watches(), 0);
    QVERIFY(!measured());
    QTRY_COMPARE(m_fixture->fakes.stats.watches(), 1);
    m_fixture->fakes.stats.tick();
    QVERIFY(measured());
}

void FrontDoorTest::keepsTheConnectionAndTakesOneRequestAtATime()
{
    QVERIFY(m_fixture->start());
    RawClient client(*m_fixture);
    client.send(m_fixture->get("/api/v1/hosts") + m_fixture->get("/nothing") + m_fixture->get("/healthz"));
    for (const int status : {200, 404, 200}) {
        QVERIFY(client.replies());
        QCOMPARE(client.status(), status);
        QCOMPARE(client.field("Connection"), "keep-alive");
        client.take();
    }
    QVERIFY(client.received.isEmpty());
    QCOMPARE(m_fixture->server->connections(), 1);
}

void FrontDoorTest::answersHeadWithoutABody()
{
    QVERIFY(m_fixture->start());
    RawClient client(*m_fixture);
    QByteArray request = m_fixture->get("/api/v1/hosts");
    request.replace("GET ", "HEAD ");
    client.send(request + m_fixture->get("/healthz"));
    QVERIFY(client.receives("\r\n\r\nHTTP/1.1 200 OK"));
    QVERIFY(client.field("Content-Length").toInt() > 100);
}

void FrontDoorTest::closesWhenTheClientWantsIt()
{
    QVERIFY(m_fixture->start());
    RawClient client(*m_fixture);
    client.send(m_fixture->get("/healthz", "Connection: close\r\n"));
    QVERIFY(client.closes());
    QCOMPARE(client.status(), 200);
    QCOMPARE(client.field("Connection"), "close");
    QTRY_COMPARE(m_fixture->server->connections(), 0);
}

void FrontDoorTest::everyReplyCarriesTheSecurityFields()
{
    QVERIFY(m_fixture->start());
    for (const QByteArray &request :
         {m_fixture->get("/healthz"), m_fixture->get("/nothing"), QByteArray("x\r\n\r\n")}) {
        RawClient client(*m_fixture);
        client.send(request);
        QVERIFY(client.replies());
        QCOMPARE(client.field("X-Content-Type-Options"), "nosniff");
        QCOMPARE(client.field("Cache-Control"), "no-store");
        QCOMPARE(client.field("Content-Security-Policy"), "default-src 'none'; frame-ancestors 'none'");
        QVERIFY(client.field("Server").isEmpty());
        QVERIFY(client.field("Access-Control-Allow-Origin").isEmpty());
    }
}

void FrontDoorTest::S06_S22_everyRouteButHealthWantsTheToken()
{
    QVERIFY(m_fixture->start());
    QCOMPARE(m_fixture->server->openPaths(), QList<QByteArray>({"GET /healthz"}));
    QVERIFY(m_fixture->server->tokenPaths().size() >= 4);
    for (QByteArray path : m_fixture->server->tokenPaths()) {
        path.replace("{id}", QByteArray(64, 'a'));
        RawClient client(*m_fixture);
        client.send(path + " HTTP/1.1\r\nHost: " + m_fixture->host() + "\r\n\r\n");
        QVERIFY(client.replies());
        QCOMPARE(client.status(), 401);
        QCOMPARE(client.field("WWW-Authenticate"), "Bearer realm=\"mediahelm\"");
    }
}

// Every path of the Engine API 1.41, with each method: none leads anywhere, with the token or without.
void FrontDoorTest::S06_noRouteOfTheEngineIsOpen()
{
    QVERIFY(m_fixture->start());
    const QByteArray id(64, 'a');
    const QList<QByteArray> paths{"/containers/json",
                                  "/containers/create",
                                  "/containers/ID/json",
                                  "/containers/ID/top",
                                  "/containers/ID/logs",
                                  "/containers/ID/changes",
                                  "/containers/ID/export",
                                  "/containers/ID/stats",
                                  "/containers/ID/resize",
                                  "/containers/ID/start",
                                  "/containers/ID/stop",
                                  "/containers/ID/restart",
                                  "/containers/ID/kill",
                                  "/containers/ID/update",
                                  "/containers/ID/rename",
                                  "/containers/ID/pause",
                                  "/containers/ID/unpause",
                                  "/containers/ID/attach",
                                  "/containers/ID/attach/ws",
                                  "/containers/ID/wait",
                                  "/containers/ID",
                                  "/containers/ID/archive",
                                  "/containers/prune",
                                  "/images/json",
                                  "/build",
                                  "/build/prune",
                                  "/images/create",
                                  "/images/ID/json",
                                  "/images/ID/history",
                                  "/images/ID/push",
                                  "/images/ID/tag",
                                  "/images/ID",
                                  "/images/search",
                                  "/images/prune",
                                  "/images/ID/get",
                                  "/images/get",
                                  "/images/load",
                                  "/auth",
                                  "/info",
                                  "/version",
                                  "/_ping",
                                  "/commit",
                                  "/events",
                                  "/system/df",
                                  "/containers/ID/exec",
                                  "/exec/ID/start",
                                  "/exec/ID/resize",
                                  "/exec/ID/json",
                                  "/volumes",
                                  "/volumes/create",
                                  "/volumes/ID",
                                  "/volumes/prune",
                                  "/networks",
                                  "/networks/ID",
                                  "/networks/create",
                                  "/networks/ID/connect",
                                  "/networks/ID/disconnect",
                                  "/networks/prune",
                                  "/plugins",
                                  "/plugins/privileges",
                                  "/plugins/pull",
                                  "/plugins/ID/json",
                                  "/plugins/ID",
                                  "/plugins/ID/enable",
                                  "/plugins/ID/disable",
                                  "/plugins/ID/upgrade",
                                  "/plugins/create",
                                  "/plugins/ID/push",
                                  "/plugins/ID/set",
                                  "/nodes",
                                  "/nodes/ID",
                                  "/nodes/ID/update",
                                  "/swarm",
                                  "/swarm/init",
                                  "/swarm/join",
                                  "/swarm/leave",
                                  "/swarm/update",
                                  "/swarm/unlockkey",
                                  "/swarm/unlock",
                                  "/services",
                                  "/services/create",
                                  "/services/ID",
                                  "/services/ID/update",
                                  "/services/ID/logs",
                                  "/tasks",
                                  "/tasks/ID",
                                  "/tasks/ID/logs",
                                  "/secrets",
                                  "/secrets/create",
                                  "/secrets/ID",
                                  "/secrets/ID/update",
                                  "/configs",
                                  "/configs/create",
                                  "/configs/ID",
                                  "/configs/ID/update",
                                  "/distribution/ID/json",
                                  "/session"};
    RawClient client(*m_fixture);
    int asked = 0;
    for (const QByteArray &prefix : {QByteArray(), QByteArray("/v1.41"), QByteArray("/api/v1")}) {
        for (QByteArray path : paths) {
            path = prefix + path.replace("ID", id);
            const bool ours = path.startsWith("/api/v1/services") && path.count('/') <= 4; // services/{id}, of ours
            QByteArray requests;
            QList<int> expected; // 0: whatever there is
            for (const QByteArray &method : QList<QByteArray>{"GET", "POST", "PUT", "DELETE"}) {
                for (const bool withToken : {false, true}) {
                    requests += method + ' ' + path + " HTTP/1.1\r\nHost: " + m_fixture->host() + "\r\n"
                        + (withToken ? m_fixture->authorization() : QByteArray()) + "\r\n";
                    expected << (!withToken ? 401 : !ours ? 404 : method != "GET" ? 405 : 0);
                }
            }
            client.send(requests);
            for (const int status : expected) {
                QVERIFY(client.replies());
                QVERIFY2(status == 0 || client.status() == status, path.constData());
                client.take();
                ++asked;
            }
        }
    }
    QCOMPARE(asked, int(paths.size()) * 3 * 4 * 2);
    QVERIFY(m_fixture->fakes.operations.calls().isEmpty());
}

void FrontDoorTest::S22_wrongTokensAreRefused_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("status");
    const QByteArray token = ServerFixture().token;
    QTest::newRow("right") << QByteArray("Authorization: Bearer " + token) << 200;
    QTest::newRow("scheme in lower case") << QByteArray("authorization: bearer " + token) << 200;
    QTest::newRow("none") << QByteArray("X: a") << 401;
    QTest::newRow("empty") << QByteArray("Authorization: Bearer ") << 401;
    QTest::newRow("shorter") << QByteArray("Authorization: Bearer " + token.chopped(1)) << 401;
    QTest::newRow("longer") << QByteArray("Authorization: Bearer " + token + 'a') << 401;
    QTest::newRow("other case") << QByteArray("Authorization: Bearer " + token.toUpper()) << 401;
    QTest::newRow("basic") << QByteArray("Authorization: Basic " + token.toBase64()) << 401;
    QTest::newRow("no scheme") << QByteArray("Authorization: " + token) << 401;
    QTest::newRow("twice") << QByteArray("Authorization: Bearer " + token + "\r\nAuthorization: Bearer x") << 401;
    QTest::newRow("cookie") << QByteArray("Cookie: token=" + token) << 401;
    QTest::newRow("subprotocol without a WebSocket")
        << QByteArray("Sec-WebSocket-Protocol: mediahelm.bearer." + token.toBase64(QByteArray::Base64UrlEncoding))
        << 401;
}

void FrontDoorTest::S22_wrongTokensAreRefused()
{
    QFETCH(const QByteArray, field);
    QFETCH(const int, status);
    QVERIFY(m_fixture->start());
    RawClient client(*m_fixture);
    client.send("GET /api/v1/hosts HTTP/1.1\r\nHost: " + m_fixture->host() + "\r\n" + field + "\r\n\r\n");
    QVERIFY(client.replies());
    QCOMPARE(client.status(), status);
}

void FrontDoorTest::S22_whatIsNotARouteIsRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("withToken");
    QTest::addColumn<int>("status");
    QTest::newRow("unknown, without") << QByteArray("GET /api/v1/secrets") << false << 401;
    QTest::newRow("unknown, with") << QByteArray("GET /api/v1/secrets") << true << 404;
    QTest::newRow("root") << QByteArray("GET /") << true << 404;
    QTest::newRow("engine's own path") << QByteArray("POST /v1.41/containers/create") << true << 404;
    QTest::newRow("method, without") << QByteArray("DELETE /api/v1/hosts") << false << 401;
    QTest::newRow("method, with") << QByteArray("DELETE /api/v1/hosts") << true << 405;
    QTest::newRow("options") << QByteArray("OPTIONS /api/v1/hosts") << false << 401;
    QTest::newRow("trailing slash") << QByteArray("GET /api/v1/hosts/") << true << 404;
    QTest::newRow("double slash") << QByteArray("GET //api/v1/hosts") << true << 404;
    QTest::newRow("dots") << QByteArray("GET /healthz/../api/v1/hosts") << false << 401;
    QTest::newRow("dots, with") << QByteArray("GET /healthz/../api/v1/hosts") << true << 404;
    QTest::newRow("encoded dots") << QByteArray("GET /healthz/%2e%2e/api/v1/hosts") << true << 404;
    QTest::newRow("encoded slash") << QByteArray("GET /api/v1/services/..%2f..%2fetc") << true << 400;
    QTest::newRow("encoded NUL") << QByteArray("GET /api/v1/hosts%00") << true << 400;
    QTest::newRow("broken encoding") << QByteArray("GET /api/v1/%zz") << true << 400;
    QTest::newRow("no UTF-8") << QByteArray("GET /api/v1/%ff") << true << 400;
    QTest::newRow("id that is none") << QByteArray("GET /api/v1/services/a.b") << true << 400;
    QTest::newRow("id in upper case") << QByteArray("GET /api/v1/services/AAAAAAAAAAAA") << true << 400;
    QTest::newRow("id of nobody") << QByteArray("GET /api/v1/services/ffffffffffff") << true << 404;
    QTest::newRow("healthz in upper case") << QByteArray("GET /HEALTHZ") << false << 401;
    QTest::newRow("WebSocket without an upgrade") << QByteArray("GET /api/v1/metrics") << true << 426;
}

void FrontDoorTest::S22_whatIsNotARouteIsRefused()
{
    QFETCH(const QByteArray, line);
    QFETCH(const bool, withToken);
    QFETCH(const int, status);
    QVERIFY(m_fixture->start());
    RawClient client(*m_fixture);
    client.send(line + " HTTP/1.1\r\nHost: " + m_fixture->host() + "\r\n"
                + (withToken ? m_fixture->authorization() : QByteArray()) + "\r\n");
    QVERIFY(client.replies());
    QCOMPARE(client.status(), status);
    QVERIFY(client.json().contains(QStringLiteral("error")));
}

void FrontDoorTest::S23_withoutATokenTheApiAnswersNobody()
{
    QVERIFY(m_fixture->start([](server::ServerOptions &options) { options.tokenFile.clear(); }));
    for (const QByteArray &token : {QByteArray(), m_fixture->token}) {
        RawClient client(*m_fixture);
        client.send("GET /api/v1/hosts HTTP/1.1\r\nHost: " + m_fixture->host() + "\r\nAuthorization: Bearer " + token
                    + "\r\n\r\n");
        QVERIFY(client.replies());
        QCOMPARE(client.status(), 401);
    }
}

void FrontDoorTest::S27_otherNamesAreMisdirected_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("reached address") << QByteArray("127.0.0.1") << 200;
    QTest::newRow("with a port") << QByteArray("127.0.0.1:3000") << 200;
    QTest::newRow("localhost") << QByteArray("localhost:1") << 200;
    QTest::newRow("case") << QByteArray("LocalHost") << 200;
    QTest::newRow("listed") << QByteArray("media.example") << 200;
    QTest::newRow("foreign") << QByteArray("evil.example") << 421;
    QTest::newRow("listed as a part") << QByteArray("media.example.evil") << 421;
    QTest::newRow("below the listed") << QByteArray("a.media.example") << 421;
    QTest::newRow("other address") << QByteArray("192.0.2.1") << 421;
    QTest::newRow("other loopback address") << QByteArray("127.0.0.2") << 421;
    QTest::newRow("other literal form") << QByteArray("2130706433.example") << 421;
    QTest::newRow("v6 loopback") << QByteArray("[::1]") << 421;
    QTest::newRow("mapped") << QByteArray("[::ffff:127.0.0.1]") << 200;
    QTest::newRow("broken brackets") << QByteArray("[::1") << 421;
    QTest::newRow("broken port") << QByteArray("localhost:99999") << 421;
    QTest::newRow("user") << QByteArray("localhost@evil.example") << 421;
    QTest::newRow("empty") << QByteArray() << 421;
    QTest::newRow("trailing dot") << QByteArray("localhost.") << 421;
}

void FrontDoorTest::S27_otherNamesAreMisdirected()
{
    QFETCH(const QByteArray, host);
    QFETCH(const int, status);
    QVERIFY(m_fixture->start(
        [](server::ServerOptions &options) { options.allowedHosts = {QStringLiteral("Media.Example")}; }));
    for (const QByteArray target : {"/healthz", "/api/v1/hosts"}) {
        RawClient client(*m_fixture);
        client.send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + m_fixture->authorization() + "\r\n");
        QVERIFY(client.replies());
        QCOMPARE(client.status(), status);
    }
}

void FrontDoorTest::S26_smugglingIsRefusedAndTheConnectionEnds_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::newRow("length and coding") << QByteArray("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("coding") << QByteArray("Transfer-Encoding: chunked\r\n") << 411;
    QTest::newRow("two lengths") << QByteArray("Content-Length: 5\r\nContent-Length: 6\r\n") << 400;
    QTest::newRow("folding") << QByteArray("X: a\r\n b\r\n") << 400;
    QTest::newRow("bare LF") << QByteArray("X: a\n") << 400;
    QTest::newRow("large head") << QByteArray("X: " + QByteArray(20000, 'a') + "\r\n") << 431;
}

void FrontDoorTest::S26_smugglingIsRefusedAndTheConnectionEnds()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const int, status);
    QVERIFY(m_fixture->start());
    RawClient client(*m_fixture);
    client.send(m_fixture->get("/healthz", fields) + m_fixture->get("/api/v1/hosts"));
    QVERIFY(client.closes());
    QCOMPARE(client.status(), status);
    QCOMPARE(client.field("Connection"), "close");
    client.take();
    QCOMPARE(client.received, QByteArray()); // the second request was not answered
}

void FrontDoorTest::S26_anUnwantedBodyIsRefusedBeforeItIsSent()
{
    QVERIFY(m_fixture->start());
    RawClient client(*m_fixture);
    client.send(m_fixture->get("/healthz", "Content-Length: 1048577\r\nExpect: 100-continue\r\n"));
    QVERIFY(client.closes());
    QCOMPARE(client.status(), 413);
}

void FrontDoorTest::S26_theClientReadsTheRefusalThoughItGoesOnSending()
{
    QVERIFY(m_fixture->start());
    RawClient client(*m_fixture);
    client.send(m_fixture->get("/healthz", "Content-Length: 200000\r\n") + QByteArray(200000, 'a'));
    QVERIFY(client.closes());
    QCOMPARE(client.status(), 413);
    QCOMPARE(client.socket.error(), QAbstractSocket::RemoteHostClosedError); // and not a reset
}

void FrontDoorTest::S26_aSlowHeadMeetsItsDeadline()
{
    QVERIFY(m_fixture->start([](server::ServerOptions &options) {
        options.frontDoor.head = milliseconds(300);
        options.frontDoor.linger = milliseconds(100);
    }));
    RawClient client(*m_fixture);
    client.send("GET / HTTP/1.1\r\n");
    // A byte now and then does not put it off.
    QTimer trickle;
    QObject::connect(&trickle, &QTimer::timeout, &client.socket, [&client] { client.socket.write("X"); });
    trickle.start(20);
    QVERIFY(client.closes());
    QCOMPARE(client.status(), 408);
    QTRY_COMPARE(m_fixture->server->connections(), 0);
}

void FrontDoorTest::S26_aSilentConnectionMeetsItsDeadline()
{
    QVERIFY(m_fixture->start([](server::ServerOptions &options) { options.frontDoor.head = milliseconds(100); }));
    RawClient client(*m_fixture);
    client.send({});
    QVERIFY(client.closes());
    QVERIFY(client.received.isEmpty());
}

void FrontDoorTest::S26_anIdleConnectionIsClosed()
{
    QVERIFY(m_fixture->start([](server::ServerOptions &options) { options.frontDoor.idle = milliseconds(100); }));
    RawClient client(*m_fixture);
    client.send(m_fixture->get("/healthz"));
    QVERIFY(client.replies());
    QVERIFY(client.closes());
}

void FrontDoorTest::S26_aClientThatReadsNothingMeetsItsDeadline()
{
    QVERIFY(m_fixture->start([](server::ServerOptions &options) { options.frontDoor.write = milliseconds(200); }));
    for (int i = 0; i < 4000; ++i) {
        model::Container container = m_fixture->fakes.fleet.containers(m_fixture->fakes.fleet.hosts()[0].profile.id)[0];
        container.id = *base::ContainerId::parse(QStringLiteral("%1").arg(i, 64, 16, QLatin1Char('0')));
        m_fixture->fakes.fleet.upsert(m_fixture->fakes.fleet.hosts()[0].profile.id, container);
    }
    RawClient client(*m_fixture);
    client.socket.setReadBufferSize(1024);
    client.socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
    client.socket.disconnect(); // reads nothing by itself
    for (int i = 0; i < 8; ++i)
        client.send(m_fixture->get("/api/v1/services"));
    QTRY_COMPARE(m_fixture->server->connections(), 1);
    QTRY_COMPARE(m_fixture->server->connections(), 0);
}

void FrontDoorTest::S26_oneConnectionTooManyIsClosedAndTheOthersServed()
{
    QVERIFY(m_fixture->start([](server::ServerOptions &options) { options.frontDoor.fromLoopback = 3; }));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<RawClient>(*m_fixture));
        clients.back()->send("GET /healthz HTTP/1.1\r\n");
    }
    QTRY_COMPARE(m_fixture->server->connections(), 3);
    RawClient further(*m_fixture);
    QVERIFY(further.closes());
    QVERIFY(further.received.isEmpty());
    for (const auto &client : clients) {
        client->send("Host: localhost\r\nConnection: close\r\n\r\n");
        QVERIFY(client->closes());
        QCOMPARE(client->status(), 200);
    }
    QTRY_COMPARE(m_fixture->server->connections(), 0);
    RawClient later(*m_fixture);
    later.send(m_fixture->get("/healthz"));
    QVERIFY(later.replies());
}

void FrontDoorTest::S26_aThousandSlowConnectionsLeaveRoomForOthers()
{
    // All come from 127.0.0.1, whose share is 192 of 256: what another source finds is told by the counter's own test.
    QVERIFY(m_fixture->start([](server::ServerOptions &options) {
        options.frontDoor.head = milliseconds(500);
        options.frontDoor.linger = milliseconds(50);
    }));
#ifdef __SANITIZE_THREAD__
    constexpr int many = 300; // each poll() costs it for every descriptor anew
#else
    constexpr int many = 1000;
#endif
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < many; ++i) {
        clients.push_back(std::make_unique<RawClient>(*m_fixture));
        if (i % 50 == 0)
            QCoreApplication::sendPostedEvents();
    }
    for (const auto &client : clients)
        client->send("GET /healthz HTTP/1.1\r\nX: ");
    QVERIFY(m_fixture->server->connections() <= 192);
    QTRY_COMPARE(m_fixture->server->connections(), 0);
    RawClient client(*m_fixture);
    client.send(m_fixture->get("/healthz"));
    QVERIFY(client.replies());
    QCOMPARE(client.status(), 200);
}

// One that is connected already, and one that connects from another address than the slow ones, as far as this machine
// has one. They are read slowly from, in head, body and reply.
void FrontDoorTest::S26_aGoodClientIsServedBesideAThousandSlowOnes()
{
    QVERIFY(m_fixture->start([](server::ServerOptions &options) { options.address = QStringLiteral("0.0.0.0"); }));
    const QHostAddress other = ownAddress();
    RawClient kept(*m_fixture);
    kept.send(m_fixture->get("/healthz"));
    QVERIFY(kept.replies());
    kept.take();

#ifdef __SANITIZE_THREAD__
    constexpr int many = 300;
#else
    constexpr int many = 1000;
#endif
    std::vector<std::unique_ptr<RawClient>> slow;
    const auto addSlow = [&] {
        slow.push_back(std::make_unique<RawClient>(*m_fixture));
        const std::size_t kind = slow.size() % 3;
        if (kind == 2)
            slow.back()->socket.setReadBufferSize(1);
        slow.back()->send(kind == 0       ? m_fixture->get("/healthz").chopped(2) + "X: "
                              : kind == 1 ? m_fixture->get("/healthz", "Content-Length: 100\r\n") + "a"
                                          : m_fixture->get("/api/v1/services"));
    };
    std::vector<double> waits;
    constexpr int rounds = 40;
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < many / rounds; ++i)
            addSlow();
        for (const auto &client : slow) // each a byte now and then
            client->socket.write("a");
        QElapsedTimer clock;
        clock.start();
        kept.send(m_fixture->get("/api/v1/hosts"));
        QVERIFY(kept.replies());
        QCOMPARE(kept.status(), 200);
        kept.take();
        waits.push_back(double(clock.nsecsElapsed()) / 1e6);
        if (other.isNull())
            continue;
        clock.restart();
        QTcpSocket fresh;
        fresh.setProxy(QNetworkProxy::NoProxy);
        QByteArray reply;
        connect(&fresh, &QTcpSocket::readyRead, &fresh, [&] { reply += fresh.readAll(); });
        fresh.connectToHost(other, m_fixture->server->port());
        fresh.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        QTRY_VERIFY(fresh.state() == QAbstractSocket::UnconnectedState && !reply.isEmpty());
        QVERIFY2(reply.startsWith("HTTP/1.1 200"), reply.constData());
        waits.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(waits.begin(), waits.end());
    const double p95 = waits[waits.size() * 95 / 100];
    qInfo("S26: p95 of a good client beside %d slow ones: %.1f ms (bar 500 ms)%s", many, p95,
          other.isNull() ? ", on a kept connection alone" : "");
    QVERIFY2(p95 < 2000, qPrintable(QString::number(p95))); // the figure is a benchmark's; this is generous
}

QTEST_GUILESS_MAIN(FrontDoorTest)
#include "front_door_test.moc"
