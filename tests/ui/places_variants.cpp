// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/places.h"

#include "core/settings/settings_store.h"
#include "core/settings/ui_state.h"
#include "fakes/fake_control.h"
#include "fakes/sample_fleet.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_deck.h"
#include "ui/shell/shell_actions.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace mediahelm::uitest {

using namespace mediahelm::ui;
using model::ConnectionProblem;

namespace {

void settle()
{
    for (int i = 0; i < 6; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::processEvents();
    }
}

// Names as long as an engine and a person may choose them, and a service that restarts over and over but runs just now.
void makeExtreme(fakes::FakeControl &fakes)
{
    const base::HostId local = fakes::hostId(QStringLiteral("local"));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<model::Container> containers = fakes.fleet.containers(local);
    const QString project = QStringLiteral("the-family-media-library-with-a-very-long-name");
    const QString service = QStringLiteral("linuxserver-transcoding-and-thumbnail-generation-worker");
    model::Container container =
        fakes::makeContainer(project, service,
                             QStringLiteral("registry.example.org:5000/family/media/%1@sha256:%2")
                                 .arg(service, QString(64, QLatin1Char('c'))),
                             now.addSecs(-86400));
    container.health = model::Health::unhealthy;
    container.restarts = 12345;
    for (int port = 0; port < 12; ++port)
        container.ports.append({QStringLiteral("0.0.0.0"), 30000 + port, 3000 + port, QStringLiteral("tcp")});
    containers.append(container);
    for (model::Container &each : containers) {
        if (each.state != model::ContainerState::restarting)
            continue;
        each.state = model::ContainerState::running;
        each.exitCode.reset();
        each.startedAt = now.addSecs(-4);
    }
    fakes.fleet.setContainers(local, containers);
    control::HostStatus host;
    host.profile.id = fakes::hostId(QStringLiteral("the-storage-server-in-the-cellar-behind-the-washing-machine"));
    host.profile.address =
        model::EngineAddress::parse(QStringLiteral("ssh://administrator@storage-server-in-the-cellar-"
                                                   "behind-the-washing-machine.example.org:22222"))
            .value();
    host.connection.phase = model::ConnectionPhase::stopped;
    host.connection.problem = ConnectionProblem::authenticationFailed;
    host.connection.detail = QStringLiteral("administrator@storage-server-in-the-cellar-behind-the-washing-machine."
                                            "example.org: Permission denied (publickey,password).");
    host.connection.since = now.addSecs(-4000);
    fakes.fleet.setHost(host);
}

class Variants
{
public:
    explicit Variants(const Visit &visit)
        : m_visit(visit)
    {
        fakes::fillSampleFleet(m_fakes);
        makeExtreme(m_fakes);
        m_fakes.stats.fillHistory();
        m_store.uiState().setValue(QStringLiteral("configuration.open"),
                                   QStringLiteral("/srv/the-family-media-library/with-a-very-long-name/config"));
        m_window = std::make_unique<MainWindow>(m_fakes.control(), m_store);
        m_window->show();
    }

    void pages()
    {
        for (const QSize &size : {QSize(800, 600), QSize(1180, 760), QSize(1800, 1000)}) {
            m_window->resize(size);
            for (int i = 0; i < pageCount; ++i) {
                m_window->showPage(PageId(i));
                visitWindow(QStringLiteral("%1-%2").arg(pageName(PageId(i))).arg(size.width()));
            }
            m_window->pages().openService(
                m_fakes.fleet.key(QStringLiteral("local"),
                                  QStringLiteral("the-family-media-library-with-a-very-long-name-"
                                                 "linuxserver-transcoding-and-thumbnail-generation-worker-1")));
            visitWindow(QStringLiteral("panel-%1").arg(size.width()));
        }
    }

    // The connection test of a host over SSH, with each way to end.
    void connectionTests()
    {
        m_window->actions().addHost->trigger();
        QWidget *dialog = QApplication::activeModalWidget();
        const QList<QLineEdit *> edits = dialog->findChildren<QLineEdit *>();
        for (QLineEdit *edit : edits) {
            if (edit->isVisible() && edit->placeholderText().contains(QLatin1String("192.168")))
                QTest::keyClicks(edit, QStringLiteral("nas.home"));
        }
        visitDialog(QStringLiteral("test-ready"), dialog);
        QPushButton *test = nullptr;
        const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
        for (QPushButton *button : buttons)
            test = !button->icon().isNull() ? button : test;
        for (int i = 0; i <= int(ConnectionProblem::forwardingRefused); ++i) {
            control::ConnectionTestReport report;
            report.problem = ConnectionProblem(i);
            report.elapsed = std::chrono::milliseconds(1234);
            if (report.problem == ConnectionProblem::none) {
                report.engine = m_fakes.fleet.host(fakes::hostId(QStringLiteral("local")))->engine;
                report.containers = 1;
            } else {
                report.detail = QStringLiteral("ssh: what the other side said about it");
            }
            test->click();
            if (i == 0)
                visitDialog(QStringLiteral("test-running"), dialog);
            m_fakes.hosts.finishTest(report);
            visitDialog(QStringLiteral("test-") + model::problemName(report.problem), dialog);
        }
        test->click();
        m_fakes.hosts.failTest({base::ErrorKind::io, QStringLiteral("no space left on device"), {}});
        visitDialog(QStringLiteral("test-failed"), dialog);
        dialog->close();
    }

    void longActivity()
    {
        const base::HostId local = fakes::hostId(QStringLiteral("local"));
        const QList<model::Container> containers = m_fakes.fleet.containers(local);
        int i = 0;
        for (const model::Container &container : containers) {
            if (++i % 4 == 0)
                m_fakes.operations.failNext({base::ErrorKind::conflict, QStringLiteral("POST /containers/stop"), {}});
            m_fakes.operations.perform({local, container.id},
                                       i % 2 == 0 ? model::ContainerAction::stop : model::ContainerAction::restart, {});
            settle();
        }
        m_window->actions().activity->trigger();
        visitDialog(QStringLiteral("activity-long"), QApplication::activeModalWidget());
        QApplication::activeModalWidget()->close();
    }

    void oneContainer()
    {
        m_window->pages().openService(m_fakes.fleet.key(QStringLiteral("local"), QStringLiteral("media-lidarr-1")));
        settle();
        const QList<QAction *> actions = m_window->pages().pageActions();
        for (QAction *action : actions) {
            if (action->objectName() != QLatin1String("service.remove")
                && action->objectName() != QLatin1String("service.kill"))
                continue;
            action->trigger();
            visitDialog(action->objectName() + QStringLiteral("-one"), QApplication::activeModalWidget());
            QApplication::activeModalWidget()->close();
        }
    }

private:
    void visitWindow(const QString &name)
    {
        for (int i = 0; i < 3; ++i)
            m_fakes.stats.tick();
        visitDialog(name, m_window.get());
    }

    void visitDialog(const QString &name, QWidget *place)
    {
        settle();
        m_visit(name, place);
    }

    const Visit &m_visit;
    fakes::FakeControl m_fakes;
    settings::SettingsStore m_store{settings::SettingsSources{}};
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

void visitVariants(const Visit &visit)
{
    Variants variants(visit);
    variants.pages();
    variants.oneContainer();
    variants.connectionTests();
    variants.longActivity();
    visitDeployments(visit, QStringLiteral("narrow-"), {800, 600});
    visitWorkspaces(visit, QStringLiteral("narrow-"), {640, 560});
}

} // namespace mediahelm::uitest
