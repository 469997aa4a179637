// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/deployments.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTreeView;
class QTreeWidget;

namespace mediahelm::ui {

class DiffView;
class PlanModel;

// A plan in its parts: what is done to the services, which files change, which images are fetched, and the plain
// command. Owned by the plan view; main thread.
class PlanBody final : public QWidget
{
    Q_OBJECT

public:
    explicit PlanBody(QWidget *parent = nullptr);

    void setPreview(const control::DeploymentPreview &preview);
    // What registries have said by now of what the plan's images weigh.
    void setSizes(const model::Plan &plan);
    void setWeighing(bool weighing);

Q_SIGNALS:
    void sizesWanted();
    void notice(const QString &text);

private:
    enum Tab { ServicesTab, FilesTab, ImagesTab, CommandTab };

    QWidget *makeServices();
    QWidget *makeImages();
    QWidget *makeWeighing();
    QWidget *makeCommand();
    void showImages(const model::Plan &plan);
    void fold();

    PlanModel *m_model;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QStackedWidget *m_servicesStack = nullptr;
    QLabel *m_noServices = nullptr;
    QTreeView *m_services = nullptr;
    QCheckBox *m_unchanged = nullptr;
    QLabel *m_note = nullptr;
    DiffView *m_files;
    QTreeWidget *m_images = nullptr;
    QLabel *m_noImages = nullptr;
    QStackedWidget *m_imagesStack = nullptr;
    QWidget *m_weighing = nullptr;
    QPushButton *m_weigh = nullptr;
    QLabel *m_weight = nullptr;
    QLabel *m_command = nullptr;
};

} // namespace mediahelm::ui
