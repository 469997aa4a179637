// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/control/fleet.h"
#include "core/control/host_directory.h"
#include "core/control/service_operations.h"
#include "core/control/session/question_board.h"
#include "core/control/session/sessions.h"
#include "core/control/stats_source.h"
#include "core/transport/system_transport_factory.h"
#include "tests/fakes/memory_host_profile_store.h"
#include "tests/integration/docker_cli.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using model::Container;
using model::ContainerAction;
using model::ContainerKey;
using model::ContainerState;

// The sessions over this machine's real engine.
class RealEngineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void connectsAndLists();
    void whatHappensOutsideIsSeen();
    void operationsAreSeen();
    void aNewConnectionTellsNothingNew();
    void statsAndMachineAreMeasured();

private:
    control::Fleet &fleet() { return m_sessions->control().fleet; }
    ContainerKey keyOf(const QString &id) const { return {m_host, *base::ContainerId::parse(id)}; }
    ContainerState stateOf(const ContainerKey &key)
    {
        const std::optional<Container> container = fleet().container(key);
        return container ? container->state : ContainerState::unknown;
    }
    bool inspected(const ContainerKey &key)
    {
        const std::optional<Container> container = fleet().container(key);
        return container && container->startedAt.isValid();
    }

    std::unique_ptr<tests::DockerCli> m_docker;
    base::HostId m_host = *base::HostId::parse(u"here");
    base::SystemClock m_clock;
    control::QuestionBoard m_questions;
    fakes::MemoryHostProfileStore m_store{{{m_host, model::EngineAddress::local(), {}}}};
    transport::SystemTransportFactory m_transports{m_questions, m_clock, transport::SshSettings{},
                                                   transport::LocalEnvironment::current()};
    std::unique_ptr<control::Sessions> m_sessions;
};

void RealEngineTest::initTestCase()
{
    m_docker = std::make_unique<tests::DockerCli>(QStringLiteral("sessions"));
    if (!m_docker->unavailable().isEmpty())
        QSKIP(qPrintable(QStringLiteral("SKIPPED: ") + m_docker->unavailable()));
}

void RealEngineTest::init()
{
    m_sessions =
        std::make_unique<control::Sessions>(control::SessionDependencies{m_transports, m_store, m_questions, m_clock});
    m_sessions->start();
    QTRY_COMPARE(fleet().host(m_host)->connection.phase, model::ConnectionPhase::connected);
}

void RealEngineTest::cleanup()
{
    m_sessions.reset();
}

void RealEngineTest::connectsAndLists()
{
    QVERIFY(fleet().listed(m_host));
    QTRY_VERIFY(fleet().host(m_host)->engine.has_value());
    QVERIFY(fleet().host(m_host)->engine->cpus > 0);
}

void RealEngineTest::whatHappensOutsideIsSeen()
{
    const QString id = m_docker->run(QStringLiteral("outside"), {QStringLiteral("-d")},
                                     {QStringLiteral("sleep"), QStringLiteral("600")});
    QVERIFY(!id.isEmpty());
    const ContainerKey key = keyOf(id);
    QTRY_COMPARE(stateOf(key), ContainerState::running);
    QTRY_VERIFY(inspected(key));
    m_docker->docker({QStringLiteral("kill"), id});
    QTRY_COMPARE(stateOf(key), ContainerState::exited);
    QTRY_COMPARE(fleet().container(key)->exitCode, std::optional<int>(137));
    m_docker->docker({QStringLiteral("rm"), id});
    QTRY_VERIFY(!fleet().container(key));
}

void RealEngineTest::operationsAreSeen()
{
    const QString id = m_docker->run(QStringLiteral("inside"), {QStringLiteral("-d"), QStringLiteral("--init")},
                                     {QStringLiteral("sleep"), QStringLiteral("600")});
    const ContainerKey key = keyOf(id);
    QTRY_COMPARE(stateOf(key), ContainerState::running);
    control::ServiceOperations &operations = m_sessions->control().operations;
    const auto perform = [&](ContainerAction action) {
        control::OperationOptions options;
        options.force = action == ContainerAction::remove;
        const auto result = operations.perform(key, action, options);
        return QTest::qWaitFor([&] { return result.isFinished(); }, 60000) && result.result().ok();
    };
    QVERIFY(perform(ContainerAction::pause));
    QTRY_COMPARE(stateOf(key), ContainerState::paused);
    QVERIFY(perform(ContainerAction::unpause));
    QTRY_COMPARE(stateOf(key), ContainerState::running);
    const QDateTime before = fleet().container(key)->startedAt;
    QVERIFY(perform(ContainerAction::restart));
    QTRY_VERIFY(stateOf(key) == ContainerState::running && fleet().container(key)->startedAt > before);
    QVERIFY(perform(ContainerAction::stop));
    QTRY_COMPARE(stateOf(key), ContainerState::exited);
    QVERIFY(perform(ContainerAction::start));
    QTRY_COMPARE(stateOf(key), ContainerState::running);
    QVERIFY(perform(ContainerAction::remove));
    QTRY_VERIFY(!fleet().container(key));
}

// List and inspection agree on what is unchanged, whatever the container's state.
void RealEngineTest::aNewConnectionTellsNothingNew()
{
    const QStringList sleeping{QStringLiteral("sleep"), QStringLiteral("600")};
    QSet<base::ContainerId> mine;
    mine << keyOf(m_docker->run(QStringLiteral("ports"),
                                {QStringLiteral("-d"), QStringLiteral("-p"), QStringLiteral("127.0.0.1::8080"),
                                 QStringLiteral("--expose"), QStringLiteral("9090/udp")},
                                sleeping))
                .id;
    mine << keyOf(m_docker->run(QStringLiteral("over"), {QStringLiteral("-d")},
                                {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("exit 3")}))
                .id;
    const QString paused = m_docker->run(QStringLiteral("paused"), {QStringLiteral("-d")}, sleeping);
    m_docker->docker({QStringLiteral("pause"), paused});
    mine << keyOf(paused).id;
    const auto settled = [&] {
        return std::all_of(mine.begin(), mine.end(),
                           [&](const base::ContainerId &id) {
                               return inspected({m_host, id});
                           })
            && stateOf(keyOf(paused)) == ContainerState::paused;
    };
    QTRY_VERIFY(settled());
    QHash<base::ContainerId, Container> before;
    for (const base::ContainerId &id : std::as_const(mine))
        before.insert(id, *fleet().container({m_host, id}));
    QList<Container> told;
    const auto connection = connect(&fleet(), &control::Fleet::containersChanged, this,
                                    [&](const base::HostId &, const model::ContainerChanges &changes) {
                                        for (const Container &container : changes.upserted) {
                                            if (mine.contains(container.id))
                                                told.append(container);
                                        }
                                    });
    QVERIFY(m_sessions->control().hosts.connectNow(m_host));
    QTRY_COMPARE(fleet().host(m_host)->connection.phase, model::ConnectionPhase::connected);
    const auto detail = fleet().inspect(keyOf(paused));
    QTRY_VERIFY(detail.isFinished()); // and with it the list and what was asked for before
    disconnect(connection);
    for (const Container &container : std::as_const(told))
        QCOMPARE(container, before.value(container.id));
    m_docker->docker({QStringLiteral("unpause"), paused});
}

void RealEngineTest::statsAndMachineAreMeasured()
{
    const QString id =
        m_docker->run(QStringLiteral("busy"), {QStringLiteral("-d")},
                      {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("while :; do usleep 50000; done")});
    const ContainerKey key = keyOf(id);
    QTRY_COMPARE(stateOf(key), ContainerState::running);
    const auto watch = m_sessions->control().stats.watch();
    watch->setContainers({key});
    watch->setHosts({m_host});
    const auto measured = [&] {
        const QList<model::ContainerSample> recent = m_sessions->control().stats.recent(key);
        const QList<model::HostSample> machine = m_sessions->control().stats.recentHost(m_host);
        return !recent.isEmpty() && recent.last().cpuCores && recent.last().memoryBytes && !machine.isEmpty()
            && machine.last().cpuCores;
    };
    QTRY_VERIFY_WITH_TIMEOUT(measured(), 15000);
    m_docker->docker({QStringLiteral("kill"), id});
}

QTEST_GUILESS_MAIN(RealEngineTest)
#include "real_engine_test.moc"
