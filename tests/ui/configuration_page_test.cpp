// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/ui_state.h"
#include "fakes/fake_control.h"
#include "ui/configuration/completion_list.h"
#include "ui/configuration/configuration_page.h"
#include "ui/configuration/conflict_dialog.h"
#include "ui/configuration/editor_actions.h"
#include "ui/configuration/editor_assist.h"
#include "ui/configuration/explanation_words.h"
#include "ui/configuration/file_tree_model.h"
#include "ui/configuration/open_file.h"
#include "ui/configuration/open_files.h"
#include "ui/configuration/problem_model.h"
#include "ui/configuration/text_editor.h"
#include "ui/configuration/variable_model.h"
#include "ui/configuration/variables_pane.h"
#include "ui/configuration/workspace_editor.h"
#include "ui/style/theme.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace mediahelm;
using namespace mediahelm::ui;

namespace {

const QString jellyfin = QStringLiteral("services/jellyfin.yaml");
const QString folder = QStringLiteral("/srv/media/config");

struct Scene {
    Scene()
        : page(configurations, state)
    {
        page.resize(1000, 700);
        page.show();
        page.activateWindow(); // keys that are shortcuts want it
        (void)QTest::qWaitForWindowActive(&page);
    }

    void open(const QString &path = jellyfin)
    {
        page.openWorkspace(folder);
        QVERIFY(page.workspace());
        page.workspace()->files().open(path);
        QVERIFY(file() && file()->isRead());
    }

    OpenFile *file() const { return page.workspace()->files().current(); }
    TextEditor &editor() const { return file()->editor(); }
    fakes::FakeConfiguration &workspace() const { return *configurations.last(); }
    QAction *action(const QString &text) const
    {
        const QList<QAction *> actions = page.pageActions();
        for (QAction *each : actions) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> all = page.window()->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    void type(const char *text) const
    {
        editor().setFocus();
        for (const char *c = text; *c; ++c)
            QTest::keyClick(&editor(), *c);
    }

    fakes::FakeConfigurations configurations;
    settings::UiState state{QString()};
    ConfigurationPage page;
};

} // namespace

class ConfigurationPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelsAreSound();
    void opensAFolderAndRemembersIt();
    void aFolderThatCannotBeOpenedIsSaid();
    void savesWhatWasTyped();
    void aFailedSaveKeepsTheWork();
    void revertCanBeUndone();
    void tellsTheWorkspaceOfWhatIsTyped();
    void aProblemLeadsToItsPlace();
    void aFixIsOneStep();
    void aFixWaitsForTheCheck();
    void aChangeOnDiskIsShownWhereNothingIsLost();
    void B26_aConflictIsNeverDecidedAlone_data();
    void B26_aConflictIsNeverDecidedAlone();
    void B26_aSaveOverAnotherChangeBecomesAConflict();
    void aFileThatIsGoneCanBeWrittenAgain();
    void draftsAreOffered();
    void aDraftOfAnotherTextIsAConflict();
    void filesThatAreNoTextAreLocked();
    void completesByKeyboardAlone();
    void anOldAnswerIsDropped();
    void goesToTheDefinition();
    void S11_aVariableIsEditedInItsLayerAndASecretNot();
    void aValueThatDoesNotFitIsRefusedWithWords();
    void aVariableGoesBackToItsDefault();
    void findsInAllFiles();
    void copiesTheCommand();
    void tellsLinesThatDiffer_data();
    void tellsLinesThatDiffer();
    void S30_whatComesFromOutsideIsNoMarkup();
    void everythingThatTakesTheFocusHasAName();
    void F6_leadsThroughTheParts();
    void applyingSavesFirst();
    void applyingStopsAtWhatCannotBeSaved();

private:
    Theme m_theme;
};

void ConfigurationPageTest::modelsAreSound()
{
    FileTreeModel tree;
    const QAbstractItemModelTester treeTester(&tree, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ProblemModel problems;
    const QAbstractItemModelTester problemTester(&problems, QAbstractItemModelTester::FailureReportingMode::Fatal);
    fakes::FakeConfiguration sample(folder);
    sample.fill();
    for (int i = 0; i < 2; ++i) {
        tree.setFiles(sample.facts().files);
        tree.setProblems(sample.diagnostics());
        tree.setUnsaved({jellyfin});
        QCOMPARE(tree.path(tree.indexOf(jellyfin)), jellyfin);
        QVERIFY(tree.indexOf(jellyfin).data(Qt::AccessibleTextRole).toString().contains(QLatin1String("not saved")));
        problems.setProblems(sample.diagnostics());
        QCOMPARE(problems.rowCount(), 3);
        QCOMPARE(problems.problem(problems.index(0, 0))->severity, model::Severity::error);
        problems.setProblems(sample.diagnostics().mid(0, 1));
        problems.setProblems({});
        tree.setUnsaved({});
        tree.setProblems({});
        tree.setFiles({});
        QCOMPARE(tree.rowCount(), 0);
    }
}

void ConfigurationPageTest::opensAFolderAndRemembersIt()
{
    settings::UiState state{QString()};
    fakes::FakeConfigurations configurations;
    {
        ConfigurationPage page(configurations, state);
        QVERIFY(!page.workspace());
        page.openWorkspace(folder);
        QVERIFY(page.workspace());
        page.workspace()->files().open(QStringLiteral("local.env"));
    }
    ConfigurationPage page(configurations, state);
    QVERIFY(page.workspace());
    QCOMPARE(page.workspace()->files().current()->path(), QStringLiteral("local.env"));
    page.closeWorkspace();
    QVERIFY(!page.workspace());
    bool offered = false;
    const QList<QPushButton *> buttons = page.findChildren<QPushButton *>();
    for (const QPushButton *button : buttons)
        offered = offered || button->accessibleName().contains(folder);
    QVERIFY(offered);
    ConfigurationPage again(configurations, state);
    QVERIFY(!again.workspace());
}

void ConfigurationPageTest::aFolderThatCannotBeOpenedIsSaid()
{
    Scene scene;
    scene.configurations.failNext({base::ErrorKind::notFound, QStringLiteral("no workspace"), {}});
    scene.page.openWorkspace(folder);
    QVERIFY(!scene.page.workspace());
    QVERIFY(scene.page.findChild<MessageBar *>()->headline().contains(folder));
}

void ConfigurationPageTest::savesWhatWasTyped()
{
    Scene scene;
    scene.open();
    const QByteArray before = scene.workspace().disk.value(jellyfin);
    QVERIFY(!scene.action(QStringLiteral("Save"))->isEnabled());
    scene.type("# x");
    QVERIFY(scene.file()->isUnsaved());
    QSignalSpy notices(&scene.page, &ConfigurationPage::notice);
    QTest::keySequence(&scene.editor(), QKeySequence(QKeySequence::Save));
    QCOMPARE(scene.workspace().disk.value(jellyfin), "# x" + before);
    QVERIFY(!scene.file()->isUnsaved());
    QCOMPARE(notices.size(), 1);
    scene.editor().undo();
    QVERIFY(scene.file()->isUnsaved());
}

void ConfigurationPageTest::aFailedSaveKeepsTheWork()
{
    Scene scene;
    scene.open();
    scene.type("x");
    scene.workspace().failNextSave({base::ErrorKind::io, QStringLiteral("no space left on device"), {}});
    scene.action(QStringLiteral("Save"))->trigger();
    QVERIFY(scene.file()->isUnsaved());
    QVERIFY(scene.editor().bytes().startsWith('x'));
    scene.action(QStringLiteral("Save"))->trigger();
    QVERIFY(!scene.file()->isUnsaved());
}

void ConfigurationPageTest::revertCanBeUndone()
{
    Scene scene;
    scene.open();
    const QByteArray before = scene.editor().bytes();
    scene.type("x");
    scene.action(QStringLiteral("Revert"))->trigger();
    QCOMPARE(scene.editor().bytes(), before);
    QVERIFY(!scene.file()->isUnsaved());
    scene.editor().undo();
    QCOMPARE(scene.editor().bytes(), 'x' + before);
    QVERIFY(scene.file()->isUnsaved());
}

void ConfigurationPageTest::tellsTheWorkspaceOfWhatIsTyped()
{
    Scene scene;
    scene.open();
    scene.type("xy");
    QVERIFY(!scene.workspace().texts.contains(jellyfin)); // not with each key
    QTRY_COMPARE(scene.workspace().texts.value(jellyfin), scene.editor().bytes());
    scene.editor().undo();
    QTRY_VERIFY(!scene.workspace().texts.contains(jellyfin));
    scene.type("z");
    const QByteArray last = scene.editor().bytes();
    const std::shared_ptr<control::Configuration> kept = scene.workspace().shared_from_this();
    scene.page.closeWorkspace(); // at once
    QTRY_COMPARE(static_cast<fakes::FakeConfiguration *>(kept.get())->texts.value(jellyfin), last);
}

void ConfigurationPageTest::aProblemLeadsToItsPlace()
{
    Scene scene;
    scene.open(QStringLiteral("local.env"));
    auto *view = scene.page.findChild<QTreeView *>(QStringLiteral("configuration.problems"));
    view->setCurrentIndex(view->model()->index(0, 0));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(scene.file()->path(), jellyfin);
    QCOMPARE(scene.editor().cursorPlace().line, 6);
    QCOMPARE(scene.editor().cursorPlace().column, 14);
    scene.action(QStringLiteral("Next problem"))->trigger();
    QCOMPARE(scene.file()->path(), QStringLiteral("services/gluetun.yaml"));
    scene.action(QStringLiteral("Previous problem"))->trigger();
    QCOMPARE(scene.file()->path(), jellyfin);
}

void ConfigurationPageTest::aFixIsOneStep()
{
    Scene scene;
    scene.open();
    const QByteArray before = scene.editor().bytes();
    auto *view = scene.page.findChild<QTreeView *>(QStringLiteral("configuration.problems"));
    view->setCurrentIndex(view->model()->index(0, 0));
    QVERIFY(scene.button(QStringLiteral("Mend"))->isEnabled());
    scene.button(QStringLiteral("Mend"))->click();
    QCOMPARE(scene.editor().bytes(), QByteArray(before).replace("unless-stoped", "unless-stopped"));
    scene.editor().undo();
    QCOMPARE(scene.editor().bytes(), before);
    view->setCurrentIndex(view->model()->index(1, 0));
    QVERIFY(!scene.button(QStringLiteral("Mend"))->isEnabled());
}

void ConfigurationPageTest::aFixWaitsForTheCheck()
{
    Scene scene;
    scene.open();
    auto *view = scene.page.findChild<QTreeView *>(QStringLiteral("configuration.problems"));
    view->setCurrentIndex(view->model()->index(0, 0));
    scene.type("# a line that moves all others");
    QVERIFY(!scene.button(QStringLiteral("Mend"))->isEnabled());
    QTRY_VERIFY(scene.button(QStringLiteral("Mend"))->isEnabled());
}

void ConfigurationPageTest::aChangeOnDiskIsShownWhereNothingIsLost()
{
    Scene scene;
    scene.open();
    scene.workspace().changeOnDisk(jellyfin, "services: {}\n");
    QCOMPARE(scene.editor().bytes(), QByteArray("services: {}\n"));
    QVERIFY(!scene.file()->isUnsaved());
    QVERIFY(!scene.file()->conflict());
    scene.type("x");
    scene.workspace().changeOnDisk(jellyfin, "xservices: {}\n"); // the same by chance
    QVERIFY(!scene.file()->conflict());
    QVERIFY(!scene.file()->isUnsaved());
}

void ConfigurationPageTest::B26_aConflictIsNeverDecidedAlone_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("unsaved");
    QTest::newRow("mine") << QStringLiteral("Keep mine") << QByteArray("xa\n") << true;
    QTest::newRow("theirs") << QStringLiteral("Take theirs") << QByteArray("a\nb\n") << false;
    QTest::newRow("both") << QStringLiteral("Take both changes") << QByteArray("xa\nb\n") << true;
    QTest::newRow("marked") << QStringLiteral("Take both, marked")
                            << QByteArray("<<<<<<< mine\nxa\n=======\na\nb\n>>>>>>> on disk\n") << true;
}

void ConfigurationPageTest::B26_aConflictIsNeverDecidedAlone()
{
    QFETCH(QString, button);
    QFETCH(QByteArray, text);
    QFETCH(bool, unsaved);
    Scene scene;
    scene.open();
    scene.workspace().changeOnDisk(jellyfin, "a\n");
    scene.editor().select({0, 0});
    scene.type("x");
    scene.workspace().changeOnDisk(jellyfin, "a\nb\n");
    QVERIFY(scene.file()->conflict());
    QCOMPARE(scene.editor().bytes(), QByteArray("xa\n"));
    QVERIFY(!scene.action(QStringLiteral("Save"))->isEnabled());
    scene.file()->save();
    QCOMPARE(scene.workspace().disk.value(jellyfin), QByteArray("a\nb\n"));
    scene.workspace().merged = {text, text.contains("<<<<") ? 1 : 0};
    scene.page.workspace()->showConflict();
    QVERIFY(scene.button(button));
    scene.button(button)->click();
    QVERIFY(!scene.file()->conflict());
    QCOMPARE(scene.editor().bytes(), text);
    QCOMPARE(scene.file()->isUnsaved(), unsaved);
    if (unsaved) {
        scene.action(QStringLiteral("Save"))->trigger();
        QCOMPARE(scene.workspace().disk.value(jellyfin), text);
    }
    scene.editor().undo();
    QVERIFY(scene.editor().bytes() != text);
}

void ConfigurationPageTest::B26_aSaveOverAnotherChangeBecomesAConflict()
{
    Scene scene;
    scene.open();
    scene.type("x");
    scene.workspace().disk.insert(jellyfin, "somebody else\n"); // and nothing told of it
    scene.action(QStringLiteral("Save"))->trigger();
    QCOMPARE(scene.workspace().disk.value(jellyfin), QByteArray("somebody else\n"));
    QVERIFY(scene.file()->conflict());
    QVERIFY(scene.editor().bytes().startsWith('x'));
}

void ConfigurationPageTest::aFileThatIsGoneCanBeWrittenAgain()
{
    Scene scene;
    scene.open();
    scene.type("x");
    const QByteArray mine = scene.editor().bytes();
    scene.workspace().removeFromDisk(jellyfin);
    QVERIFY(scene.file()->conflict() && scene.file()->conflict()->gone);
    scene.file()->keepMine();
    scene.action(QStringLiteral("Save"))->trigger();
    QCOMPARE(scene.workspace().disk.value(jellyfin), mine);
}

void ConfigurationPageTest::draftsAreOffered()
{
    Scene scene;
    scene.configurations.drafts = {{jellyfin, "# draft\n", {}, QDateTime::currentDateTimeUtc(), false}};
    fakes::FakeConfiguration sample(folder);
    sample.fill();
    scene.configurations.drafts.first().base = control::textDigest(sample.disk.value(jellyfin));
    scene.open(QStringLiteral("local.env"));
    QVERIFY(scene.button(QStringLiteral("Restore"))->isVisible());
    QCOMPARE(scene.workspace().disk.value(jellyfin), sample.disk.value(jellyfin));
    scene.button(QStringLiteral("Restore"))->click();
    QCOMPARE(scene.file()->path(), jellyfin);
    QCOMPARE(scene.editor().bytes(), QByteArray("# draft\n"));
    QVERIFY(scene.file()->isUnsaved());
    QVERIFY(!scene.file()->conflict());
    scene.editor().undo();
    QCOMPARE(scene.editor().bytes(), sample.disk.value(jellyfin));
}

void ConfigurationPageTest::aDraftOfAnotherTextIsAConflict()
{
    Scene scene;
    scene.configurations.drafts = {
        {jellyfin, "# draft\n", control::textDigest("before"), QDateTime::currentDateTimeUtc(), false}};
    scene.open(QStringLiteral("local.env"));
    scene.button(QStringLiteral("Restore"))->click();
    QCOMPARE(scene.editor().bytes(), QByteArray("# draft\n"));
    QVERIFY(scene.file()->conflict());
    QVERIFY(!scene.action(QStringLiteral("Save"))->isEnabled());
}

void ConfigurationPageTest::filesThatAreNoTextAreLocked()
{
    Scene scene;
    scene.open();
    const QString path = QStringLiteral("templates/latin.txt");
    scene.workspace().addFile(path, control::FileKind::handedOver, "caf\xe9\n");
    scene.page.workspace()->files().open(path);
    QVERIFY(scene.file()->isLocked());
    scene.type("x");
    QCOMPARE(scene.editor().bytes(), QByteArray("caf\xe9\n"));
    QVERIFY(!scene.file()->isUnsaved());
}

void ConfigurationPageTest::completesByKeyboardAlone()
{
    Scene scene;
    scene.open();
    scene.workspace().completions.items = {{QStringLiteral("first: "), control::CompletionKind::key,
                                            QStringLiteral("First"), QStringLiteral("Words."), false},
                                           {QStringLiteral("second: "), control::CompletionKind::key, {}, {}, false}};
    auto *list = scene.page.findChild<CompletionList *>();
    scene.editor().setFocus();
    scene.action(QStringLiteral("Complete"))->trigger();
    QVERIFY(list->isOffering());
    QTest::keyClick(&scene.editor(), Qt::Key_Escape);
    QVERIFY(!list->isOffering());
    scene.type("s"); // typing offers it too
    QTRY_VERIFY(list->isOffering());
    QTest::keyClick(&scene.editor(), Qt::Key_Down);
    QTest::keyClick(&scene.editor(), Qt::Key_Return);
    QVERIFY(!list->isOffering());
    QVERIFY(scene.editor().bytes().startsWith("ssecond: #"));
    QVERIFY(scene.editor().hasFocus() || !scene.editor().isActiveWindow());
}

void ConfigurationPageTest::anOldAnswerIsDropped()
{
    Scene scene;
    scene.open();
    auto *list = scene.page.findChild<CompletionList *>();
    scene.workspace().completions.items = {{QStringLiteral("a"), control::CompletionKind::key, {}, {}, false}};
    scene.workspace().completions.replaces = {500, 501}; // of another text
    scene.action(QStringLiteral("Complete"))->trigger();
    QVERIFY(!list->isOffering());
}

void ConfigurationPageTest::goesToTheDefinition()
{
    Scene scene;
    scene.open();
    scene.workspace().target = control::TextTarget{QStringLiteral("local.env"), {17, 27}, {2, 1, 1}};
    scene.editor().setFocus();
    QTest::keyClick(&scene.editor(), Qt::Key_F12);
    QCOMPARE(scene.file()->path(), QStringLiteral("local.env"));
    QCOMPARE(scene.editor().selectedText(), QStringLiteral("MEDIA_PATH"));
    scene.workspace().target.reset();
    QSignalSpy notices(&scene.page, &ConfigurationPage::notice);
    scene.action(QStringLiteral("Go to the definition"))->trigger();
    QCOMPARE(notices.size(), 1);
}

void ConfigurationPageTest::S11_aVariableIsEditedInItsLayerAndASecretNot()
{
    Scene scene;
    scene.open();
    const QList<QTabBar *> tabs = scene.page.findChildren<QTabBar *>();
    tabs.constFirst()->setCurrentIndex(2);
    VariableModel &model = scene.page.findChild<VariablesPane *>()->model();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 4);
    const QModelIndex media = model.index(1, VariableModel::ValueColumn);
    QCOMPARE(media.data().toString(), QStringLiteral("/srv/media"));
    const QByteArray before = scene.workspace().disk.value(QStringLiteral("local.env"));
    QVERIFY(model.setData(media, QStringLiteral("/srv/media"), Qt::EditRole)); // nothing was changed
    QCOMPARE(scene.file()->path(), jellyfin);
    QVERIFY(model.setData(media, QStringLiteral("/mnt"), Qt::EditRole));
    QCOMPARE(scene.file()->path(), QStringLiteral("local.env"));
    QCOMPARE(scene.editor().bytes(), before + "MEDIA_PATH=/mnt\n");
    QCOMPARE(scene.workspace().disk.value(QStringLiteral("local.env")), before); // not saved by itself
    scene.editor().undo();
    QVERIFY(!scene.file()->isUnsaved());
    const QModelIndex secret = model.index(2, VariableModel::ValueColumn);
    QVERIFY(!(secret.flags() & Qt::ItemIsEditable));
    QVERIFY(!model.setData(secret, QStringLiteral("s3cret"), Qt::EditRole));
    QList<control::WorkspaceVariable> variables = scene.workspace().known;
    variables.removeLast();
    model.setVariables(variables);
    QCOMPARE(model.rowCount(), 3);
}

void ConfigurationPageTest::aValueThatDoesNotFitIsRefusedWithWords()
{
    Scene scene;
    scene.open();
    scene.page.findChildren<QTabBar *>().constFirst()->setCurrentIndex(2);
    auto *pane = scene.page.findChild<VariablesPane *>();
    const auto says = [pane](const QString &words) {
        const QList<QLabel *> labels = pane->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    const QByteArray before = scene.workspace().disk.value(QStringLiteral("local.env"));
    VariableModel &model = pane->model();
    QVERIFY(model.setData(model.index(1, VariableModel::ValueColumn), QStringLiteral("refused"), Qt::EditRole));
    QTRY_VERIFY(says(QStringLiteral("MEDIA_PATH must be something else")));
    QCOMPARE(scene.editor().bytes(), before);
    QVERIFY(model.setData(model.index(1, VariableModel::ValueColumn), QStringLiteral("/mnt"), Qt::EditRole));
    QTRY_VERIFY(!says(QStringLiteral("MEDIA_PATH must be something else")));
    QCOMPARE(scene.editor().bytes(), before + "MEDIA_PATH=/mnt\n");
}

void ConfigurationPageTest::aVariableGoesBackToItsDefault()
{
    Scene scene;
    scene.open();
    scene.page.findChildren<QTabBar *>().constFirst()->setCurrentIndex(2);
    auto *view = scene.page.findChild<QTreeView *>(QStringLiteral("configuration.variables"));
    QPushButton *reset = scene.button(QStringLiteral("Back to default"));
    QVERIFY(reset && !reset->isEnabled());
    view->setCurrentIndex(view->model()->index(1, 0)); // MEDIA_PATH, set in one file alone
    QVERIFY(!reset->isEnabled());
    view->setCurrentIndex(view->model()->index(3, 0));
    QCOMPARE(view->model()->index(3, VariableModel::FallbackColumn).data().toString(), QStringLiteral("Etc/UTC"));
    QVERIFY(reset->isEnabled());
    QVERIFY(reset->toolTip().contains(QLatin1String("Etc/UTC")));
    reset->click();
    QCOMPARE(scene.file()->path(), QStringLiteral("local.env"));
    QVERIFY(!scene.editor().bytes().contains("TZ="));
    QVERIFY(scene.editor().bytes().startsWith("MEDIA_PATH="));
    scene.editor().undo();
    QVERIFY(scene.editor().bytes().startsWith("TZ=Europe/Berlin\n"));
}

void ConfigurationPageTest::findsInAllFiles()
{
    Scene scene;
    scene.open();
    scene.action(QStringLiteral("Find in all files"))->trigger();
    auto *field = scene.page.findChild<QLineEdit *>(QStringLiteral("configuration.search"));
    field->setText(QStringLiteral("Berlin"));
    QTest::keyClick(field, Qt::Key_Return);
    QListWidget *list = nullptr;
    const QList<QListWidget *> lists = scene.page.findChildren<QListWidget *>();
    for (QListWidget *each : lists)
        list = each->accessibleName() == QLatin1String("Where it was found") ? each : list;
    QVERIFY(list);
    QCOMPARE(list->count(), 1);
    list->setCurrentRow(0);
    Q_EMIT list->itemActivated(list->item(0));
    QCOMPARE(scene.file()->path(), QStringLiteral("local.env"));
    QCOMPARE(scene.editor().selectedText(), QStringLiteral("Berlin"));
}

void ConfigurationPageTest::copiesTheCommand()
{
    Scene scene;
    scene.open();
    const QList<QToolButton *> buttons = scene.page.findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->accessibleName().startsWith(QLatin1String("Copy the command")))
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), scene.workspace().facts().command);
}

void ConfigurationPageTest::tellsLinesThatDiffer_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QList<int>>("lines");
    QTest::newRow("equal") << QByteArray("a\nb") << QByteArray("a\nb") << QList<int>{};
    QTest::newRow("one") << QByteArray("a\nX\nc") << QByteArray("a\nb\nc") << QList<int>{1};
    QTest::newRow("more") << QByteArray("a\nX\nY\nc\nd\nZ\n") << QByteArray("a\nc\nd\n") << QList<int>{1, 2, 5};
    QTest::newRow("fewer") << QByteArray("a\nd") << QByteArray("a\nb\nc\nd") << QList<int>{};
    QTest::newRow("all") << QByteArray("x") << QByteArray("") << QList<int>{0};
    QTest::newRow("two places") << QByteArray("1\na\n2\nb\n3") << QByteArray("1\n2\n3") << QList<int>{1, 3};
}

void ConfigurationPageTest::tellsLinesThatDiffer()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, other);
    QFETCH(QList<int>, lines);
    QCOMPARE(linesThatDiffer(text, other), lines);
}

void ConfigurationPageTest::S30_whatComesFromOutsideIsNoMarkup()
{
    control::Explanation explanation;
    explanation.name = QStringLiteral("<i>A</i>");
    explanation.title = explanation.documentation = explanation.value = explanation.name;
    explanation.isVariable = explanation.isSet = true;
    explanation.resolved = explanation.name;
    explanation.examples = {explanation.name};
    explanation.origins = {{explanation.name, {1, 1, 1}, explanation.name}};
    model::Diagnostic problem;
    problem.message = explanation.name;
    problem.fix = model::DiagnosticFix{explanation.name, {}};
    QVERIFY(!explanationHtml(explanation).contains(QLatin1String("<i>")));
    QVERIFY(!problemHtml(problem).contains(QLatin1String("<i>")));
    explanation.hidden = true;
    explanation.value = QStringLiteral("s3cret");
    explanation.origins.first().value = explanation.value;
    QVERIFY(!explanationHtml(explanation).contains(explanation.value));
    QVERIFY(!explanationLine(explanation).contains(explanation.value));
}

void ConfigurationPageTest::everythingThatTakesTheFocusHasAName()
{
    Scene scene;
    scene.open();
    scene.action(QStringLiteral("Replace in this file"))->trigger();
    const QList<QWidget *> all = scene.page.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const bool takes = widget->focusPolicy() & Qt::TabFocus;
        const bool inner = widget->objectName().startsWith(QLatin1String("qt_"));
        if (!takes || inner || !widget->isVisible())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const QString name = widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName();
        QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
    }
}

void ConfigurationPageTest::F6_leadsThroughTheParts()
{
    Scene scene;
    scene.open();
    scene.editor().setFocus();
    QTest::keyClick(&scene.editor(), Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("configuration.form.services"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QVERIFY(qobject_cast<QTabBar *>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("configuration.files"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), &scene.editor());
    QTest::keyClick(&scene.editor(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("configuration.files"));
}

void ConfigurationPageTest::applyingSavesFirst()
{
    Scene scene;
    scene.open();
    QSignalSpy asked(&scene.page, &ConfigurationPage::applyAsked);
    scene.action(QStringLiteral("Apply…"))->trigger(); // nothing is unsaved
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.constFirst().constFirst().toString(), folder);
    scene.type("x");
    scene.page.workspace()->files().open(QStringLiteral("local.env"));
    scene.type("y");
    scene.action(QStringLiteral("Apply…"))->trigger();
    QCOMPARE(asked.size(), 1);
    QVERIFY(scene.button(QStringLiteral("Save all and apply…")));
    QApplication::activeModalWidget()->close();
    QCOMPARE(asked.size(), 1);
    QVERIFY(!scene.workspace().disk.value(jellyfin).startsWith('x'));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    scene.action(QStringLiteral("Apply…"))->trigger();
    scene.button(QStringLiteral("Save all and apply…"))->click();
    QCOMPARE(asked.size(), 2);
    QVERIFY(scene.workspace().disk.value(jellyfin).startsWith('x'));
    QVERIFY(scene.workspace().disk.value(QStringLiteral("local.env")).startsWith('y'));
}

void ConfigurationPageTest::applyingStopsAtWhatCannotBeSaved()
{
    Scene scene;
    scene.open();
    QSignalSpy asked(&scene.page, &ConfigurationPage::applyAsked);
    scene.type("x");
    scene.workspace().failNextSave({base::ErrorKind::io, QStringLiteral("no space left on device"), {}});
    scene.action(QStringLiteral("Apply…"))->trigger();
    scene.button(QStringLiteral("Save all and apply…"))->click();
    QCOMPARE(asked.size(), 0);
    scene.action(QStringLiteral("Save"))->trigger(); // later, and for its own sake
    QCOMPARE(asked.size(), 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    scene.type("x");
    scene.workspace().disk.insert(jellyfin, "somebody else\n");
    scene.action(QStringLiteral("Apply…"))->trigger();
    scene.button(QStringLiteral("Save all and apply…"))->click();
    QVERIFY(scene.file()->conflict());
    QCOMPARE(asked.size(), 0);
}

QTEST_MAIN(ConfigurationPageTest)
#include "configuration_page_test.moc"
