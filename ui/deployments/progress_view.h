// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/deployments.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTreeView;

namespace mediahelm::ui {

class Announcer;
class DeploymentLog;
class FailureText;
class ImageProgressModel;
class MessageBar;
class ServiceProgressModel;
class StageRow;

// A deployment as it goes, and what came of it: stages, services, images, log, and the report of what failed. It may be
// closed and opened again at any time: the deployment goes on. Owned by the Revisions page; main thread.
class ProgressView final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressView(QWidget *parent = nullptr);

    // Shows the deployment that runs there, or the latest one.
    void open(const std::shared_ptr<control::WorkspaceDeployments> &deployments);
    void close(); // lets go of the workspace

Q_SIGNALS:
    void left();
    void configurationAsked();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Tab { ServicesTab, ImagesTab, LogTab, FailuresTab };

    QWidget *makeHead();
    QWidget *makeParts();
    QWidget *makeFoot();
    void refresh();
    void tick();
    void showEnd(const model::DeploymentProgress &progress);
    void updateTabs(const model::DeploymentProgress &progress);
    void updateFoot(const model::DeploymentProgress &progress);
    void announceStage(const model::DeploymentProgress &progress);

    std::shared_ptr<control::WorkspaceDeployments> m_deployments;
    ServiceProgressModel *m_services;
    ImageProgressModel *m_images;
    QTimer m_clock; // once a second, while it can be seen and something runs
    QLabel *m_title = nullptr;
    QLabel *m_elapsed = nullptr;
    MessageBar *m_end;
    StageRow *m_stages;
    QLabel *m_line;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QTreeView *m_servicesView = nullptr;
    QTreeView *m_imagesView = nullptr;
    DeploymentLog *m_log = nullptr;
    FailureText *m_failures = nullptr;
    QLabel *m_cancelNote = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_back = nullptr;
    Announcer *m_announcer;
    QString m_said;
    bool m_cancelling = false;
    bool m_ended = false; // the end is shown
};

} // namespace mediahelm::ui
