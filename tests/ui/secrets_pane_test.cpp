// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/ui_state.h"
#include "fakes/fake_control.h"
#include "ui/configuration/configuration_page.h"
#include "ui/configuration/open_file.h"
#include "ui/configuration/open_files.h"
#include "ui/configuration/secrets/secret_dialog.h"
#include "ui/configuration/secrets/secret_model.h"
#include "ui/configuration/secrets/secrets_pane.h"
#include "ui/configuration/text_editor.h"
#include "ui/configuration/workspace_editor.h"
#include "ui/style/theme.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
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

const QString local = QStringLiteral("local.env");

struct Scene {
    Scene()
        : page(configurations, state)
    {
        page.setSecrets(&desk);
        page.resize(1200, 800);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        desk.values.insert(QStringLiteral("SONARR_API_KEY"), "kept-one");
        page.openWorkspace(QStringLiteral("/srv/media/config"));
        page.findChildren<QTabBar *>().constFirst()->setCurrentIndex(3);
        QTRY_COMPARE(model().rowCount(), 3);
    }

    SecretsPane &pane() const { return *page.findChild<SecretsPane *>(); }
    SecretModel &model() const { return pane().model(); }
    QTreeView &view() const { return *pane().findChild<QTreeView *>(); }
    SecretModel::State state_(int row) const { return model().row(model().index(row, 0))->state; }
    void choose(int row) const { view().setCurrentIndex(model().index(row, 0)); }
    QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> all = pane().findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(all, [&text](QPushButton *each) { return each->text() == text; });
        return found == all.cend() ? nullptr : *found;
    }
    void answer(QMessageBox::ButtonRole role) const
    {
        auto *box = pane().findChild<QMessageBox *>();
        QVERIFY(box);
        const QList<QAbstractButton *> buttons = box->buttons();
        for (QAbstractButton *each : buttons) {
            if (box->buttonRole(each) == role) {
                each->click();
                return;
            }
        }
    }
    bool says(const QString &words) const
    {
        const QList<QLabel *> labels = pane().findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    fakes::FakeConfigurations configurations;
    fakes::FakeSecretDesk desk;
    settings::UiState state{QString()};
    ConfigurationPage page;
};

} // namespace

class SecretsPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelIsSound();
    void tellsWhatIsKeptAndWhatIsNot();
    void S11_aValueIsMaskedAndKept();
    void makesUpAValueAndAsksBeforeReplacing();
    void removesOnlyWhenItIsMeant();
    void S11_movesAPlainOneOutOfItsFile();
    void aFileThatChangedMeanwhileIsLeftAlone();
    void aKeychainThatRefusesLeavesTheFiles();
    void withoutADeskNothingCanBeDone();

private:
    Theme m_theme;
};

void SecretsPaneTest::modelIsSound()
{
    SecretModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    fakes::FakeConfiguration sample(QStringLiteral("/srv"));
    sample.fill();
    model.setSecrets(sample.knownSecrets, {});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.row(model.index(1, 0))->state, SecretModel::State::unknown);
    model.setSecrets(sample.knownSecrets, control::KeptSecrets{{QStringLiteral("SONARR_API_KEY")}, false});
    QCOMPARE(model.row(model.index(1, 0))->state, SecretModel::State::kept);
    QVERIFY(model.index(1, SecretModel::StateColumn).data().toString().contains(QLatin1String("sealed file")));
    model.setSecrets({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void SecretsPaneTest::tellsWhatIsKeptAndWhatIsNot()
{
    const Scene scene;
    QCOMPARE(scene.state_(0), SecretModel::State::plain);
    QTRY_COMPARE(scene.state_(1), SecretModel::State::kept);
    QCOMPARE(scene.state_(2), SecretModel::State::missing);
    QCOMPARE(scene.model().index(1, SecretModel::UsedColumn).data().toString(), QStringLiteral("services/sonarr.yaml"));
    scene.choose(0);
    QVERIFY(!scene.button(QStringLiteral("Set…"))->isEnabled());
    QVERIFY(scene.button(QStringLiteral("Move to the keychain…"))->isEnabled());
    scene.choose(2);
    QVERIFY(scene.button(QStringLiteral("Set…"))->isEnabled());
    QVERIFY(!scene.button(QStringLiteral("Remove…"))->isEnabled());
    QVERIFY(!scene.button(QStringLiteral("Move to the keychain…"))->isEnabled());
}

void SecretsPaneTest::S11_aValueIsMaskedAndKept()
{
    const Scene scene;
    scene.choose(2);
    scene.button(QStringLiteral("Set…"))->click();
    auto *dialog = scene.pane().findChild<SecretDialog *>();
    QVERIFY(dialog);
    auto *edit = dialog->findChild<QLineEdit *>();
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
    const auto keep = std::ranges::find_if(buttons, [](QPushButton *each) { return each->text() == u"Keep"; });
    QVERIFY(!(*keep)->isEnabled());
    QTest::keyClicks(edit, u"sesame"_qs);
    QVERIFY((*keep)->isEnabled());
    auto *reveal = dialog->findChildren<QToolButton *>().constFirst();
    QTest::mousePress(reveal, Qt::LeftButton);
    QCOMPARE(edit->echoMode(), QLineEdit::Normal);
    QTest::mouseRelease(reveal, Qt::LeftButton);
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    const QList<QWidget *> widgets = dialog->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        QVERIFY(!widget->accessibleName().contains(QLatin1String("sesame")));
        QVERIFY(!widget->toolTip().contains(QLatin1String("sesame")));
    }
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(scene.desk.values.value(QStringLiteral("WIREGUARD_PRIVATE_KEY")), QByteArray("sesame"));
    QTRY_COMPARE(scene.state_(2), SecretModel::State::kept);
    for (int row = 0; row < scene.model().rowCount(); ++row) {
        for (int column = 0; column < SecretModel::columnCountOf; ++column)
            QVERIFY(!scene.model().index(row, column).data().toString().contains(QLatin1String("sesame")));
    }
}

void SecretsPaneTest::makesUpAValueAndAsksBeforeReplacing()
{
    const Scene scene;
    scene.choose(2);
    scene.button(QStringLiteral("Generate"))->click();
    QTRY_COMPARE(scene.desk.values.value(QStringLiteral("WIREGUARD_PRIVATE_KEY")).size(), 32);
    QTRY_COMPARE(scene.state_(1), SecretModel::State::kept);
    scene.choose(1);
    scene.button(QStringLiteral("Generate"))->click();
    QCOMPARE(scene.desk.values.value(QStringLiteral("SONARR_API_KEY")), QByteArray("kept-one"));
    scene.answer(QMessageBox::AcceptRole);
    QCOMPARE(scene.desk.values.value(QStringLiteral("SONARR_API_KEY")), QByteArray(32, 'g'));
}

void SecretsPaneTest::removesOnlyWhenItIsMeant()
{
    const Scene scene;
    QTRY_COMPARE(scene.state_(1), SecretModel::State::kept);
    scene.choose(1);
    scene.button(QStringLiteral("Remove…"))->click();
    auto *box = scene.pane().findChild<QMessageBox *>();
    QVERIFY(box && box->text().contains(QLatin1String("SONARR_API_KEY")));
    QVERIFY(box->informativeText().contains(QLatin1String("services/sonarr.yaml")));
    scene.answer(QMessageBox::RejectRole);
    QVERIFY(scene.desk.values.contains(QStringLiteral("SONARR_API_KEY")));
    QTRY_VERIFY(!scene.pane().findChild<QMessageBox *>());
    scene.button(QStringLiteral("Remove…"))->click();
    scene.answer(QMessageBox::AcceptRole);
    QVERIFY(!scene.desk.values.contains(QStringLiteral("SONARR_API_KEY")));
    QTRY_COMPARE(scene.state_(1), SecretModel::State::missing);
}

void SecretsPaneTest::S11_movesAPlainOneOutOfItsFile()
{
    const Scene scene;
    fakes::FakeConfiguration &workspace = *scene.configurations.last();
    const QByteArray before = workspace.disk.value(local);
    const QByteArray with = before + "DB_PASSWORD=sesame\n";
    workspace.changeOnDisk(local, with);
    workspace.move =
        control::SecretMove{QStringLiteral("DB_PASSWORD"), QByteArray("sesame!").left(6), {{local, with, before}}};
    scene.choose(0);
    scene.button(QStringLiteral("Move to the keychain…"))->click();
    QVERIFY(!scene.desk.values.contains(QStringLiteral("DB_PASSWORD")));
    scene.answer(QMessageBox::AcceptRole);
    QTRY_COMPARE(scene.desk.values.value(QStringLiteral("DB_PASSWORD")), QByteArray("sesame"));
    QTRY_COMPARE(workspace.disk.value(local), before);
    OpenFile *file = scene.page.workspace()->files().find(local);
    QVERIFY(file && !file->isUnsaved());
    QTRY_VERIFY(!file->editor().isUndoAvailable()); // which would bring it back
}

void SecretsPaneTest::aFileThatChangedMeanwhileIsLeftAlone()
{
    const Scene scene;
    fakes::FakeConfiguration &workspace = *scene.configurations.last();
    const QByteArray before = workspace.disk.value(local);
    workspace.move = control::SecretMove{
        QStringLiteral("DB_PASSWORD"), QByteArray("sesame!").left(6), {{local, "another text\n", "gone\n"}}};
    scene.choose(0);
    scene.button(QStringLiteral("Move to the keychain…"))->click();
    QSignalSpy notices(&scene.page, &ConfigurationPage::notice);
    scene.answer(QMessageBox::AcceptRole);
    QTRY_VERIFY(std::ranges::any_of(notices, [](const QList<QVariant> &each) {
        return each.constFirst().toString().contains(QLatin1String("Try again"));
    }));
    QCOMPARE(workspace.disk.value(local), before);
}

void SecretsPaneTest::aKeychainThatRefusesLeavesTheFiles()
{
    Scene scene;
    fakes::FakeConfiguration &workspace = *scene.configurations.last();
    const QByteArray before = workspace.disk.value(local);
    workspace.move =
        control::SecretMove{QStringLiteral("DB_PASSWORD"), QByteArray("sesame!").left(6), {{local, before, "gone\n"}}};
    scene.desk.fails = base::Error{base::ErrorKind::refused, QStringLiteral("the keychain is locked"), {}};
    scene.choose(0);
    scene.button(QStringLiteral("Move to the keychain…"))->click();
    scene.answer(QMessageBox::AcceptRole);
    QTRY_VERIFY(scene.says(QStringLiteral("the files are as they were"))
                || scene.says(QStringLiteral("the keychain is locked")));
    QCOMPARE(workspace.disk.value(local), before);
    workspace.move.reset();
    scene.button(QStringLiteral("Move to the keychain…"))->click();
}

void SecretsPaneTest::withoutADeskNothingCanBeDone()
{
    const Scene scene;
    scene.pane().setDesk(nullptr);
    for (int row = 0; row < 3; ++row) {
        scene.choose(row);
        for (const QString &text : {QStringLiteral("Set…"), QStringLiteral("Generate"), QStringLiteral("Remove…"),
                                    QStringLiteral("Move to the keychain…")})
            QVERIFY(!scene.button(text)->isEnabled());
    }
}

QTEST_MAIN(SecretsPaneTest)
#include "secrets_pane_test.moc"
