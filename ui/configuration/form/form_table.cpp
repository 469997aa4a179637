// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/form/form_table.h"

#include "ui/configuration/form/form_table_model.h"
#include "ui/configuration/form/form_words.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace mediahelm::ui {

namespace {

constexpr int mostShown = 12; // rows at once

// The view's own wheel would stop the page's: it scrolls only while it has the focus and more than it shows.
class RowsView final : public QTableView
{
public:
    using QTableView::QTableView;

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus() && verticalScrollBar()->maximum() > 0)
            QTableView::wheelEvent(event);
        else
            event->ignore();
    }
};

QToolButton *makeButton(const QString &symbol, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(symbolIcon(symbol));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

FormTable::FormTable(QWidget *parent)
    : QWidget(parent)
    , m_model(new FormTableModel(this))
    , m_view(new RowsView(this))
    , m_add(makeButton(QStringLiteral("add"), this))
    , m_remove(makeButton(QStringLiteral("delete"), this))
{
    m_view->setModel(m_model);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
                            | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_view->installEventFilter(this);
    m_remove->setText(tr("Remove"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::tiny);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_view);
    layout->addLayout(buttons);
    connect(m_add, &QToolButton::clicked, this, &FormTable::addRow);
    connect(m_remove, &QToolButton::clicked, this, &FormTable::removeCurrent);
    // Later: the answer changes the rows, and just now a cell's editor is closing.
    connect(m_model, &FormTableModel::editWanted, this, &FormTable::editWanted, Qt::QueuedConnection);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FormTable::updateButtons);
    connect(m_model, &QAbstractItemModel::modelReset, this, &FormTable::updateSize);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &FormTable::updateSize);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &FormTable::updateSize);
    updateSize();
}

void FormTable::setName(const QString &name)
{
    m_view->setAccessibleName(name);
    m_add->setAccessibleName(tr("%1: %2", "field, button").arg(name, m_add->text()));
    m_remove->setAccessibleName(tr("%1: %2", "field, button").arg(name, m_remove->text()));
}

void FormTable::setField(const control::FormField &field)
{
    const bool sameColumns = field.kind == m_model->field().kind && m_model->columnCount() > 0;
    const QModelIndex current = m_view->currentIndex();
    const int row = current.row();
    const int column = current.column();
    m_model->setField(field);
    m_add->setText(addLabel(field.kind));
    m_view->horizontalHeader()->setVisible(m_model->columnCount() > 1); // one column needs no title
    QHeaderView *header = m_view->horizontalHeader();
    if (!sameColumns || header->sectionResizeMode(0) != QHeaderView::Stretch) {
        for (int i = 0; i < m_model->columnCount(); ++i)
            header->setSectionResizeMode(i, QHeaderView::Stretch);
        if (field.kind == control::FieldKind::mounts)
            header->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    }
    if (row >= 0 && !m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), column));
    updateButtons();
    updateSize();
}

void FormTable::setProblems(const QList<model::Diagnostic> &problems)
{
    m_model->setProblems(problems);
}

void FormTable::dropNewRow()
{
    m_model->dropRow();
}

void FormTable::addRow()
{
    const int row = m_model->beginRow();
    // Of a port, the one inside is what it needs; of all others the first cell.
    const int column = m_model->field().kind == control::FieldKind::ports ? 1 : 0;
    const QModelIndex index = m_model->index(row, column);
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->setCurrentIndex(index);
    m_view->edit(index);
}

void FormTable::removeCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid())
        m_model->takeRow(current.row());
}

void FormTable::updateButtons()
{
    m_add->setEnabled(m_model->isEditable());
    m_remove->setEnabled(m_model->isEditable() && m_view->currentIndex().isValid());
    m_remove->setVisible(m_model->rowCount() > 0);
}

void FormTable::updateSize()
{
    const int rows = std::min(m_model->rowCount(), mostShown);
    m_view->setVisible(m_model->rowCount() > 0);
    const int rowHeight = std::max(space::large + space::small, fontMetrics().height() + 10);
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_view->horizontalHeader()->setFixedHeight(rowHeight);
    const int head = m_model->columnCount() > 1 ? rowHeight : 0;
    m_view->setFixedHeight(head + rows * rowHeight + 2 * m_view->frameWidth() + 2);
    m_view->setVerticalScrollBarPolicy(m_model->rowCount() > mostShown ? Qt::ScrollBarAlwaysOn
                                                                       : Qt::ScrollBarAlwaysOff);
    updateButtons();
}

bool FormTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete) {
            removeCurrent();
            return true;
        }
        if (key->key() == Qt::Key_Escape && m_model->isNew(m_view->currentIndex().row())) {
            m_model->dropRow();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FormTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateSize();
}

} // namespace mediahelm::ui
