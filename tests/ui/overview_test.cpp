// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_control.h"
#include "fakes/sample_fleet.h"
#include "ui/overview/fleet_problems.h"
#include "ui/overview/overview_page.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::ui;

namespace {

QStringList namesOf(const QList<FleetProblem> &problems)
{
    QStringList names;
    for (const FleetProblem &problem : problems)
        names.append(problem.service ? problem.service->displayName() : problem.host.text());
    return names;
}

bool shows(const QWidget &page, const QString &text)
{
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
                       [&](const QLabel *label) { return label->isVisibleTo(&page) && label->text().contains(text); });
}

} // namespace

class OverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fakes = std::make_unique<fakes::FakeControl>();
        fakes::fillSampleFleet(*m_fakes);
        m_lidarr = m_fakes->fleet.key(QStringLiteral("local"), QStringLiteral("media-lidarr-1"));
        m_flaresolverr = m_fakes->fleet.key(QStringLiteral("local"), QStringLiteral("downloads-flaresolverr-1"));
    }

    void whatIsWrongComesFirstHostsBeforeServices()
    {
        const QStringList names = namesOf(fleetProblems(m_fakes->fleet, std::nullopt, QDateTime::currentDateTimeUtc()));
        QCOMPARE(
            names,
            (QStringList{QStringLiteral("nas"), QStringLiteral("attic"), QStringLiteral("lidarr"),
                         QStringLiteral("homepage"), QStringLiteral("transmission"), QStringLiteral("flaresolverr")}));
    }

    void servicesOfALostHostAreNoProblemsOfTheirOwn()
    {
        model::ConnectionState state;
        state.phase = model::ConnectionPhase::reconnecting;
        m_fakes->fleet.setConnection(fakes::hostId(QStringLiteral("local")), state);
        for (const FleetProblem &problem : fleetProblems(m_fakes->fleet, std::nullopt, QDateTime::currentDateTimeUtc()))
            QVERIFY(!problem.service);
    }

    void aCrashLoopStaysAProblemInTheMomentsInWhichItRuns()
    {
        OverviewPage page(m_fakes->control());
        page.show();
        QTRY_VERIFY(shows(page, QStringLiteral("flaresolverr")));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QStringList before = namesOf(fleetProblems(m_fakes->fleet, std::nullopt, now));
        // The engine forgets the exit code as soon as it runs again.
        m_fakes->fleet.change(m_flaresolverr, [&now](model::Container &container) {
            container.state = model::ContainerState::running;
            container.exitCode.reset();
            container.startedAt = now.addSecs(-3);
            container.restarts = 18;
        });
        QCOMPARE(namesOf(fleetProblems(m_fakes->fleet, std::nullopt, now)), before);
        QTRY_VERIFY(shows(page, QStringLiteral("Restarts over and over, 18 times so far, last ended with code 1")));
        m_fakes->fleet.change(m_flaresolverr, [&now](model::Container &container) {
            container.startedAt = now.addSecs(-601); // and has run since
        });
        QTRY_VERIFY(!shows(page, QStringLiteral("flaresolverr")));
    }

    void whatRestartsIsTold_data()
    {
        QTest::addColumn<int>("restarts");
        QTest::addColumn<int>("secondsUp");
        QTest::addColumn<bool>("told");
        QTest::newRow("a third restart just now") << 3 << 0 << true;
        QTest::newRow("within ten minutes") << 3 << 599 << true;
        QTest::newRow("steady since ten minutes") << 300 << 600 << false;
        QTest::newRow("two are no habit") << 2 << 5 << false;
        QTest::newRow("by hand counts from nothing") << 0 << 5 << false;
    }

    void whatRestartsIsTold()
    {
        QFETCH(int, restarts);
        QFETCH(int, secondsUp);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_fakes->fleet.change(m_flaresolverr, [&](model::Container &container) {
            container.state = model::ContainerState::running;
            container.restarts = restarts;
            container.startedAt = now.addSecs(-secondsUp);
        });
        QTEST(namesOf(fleetProblems(m_fakes->fleet, std::nullopt, now)).contains(QStringLiteral("flaresolverr")),
              "told");
    }

    void aHostThatTheUserDisconnectedIsNoProblem()
    {
        model::ConnectionState state;
        state.phase = model::ConnectionPhase::stopped;
        state.problem = model::ConnectionProblem::disconnectedByUser;
        m_fakes->fleet.setConnection(fakes::hostId(QStringLiteral("nas")), state);
        QVERIFY(!namesOf(fleetProblems(m_fakes->fleet, std::nullopt, QDateTime::currentDateTimeUtc()))
                     .contains(QStringLiteral("nas")));
    }

    void oneHostShowsItsOwnProblems()
    {
        QCOMPARE(namesOf(fleetProblems(m_fakes->fleet, fakes::hostId(QStringLiteral("attic")),
                                       QDateTime::currentDateTimeUtc())),
                 QStringList{QStringLiteral("attic")});
    }

    void theLastFailedProbeIsShown()
    {
        OverviewPage page(m_fakes->control());
        page.show();
        QTRY_VERIFY(shows(page, QStringLiteral("curl: (22) The requested URL returned error: 503")));
        QCOMPARE(m_fakes->fleet.inspections(), 1); // of the one that is unhealthy
    }

    void aServiceIsInspectedAnewOnlyWhenItChanges()
    {
        OverviewPage page(m_fakes->control());
        page.show();
        QTRY_COMPARE(m_fakes->fleet.inspections(), 1);
        m_fakes->fleet.change(m_lidarr, [](model::Container &container) { container.restarts = 1; });
        QTRY_COMPARE(m_fakes->fleet.inspections(), 2);
        m_fakes->fleet.change(m_lidarr, [](model::Container &c) { c.health = model::Health::healthy; });
        QTRY_VERIFY(!shows(page, QStringLiteral("lidarr")));
        QCOMPARE(m_fakes->fleet.inspections(), 2);
    }

    void aFailedInspectionLeavesTheCardWithoutOutput()
    {
        m_fakes->fleet.failInspections(base::Error{base::ErrorKind::timeout, QStringLiteral("no answer"), {}});
        OverviewPage page(m_fakes->control());
        page.show();
        QTRY_VERIFY(shows(page, QStringLiteral("its health check fails")));
        QVERIFY(!shows(page, QStringLiteral("curl")));
    }

    void aLongProbeIsCut()
    {
        model::ContainerDetail detail;
        detail.healthCheck = model::HealthCheck{};
        detail.healthCheck->log.append({{}, {}, 1, QString(5000, QLatin1Char('x'))});
        detail.healthCheck->log.append({{}, {}, 0, QStringLiteral("fine")});
        QCOMPARE(lastFailedProbe(detail), QString(400, QLatin1Char('x')) + QStringLiteral("…"));
        QVERIFY(lastFailedProbe({}).isEmpty());
    }

    void aFailedActionIsToldOnItsCard()
    {
        OverviewPage page(m_fakes->control());
        page.show();
        m_fakes->operations.failNext({base::ErrorKind::conflict, QStringLiteral("busy"), {}});
        const QList<QPushButton *> buttons = page.findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->accessibleName() == QLatin1String("Restart lidarr"))
                button->click();
        }
        QTRY_VERIFY(shows(page, QStringLiteral("Could not restart lidarr.")));
    }

    void nothingWrongSaysSo()
    {
        fakes::FakeControl calm;
        fakes::fillManyContainers(calm, QStringLiteral("local"), 12);
        OverviewPage page(calm.control());
        page.show();
        QVERIFY(shows(page, QStringLiteral("Everything runs as it should")));
    }

private:
    std::unique_ptr<fakes::FakeControl> m_fakes;
    model::ContainerKey m_lidarr;
    model::ContainerKey m_flaresolverr;
};

QTEST_MAIN(OverviewTest)
#include "overview_test.moc"
