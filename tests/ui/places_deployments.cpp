// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places.h"

#include "core/settings/settings_store.h"
#include "core/settings/ui_state.h"
#include "fakes/fake_control.h"
#include "fakes/sample_deployments.h"
#include "fakes/sample_fleet.h"
#include "ui/revisions/revisions_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_deck.h"
#include "ui/shell/shell_actions.h"

#include <QApplication>
#include <QDialog>
#include <QJsonArray>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

namespace mediahelm::uitest {

using namespace mediahelm::ui;
using model::DeploymentStage;
using model::Verdict;

namespace {

const QString folder = QStringLiteral("/srv/media/config");

class DeploymentTour
{
public:
    DeploymentTour(const Visit &visit, QString prefix, const QSize &size)
        : m_visit(visit)
        , m_prefix(std::move(prefix))
        , m_workspace(m_fakes.deployments.workspace(folder))
    {
        fakes::fillSampleFleet(m_fakes);
        m_store.uiState().setValue(QStringLiteral("configuration.open"), folder);
        m_store.uiState().setValue(QStringLiteral("configuration.recent"), QJsonArray{folder});
        m_window = std::make_unique<MainWindow>(m_fakes.control(), m_store);
        if (size.isValid())
            m_window->resize(size);
        m_window->show();
        m_window->showPage(PageId::revisions);
        m_page = m_window->findChild<RevisionsPage *>();
    }

    void history()
    {
        see("revisions-changes");
        tab("revisions.tabs", 1);
        see("revisions-deployments");
        m_workspace->desk.logs.insert(fakes::sampleDeployments().constFirst().when,
                                      "media: apply\nrevision bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n"
                                      "healthy: everything is up\ncheck done after 1.2 s\npull done after 73.9 s\n\n"
                                      "Image qmcgaw/gluetun:v3.40 Pulling\nContainer media-gluetun-1 Started\n");
        press("revisions.log");
        seeDialog("run-log");
        tab("revisions.tabs", 0);
        auto *list = m_window->findChild<QListView *>(QStringLiteral("revisions.list"));
        list->selectionModel()->select(list->model()->index(3, 0), QItemSelectionModel::Select);
        see("revisions-compare");
        list->setCurrentIndex(list->model()->index(3, 0));
        press("revisions.savePoint");
        seeDialog("save-point");
        button<QPushButton>("revisions.tags")->menu()->actions().constFirst()->trigger();
        seeDialog("tag");
        m_workspace->cutShort = control::InterruptedDeployment{
            false, fakes::revisionId('b'), {QStringLiteral("gluetun"), QStringLiteral("jellyfin")}};
        m_page->openWorkspace(QStringLiteral("/srv/other"));
        m_page->openWorkspace(folder);
        see("revisions-interrupted");
        m_workspace->cutShort.reset();
        const QList<model::Revision> known = std::exchange(m_workspace->desk.known, {});
        m_page->openWorkspace(QStringLiteral("/srv/other"));
        m_page->openWorkspace(folder);
        see("revisions-none");
        m_workspace->desk.known = known;
        Q_EMIT m_workspace->desk.changed();
    }

    void damage()
    {
        control::StoreDamage damage;
        damage.detail = QStringLiteral("the revision store is damaged: refs/heads/main is gone");
        damage.folder = folder + QStringLiteral("/.mediahelm/revisions.git");
        damage.aside = damage.folder + QStringLiteral(".corrupt-");
        damage.interrupted = true;
        m_workspace->desk.damaged = damage;
        const QList<model::Revision> known = m_workspace->desk.known;
        m_page->openWorkspace(QStringLiteral("/srv/other"));
        m_page->openWorkspace(folder);
        see("revisions-damaged");
        const auto *bar = m_window->findChild<QWidget *>(QStringLiteral("revisions.damage"));
        bar->findChild<QPushButton *>()->click();
        settle();
        QWidget *dialog = QApplication::activeModalWidget();
        QVERIFY(dialog);
        see("begin-anew", dialog);
        dialog->findChild<QPushButton *>(QStringLiteral("destructive.verb"))->click();
        see("revisions-begun-anew");
        m_workspace->desk.known = known;
        Q_EMIT m_workspace->desk.changed();
    }

    void plans()
    {
        m_page->apply(folder);
        see("plan-services");
        for (int i = 1; i < 4; ++i) {
            tab("plan.tabs", i);
            see(qPrintable(QStringLiteral("plan-tab-%1").arg(i)));
        }
        tab("plan.tabs", 2);
        m_workspace->sizes = {{QStringLiteral("fallenbagel/jellyseerr:2.5.2"), 218'400'000}};
        press("plan.weigh");
        see("plan-sizes");
        tab("plan.tabs", 0);
        m_workspace->holdsPreviews = true;
        m_page->apply(folder);
        see("plan-loading");
        m_workspace->shown = fakes::emptyPreview();
        m_workspace->answerPreview();
        see("plan-nothing");
        m_workspace->shown = base::Error{base::ErrorKind::unreachable,
                                         QStringLiteral("the engine at unix:///var/run/docker.sock does "
                                                        "not answer"),
                                         QStringLiteral("connect: no such file or directory")};
        m_page->apply(folder);
        see("plan-error");
        m_workspace->shown = fakes::samplePreview();
        press("plan.cancel");
        m_window->findChild<QListView *>(QStringLiteral("revisions.list"))->setFocus();
        press("revisions.rollBack");
        see("plan-roll-back");
        press("plan.cancel");
    }

    void runs()
    {
        m_workspace->run(fakes::sampleProgress(DeploymentStage::pull));
        see("revisions-running");
        press("activity.deployment");
        see("deployment-pull");
        tab("deployment.tabs", 1);
        see("deployment-images");
        m_workspace->advance(fakes::sampleProgress(DeploymentStage::health));
        tab("deployment.tabs", 0);
        see("deployment-health");
        tab("deployment.tabs", 2);
        see("deployment-log");
        m_window->close();
        seeDialog("close-anyway");
        m_workspace->advance(fakes::sampleProgress(DeploymentStage::recreate));
        tab("deployment.tabs", 0);
        see("deployment-way-back");
        m_workspace->finish(fakes::endedProgress(Verdict::rolledBack));
        see("deployment-rolled-back");
        for (const Verdict verdict : {Verdict::healthy, Verdict::unhealthy, Verdict::cancelled}) {
            m_workspace->run(fakes::sampleProgress(DeploymentStage::health));
            m_workspace->finish(fakes::endedProgress(verdict));
            see(qPrintable(QStringLiteral("deployment-ended-%1").arg(int(verdict))));
        }
        m_workspace->run(fakes::sampleProgress(DeploymentStage::health));
        m_window->showPage(PageId::services);
        see("services-while-deploying");
        m_workspace->finish(fakes::endedProgress(Verdict::rolledBack));
        m_window->actions().activity->trigger();
        seeDialog("activity-deployment");
        m_window->showPage(PageId::revisions);
    }

private:
    void settle()
    {
        for (int i = 0; i < 6; ++i) {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QCoreApplication::processEvents();
        }
        for (int i = 0; i < 4; ++i)
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }

    void see(const char *name, QWidget *place = nullptr)
    {
        settle();
        m_visit(m_prefix + QString::fromLatin1(name), place ? place : m_window.get());
    }

    void seeDialog(const char *name)
    {
        settle();
        QWidget *dialog = QApplication::activeModalWidget();
        QVERIFY2(dialog, name);
        see(name, dialog);
        dialog->close();
        settle();
    }

    template<typename Button = QAbstractButton>
    Button *button(const char *name) const
    {
        return m_window->findChild<Button *>(QString::fromLatin1(name));
    }

    void press(const char *name)
    {
        settle();
        QVERIFY2(button(name) && button(name)->isVisible(), name);
        button(name)->click();
    }

    void tab(const char *name, int index)
    {
        m_window->findChild<QTabBar *>(QString::fromLatin1(name))->setCurrentIndex(index);
    }

    const Visit &m_visit;
    const QString m_prefix;
    fakes::FakeControl m_fakes;
    settings::SettingsStore m_store{settings::SettingsSources{}};
    std::shared_ptr<fakes::FakeWorkspaceDeployments> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    RevisionsPage *m_page = nullptr;
};

} // namespace

void visitDeployments(const Visit &visit, const QString &prefix, const QSize &size)
{
    DeploymentTour tour(visit, prefix, size);
    tour.history();
    tour.damage();
    tour.plans();
    tour.runs();
}

} // namespace mediahelm::uitest
