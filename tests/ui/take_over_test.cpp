// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/ui_state.h"
#include "fakes/fake_adoption.h"
#include "fakes/fake_control.h"
#include "fakes/fake_workspace_setup.h"
#include "ui/configuration/configuration_page.h"
#include "ui/configuration/take_over_dialog.h"
#include "ui/configuration/workspace_editor.h"
#include "ui/setup/place_step.h"
#include "ui/style/theme.h"
#include "ui/widgets/message_bar.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace mediahelm;
using namespace mediahelm::ui;

namespace {

struct Scene {
    explicit Scene(bool offered = true)
    {
        adoption.fill();
        configurations.running = &adoption;
        page = std::make_unique<ConfigurationPage>(configurations, state);
        if (offered)
            page->offerSetup(setup);
        page->resize(1000, 700);
        page->show();
    }

    QPushButton *offer() const { return page->findChild<QPushButton *>(QStringLiteral("configuration.takeOver")); }
    TakeOverDialog *dialog() const { return page->findChild<TakeOverDialog *>(); }
    QPushButton *next() const { return dialog()->findChild<QPushButton *>(QStringLiteral("takeOver.next")); }
    PlaceStep *place() const { return dialog()->findChild<PlaceStep *>(); }
    bool begin() const // to the folder
    {
        if (!QTest::qWaitFor([this] { return offer() && offer()->isVisible(); }))
            return false;
        offer()->click();
        if (!QTest::qWaitFor([this] { return next()->isEnabled(); }))
            return false;
        next()->click();
        return place() && place()->isVisible();
    }
    static bool says(const QWidget *widget, const QString &text)
    {
        const QList<QLabel *> all = widget->findChildren<QLabel *>();
        return std::ranges::any_of(
            all, [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

    fakes::FakeAdoption adoption;
    fakes::FakeWorkspaceSetup setup;
    fakes::FakeConfigurations configurations;
    settings::UiState state{QString()};
    std::unique_ptr<ConfigurationPage> page;
};

} // namespace

// A container that was started by hand, while no workspace is open.
class TakeOverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOfferedWhereContainersWereStartedByHand();
    void showsTheFileAndWhereSecretsGo();
    void makesAWorkspaceAndOpensIt();
    void aContainerThatCannotBeReadIsTold();
    void aWorkspaceThatIsThereIsNotTaken();
    void whatFailsIsToldAndCanBeTriedAgain();
    void aPlaceThatWasGivenStays();
    void cancellingMakesNothing();

private:
    Theme m_theme;
};

void TakeOverTest::isOfferedWhereContainersWereStartedByHand()
{
    const Scene scene;
    QTRY_VERIFY(scene.offer() && scene.offer()->isVisible());
    const Scene without(false); // nothing makes workspaces here
    QTRY_VERIFY(Scene::says(without.page.get(), QStringLiteral("pihole")));
    QVERIFY(!without.offer());
    Scene none;
    none.adoption.running.containers.clear();
    none.page->hide();
    none.page->show();
    QTRY_VERIFY(!none.offer());
}

void TakeOverTest::showsTheFileAndWhereSecretsGo()
{
    const Scene scene;
    QTRY_VERIFY(scene.offer());
    scene.offer()->click();
    QVERIFY(scene.dialog());
    auto *text = scene.dialog()->findChild<QPlainTextEdit *>(QStringLiteral("import.text"));
    QTRY_COMPARE(text->toPlainText().toUtf8(), scene.adoption.file.yaml);
    QVERIFY(Scene::says(scene.dialog(), QStringLiteral("PIHOLE_WEBPASSWORD")));
    QVERIFY(Scene::says(scene.dialog(), QStringLiteral("its link to web")));
    QVERIFY(scene.adoption.made.isEmpty());
}

void TakeOverTest::makesAWorkspaceAndOpensIt()
{
    const Scene scene;
    QVERIFY(scene.begin());
    auto *folder = scene.place()->findChild<QLineEdit *>();
    QVERIFY(folder->text().endsWith(QStringLiteral("/pihole"))); // proposed
    folder->setText(QStringLiteral("/srv/pihole"));
    QTRY_VERIFY(scene.next()->isEnabled());
    QCOMPARE(scene.next()->text(), QStringLiteral("Make the workspace"));
    scene.next()->click();
    QTRY_VERIFY(scene.page->workspace());
    QCOMPARE(scene.page->workspace()->folder(), QStringLiteral("/srv/pihole"));
    QCOMPARE(scene.adoption.made, QStringList(QStringLiteral("/srv/pihole media")));
    QVERIFY(Scene::says(scene.page.get(), QStringLiteral("remove it before the workspace is applied")));
}

void TakeOverTest::aContainerThatCannotBeReadIsTold()
{
    Scene scene;
    scene.adoption.importFails = base::Error{base::ErrorKind::timeout, QStringLiteral("the engine hangs"), {}};
    QTRY_VERIFY(scene.offer());
    scene.offer()->click();
    QTRY_VERIFY(Scene::says(scene.dialog(), QStringLiteral("This container cannot be imported")));
    QVERIFY(!scene.next()->isEnabled());
}

void TakeOverTest::aWorkspaceThatIsThereIsNotTaken()
{
    Scene scene;
    scene.setup.ground.state = control::SetupGround::State::workspace;
    QVERIFY(scene.begin());
    QTRY_VERIFY(Scene::says(scene.dialog(), QStringLiteral("There is the workspace media already")));
    QVERIFY(!scene.next()->isEnabled());
}

void TakeOverTest::whatFailsIsToldAndCanBeTriedAgain()
{
    Scene scene;
    scene.adoption.makingFails =
        base::Error{base::ErrorKind::conflict, QStringLiteral("another value of it is kept already"), {}};
    QVERIFY(scene.begin());
    QTRY_VERIFY(scene.next()->isEnabled());
    scene.next()->click();
    QTRY_VERIFY(Scene::says(scene.dialog(), QStringLiteral("Nothing was written")));
    QVERIFY(scene.dialog()->isVisible());
    scene.adoption.makingFails.reset();
    QVERIFY(scene.next()->isEnabled());
    scene.next()->click();
    QTRY_VERIFY(scene.page->workspace());
}

void TakeOverTest::aPlaceThatWasGivenStays()
{
    const Scene scene;
    QVERIFY(scene.begin());
    scene.place()->findChild<QLineEdit *>()->setText(QStringLiteral("/srv/dns"));
    const QList<QPushButton *> all = scene.dialog()->findChildren<QPushButton *>();
    (*std::ranges::find(all, QStringLiteral("Back"), &QPushButton::text))->click();
    QVERIFY(!scene.place()->isVisible());
    scene.next()->click();
    QCOMPARE(scene.place()->findChild<QLineEdit *>()->text(), QStringLiteral("/srv/dns"));
}

void TakeOverTest::cancellingMakesNothing()
{
    const Scene scene;
    QVERIFY(scene.begin());
    QTest::keyClick(scene.dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!scene.dialog());
    QVERIFY(scene.adoption.made.isEmpty());
    QVERIFY(!scene.page->workspace());
}

QTEST_MAIN(TakeOverTest)
#include "take_over_test.moc"
