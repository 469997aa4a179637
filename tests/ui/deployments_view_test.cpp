// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_control.h"
#include "fakes/sample_deployments.h"
#include "ui/deployments/deployment_log.h"
#include "ui/deployments/deployment_watch.h"
#include "ui/deployments/deployment_words.h"
#include "ui/deployments/diff_text.h"
#include "ui/deployments/diff_view.h"
#include "ui/deployments/failure_text.h"
#include "ui/deployments/file_change_model.h"
#include "ui/deployments/image_progress_model.h"
#include "ui/deployments/plan_model.h"
#include "ui/deployments/plan_view.h"
#include "ui/deployments/plan_words.h"
#include "ui/deployments/progress_view.h"
#include "ui/deployments/service_progress_model.h"
#include "ui/style/theme.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace mediahelm;
using namespace mediahelm::ui;
using model::DeploymentStage;
using model::PlanReason;
using model::Verdict;
using Kind = model::PlanReason::Kind;

namespace {

const QString folder = QStringLiteral("/srv/media");
constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

template<typename View>
struct Scene {
    Scene()
        : workspace(deployments.workspace(folder))
    {
        view.resize(900, 700);
        view.show();
    }
    template<typename T>
    T *find(const char *name) const
    {
        return view.template findChild<T *>(QString::fromLatin1(name));
    }
    QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    QStringList bars() const // that are seen
    {
        QStringList found;
        const QList<MessageBar *> all = view.template findChildren<MessageBar *>();
        for (const MessageBar *bar : all) {
            if (!bar->isHidden())
                found.append(bar->headline() + u'|' + bar->accessibleDescription());
        }
        return found;
    }
    bool shows(const QString &text) const
    {
        const QList<QLabel *> all = view.template findChildren<QLabel *>();
        return std::ranges::any_of(
            all, [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    QPushButton *action(const QString &text) const
    {
        const QList<QPushButton *> all = view.template findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }

    fakes::FakeDeployments deployments;
    std::shared_ptr<fakes::FakeWorkspaceDeployments> workspace;
    View view;
};
using PlanScene = Scene<PlanView>;
using ProgressScene = Scene<ProgressView>;

} // namespace

class DeploymentsViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelsAreSound();
    void reasonsAreToldInPlainWords_data();
    void reasonsAreToldInPlainWords();
    void everyEnumHasWordsAndAShape();
    void aPlanTellsActionsReasonsAndWhatFollows();
    void unchangedServicesAreFoldedAway();
    void whatIsRemovedIsNamedAndReturnDoesNotDoIt();
    void whatNoFileNamesCanBeKept();
    void errorsInTheFilesAreToldBeforeTheyAreApplied();
    void secretsWithoutAValueAreNamed();
    void sizesOfImagesAreAskedForWhenWished();
    void appliesWithTheMessageAndTheWish();
    void rollsBackToTheRevision();
    void nothingToDoIsSaidAndCannotBeApplied();
    void changedFilesAloneCanBeApplied();
    void loadingIsShownUntilTheAnswer();
    void aPlanThatFailsSaysWhatToDoAndTriesAgain_data();
    void aPlanThatFailsSaysWhatToDoAndTriesAgain();
    void aStartThatFailsIsSaid();
    void nothingIsAppliedWhileADeploymentRuns();
    void theCommandIsCopied();
    void aDiffShowsSignsAndCopiesAll();
    void aDiffSaysWhatIsNoTextAndWhatIsCut();
    void aDiffShowsNoHiddenCharacters();
    void stagesAndServicesFollowTheDeployment();
    void layersShowTheirBytes();
    void theLogGrowsWithoutBeingWrittenAnew();
    void cancelIsAskedOnceAndSaysWhatItDoes();
    void theWayBackIsNotCancelled();
    void endsAreTold_data();
    void endsAreTold();
    void theReportNamesReasonLogAndHealthCheck();
    void S30_failuresAreNoMarkupAndNoEscapes();
    void fiftyServicesKeepTheirRows();
    void anotherDeploymentBeginsAnew();
    void theWatchTellsBeginAndEnd();
    void everythingThatTakesTheFocusHasAName();

private:
    Theme m_theme;
};

void DeploymentsViewTest::modelsAreSound()
{
    PlanModel plan;
    const QAbstractItemModelTester planTester(&plan, fatal);
    plan.setPlan(fakes::samplePlan());
    plan.setUnchangedShown(true);
    plan.setUnchangedShown(false);
    plan.setPlan({});

    ServiceProgressModel services;
    const QAbstractItemModelTester serviceTester(&services, fatal);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    services.setServices(fakes::sampleProgress(DeploymentStage::health).services, now);
    services.advance(now.addSecs(5));
    services.setServices(fakes::sampleProgress(DeploymentStage::check).services.mid(0, 2), now);
    services.setServices({}, now);

    ImageProgressModel images;
    const QAbstractItemModelTester imageTester(&images, fatal);
    QList<model::ImageProgress> pulled = fakes::sampleProgress(DeploymentStage::pull).images;
    images.setImages(pulled.mid(0, 1));
    images.setImages(pulled);
    pulled[1].layers.append({QStringLiteral("eeee"), QStringLiteral("Waiting"), 0, 0, false});
    images.setImages(pulled);
    pulled[0].layers.removeLast();
    images.setImages(pulled);
    images.setImages({});

    FileChangeModel changes;
    const QAbstractItemModelTester changeTester(&changes, fatal);
    changes.setChanges(fakes::sampleChanges());
    QCOMPARE(changes.rowOf(QStringLiteral("services/gluetun.yaml")), 1);
    QCOMPARE(changes.rowOf(QStringLiteral("none")), -1);
    changes.setChanges({});
}

void DeploymentsViewTest::reasonsAreToldInPlainWords_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("subjects");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, Kind kind, const QStringList &subjects, const char *words) {
        QTest::newRow(name) << int(kind) << subjects << QString::fromUtf8(words);
    };
    row("image", Kind::image, {QStringLiteral("a:1 -> a:2")}, "another image: a:1 → a:2");
    row("variables", Kind::environment, {QStringLiteral("A"), QStringLiteral("B")}, "variables: A, B");
    row("many", Kind::environment,
        {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C"), QStringLiteral("D"), QStringLiteral("E"),
         QStringLiteral("F")},
        "variables: A, B, C, D and 2 more");
    row("missing", Kind::missing, {}, "has no container yet");
    row("stopped", Kind::stopped, {QStringLiteral("exited 137")}, "does not run: exited 137");
    row("stopped without more", Kind::stopped, {}, "does not run");
    row("dependency", Kind::dependency, {QStringLiteral("vpn")}, "vpn gets a new container");
    row("orphan", Kind::orphan, {}, "no file names it any more");
    row("anything else", Kind::configuration, {}, "its configuration has changed");
}

void DeploymentsViewTest::reasonsAreToldInPlainWords()
{
    QFETCH(int, kind);
    QFETCH(QStringList, subjects);
    QFETCH(QString, words);
    QCOMPARE(planReasonWords(Kind(kind), subjects), words);
}

void DeploymentsViewTest::everyEnumHasWordsAndAShape()
{
    const QString fallback = planReasonWords(Kind::configuration, {});
    for (int i = 0; i <= int(Kind::orphan); ++i) {
        const QString words = planReasonWords(Kind(i), {QStringLiteral("x")});
        QVERIFY(!words.isEmpty());
        QVERIFY2(words != fallback || Kind(i) == Kind::configuration, qPrintable(QString::number(i)));
    }
    for (int i = 0; i <= int(DeploymentStage::recover); ++i)
        QVERIFY(!stageWord(DeploymentStage(i)).isEmpty());
    QStringList shapes;
    for (int i = 0; i <= int(model::StageState::skipped); ++i)
        shapes.append(stageStateSymbol(model::StageState(i)));
    QCOMPARE(shapes.removeDuplicates(), 0); // told apart without colour too
    shapes.clear();
    for (int i = 0; i <= int(model::ServiceProgress::State::untouched); ++i)
        shapes.append(serviceStateSymbol(model::ServiceProgress::State(i)));
    QCOMPARE(shapes.removeDuplicates(), 0);
    shapes.clear();
    for (int i = 0; i <= int(Verdict::cancelled); ++i)
        shapes.append(verdictSymbol(Verdict(i)));
    QCOMPARE(shapes.removeDuplicates(), 0);
}

void DeploymentsViewTest::aPlanTellsActionsReasonsAndWhatFollows()
{
    PlanModel model;
    model.setPlan(fakes::samplePlan());
    const auto cell = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(cell(0, PlanModel::ServiceColumn), QStringLiteral("gluetun"));
    QCOMPARE(cell(0, PlanModel::ActionColumn), QStringLiteral("Recreate"));
    QVERIFY(cell(0, PlanModel::WhyColumn).contains(QStringLiteral("v3.39 → qmcgaw/gluetun:v3.40\nvariables: ")));
    QCOMPARE(cell(2, PlanModel::ServiceColumn), QStringLiteral("qbittorrent"));
    QCOMPARE(cell(2, PlanModel::ActionColumn), QStringLiteral("Recreate"));
    QCOMPARE(cell(2, PlanModel::WhyColumn), QStringLiteral("is recreated with gluetun: it lives in its network"));
    QCOMPARE(cell(5, PlanModel::ServiceColumn), QStringLiteral("emby"));
    QCOMPARE(cell(5, PlanModel::ActionColumn), QStringLiteral("Remove"));
    QCOMPARE(planSummary(fakes::samplePlan()),
             QStringLiteral("1 removed, 2 recreated, 1 created, 1 started, 1 follow, 12 unchanged"));
}

void DeploymentsViewTest::unchangedServicesAreFoldedAway()
{
    PlanScene scene;
    scene.view.open(scene.workspace);
    auto *services = scene.find<QTreeView>("plan.services");
    QCOMPARE(services->model()->rowCount(), 6);
    auto *unchanged = scene.find<QCheckBox>("plan.unchanged");
    QVERIFY(unchanged->text().contains(QStringLiteral("12")));
    unchanged->click();
    QCOMPARE(services->model()->rowCount(), 18);
}

void DeploymentsViewTest::whatIsRemovedIsNamedAndReturnDoesNotDoIt()
{
    PlanScene scene;
    scene.view.open(scene.workspace);
    QVERIFY(scene.bars().join(u'\n').contains(QStringLiteral("media-emby-1")));
    QCOMPARE(scene.button("plan.apply")->text(), QStringLiteral("Apply and remove 1"));
    QVERIFY(!scene.button("plan.apply")->isDefault());
    QTest::keyClick(scene.find<QLineEdit>("plan.message"), Qt::Key_Return);
    QVERIFY(scene.workspace->orders.isEmpty());
    auto *bare = &scene.workspace->shown.value().plan.services;
    bare->removeLast();
    scene.action(QStringLiteral("Look again"))->click();
    QCOMPARE(scene.button("plan.apply")->text(), QStringLiteral("Apply"));
    QTest::keyClick(scene.find<QLineEdit>("plan.message"), Qt::Key_Return);
    QCOMPARE(scene.workspace->orders.size(), 1);
}

void DeploymentsViewTest::whatNoFileNamesCanBeKept()
{
    PlanScene scene;
    scene.view.open(scene.workspace);
    scene.action(QStringLiteral("Keep them"))->click();
    QVERIFY(scene.bars().join(u'\n').contains(QStringLiteral("1 containers stay that no file names")));
    QVERIFY(scene.bars().join(u'\n').contains(QStringLiteral("media-emby-1")));
    QCOMPARE(scene.button("plan.apply")->text(), QStringLiteral("Apply"));
    scene.button("plan.apply")->click();
    QCOMPARE(scene.workspace->orders.size(), 1);
    QVERIFY(scene.workspace->orders.constFirst().orphans == control::Orphans::keep);
    scene.action(QStringLiteral("Remove them"))->click();
    QCOMPARE(scene.button("plan.apply")->text(), QStringLiteral("Apply and remove 1"));
}

void DeploymentsViewTest::errorsInTheFilesAreToldBeforeTheyAreApplied()
{
    PlanScene scene;
    model::Diagnostic error;
    error.severity = model::Severity::error;
    error.file = QStringLiteral("services/sonarr.yaml");
    error.place.line = 12;
    error.message = QStringLiteral("port 8989 is taken");
    auto &preview = scene.workspace->shown.value();
    preview.plan.services.removeLast();
    preview.errors = {error, error};
    scene.view.open(scene.workspace);
    const QString told = scene.bars().join(u'\n');
    QVERIFY2(told.contains(QStringLiteral("services/sonarr.yaml, line 12: port 8989 is taken")), qPrintable(told));
    QCOMPARE(scene.button("plan.apply")->text(), QStringLiteral("Apply despite 2 errors"));
    QVERIFY(!scene.button("plan.apply")->isDefault());
    preview.errors.clear();
    scene.action(QStringLiteral("Look again"))->click();
    QVERIFY(!scene.bars().join(u'\n').contains(QStringLiteral("sonarr.yaml")));
    QCOMPARE(scene.button("plan.apply")->text(), QStringLiteral("Apply"));
    preview.hostUnasked = QStringLiteral("/mnt/nas does not answer");
    scene.action(QStringLiteral("Look again"))->click();
    QVERIFY(scene.bars().join(u'\n').contains(QStringLiteral("/mnt/nas does not answer")));
    QCOMPARE(scene.button("plan.apply")->text(), QStringLiteral("Apply"));
    preview.errors = {error, error};
    scene.action(QStringLiteral("Look again"))->click();
    QVERIFY(scene.bars().join(u'\n').contains(QStringLiteral("port 8989 is taken")));
    QCOMPARE(scene.button("plan.apply")->text(), QStringLiteral("Apply despite 2 errors"));
}

void DeploymentsViewTest::secretsWithoutAValueAreNamed()
{
    PlanScene scene;
    scene.view.open(scene.workspace);
    QVERIFY(scene.bars().join(u'\n').contains(QStringLiteral("SONARR_API_KEY")));
    scene.workspace->shown.value().missingSecrets.clear();
    scene.action(QStringLiteral("Look again"))->click();
    QVERIFY(!scene.bars().join(u'\n').contains(QStringLiteral("SONARR_API_KEY")));
}

void DeploymentsViewTest::sizesOfImagesAreAskedForWhenWished()
{
    PlanScene scene;
    const QStringList images{QStringLiteral("fallenbagel/jellyseerr:2.5.2"), QStringLiteral("qmcgaw/gluetun:v3.40")};
    scene.workspace->sizes.insert(images.constFirst(), 50 * 1024 * 1024);
    scene.view.open(scene.workspace);
    const auto *table = scene.find<QTreeWidget>("plan.images");
    const auto size = [&](int row) { return table->topLevelItem(row)->text(2); };
    QVERIFY(scene.workspace->weighed.isEmpty());
    QCOMPARE(size(0), QString());
    scene.button("plan.weigh")->click();
    QCOMPARE(scene.workspace->weighed, QList<QStringList>{images});
    QTRY_COMPARE(size(0), QStringLiteral("up to 50 MiB"));
    QCOMPARE(size(1), QString());
    const QString told = scene.find<QLabel>("plan.weight")->text();
    QVERIFY2(told.contains(QStringLiteral("50 MiB")) && told.contains(QStringLiteral("Of 1 image")), qPrintable(told));
    scene.action(QStringLiteral("Look again"))->click(); // another plan, of which nothing is known
    QCOMPARE(size(0), QString());
    QCOMPARE(scene.find<QLabel>("plan.weight")->text(), QString());
}

void DeploymentsViewTest::appliesWithTheMessageAndTheWish()
{
    PlanScene scene;
    QSignalSpy started(&scene.view, &PlanView::started);
    scene.view.open(scene.workspace);
    QVERIFY(scene.find<QCheckBox>("plan.goesBack")->isChecked());
    scene.find<QCheckBox>("plan.goesBack")->click();
    scene.find<QLineEdit>("plan.message")->setText(QStringLiteral("  new   images "));
    scene.button("plan.apply")->click();
    QCOMPARE(started.size(), 1);
    QCOMPARE(scene.workspace->orders.size(), 1);
    const control::DeploymentOrder &order = scene.workspace->orders.constFirst();
    QVERIFY(order.what == control::DeploymentOrder::What::apply);
    QVERIFY(!order.target);
    QCOMPARE(order.message, QStringLiteral("new images"));
    QVERIFY(!order.goesBack);
    scene.workspace->finish(fakes::endedProgress(Verdict::healthy));
    scene.view.open(scene.workspace); // the next one goes back by itself again
    QVERIFY(scene.find<QCheckBox>("plan.goesBack")->isChecked());
}

void DeploymentsViewTest::rollsBackToTheRevision()
{
    PlanScene scene;
    const model::Revision revision = fakes::sampleRevisions().at(3);
    scene.view.open(scene.workspace, revision);
    QVERIFY(scene.workspace->previews == QList{std::optional(revision.id)});
    QVERIFY(scene.shows(QStringLiteral("ffffffffff")));
    scene.button("plan.apply")->click();
    QCOMPARE(scene.workspace->orders.size(), 1);
    QVERIFY(scene.workspace->orders.constFirst().what == control::DeploymentOrder::What::rollBack);
    QVERIFY(scene.workspace->orders.constFirst().target == revision.id);
}

void DeploymentsViewTest::nothingToDoIsSaidAndCannotBeApplied()
{
    PlanScene scene;
    scene.workspace->shown = fakes::emptyPreview();
    scene.view.open(scene.workspace);
    QVERIFY(scene.shows(QStringLiteral("Nothing to do")));
    QVERIFY(!scene.button("plan.apply")->isEnabled());
    QSignalSpy left(&scene.view, &PlanView::left);
    scene.button("plan.cancel")->click();
    QCOMPARE(left.size(), 1);
}

void DeploymentsViewTest::changedFilesAloneCanBeApplied()
{
    PlanScene scene;
    scene.workspace->shown = fakes::emptyPreview();
    scene.workspace->shown.value().files = fakes::sampleChanges();
    scene.view.open(scene.workspace);
    QVERIFY(scene.shows(QStringLiteral("Nothing is done to any service.")));
    QVERIFY(scene.shows(QStringLiteral("4 files changed")));
    QVERIFY(scene.button("plan.apply")->isEnabled());
}

void DeploymentsViewTest::loadingIsShownUntilTheAnswer()
{
    PlanScene scene;
    scene.workspace->holdsPreviews = true;
    scene.view.open(scene.workspace);
    QVERIFY(scene.shows(QStringLiteral("Looking at what would be done…")));
    QVERIFY(!scene.button("plan.apply")->isEnabled());
    QVERIFY(scene.button("plan.cancel")->isEnabled());
    scene.workspace->answerPreview();
    QTRY_VERIFY(scene.button("plan.apply")->isEnabled());
    QVERIFY(!scene.shows(QStringLiteral("Looking at what would be done…")));
}

void DeploymentsViewTest::aPlanThatFailsSaysWhatToDoAndTriesAgain_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("remedy");
    const auto row = [](base::ErrorKind kind, const char *remedy) {
        QTest::newRow(qPrintable(base::errorKindName(kind))) << int(kind) << QString::fromLatin1(remedy);
    };
    row(base::ErrorKind::unreachable, "Start Docker");
    row(base::ErrorKind::invalid, "Configuration");
    row(base::ErrorKind::unsupported, "Update");
    row(base::ErrorKind::io, "disk space");
    row(base::ErrorKind::timeout, "Try again");
    row(base::ErrorKind::conflict, "Wait");
    row(base::ErrorKind::internal, "");
}

void DeploymentsViewTest::aPlanThatFailsSaysWhatToDoAndTriesAgain()
{
    QFETCH(int, kind);
    QFETCH(QString, remedy);
    PlanScene scene;
    scene.workspace->shown = base::Error{base::ErrorKind(kind), QStringLiteral("the reason of it"), {}};
    scene.view.open(scene.workspace);
    const QString said = scene.bars().join(u'\n');
    QVERIFY2(said.contains(QStringLiteral("The reason of it.")), qPrintable(said));
    QVERIFY2(said.contains(remedy), qPrintable(said));
    QVERIFY(!scene.button("plan.apply")->isEnabled());
    scene.workspace->shown = fakes::samplePreview();
    scene.action(QStringLiteral("Try again"))->click();
    QVERIFY(scene.button("plan.apply")->isEnabled());
    QVERIFY(!scene.bars().join(u'\n').contains(QStringLiteral("The reason of it.")));
}

void DeploymentsViewTest::aStartThatFailsIsSaid()
{
    PlanScene scene;
    scene.view.open(scene.workspace);
    scene.workspace->startFails = base::Error{base::ErrorKind::conflict, QStringLiteral("another is at work"), {}};
    QSignalSpy started(&scene.view, &PlanView::started);
    scene.button("plan.apply")->click();
    QCOMPARE(started.size(), 0);
    QVERIFY(scene.bars().join(u'\n').contains(QStringLiteral("Another is at work.")));
}

void DeploymentsViewTest::nothingIsAppliedWhileADeploymentRuns()
{
    PlanScene scene;
    scene.view.open(scene.workspace);
    QVERIFY(scene.button("plan.apply")->isEnabled());
    scene.workspace->run(fakes::sampleProgress(DeploymentStage::pull));
    QVERIFY(!scene.button("plan.apply")->isEnabled());
    QVERIFY(scene.shows(QStringLiteral("under way")));
    const qsizetype before = scene.workspace->previews.size();
    scene.workspace->finish(fakes::endedProgress(Verdict::healthy));
    QCOMPARE(scene.workspace->previews.size(), before + 1); // it is another plan now
    QVERIFY(scene.button("plan.apply")->isEnabled());
}

void DeploymentsViewTest::theCommandIsCopied()
{
    PlanScene scene;
    scene.view.open(scene.workspace);
    scene.find<QTabBar>("plan.tabs")->setCurrentIndex(3);
    scene.action(QStringLiteral("Copy the command"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), scene.workspace->shown.value().command);
}

void DeploymentsViewTest::aDiffShowsSignsAndCopiesAll()
{
    DiffView view;
    view.setHistoryOffered(true);
    view.setChanges(fakes::sampleChanges());
    auto *files = view.findChild<QTreeView *>(QStringLiteral("diff.files"));
    files->setCurrentIndex(files->model()->index(1, 0));
    const QString text = view.findChild<DiffText *>()->toPlainText();
    QVERIFY(text.contains(QStringLiteral("@@ line 3\n")));
    QVERIFY(text.contains(QStringLiteral("\n−     image: qmcgaw/gluetun:v3.39\n+     image: qmcgaw/gluetun:v3.40\n")));
    view.setChanges(fakes::sampleChanges()); // read anew: the same file stays
    QCOMPARE(files->currentIndex().row(), 1);
    QSignalSpy history(&view, &DiffView::historyAsked);
    const QList<QToolButton *> buttons = view.findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->accessibleName().startsWith(QLatin1String("History"))
            || button->accessibleName().startsWith(QLatin1String("Copy")))
            button->click();
    }
    QCOMPARE(history.size(), 1);
    QCOMPARE(history.constFirst().constFirst().toString(), QStringLiteral("services/gluetun.yaml"));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("emby")));
}

void DeploymentsViewTest::aDiffSaysWhatIsNoTextAndWhatIsCut()
{
    DiffText text;
    model::Changes changes = fakes::sampleChanges();
    text.setChange(changes.at(3));
    QVERIFY(text.toPlainText().contains(QStringLiteral("Not text: ")));
    changes[1].cut = true;
    text.setChange(changes.at(1));
    QVERIFY(text.toPlainText().contains(QStringLiteral("more lines than")));
    model::FileChange large = changes.at(1);
    large.hunks[0].lines = QList<model::DiffLine>(DiffText::mostShown + 10, {model::LineChange::added, "x", false});
    text.setChange(large);
    QVERIFY(text.blockCount() < DiffText::mostShown + 5);
    QVERIFY(text.toPlainText().contains(QStringLiteral("lines are shown")));
}

void DeploymentsViewTest::aDiffShowsNoHiddenCharacters()
{
    DiffText text;
    model::FileChange change = fakes::sampleChanges().at(1);
    change.hunks[0].lines = {{model::LineChange::removed, "image: a", false},
                             {model::LineChange::added, "image: a\r", false},
                             {model::LineChange::added, "# \xe2\x80\xae turned", true}};
    text.setChange(change);
    QVERIFY(text.toPlainText().contains(QStringLiteral("+ image: a␍")));
    QVERIFY(!text.toPlainText().contains(QChar(0x202e)));
    QVERIFY(text.toPlainText().contains(QStringLiteral("no line end")));
}

void DeploymentsViewTest::stagesAndServicesFollowTheDeployment()
{
    ProgressScene scene;
    scene.workspace->run(fakes::sampleProgress(DeploymentStage::pull));
    scene.view.open(scene.workspace);
    QVERIFY(scene.shows(QStringLiteral("Applying media")));
    QVERIFY(scene.shows(QStringLiteral("Pull: 0 of 2")));
    scene.workspace->advance(fakes::sampleProgress(DeploymentStage::health));
    QVERIFY(scene.shows(QStringLiteral("Health: 3 of 5")));
    const auto *model = scene.find<QTreeView>("deployment.services")->model();
    QCOMPARE(model->rowCount(), 9);
    QCOMPARE(model->index(3, ServiceProgressModel::StateColumn).data().toString(), QStringLiteral("Still starting"));
    QVERIFY(model->index(3, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("failed 1 of 3")));
}

void DeploymentsViewTest::layersShowTheirBytes()
{
    ImageProgressModel model;
    model.setImages(fakes::sampleProgress(DeploymentStage::pull).images);
    const QModelIndex image = model.index(0, ImageProgressModel::ProgressColumn);
    const double share = image.data(ImageProgressModel::FractionRole).toDouble();
    QVERIFY(std::abs(share - 16.0 / 44.8) < 0.001);
    const QModelIndex layer = model.index(1, ImageProgressModel::ProgressColumn, model.index(0, 0));
    QVERIFY(layer.data().toString().contains(QStringLiteral(" of ")));
    const QModelIndex unknown = model.index(0, ImageProgressModel::ProgressColumn, model.index(1, 0));
    QVERIFY(unknown.data(ImageProgressModel::FractionRole).toDouble() < 0.02);
}

void DeploymentsViewTest::theLogGrowsWithoutBeingWrittenAnew()
{
    DeploymentLog log;
    QStringList lines;
    for (int i = 0; i < 5; ++i)
        lines.append(QStringLiteral("line %1").arg(i));
    log.setLines(lines);
    QCOMPARE(log.toPlainText(), lines.join(u'\n'));
    QTextCursor cursor = log.textCursor();
    cursor.setPosition(2);
    cursor.setPosition(8, QTextCursor::KeepAnchor);
    log.setTextCursor(cursor);
    lines.removeFirst(); // the oldest went
    lines.append(QStringLiteral("line 5"));
    log.setLines(lines);
    QVERIFY(log.toPlainText().endsWith(QStringLiteral("line 4\nline 5")));
    QVERIFY(log.textCursor().hasSelection()); // what was chosen is still chosen
    log.setLines({QStringLiteral("another")});
    QCOMPARE(log.toPlainText(), QStringLiteral("another"));
    log.setLines({});
    QCOMPARE(log.toPlainText(), QString());
}

void DeploymentsViewTest::cancelIsAskedOnceAndSaysWhatItDoes()
{
    ProgressScene scene;
    model::DeploymentProgress progress = fakes::sampleProgress(DeploymentStage::health);
    scene.workspace->run(progress);
    scene.view.open(scene.workspace);
    QPushButton *cancel = scene.button("deployment.cancel");
    QVERIFY(cancel->isVisible());
    QCOMPARE(cancel->text(), QStringLiteral("Cancel and put back"));
    cancel->click();
    QCOMPARE(scene.workspace->cancels, 1);
    QVERIFY(!cancel->isEnabled());
    QVERIFY(scene.shows(QStringLiteral("being cancelled")));
    scene.workspace->finish(fakes::endedProgress(Verdict::cancelled));
    QVERIFY(!cancel->isVisible());
    progress.goesBack = false; // another one, which does not
    scene.workspace->run(progress);
    QVERIFY(cancel->isVisible() && cancel->isEnabled());
    QCOMPARE(cancel->text(), QStringLiteral("Cancel"));
    QVERIFY(scene.shows(QStringLiteral("leaves what was done")));
}

void DeploymentsViewTest::theWayBackIsNotCancelled()
{
    ProgressScene scene;
    scene.workspace->run(fakes::sampleProgress(DeploymentStage::recreate));
    scene.view.open(scene.workspace);
    QVERIFY(!scene.button("deployment.cancel")->isVisible());
    QVERIFY(scene.shows(QStringLiteral("put back as it was")));
    QVERIFY(scene.shows(QStringLiteral("The way back")));
}

void DeploymentsViewTest::endsAreTold_data()
{
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<bool>("report");
    QTest::newRow("healthy") << int(Verdict::healthy) << QStringLiteral("media is applied and healthy") << false;
    QTest::newRow("unhealthy") << int(Verdict::unhealthy) << QStringLiteral("media did not come up") << true;
    QTest::newRow("rolled back") << int(Verdict::rolledBack)
                                 << QStringLiteral("media did not come up, and was put back to revision cccccccccc")
                                 << true;
    QTest::newRow("cancelled") << int(Verdict::cancelled) << QStringLiteral("The deployment of media was cancelled")
                               << false;
    QTest::newRow("none") << -1 << QStringLiteral("media: nothing was deployed") << false;
}

void DeploymentsViewTest::endsAreTold()
{
    QFETCH(int, verdict);
    QFETCH(QString, headline);
    QFETCH(bool, report);
    ProgressScene scene;
    scene.workspace->run(fakes::sampleProgress(DeploymentStage::health));
    scene.view.open(scene.workspace);
    model::DeploymentProgress end = fakes::endedProgress(verdict < 0 ? Verdict::cancelled : Verdict(verdict));
    if (verdict < 0)
        end.verdict.reset();
    scene.workspace->finish(end);
    QCOMPARE(scene.bars().size(), 1);
    QVERIFY2(scene.bars().constFirst().startsWith(headline + u'|'), qPrintable(scene.bars().constFirst()));
    QVERIFY(scene.bars().constFirst().contains(asSentence(end.summary)));
    auto *tabs = scene.find<QTabBar>("deployment.tabs");
    QCOMPARE(tabs->isTabVisible(3), report);
    QCOMPARE(tabs->currentIndex(), report ? 3 : 0);
    QCOMPARE(scene.action(QStringLiteral("Open Configuration")) != nullptr, verdict != int(Verdict::healthy));
    QVERIFY(scene.shows(QStringLiteral("after 1 min 32 s")));
}

void DeploymentsViewTest::theReportNamesReasonLogAndHealthCheck()
{
    ProgressScene scene;
    scene.workspace->run(fakes::sampleProgress(DeploymentStage::health));
    scene.view.open(scene.workspace);
    scene.workspace->finish(fakes::endedProgress(Verdict::rolledBack));
    const QString shown = scene.find<FailureText>("deployment.failures")->toPlainText();
    scene.button("deployment.copy")->click();
    const QString copied = QGuiApplication::clipboard()->text();
    for (const char *part :
         {"jellyfin (media-jellyfin-1)", "its health check failed 3 times", "disk I/O error", "Connection refused"}) {
        QVERIFY2(shown.contains(QLatin1String(part)), part);
        QVERIFY2(copied.contains(QLatin1String(part)), part);
    }
    QVERIFY(copied.contains(QStringLiteral("Container media-gluetun-1 Started")));
    QVERIFY(copied.contains(QString(40, u'b')));
}

void DeploymentsViewTest::S30_failuresAreNoMarkupAndNoEscapes()
{
    FailureText text;
    text.setFailures({{QStringLiteral("<b>x</b>"),
                       {},
                       QStringLiteral("<i>y</i>"),
                       {QStringLiteral("\x1b[31mred\x1b[0m <u>z</u>")},
                       QStringLiteral("<a href=\"q\">w</a>")}});
    const QString shown = text.toPlainText();
    for (const char *part : {"<b>x</b>", "<i>y</i>", "  red <u>z</u>", "<a href=\"q\">w</a>"})
        QVERIFY2(shown.contains(QLatin1String(part)), part);
    QVERIFY(!shown.contains(QChar(0x1b)));
}

void DeploymentsViewTest::fiftyServicesKeepTheirRows()
{
    ServiceProgressModel model;
    QList<model::ServiceProgress> services;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < 50; ++i)
        services.append({QStringLiteral("s%1").arg(i), model::ServiceProgress::State::waiting, {}, now});
    services[7].state = model::ServiceProgress::State::untouched;
    model.setServices(services, now);
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.index(49, 0).data().toString(), QStringLiteral("s7"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex tenth = model.index(10, 0);
    services[20].state = model::ServiceProgress::State::healthy;
    model.setServices(services, now.addSecs(1));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(tenth.data().toString(), QStringLiteral("s11"));
}

void DeploymentsViewTest::anotherDeploymentBeginsAnew()
{
    ProgressScene scene;
    scene.workspace->run(fakes::sampleProgress(DeploymentStage::health));
    scene.view.open(scene.workspace);
    scene.workspace->finish(fakes::endedProgress(Verdict::rolledBack));
    QCOMPARE(scene.bars().size(), 1);
    scene.workspace->run(fakes::sampleProgress(DeploymentStage::check));
    QCOMPARE(scene.bars().size(), 0);
    QVERIFY(!scene.find<QTabBar>("deployment.tabs")->isTabVisible(3));
    QVERIFY(scene.button("deployment.cancel")->isEnabled());
}

void DeploymentsViewTest::theWatchTellsBeginAndEnd()
{
    fakes::FakeDeployments deployments;
    const auto first = deployments.workspace(folder);
    first->run(fakes::sampleProgress(DeploymentStage::health)); // before anybody watches
    DeploymentWatch watch(&deployments);
    QSignalSpy changed(&watch, &DeploymentWatch::changed);
    QSignalSpy ended(&watch, &DeploymentWatch::ended);
    QVERIFY(watch.anyRunning());
    QCOMPARE(watch.runningLines(), QStringList{QStringLiteral("Applying media. Health: 3 of 5")});
    QCOMPARE(watch.firstFolder(), folder);
    const auto second = deployments.workspace(QStringLiteral("/srv/other"));
    QVERIFY(second->start({}));
    QCOMPARE(watch.runningLines().size(), 2);
    QVERIFY(!changed.isEmpty());
    first->finish(fakes::endedProgress(Verdict::rolledBack));
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.constFirst().constFirst().toString(), folder);
    QCOMPARE(watch.runningLines().size(), 1);
    second->finish(fakes::endedProgress(Verdict::healthy));
    QCOMPARE(ended.size(), 2);
    QVERIFY(!watch.anyRunning());
    const DeploymentWatch nobody(nullptr);
    QVERIFY(!nobody.anyRunning());
}

void DeploymentsViewTest::everythingThatTakesTheFocusHasAName()
{
    PlanScene plan;
    plan.view.open(plan.workspace);
    ProgressScene progress;
    progress.workspace->run(fakes::sampleProgress(DeploymentStage::health));
    progress.view.open(progress.workspace);
    QList<QWidget *> all = plan.view.findChildren<QWidget *>();
    all += progress.view.findChildren<QWidget *>();
    for (const QWidget *widget : std::as_const(all)) {
        const bool takes = widget->focusPolicy() & Qt::TabFocus;
        if (!takes || !widget->isVisible() || widget->objectName().startsWith(QLatin1String("qt_"))
            || qobject_cast<const QLineEdit *>(widget))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const QString name = widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName();
        QVERIFY2(!name.isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
    }
}

QTEST_MAIN(DeploymentsViewTest)
#include "deployments_view_test.moc"
