// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/diff_view.h"

#include "ui/deployments/diff_text.h"
#include "ui/deployments/file_change_model.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

namespace mediahelm::ui {

QString changesSummary(const model::Changes &changes)
{
    int added = 0;
    int removed = 0;
    for (const model::FileChange &change : changes) {
        added += change.linesAdded;
        removed += change.linesRemoved;
    }
    QStringList parts{DiffView::tr("%n files", nullptr, int(changes.size()))};
    if (added > 0)
        parts.append(DiffView::tr("%n lines added", nullptr, added));
    if (removed > 0)
        parts.append(DiffView::tr("%n lines removed", nullptr, removed));
    return parts.join(QStringLiteral(", "));
}

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_model(new FileChangeModel(this))
    , m_files(new QTreeView(this))
    , m_text(new DiffText(this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(makeText(TextRole::caption, {}, this, true))
{
    m_files->setObjectName(QStringLiteral("diff.files"));
    m_files->setAccessibleName(tr("Changed files"));
    m_files->setModel(m_model);
    m_files->setRootIsDecorated(false);
    m_files->setUniformRowHeights(true);
    m_files->setAllColumnsShowFocus(true);
    m_files->setFrameShape(QFrame::NoFrame);
    m_files->setHeaderHidden(true);
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_files->header()->setStretchLastSection(false);
    m_files->header()->setSectionResizeMode(FileChangeModel::PathColumn, QHeaderView::Stretch);
    m_files->header()->setSectionResizeMode(FileChangeModel::ChangeColumn, QHeaderView::ResizeToContents);
    m_files->header()->setSectionResizeMode(FileChangeModel::LinesColumn, QHeaderView::ResizeToContents);
    m_files->setMinimumHeight(fontMetrics().height() * 3);
    m_text->setMinimumHeight(fontMetrics().height() * 4);
    auto *parts = new Modest<QSplitter>(Qt::Vertical, this);
    parts->addWidget(m_files);
    parts->addWidget(m_text);
    parts->setChildrenCollapsible(false);
    parts->setMinimumHeight(fontMetrics().height() * 8);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 3);
    auto *whole = new QWidget(this);
    auto *inside = new QVBoxLayout(whole);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(space::tiny);
    inside->addWidget(makeHead());
    inside->addWidget(parts, 1);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(whole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_files->selectionModel(), &QItemSelectionModel::currentChanged, this, &DiffView::showCurrent);
}

QWidget *DiffView::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::small, 0, 0, 0);
    m_count = makeText(TextRole::caption, {}, head, true);
    m_history = new QToolButton(head);
    m_history->setIcon(symbolIcon(QStringLiteral("history")));
    m_history->setToolTip(tr("History of this file"));
    m_copy = new QToolButton(head);
    m_copy->setIcon(symbolIcon(QStringLiteral("content_copy")));
    m_copy->setToolTip(tr("Copy the diff of all files"));
    for (QToolButton *button : {m_history, m_copy}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(button->toolTip());
    }
    m_history->hide();
    row->addWidget(m_count, 1);
    row->addWidget(m_history);
    row->addWidget(m_copy);
    connect(m_history, &QToolButton::clicked, this, [this] {
        if (const model::FileChange *change = m_model->change(m_files->currentIndex()))
            Q_EMIT historyAsked(change->path.text());
    });
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(model::unifiedText(m_changes))); });
    return head;
}

void DiffView::setHistoryOffered(bool offered)
{
    m_history->setVisible(offered);
}

void DiffView::setNothing(const QString &text)
{
    m_changes.clear();
    m_model->setChanges({});
    m_text->clearChange();
    m_nothing->setText(text);
    m_stack->setCurrentIndex(0);
}

void DiffView::setChanges(const model::Changes &changes)
{
    const model::FileChange *before = m_model->change(m_files->currentIndex());
    const QString path = before ? before->path.text() : QString();
    m_changes = changes;
    m_model->setChanges(changes);
    m_count->setText(changesSummary(changes));
    m_stack->setCurrentIndex(1);
    m_files->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(path)), 0));
    if (changes.isEmpty())
        showCurrent();
}

void DiffView::showCurrent()
{
    const model::FileChange *change = m_model->change(m_files->currentIndex());
    m_history->setEnabled(change);
    if (change)
        m_text->setChange(*change);
    else
        m_text->clearChange();
}

} // namespace mediahelm::ui
