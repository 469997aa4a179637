// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/deployment_log.h"
#include "ui/deployments/deployment_words.h"
#include "ui/deployments/failure_text.h"
#include "ui/deployments/image_progress_model.h"
#include "ui/deployments/progress_delegate.h"
#include "ui/deployments/progress_view.h"
#include "ui/deployments/service_progress_model.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/page_parts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeView>

// What the view is made of.

namespace mediahelm::ui {

namespace {

QTreeView *makeTable(QAbstractItemModel *model, const QString &name, QWidget *parent)
{
    auto *view = new QTreeView(parent);
    view->setModel(model);
    view->setAccessibleName(name);
    view->setAllColumnsShowFocus(true);
    view->setUniformRowHeights(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->header()->setSectionsMovable(false);
    view->header()->setStretchLastSection(true);
    return view;
}

} // namespace

QWidget *ProgressView::makeHead()
{
    auto *head = new QWidget(this);
    m_title = makeText(TextRole::heading, {}, head, true);
    m_elapsed = makeText(TextRole::caption, {}, head);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_title, 1);
    row->addWidget(m_elapsed);
    return head;
}

QWidget *ProgressView::makeParts()
{
    m_tabs->setObjectName(QStringLiteral("deployment.tabs"));
    m_tabs->setAccessibleName(tr("Parts of the deployment"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    for (const QString &name : {tr("Services"), tr("Images"), tr("Log"), tr("What failed")})
        m_tabs->addTab(name);
    m_servicesView = makeTable(m_services, tr("Services of the deployment"), this);
    m_servicesView->setObjectName(QStringLiteral("deployment.services"));
    m_servicesView->setRootIsDecorated(false);
    for (const int column : {int(ServiceProgressModel::ServiceColumn), int(ServiceProgressModel::StateColumn),
                             int(ServiceProgressModel::SinceColumn)})
        m_servicesView->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_imagesView = makeTable(m_images, tr("Images of the deployment"), this);
    m_imagesView->setObjectName(QStringLiteral("deployment.images"));
    m_imagesView->setItemDelegateForColumn(ImageProgressModel::ProgressColumn, new ProgressDelegate(m_imagesView));
    m_imagesView->header()->setSectionResizeMode(ImageProgressModel::NameColumn, QHeaderView::ResizeToContents);
    m_imagesView->header()->setSectionResizeMode(ImageProgressModel::StatusColumn, QHeaderView::ResizeToContents);
    connect(m_images, &QAbstractItemModel::rowsInserted, m_imagesView, [this](const QModelIndex &image) {
        if (image.isValid()) // its first layers
            m_imagesView->expand(image);
    });
    m_log = new DeploymentLog(this);
    m_failures = new FailureText(this);
    for (QWidget *part : std::initializer_list<QWidget *>{m_servicesView, m_imagesView, m_log, m_failures})
        m_stack->addWidget(part);
    m_stack->setMinimumHeight(fontMetrics().height() * 7);
    auto *card = new Card(this);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(space::tiny);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    return card;
}

QWidget *ProgressView::makeFoot()
{
    auto *foot = new QWidget(this);
    m_cancelNote = makeText(TextRole::caption, {}, foot, true);
    m_cancel = new QPushButton(foot);
    m_cancel->setObjectName(QStringLiteral("deployment.cancel"));
    m_copy = new QPushButton(symbolIcon(QStringLiteral("content_copy")), tr("Copy report"), foot);
    m_copy->setObjectName(QStringLiteral("deployment.copy"));
    m_back = new QPushButton(tr("Show revisions"), foot);
    m_back->setObjectName(QStringLiteral("deployment.back"));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_cancelNote, 1);
    row->addStretch();
    for (QPushButton *button : {m_cancel, m_copy, m_back}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (!m_deployments)
            return;
        m_cancelling = true;
        m_deployments->cancel();
        if (m_deployments->progress())
            updateFoot(*m_deployments->progress());
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_deployments && m_deployments->progress())
            QGuiApplication::clipboard()->setText(deploymentReport(*m_deployments->progress()));
    });
    connect(m_back, &QPushButton::clicked, this, &ProgressView::left);
    return foot;
}

} // namespace mediahelm::ui
