// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/deployments.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace mediahelm::ui {

class EmptyState;
class MessageBar;
class PlanBody;
class PlanFoot;

// What applying a workspace, or rolling it back, would do, before anything is done; and the button that does it. Owned
// by the Revisions page; main thread.
class PlanView final : public QWidget
{
    Q_OBJECT

public:
    explicit PlanView(QWidget *parent = nullptr);

    // Looks at what would be done. `backTo`: of a roll-back to it.
    void open(const std::shared_ptr<control::WorkspaceDeployments> &deployments,
              const std::optional<model::Revision> &backTo = std::nullopt);
    void close(); // lets go of the workspace

Q_SIGNALS:
    void started(); // the user said yes
    void left();
    void notice(const QString &text);

private:
    QWidget *makeHead();
    QWidget *makeLoading();
    void look();
    void take(const base::Result<control::DeploymentPreview> &preview);
    void weigh();
    void showPreview();
    void showWarnings();
    void showOrphans();
    void showErrors();
    void updateReady();
    void start();

    std::shared_ptr<control::WorkspaceDeployments> m_deployments;
    std::optional<model::Revision> m_backTo;
    std::optional<control::DeploymentPreview> m_preview;
    int m_asked = 0; // looks so far: the answer to the latest counts
    bool m_looking = false;
    control::Orphans m_orphans = control::Orphans::remove;
    QLabel *m_title = nullptr;
    QLabel *m_asOf = nullptr;
    QPushButton *m_again = nullptr;
    QLabel *m_summary;
    MessageBar *m_error;
    MessageBar *m_faults; // of the files
    MessageBar *m_removes;
    MessageBar *m_secrets;
    QStackedWidget *m_stack;
    QWidget *m_loading;
    EmptyState *m_nothing;
    PlanBody *m_body;
    PlanFoot *m_foot;
};

} // namespace mediahelm::ui
