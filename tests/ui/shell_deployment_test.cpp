// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/recent_workspaces.h"
#include "core/settings/settings_store.h"
#include "core/settings/ui_state.h"
#include "fakes/fake_control.h"
#include "fakes/sample_deployments.h"
#include "fakes/sample_fleet.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_deck.h"
#include "ui/shell/shell_actions.h"
#include "ui/style/theme.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::ui;
using model::DeploymentStage;
using model::Verdict;

namespace {

const QString folder = QStringLiteral("/srv/media/config");

struct Scene {
    Scene()
        : workspace(fakes.deployments.workspace(folder))
    {
        fakes::fillSampleFleet(fakes);
        settings::RecentWorkspaces(store.uiState()).setOpen(folder);
        window = std::make_unique<MainWindow>(fakes.control(), store);
        window->show();
    }

    QAbstractButton *deployment() const
    {
        return window->findChild<QAbstractButton *>(QStringLiteral("activity.deployment"));
    }
    QString shown() const { return window->findChild<QLabel *>(QStringLiteral("activity.text"))->text(); }
    QPushButton *button(QWidget *in, const QString &text) const
    {
        const QList<QPushButton *> all = in->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }
    bool sees(const char *name) const
    {
        const auto *widget = window->findChild<QWidget *>(QString::fromLatin1(name));
        return widget && widget->isVisible();
    }

    fakes::FakeControl fakes;
    settings::SettingsStore store{settings::SettingsSources{}};
    std::shared_ptr<fakes::FakeWorkspaceDeployments> workspace;
    std::unique_ptr<MainWindow> window;
};

} // namespace

class ShellDeploymentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeploymentIsSeenFromAnyPageAndLeadsToIt()
    {
        Scene scene;
        QVERIFY(!scene.deployment()->isVisible());
        scene.workspace->run(fakes::sampleProgress(DeploymentStage::health));
        for (int i = 0; i < pageCount; ++i) {
            scene.window->showPage(PageId(i));
            QVERIFY(scene.deployment()->isVisible());
            QCOMPARE(scene.shown(), QStringLiteral("Applying media. Health: 3 of 5"));
            QVERIFY(scene.deployment()->accessibleName().endsWith(scene.shown()));
        }
        scene.deployment()->click();
        QCOMPARE(scene.window->pages().current(), std::optional(PageId::revisions));
        QVERIFY(scene.sees("deployment.services"));
        scene.workspace->advance(fakes::sampleProgress(DeploymentStage::start));
        QCOMPARE(scene.shown(), QStringLiteral("Applying media. Start"));
        scene.workspace->finish(fakes::endedProgress(Verdict::healthy)); // before the user's eyes
        QVERIFY(!scene.window->pages().findChild<Toast *>(QString(), Qt::FindDirectChildrenOnly)->isVisible());
    }

    void itsEndIsToldAndKept()
    {
        Scene scene;
        scene.workspace->run(fakes::sampleProgress(DeploymentStage::health));
        scene.workspace->finish(fakes::endedProgress(Verdict::rolledBack));
        QVERIFY(!scene.deployment()->isVisible());
        const QString told = QStringLiteral("media did not come up, and was put back to revision cccccccccc");
        auto *toast = scene.window->pages().findChild<Toast *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(toast && toast->isVisible());
        QCOMPARE(toast->accessibleName(), told);
        scene.window->actions().activity->trigger();
        QWidget *dialog = QApplication::activeModalWidget();
        QVERIFY(dialog);
        const auto *list = dialog->findChild<QListWidget *>();
        QVERIFY(list->item(0)->text().startsWith(told));
        QVERIFY(list->item(0)->text().contains(folder));
        QVERIFY(list->item(0)->data(Qt::AccessibleDescriptionRole).toString().contains(QStringLiteral("disk I/O")));
        dialog->close();
        scene.button(toast, QStringLiteral("Show report"))->click();
        QCOMPARE(scene.window->pages().current(), std::optional(PageId::revisions));
        QVERIFY(scene.sees("deployment.failures"));
    }

    void B16_closingAsksWhileOneRuns()
    {
        Scene scene;
        scene.workspace->run(fakes::sampleProgress(DeploymentStage::health));
        scene.window->close();
        QVERIFY(scene.window->isVisible());
        QWidget *dialog = QApplication::activeModalWidget();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QListWidget *>()->item(0)->text(), QStringLiteral("Applying media. Health: 3 of 5"));
        QTest::keyClick(dialog, Qt::Key_Return); // Cancel is the default
        QVERIFY(scene.window->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        scene.window->close();
        dialog = QApplication::activeModalWidget();
        QVERIFY(dialog);
        scene.button(dialog, QStringLiteral("Quit all the same"))->click();
        QVERIFY(!scene.window->isVisible());
    }

    void closingDoesNotAskOtherwise()
    {
        Scene scene;
        scene.workspace->run(fakes::sampleProgress(DeploymentStage::health));
        scene.workspace->finish(fakes::endedProgress(Verdict::healthy));
        scene.window->close();
        QVERIFY(!scene.window->isVisible());
    }

    void applyingInConfigurationLeadsToThePlan()
    {
        Scene scene;
        scene.window->showPage(PageId::configuration);
        const QList<QAction *> actions = scene.window->pages().pageActions();
        for (QAction *action : actions) {
            if (action->text() == QStringLiteral("Apply…"))
                action->trigger();
        }
        QCOMPARE(scene.window->pages().current(), std::optional(PageId::revisions));
        QVERIFY(scene.sees("plan.services"));
        QVERIFY(scene.workspace->orders.isEmpty());
    }

    void findOnTheRevisionsPageSearchesThem()
    {
        Scene scene;
        scene.window->showPage(PageId::revisions);
        scene.window->actions().find->trigger();
        QCOMPARE(scene.window->pages().current(), std::optional(PageId::revisions));
        QTRY_COMPARE(scene.window->focusWidget()->objectName(), QStringLiteral("revisions.search"));
    }

private:
    Theme m_theme;
};

QTEST_MAIN(ShellDeploymentTest)
#include "shell_deployment_test.moc"
