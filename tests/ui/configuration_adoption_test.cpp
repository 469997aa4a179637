// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/ui_state.h"
#include "fakes/fake_adoption.h"
#include "fakes/fake_control.h"
#include "ui/configuration/check_words.h"
#include "ui/configuration/configuration_page.h"
#include "ui/configuration/import_dialog.h"
#include "ui/configuration/manifest_dialog.h"
#include "ui/configuration/open_file.h"
#include "ui/configuration/open_files.h"
#include "ui/configuration/problem_help_dialog.h"
#include "ui/configuration/workspace_editor.h"
#include "ui/style/theme.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace mediahelm;
using namespace mediahelm::ui;

namespace {

QPushButton *buttonOf(const QWidget *page, const QString &text, const QString &name = {})
{
    const QList<QPushButton *> all = page->findChildren<QPushButton *>();
    for (QPushButton *each : all) {
        if (each->text() == text && (name.isEmpty() || each->accessibleName() == name))
            return each;
    }
    return nullptr;
}

bool says(const QWidget *page, const QString &text)
{
    const QList<QLabel *> all = page->findChildren<QLabel *>();
    return std::ranges::any_of(all,
                               [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

struct Scene {
    Scene()
    {
        adoption.fill();
        configurations.running = &adoption;
        page = std::make_unique<ConfigurationPage>(configurations, state);
        page->resize(1000, 700);
        page->show();
        page->activateWindow();
        (void)QTest::qWaitForWindowActive(page.get());
    }
    QAction *action(const QString &text) const
    {
        const QList<QAction *> actions = page->pageActions();
        for (QAction *each : actions) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    fakes::FakeAdoption adoption;
    fakes::FakeConfigurations configurations;
    settings::UiState state{QString()};
    std::unique_ptr<ConfigurationPage> page;
};

} // namespace

class ConfigurationAdoptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhatRunsAndWhyItCannotBeOpened();
    void opensARunningProjectInPlace();
    void aManifestOpensFilesOfOtherNames();
    void importsAContainer();
    void anImportThatFailsIsTold();
    void secretsThatCannotBeKeptStopTheImport();
    void F1_explainsTheProblem();
    void helpIsNoMarkup();
    void tellsHowOldTheChecksAre();
    void checksWhenTold();

private:
    Theme m_theme;
};

void ConfigurationAdoptionTest::listsWhatRunsAndWhyItCannotBeOpened()
{
    const Scene scene;
    QTRY_VERIFY(says(scene.page.get(), QStringLiteral("Running on this machine")));
    QVERIFY(says(scene.page.get(), QStringLiteral("2 of 3 containers run: jellyfin, sonarr, gluetun")));
    QVERIFY(says(scene.page.get(), QStringLiteral("compose.yaml is missing")));
    QVERIFY(says(scene.page.get(), QStringLiteral("pihole")));
    QVERIFY(!buttonOf(scene.page.get(), QStringLiteral("Open"), QStringLiteral("Open old"))->isEnabled());
}

void ConfigurationAdoptionTest::opensARunningProjectInPlace()
{
    const Scene scene;
    QTRY_VERIFY(buttonOf(scene.page.get(), QStringLiteral("Open"), QStringLiteral("Open media")));
    buttonOf(scene.page.get(), QStringLiteral("Open"), QStringLiteral("Open media"))->click();
    QTRY_VERIFY(scene.page->workspace());
    QCOMPARE(scene.page->workspace()->folder(), QStringLiteral("/srv/media/config"));
    const int looks = scene.adoption.looks;
    scene.page->closeWorkspace();
    QTRY_VERIFY(scene.adoption.looks > looks); // it may be another picture by now
}

void ConfigurationAdoptionTest::aManifestOpensFilesOfOtherNames()
{
    Scene scene;
    scene.adoption.manifestFails = base::Error{base::ErrorKind::refused, QStringLiteral("permission denied"), {}};
    const auto open = [&] { return buttonOf(scene.page.get(), QStringLiteral("Open…"), QStringLiteral("Open films")); };
    QTRY_VERIFY(open());
    QVERIFY(open()->isEnabled());
    open()->click();
    auto *dialog = scene.page->findChild<ManifestDialog *>();
    QVERIFY(dialog);
    QVERIFY(says(dialog, QStringLiteral("/home/alex/films/mediahelm.yaml")));
    QVERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(QStringLiteral("docker-compose.prod.yml")));
    auto *write = dialog->findChild<QPushButton *>(QStringLiteral("manifest.write"));
    write->click();
    QTRY_VERIFY(dialog->findChild<MessageBar *>()->isVisible());
    QVERIFY(write->isEnabled() && !scene.page->workspace());
    scene.adoption.manifestFails.reset();
    write->click();
    QTRY_COMPARE(scene.adoption.manifests, QStringList(QStringLiteral("/home/alex/films")));
    QTRY_VERIFY(scene.page->workspace());
    QCOMPARE(scene.page->workspace()->folder(), QStringLiteral("/home/alex/films"));
}

void ConfigurationAdoptionTest::importsAContainer()
{
    const Scene scene;
    scene.page->openWorkspace(QStringLiteral("/srv/media/config"));
    QTRY_VERIFY(scene.action(QStringLiteral("Import a container…")));
    scene.action(QStringLiteral("Import a container…"))->trigger();
    auto *dialog = qobject_cast<ImportDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    QPushButton *add = buttonOf(dialog, QStringLiteral("Add to the workspace"));
    QTRY_VERIFY(add->isEnabled());
    QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText().toUtf8(), scene.adoption.file.yaml);
    QVERIFY(says(dialog, QStringLiteral("PIHOLE_WEBPASSWORD")));
    QVERIFY(says(dialog, QStringLiteral("its link to web")));
    add->click();
    const QString path = QStringLiteral("services/pihole.yaml");
    QTRY_VERIFY(scene.configurations.last()->disk.contains(path));
    QCOMPARE(scene.adoption.keptFor, QStringList(QStringLiteral("media")));
    QVERIFY(scene.configurations.last()->facts().secrets.contains(QStringLiteral("PIHOLE_WEBPASSWORD")));
    QTRY_COMPARE(scene.page->workspace()->files().current()->path(), path);
}

void ConfigurationAdoptionTest::anImportThatFailsIsTold()
{
    fakes::FakeAdoption adoption;
    adoption.fill();
    adoption.importFails = base::Error{base::ErrorKind::timeout, QStringLiteral("the engine hangs"), {}};
    fakes::FakeConfiguration configuration(QStringLiteral("/srv/media/config"));
    configuration.fill();
    ImportDialog dialog(adoption, configuration);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTRY_VERIFY(dialog.findChild<MessageBar *>()->isVisible());
    QVERIFY(!buttonOf(&dialog, QStringLiteral("Add to the workspace"))->isEnabled());
}

void ConfigurationAdoptionTest::secretsThatCannotBeKeptStopTheImport()
{
    fakes::FakeAdoption adoption;
    adoption.fill();
    adoption.keepingFails = base::Error{base::ErrorKind::conflict, QStringLiteral("another value is kept"), {}};
    fakes::FakeConfiguration configuration(QStringLiteral("/srv/media/config"));
    configuration.fill();
    ImportDialog dialog(adoption, configuration);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTRY_VERIFY(buttonOf(&dialog, QStringLiteral("Add to the workspace"))->isEnabled());
    buttonOf(&dialog, QStringLiteral("Add to the workspace"))->click();
    QTRY_VERIFY(dialog.findChild<MessageBar *>()->isVisible());
    QVERIFY(!configuration.disk.contains(QStringLiteral("services/pihole.yaml")));
    QVERIFY(dialog.isVisible());
}

void ConfigurationAdoptionTest::F1_explainsTheProblem()
{
    const Scene scene;
    scene.page->openWorkspace(QStringLiteral("/srv/media/config"));
    QTRY_VERIFY(scene.page->workspace());
    auto *problems = scene.page->findChild<QTreeView *>(QStringLiteral("configuration.problems"));
    problems->setFocus();
    problems->setCurrentIndex(problems->model()->index(0, 0));
    QTest::keyClick(problems, Qt::Key_F1);
    QTRY_VERIFY(scene.page->findChild<ProblemHelpDialog *>());
    QVERIFY(!scene.page->findChild<ProblemHelpDialog *>()->isModal()); // one reads it and mends
}

void ConfigurationAdoptionTest::helpIsNoMarkup()
{
    ProblemHelpDialog dialog(QStringLiteral("bind-missing"));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *text = dialog.findChild<QTextBrowser *>();
    QVERIFY(text->toPlainText().size() > 100);
    QVERIFY(!text->openLinks());
    QVERIFY(!text->accessibleName().isEmpty());
    ProblemHelpDialog none(QStringLiteral("<b>no</b>-such-code"));
    none.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(none.findChild<QTextBrowser *>()->toPlainText().contains(QStringLiteral("<b>no</b>-such-code")));
}

void ConfigurationAdoptionTest::tellsHowOldTheChecksAre()
{
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    control::CheckState state;
    QVERIFY(checkWords(state, now).isEmpty());
    state.host.at = now.addSecs(-125);
    state.compose.at = now.addSecs(-3600);
    state.composeIsOlder = true;
    const QString words = checkWords(state, now);
    QVERIFY2(words.contains(QStringLiteral("2 min ago")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("1 h ago, before what is not saved")), qPrintable(words));
    state.host.problem = QStringLiteral("/mnt/nas does not answer");
    state.compose.asked = true;
    QVERIFY(checkWords(state, now).contains(QStringLiteral("/mnt/nas does not answer")));
    QVERIFY(checkWords(state, now).contains(QStringLiteral("Asking")));
}

void ConfigurationAdoptionTest::checksWhenTold()
{
    const Scene scene;
    scene.page->openWorkspace(QStringLiteral("/srv/media/config"));
    QTRY_VERIFY(scene.page->workspace());
    QPushButton *check = buttonOf(scene.page.get(), QStringLiteral("Check now"));
    QVERIFY(!check->isVisible()); // nothing is ever asked here
    control::CheckState state;
    state.host.at = QDateTime::currentDateTimeUtc();
    scene.configurations.last()->setChecks(state);
    QVERIFY(check->isVisible());
    check->click();
    QCOMPARE(scene.configurations.last()->checked, 1);
}

QTEST_MAIN(ConfigurationAdoptionTest)
#include "configuration_adoption_test.moc"
