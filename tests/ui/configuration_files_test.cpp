// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/ui_state.h"
#include "fakes/fake_control.h"
#include "ui/configuration/configuration_page.h"
#include "ui/configuration/delete_file_dialog.h"
#include "ui/configuration/file_name_dialog.h"
#include "ui/configuration/file_tree_model.h"
#include "ui/configuration/file_work.h"
#include "ui/configuration/new_file_text.h"
#include "ui/configuration/open_file.h"
#include "ui/configuration/open_files.h"
#include "ui/configuration/text_editor.h"
#include "ui/configuration/workspace_editor.h"
#include "ui/setup/services_step.h"
#include "ui/setup/setup_dialog.h"
#include "ui/style/theme.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace mediahelm;
using namespace mediahelm::ui;

namespace {

const QString sonarr = QStringLiteral("services/sonarr.yaml");

struct Scene {
    Scene()
        : page(configurations, state)
    {
        page.resize(1000, 700);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        page.openWorkspace(QStringLiteral("/srv/media/config"));
    }

    fakes::FakeConfiguration &workspace() const { return *configurations.last(); }
    QTreeView *tree() const { return page.findChild<QTreeView *>(QStringLiteral("configuration.files")); }
    void choose(const QString &path) const
    {
        const auto *model = qobject_cast<FileTreeModel *>(tree()->model());
        tree()->setCurrentIndex(model->indexOf(path));
        tree()->setFocus();
    }
    QAction *offered(const QString &text) const
    {
        const QList<QAction *> actions = page.pageActions();
        for (QAction *action : actions) {
            if (action->text() == text && action->isEnabled() && action->isVisible())
                return action;
        }
        return nullptr;
    }
    bool trigger(const QString &text) const
    {
        QAction *action = offered(text);
        if (action)
            action->trigger();
        return action != nullptr;
    }
    static bool press(QWidget *dialog, const QString &text)
    {
        const QList<QPushButton *> all = dialog->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text() == text && each->isEnabled()) {
                each->click();
                return true;
            }
        }
        return false;
    }
    template<typename Dialog>
    Dialog *dialog() const
    {
        return qobject_cast<Dialog *>(QApplication::activeModalWidget());
    }
    MessageBar *messages() const { return page.findChild<FileWork *>()->messages(); }

    fakes::FakeConfigurations configurations;
    settings::UiState state{QString()};
    ConfigurationPage page;
};

} // namespace

class ConfigurationFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAFileByName();
    void namesAreJudgedAtOnce();
    void renamesByKeyboard();
    void deletesOnlyWhenAskedAndCanUndo();
    void undoesOneAfterTheOther();
    void whatSomebodyWroteIntoIsNotTakenAway();
    void theDialogNamesWhatGoes();
    void whatFailsIsTold();
    void theManifestCannotBeDeleted();
    void servicesComeFromTheCatalog();
    void aNewWorkspaceIsOpened();
    void namesAndPathsBelongTogether_data();
    void namesAndPathsBelongTogether();
    void newFilesBeginSensibly();

private:
    Theme m_theme;
};

void ConfigurationFilesTest::makesAFileByName()
{
    Scene scene;
    QVERIFY(scene.trigger(QStringLiteral("New service file…")));
    auto *dialog = scene.dialog<FileNameDialog>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("radarr"));
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_VERIFY(scene.workspace().disk.contains(QStringLiteral("services/radarr.yaml")));
    QTRY_COMPARE(scene.page.workspace()->files().current()->path(), QStringLiteral("services/radarr.yaml"));
    QVERIFY(scene.workspace().disk.value(QStringLiteral("services/radarr.yaml")).contains("  radarr:\n"));
}

void ConfigurationFilesTest::namesAreJudgedAtOnce()
{
    FileNameDialog dialog(
        {QStringLiteral("New"), QStringLiteral("Make"), QStringLiteral("services/NAME.yaml"), {}, {}, {sonarr}});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *name = dialog.findChild<QLineEdit *>();
    QSignalSpy chosen(&dialog, &FileNameDialog::chosen);
    const QList<QString> bad{QString(), QStringLiteral("sonarr"), QStringLiteral("a/b"), QStringLiteral(".."),
                             QStringLiteral("a\\b")};
    for (const QString &text : bad) {
        name->setText(text);
        QVERIFY2(!Scene::press(&dialog, QStringLiteral("Make")), qPrintable(text));
    }
    name->setText(QStringLiteral("sonarr-4k"));
    QVERIFY(Scene::press(&dialog, QStringLiteral("Make")));
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("services/sonarr-4k.yaml"));
}

void ConfigurationFilesTest::renamesByKeyboard()
{
    Scene scene;
    scene.choose(sonarr);
    QTest::keyClick(scene.tree(), Qt::Key_F2);
    QTRY_VERIFY(scene.dialog<FileNameDialog>());
    auto *dialog = scene.dialog<FileNameDialog>();
    QCOMPARE(dialog->findChild<QLineEdit *>()->text(), QStringLiteral("sonarr"));
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("series"));
    QVERIFY(Scene::press(dialog, QStringLiteral("Rename")));
    QTRY_VERIFY(scene.workspace().disk.contains(QStringLiteral("services/series.yaml")));
    QVERIFY(!scene.workspace().disk.contains(sonarr));
    QTRY_COMPARE(scene.page.workspace()->files().current()->path(), QStringLiteral("services/series.yaml"));
    QVERIFY(!scene.page.workspace()->files().find(sonarr));
}

void ConfigurationFilesTest::deletesOnlyWhenAskedAndCanUndo()
{
    Scene scene;
    scene.choose(sonarr);
    const QByteArray bytes = scene.workspace().disk.value(sonarr);
    QTest::keyClick(scene.tree(), Qt::Key_Delete);
    QTRY_VERIFY(scene.dialog<DeleteFileDialog>());
    QTest::keyClick(scene.dialog<DeleteFileDialog>(), Qt::Key_Return); // Cancel is what Enter means
    QVERIFY(scene.workspace().disk.contains(sonarr));
    QTest::keyClick(scene.tree(), Qt::Key_Delete);
    QTRY_VERIFY(scene.dialog<DeleteFileDialog>());
    QVERIFY(Scene::press(scene.dialog<DeleteFileDialog>(), QStringLiteral("Delete")));
    QTRY_VERIFY(!scene.workspace().disk.contains(sonarr));
    QVERIFY(!scene.page.workspace()->files().find(sonarr));
    QTRY_VERIFY(scene.messages()->isVisible());
    QVERIFY(Scene::press(scene.messages(), QStringLiteral("Undo")));
    QTRY_COMPARE(scene.workspace().disk.value(sonarr), bytes);
    QTRY_COMPARE(scene.page.workspace()->files().current()->path(), sonarr);
    QVERIFY(!scene.messages()->isVisible());
}

void ConfigurationFilesTest::undoesOneAfterTheOther()
{
    Scene scene;
    const QStringList before = scene.workspace().disk.keys();
    const QString radarr = QStringLiteral("services/radarr.yaml");
    const QString series = QStringLiteral("services/series.yaml");
    QVERIFY(!scene.trigger(QStringLiteral("Undo")));
    QVERIFY(scene.trigger(QStringLiteral("New service file…")));
    scene.dialog<FileNameDialog>()->findChild<QLineEdit *>()->setText(QStringLiteral("radarr"));
    QVERIFY(Scene::press(scene.dialog<FileNameDialog>(), QStringLiteral("Make the file")));
    QTRY_VERIFY(scene.workspace().disk.contains(radarr));
    scene.choose(sonarr);
    QTest::keyClick(scene.tree(), Qt::Key_F2);
    QTRY_VERIFY(scene.dialog<FileNameDialog>());
    scene.dialog<FileNameDialog>()->findChild<QLineEdit *>()->setText(QStringLiteral("series"));
    QVERIFY(Scene::press(scene.dialog<FileNameDialog>(), QStringLiteral("Rename")));
    QTRY_VERIFY(scene.workspace().disk.contains(series));
    scene.choose(series);
    QTest::keyClick(scene.tree(), Qt::Key_Delete);
    QTRY_VERIFY(scene.dialog<DeleteFileDialog>());
    QVERIFY(Scene::press(scene.dialog<DeleteFileDialog>(), QStringLiteral("Delete")));
    QTRY_VERIFY(!scene.workspace().disk.contains(series));

    scene.tree()->setFocus();
    QTest::keyClick(scene.tree(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(scene.workspace().disk.contains(series));
    QVERIFY(!scene.messages()->isVisible()); // it offered the same
    QTRY_VERIFY(scene.offered(QStringLiteral("Undo: rename %1 to %2").arg(sonarr, series)));
    QVERIFY(scene.trigger(QStringLiteral("Undo: rename %1 to %2").arg(sonarr, series)));
    QTRY_VERIFY(scene.workspace().disk.contains(sonarr));
    QTRY_COMPARE(scene.page.workspace()->files().current()->path(), sonarr);

    QTRY_VERIFY(scene.offered(QStringLiteral("Undo: make %1").arg(radarr)));
    QVERIFY(scene.trigger(QStringLiteral("Undo: make %1").arg(radarr)));
    QTRY_COMPARE(scene.workspace().disk.keys(), before);
    QTRY_VERIFY(!scene.offered(QStringLiteral("Undo")));
}

void ConfigurationFilesTest::whatSomebodyWroteIntoIsNotTakenAway()
{
    Scene scene;
    const QString radarr = QStringLiteral("services/radarr.yaml");
    QVERIFY(scene.trigger(QStringLiteral("New service file…")));
    scene.dialog<FileNameDialog>()->findChild<QLineEdit *>()->setText(QStringLiteral("radarr"));
    QVERIFY(Scene::press(scene.dialog<FileNameDialog>(), QStringLiteral("Make the file")));
    QTRY_VERIFY(scene.workspace().disk.contains(radarr));
    scene.workspace().disk[radarr] += "# mine\n";
    QTRY_VERIFY(scene.offered(QStringLiteral("Undo: make %1").arg(radarr)));
    QVERIFY(scene.trigger(QStringLiteral("Undo: make %1").arg(radarr)));
    QTRY_VERIFY(scene.messages()->isVisible());
    QVERIFY(scene.workspace().disk.contains(radarr));
    QVERIFY(!scene.trigger(QStringLiteral("Undo"))); // what was done before it could be undone
}

void ConfigurationFilesTest::theDialogNamesWhatGoes()
{
    control::FileStake stake;
    stake.services = {QStringLiteral("sonarr"), QStringLiteral("<i>db</i>")};
    stake.variables = {QStringLiteral("TZ")};
    stake.mentionedIn = {QStringLiteral("services/web.yaml")};
    DeleteFileDialog dialog(sonarr, stake, true);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QString text;
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        text += label->text() + u'\n';
    }
    for (const char *word : {"sonarr", "<i>db</i>", "TZ", "services/web.yaml", "did not save", "undo", "revisions"})
        QVERIFY2(text.contains(QString::fromLatin1(word)), word);
}

void ConfigurationFilesTest::whatFailsIsTold()
{
    Scene scene;
    scene.workspace().failNextFileWork({base::ErrorKind::refused, QStringLiteral("read-only"), {}});
    QVERIFY(scene.trigger(QStringLiteral("New service file…")));
    scene.dialog<FileNameDialog>()->findChild<QLineEdit *>()->setText(QStringLiteral("x"));
    QVERIFY(Scene::press(scene.dialog<FileNameDialog>(), QStringLiteral("Make the file")));
    QTRY_VERIFY(scene.messages()->isVisible());
    QCOMPARE(scene.messages()->headline(), QStringLiteral("Could not make services/x.yaml"));
    scene.choose(sonarr);
    QVERIFY(scene.trigger(QStringLiteral("Delete the file…")));
    scene.workspace().failNextFileWork({base::ErrorKind::conflict, QStringLiteral("changed"), {}});
    QVERIFY(Scene::press(scene.dialog<DeleteFileDialog>(), QStringLiteral("Delete")));
    QTRY_COMPARE(scene.messages()->headline(), QStringLiteral("Could not delete services/sonarr.yaml"));
    QVERIFY(scene.page.workspace()->files().find(sonarr));
}

void ConfigurationFilesTest::theManifestCannotBeDeleted()
{
    Scene scene;
    scene.choose(QStringLiteral("mediahelm.yaml"));
    QVERIFY(!scene.trigger(QStringLiteral("Delete the file…")));
    QVERIFY(!scene.trigger(QStringLiteral("Rename the file…")));
}

void ConfigurationFilesTest::servicesComeFromTheCatalog()
{
    Scene scene;
    QVERIFY(!scene.trigger(QStringLiteral("Add services from the catalog…")));
    fakes::FakeWorkspaceSetup setup;
    setup.ground.state = control::SetupGround::State::workspace;
    scene.page.offerSetup(setup);
    QVERIFY(scene.trigger(QStringLiteral("Add services from the catalog…")));
    auto *dialog = scene.dialog<SetupDialog>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<ServicesStep *>()->isVisible());
    dialog->close();
}

void ConfigurationFilesTest::aNewWorkspaceIsOpened()
{
    fakes::FakeConfigurations configurations;
    fakes::FakeWorkspaceSetup setup;
    settings::UiState state{QString()};
    ConfigurationPage page(configurations, state);
    page.offerSetup(setup);
    page.show();
    QVERIFY(Scene::press(&page, QStringLiteral("New workspace from the catalog…")));
    auto *dialog = qobject_cast<SetupDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    control::SetupOutcome outcome;
    outcome.folder = QStringLiteral("/srv/new");
    outcome.project = QStringLiteral("new");
    outcome.warnings = {QStringLiteral("/srv/data has to belong to 1000:1000")};
    Q_EMIT dialog->made(outcome);
    dialog->close();
    QTRY_VERIFY(page.workspace());
    QCOMPARE(page.workspace()->folder(), QStringLiteral("/srv/new"));
    QVERIFY(page.findChild<MessageBar *>()->isVisible());
}

void ConfigurationFilesTest::namesAndPathsBelongTogether_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *what, const char *pattern, const char *name, const char *path) {
        QTest::newRow(what) << QString::fromLatin1(pattern) << QString::fromLatin1(name) << QString::fromLatin1(path);
    };
    row("service", "services/NAME.yaml", "sonarr", "services/sonarr.yaml");
    row("with its ending", "services/NAME.yaml", "sonarr.yaml", "services/sonarr.yaml");
    row("template in a folder", "templates/NAME", "caddy/Caddyfile", "templates/caddy/Caddyfile");
    row("fixed", ".env", "anything", ".env");
}

void ConfigurationFilesTest::namesAndPathsBelongTogether()
{
    QFETCH(QString, pattern);
    QFETCH(QString, name);
    QFETCH(QString, path);
    QCOMPARE(pathFromName(pattern, name), path);
    QCOMPARE(pathFromName(pattern, nameFromPath(pattern, path)), path);
}

void ConfigurationFilesTest::newFilesBeginSensibly()
{
    using control::FileKind;
    QVERIFY(newFileText(QStringLiteral("services/My Films.yaml"), FileKind::compose).contains("  My-Films:\n"));
    QVERIFY(QJsonDocument::fromJson(newFileText(QStringLiteral("schemas/a.json"), FileKind::schema)).isObject());
    QVERIFY(newFileText(QStringLiteral("templates/a"), FileKind::handedOver).isEmpty());
}

QTEST_MAIN(ConfigurationFilesTest)
#include "configuration_files_test.moc"
