// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_client.h"
#include "core/transport/local_transport.h"
#include "integration/docker_cli.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace mediahelm;
using base::ContainerId;
using base::Result;
using engine::EngineClient;
using model::ContainerAction;
using model::ContainerState;

namespace {

constexpr int patience = 30000; // ms

const QStringList forever{QStringLiteral("sleep"), QStringLiteral("1000")};

template<typename T>
Result<T> settled(const QFuture<Result<T>> &future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), patience); }();
    return future.isFinished() ? future.result() : Result<T>();
}

} // namespace

// Every call and stream of the client against the machine's own engine.
class EngineIntegrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void speaksWithTheEngine();
    void listsAndInspects();
    void actsAndIsToldByEvents();
    void tellsWhyAnActionFailed();
    void resumesEventsWithoutAGap();
    void readsLogs_data();
    void readsLogs();
    void followsALogAndHoldsItBack();
    void measures();
    void runsACommand();
    void runsACommandInATerminal();
    void tellsHowACommandFailed();

private:
    ContainerId run(const QString &name, const QStringList &options, const QStringList &command);
    std::optional<model::Container> listed(const ContainerId &id);

    std::unique_ptr<tests::DockerCli> m_docker;
    std::unique_ptr<transport::LocalTransport> m_transport;
    std::unique_ptr<EngineClient> m_client;
};

void EngineIntegrationTest::initTestCase()
{
    m_docker = std::make_unique<tests::DockerCli>(QStringLiteral("engine"));
    if (!m_docker->unavailable().isEmpty())
        QSKIP(qPrintable(QStringLiteral("SKIPPED: ") + m_docker->unavailable()));
    m_transport = std::make_unique<transport::LocalTransport>(model::EngineAddress::local(),
                                                              transport::LocalEnvironment::current());
    QSignalSpy ready(m_transport.get(), &transport::Transport::ready);
    m_transport->start();
    QTRY_COMPARE(ready.count(), 1);
    m_client = std::make_unique<EngineClient>([this] { return m_transport->openStream(); });
    QVERIFY(settled(m_client->negotiate()));
}

void EngineIntegrationTest::cleanupTestCase()
{
    m_client.reset();
    m_transport.reset();
    m_docker.reset();
}

ContainerId EngineIntegrationTest::run(const QString &name, const QStringList &options, const QStringList &command)
{
    return ContainerId::parse(m_docker->run(name, options, command)).value();
}

std::optional<model::Container> EngineIntegrationTest::listed(const ContainerId &id)
{
    const Result<QList<model::Container>> all = settled(m_client->containers());
    if (!all)
        return std::nullopt;
    for (const model::Container &container : *all) {
        if (container.id == id)
            return container;
    }
    return std::nullopt;
}

void EngineIntegrationTest::speaksWithTheEngine()
{
    QVERIFY(m_client->apiVersion() >= (model::ApiVersion{1, 24}));
    QVERIFY(settled(m_client->ping()));

    const Result<model::EngineInfo> info = settled(m_client->info());
    QVERIFY(info);
    QCOMPARE(info->api, m_client->apiVersion());
    QVERIFY(!info->version.isEmpty());
    QVERIFY(!info->operatingSystem.isEmpty());
    QVERIFY(info->cpus > 0);
    QVERIFY(info->memoryBytes > 0);

    const Result<QList<model::Image>> images = settled(m_client->images());
    QVERIFY(images);
    QVERIFY(std::any_of(images->begin(), images->end(),
                        [this](const model::Image &image) { return image.tags.contains(m_docker->image()); }));
    const Result<model::DiskUsage> usage = settled(m_client->diskUsage());
    QVERIFY(usage);
    QVERIFY(usage->imagesBytes > 0);
}

void EngineIntegrationTest::listsAndInspects()
{
    const ContainerId id =
        run(QStringLiteral("facts"),
            {QStringLiteral("-p"), QStringLiteral("127.0.0.1::80"), QStringLiteral("-e"), QStringLiteral("SECRET=x"),
             QStringLiteral("--health-cmd"), QStringLiteral("echo well"), QStringLiteral("--health-interval"),
             QStringLiteral("1s"), QStringLiteral("--label"), QStringLiteral("com.docker.compose.project=films"),
             QStringLiteral("--label"), QStringLiteral("com.docker.compose.service=player"), QStringLiteral("-w"),
             QStringLiteral("/bin")},
            forever);
    QTRY_VERIFY_WITH_TIMEOUT(listed(id)->health == model::Health::healthy, patience);
    const model::Container fromList = *listed(id);
    const Result<model::ContainerDetail> detail = settled(m_client->inspect(id));
    QVERIFY(detail);

    for (const model::Container &container : {fromList, detail->container}) {
        QCOMPARE(container.name.text(), m_docker->prefix() + QStringLiteral("-facts"));
        QCOMPARE(container.image, m_docker->image());
        QCOMPARE(container.project, QStringLiteral("films"));
        QCOMPARE(container.displayName(), QStringLiteral("player"));
        QCOMPARE(container.state, ContainerState::running);
        QCOMPARE(container.health, model::Health::healthy);
        QVERIFY(!container.exitCode);
        QVERIFY(container.createdAt.isValid());
        QCOMPARE(container.ports.size(), 1);
        QCOMPARE(container.ports.first().containerPort, 80);
        QCOMPARE(container.ports.first().hostIp, QStringLiteral("127.0.0.1"));
        QVERIFY(container.ports.first().hostPort > 0);
    }
    QCOMPARE(fromList.ports, detail->container.ports);
    QVERIFY(detail->container.startedAt.isValid());
    QVERIFY(!detail->container.finishedAt.isValid());
    QCOMPARE(detail->command, forever);
    QCOMPARE(detail->workingDirectory, QStringLiteral("/bin"));
    QVERIFY(detail->environmentNames.contains(QStringLiteral("SECRET")));
    QCOMPARE(detail->restartPolicy, QStringLiteral("no"));
    QVERIFY(!detail->networks.isEmpty());
    QVERIFY(detail->healthCheck);
    QCOMPARE(detail->healthCheck->interval, std::chrono::seconds(1));
    QVERIFY(!detail->healthCheck->log.isEmpty());
    QCOMPARE(detail->healthCheck->log.last().output, QStringLiteral("well\n"));
}

void EngineIntegrationTest::actsAndIsToldByEvents()
{
    const ContainerId id = run(QStringLiteral("acted-on"), {}, forever);
    const std::unique_ptr<engine::EventStream> stream = m_client->events({});
    QSignalSpy opened(stream.get(), &engine::EventStream::opened);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, patience);
    QStringList seen;
    connect(stream.get(), &engine::EventStream::events, this, [&](const QList<model::EngineEvent> &batch) {
        for (const model::EngineEvent &event : batch) {
            if (event.actorId == id.text())
                seen.append(event.action);
        }
    });

    EngineClient::ActionOptions quick;
    quick.graceSeconds = 0;
    QVERIFY(settled(m_client->act(id, ContainerAction::pause, {})));
    QCOMPARE(listed(id)->state, ContainerState::paused);
    QVERIFY(settled(m_client->act(id, ContainerAction::unpause, {})));
    QVERIFY(settled(m_client->act(id, ContainerAction::restart, quick)));
    QCOMPARE(listed(id)->state, ContainerState::running);
    QVERIFY(settled(m_client->act(id, ContainerAction::stop, quick)));
    QVERIFY(settled(m_client->act(id, ContainerAction::stop, {}))); // again: nothing to do is no error
    QCOMPARE(listed(id)->state, ContainerState::exited);
    QCOMPARE(listed(id)->exitCode, 137);
    QVERIFY(settled(m_client->act(id, ContainerAction::start, {})));
    QVERIFY(settled(m_client->act(id, ContainerAction::start, {})));
    QVERIFY(settled(m_client->act(id, ContainerAction::kill, {})));
    EngineClient::ActionOptions force;
    force.force = true;
    QVERIFY(settled(m_client->act(id, ContainerAction::remove, force)));
    QVERIFY(!listed(id));
    QTRY_VERIFY_WITH_TIMEOUT(seen.contains(QStringLiteral("destroy")), patience);
    for (const char *action : {"pause", "unpause", "restart", "stop", "die", "start", "kill"})
        QVERIFY2(seen.contains(QLatin1String(action)), action);
}

void EngineIntegrationTest::tellsWhyAnActionFailed()
{
    const ContainerId running = run(QStringLiteral("running"), {}, forever);
    const Result<void> conflict = settled(m_client->act(running, ContainerAction::remove, {}));
    QVERIFY(!conflict);
    QCOMPARE(conflict.error().kind, base::ErrorKind::conflict);
    QVERIFY2(conflict.error().message.contains(QStringLiteral("running container")),
             qPrintable(conflict.error().message));

    const ContainerId absent = ContainerId::parse(QString(64, QLatin1Char('0'))).value();
    for (const ContainerAction action : {ContainerAction::start, ContainerAction::stop, ContainerAction::remove}) {
        const Result<void> missing = settled(m_client->act(absent, action, {}));
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, base::ErrorKind::notFound);
    }
    QCOMPARE(settled(m_client->inspect(absent)).error().kind, base::ErrorKind::notFound);
    QCOMPARE(settled(m_client->inspect({})).error().kind, base::ErrorKind::invalid);
}

void EngineIntegrationTest::resumesEventsWithoutAGap()
{
    const ContainerId id = run(QStringLiteral("resumed"), {}, forever);
    EngineClient::ActionOptions quick;
    quick.graceSeconds = 0;
    const qint64 before = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    QVERIFY(settled(m_client->act(id, ContainerAction::stop, quick)));
    engine::EventFilter filter;
    filter.sinceNano = before;
    const std::unique_ptr<engine::EventStream> stream = m_client->events(filter);
    QStringList seen;
    qint64 last = 0;
    connect(stream.get(), &engine::EventStream::events, this, [&](const QList<model::EngineEvent> &batch) {
        for (const model::EngineEvent &event : batch) {
            if (event.actorId == id.text()) {
                seen.append(event.action);
                last = event.timeNano;
            }
        }
    });
    QTRY_VERIFY_WITH_TIMEOUT(seen.contains(QStringLiteral("stop")), patience);
    QVERIFY(seen.contains(QStringLiteral("die")));

    filter.sinceNano = last + 1;
    const std::unique_ptr<engine::EventStream> later = m_client->events(filter);
    QSignalSpy again(later.get(), &engine::EventStream::events);
    QSignalSpy opened(later.get(), &engine::EventStream::opened);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, patience);
    QVERIFY(settled(m_client->act(id, ContainerAction::start, {})));
    QTRY_VERIFY_WITH_TIMEOUT(!again.isEmpty(), patience);
    const auto batch = again.first().first().value<QList<model::EngineEvent>>();
    QVERIFY(batch.first().timeNano >= *filter.sinceNano);
}

void EngineIntegrationTest::readsLogs_data()
{
    QTest::addColumn<bool>("tty");
    QTest::addColumn<bool>("timestamps");
    for (const bool tty : {false, true}) {
        for (const bool timestamps : {false, true})
            QTest::addRow("%s, %s", tty ? "tty" : "multiplexed", timestamps ? "timestamps" : "plain")
                << tty << timestamps;
    }
}

void EngineIntegrationTest::readsLogs()
{
    QFETCH(bool, tty);
    QFETCH(bool, timestamps);
    // The engine cuts a line at 16 KiB; it comes back whole.
    const QString script = QStringLiteral("echo one; echo two >&2; printf '%040000d\\n' 7; echo; printf four");
    const ContainerId id = run(QStringLiteral("log-%1%2").arg(tty).arg(timestamps),
                               tty ? QStringList{QStringLiteral("-t")} : QStringList{},
                               {QStringLiteral("sh"), QStringLiteral("-c"), script});
    QTRY_COMPARE_WITH_TIMEOUT(listed(id)->state, ContainerState::exited, patience);

    model::LogOptions options;
    options.timestamps = timestamps;
    const std::unique_ptr<engine::LogStream> stream = m_client->logs(id, tty, options);
    QSignalSpy closed(stream.get(), &engine::LogStream::closed);
    QList<model::LogLine> lines;
    connect(stream.get(), &engine::LogStream::lines, this,
            [&](const QList<model::LogLine> &batch) { lines.append(batch); });
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, patience);
    std::sort(lines.begin(), lines.end(),
              [](const model::LogLine &a, const model::LogLine &b) { return a.text < b.text; });
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines.at(0).text, QByteArray());
    QCOMPARE(lines.at(2).text, QByteArray("four"));
    QCOMPARE(lines.at(3).text, QByteArray("one"));
    QCOMPARE(lines.at(4).text, QByteArray("two"));
    QCOMPARE(lines.at(4).stream, tty ? model::LogLine::Stream::out : model::LogLine::Stream::err);
    // Without frames the stamps within a long line cannot be told from its text.
    if (!tty || !timestamps)
        QCOMPARE(lines.at(1).text, QByteArray(39999, '0') + '7');
    for (const model::LogLine &line : std::as_const(lines)) {
        QCOMPARE(line.at.isValid(), timestamps);
        QVERIFY(!line.cut);
    }
}

void EngineIntegrationTest::followsALogAndHoldsItBack()
{
    const ContainerId id =
        run(QStringLiteral("chatty"), {},
            {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("while :; do echo tick; sleep 0.05; done")});
    model::LogOptions options;
    options.follow = true;
    const std::unique_ptr<engine::LogStream> stream = m_client->logs(id, false, options);
    QSignalSpy lines(stream.get(), &engine::LogStream::lines);
    QSignalSpy closed(stream.get(), &engine::LogStream::closed);
    QTRY_VERIFY_WITH_TIMEOUT(lines.count() > 2, patience);
    stream->setPaused(true);
    const qsizetype before = lines.count();
    QVERIFY(settled(m_client->inspect(id)));
    QVERIFY(settled(m_client->diskUsage()));
    QCOMPARE(lines.count(), before);
    stream->setPaused(false);
    QTRY_VERIFY_WITH_TIMEOUT(lines.count() > before, patience);
    QVERIFY(settled(m_client->act(id, ContainerAction::kill, {})));
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, patience);
}

void EngineIntegrationTest::measures()
{
    const ContainerId id =
        run(QStringLiteral("measured"), {QStringLiteral("--memory"), QStringLiteral("64m")}, forever);
    const Result<engine::RawStats> once = settled(m_client->statsOnce(id));
    QVERIFY(once);
    QVERIFY(once->at.isValid());
    QVERIFY(once->cpuNanoseconds.value_or(0) > 0);
    QVERIFY(once->memoryUsageBytes.value_or(0) > 0);
    QVERIFY(once->memoryInactiveFileBytes);
    QCOMPARE(once->memoryLimitBytes, quint64(64 * 1024 * 1024));
    QVERIFY(once->networkReceiveBytes);
    QCOMPARE(once->processes, 1);

    const std::unique_ptr<engine::StatsStream> stream = m_client->stats(id);
    QSignalSpy readings(stream.get(), &engine::StatsStream::reading);
    QSignalSpy closed(stream.get(), &engine::StatsStream::closed);
    QTRY_VERIFY_WITH_TIMEOUT(readings.count() >= 2, patience);
    QVERIFY(settled(m_client->act(id, ContainerAction::kill, {})));
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, patience);
    QCOMPARE(settled(m_client->statsOnce(id)).error().kind, base::ErrorKind::conflict);
}

void EngineIntegrationTest::runsACommand()
{
    const ContainerId id = run(QStringLiteral("exec"), {}, forever);
    engine::ExecOptions options;
    options.command =
        QStringList{QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("cat; echo oops >&2; exit 3")};
    const std::unique_ptr<engine::ExecSession> session = m_client->exec(id, options);
    QByteArray out;
    QByteArray err;
    connect(session.get(), &engine::ExecSession::output, this,
            [&](model::LogLine::Stream stream, const QByteArray &bytes) {
                (stream == model::LogLine::Stream::out ? out : err) += bytes;
            });
    QSignalSpy finished(session.get(), &engine::ExecSession::finished);
    QSignalSpy failed(session.get(), &engine::ExecSession::failed);
    const QByteArray input = QByteArray("0123456789abcdef").repeated(20000);
    session->write(input); // before it has started
    session->finishWriting();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty() || !failed.isEmpty(), patience);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().toInt(), 3);
    QCOMPARE(out, input);
    QCOMPARE(err, QByteArray("oops\n"));
}

void EngineIntegrationTest::runsACommandInATerminal()
{
    const ContainerId id = run(QStringLiteral("terminal"), {}, forever);
    engine::ExecOptions options;
    options.command = QStringList{QStringLiteral("sh")};
    options.tty = true;
    const std::unique_ptr<engine::ExecSession> session = m_client->exec(id, options);
    QByteArray out;
    connect(session.get(), &engine::ExecSession::output, this,
            [&](model::LogLine::Stream, const QByteArray &bytes) { out += bytes; });
    QSignalSpy started(session.get(), &engine::ExecSession::started);
    QSignalSpy finished(session.get(), &engine::ExecSession::finished);
    QTRY_COMPARE_WITH_TIMEOUT(started.count(), 1, patience);
    session->resize(101, 33);
    session->resize(102, 34);
    // The size arrives a moment later.
    session->write("until [ \"$(stty size)\" = '34 102' ]; do sleep 0.1; done; echo size-$(stty size)-is\n");
    QTRY_VERIFY_WITH_TIMEOUT(out.contains("size-34 102-is"), patience);
    session->write("exit 5\n");
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
    QCOMPARE(finished.first().first().toInt(), 5);
}

void EngineIntegrationTest::tellsHowACommandFailed()
{
    const ContainerId id = run(QStringLiteral("no-command"), {}, forever);
    engine::ExecOptions options;
    options.command = QStringList{QStringLiteral("/no/such/command")};
    const std::unique_ptr<engine::ExecSession> absent = m_client->exec(id, options);
    QSignalSpy finished(absent.get(), &engine::ExecSession::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
    QVERIFY(finished.first().first().toInt() == 126 || finished.first().first().toInt() == 127);

    QVERIFY(settled(m_client->act(id, ContainerAction::kill, {})));
    const std::unique_ptr<engine::ExecSession> stopped = m_client->exec(id, options);
    QSignalSpy failed(stopped.get(), &engine::ExecSession::failed);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    QCOMPARE(failed.first().first().value<base::Error>().kind, base::ErrorKind::conflict);
}

QTEST_GUILESS_MAIN(EngineIntegrationTest)
#include "engine_test.moc"
