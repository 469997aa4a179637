// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/start_view.h"

#include "ui/configuration/running_list.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/page_parts.h"

#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

StartView::StartView(QWidget *parent)
    : QWidget(parent)
    , m_empty(new EmptyState(this))
    , m_new(new QPushButton(symbolIcon(QStringLiteral("add")), tr("New workspace from the catalog…"), this))
    , m_running(new RunningList(this))
    , m_recent(new QWidget(this))
    , m_rows(new QVBoxLayout(m_recent))
{
    m_empty->setContent(QStringLiteral("folder_open"), tr("No workspace is open"),
                        tr("A workspace is a folder with mediahelm.yaml, or with a compose.yaml of your own. It is "
                           "opened where it lies, and nothing in it is changed until you save."),
                        tr("Open folder…"));
    connect(m_empty, &EmptyState::activated, this, &StartView::openAsked);
    connect(m_new, &QPushButton::clicked, this, &StartView::newAsked);
    m_new->hide();
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(space::tiny);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout *content = makeScrolling(layout);
    content->addStretch(1);
    content->addWidget(m_empty);
    content->addWidget(m_new, 0, Qt::AlignHCenter);
    content->addSpacing(space::medium);
    content->addWidget(m_recent, 0, Qt::AlignHCenter);
    auto *running = new QHBoxLayout;
    running->addStretch(1);
    running->addWidget(m_running, 4);
    running->addStretch(1);
    content->addLayout(running);
    content->addStretch(2);
    connect(m_running, &RunningList::folderAsked, this, &StartView::folderAsked);
    connect(m_running, &RunningList::manifestAsked, this, &StartView::manifestAsked);
    connect(m_running, &RunningList::takeOverAsked, this, &StartView::takeOverAsked);
    m_recent->hide();
}

void StartView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT shown();
}

void StartView::setRunning(const control::RunningHere &running)
{
    m_running->setRunning(running);
}

void StartView::setNewOffered(bool offered)
{
    m_new->setVisible(offered);
    m_running->setTakeOverOffered(offered);
}

void StartView::setRecent(const QStringList &folders)
{
    qDeleteAll(m_recent->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_recent->setVisible(!folders.isEmpty());
    if (folders.isEmpty())
        return;
    m_rows->addWidget(makeText(TextRole::strong, tr("Opened lately"), m_recent), 0, Qt::AlignHCenter);
    for (const QString &folder : folders) {
        const QString shown = fontMetrics().elidedText(folder, Qt::ElideMiddle, 360);
        auto *button =
            new QPushButton(symbolIcon(QStringLiteral("folder")), QString(shown).replace(u'&', u"&&"_qs), m_recent);
        button->setFlat(true);
        button->setToolTip(folder.toHtmlEscaped());
        button->setAccessibleName(tr("Open %1").arg(folder));
        connect(button, &QPushButton::clicked, this, [this, folder] { Q_EMIT folderAsked(folder); });
        m_rows->addWidget(button, 0, Qt::AlignHCenter);
    }
}

} // namespace mediahelm::ui
