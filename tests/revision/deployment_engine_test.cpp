// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/deployment_bench.h"

#include <QTest>

using namespace mediahelm;
using model::DeploymentStage;
using model::StageState;
using model::Verdict;
using tests::DeploymentBench;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

// A service that is healthy when `probe` is "true".
QString web(const char *image, const char *probe, const char *more = "")
{
    const QString word = QLatin1String(probe);
    return QStringLiteral("services:\n"
                          "  web:\n"
                          "    image: @:%1 # by hand\n"
                          "    stop_grace_period: 0s\n"
                          "    command: [sh, -c, 'echo I am %1; exec sleep 1000000']\n"
                          "    healthcheck: {test: [CMD, %2], interval: 200ms, retries: 2}\n"
                          "%3")
        .arg(QLatin1String(image), word.contains(u',') ? word : u'"' + word + u'"', QLatin1String(more));
}

StageState stateOf(const model::DeploymentProgress &progress, DeploymentStage stage)
{
    for (const model::StageProgress &each : progress.stages) {
        if (each.stage == stage)
            return each.state;
    }
    return StageState::waiting;
}

QString wordsOf(const base::Result<Verdict> &verdict)
{
    return verdict ? verdictName(*verdict) : verdict.error().message + u' ' + verdict.error().detail;
}

} // namespace

// With the machine's engine, the real Compose and real git objects.
class DeploymentEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void healthyDeploymentBecomesTheLastGood();
    void secondApplyHasNothingToDo();
    void unhealthyDeploymentIsPutBackWithItsFiles();
    void imageThatMovedIsPutBackToo();
    void firstDeploymentThatFailsIsLeftAndTold();
    void withoutRollbackItIsLeft();
    void crashLoopIsAFailure();
    void fileThatComposeRefusesChangesNothing();
    void missingImageChangesNothing();
    void cancelPutsBack();
    void rollbackByHandBringsFilesAndImages();
    void B16_interruptedDeploymentIsFinished();
    void B16_interruptedWayBackIsFinished();
    void dependentsInItsNetworkFollow();
    void S11_secretIsInNoReport();

private:
    std::unique_ptr<DeploymentBench> m_bench;
};

void DeploymentEngineTest::init()
{
    m_bench.reset();
    m_bench = std::make_unique<DeploymentBench>();
    if (!m_bench->project().unavailable().isEmpty())
        QSKIP(qPrintable(text("SKIPPED: ") + m_bench->project().unavailable()));
}

void DeploymentEngineTest::healthyDeploymentBecomesTheLastGood()
{
    m_bench->write(web("a", "true"));
    const auto verdict = m_bench->apply(text("first"));
    QCOMPARE(wordsOf(verdict), text("healthy"));
    QCOMPARE(m_bench->stateOf(text("web")), text("running healthy"));
    const auto good = m_bench->named(text("last-good"));
    QVERIFY(good);
    QCOMPARE(good->id, m_bench->head().id);
    QCOMPARE(good->message, text("first"));
    QCOMPARE(good->services, QStringList(text("web")));
    QVERIFY(good->deployment);
    QCOMPARE(good->deployment->images.size(), 1);
    QCOMPARE(good->deployment->images.at(0).digest, m_bench->imageOf(text("web")));
    for (const DeploymentStage stage :
         {DeploymentStage::check, DeploymentStage::create, DeploymentStage::start, DeploymentStage::health})
        QCOMPARE(stateOf(m_bench->progress(), stage), StageState::done);
    QCOMPARE(stateOf(m_bench->progress(), DeploymentStage::pull), StageState::skipped);
    const auto plan = m_bench->project().plan();
    QVERIFY(plan);
    QVERIFY(plan->nothingToDo());
}

void DeploymentEngineTest::secondApplyHasNothingToDo()
{
    m_bench->write(web("a", "true"));
    QCOMPARE(wordsOf(m_bench->apply(text("first"))), text("healthy"));
    const auto before = m_bench->project().running();
    QCOMPARE(wordsOf(m_bench->apply(text("again"))), text("healthy"));
    QCOMPARE(m_bench->progress().summary, text("there is nothing to do"));
    QCOMPARE(m_bench->project().running(), before);
    QCOMPARE(m_bench->head().message, text("first")); // nothing new was saved
    // A comment alone is a revision, and touches no container.
    m_bench->write(web("a", "true", "# a remark\n"));
    QCOMPARE(wordsOf(m_bench->apply(text("a remark"))), text("healthy"));
    QCOMPARE(m_bench->project().running(), before);
    QCOMPARE(m_bench->named(text("last-good"))->message, text("a remark"));
}

void DeploymentEngineTest::unhealthyDeploymentIsPutBackWithItsFiles()
{
    const QString good = web("a", "true");
    m_bench->write(good);
    QCOMPARE(wordsOf(m_bench->apply(text("good"))), text("healthy"));
    const QString image = m_bench->imageOf(text("web"));
    const QString bad = web("b", "false");
    m_bench->write(bad);
    QCOMPARE(wordsOf(m_bench->apply(text("bad"))), text("rolled-back"));
    QCOMPARE(m_bench->file(), good);
    QCOMPARE(m_bench->imageOf(text("web")), image);
    QCOMPARE(m_bench->stateOf(text("web")), text("running healthy"));

    const model::DeploymentProgress &progress = m_bench->progress();
    QCOMPARE(progress.failures.size(), 1);
    QCOMPARE(progress.failures.at(0).service, text("web"));
    QVERIFY2(progress.failures.at(0).reason.contains(text("unhealthy")), qPrintable(progress.failures.at(0).reason));
    QCOMPARE(progress.failures.at(0).lastLog, QStringList(text("I am b")));
    QCOMPARE(stateOf(progress, DeploymentStage::health), StageState::failed);
    QCOMPARE(stateOf(progress, DeploymentStage::recover), StageState::done);

    // The attempt is not lost, and the newest revision is the good one again.
    QCOMPARE(m_bench->head().kind, model::RevisionKind::rollback);
    const auto attempt = m_bench->named(m_bench->head().parent->text());
    QCOMPARE(attempt->message, text("bad"));
    QCOMPARE(attempt->deployment->verdict, Verdict::rolledBack);
    QCOMPARE(m_bench->named(text("last-good"))->id, m_bench->head().id);
    QVERIFY(m_bench->project().plan()->nothingToDo());
}

void DeploymentEngineTest::imageThatMovedIsPutBackToo()
{
    const QString name = m_bench->project().name();
    m_bench->project().docker({text("tag"), name + text(":a"), name + text(":moving")});
    // Healthy with what image a has in its environment alone.
    const QString content = web("moving", "sh, -c, '[ $$MADE_BY = a ]'");
    m_bench->write(content);
    QCOMPARE(wordsOf(m_bench->apply(text("a"))), text("healthy"));
    const QString image = m_bench->imageOf(text("web"));
    m_bench->project().docker({text("tag"), name + text(":b"), name + text(":moving")});
    QCOMPARE(wordsOf(m_bench->apply(text("b"))), text("rolled-back"));
    QCOMPARE(m_bench->imageOf(text("web")), image);
    QCOMPARE(m_bench->stateOf(text("web")), text("running healthy"));
    QVERIFY(m_bench->project().plan()->nothingToDo());
}

void DeploymentEngineTest::firstDeploymentThatFailsIsLeftAndTold()
{
    m_bench->write(web("a", "false"));
    QCOMPARE(wordsOf(m_bench->apply(text("bad"))), text("unhealthy"));
    QVERIFY2(m_bench->progress().summary.contains(text("no good revision")), qPrintable(m_bench->progress().summary));
    QVERIFY(!m_bench->named(text("last-good")));
    QCOMPARE(m_bench->head().deployment->verdict, Verdict::unhealthy);
}

void DeploymentEngineTest::withoutRollbackItIsLeft()
{
    m_bench->write(web("a", "true"));
    QCOMPARE(wordsOf(m_bench->apply(text("good"))), text("healthy"));
    m_bench->write(web("b", "false"));
    auto request = m_bench->request(text("bad"));
    request.goesBack = false;
    QCOMPARE(wordsOf(m_bench->run(request)), text("unhealthy"));
    QCOMPARE(m_bench->stateOf(text("web")), text("running unhealthy"));
    QCOMPARE(m_bench->file(), web("b", "false"));
    // And by hand, later, to the last good one.
    auto back = m_bench->request(text("back by hand"));
    back.what = revision::DeploymentRequest::What::rollBack;
    back.target = m_bench->named(text("last-good"))->id;
    QCOMPARE(wordsOf(m_bench->run(back)), text("healthy"));
    QCOMPARE(m_bench->file(), web("a", "true"));
}

void DeploymentEngineTest::crashLoopIsAFailure()
{
    m_bench->write(text("services: {web: {image: '@:a', command: [sleep, '1000000'], stop_grace_period: 0s}}\n"));
    QCOMPARE(wordsOf(m_bench->apply(text("good"))), text("healthy"));
    m_bench->write(
        text("services: {web: {image: '@:a', command: [sh, -c, 'echo no config; exit 3'], restart: always}}\n"));
    QCOMPARE(wordsOf(m_bench->apply(text("loop"))), text("rolled-back"));
    const model::ServiceFailure &failure = m_bench->progress().failures.constFirst();
    QVERIFY2(failure.reason.contains(text("exit code 3")), qPrintable(failure.reason));
    QVERIFY(failure.lastLog.contains(text("no config")));
    QCOMPARE(m_bench->stateOf(text("web")), text("running"));
}

void DeploymentEngineTest::fileThatComposeRefusesChangesNothing()
{
    m_bench->write(web("a", "true"));
    QCOMPARE(wordsOf(m_bench->apply(text("good"))), text("healthy"));
    const auto before = m_bench->project().running();
    m_bench->write(text("services: {web: {image: '@:a', portz: []}}\n"));
    const auto verdict = m_bench->apply(text("bad"));
    QVERIFY(!verdict);
    QCOMPARE(verdict.error().kind, base::ErrorKind::invalid);
    QVERIFY(verdict.error().message.contains(text("portz")));
    QCOMPARE(m_bench->project().running(), before);
    QCOMPARE(m_bench->head().message, text("good"));
    QVERIFY(m_bench->progress().finished());
}

void DeploymentEngineTest::missingImageChangesNothing()
{
    m_bench->write(web("a", "true"));
    QCOMPARE(wordsOf(m_bench->apply(text("good"))), text("healthy"));
    const auto before = m_bench->project().running();
    m_bench->write(text("services: {web: {image: 'localhost:1/not/there:1'}}\n"));
    QCOMPARE(wordsOf(m_bench->apply(text("bad"))), text("unhealthy"));
    QVERIFY2(m_bench->progress().summary.contains(text("nothing was changed")),
             qPrintable(m_bench->progress().summary));
    QCOMPARE(stateOf(m_bench->progress(), DeploymentStage::pull), StageState::failed);
    QCOMPARE(m_bench->project().running(), before);
}

void DeploymentEngineTest::cancelPutsBack()
{
    m_bench->write(web("a", "true"));
    QCOMPARE(wordsOf(m_bench->apply(text("good"))), text("healthy"));
    m_bench->write(web("b", "sh, -c, 'sleep 100'"));
    const auto job = m_bench->job(m_bench->request(text("slow")));
    const auto verdict = job->run();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(job->record().progress(), DeploymentStage::health), StageState::running, 60000);
    job->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(verdict.isFinished(), 60000);
    QCOMPARE(wordsOf(verdict.result()), text("rolled-back"));
    QCOMPARE(m_bench->file(), web("a", "true"));
    QCOMPARE(m_bench->stateOf(text("web")), text("running healthy"));
}

void DeploymentEngineTest::rollbackByHandBringsFilesAndImages()
{
    const QString name = m_bench->project().name();
    m_bench->project().docker({text("tag"), name + text(":a"), name + text(":moving")});
    m_bench->write(web("moving", "true"));
    QCOMPARE(wordsOf(m_bench->apply(text("one"))), text("healthy"));
    const model::RevisionId first = m_bench->head().id;
    const QString image = m_bench->imageOf(text("web"));
    m_bench->project().docker({text("tag"), name + text(":b"), name + text(":moving")});
    m_bench->write(web("moving", "true", "# two\n"));
    QCOMPARE(wordsOf(m_bench->apply(text("two"))), text("healthy"));
    QVERIFY(m_bench->imageOf(text("web")) != image);
    m_bench->write(web("moving", "true", "# not applied\n"));

    auto back = m_bench->request(text("back to one"));
    back.what = revision::DeploymentRequest::What::rollBack;
    back.target = first;
    QCOMPARE(wordsOf(m_bench->run(back)), text("healthy"));
    QCOMPARE(m_bench->file(), web("moving", "true"));
    QCOMPARE(m_bench->imageOf(text("web")), image);
    QCOMPARE(m_bench->head().kind, model::RevisionKind::rollback);
    QCOMPARE(m_bench->head().message, text("back to one"));
    // What lay there unsaved is a revision of its own.
    QCOMPARE(m_bench->named(m_bench->head().parent->text())->kind, model::RevisionKind::external);
}

void DeploymentEngineTest::B16_interruptedDeploymentIsFinished()
{
    m_bench->write(web("a", "true"));
    QCOMPARE(wordsOf(m_bench->apply(text("good"))), text("healthy"));
    m_bench->write(web("b", "true"));
    auto job = m_bench->job(m_bench->request(text("better")));
    const auto verdict = job->run();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(job->record().progress(), DeploymentStage::create), StageState::running, 60000);
    job.reset(); // as a crash would
    QTRY_VERIFY(verdict.isFinished());
    m_bench->letGo();

    QCOMPARE(m_bench->apply(text("other")).error().kind, base::ErrorKind::conflict);
    auto resume = m_bench->request(text("resume"));
    resume.what = revision::DeploymentRequest::What::resume;
    QCOMPARE(wordsOf(m_bench->run(resume)), text("healthy"));
    QCOMPARE(m_bench->stateOf(text("web")), text("running healthy"));
    QVERIFY(m_bench->project().plan()->nothingToDo());
    QCOMPARE(m_bench->project().running().size(), 1);
    QCOMPARE(m_bench->named(text("last-good"))->message, text("better"));
    QCOMPARE(wordsOf(m_bench->run(resume)), text("healthy")); // once
    QCOMPARE(m_bench->progress().summary, text("nothing was interrupted"));
}

void DeploymentEngineTest::B16_interruptedWayBackIsFinished()
{
    m_bench->write(web("a", "true"));
    QCOMPARE(wordsOf(m_bench->apply(text("good"))), text("healthy"));
    m_bench->write(web("b", "false"));
    auto job = m_bench->job(m_bench->request(text("bad")));
    const auto verdict = job->run();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(job->record().progress(), DeploymentStage::recreate), StageState::running, 60000);
    job.reset();
    QTRY_VERIFY(verdict.isFinished());
    m_bench->letGo();
    auto resume = m_bench->request(text("resume"));
    resume.what = revision::DeploymentRequest::What::resume;
    QCOMPARE(wordsOf(m_bench->run(resume)), text("rolled-back"));
    QCOMPARE(m_bench->file(), web("a", "true"));
    QCOMPARE(m_bench->stateOf(text("web")), text("running healthy"));
    QCOMPARE(m_bench->project().running().size(), 1);
}

void DeploymentEngineTest::dependentsInItsNetworkFollow()
{
    const char *const lodger = "  lodger:\n"
                               "    image: '@:a'\n"
                               "    stop_grace_period: 0s\n"
                               "    network_mode: service:web\n";
    m_bench->write(web("a", "true", lodger));
    QCOMPARE(wordsOf(m_bench->apply(text("good"))), text("healthy"));
    const QString before = m_bench->project().running().value(m_bench->project().name() + text("-lodger-1"));
    m_bench->write(web("b", "true", lodger));
    QCOMPARE(wordsOf(m_bench->apply(text("new web"))), text("healthy"));
    const QString after = m_bench->project().running().value(m_bench->project().name() + text("-lodger-1"));
    QVERIFY(after.section(u' ', 0, 0) != before.section(u' ', 0, 0));
    QCOMPARE(m_bench->stateOf(text("lodger")), text("running"));
    QVERIFY(m_bench->project().plan()->nothingToDo());
}

void DeploymentEngineTest::S11_secretIsInNoReport()
{
    const QByteArray canary("canary-4711-secret");
    m_bench->secrets.insert(text("TOKEN"), canary);
    m_bench->write(web("a", "true"));
    QCOMPARE(wordsOf(m_bench->apply(text("good"))), text("healthy"));
    m_bench->write(text("services:\n"
                        "  web:\n"
                        "    image: '@:a'\n"
                        "    environment: [TOKEN]\n"
                        "    command: [sh, -c, 'echo token $$TOKEN; exit 1']\n"));
    QCOMPARE(wordsOf(m_bench->apply(text("bad"))), text("rolled-back"));
    const model::DeploymentProgress &progress = m_bench->progress();
    const QString all = progress.log.join(u'\n') + progress.summary + progress.failures.at(0).reason
        + progress.failures.at(0).lastLog.join(u'\n');
    QVERIFY(progress.failures.at(0).lastLog.contains(text("token [secret TOKEN]")));
    QVERIFY(!all.contains(QString::fromLatin1(canary)));
}

QTEST_GUILESS_MAIN(DeploymentEngineTest)
#include "deployment_engine_test.moc"
