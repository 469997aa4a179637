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

QTEST_GUILESS_MAIN(EngineIntegrationTest)
#include "engine_test.moc"
