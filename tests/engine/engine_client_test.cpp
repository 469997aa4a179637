// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_client.h"
#include "core/engine/request_queue.h"
#include "engine/scripted_engine.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <map>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace mediahelm;
using base::ContainerId;
using base::ErrorKind;
using base::Result;
using engine::EngineClient;
using model::ContainerAction;
using tests::ScriptedEngine;
using After = ScriptedEngine::After;

namespace {

constexpr int patience = 20000; // ms

const QByteArray listEntry = R"({"Id":"ID","Names":["/one"],"Image":"i","State":"running","Status":"Up 1 second"})";
const QByteArray inspection = R"({"Id":"ID","Name":"/one","State":{"Status":"running"},"Config":{"StopTimeout":2}})";

QByteArray withId(QByteArray json, const ContainerId &id)
{
    return json.replace("ID", id.text().toLatin1());
}

ContainerId idOf(int number)
{
    return ContainerId::parse(QString::number(number).rightJustified(64, QLatin1Char('0'))).value();
}

// What a call ended with, whatever its type.
struct Outcome {
    bool finished = false;
    bool ok = false;
    base::Error error;
};

template<typename T>
std::shared_ptr<Outcome> watch(QFuture<Result<T>> future, QObject *context)
{
    auto outcome = std::make_shared<Outcome>();
    future.then(context, [outcome](const Result<T> &result) {
        outcome->finished = true;
        outcome->ok = result.ok();
        if (!result)
            outcome->error = result.error();
    });
    return outcome;
}

using Caller = std::function<std::shared_ptr<Outcome>(EngineClient &, QObject *)>;

struct Route {
    Caller call;
    QByteArray target; // part of it
    bool hasBody = true; // that must be JSON
};

Caller acting(ContainerAction action)
{
    return [action](EngineClient &client, QObject *context) {
        EngineClient::ActionOptions options;
        options.graceSeconds = 0;
        return watch(client.act(idOf(1), action, options), context);
    };
}

std::map<QByteArray, Route> routes()
{
    return {
        {"negotiate", {[](auto &c, auto *o) { return watch(c.negotiate(), o); }, "/_ping", false}},
        {"ping", {[](auto &c, auto *o) { return watch(c.ping(), o); }, "/_ping", false}},
        {"info", {[](auto &c, auto *o) { return watch(c.info(), o); }, "/version"}},
        {"disk usage", {[](auto &c, auto *o) { return watch(c.diskUsage(), o); }, "/system/df"}},
        {"images", {[](auto &c, auto *o) { return watch(c.images(), o); }, "/images/json"}},
        {"containers", {[](auto &c, auto *o) { return watch(c.containers(), o); }, "/containers/json"}},
        {"inspect", {[](auto &c, auto *o) { return watch(c.inspect(idOf(1)), o); }, "/json"}},
        {"project's containers",
         {[](auto &c, auto *o) { return watch(c.projectContainers(QStringLiteral("media")), o); }, "/containers/json"}},
        {"observe a container", {[](auto &c, auto *o) { return watch(c.observeContainer(idOf(1)), o); }, "/json"}},
        {"observe an image",
         {[](auto &c, auto *o) { return watch(c.observeImage(*base::ImageName::parse(u"app:1")), o); },
          "/images/app:1/json"}},
        {"statistics", {[](auto &c, auto *o) { return watch(c.statsOnce(idOf(1)), o); }, "/stats"}},
        {"start", {acting(ContainerAction::start), "/start", false}},
        {"stop", {acting(ContainerAction::stop), "/stop?t=0", false}},
        {"restart", {acting(ContainerAction::restart), "/restart?t=0", false}},
        {"pause", {acting(ContainerAction::pause), "/pause", false}},
        {"unpause", {acting(ContainerAction::unpause), "/unpause", false}},
        {"kill", {acting(ContainerAction::kill), "/kill", false}},
        {"remove", {acting(ContainerAction::remove), "DELETE /containers/", false}},
    };
}

EngineClient::Deadlines shortDeadlines()
{
    using std::chrono::milliseconds;
    return {milliseconds(200), milliseconds(200), milliseconds(200), milliseconds(200)};
}

EngineClient::Deadlines longDeadlines()
{
    using std::chrono::minutes;
    return {minutes(1), minutes(1), minutes(1), minutes(1)};
}

} // namespace

class EngineClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallTellsEveryFault_data();
    void everyCallTellsEveryFault();
    void B03_hungContainerHoldsNobodyElse();
    void B03_whatWaitsTooLongIsTold();
    void B05_speaksTheNewestVersionOfBoth_data();
    void B05_speaksTheNewestVersionOfBoth();
    void S06_everyPathIsPutTogetherFromValidatedParts_data();
    void S06_everyPathIsPutTogetherFromValidatedParts();
    void S06_noContainerIsNoPath();
    void imageGetsOneMoreName_data();
    void imageGetsOneMoreName();
    void atMostEightAreInFlight();
    void nothingToDoIsNoError();
    void theContainersOwnGraceCounts();
    void wordsOfTheEngineAreHandedOn();
    void endingCancelsWhatIsUnderWay();
    void mayBeDestroyedInItsOwnAnswer();
    void withoutAConnectionItIsUnreachable();
};

void EngineClientTest::everyCallTellsEveryFault_data()
{
    QTest::addColumn<QByteArray>("route");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("kind");

    const QList<std::pair<QByteArray, ErrorKind>> faults{
        {"refused", ErrorKind::unreachable}, {"no socket", ErrorKind::unreachable},
        {"timeout", ErrorKind::timeout},     {"cut mid-body", ErrorKind::unreachable},
        {"no HTTP", ErrorKind::invalid},     {"bad JSON", ErrorKind::invalid},
        {"403", ErrorKind::refused},         {"404", ErrorKind::notFound},
        {"409", ErrorKind::conflict},        {"500", ErrorKind::internal},
        {"501", ErrorKind::unsupported},     {"400", ErrorKind::invalid},
    };
    for (const auto &[name, route] : routes()) {
        for (const auto &[fault, kind] : faults) {
            if (fault == "bad JSON" && !route.hasBody)
                continue;
            ErrorKind expected = kind;
            // Whoever answers the ping like this is no engine.
            if (name == "negotiate" && (fault == "404" || fault == "501"))
                expected = ErrorKind::invalid;
            QTest::addRow("%s: %s", name.constData(), fault.constData()) << name << fault << static_cast<int>(expected);
        }
    }
}

void EngineClientTest::everyCallTellsEveryFault()
{
    QFETCH(QByteArray, route);
    QFETCH(QByteArray, fault);
    QFETCH(int, kind);
    const Route called = routes().at(route);
    ScriptedEngine server;
    if (fault == "refused" || fault == "no socket") {
        server.stopListening();
        if (fault == "refused") {
            // A killed engine leaves its socket's file behind.
            const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            qstrncpy(address.sun_path, QFile::encodeName(server.path()).constData(), sizeof address.sun_path);
            QCOMPARE(::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
            ::close(fd);
        }
    } else if (fault == "timeout") {
        server.hang(called.target);
    } else if (fault == "cut mid-body") {
        server.answer(called.target, {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{\"Id\"", After::close, 0});
    } else if (fault == "no HTTP") {
        server.answer(called.target, {"220 mail.example.org ESMTP\r\n\r\n\r\n", After::close, 0});
    } else if (fault == "bad JSON") {
        server.answer(called.target, {ScriptedEngine::json("[{\"Id\":"), After::close, 0});
    } else {
        server.answer(called.target,
                      {ScriptedEngine::reply(fault.toInt(), R"({"message":"the engine's words"})"), After::close, 0});
    }
    EngineClient client(server.opener(), fault == "timeout" ? shortDeadlines() : longDeadlines());
    const auto outcome = called.call(client, this);
    QTRY_VERIFY_WITH_TIMEOUT(outcome->finished, patience);
    QVERIFY(!outcome->ok);
    QCOMPARE(base::errorKindName(outcome->error.kind), base::errorKindName(static_cast<ErrorKind>(kind)));
    QVERIFY(!outcome->error.message.isEmpty());
    if (outcome->error.kind == ErrorKind::invalid && route != "negotiate" && fault != "400")
        QVERIFY2(outcome->error.message.contains(QLatin1String("/")), qPrintable(outcome->error.message));
    if (fault == "409")
        QVERIFY2(outcome->error.message.contains(QLatin1String("the engine's words")),
                 qPrintable(outcome->error.message));
    QCOMPARE(client.callsInFlight(), 0);
}

void EngineClientTest::B03_hungContainerHoldsNobodyElse()
{
    ScriptedEngine server;
    server.answer("/containers/json", {ScriptedEngine::json("[" + withId(listEntry, idOf(1)) + "]"), After::close, 0});
    server.answer("/_ping", {ScriptedEngine::reply(200, "OK"), After::close, 0});
    for (int number = 1; number < 60; ++number)
        server.answer("/containers/" + idOf(number).text().toLatin1() + "/json",
                      {ScriptedEngine::json(withId(inspection, idOf(number))), After::close, 0});
    server.hang("/containers/" + idOf(7).text().toLatin1() + "/json");

    EngineClient client(server.opener(), longDeadlines());
    const auto hung = watch(client.inspect(idOf(7)), this);
    QList<std::shared_ptr<Outcome>> others;
    for (int number = 1; number < 60; ++number) {
        if (number != 7)
            others.append(watch(client.inspect(idOf(number)), this));
    }
    others.append(watch(client.containers(), this));
    others.append(watch(client.ping(), this));
    for (const auto &other : std::as_const(others))
        QTRY_VERIFY_WITH_TIMEOUT(other->ok, patience);
    QVERIFY(!hung->finished);

    // However many hang: lists and pings have places of their own.
    for (int number = 100; number < 150; ++number) {
        server.hang("/containers/" + idOf(number).text().toLatin1() + "/json");
        watch(client.inspect(idOf(number)), this);
    }
    const auto list = watch(client.containers(), this);
    const auto ping = watch(client.ping(), this);
    QTRY_VERIFY_WITH_TIMEOUT(list->ok && ping->ok, patience);
    QCOMPARE(client.callsInFlight(), engine::RequestQueue::mostSlowInFlight);
}

void EngineClientTest::B03_whatWaitsTooLongIsTold()
{
    ScriptedEngine server;
    server.hang("/slow");
    engine::RequestQueue queue(server.opener(), std::chrono::milliseconds(100));
    engine::RequestQueue::Call call;
    call.request.target = "/slow";
    call.deadline = std::chrono::minutes(1);
    call.lane = engine::RequestQueue::Lane::slow;
    QList<base::Error> errors;
    for (int i = 0; i < engine::RequestQueue::mostSlowInFlight + 3; ++i)
        queue.send(call, [&](const Result<engine::Reply> &reply) { errors.append(reply.error()); });
    QTRY_COMPARE_WITH_TIMEOUT(errors.size(), 3, patience);
    QCOMPARE(errors.first().kind, ErrorKind::timeout);
    QCOMPARE(queue.inFlight(), engine::RequestQueue::mostSlowInFlight);

    // And no queue grows without end.
    for (std::size_t i = 0; i < engine::RequestQueue::mostWaiting + 5; ++i)
        queue.send(call, [&](const Result<engine::Reply> &reply) { errors.append(reply.error()); });
    QTRY_COMPARE_WITH_TIMEOUT(errors.size(), qsizetype(3 + engine::RequestQueue::mostWaiting + 5), patience);
}

void EngineClientTest::B05_speaksTheNewestVersionOfBoth_data()
{
    QTest::addColumn<QByteArray>("pingHeader");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QString>("spoken"); // empty: refused
    QTest::addColumn<int>("kind");
    const int none = 0;
    const int tooOldOrNew = static_cast<int>(ErrorKind::unsupported);
    const int noEngine = static_cast<int>(ErrorKind::invalid);
    const auto version = [](const char *newest, const char *oldest) {
        return QByteArray(R"({"ApiVersion":")") + newest + R"(","MinAPIVersion":")" + oldest + R"("})";
    };
    QTest::newRow("1.41") << QByteArray("1.41") << QByteArray() << QStringLiteral("1.41") << none;
    QTest::newRow("the oldest") << QByteArray("1.24") << QByteArray() << QStringLiteral("1.24") << none;
    QTest::newRow("too old") << QByteArray("1.23") << QByteArray() << QString() << tooOldOrNew;
    QTest::newRow("newer than we") << QByteArray("1.99") << version("1.99", "1.44") << QStringLiteral("1.51") << none;
    QTest::newRow("a new major") << QByteArray("2.3") << version("2.3", "1.50") << QStringLiteral("1.51") << none;
    QTest::newRow("too new") << QByteArray("1.99") << version("1.99", "1.60") << QString() << tooOldOrNew;
    QTest::newRow("no header") << QByteArray() << version("1.26", "1.12") << QStringLiteral("1.26") << none;
    QTest::newRow("no header, too old") << QByteArray() << version("1.22", "1.12") << QString() << tooOldOrNew;
    QTest::newRow("no engine") << QByteArray() << QByteArray() << QString() << noEngine;
    QTest::newRow("a web page") << QByteArray() << QByteArray("<html>hello</html>") << QString() << noEngine;
    QTest::newRow("no version in JSON") << QByteArray() << QByteArray("{}") << QString() << noEngine;
    QTest::newRow("nonsense") << QByteArray("one.two") << QByteArray() << QString() << noEngine;
}

void EngineClientTest::B05_speaksTheNewestVersionOfBoth()
{
    QFETCH(QByteArray, pingHeader);
    QFETCH(QByteArray, version);
    QFETCH(QString, spoken);
    QFETCH(int, kind);
    ScriptedEngine server;
    const QByteArray header = pingHeader.isEmpty() ? QByteArray() : "Api-Version: " + pingHeader + "\r\n";
    server.answer("/_ping", {ScriptedEngine::reply(200, "OK", header), After::close, 0});
    if (!version.isEmpty())
        server.answer("/version", {ScriptedEngine::json(version), After::close, 0});
    server.answer("/containers/json", {ScriptedEngine::json("[]"), After::close, 0});
    EngineClient client(server.opener());
    const QFuture<Result<model::ApiVersion>> chosen = client.negotiate();
    QTRY_VERIFY_WITH_TIMEOUT(chosen.isFinished(), patience);
    if (spoken.isEmpty()) {
        QVERIFY(!chosen.result());
        QCOMPARE(static_cast<int>(chosen.result().error().kind), kind);
        QCOMPARE(client.apiVersion(), model::ApiVersion{});
        return;
    }
    QVERIFY2(chosen.result().ok(), qPrintable(chosen.result().ok() ? QString() : chosen.result().error().message));
    QCOMPARE(client.apiVersion().text(), spoken);
    const auto list = watch(client.containers(), this);
    QTRY_VERIFY_WITH_TIMEOUT(list->ok, patience);
    QCOMPARE(server.requests().last(), "GET /v" + spoken.toLatin1() + "/containers/json?all=1");
}

void EngineClientTest::S06_everyPathIsPutTogetherFromValidatedParts_data()
{
    QTest::addColumn<QString>("text");
    const QList<QString> bases{QStringLiteral(".."),        QStringLiteral("../images/json"),
                               QStringLiteral("%2e%2e%2f"), QStringLiteral("json?all="),
                               QStringLiteral("a b"),       QStringLiteral("\r\nEvil: 1"),
                               QStringLiteral("prune"),     QStringLiteral("#"),
                               QStringLiteral("\\..\\"),    QStringLiteral("create"),
                               QString(QChar(0)),           QStringLiteral("\u202e")};
    const QString good = QStringLiteral("0123456789ab");
    for (int i = 0; i < bases.size(); ++i) {
        QTest::addRow("%d alone", i) << bases.at(i);
        QTest::addRow("%d before", i) << bases.at(i) + good;
        QTest::addRow("%d after", i) << good + bases.at(i);
        QTest::addRow("%d as a path after", i) << good + QLatin1Char('/') + bases.at(i);
    }
    QTest::newRow("short") << QStringLiteral("0123456789a");
    QTest::newRow("long") << QString(65, QLatin1Char('a'));
    QTest::newRow("upper case") << QStringLiteral("0123456789AB");
    QTest::newRow("full width digits") << QString(12, QChar(0xff11));
    QTest::newRow("empty") << QString();
}

void EngineClientTest::S06_everyPathIsPutTogetherFromValidatedParts()
{
    QFETCH(QString, text);
    QVERIFY(!ContainerId::parse(text)); // so that it never reaches a call
    // An engine that hands out such an id is not believed either.
    ScriptedEngine server;
    const QByteArray id =
        QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).sliced(1).chopped(1); // quoted and escaped
    server.answer("/containers/json", {ScriptedEngine::json("[{\"Id\":" + id + "}]"), After::close, 0});
    EngineClient client(server.opener());
    const auto list = watch(client.containers(), this);
    QTRY_VERIFY_WITH_TIMEOUT(list->finished, patience);
    QCOMPARE(list->error.kind, ErrorKind::invalid);
}

void EngineClientTest::imageGetsOneMoreName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("query"); // empty: it is not asked for
    QTest::newRow("tag") << QStringLiteral("app:1") << QByteArray("?repo=app&tag=1");
    QTest::newRow("no tag") << QStringLiteral("app") << QByteArray("?repo=app&tag=latest");
    QTest::newRow("a registry's port") << QStringLiteral("here:5000/app")
                                       << QByteArray("?repo=here%3A5000%2Fapp&tag=latest");
    QTest::newRow("digest") << QStringLiteral("app@sha256:00") << QByteArray();
    QTest::newRow("dots") << QStringLiteral("a..b:1") << QByteArray("?repo=a..b&tag=1"); // no part of the path
}

void EngineClientTest::imageGetsOneMoreName()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, query);
    ScriptedEngine server;
    server.answer("/images/sha256:0a", {ScriptedEngine::reply(201, "")});
    EngineClient client(server.opener());
    const auto done = client.tagImage(*base::ImageName::parse(u"sha256:0a"), *base::ImageName::parse(name));
    QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
    QCOMPARE(done.result().ok(), !query.isEmpty());
    if (query.isEmpty())
        QCOMPARE(done.result().error().kind, ErrorKind::invalid);
    else
        QVERIFY2(server.requests().last().endsWith("/images/sha256:0a/tag" + query), server.requests().last());
}

void EngineClientTest::S06_noContainerIsNoPath()
{
    ScriptedEngine server;
    EngineClient client(server.opener());
    const ContainerId none;
    QList<std::shared_ptr<Outcome>> outcomes{watch(client.inspect(none), this), watch(client.statsOnce(none), this)};
    for (const ContainerAction action :
         {ContainerAction::start, ContainerAction::stop, ContainerAction::restart, ContainerAction::pause,
          ContainerAction::unpause, ContainerAction::kill, ContainerAction::remove})
        outcomes.append(watch(client.act(none, action, {}), this));
    for (const auto &outcome : std::as_const(outcomes)) {
        QTRY_VERIFY_WITH_TIMEOUT(outcome->finished, patience);
        QCOMPARE(outcome->error.kind, ErrorKind::invalid);
    }
    const auto log = client.logs(none, false, {});
    const auto stats = client.stats(none);
    const auto exec = client.exec(none, {});
    QSignalSpy logFailed(log.get(), &engine::LogStream::failed);
    QSignalSpy statsFailed(stats.get(), &engine::StatsStream::failed);
    QSignalSpy execFailed(exec.get(), &engine::ExecSession::failed);
    QTRY_VERIFY(logFailed.count() == 1 && statsFailed.count() == 1 && execFailed.count() == 1);
    QVERIFY(server.requests().isEmpty());
}

void EngineClientTest::atMostEightAreInFlight()
{
    ScriptedEngine server;
    server.hang("/containers/json");
    EngineClient client(server.opener(), longDeadlines());
    for (int i = 0; i < 30; ++i)
        watch(client.containers(), this);
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), engine::RequestQueue::mostInFlight, patience);
    QCOMPARE(client.callsInFlight(), engine::RequestQueue::mostInFlight);
    QCOMPARE(server.openConnections(), engine::RequestQueue::mostInFlight);
}

void EngineClientTest::nothingToDoIsNoError()
{
    ScriptedEngine server;
    server.answer("/start", {ScriptedEngine::reply(304, {}), After::close, 0});
    server.answer("/stop", {ScriptedEngine::reply(304, {}), After::close, 0});
    EngineClient client(server.opener());
    const auto start = acting(ContainerAction::start)(client, this);
    const auto stop = acting(ContainerAction::stop)(client, this);
    QTRY_VERIFY_WITH_TIMEOUT(start->ok && stop->ok, patience);
}

void EngineClientTest::theContainersOwnGraceCounts()
{
    ScriptedEngine server;
    server.answer("/json", {ScriptedEngine::json(withId(inspection, idOf(1))), After::close, 0});
    server.hang("/stop");
    EngineClient::Deadlines deadlines = longDeadlines();
    deadlines.action = std::chrono::milliseconds(1);
    EngineClient client(server.opener(), deadlines);
    const auto stop = watch(client.act(idOf(1), ContainerAction::stop, {}), this);
    QTRY_VERIFY_WITH_TIMEOUT(stop->finished, patience);
    QCOMPARE(stop->error.kind, ErrorKind::timeout);
    // Two seconds of its own and the millisecond of ours.
    QVERIFY2(stop->error.message.contains(QLatin1String("2.001")), qPrintable(stop->error.message));
    QVERIFY(server.requests().last().endsWith("/stop")); // without t=: the container's setting
}

void EngineClientTest::wordsOfTheEngineAreHandedOn()
{
    ScriptedEngine server;
    server.answer(
        "/start",
        {ScriptedEngine::reply(500, R"({"message":"driver failed:\n  port is already allocated"})"), After::close, 0});
    server.answer("/pause", {ScriptedEngine::reply(502, "<html>Bad Gateway</html>"), After::close, 0});
    EngineClient client(server.opener());
    const auto start = acting(ContainerAction::start)(client, this);
    QTRY_VERIFY_WITH_TIMEOUT(start->finished, patience);
    QCOMPARE(start->error.message,
             QStringLiteral("cannot start container 000000000000: driver failed: port is already allocated"));
    const auto pause = acting(ContainerAction::pause)(client, this);
    QTRY_VERIFY_WITH_TIMEOUT(pause->finished, patience);
    QVERIFY(pause->error.message.contains(QLatin1String("Bad Gateway")));
}

void EngineClientTest::endingCancelsWhatIsUnderWay()
{
    ScriptedEngine server;
    server.hang("/");
    auto client = std::make_unique<EngineClient>(server.opener(), longDeadlines());
    QList<QFuture<Result<void>>> futures;
    for (int i = 0; i < 20; ++i)
        futures.append(client->ping());
    const auto exec = client->exec(idOf(1), {{QStringLiteral("sh")}, {}, {}, false, 80, 24});
    QSignalSpy failed(exec.get(), &engine::ExecSession::failed);
    QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() >= 8, patience);
    client.reset();
    for (const QFuture<Result<void>> &future : std::as_const(futures)) {
        QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), patience);
        QCOMPARE(future.result().error().kind, ErrorKind::cancelled);
    }
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    QCOMPARE(failed.first().first().value<base::Error>().kind, ErrorKind::cancelled);
    QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), 0, patience);
}

void EngineClientTest::mayBeDestroyedInItsOwnAnswer()
{
    ScriptedEngine server;
    server.answer("/_ping", {ScriptedEngine::reply(200, "OK"), After::stayOpen, 0});
    auto client = std::make_unique<EngineClient>(server.opener(), longDeadlines());
    client->ping().then(this, [&](const Result<void> &) { client.reset(); });
    QTRY_VERIFY_WITH_TIMEOUT(!client, patience);
}

void EngineClientTest::withoutAConnectionItIsUnreachable()
{
    EngineClient client([] { return std::unique_ptr<transport::ByteStream>(); });
    const auto ping = watch(client.ping(), this);
    QVERIFY(!ping->finished);
    QTRY_VERIFY_WITH_TIMEOUT(ping->finished, patience);
    QCOMPARE(ping->error.kind, ErrorKind::unreachable);
}

QTEST_GUILESS_MAIN(EngineClientTest)
#include "engine_client_test.moc"
