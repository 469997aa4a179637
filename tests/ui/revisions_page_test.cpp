// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/recent_workspaces.h"
#include "core/settings/ui_state.h"
#include "fakes/fake_control.h"
#include "fakes/sample_deployments.h"
#include "ui/deployments/deployment_words.h"
#include "ui/deployments/diff_view.h"
#include "ui/deployments/plan_view.h"
#include "ui/deployments/progress_view.h"
#include "ui/revisions/line_dialog.h"
#include "ui/revisions/revision_detail.h"
#include "ui/revisions/revision_list.h"
#include "ui/revisions/revision_model.h"
#include "ui/revisions/revisions_page.h"
#include "ui/revisions/run_log_dialog.h"
#include "ui/style/theme.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
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
using model::Verdict;

namespace {

const QString media = QStringLiteral("/srv/media");
const QString other = QStringLiteral("/srv/other");

struct Scene {
    explicit Scene(const QString &open = media)
    {
        if (!open.isEmpty()) {
            settings::RecentWorkspaces(state).setOpen(other);
            settings::RecentWorkspaces(state).setOpen(open);
        }
        page = std::make_unique<RevisionsPage>(deployments, state);
        page->resize(1000, 700);
        page->show();
    }

    fakes::FakeWorkspaceDeployments &workspace() { return *deployments.workspace(media); }
    QListView *list() const { return page->findChild<QListView *>(QStringLiteral("revisions.list")); }
    void choose(const QList<int> &rows) const
    {
        list()->selectionModel()->clearSelection();
        for (const int row : rows)
            list()->selectionModel()->select(list()->model()->index(row, 0), QItemSelectionModel::Select);
    }
    QPushButton *button(const char *name) const { return page->findChild<QPushButton *>(QString::fromLatin1(name)); }
    QPushButton *action(const QString &text) const
    {
        const QList<QPushButton *> all = page->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }
    bool shows(const QString &text) const
    {
        const QList<QLabel *> all = page->findChildren<QLabel *>();
        return std::ranges::any_of(
            all, [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    LineDialog *dialog() const { return page->findChild<LineDialog *>(); }
    void answer(const QString &text) const
    {
        dialog()->findChild<QLineEdit *>(QStringLiteral("dialog.line"))->setText(text);
        dialog()->findChild<QPushButton *>(QStringLiteral("dialog.verb"))->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void search(int where, const QString &text) const
    {
        page->findChild<QComboBox *>(QStringLiteral("revisions.where"))->setCurrentIndex(where);
        auto *field = page->findChild<QLineEdit *>(QStringLiteral("revisions.search"));
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    fakes::FakeDeployments deployments;
    settings::UiState state{QString()};
    std::unique_ptr<RevisionsPage> page;
};

} // namespace

class RevisionsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theModelIsSound();
    void readsPageByPage();
    void aNewRevisionKeepsWhatIsChosen();
    void withoutAWorkspaceItSaysWhereToOpenOne();
    void followsTheWorkspaceOfConfiguration();
    void showsWhatARevisionChangedAndHowItRan();
    void comparesTwo();
    void searches_data();
    void searches();
    void theHistoryOfAFileIsASearch();
    void nothingFoundIsNotNoRevisions();
    void aListThatFailsIsSaid();
    void keepsASavePoint();
    void aSavePointWithoutChangesIsNotMade();
    void aSavePointThatIsRefusedSaysWhy();
    void tagsAreAddedCheckedAndRemoved();
    void rollsBackThroughThePlan();
    void appliesThroughThePlanToTheProgress();
    void aDeploymentIsFoundAgain();
    void anEndThatWasNotSeenIsTold();
    void B16_anInterruptedDeploymentIsFinished();
    void everythingThatTakesTheFocusHasAName();

private:
    Theme m_theme;
};

void RevisionsPageTest::theModelIsSound()
{
    fakes::FakeRevisionDesk desk;
    desk.fill();
    RevisionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setDesk(&desk);
    QCOMPARE(model.rowCount(), 7);
    model::Revision newest = desk.known.constFirst();
    newest.id = fakes::revisionId('9');
    desk.add(newest);
    QCOMPARE(model.rowCount(), 8);
    desk.known.removeLast();
    model.reload();
    QCOMPARE(model.rowCount(), 7);
    model::RevisionFilter filter;
    filter.text = QStringLiteral("transcoding");
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Rolled back")));
    model.setDesk(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void RevisionsPageTest::readsPageByPage()
{
    fakes::FakeRevisionDesk desk;
    for (int i = 0; i < 120; ++i) {
        model::Revision revision;
        revision.id = model::RevisionId::parse(QStringLiteral("%1").arg(i, 40, 16, QLatin1Char('0'))).value();
        revision.message = QString::number(i);
        desk.known.append(revision);
    }
    RevisionModel model;
    model.setDesk(&desk);
    QCOMPARE(model.rowCount(), RevisionModel::pageSize);
    QCOMPARE(model.total(), 120);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    model.fetchMore({});
    QCOMPARE(model.rowCount(), 120);
    QVERIFY(!model.canFetchMore({}));
    for (int i = 0; i < 120; ++i)
        QCOMPARE(model.index(i).data().toString(), QString::number(i));
    desk.failNext({base::ErrorKind::io, QStringLiteral("no"), {}});
    QSignalSpy failed(&model, &RevisionModel::failed);
    model.reload();
    QCOMPARE(failed.size(), 1);
    QVERIFY(!model.canFetchMore({})); // it is not asked over and over
}

void RevisionsPageTest::aNewRevisionKeepsWhatIsChosen()
{
    Scene scene;
    scene.choose({2});
    model::Revision newest = fakes::sampleRevisions().constFirst();
    newest.id = fakes::revisionId('9');
    scene.workspace().desk.add(newest);
    const QModelIndexList chosen = scene.list()->selectionModel()->selectedIndexes();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().row(), 3);
}

void RevisionsPageTest::withoutAWorkspaceItSaysWhereToOpenOne()
{
    Scene scene{QString()};
    QVERIFY(scene.shows(QStringLiteral("No workspace is open")));
    QVERIFY(!scene.button("revisions.apply")->isVisible());
    QSignalSpy asked(scene.page.get(), &RevisionsPage::configurationAsked);
    scene.action(QStringLiteral("Open Configuration"))->click();
    QCOMPARE(asked.size(), 1);
}

void RevisionsPageTest::followsTheWorkspaceOfConfiguration()
{
    Scene scene;
    QCOMPARE(scene.page->folder(), media);
    settings::RecentWorkspaces(scene.state).setOpen(other);
    QCOMPARE(scene.page->folder(), other);
    settings::RecentWorkspaces(scene.state).close();
    QCOMPARE(scene.page->folder(), other);
    auto *workspaces = scene.page->findChild<QComboBox *>(QStringLiteral("revisions.workspace"));
    QCOMPARE(workspaces->count(), 2);
    workspaces->setCurrentIndex(workspaces->findData(media));
    Q_EMIT workspaces->activated(workspaces->currentIndex());
    QCOMPARE(scene.page->folder(), media);
}

void RevisionsPageTest::showsWhatARevisionChangedAndHowItRan()
{
    Scene scene;
    QVERIFY(scene.shows(QStringLiteral("Gluetun 3.40, and Jellyseerr for requests")));
    QCOMPARE(scene.workspace().desk.diffs.constLast(), QStringLiteral("c..b"));
    QVERIFY(scene.shows(QStringLiteral("Tags: last-good")));
    auto *files = scene.page->findChild<RevisionDetail *>()->findChild<QTreeView *>(QStringLiteral("diff.files"));
    QCOMPARE(files->model()->rowCount(), 4);
    auto *tabs = scene.page->findChild<QTabBar *>(QStringLiteral("revisions.tabs"));
    QCOMPARE(tabs->tabText(1), QStringLiteral("Deployments (2)"));
    auto *runs = scene.page->findChild<QTreeWidget *>(QStringLiteral("revisions.runs"));
    QCOMPARE(runs->topLevelItem(0)->text(1), QStringLiteral("Healthy"));
    QVERIFY(runs->topLevelItem(0)->child(0)->text(2).startsWith(QStringLiteral("sha256:")));
    scene.workspace().desk.logs.insert(fakes::sampleDeployments().constFirst().when,
                                       "media: apply\npulled <b>all</b>\n");
    runs->setCurrentItem(runs->topLevelItem(0)->child(0));
    scene.button("revisions.log")->click();
    auto *dialog = scene.page->findChild<RunLogDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText().trimmed(),
             QStringLiteral("media: apply\npulled <b>all</b>"));
    dialog->close();
    runs->setCurrentItem(runs->topLevelItem(1));
    scene.button("revisions.log")->click();
    QVERIFY(scene.shows(QStringLiteral("There is no log to show")));
    scene.choose({6}); // the first one, against nothing
    QCOMPARE(scene.workspace().desk.diffs.constLast(), QStringLiteral("..d"));
    scene.choose({3});
    QCOMPARE(tabs->tabText(1), QStringLiteral("Never deployed"));
}

void RevisionsPageTest::comparesTwo()
{
    Scene scene;
    scene.choose({1, 4});
    QCOMPARE(scene.workspace().desk.diffs.constLast(), QStringLiteral("1..c"));
    QVERIFY(scene.shows(QStringLiteral("From 1111111111 to cccccccccc")));
    QVERIFY(!scene.button("revisions.rollBack")->isVisible());
    scene.choose({0, 2, 5}); // of more the ends
    QCOMPARE(scene.workspace().desk.diffs.constLast(), QStringLiteral("2..b"));
    scene.choose({1});
    QVERIFY(scene.button("revisions.rollBack")->isVisible());
}

void RevisionsPageTest::searches_data()
{
    QTest::addColumn<int>("where");
    QTest::addColumn<QString>("field");
    QTest::newRow("all") << 0 << QStringLiteral("text");
    QTest::newRow("service") << 1 << QStringLiteral("service");
    QTest::newRow("file") << 2 << QStringLiteral("path");
    QTest::newRow("content") << 3 << QStringLiteral("content");
}

void RevisionsPageTest::searches()
{
    QFETCH(int, where);
    QFETCH(QString, field);
    Scene scene;
    const QString text = QStringLiteral("jellyfin");
    scene.search(where, text);
    const model::RevisionFilter filter = scene.workspace().desk.filters.constLast();
    QCOMPARE(filter.text, field == u"text" ? text : QString());
    QCOMPARE(filter.service, field == u"service" ? text : QString());
    QCOMPARE(filter.path, field == u"path" ? text : QString());
    QCOMPARE(filter.content, field == u"content" ? text.toUtf8() : QByteArray());
}

void RevisionsPageTest::theHistoryOfAFileIsASearch()
{
    Scene scene;
    auto *diff = scene.page->findChild<RevisionDetail *>()->findChild<DiffView *>();
    auto *files = diff->findChild<QTreeView *>(QStringLiteral("diff.files"));
    files->setCurrentIndex(files->model()->index(2, 0));
    const QList<QToolButton *> buttons = diff->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->accessibleName() == QLatin1String("History of this file"))
            button->click();
    }
    QCOMPARE(scene.workspace().desk.filters.constLast().path, QStringLiteral("services/jellyseerr.yaml"));
    QCOMPARE(scene.page->findChild<QLineEdit *>(QStringLiteral("revisions.search"))->text(),
             QStringLiteral("services/jellyseerr.yaml"));
}

void RevisionsPageTest::nothingFoundIsNotNoRevisions()
{
    Scene scene;
    scene.search(0, QStringLiteral("no such thing"));
    QVERIFY(scene.shows(QStringLiteral("No revision fits")));
    scene.search(0, {});
    QCOMPARE(scene.list()->model()->rowCount(), 7);
    scene.workspace().desk.known.clear();
    Q_EMIT scene.workspace().desk.changed();
    QVERIFY(scene.shows(QStringLiteral("There are no revisions yet")));
}

void RevisionsPageTest::aListThatFailsIsSaid()
{
    Scene scene;
    scene.workspace().desk.failNext({base::ErrorKind::io, QStringLiteral("the store is damaged"), {}});
    Q_EMIT scene.workspace().desk.changed();
    QVERIFY(scene.shows(QStringLiteral("The revisions could not be read")));
    QVERIFY(scene.shows(QStringLiteral("The store is damaged.")));
    QCOMPARE(scene.list()->model()->rowCount(), 7); // what is known stays
}

void RevisionsPageTest::keepsASavePoint()
{
    Scene scene;
    QSignalSpy notices(scene.page.get(), &RevisionsPage::notice);
    scene.button("revisions.savePoint")->click();
    QVERIFY(scene.dialog());
    QCOMPARE(scene.dialog()->findChild<QTreeView *>(QStringLiteral("diff.files"))->model()->rowCount(), 4);
    scene.answer(QStringLiteral("before the move"));
    QCOMPARE(scene.workspace().desk.saved, QStringList{QStringLiteral("before the move")});
    QCOMPARE(notices.size(), 1);
    QVERIFY(notices.constFirst().constFirst().toString().contains(QStringLiteral("9999999999")));
    QCOMPARE(scene.list()->model()->rowCount(), 8);
}

void RevisionsPageTest::aSavePointWithoutChangesIsNotMade()
{
    Scene scene;
    scene.workspace().desk.onDisk.clear();
    scene.button("revisions.savePoint")->click();
    QVERIFY(!scene.dialog()->findChild<QPushButton *>(QStringLiteral("dialog.verb"))->isEnabled());
    const QList<QLabel *> labels = scene.dialog()->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [](const QLabel *label) { return label->text().contains(QLatin1String("nothing to keep")); }));
    scene.dialog()->close();
}

void RevisionsPageTest::aSavePointThatIsRefusedSaysWhy()
{
    Scene scene;
    scene.button("revisions.savePoint")->click();
    scene.workspace().desk.failNext(
        {base::ErrorKind::refused, QStringLiteral("there is a secret in local.env, line 3"), {}});
    scene.answer(QString());
    QVERIFY(scene.shows(QStringLiteral("The save point was not made")));
    QVERIFY(scene.shows(QStringLiteral("There is a secret in local.env, line 3.")));
    QVERIFY(scene.workspace().desk.saved.isEmpty());
}

void RevisionsPageTest::tagsAreAddedCheckedAndRemoved()
{
    Scene scene;
    scene.choose({2});
    QMenu *menu = scene.button("revisions.tags")->menu();
    QCOMPARE(menu->actions().size(), 1);
    menu->actions().constFirst()->trigger();
    auto *line = scene.dialog()->findChild<QLineEdit *>(QStringLiteral("dialog.line"));
    auto *verb = scene.dialog()->findChild<QPushButton *>(QStringLiteral("dialog.verb"));
    QVERIFY(!verb->isEnabled());
    line->setText(QStringLiteral("not a tag!"));
    QVERIFY(!verb->isEnabled());
    QVERIFY(!line->accessibleDescription().isEmpty());
    scene.answer(QStringLiteral("transcoding"));
    QCOMPARE(scene.workspace().desk.known.at(2).tags, QStringList{QStringLiteral("transcoding")});
    QVERIFY(scene.shows(QStringLiteral("Tags: transcoding")));
    menu->actions().constFirst()->trigger();
    scene.answer(QStringLiteral("last-good")); // another revision has it
    QVERIFY(scene.shows(QStringLiteral("There is a tag last-good already")));
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().constLast()->trigger();
    QVERIFY(scene.workspace().desk.known.at(2).tags.isEmpty());
    scene.choose({0}); // the tag of the program's own is not for the user
    QCOMPARE(menu->actions().size(), 1);
}

void RevisionsPageTest::rollsBackThroughThePlan()
{
    Scene scene;
    scene.choose({3});
    scene.button("revisions.rollBack")->click();
    QVERIFY(scene.workspace().orders.isEmpty()); // the plan comes first
    QVERIFY(scene.workspace().previews.constLast() == fakes::revisionId('f'));
    scene.button("plan.apply")->click();
    QCOMPARE(scene.workspace().orders.size(), 1);
    QVERIFY(scene.workspace().orders.constFirst().target == fakes::revisionId('f'));
    QVERIFY(scene.shows(QStringLiteral("Rolling back media")));
}

void RevisionsPageTest::appliesThroughThePlanToTheProgress()
{
    Scene scene;
    scene.page->apply(media);
    QVERIFY(scene.page->findChild<PlanView *>()->isVisible());
    scene.button("plan.cancel")->click();
    QVERIFY(scene.list()->isVisible());
    QVERIFY(scene.workspace().orders.isEmpty());
    scene.button("revisions.apply")->click();
    scene.button("plan.apply")->click();
    QVERIFY(scene.page->findChild<ProgressView *>()->isVisible());
    scene.workspace().finish(fakes::endedProgress(Verdict::healthy));
    QVERIFY(scene.shows(QStringLiteral("media is applied and healthy")));
    scene.button("deployment.back")->click();
    QVERIFY(scene.list()->isVisible());
    QVERIFY(!scene.shows(QStringLiteral("media is applied and healthy"))); // it was seen
}

void RevisionsPageTest::aDeploymentIsFoundAgain()
{
    Scene scene;
    scene.workspace().run(fakes::sampleProgress(DeploymentStage::health)); // somebody else's
    QVERIFY(scene.shows(QStringLiteral("Applying media. Health: 3 of 5")));
    scene.action(QStringLiteral("Show"))->click();
    QVERIFY(scene.page->findChild<ProgressView *>()->isVisible());
    scene.page->openWorkspace(other);
    QVERIFY(scene.list()->isVisible());
    QVERIFY(!scene.shows(QStringLiteral("Applying media")));
    scene.page->apply(media); // it runs: nothing else can be begun
    QVERIFY(scene.page->findChild<ProgressView *>()->isVisible());
    QVERIFY(scene.shows(QStringLiteral("Health: 3 of 5")));
}

void RevisionsPageTest::anEndThatWasNotSeenIsTold()
{
    Scene scene;
    scene.workspace().run(fakes::sampleProgress(DeploymentStage::health));
    scene.workspace().finish(fakes::endedProgress(Verdict::rolledBack));
    QVERIFY(scene.shows(QStringLiteral("was put back to revision cccccccccc")));
    scene.action(QStringLiteral("Show report"))->click();
    QVERIFY(scene.page->findChild<ProgressView *>()->isVisible());
}

void RevisionsPageTest::B16_anInterruptedDeploymentIsFinished()
{
    Scene scene{QString()};
    scene.workspace().cutShort =
        control::InterruptedDeployment{false, fakes::revisionId('b'), {QStringLiteral("jellyfin")}};
    scene.page->openWorkspace(media);
    QVERIFY(scene.shows(QStringLiteral("The deployment of revision bbbbbbbbbb was interrupted")));
    QVERIFY(scene.shows(QStringLiteral("Services: jellyfin.")));
    scene.action(QStringLiteral("Finish it"))->click();
    QCOMPARE(scene.workspace().orders.size(), 1);
    QVERIFY(scene.workspace().orders.constFirst().what == control::DeploymentOrder::What::resume);
    QVERIFY(scene.page->findChild<ProgressView *>()->isVisible());
    QVERIFY(!scene.shows(QStringLiteral("The deployment of revision")));
}

void RevisionsPageTest::everythingThatTakesTheFocusHasAName()
{
    Scene scene;
    const QList<QWidget *> all = scene.page->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const bool takes = widget->focusPolicy() & Qt::TabFocus;
        if (!takes || widget->objectName().startsWith(QLatin1String("qt_")) || !widget->isVisible())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const QString name = widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName();
        QVERIFY2(!name.isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
    }
}

QTEST_MAIN(RevisionsPageTest)
#include "revisions_page_test.moc"
