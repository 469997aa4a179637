// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/health_judge.h"

#include <QTest>

using namespace mediahelm;
using namespace mediahelm::revision;
using std::chrono::milliseconds;
using State = HealthJudgement::State;

namespace {

model::ContainerDetail container(model::ContainerState state, model::Health health = model::Health::none)
{
    model::ContainerDetail detail;
    detail.container.state = state;
    detail.container.health = health;
    detail.container.startedAt = QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC);
    detail.restartPolicy = QStringLiteral("no");
    if (health != model::Health::none)
        detail.healthCheck = model::HealthCheck{{QStringLiteral("CMD"), QStringLiteral("true")},
                                                milliseconds(1000),
                                                milliseconds(500),
                                                milliseconds(4000),
                                                3,
                                                0,
                                                {}};
    return detail;
}

const HealthExpectation expectation{milliseconds(10000), milliseconds(60000), 2};

} // namespace

class HealthJudgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLookJudges_data()
    {
        using S = model::ContainerState;
        using H = model::Health;
        QTest::addColumn<model::ContainerDetail>("detail");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const model::ContainerDetail &detail, State state, const char *words) {
            QTest::newRow(name) << detail << state << QString::fromLatin1(words);
        };
        row("healthy", container(S::running, H::healthy), State::good, "");
        row("health not decided", container(S::running, H::starting), State::starting, "has not decided");
        model::ContainerDetail detail = container(S::running, H::starting);
        detail.healthCheck->failingStreak = 2;
        row("health failing, not yet for good", detail, State::starting, "2 of 3 times");
        detail.container.health = H::unhealthy;
        detail.healthCheck->failingStreak = 3;
        row("unhealthy", detail, State::failed, "failed 3 times");
        row("running without a check", container(S::running), State::starting, "less than 10 s");
        row("created", container(S::created), State::starting, "not started");
        detail = container(S::created);
        detail.error = QStringLiteral("no such device");
        row("could not be started", detail, State::failed, "no such device");
        row("paused", container(S::paused), State::failed, "paused");
        row("dead", container(S::dead), State::failed, "removed");
        row("restarting", container(S::restarting), State::starting, "restarting");
        detail = container(S::exited);
        detail.container.exitCode = 0;
        row("done", detail, State::completed, "");
        detail.container.exitCode = 127;
        row("ended badly", detail, State::failed, "exited with 127");
        detail.restartPolicy = QStringLiteral("on-failure:5");
        row("ended badly, and is restarted", detail, State::starting, "is restarted");
        detail.container.exitCode = 0;
        row("done, with a restart on failure", detail, State::completed, "");
        detail.container.oomKilled = true;
        row("no memory", detail, State::failed, "memory");
    }
    void oneLookJudges()
    {
        QFETCH(model::ContainerDetail, detail);
        QFETCH(QString, words);
        HealthJudge judge(expectation);
        const HealthJudgement judgement = judge.look(detail, milliseconds(5));
        QTEST(judgement.state, "state");
        QVERIFY2(judgement.reason.contains(words), qPrintable(judgement.reason));
        QCOMPARE(judgement.reason.isEmpty(), words.isEmpty());
    }

    void withoutACheckItMustRunForAWhile()
    {
        HealthJudge judge(expectation);
        model::ContainerDetail detail = container(model::ContainerState::running);
        QCOMPARE(judge.look(detail, milliseconds(0)).state, State::starting);
        QCOMPARE(judge.look(detail, milliseconds(9999)).state, State::starting);
        // Ended and started again between two looks: the time begins anew.
        detail.container.startedAt = detail.container.startedAt.addSecs(9);
        QCOMPARE(judge.look(detail, milliseconds(10000)).state, State::starting);
        QCOMPARE(judge.look(detail, milliseconds(19999)).state, State::starting);
        QCOMPARE(judge.look(detail, milliseconds(20000)).state, State::good);
    }

    void crashLoopIsToldFromOneRestart()
    {
        HealthJudge judge(expectation);
        model::ContainerDetail detail = container(model::ContainerState::restarting);
        detail.container.restarts = 5; // from before
        detail.container.exitCode = 3;
        QCOMPARE(judge.look(detail, milliseconds(0)).state, State::starting);
        detail.container.restarts = 7;
        QCOMPARE(judge.look(detail, milliseconds(1)).state, State::starting);
        detail.container.restarts = 8;
        const HealthJudgement judgement = judge.look(detail, milliseconds(2));
        QCOMPARE(judgement.state, State::failed);
        QVERIFY(judgement.reason.contains(QStringLiteral("3 restarts")));
        QVERIFY(judgement.reason.contains(QStringLiteral("exit code 3")));
    }

    void patienceEnds()
    {
        HealthJudge judge(expectation);
        const model::ContainerDetail detail = container(model::ContainerState::running, model::Health::starting);
        QCOMPARE(judge.look(detail, milliseconds(100)).state, State::starting);
        QCOMPARE(judge.look(detail, milliseconds(60099)).state, State::starting);
        QCOMPARE(judge.look(detail, milliseconds(60100)).state, State::failed);
    }

    void whatIsDecidedStays()
    {
        HealthJudge judge(expectation);
        QCOMPARE(judge.look(container(model::ContainerState::running, model::Health::unhealthy), milliseconds(0)).state,
                 State::failed);
        QCOMPARE(judge.look(container(model::ContainerState::running, model::Health::healthy), milliseconds(1)).state,
                 State::failed);
    }

    void longestStartCountsTheStartPeriodAndEachAttempt()
    {
        const auto check = *container(model::ContainerState::running, model::Health::starting).healthCheck;
        QCOMPARE(HealthJudge::longestStart(check), milliseconds(4000 + 3 * 1500));
    }
};

QTEST_GUILESS_MAIN(HealthJudgeTest)
#include "health_judge_test.moc"
