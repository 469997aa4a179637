// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_client.h"
#include "engine/scripted_engine.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QtEndian>

#include <functional>
#include <map>

using namespace mediahelm;
using base::ContainerId;
using base::ErrorKind;
using engine::EngineClient;
using model::LogLine;
using tests::ScriptedEngine;
using After = ScriptedEngine::After;

namespace {

constexpr int patience = 20000; // ms
const QByteArray hex(64, 'a');

ContainerId container()
{
    return ContainerId::parse(QString::fromLatin1(hex)).value();
}

QByteArray eventOf(int number, const QByteArray &action = "start")
{
    return R"({"Type":"container","Action":")" + action + R"(","Actor":{"ID":")" + hex
        + R"(","Attributes":{"name":"web"}},"timeNano":)" + QByteArray::number(1'000'000'000LL + number) + "}\n";
}

QByteArray reading(int cpu)
{
    return R"({"read":"2026-11-22T16:39:14Z","cpu_stats":{"cpu_usage":{"total_usage":)" + QByteArray::number(cpu)
        + "}}}\n";
}

QByteArray frame(char stream, const QByteArray &payload)
{
    QByteArray header(8, '\0');
    header[0] = stream;
    qToBigEndian(static_cast<quint32>(payload.size()), header.data() + 4);
    return header + payload;
}

EngineClient::Deadlines deadlines(std::chrono::milliseconds all)
{
    return {all, all, all, all};
}

// How a stream ended.
struct End {
    int closed = 0;
    QList<base::Error> errors;
    std::unique_ptr<QObject> stream;
};

using Opener = std::function<std::shared_ptr<End>(EngineClient &)>;

template<typename Stream>
std::shared_ptr<End> watch(std::unique_ptr<Stream> stream)
{
    auto end = std::make_shared<End>();
    QObject::connect(stream.get(), &Stream::failed, stream.get(),
                     [raw = end.get()](const base::Error &error) { raw->errors.append(error); });
    if constexpr (!std::is_same_v<Stream, engine::ExecSession>)
        QObject::connect(stream.get(), &Stream::closed, stream.get(), [raw = end.get()] { ++raw->closed; });
    end->stream = std::move(stream);
    return end;
}

struct Kind {
    Opener open;
    QByteArray target;
    QByteArray good; // a whole element of its body
};

std::map<QByteArray, Kind> kinds()
{
    engine::ExecOptions exec;
    exec.command = QStringList{QStringLiteral("sh")};
    return {
        {"events", {[](EngineClient &c) { return watch(c.events({})); }, "/events", eventOf(1)}},
        {"log", {[](EngineClient &c) { return watch(c.logs(container(), false, {})); }, "/logs", frame(1, "x\n")}},
        {"statistics", {[](EngineClient &c) { return watch(c.stats(container())); }, "/stats", reading(1)}},
        {"exec", {[exec](EngineClient &c) { return watch(c.exec(container(), exec)); }, "/start", frame(1, "x")}},
    };
}

} // namespace

class EngineStreamsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStreamTellsEveryFault_data();
    void everyStreamTellsEveryFault();
    void B06_readsChoppedEvents_data();
    void B06_readsChoppedEvents();
    void B06_anEndlessEventEndsTheStream();
    void B04_resumesFromANanosecond();
    void passesOverEventsOfOtherShapes();
    void tenThousandEventsAreCheap();
    void asksForTheLogAsWished();
    void believesTheEngineOnFrames();
    void aPausedLogReadsNothing();
    void aLogCutOffKeepsItsLastLine();
    void statisticsEndWithTheContainer();
    void aStreamMayBeDestroyedInItsOwnSignal_data();
    void aStreamMayBeDestroyedInItsOwnSignal();
    void nothingIsEmittedByTheCallItself();
    void execWaitsForTheExitCode();
    void execHandsOnBothDirections();

private:
    void answerExec(ScriptedEngine &server, const QByteArray &stream, After after);
};

void EngineStreamsTest::answerExec(ScriptedEngine &server, const QByteArray &stream, After after)
{
    server.answer("/exec", {ScriptedEngine::reply(201, R"({"Id":")" + hex + R"("})"), After::close, 0});
    server.answer("/resize", {ScriptedEngine::reply(200, {}), After::close, 0});
    server.answer("/start",
                  {"HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n" + stream, after, 0});
}

void EngineStreamsTest::everyStreamTellsEveryFault_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("error");
    const QList<std::pair<QByteArray, ErrorKind>> faults{
        {"refused", ErrorKind::unreachable},
        {"timeout", ErrorKind::timeout},
        {"cut mid-body", ErrorKind::unreachable},
        {"cut mid-element", ErrorKind::unreachable},
        {"bad body", ErrorKind::invalid},
        {"bad chunk", ErrorKind::invalid},
        {"404", ErrorKind::notFound},
        {"409", ErrorKind::conflict},
        {"500", ErrorKind::internal},
        {"500, slow", ErrorKind::timeout},
    };
    for (const auto &[name, kind] : kinds()) {
        for (const auto &[fault, error] : faults) {
            if (name != "exec" || !(fault.startsWith("cut") || fault == "bad chunk"))
                QTest::addRow("%s: %s", name.constData(), fault.constData())
                    << name << fault << static_cast<int>(error);
        }
    }
}

void EngineStreamsTest::everyStreamTellsEveryFault()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, fault);
    QFETCH(int, error);
    const Kind stream = kinds().at(kind);
    ScriptedEngine server;
    answerExec(server, "garbage garbage", After::close);
    const QByteArray begun = ScriptedEngine::streamHeader() + ScriptedEngine::chunk(stream.good);
    if (fault == "refused")
        server.stopListening();
    else if (fault == "timeout")
        server.hang(stream.target);
    else if (fault == "500, slow")
        server.answer(stream.target, {"HTTP/1.1 500 Oh\r\nContent-Length: 40\r\n\r\n{\"mess", After::stayOpen, 0});
    else if (fault == "cut mid-body")
        server.answer(stream.target, {begun, After::close, 0});
    else if (fault == "cut mid-element")
        server.answer(stream.target, {begun + ScriptedEngine::chunk(stream.good.left(5)), After::close, 0});
    else if (fault == "bad chunk")
        server.answer(stream.target, {begun + "zz\r\n", After::stayOpen, 0});
    else if (fault == "bad body" && kind != "exec")
        server.answer(stream.target, {begun + ScriptedEngine::chunk("<html> this is none"), After::stayOpen, 0});
    else if (fault != "bad body")
        server.answer(stream.target,
                      {ScriptedEngine::reply(fault.toInt(), R"({"message":"the engine's words"})"), After::close, 0});
    EngineClient client(server.opener(),
                        deadlines(error == static_cast<int>(ErrorKind::timeout) ? std::chrono::milliseconds(200)
                                                                                : std::chrono::minutes(1)));
    const std::shared_ptr<End> end = stream.open(client);
    QTRY_VERIFY_WITH_TIMEOUT(end->closed > 0 || !end->errors.isEmpty(), patience);
    QCOMPARE(end->closed, 0);
    QCOMPARE(end->errors.size(), 1);
    QCOMPARE(base::errorKindName(end->errors.first().kind), base::errorKindName(static_cast<ErrorKind>(error)));
    if (end->errors.first().kind == ErrorKind::invalid)
        QVERIFY2(end->errors.first().message.contains(QString::fromLatin1(stream.target)),
                 qPrintable(end->errors.first().message));
    if (fault == "409")
        QVERIFY(end->errors.first().message.contains(QLatin1String("the engine's words")));
}

void EngineStreamsTest::B06_readsChoppedEvents_data()
{
    QTest::addColumn<qsizetype>("step");
    for (const qsizetype step : {1, 2, 3, 7, 50, 1000})
        QTest::addRow("%d bytes", static_cast<int>(step)) << step;
}

void EngineStreamsTest::B06_readsChoppedEvents()
{
    QFETCH(qsizetype, step);
    // Objects cut by chunks, and chunks cut by reads.
    QByteArray body;
    for (int i = 0; i < 5; ++i)
        body += eventOf(i, "health_status: \xc3\xa4");
    QByteArray bytes = ScriptedEngine::streamHeader();
    for (qsizetype at = 0; at < body.size(); at += 11)
        bytes += ScriptedEngine::chunk(body.mid(at, 11));
    ScriptedEngine server;
    server.answer("/events", {bytes + "0\r\n\r\n", After::stayOpen, step});
    EngineClient client(server.opener());
    const auto stream = client.events({});
    QList<model::EngineEvent> seen;
    connect(stream.get(), &engine::EventStream::events, this,
            [&](const QList<model::EngineEvent> &batch) { seen.append(batch); });
    QSignalSpy opened(stream.get(), &engine::EventStream::opened);
    QSignalSpy closed(stream.get(), &engine::EventStream::closed);
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, patience);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(seen.size(), 5);
    QCOMPARE(seen.last().timeNano, 1'000'000'004);
    QCOMPARE(seen.last().action, QStringLiteral("health_status: \u00e4"));
}

void EngineStreamsTest::B06_anEndlessEventEndsTheStream()
{
    ScriptedEngine server;
    const QByteArray line = R"({"Type":")" + QByteArray(10 * 1024 * 1024, 'x') + R"("})";
    server.answer("/events", {ScriptedEngine::streamHeader() + ScriptedEngine::chunk(line), After::stayOpen, 0});
    EngineClient client(server.opener());
    const auto end = watch(client.events({}));
    QTRY_COMPARE_WITH_TIMEOUT(end->errors.size(), 1, patience);
    QCOMPARE(end->errors.first().kind, ErrorKind::invalid);
    QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), 0, patience);
}

void EngineStreamsTest::B04_resumesFromANanosecond()
{
    ScriptedEngine server;
    server.hang("/events");
    EngineClient client(server.opener());
    engine::EventFilter filter;
    filter.types = QStringList{QStringLiteral("container")};
    filter.actions = QStringList{QStringLiteral("die")};
    filter.sinceNano = 1795365548000000685;
    const auto stream = client.events(filter);
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, patience);
    QCOMPARE(server.requests().first(),
             "GET /events?filters=%7B%22event%22%3A%5B%22die%22%5D%2C%22type%22%3A%5B%22container%22%5D%7D"
             "&since=1795365548.000000685");
}

void EngineStreamsTest::passesOverEventsOfOtherShapes()
{
    ScriptedEngine server;
    server.answer(
        "/events",
        {ScriptedEngine::streamHeader()
             + ScriptedEngine::chunk(eventOf(1) + R"({"Type":"container","Action":"die"}{"new":"shape"})" + eventOf(2)),
         After::stayOpen, 0});
    EngineClient client(server.opener());
    const auto stream = client.events({});
    QSignalSpy batches(stream.get(), &engine::EventStream::events);
    QTRY_COMPARE_WITH_TIMEOUT(batches.count(), 1, patience);
    QCOMPARE(batches.first().first().value<QList<model::EngineEvent>>().size(), 2);
}

void EngineStreamsTest::tenThousandEventsAreCheap()
{
    QByteArray body;
    for (int i = 0; i < 10000; ++i)
        body += eventOf(i);
    ScriptedEngine server;
    server.answer("/events",
                  {ScriptedEngine::streamHeader() + ScriptedEngine::chunk(body), After::stayOpen, 64 * 1024});
    EngineClient client(server.opener());
    const auto stream = client.events({});
    qsizetype seen = 0;
    int batches = 0;
    connect(stream.get(), &engine::EventStream::events, this, [&](const QList<model::EngineEvent> &batch) {
        seen += batch.size();
        ++batches;
    });
    QElapsedTimer clock;
    clock.start();
    QTRY_COMPARE_WITH_TIMEOUT(seen, 10000, patience);
    QVERIFY(batches < 200); // together, not one by one
    qInfo("10,000 events in %lld ms, %d batches", clock.elapsed(), batches);
}

void EngineStreamsTest::asksForTheLogAsWished()
{
    ScriptedEngine server;
    server.hang("/logs");
    EngineClient client(server.opener());
    model::LogOptions options;
    options.follow = true;
    options.timestamps = false;
    options.tail = 100;
    options.since = QDateTime::fromMSecsSinceEpoch(1795365548539, Qt::UTC);
    options.until = options.since.addSecs(1);
    const auto stream = client.logs(container(), false, options);
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, patience);
    QCOMPARE(server.requests().first(),
             "GET /containers/" + hex
                 + "/logs?stdout=1&stderr=1&follow=1&timestamps=0&tail=100&since=1795365548.539000000"
                   "&until=1795365549.539000000");
}

void EngineStreamsTest::believesTheEngineOnFrames()
{
    ScriptedEngine server;
    server.answer("/logs",
                  {ScriptedEngine::streamHeader("Content-Type: application/vnd.docker.multiplexed-stream\r\n")
                       + ScriptedEngine::chunk(frame(2, "framed\n")) + "0\r\n\r\n",
                   After::close, 0});
    EngineClient client(server.opener());
    const auto stream = client.logs(container(), true, {});
    QSignalSpy lines(stream.get(), &engine::LogStream::lines);
    QTRY_COMPARE_WITH_TIMEOUT(lines.count(), 1, patience);
    const LogLine line = lines.first().first().value<QList<LogLine>>().first();
    QCOMPARE(line.text, QByteArray("framed"));
    QCOMPARE(line.stream, LogLine::Stream::err);
}

void EngineStreamsTest::aPausedLogReadsNothing()
{
    ScriptedEngine server;
    const QByteArray much = frame(1, QByteArray("line\n").repeated(1000));
    server.answer("/logs", {ScriptedEngine::streamHeader() + ScriptedEngine::chunk(much), After::stayOpen, 0});
    EngineClient client(server.opener());
    const auto stream = client.logs(container(), false, {});
    qsizetype seen = 0;
    connect(stream.get(), &engine::LogStream::lines, this, [&](const QList<LogLine> &batch) {
        seen += batch.size();
        stream->setPaused(true);
    });
    QTRY_VERIFY_WITH_TIMEOUT(seen > 0, patience);
    const qsizetype before = seen;
    for (int i = 0; i < 2000; ++i)
        server.push(ScriptedEngine::chunk(much));
    // Something else goes on meanwhile.
    const auto ping = client.ping();
    QTRY_VERIFY_WITH_TIMEOUT(ping.isFinished(), patience);
    QCOMPARE(seen, before);
    // The end is held back too, so that nothing is lost.
    QSignalSpy closed(stream.get(), &engine::LogStream::closed);
    stream->disconnect(this);
    connect(stream.get(), &engine::LogStream::lines, this, [&](const QList<LogLine> &batch) { seen += batch.size(); });
    stream->setPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(seen, 2001 * 1000, patience);
}

void EngineStreamsTest::aLogCutOffKeepsItsLastLine()
{
    ScriptedEngine server;
    server.answer(
        "/logs",
        {ScriptedEngine::streamHeader() + ScriptedEngine::chunk(frame(1, "whole\nhalf a li")), After::close, 0});
    EngineClient client(server.opener());
    auto stream = client.logs(container(), false, {});
    QList<QByteArray> texts;
    connect(stream.get(), &engine::LogStream::lines, this, [&](const QList<LogLine> &batch) {
        for (const LogLine &line : batch)
            texts.append(line.text);
    });
    QSignalSpy failed(stream.get(), &engine::LogStream::failed);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    QCOMPARE(texts, (QList<QByteArray>{"whole", "half a li"}));
}

void EngineStreamsTest::statisticsEndWithTheContainer()
{
    ScriptedEngine server;
    server.answer("/stats",
                  {ScriptedEngine::streamHeader()
                       + ScriptedEngine::chunk(reading(1) + reading(2) + R"({"read":"0001-01-01T00:00:00Z"})"),
                   After::stayOpen, 0});
    EngineClient client(server.opener());
    const auto stream = client.stats(container());
    QSignalSpy readings(stream.get(), &engine::StatsStream::reading);
    QSignalSpy closed(stream.get(), &engine::StatsStream::closed);
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, patience);
    QCOMPARE(readings.count(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), 0, patience);
}

void EngineStreamsTest::aStreamMayBeDestroyedInItsOwnSignal_data()
{
    QTest::addColumn<QByteArray>("when");
    QTest::newRow("opened") << QByteArray("opened");
    QTest::newRow("events") << QByteArray("events");
    QTest::newRow("closed") << QByteArray("closed");
    QTest::newRow("failed") << QByteArray("failed");
}

void EngineStreamsTest::aStreamMayBeDestroyedInItsOwnSignal()
{
    QFETCH(QByteArray, when);
    ScriptedEngine server;
    server.answer("/events",
                  {ScriptedEngine::streamHeader() + ScriptedEngine::chunk(eventOf(1))
                       + (when == "failed" ? "zz\r\n" : "0\r\n\r\n"),
                   After::close, 0});
    EngineClient client(server.opener());
    auto stream = client.events({});
    const auto destroy = [&] { stream.reset(); };
    if (when == "opened")
        connect(stream.get(), &engine::EventStream::opened, this, destroy);
    else if (when == "events")
        connect(stream.get(), &engine::EventStream::events, this, destroy);
    else if (when == "closed")
        connect(stream.get(), &engine::EventStream::closed, this, destroy);
    else
        connect(stream.get(), &engine::EventStream::failed, this, destroy);
    QTRY_VERIFY_WITH_TIMEOUT(!stream, patience);
}

void EngineStreamsTest::nothingIsEmittedByTheCallItself()
{
    EngineClient client([] { return std::unique_ptr<transport::ByteStream>(); });
    for (const auto &[name, kind] : kinds()) {
        const auto end = kind.open(client);
        QVERIFY(end->errors.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(end->errors.size(), 1, patience);
        QCOMPARE(end->errors.first().kind, ErrorKind::unreachable);
    }
}

void EngineStreamsTest::execWaitsForTheExitCode()
{
    ScriptedEngine server;
    answerExec(server, frame(1, "out") + frame(2, "err"), After::close);
    const QByteArray details = "/exec/" + hex + "/json";
    server.answer(details, {ScriptedEngine::json(R"({"Running":true,"ExitCode":null})"), After::close, 0});
    EngineClient client(server.opener());
    engine::ExecOptions options;
    options.command = QStringList{QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("x")};
    options.user = QStringLiteral("1000");
    options.workingDirectory = QStringLiteral("/w");
    const auto session = client.exec(container(), options);
    QSignalSpy output(session.get(), &engine::ExecSession::output);
    QSignalSpy finished(session.get(), &engine::ExecSession::finished);
    QTRY_VERIFY_WITH_TIMEOUT(!server.requests().isEmpty() && server.requests().last().contains(details), patience);
    QCOMPARE(finished.count(), 0);
    server.answer(details, {ScriptedEngine::json(R"({"Running":false,"ExitCode":3})"), After::close, 0});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
    QCOMPARE(finished.first().first().toInt(), 3);
    QCOMPARE(output.count(), 2);
    QCOMPARE(output.last().last().toByteArray(), QByteArray("err"));
    const QJsonObject body = QJsonDocument::fromJson(server.bodies().first()).object();
    QCOMPARE(body.value(QLatin1String("User")).toString(), QStringLiteral("1000"));
    QCOMPARE(body.value(QLatin1String("WorkingDir")).toString(), QStringLiteral("/w"));
    QCOMPARE(body.value(QLatin1String("Cmd")).toArray().size(), 3);
}

void EngineStreamsTest::execHandsOnBothDirections()
{
    ScriptedEngine server;
    answerExec(server, "at once", After::stayOpen);
    server.answer("/exec/" + hex + "/json",
                  {ScriptedEngine::json(R"({"Running":false,"ExitCode":0})"), After::close, 0});
    EngineClient client(server.opener());
    engine::ExecOptions options;
    options.command = QStringList{QStringLiteral("sh")};
    options.tty = true;
    const auto session = client.exec(container(), options);
    QByteArray out;
    connect(session.get(), &engine::ExecSession::output, this,
            [&](LogLine::Stream, const QByteArray &bytes) { out += bytes; });
    QSignalSpy finished(session.get(), &engine::ExecSession::finished);
    session->write("early ");
    QTRY_COMPARE_WITH_TIMEOUT(out, QByteArray("at once"), patience);
    for (int column = 100; column < 200; ++column)
        session->resize(column, 50);
    const auto resizes = [&] {
        return std::count_if(server.requests().begin(), server.requests().end(),
                             [](const QByteArray &request) { return request.contains("/resize"); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(std::any_of(server.requests().begin(), server.requests().end(),
                                         [](const QByteArray &request) { return request.endsWith("h=50&w=199"); }),
                             patience);
    QVERIFY(resizes() < 10);
}

QTEST_GUILESS_MAIN(EngineStreamsTest)
#include "engine_streams_test.moc"
