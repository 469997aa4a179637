// SPDX-License-Identifier: GPL-3.0-or-later
#include "service_table.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace mediahelm;
using namespace mediahelm::ui;
using Column = ServiceModel::Column;

namespace {

model::Container named(const QString &project, const QString &service)
{
    return fakes::makeContainer(project, service, QStringLiteral("registry.example:5000/%1/%2:1").arg(project, service),
                                QDateTime(QDate(2026, 1, 1), QTime(11, 0), Qt::UTC));
}

} // namespace

class ServiceModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void projectsAndServicesAreInTheOrderOfTheirNames();
    void aStormOfEventsOnTwoHundredContainersNeverResets();
    void D06_nothingMovesWhileHeldAndAllFollowsOnRelease();
    void D06_anEmptyTableIsFilledAlsoWhileHeld();
    void D06_theFilterHoldsToo();
    void aRenamedContainerMoves();
    void samplesTouchTheirCellsAlone();
    void whatReadsTheSameIsNotTold();
    void whatWasClearedIsToldAgain();
    void anOverdueSampleIsAGap_data();
    void anOverdueSampleIsAGap();
    void theLastMinuteIsThereAtOnce();
    void uptimeIsToldOnlyWhenItReadsOtherwise();
    void B03_aContainerThatTheEngineHangsOnSaysSo();
    void D41_aStaleHostIsGreyAndSaysItsAge();
    void anOperationIsShownFromStartToEnd();
    void D32_theSearchLooksAtEveryColumn_data();
    void D32_theSearchLooksAtEveryColumn();
    void statesAreFiltered_data();
    void statesAreFiltered();
    void sortingKeepsProjectsInPlace();
    void D22_aRowSpeaksForItself();
    void onlyWhatRunsInViewIsMeasured();
    void imagesAreShortened_data();
    void imagesAreShortened();
};

void ServiceModelTest::projectsAndServicesAreInTheOrderOfTheirNames()
{
    Table table;
    const base::HostId host = fakes::hostId(QStringLiteral("local"));
    table.addConnected(host);
    table.begin();
    table.fakes.fleet.setContainers(host,
                                    {named({}, QStringLiteral("lone")),
                                     named(QStringLiteral("media"), QStringLiteral("sonarr")),
                                     named(QStringLiteral("media"), QStringLiteral("Bazarr")),
                                     named(QStringLiteral("apps"), QStringLiteral("wiki"))});
    QCOMPARE(table.shown(),
             QStringList({QStringLiteral("apps/wiki"), QStringLiteral("media/Bazarr"), QStringLiteral("media/sonarr"),
                          QStringLiteral("Without a project/lone")}));
}

void ServiceModelTest::aStormOfEventsOnTwoHundredContainersNeverResets()
{
    Table table;
    fakes::fillManyContainers(table.fakes, QStringLiteral("local"), 200, table.clock.utcNow());
    table.begin();
    QSignalSpy resets(&table.model, &QAbstractItemModel::modelReset);
    QSignalSpy layouts(&table.model, &QAbstractItemModel::layoutChanged);
    QCOMPARE(table.model.containerCount(), 200);
    const base::HostId host = fakes::hostId(QStringLiteral("local"));
    QRandomGenerator random(7);
    QList<model::Container> removed;
    for (int i = 0; i < 250; ++i) {
        const QList<model::Container> all = table.fakes.fleet.containers(host);
        model::Container container = all.at(random.bounded(static_cast<int>(all.size())));
        switch (random.bounded(6)) {
        case 0:
            table.fakes.fleet.removeContainer({host, container.id});
            removed.append(container);
            break;
        case 1:
            if (!removed.isEmpty())
                table.fakes.fleet.upsert(host, removed.takeFirst());
            break;
        case 2: table.model.setHeld(random.bounded(2) == 0); break;
        default:
            container.state = random.bounded(2) == 0 ? model::ContainerState::exited : model::ContainerState::running;
            container.restarts = random.bounded(9);
            table.fakes.fleet.upsert(host, container);
        }
    }
    table.model.setHeld(false);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(layouts.count(), 0);
    const QList<model::Container> all = table.fakes.fleet.containers(host);
    QCOMPARE(table.model.containerCount(), all.size());
    for (const model::Container &container : all)
        QCOMPARE(table.model.row({host, container.id})->container, container);
}

void ServiceModelTest::D06_nothingMovesWhileHeldAndAllFollowsOnRelease()
{
    Table table;
    fakes::fillSampleFleet(table.fakes, table.clock.utcNow());
    table.begin();
    const QStringList before = table.shown();
    const base::HostId host = fakes::hostId(QStringLiteral("local"));
    const model::Container first = table.fakes.fleet.containers(host).first();
    table.model.setHeld(true);
    table.filter.setHeld(true);
    table.fakes.fleet.removeContainer({host, first.id});
    table.fakes.fleet.upsert(host, named(QStringLiteral("aaa"), QStringLiteral("new")));
    QCOMPARE(table.shown(), before);
    QCOMPARE(table.text({host, first.id}, Column::State), QStringLiteral("Removed"));
    QVERIFY(table.model.indexOf({host, first.id}).data(ServiceModel::StaleRole).toBool());
    table.filter.setHeld(false);
    table.model.setHeld(false);
    QCOMPARE(table.shown().first(), QStringLiteral("aaa/new"));
    QVERIFY(!table.model.indexOf({host, first.id}).isValid());
}

void ServiceModelTest::D06_anEmptyTableIsFilledAlsoWhileHeld()
{
    Table table;
    table.begin();
    table.model.setHeld(true);
    table.filter.setHeld(true);
    const QString project = QStringLiteral("media");
    table.model.upsert(fakes::hostId(QStringLiteral("local")),
                       {named(project, QStringLiteral("a")), named(project, QStringLiteral("b")),
                        named(project, QStringLiteral("c"))});
    QCOMPARE(table.shown().size(), 3);
}

void ServiceModelTest::D06_theFilterHoldsToo()
{
    Table table;
    fakes::fillSampleFleet(table.fakes, table.clock.utcNow());
    table.begin();
    table.filter.setStates(ServiceFilterModel::States::trouble);
    const QStringList before = table.shown();
    QVERIFY(before.contains(QStringLiteral("media/lidarr")));
    const base::HostId host = fakes::hostId(QStringLiteral("local"));
    const QList<model::Container> all = table.fakes.fleet.containers(host);
    const auto lidarr = std::find_if(all.begin(), all.end(),
                                     [](const model::Container &c) { return c.service == QLatin1String("lidarr"); });
    table.filter.setHeld(true);
    table.fakes.fleet.change({host, lidarr->id}, [](model::Container &c) { c.health = model::Health::healthy; });
    QCOMPARE(table.shown(), before);
    table.filter.setHeld(false);
    QVERIFY(!table.shown().contains(QStringLiteral("media/lidarr")));
}

void ServiceModelTest::aRenamedContainerMoves()
{
    Table table;
    const base::HostId host = fakes::hostId(QStringLiteral("local"));
    table.addConnected(host);
    model::Container container = named(QStringLiteral("media"), QStringLiteral("a"));
    table.fakes.fleet.setContainers(host, {container, named(QStringLiteral("media"), QStringLiteral("b"))});
    table.begin();
    for (const bool held : {true, false}) {
        table.model.setHeld(held);
        container.service = held ? QStringLiteral("z") : QStringLiteral("y");
        table.fakes.fleet.upsert(host, container);
    }
    table.model.setHeld(false);
    QCOMPARE(table.shown(), QStringList({QStringLiteral("media/b"), QStringLiteral("media/y")}));
}

void ServiceModelTest::samplesTouchTheirCellsAlone()
{
    Table table;
    fakes::fillManyContainers(table.fakes, QStringLiteral("local"), 10, table.clock.utcNow());
    table.begin();
    QSignalSpy changes(&table.model, &QAbstractItemModel::dataChanged);
    table.fakes.stats.tick();
    QVERIFY(changes.count() > 0);
    QVERIFY(changes.count() <= table.model.containerCount() + table.model.rowCount()); // neighbours at once, and sums
    for (const QList<QVariant> &change : changes) {
        QVERIFY(change.at(0).toModelIndex().column() >= Column::Cpu);
        QVERIFY(change.at(1).toModelIndex().column() <= Column::Memory);
    }
    QVERIFY(table.text(table.model.keys().first(), Column::Cpu).endsWith(QLatin1Char('%')));
}

void ServiceModelTest::whatReadsTheSameIsNotTold()
{
    Table table;
    fakes::fillManyContainers(table.fakes, QStringLiteral("local"), 3, table.clock.utcNow());
    table.begin();
    const model::ContainerKey key = table.model.keys().at(1);
    model::ContainerSample sample;
    sample.key = key;
    sample.cpuCores = 0.0001; // of a core: an idling container
    sample.memoryBytes = 10 * 1024 * 1024;
    for (int i = 0; i < sparkSlots; ++i)
        table.model.addSamples({key}, {sample});
    QSignalSpy changes(&table.model, &QAbstractItemModel::dataChanged);
    sample.cpuCores = 0.0002;
    table.model.addSamples({key}, {sample});
    QCOMPARE(changes.count(), 0);
    sample.memoryBytes = 20 * 1024 * 1024;
    table.model.addSamples({key}, {sample});
    QVERIFY(changes.count() > 0);
    for (const QList<QVariant> &change : changes)
        QCOMPARE(change.at(0).toModelIndex().column(), int(Column::Memory));
    QCOMPARE(changes.at(0).at(0).toModelIndex(), table.model.indexOf(key, Column::Memory));
    QCOMPARE(changes.at(0).at(1).toModelIndex(), table.model.indexOf(key, Column::Memory));
}

void ServiceModelTest::whatWasClearedIsToldAgain()
{
    Table table;
    fakes::fillManyContainers(table.fakes, QStringLiteral("local"), 1, table.clock.utcNow());
    table.begin();
    table.fakes.stats.tick();
    const model::ContainerKey key = table.model.keys().first();
    const QString before = table.text(key, Column::Memory);
    model::ConnectionState state = table.fakes.fleet.host(key.host)->connection;
    const model::ConnectionState good = state;
    state.phase = model::ConnectionPhase::reconnecting;
    table.model.setConnection(key.host, state);
    table.model.setConnection(key.host, good);
    QCOMPARE(table.text(key, Column::Memory), QString());
    QSignalSpy changes(&table.model, &QAbstractItemModel::dataChanged);
    table.fakes.stats.tick();
    QCOMPARE(table.text(key, Column::Memory), before);
    QVERIFY(changes.count() > 0);
    QCOMPARE(changes.at(0).at(1).toModelIndex(), table.model.indexOf(key, Column::Memory));
}

void ServiceModelTest::anOverdueSampleIsAGap_data()
{
    QTest::addColumn<int>("interval"); // seconds between the engine's samples
    QTest::addColumn<int>("patience"); // ticks without one that are no gap yet
    QTest::newRow("every second, as Docker") << 1 << 2;
    QTest::newRow("every five seconds, as Podman") << 5 << 12;
}

void ServiceModelTest::anOverdueSampleIsAGap()
{
    QFETCH(int, interval);
    QFETCH(int, patience);
    Table table;
    fakes::fillManyContainers(table.fakes, QStringLiteral("local"), 2, table.clock.utcNow());
    table.begin();
    const model::ContainerKey key = table.model.keys().first();
    const auto second = [&table](bool sample) {
        table.clock.advance(std::chrono::seconds(1));
        if (sample)
            table.fakes.stats.tick();
        else
            table.fakes.stats.tell({}, {});
    };
    for (int i = 0; i <= 2 * interval; ++i)
        second(i % interval == 0);
    for (int i = 0; i < patience; ++i) {
        QVERIFY(!table.text(key, Column::Cpu).isEmpty());
        second(false);
    }
    second(false);
    QCOMPARE(table.text(key, Column::Cpu), QString());
    const auto values = table.model.indexOf(key, Column::Cpu).data(ServiceModel::SparkRole).value<QList<float>>();
    QCOMPARE(std::count_if(values.begin(), values.end(), [](float value) { return std::isnan(value); }), 1);
}

void ServiceModelTest::theLastMinuteIsThereAtOnce()
{
    Table table;
    fakes::fillManyContainers(table.fakes, QStringLiteral("local"), 1, table.clock.utcNow());
    table.fakes.stats.fillHistory(table.clock.utcNow().addSecs(-10));
    table.begin();
    const auto values = table.model.indexOf(table.model.keys().first(), Column::Cpu)
                            .data(ServiceModel::SparkRole)
                            .value<QList<float>>();
    QCOMPARE(values.size(), sparkSlots);
    QVERIFY(std::isnan(values.last())); // nothing was looked at since
    QVERIFY(!std::isnan(values.at(sparkSlots - 20)));
}

void ServiceModelTest::uptimeIsToldOnlyWhenItReadsOtherwise()
{
    Table table;
    const base::HostId host = fakes::hostId(QStringLiteral("local"));
    table.addConnected(host);
    const model::Container container = named(QStringLiteral("media"), QStringLiteral("a"));
    table.fakes.fleet.setContainers(host, {container});
    table.begin();
    QCOMPARE(table.text({host, container.id}, Column::Uptime), QStringLiteral("1 h"));
    QSignalSpy changes(&table.model, &QAbstractItemModel::dataChanged);
    table.clock.advance(std::chrono::seconds(30));
    table.model.refreshTimes();
    QCOMPARE(changes.count(), 0);
    table.clock.advance(std::chrono::seconds(30));
    table.model.refreshTimes();
    QCOMPARE(changes.count(), 1);
    QCOMPARE(table.text({host, container.id}, Column::Uptime), QStringLiteral("1 h 1 min"));
}

void ServiceModelTest::B03_aContainerThatTheEngineHangsOnSaysSo()
{
    Table table;
    const base::HostId host = fakes::hostId(QStringLiteral("local"));
    table.addConnected(host);
    model::Container container = named(QStringLiteral("media"), QStringLiteral("a"));
    container.noAnswer = true;
    table.fakes.fleet.setContainers(host, {container});
    table.begin();
    const model::ContainerKey key{host, container.id};
    QCOMPARE(table.text(key, Column::State), QStringLiteral("Running, no answer"));
    QVERIFY(!table.model.indexOf(key, Column::State).data(Qt::ToolTipRole).toString().isEmpty());
    container.noAnswer = false;
    table.fakes.fleet.upsert(host, container);
    QCOMPARE(table.text(key, Column::State), QStringLiteral("Running"));
}

void ServiceModelTest::D41_aStaleHostIsGreyAndSaysItsAge()
{
    Table table;
    const base::HostId host = fakes::hostId(QStringLiteral("local"));
    table.addConnected(host);
    const model::Container container = named(QStringLiteral("media"), QStringLiteral("a"));
    table.fakes.fleet.setContainers(host, {container});
    table.begin();
    table.fakes.stats.tick();
    const model::ContainerKey key{host, container.id};
    QVERIFY(!table.model.indexOf(key).data(ServiceModel::StaleRole).toBool());
    model::ConnectionState lost;
    lost.phase = model::ConnectionPhase::reconnecting;
    lost.lastAnswer = table.clock.utcNow().addSecs(-12);
    table.fakes.fleet.setConnection(host, lost);
    QVERIFY(table.model.indexOf(key).data(ServiceModel::StaleRole).toBool());
    QCOMPARE(table.text(key, Column::State), QStringLiteral("Running, 12 s ago"));
    QCOMPARE(table.text(key, Column::Cpu), QString());
    table.clock.advance(std::chrono::seconds(60));
    table.model.refreshTimes();
    QCOMPARE(table.text(key, Column::State), QStringLiteral("Running, 1 min ago"));
}

void ServiceModelTest::anOperationIsShownFromStartToEnd()
{
    Table table;
    fakes::fillManyContainers(table.fakes, QStringLiteral("local"), 1, table.clock.utcNow());
    table.begin();
    const model::ContainerKey key = table.model.keys().first();
    table.fakes.operations.setHeld(true);
    table.fakes.operations.perform(key, model::ContainerAction::restart, {});
    QCOMPARE(table.text(key, Column::State), QStringLiteral("Restarting…"));
    QVERIFY(table.model.indexOf(key).data(ServiceModel::BusyRole).toBool());
    table.fakes.operations.fail(key, {base::ErrorKind::internal, QStringLiteral("boom"), {}});
    QCOMPARE(table.text(key, Column::State), QStringLiteral("Restart failed"));
    QVERIFY(table.model.indexOf(key).data(ServiceModel::FailedRole).toBool());
    QVERIFY(table.model.indexOf(key, Column::State).data(Qt::ToolTipRole).toString().contains(QLatin1String("boom")));
    table.fakes.operations.perform(key, model::ContainerAction::restart, {});
    table.fakes.operations.succeed(key);
    QVERIFY(!table.model.indexOf(key).data(ServiceModel::FailedRole).toBool());
}

void ServiceModelTest::D32_theSearchLooksAtEveryColumn_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("found");
    const QStringList jellyfin{QStringLiteral("media/jellyfin")};
    QTest::newRow("name") << QStringLiteral("JELLYF") << jellyfin;
    QTest::newRow("container name") << QStringLiteral("media-jellyfin-1") << jellyfin;
    QTest::newRow("image") << QStringLiteral("jellyfin/jellyfin:10") << jellyfin;
    QTest::newRow("port") << QStringLiteral("8096") << jellyfin;
    QTest::newRow("two words") << QStringLiteral("media jellyfin 10.9") << jellyfin;
    QTest::newRow("state") << QStringLiteral("unhealthy") << QStringList{QStringLiteral("media/lidarr")};
    QTest::newRow("host") << QStringLiteral("nas postgres") << QStringList{QStringLiteral("files/postgres")};
    QTest::newRow("nothing") << QStringLiteral("no such thing") << QStringList();
}

void ServiceModelTest::D32_theSearchLooksAtEveryColumn()
{
    Table table;
    fakes::fillSampleFleet(table.fakes, table.clock.utcNow());
    table.begin();
    QFETCH(QString, search);
    table.filter.setSearch(search);
    QTEST(table.shown(), "found");
}

void ServiceModelTest::statesAreFiltered_data()
{
    QTest::addColumn<int>("states");
    QTest::addColumn<QString>("inside");
    QTest::addColumn<QString>("outside");
    using S = ServiceFilterModel::States;
    QTest::newRow("running") << int(S::running) << QStringLiteral("media/jellyfin")
                             << QStringLiteral("downloads/transmission");
    QTest::newRow("trouble") << int(S::trouble) << QStringLiteral("media/lidarr") << QStringLiteral("media/jellyfin");
    QTest::newRow("stopped") << int(S::stopped) << QStringLiteral("downloads/transmission")
                             << QStringLiteral("media/jellyfin");
}

void ServiceModelTest::statesAreFiltered()
{
    Table table;
    fakes::fillSampleFleet(table.fakes, table.clock.utcNow());
    table.begin();
    QFETCH(int, states);
    QFETCH(QString, inside);
    QFETCH(QString, outside);
    QVERIFY(table.shown().contains(outside));
    table.filter.setStates(static_cast<ServiceFilterModel::States>(states));
    QVERIFY(table.shown().contains(inside));
    QVERIFY(!table.shown().contains(outside));
}

void ServiceModelTest::sortingKeepsProjectsInPlace()
{
    Table table;
    fakes::fillSampleFleet(table.fakes, table.clock.utcNow());
    table.begin();
    const auto projects = [&table] {
        QStringList names;
        for (int g = 0; g < table.filter.rowCount(); ++g)
            names.append(table.filter.index(g, 0).data().toString());
        return names;
    };
    const QStringList before = projects();
    for (int column = 0; column < Column::ColumnCount; ++column) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            table.filter.sort(column, order);
            QCOMPARE(projects(), before);
        }
    }
    table.filter.sort(Column::Restarts, Qt::DescendingOrder);
    QCOMPARE(table.shown().first(), QStringLiteral("downloads/flaresolverr"));
}

void ServiceModelTest::D22_aRowSpeaksForItself()
{
    Table table;
    const base::HostId host = fakes::hostId(QStringLiteral("local"));
    table.addConnected(host);
    model::Container container = named(QStringLiteral("media"), QStringLiteral("jellyfin"));
    container.health = model::Health::healthy;
    table.fakes.fleet.setContainers(host, {container});
    table.begin();
    model::ContainerSample sample;
    sample.key = {host, container.id};
    sample.cpuCores = 0.03;
    sample.memoryBytes = 240 * 1024 * 1024;
    table.fakes.stats.tell({sample}, {});
    QCOMPARE(table.model.indexOf(sample.key).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("jellyfin, Healthy, CPU 3.0 %, memory 240 MiB, up 1 h"));
}

void ServiceModelTest::onlyWhatRunsInViewIsMeasured()
{
    Table table;
    fakes::fillSampleFleet(table.fakes, table.clock.utcNow());
    table.begin();
    const QSet<model::ContainerKey> watched = table.fakes.stats.watchedContainers();
    QVERIFY(!watched.isEmpty());
    for (const model::ContainerKey &key : watched) {
        QCOMPARE(key.host.text(), QStringLiteral("local")); // the other two are not connected
        QVERIFY(table.model.row(key)->container.running());
    }
    table.feed->setHost(fakes::hostId(QStringLiteral("nas")));
    QVERIFY(table.fakes.stats.watchedContainers().isEmpty());
    table.feed->setActive(false);
    QCOMPARE(table.fakes.stats.watches(), 0);
}

void ServiceModelTest::imagesAreShortened_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("postgres:16") << QStringLiteral("postgres:16");
    QTest::newRow("owner") << QStringLiteral("jellyfin/jellyfin:10.9") << QStringLiteral("jellyfin/jellyfin:10.9");
    QTest::newRow("registry") << QStringLiteral("lscr.io/linuxserver/sonarr:4")
                              << QStringLiteral("linuxserver/sonarr:4");
    QTest::newRow("registry with a port") << QStringLiteral("box:5000/a/b") << QStringLiteral("a/b");
    QTest::newRow("digest") << QStringLiteral("a/b:1@sha256:0123") << QStringLiteral("a/b:1");
    QTest::newRow("id alone") << QStringLiteral("sha256:0123456789abcdef0123") << QStringLiteral("sha256:0123456789ab");
}

void ServiceModelTest::imagesAreShortened()
{
    QFETCH(QString, image);
    QTEST(shortImage(image), "text");
}

QTEST_MAIN(ServiceModelTest)
#include "service_model_test.moc"
