// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/recent_workspaces.h"
#include "core/settings/ui_state.h"
#include "fakes/fake_control.h"
#include "ui/revisions/begin_anew_dialog.h"
#include "ui/revisions/revisions_page.h"
#include "ui/revisions/store_damage_bar.h"
#include "ui/style/theme.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace mediahelm;
using namespace mediahelm::ui;

namespace {

const QString media = QStringLiteral("/srv/media");

control::StoreDamage damage()
{
    control::StoreDamage damage;
    damage.detail = QStringLiteral("the revision store is damaged: refs/heads/main is gone");
    damage.folder = QStringLiteral("/srv/media/.mediahelm/revisions.git");
    damage.aside = damage.folder + QStringLiteral(".corrupt-");
    return damage;
}

struct Scene {
    Scene()
    {
        workspace().desk.damaged = damage();
        settings::RecentWorkspaces(state).setOpen(media);
        page = std::make_unique<RevisionsPage>(deployments, state);
        page->resize(1000, 700);
        page->show();
    }

    fakes::FakeWorkspaceDeployments &workspace() { return *deployments.workspace(media); }
    StoreDamageBar *bar() const { return page->findChild<StoreDamageBar *>(); }
    QPushButton *action() const
    {
        const QList<QPushButton *> all = bar()->findChildren<QPushButton *>();
        const auto found = std::ranges::find(all, QStringLiteral("Begin anew…"), &QPushButton::text);
        return found == all.end() ? nullptr : *found;
    }
    BeginAnewDialog *ask() const
    {
        action()->click();
        return page->findChild<BeginAnewDialog *>();
    }
    static bool says(const QWidget *widget, const QString &text)
    {
        const QList<QLabel *> all = widget->findChildren<QLabel *>();
        return std::ranges::any_of(
            all, [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    bool says(const QString &text) const { return says(page.get(), text); }

    fakes::FakeDeployments deployments;
    settings::UiState state{QString()};
    std::unique_ptr<RevisionsPage> page;
};

} // namespace

class StoreDamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsDamagedAndWhereItGoes();
    void damageIsSaidOnceAndIsNoEmptyStore();
    void asksNamingExactlyWhatIsSetAside();
    void cancellingLeavesEverything();
    void beginsAnewAndSaysWhereTheOldStoreIs();
    void aFailureIsTold();
    void anErrorThatIsNoDamageIsTold();
    void anotherWorkspaceIsNotDamaged();

private:
    Theme m_theme;
};

void StoreDamageTest::saysWhatIsDamagedAndWhereItGoes()
{
    const Scene scene;
    QVERIFY(scene.bar()->isVisible());
    QVERIFY(scene.says(QStringLiteral("/srv/media/.mediahelm/revisions.git")));
    QVERIFY(scene.says(QStringLiteral("refs/heads/main is gone")));
    QVERIFY(scene.says(QStringLiteral("revisions.git.corrupt-…")));
    QVERIFY(scene.says(QStringLiteral("Nothing is deleted")));
}

void StoreDamageTest::damageIsSaidOnceAndIsNoEmptyStore()
{
    const Scene scene;
    QVERIFY(!scene.says(QStringLiteral("There are no revisions yet")));
    const QList<MessageBar *> bars = scene.page->findChildren<MessageBar *>();
    QCOMPARE(int(std::ranges::count_if(bars, [](const MessageBar *bar) { return bar->isVisible(); })), 1);
}

void StoreDamageTest::asksNamingExactlyWhatIsSetAside()
{
    Scene scene;
    scene.workspace().desk.damaged->interrupted = true;
    Q_EMIT scene.workspace().desk.changed();
    const BeginAnewDialog *dialog = scene.ask();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(Scene::says(dialog, QStringLiteral("/srv/media/.mediahelm/revisions.git")));
    QVERIFY(Scene::says(dialog, QStringLiteral("/srv/media/.mediahelm/revisions.git.corrupt-…")));
    QVERIFY(Scene::says(dialog, QStringLiteral("Nothing is deleted")));
    QVERIFY(Scene::says(dialog, QStringLiteral("interrupted")));
    QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("destructive.verb"))->isDefault());
    QVERIFY(scene.workspace().desk.damaged); // not yet
}

void StoreDamageTest::cancellingLeavesEverything()
{
    Scene scene;
    BeginAnewDialog *dialog = scene.ask();
    QVERIFY(!Scene::says(dialog, QStringLiteral("interrupted"))); // none was
    dialog->reject();
    QVERIFY(scene.workspace().desk.damaged);
    QVERIFY(scene.bar()->isVisible());
}

void StoreDamageTest::beginsAnewAndSaysWhereTheOldStoreIs()
{
    Scene scene;
    scene.ask()->findChild<QPushButton *>(QStringLiteral("destructive.verb"))->click();
    QVERIFY(!scene.workspace().desk.damaged);
    QVERIFY(!scene.bar()->isVisible());
    QVERIFY(scene.says(QStringLiteral("/srv/media/.mediahelm/revisions.git.corrupt-20261122T163005Z")));
    QVERIFY(scene.says(QStringLiteral("There are no revisions yet")));
}

void StoreDamageTest::aFailureIsTold()
{
    Scene scene;
    scene.workspace().desk.anewFails =
        base::Error{base::ErrorKind::conflict, QStringLiteral("a deployment of this workspace is under way"), {}};
    scene.ask()->findChild<QPushButton *>(QStringLiteral("destructive.verb"))->click();
    QVERIFY(scene.says(QStringLiteral("The store was not set aside")));
    QVERIFY(scene.says(QStringLiteral("A deployment of this workspace is under way.")));
    QVERIFY(scene.bar()->isVisible());
}

void StoreDamageTest::anErrorThatIsNoDamageIsTold()
{
    Scene scene;
    scene.workspace().desk.damaged.reset();
    scene.workspace().desk.failNext({base::ErrorKind::internal, QStringLiteral("an old revision is cut"), {}});
    Q_EMIT scene.workspace().desk.changed();
    QVERIFY(!scene.bar()->isVisible());
    QVERIFY(scene.says(QStringLiteral("The revisions could not be read")));
    QVERIFY(scene.says(QStringLiteral("An old revision is cut.")));
}

void StoreDamageTest::anotherWorkspaceIsNotDamaged()
{
    Scene scene;
    scene.page->openWorkspace(QStringLiteral("/srv/other"));
    QVERIFY(!scene.bar()->isVisible());
    scene.page->openWorkspace(media);
    QVERIFY(scene.bar()->isVisible());
}

QTEST_MAIN(StoreDamageTest)
#include "store_damage_test.moc"
