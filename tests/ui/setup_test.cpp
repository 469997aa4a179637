// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_workspace_setup.h"
#include "ui/setup/catalog_model.h"
#include "ui/setup/place_step.h"
#include "ui/setup/questions_step.h"
#include "ui/setup/services_step.h"
#include "ui/setup/setup_dialog.h"
#include "ui/style/theme.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace mediahelm;
using namespace mediahelm::ui;

namespace {

struct Scene {
    explicit Scene(SetupDialog::Purpose purpose = SetupDialog::Purpose::newWorkspace)
        : dialog(new SetupDialog(setup, purpose, QStringLiteral("/srv/media/config")))
    {
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        QObject::connect(dialog.get(), &SetupDialog::made, dialog.get(),
                         [this](const control::SetupOutcome &outcome) { folders.append(outcome.folder); });
        dialog->show();
    }

    QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> all = dialog->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }
    bool press(const QString &text) const
    {
        QPushButton *found = button(text);
        if (!found || !found->isEnabled())
            return false;
        found->click();
        return true;
    }
    bool begin() const // from the folder to the services
    {
        return QTest::qWaitFor([this] { return button(QStringLiteral("Next"))->isEnabled(); })
            && press(QStringLiteral("Next"));
    }
    CatalogModel &model() const { return dialog->findChild<ServicesStep *>()->model(); }
    void choose(const QString &id) const
    {
        for (int group = 0; group < model().rowCount(); ++group) {
            const QModelIndex parent = model().index(group, 0);
            for (int row = 0; row < model().rowCount(parent); ++row) {
                const QModelIndex index = model().index(row, 0, parent);
                if (model().service(index)->id == id)
                    model().setData(index, Qt::Checked, Qt::CheckStateRole);
            }
        }
    }
    bool says(const QString &text) const
    {
        const QList<QLabel *> all = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(
            all, [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

    fakes::FakeWorkspaceSetup setup;
    std::unique_ptr<SetupDialog> dialog;
    QStringList folders;
};

} // namespace

class SetupDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelsAreSound();
    void searchesByEveryWord();
    void tellsOfWhatIsTicked();
    void leadsFromAFolderToAWorkspace();
    void asksAndKeepsTheAnswers();
    void S11_secretsAreMaskedAndHandedOver();
    void aFolderThatIsTakenIsTold();
    void aNameThatIsNoneIsTold();
    void whatTheWorkspaceHasCannotBeChosen();
    void tellsWhereTheMachineIsTooSmall();
    void aPlanThatFailsStaysWhereItIs();
    void whatFailsIsTold();
    void cancelTakesItBack();
    void showsWhatIsWrittenAndWhatChanges();
    void everythingThatTakesTheFocusHasAName();

private:
    Theme m_theme;
};

void SetupDialogTest::modelsAreSound()
{
    fakes::FakeWorkspaceSetup setup;
    CatalogModel model;
    CatalogFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester modelTester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setGroups(*setup.catalog().result());
    QCOMPARE(model.rowCount(), 3);
    model.setData(model.index(0, 0, model.index(0, 0)), Qt::Checked, Qt::CheckStateRole);
    QCOMPARE(model.chosen(), QStringList(QStringLiteral("jellyfin")));
    QCOMPARE(model.needs().cpus, 2.0);
    model.setPresent({QStringLiteral("jellyfin")});
    QVERIFY(model.chosen().isEmpty());
    filter.setSearch(QStringLiteral("torrent"));
    filter.setSearch({});
    model.setGroups({});
}

void SetupDialogTest::tellsOfWhatIsTicked()
{
    Scene scene;
    QVERIFY(scene.begin());
    auto *view = scene.dialog->findChild<QTreeView *>(QStringLiteral("setup.services"));
    const QModelIndex service = view->model()->index(0, 0, view->model()->index(0, 0));
    QTRY_VERIFY(service.isValid() && view->isVisible());
    const QRect cell = view->visualRect(service);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(cell.left() + 12, cell.center().y()));
    QCOMPARE(service.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(scene.says(scene.model().service(scene.model().index(0, 0, scene.model().index(0, 0)))->description));
}

void SetupDialogTest::searchesByEveryWord()
{
    fakes::FakeWorkspaceSetup setup;
    CatalogModel model;
    model.setGroups(*setup.catalog().result());
    CatalogFilter filter;
    filter.setSourceModel(&model);
    const auto found = [&](const char *words) {
        filter.setSearch(QString::fromLatin1(words));
        QStringList names;
        for (int group = 0; group < filter.rowCount(); ++group) {
            for (int row = 0; row < filter.rowCount(filter.index(group, 0)); ++row)
                names.append(filter.index(row, 0, filter.index(group, 0)).data().toString());
        }
        return names;
    };
    QCOMPARE(found("").size(), 6);
    QCOMPARE(found("torrent PAGE"), QStringList(QStringLiteral("qBittorrent")));
    QCOMPARE(found("linuxserver"), QStringList({QStringLiteral("qBittorrent"), QStringLiteral("Sonarr")}));
    QVERIFY(found("nothing of the kind").isEmpty());
}

void SetupDialogTest::leadsFromAFolderToAWorkspace()
{
    Scene scene;
    QTRY_VERIFY(scene.button(QStringLiteral("Next"))->isEnabled());
    QVERIFY(!scene.button(QStringLiteral("Back")));
    QVERIFY(scene.press(QStringLiteral("Next")));
    QVERIFY(!scene.button(QStringLiteral("Next"))->isEnabled()); // nothing is chosen yet
    scene.choose(QStringLiteral("jellyfin"));
    QVERIFY(scene.press(QStringLiteral("Next")));
    QVERIFY(scene.button(QStringLiteral("Make the workspace"))); // nothing had to be asked
    QCOMPARE(scene.setup.made, 0);
    QVERIFY(scene.says(QStringLiteral("jellyfin gets 8097")));
    QVERIFY(scene.press(QStringLiteral("Make the workspace")));
    QCOMPARE(scene.folders, QStringList(QStringLiteral("/srv/media/config")));
    QVERIFY(!scene.dialog->isVisible());
}

void SetupDialogTest::asksAndKeepsTheAnswers()
{
    Scene scene;
    scene.setup.asked = {QStringLiteral("VPN_SERVICE_PROVIDER")};
    QVERIFY(scene.begin());
    scene.choose(QStringLiteral("gluetun"));
    QVERIFY(scene.press(QStringLiteral("Next")));
    auto *questions = scene.dialog->findChild<QuestionsStep *>();
    QVERIFY(questions->isVisible());
    QLineEdit *provider = nullptr;
    const QList<QLineEdit *> edits = questions->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->accessibleName() == u"VPN_SERVICE_PROVIDER")
            provider = edit;
    }
    QVERIFY(provider);
    provider->setText(QStringLiteral("mullvad"));
    QVERIFY(scene.press(QStringLiteral("Next")));
    QCOMPARE(scene.setup.wishes.last().values.value(QStringLiteral("VPN_SERVICE_PROVIDER")), QStringLiteral("mullvad"));
    QVERIFY(scene.says(QStringLiteral("WIREGUARD_PRIVATE_KEY"))); // not given: it is told
    QVERIFY(scene.press(QStringLiteral("Back")));
    QVERIFY(questions->isVisible());
    QCOMPARE(provider->text(), QStringLiteral("mullvad"));
    QVERIFY(scene.press(QStringLiteral("Back")));
    QVERIFY(scene.dialog->findChild<ServicesStep *>()->isVisible());
    QVERIFY(scene.press(QStringLiteral("Next")));
    QCOMPARE(questions->values().value(QStringLiteral("VPN_SERVICE_PROVIDER")), QStringLiteral("mullvad"));
}

void SetupDialogTest::S11_secretsAreMaskedAndHandedOver()
{
    Scene scene;
    scene.setup.asked = {QStringLiteral("VPN_SERVICE_PROVIDER")};
    QVERIFY(scene.begin());
    scene.choose(QStringLiteral("gluetun"));
    QVERIFY(scene.press(QStringLiteral("Next")));
    const QList<QLineEdit *> edits = scene.dialog->findChild<QuestionsStep *>()->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->accessibleName() != u"WIREGUARD_PRIVATE_KEY")
            continue;
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        edit->setText(QStringLiteral("sesame"));
    }
    QVERIFY(scene.press(QStringLiteral("Next")));
    for (const control::SetupWish &wish : std::as_const(scene.setup.wishes))
        QVERIFY(!wish.values.values().contains(QStringLiteral("sesame")));
    QVERIFY(!scene.says(QStringLiteral("sesame")));
    QVERIFY(scene.press(QStringLiteral("Make the workspace")));
    QCOMPARE(scene.setup.given.value(QStringLiteral("WIREGUARD_PRIVATE_KEY")), QStringLiteral("sesame"));
}

void SetupDialogTest::aFolderThatIsTakenIsTold()
{
    Scene scene;
    scene.setup.ground.state = control::SetupGround::State::occupied;
    scene.setup.ground.inTheWay = {QStringLiteral("<b>holiday</b>.jpg")};
    auto *folder = scene.dialog->findChild<PlaceStep *>()->findChild<QLineEdit *>();
    folder->setText(QStringLiteral("/srv/photos"));
    QVERIFY(!scene.button(QStringLiteral("Next"))->isEnabled());
    QTRY_VERIFY(scene.says(QStringLiteral("<b>holiday</b>.jpg")));
    QVERIFY(!scene.button(QStringLiteral("Next"))->isEnabled());
    scene.setup.noGround = base::Error{base::ErrorKind::refused, QStringLiteral("no"), {}};
    folder->setText(QStringLiteral("/root/x"));
    QTRY_VERIFY(scene.says(QStringLiteral("The folder cannot be used")));
    folder->setText(QStringLiteral("photos"));
    QTRY_VERIFY(scene.says(QStringLiteral("whole path")));
}

void SetupDialogTest::aNameThatIsNoneIsTold()
{
    Scene scene;
    auto *place = scene.dialog->findChild<PlaceStep *>();
    QTRY_VERIFY(place->ground());
    place->findChildren<QLineEdit *>().at(1)->setText(QStringLiteral("My Films"));
    QTRY_VERIFY(scene.says(QStringLiteral("small letters")));
    QVERIFY(!scene.button(QStringLiteral("Next"))->isEnabled());
    place->findChildren<QLineEdit *>().at(1)->setText(QStringLiteral("films"));
    QTRY_VERIFY(place->ground());
    QCOMPARE(place->ground()->project, QStringLiteral("films"));
}

void SetupDialogTest::whatTheWorkspaceHasCannotBeChosen()
{
    fakes::FakeWorkspaceSetup setup;
    setup.ground.state = control::SetupGround::State::workspace;
    setup.ground.present = {QStringLiteral("jellyfin")};
    SetupDialog dialog(setup, SetupDialog::Purpose::moreServices, QStringLiteral("/srv/media/config"));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *services = dialog.findChild<ServicesStep *>();
    QVERIFY(services->isVisible());
    const QModelIndex jellyfin = services->model().index(0, 0, services->model().index(0, 0));
    QTRY_VERIFY(!(services->model().flags(jellyfin) & Qt::ItemIsUserCheckable));
    QVERIFY(jellyfin.data().toString().contains(QStringLiteral("there already")));
    QVERIFY(!services->model().setData(jellyfin, Qt::Unchecked, Qt::CheckStateRole));
}

void SetupDialogTest::tellsWhereTheMachineIsTooSmall()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.choose(QStringLiteral("jellyfin"));
    QVERIFY(scene.says(QStringLiteral("2 of 4 cores")));
    QVERIFY(!scene.says(QStringLiteral("too small")));
    scene.choose(QStringLiteral("plex"));
    scene.choose(QStringLiteral("sonarr"));
    QVERIFY(scene.says(QStringLiteral("too small")));
}

void SetupDialogTest::aPlanThatFailsStaysWhereItIs()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.choose(QStringLiteral("jellyfin"));
    scene.setup.failNext({base::ErrorKind::conflict, QStringLiteral("services/jellyfin.yaml is there already"), {}});
    QVERIFY(scene.press(QStringLiteral("Next")));
    QVERIFY(scene.dialog->findChild<ServicesStep *>()->isVisible());
    QVERIFY(scene.dialog->findChild<MessageBar *>()->isVisible());
    QVERIFY(scene.press(QStringLiteral("Next"))); // the reason may be gone
    QVERIFY(!scene.dialog->findChild<MessageBar *>()->isVisible());
}

void SetupDialogTest::whatFailsIsTold()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.choose(QStringLiteral("jellyfin"));
    QVERIFY(scene.press(QStringLiteral("Next")));
    scene.setup.failNext({base::ErrorKind::io, QStringLiteral("cannot write /srv: No space left"), {}});
    QVERIFY(scene.press(QStringLiteral("Make the workspace")));
    QVERIFY(scene.dialog->isVisible());
    QCOMPARE(scene.dialog->findChild<MessageBar *>()->headline(), QStringLiteral("Nothing was written"));
    QVERIFY(scene.press(QStringLiteral("Make the workspace")));
    QVERIFY(!scene.dialog->isVisible());
}

void SetupDialogTest::cancelTakesItBack()
{
    Scene scene;
    scene.setup.holds = true;
    QVERIFY(scene.begin());
    scene.choose(QStringLiteral("jellyfin"));
    QVERIFY(scene.press(QStringLiteral("Next")));
    QVERIFY(scene.press(QStringLiteral("Make the workspace")));
    QVERIFY(scene.says(QStringLiteral("Writing the files")));
    QTest::keyClick(scene.dialog.get(), Qt::Key_Escape);
    QTRY_VERIFY(!scene.dialog->isVisible());
    QVERIFY(scene.folders.isEmpty());
}

void SetupDialogTest::showsWhatIsWrittenAndWhatChanges()
{
    fakes::FakeWorkspaceSetup setup;
    setup.ground.state = control::SetupGround::State::workspace;
    SetupDialog dialog(setup, SetupDialog::Purpose::moreServices, QStringLiteral("/srv/media/config"));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    CatalogModel &model = dialog.findChild<ServicesStep *>()->model();
    model.setData(model.index(0, 0, model.index(0, 0)), Qt::Checked, Qt::CheckStateRole);
    const QList<QPushButton *> buttons = dialog.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == u"Next")
            button->click();
    }
    auto *files = dialog.findChild<QListWidget *>(QStringLiteral("setup.files"));
    auto *text = dialog.findChild<QPlainTextEdit *>(QStringLiteral("setup.text"));
    QCOMPARE(files->count(), 2);
    QVERIFY(text->toPlainText().contains(QStringLiteral("image: example/jellyfin:1")));
    files->setCurrentRow(1);
    QVERIFY(files->item(1)->text().contains(QStringLiteral("changed")));
    QVERIFY(!text->isVisible());
    const auto *diff = dialog.findChild<QPlainTextEdit *>(QStringLiteral("setup.diff"));
    QVERIFY(diff->isVisible());
    QCOMPARE(diff->toPlainText(), QStringLiteral("@@ line 1\n  PUID=1000\n+ TZ=Europe/Berlin"));
    QVERIFY(files->item(1)->text().contains(QStringLiteral("+1")));
    files->setCurrentRow(0); // a new file is shown whole
    QVERIFY(text->isVisible());
}

void SetupDialogTest::everythingThatTakesTheFocusHasAName()
{
    Scene scene;
    scene.setup.asked = {QStringLiteral("VPN_SERVICE_PROVIDER")};
    const auto check = [&scene] {
        const QList<QWidget *> all = scene.dialog->findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)
                || widget->objectName().startsWith(u"qt_"))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty())
                         || qobject_cast<const QLineEdit *>(widget),
                     widget->metaObject()->className());
        }
    };
    check();
    QVERIFY(scene.begin());
    scene.choose(QStringLiteral("gluetun"));
    check();
    QVERIFY(scene.press(QStringLiteral("Next")));
    check();
    QVERIFY(scene.press(QStringLiteral("Next")));
    check();
}

QTEST_MAIN(SetupDialogTest)
#include "setup_test.moc"
