// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/plan_rows.h"

#include "core/revision/plan/plan_text.h"

#include <QProcess>
#include <QTest>

using namespace mediahelm::revision;
using namespace mediahelm;
using tests::Change;
using tests::ComposeBench;
using tests::line;
using tests::project;
using tests::text;

namespace {

const QString file = QStringLiteral("compose.yaml");

// "web=recreate db=nothing"
QString actionsOf(const model::Plan &plan)
{
    QStringList texts;
    for (const model::ServicePlan &service : plan.services)
        texts.append(service.service + u'=' + planActionName(service.action));
    return texts.join(u' ');
}

QString reasonsOf(const model::Plan &plan, const QString &service)
{
    QStringList texts;
    const model::ServicePlan *found = plan.find(service);
    for (const model::PlanReason &reason : found ? found->reasons : QList<model::PlanReason>())
        texts.append(planReasonText(reason));
    return texts.join(text("; "));
}

// What happened to a container between two looks: "ID START" each, empty where there is none.
model::PlanAction happened(const QString &before, const QString &after)
{
    if (before.isEmpty() || after.isEmpty())
        return before.isEmpty() ? model::PlanAction::create : model::PlanAction::remove;
    if (before.section(u' ', 0, 0) != after.section(u' ', 0, 0))
        return model::PlanAction::recreate;
    return before == after ? model::PlanAction::nothing : model::PlanAction::start;
}

// Empty where Compose did what each step of the plan says.
QString disagreements(const model::Plan &plan, const QMap<QString, QString> &before,
                      const QMap<QString, QString> &after)
{
    QStringList texts;
    QStringList known;
    for (const model::ServicePlan &service : plan.services) {
        for (const model::ContainerStep &step : service.containers) {
            known.append(step.name);
            const model::PlanAction action = happened(before.value(step.name), after.value(step.name));
            if (action != step.action)
                texts.append(QStringLiteral("%1: planned %2, but Compose did %3")
                                 .arg(step.name, planActionName(step.action), planActionName(action)));
        }
    }
    for (const QString &name : after.keys()) {
        if (!known.contains(name))
            texts.append(name + text(": not planned at all"));
    }
    return texts.join(u'\n');
}

} // namespace

class PlanEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void planIsWhatComposeDoes_data();
    void planIsWhatComposeDoes();
    void followUpIsWhatComposeLeavesUndone();
    void serviceOfAnInactiveProfileIsNoOrphan();
    void doneWorkRunsOnceMore();
    void pausedServiceIsToldSinceComposeFailsOnIt();
    void missingImageIsPlannedToBePulled();
    void brokenFileIsAnErrorWithItsPlace();
    void S11_secretReachesTheContainerAndNothingElse();

private:
    std::unique_ptr<ComposeBench> m_bench;
};

void PlanEngineTest::initTestCase()
{
    m_bench = std::make_unique<ComposeBench>();
    if (!m_bench->unavailable().isEmpty())
        QSKIP(qPrintable(text("SKIPPED: ") + m_bench->unavailable()));
}

void PlanEngineTest::cleanup()
{
    if (m_bench && m_bench->unavailable().isEmpty())
        m_bench->clear();
}

void PlanEngineTest::planIsWhatComposeDoes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("actions");
    QTest::addColumn<QString>("reasons");
    tests::addChangesOfAService();
    tests::addChangesOfContainers();
    tests::addChangesOfWhoIsNeeded();
}

void PlanEngineTest::planIsWhatComposeDoes()
{
    QFETCH(QString, before);
    QFETCH(Change, change);
    QFETCH(QString, actions);
    QFETCH(QString, reasons);
    ComposeBench &bench = *m_bench;
    bench.docker({text("tag"), bench.name() + text(":a"), bench.name() + text(":moving")});
    bench.write(text("web.env"), text("A=1\n"));
    bench.write(file, before);
    const QStringList up{text("up"), text("-d"), text("--remove-orphans")};
    const auto first = bench.run(up);
    QVERIFY2(first, first ? "" : qPrintable(first.error().message + first.error().detail));
    const auto quiet = bench.plan();
    QVERIFY2(quiet, quiet ? "" : qPrintable(quiet.error().message + quiet.error().detail));
    QVERIFY2(quiet->nothingToDo(), qPrintable(planToText(*quiet)));

    change(bench);
    const auto plan = bench.plan();
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message + plan.error().detail));
    QCOMPARE(actionsOf(*plan), actions);
    for (const model::ServicePlan &service : plan->services) {
        if (service.action != model::PlanAction::nothing) {
            QCOMPARE(reasonsOf(*plan, service.service), reasons.replace(u'@', bench.name()));
            break;
        }
    }

    const QMap<QString, QString> was = bench.running();
    const auto second = bench.run(up);
    QVERIFY2(second, second ? "" : qPrintable(second.error().message + second.error().detail));
    QMap<QString, QString> is = bench.running();
    if (const QString oneOff = bench.name() + text("-r"); was.contains(oneOff)) {
        QCOMPARE(is.take(oneOff), was.value(oneOff));
    }
    const QString wrong = disagreements(*plan, was, is);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    const auto again = bench.plan();
    QVERIFY2(again && again->nothingToDo(), again ? qPrintable(planToText(*again)) : qPrintable(again.error().message));
}

void PlanEngineTest::followUpIsWhatComposeLeavesUndone()
{
    ComposeBench &bench = *m_bench;
    const QString in = text("in|") + line("network_mode: container:@-owner");
    const QString owner = text("owner|") + line("container_name: '@-owner'");
    bench.write(file, project({owner}));
    QVERIFY(bench.run({text("up"), text("-d")}));
    bench.write(file, project({owner, in}));
    QVERIFY(bench.run({text("up"), text("-d")}));
    QVERIFY(bench.plan()->nothingToDo());

    // Stopped and started: what lived in it still runs, in a network that is gone.
    bench.docker({text("stop"), bench.name() + text("-owner")});
    auto plan = bench.plan();
    QCOMPARE(plan->find(text("owner"))->action, model::PlanAction::start);
    QCOMPARE(plan->find(text("in"))->followUp, (model::FollowUp{model::FollowUp::Kind::restart, text("owner")}));

    // Made anew: it refers to a container that is gone, before and after Compose has been there.
    bench.write(file, project({owner + line("environment: {A: '1'}"), in}));
    plan = bench.plan();
    QCOMPARE(plan->find(text("in"))->action, model::PlanAction::nothing);
    QCOMPARE(plan->find(text("in"))->followUp, (model::FollowUp{model::FollowUp::Kind::recreate, text("owner")}));
    QVERIFY(bench.run({text("up"), text("-d")}));
    plan = bench.plan();
    QCOMPARE(plan->find(text("owner"))->action, model::PlanAction::nothing);
    QCOMPARE(plan->find(text("in"))->followUp, (model::FollowUp{model::FollowUp::Kind::recreate, text("owner")}));
    QVERIFY(!plan->nothingToDo());
    QVERIFY(bench.run({text("up"), text("-d"), text("--no-deps"), text("--force-recreate"), text("in")}));
    QVERIFY(bench.plan()->nothingToDo());
}

void PlanEngineTest::serviceOfAnInactiveProfileIsNoOrphan()
{
    ComposeBench &bench = *m_bench;
    bench.write(file, project({text("web|"), text("tool|")}));
    QVERIFY(bench.run({text("up"), text("-d")}));
    bench.write(file, project({text("web|"), text("tool|") + line("profiles: [tools]")}));
    const auto plan = bench.plan();
    QVERIFY(plan);
    QCOMPARE(actionsOf(*plan), text("web=nothing"));
}

void PlanEngineTest::doneWorkRunsOnceMore()
{
    ComposeBench &bench = *m_bench;
    bench.write(file,
                project({text("once|") + line("command: ['true']"),
                         text("web|") + line("depends_on: {once: {condition: service_completed_successfully}}")}));
    QVERIFY(bench.run({text("up"), text("-d")}));
    const auto plan = bench.plan();
    QCOMPARE(actionsOf(*plan), text("once=start web=nothing"));
    QCOMPARE(reasonsOf(*plan, text("once")), text("runs once more: exited 0"));
    QVERIFY(plan->nothingToDo());
    const QMap<QString, QString> was = bench.running();
    QVERIFY(bench.run({text("up"), text("-d")}));
    QCOMPARE(disagreements(*plan, was, bench.running()), QString());
}

void PlanEngineTest::pausedServiceIsToldSinceComposeFailsOnIt()
{
    ComposeBench &bench = *m_bench;
    bench.write(file, project({text("web|")}));
    QVERIFY(bench.run({text("up"), text("-d")}));
    bench.docker({text("pause"), bench.name() + text("-web-1")});
    QCOMPARE(reasonsOf(*bench.plan(), text("web")), text("paused; has to be unpaused first"));
    QVERIFY(!bench.run({text("up"), text("-d")}));
    bench.docker({text("unpause"), bench.name() + text("-web-1")});
    QVERIFY(bench.plan()->nothingToDo());
}

void PlanEngineTest::missingImageIsPlannedToBePulled()
{
    ComposeBench &bench = *m_bench;
    bench.write(file,
                project({text("web|") + line("image: '@:absent'"),
                         text("never|") + line("image: '@:absent2'\n    pull_policy: never")}));
    const auto plan = bench.plan();
    QVERIFY(plan);
    QCOMPARE(
        plan->images,
        (QList<model::ImageStep>{
            {bench.name() + text(":absent"), model::ImageStep::How::pull, model::ImageStep::Why::absent, {text("web")}},
            {bench.name() + text(":absent2"),
             model::ImageStep::How::unavailable,
             model::ImageStep::Why::absent,
             {text("never")}}}));
}

void PlanEngineTest::brokenFileIsAnErrorWithItsPlace()
{
    ComposeBench &bench = *m_bench;
    bench.write(file, text("services: {web: {image: x, ports: 3}}\n"));
    const auto plan = bench.plan();
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, base::ErrorKind::invalid);
    QVERIFY2(plan.error().message.contains(text("services.web.ports")), qPrintable(plan.error().message));
}

void PlanEngineTest::S11_secretReachesTheContainerAndNothingElse()
{
    ComposeBench &bench = *m_bench;
    const QByteArray canary = "canary-plan-91c7";
    const ComposeSecrets secrets{{text("TOKEN"), canary}};
    bench.write(file, project({text("web|") + line("environment: {TOKEN: }")}));
    ComposeRequest request{bench.command(), {text("up"), text("-d")}, secrets, {}, std::chrono::minutes(2), true};
    const auto run = bench.compose().start(request);
    QString everything;
    connect(run.get(), &ComposeRun::lineRead, this, [&](const QString &said) {
        everything += said;
        // Whoever looks at the machine's processes while it runs.
        QProcess look;
        look.start(text("sh"), {text("-c"), text("cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '")});
        look.waitForFinished();
        everything += QString::fromUtf8(look.readAllStandardOutput());
    });
    const auto future = run->output();
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 120000);
    QVERIFY(future.result());
    QVERIFY(everything.contains(text("--project-name ") + bench.name())); // it was seen
    QVERIFY(!everything.contains(QString::fromUtf8(canary)));
    QVERIFY(bench.docker({text("inspect"), bench.name() + text("-web-1")}).contains(canary));

    QVERIFY(bench.plan(secrets)->nothingToDo());
    const auto other = bench.plan({{text("TOKEN"), "another-value"}});
    QCOMPARE(reasonsOf(*other, text("web")), text("environment TOKEN"));
    QVERIFY(!planToText(*other).contains(text("another-value")));
}

QTEST_GUILESS_MAIN(PlanEngineTest)
#include "plan_engine_test.moc"
