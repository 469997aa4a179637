// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/deployment/local_deployments.h"

#include "core/control/revision_desk.h"
#include "core/revision/restore/deployment_note.h"
#include "core/revision/store/folder_lock.h"
#include "fakes/memory_secret_store.h"
#include "revision/compose_bench.h"

#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using control::DeploymentOrder;
using control::DeploymentPreview;
using model::Verdict;

namespace {

constexpr int patience = 120000; // milliseconds; a busy machine takes its time

template<typename T>
base::Result<T> wait(const QFuture<base::Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        return base::Error{base::ErrorKind::internal, QStringLiteral("the test ran out of patience"), {}};
    return future.result();
}

base::Status waitFor(const QFuture<base::Status> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        return base::Error{base::ErrorKind::internal, QStringLiteral("the test ran out of patience"), {}};
    return future.result();
}

// A service that is healthy when `probe` is "true".
QString web(const char *image, const char *probe)
{
    return QStringLiteral("name: @\n"
                          "services:\n"
                          "  web:\n"
                          "    image: @:%1\n"
                          "    stop_grace_period: 0s\n"
                          "    command: [sh, -c, 'echo I am %1; exec sleep 1000000']\n"
                          "    healthcheck: {test: [CMD, '%2'], interval: 200ms, retries: 2}\n")
        .arg(QLatin1String(image), QLatin1String(probe));
}

} // namespace

// What faces see of deployments, with the machine's engine, the real Compose and real revisions.
class LocalDeploymentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void previewTellsWhatApplyingDoes();
    void applyEditApplyAndRollBack();
    void failureGoesBackAndIsReported();
    void oneAtATime();
    void goesOnWhenNobodyHoldsIt();
    void cancelPutsBack();
    void changesFoundAtStartAreARevisionOfTheirOwn();
    void B16_whatWasInterruptedIsFinishedAtTheNextStart();
    void whatAnotherProcessHasUnderWayIsLeftToIt();
    void nothingIsMadeBeforeTheFirstSave();
    void savePointsAndTags();
    void askingAnewWithdrawsThePreview();
    void unreadableFilesFailThePreview();

private:
    void write(const QString &text) { m_project->write(QStringLiteral("compose.yaml"), text); }
    base::Result<DeploymentPreview> preview()
    {
        return wait(m_workspace->preview(std::nullopt, control::Orphans::remove));
    }
    bool nothingToDo();
    std::optional<Verdict> run(DeploymentOrder order);
    std::optional<Verdict> apply(const QString &why);
    QList<model::Revision> revisions();
    void interrupt();

    base::SystemClock m_clock;
    fakes::MemorySecretStore m_store;
    std::unique_ptr<tests::ComposeBench> m_project;
    std::unique_ptr<control::LocalDeployments> m_deployments;
    std::shared_ptr<control::WorkspaceDeployments> m_workspace;
};

void LocalDeploymentsTest::init()
{
    m_project = std::make_unique<tests::ComposeBench>();
    if (!m_project->unavailable().isEmpty())
        QSKIP(qPrintable(m_project->unavailable()));
    write(web("a", "true"));
    m_deployments = std::make_unique<control::LocalDeployments>(QMap<QString, QString>(), m_store, m_clock);
    m_workspace = m_deployments->of(m_project->folder());
}

void LocalDeploymentsTest::cleanup()
{
    m_workspace.reset();
    m_deployments.reset();
    m_project.reset();
}

bool LocalDeploymentsTest::nothingToDo()
{
    const auto seen = preview();
    return seen && seen->plan.nothingToDo();
}

std::optional<Verdict> LocalDeploymentsTest::run(DeploymentOrder order)
{
    QSignalSpy ended(m_workspace.get(), &control::WorkspaceDeployments::ended);
    if (!m_workspace->start(order) || !ended.wait(patience))
        return std::nullopt;
    return m_workspace->progress()->verdict;
}

std::optional<Verdict> LocalDeploymentsTest::apply(const QString &why)
{
    DeploymentOrder order;
    order.message = why;
    return run(order);
}

QList<model::Revision> LocalDeploymentsTest::revisions()
{
    const auto page = wait(m_workspace->revisions().list({}, 50, std::nullopt));
    return page ? page->revisions : QList<model::Revision>();
}

void LocalDeploymentsTest::previewTellsWhatApplyingDoes()
{
    const auto seen = preview();
    QVERIFY2(seen, qPrintable(seen ? QString() : seen.error().message));
    QCOMPARE(seen->plan.project, m_project->name());
    QCOMPARE(seen->plan.services.size(), 1);
    QCOMPARE(seen->plan.services.first().action, model::PlanAction::create);
    QCOMPARE(seen->files.size(), 1);
    QCOMPARE(seen->files.first().path.text(), QStringLiteral("compose.yaml"));
    QVERIFY(seen->command.startsWith(QLatin1String("docker compose")));
    QVERIFY(seen->command.endsWith(QLatin1String("up -d")));
    QVERIFY(!seen->target);
    QVERIFY(m_project->running().isEmpty());
}

void LocalDeploymentsTest::applyEditApplyAndRollBack()
{
    QCOMPARE(apply(QStringLiteral("first")), Verdict::healthy);
    auto seen = preview();
    QVERIFY(seen);
    QVERIFY(seen->plan.nothingToDo());
    QVERIFY(seen->files.isEmpty());
    const model::RevisionId first = revisions().first().id;

    write(web("b", "true"));
    seen = preview();
    QVERIFY(seen);
    QCOMPARE(seen->plan.services.first().action, model::PlanAction::recreate);
    QCOMPARE(seen->files.size(), 1);
    QCOMPARE(apply(QStringLiteral("second")), Verdict::healthy);
    QCOMPARE(revisions().first().message, QStringLiteral("second"));

    const auto back = wait(m_workspace->preview(first, control::Orphans::remove));
    QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
    QVERIFY(back->target);
    QCOMPARE(back->target->id, first);
    QCOMPARE(back->files.size(), 1);
    QCOMPARE(back->plan.services.first().action, model::PlanAction::recreate);

    DeploymentOrder order;
    order.what = DeploymentOrder::What::rollBack;
    order.target = first;
    QCOMPARE(run(order), Verdict::healthy);
    QCOMPARE(revisions().first().kind, model::RevisionKind::rollback);
    QVERIFY(revisions().first().message.contains(first.text().first(10)));
    QVERIFY(nothingToDo());
}

void LocalDeploymentsTest::failureGoesBackAndIsReported()
{
    QCOMPARE(apply(QStringLiteral("good")), Verdict::healthy);
    write(web("b", "false"));
    QCOMPARE(apply(QStringLiteral("bad")), Verdict::rolledBack);
    const model::DeploymentProgress &progress = *m_workspace->progress();
    QVERIFY(progress.finished());
    QCOMPARE(progress.failures.size(), 1);
    QCOMPARE(progress.failures.first().service, QStringLiteral("web"));
    QCOMPARE(progress.failures.first().lastLog.last(), QStringLiteral("I am b"));
    QVERIFY(progress.rolledBackTo);
    QVERIFY(nothingToDo());
}

void LocalDeploymentsTest::oneAtATime()
{
    QSignalSpy ended(m_workspace.get(), &control::WorkspaceDeployments::ended);
    QVERIFY(m_workspace->start({}));
    QVERIFY(m_workspace->isRunning());
    const base::Status second = m_workspace->start({});
    QVERIFY(!second);
    QCOMPARE(second.error().kind, base::ErrorKind::conflict);
    QVERIFY(ended.wait(patience));
    QVERIFY(!m_workspace->isRunning());
}

void LocalDeploymentsTest::goesOnWhenNobodyHoldsIt()
{
    QVERIFY(m_workspace->start({}));
    QCOMPARE(m_deployments->running().size(), 1);
    const control::WorkspaceDeployments *running = m_workspace.get();
    m_workspace.reset();
    QVERIFY(QTest::qWaitFor([this] { return m_deployments->running().isEmpty(); }, patience));
    m_workspace = m_deployments->of(m_project->folder());
    QVERIFY(m_workspace.get() != running || !m_workspace->isRunning());
    QVERIFY(nothingToDo());
}

void LocalDeploymentsTest::cancelPutsBack()
{
    QCOMPARE(apply(QStringLiteral("good")), Verdict::healthy);
    // It never decides: a start period without end.
    write(web("b", "false").replace(QLatin1String("retries: 2"), QLatin1String("start_period: 1h")));
    QSignalSpy ended(m_workspace.get(), &control::WorkspaceDeployments::ended);
    QVERIFY(m_workspace->start({}));
    const auto inHealth = [this] {
        const model::StageProgress *stage = m_workspace->progress() ? m_workspace->progress()->current() : nullptr;
        return stage && stage->stage == model::DeploymentStage::health;
    };
    QVERIFY(QTest::qWaitFor(inHealth, patience));
    m_workspace->cancel();
    QVERIFY(ended.wait(patience));
    QCOMPARE(m_workspace->progress()->verdict, std::optional(Verdict::rolledBack));
    QVERIFY(nothingToDo());
}

void LocalDeploymentsTest::changesFoundAtStartAreARevisionOfTheirOwn()
{
    QCOMPARE(apply(QStringLiteral("first")), Verdict::healthy);
    m_workspace.reset();
    QVERIFY(QTest::qWaitFor([this] { return m_deployments->running().isEmpty(); }, patience));
    write(web("b", "true"));
    m_workspace = m_deployments->of(m_project->folder());
    QTRY_COMPARE_WITH_TIMEOUT(revisions().size(), 2, patience);
    QCOMPARE(revisions().first().kind, model::RevisionKind::external);
    QVERIFY(wait(m_workspace->revisions().unsaved())->isEmpty());
}

// As a program leaves it that is killed in the middle of an apply.
void LocalDeploymentsTest::interrupt()
{
    const revision::DeploymentNote note{
        revision::DeploymentNote::Phase::deploying, revisions().first().id, {}, {}, {QStringLiteral("web")}, {}};
    m_workspace.reset();
    QVERIFY(QTest::qWaitFor([this] { return m_deployments->running().isEmpty(); }, patience));
    m_project->docker({QStringLiteral("rm"), QStringLiteral("-f"), m_project->name() + QStringLiteral("-web-1")});
    QVERIFY(m_project->running().isEmpty());
    QVERIFY(revision::writeDeploymentNote(m_project->folder() + QStringLiteral("/.mediahelm"), note));
}

void LocalDeploymentsTest::B16_whatWasInterruptedIsFinishedAtTheNextStart()
{
    QCOMPARE(apply(QStringLiteral("first")), Verdict::healthy);
    interrupt();
    m_workspace = m_deployments->of(m_project->folder());
    QSignalSpy ended(m_workspace.get(), &control::WorkspaceDeployments::ended);
    QVERIFY(ended.wait(patience));
    QCOMPARE(m_workspace->progress()->verdict, Verdict::healthy);
    QCOMPARE(m_project->running().size(), 1);
    QVERIFY(!*wait(m_workspace->interrupted()));
}

void LocalDeploymentsTest::whatAnotherProcessHasUnderWayIsLeftToIt()
{
    QCOMPARE(apply(QStringLiteral("first")), Verdict::healthy);
    interrupt();
    revision::FolderLock other(m_project->folder(), QStringLiteral("another"), m_clock);
    const auto lease = other.take(QStringLiteral("deploying"));
    QVERIFY(lease.ok());
    m_workspace = m_deployments->of(m_project->folder());
    QVERIFY(*wait(m_workspace->interrupted()));
    QVERIFY(preview()); // which is answered after what opening asks
    QVERIFY(!m_workspace->isRunning());
    QVERIFY(m_project->running().isEmpty());
}

void LocalDeploymentsTest::nothingIsMadeBeforeTheFirstSave()
{
    QVERIFY(preview());
    QVERIFY(revisions().isEmpty());
    QVERIFY(!QFileInfo::exists(m_project->folder() + QStringLiteral("/.mediahelm/revisions.git")));
    const auto interrupted = wait(m_workspace->interrupted());
    QVERIFY(interrupted);
    QVERIFY(!*interrupted);
}

void LocalDeploymentsTest::savePointsAndTags()
{
    QSignalSpy changed(&m_workspace->revisions(), &control::RevisionDesk::changed);
    const auto kept = wait(m_workspace->revisions().save(QStringLiteral("before the move")));
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().message));
    QCOMPARE(kept->kind, model::RevisionKind::savePoint);
    QCOMPARE(changed.size(), 1);
    const auto again = wait(m_workspace->revisions().save(QStringLiteral("once more")));
    QVERIFY(again);
    QCOMPARE(again->id, kept->id);
    QCOMPARE(changed.size(), 1);
    QVERIFY(waitFor(m_workspace->revisions().addTag(*model::TagName::parse(QStringLiteral("move")), kept->id)));
    QCOMPARE(revisions().first().tags, QStringList{QStringLiteral("move")});
    QVERIFY(!waitFor(m_workspace->revisions().addTag(*model::TagName::parse(QStringLiteral("move")), kept->id)));
    bool told = false; // as a page waits, which must not keep the desk from telling everybody
    m_workspace->revisions()
        .removeTag(*model::TagName::parse(QStringLiteral("move")))
        .then(this, [&told](const base::Status &removed) { told = removed.ok(); });
    QTRY_COMPARE(changed.size(), 3);
    QTRY_VERIFY(told);
}

void LocalDeploymentsTest::askingAnewWithdrawsThePreview()
{
    const auto first = m_workspace->preview(std::nullopt, control::Orphans::remove);
    const auto second = m_workspace->preview(std::nullopt, control::Orphans::remove);
    QVERIFY(wait(second));
    const auto withdrawn = wait(first);
    QVERIFY(!withdrawn);
    QCOMPARE(withdrawn.error().kind, base::ErrorKind::cancelled);
}

void LocalDeploymentsTest::unreadableFilesFailThePreview()
{
    write(QStringLiteral("services: [\n"));
    const auto seen = preview();
    QVERIFY(!seen);
    QVERIFY(!seen.error().message.isEmpty());
    QCOMPARE(apply(QStringLiteral("broken")), std::nullopt);
    QVERIFY(m_workspace->progress()->finished());
    QVERIFY(!m_workspace->progress()->summary.isEmpty());
    QVERIFY(m_project->running().isEmpty());
}

QTEST_GUILESS_MAIN(LocalDeploymentsTest)
#include "local_deployments_test.moc"
