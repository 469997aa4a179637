// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revisions/revision_list.h"

#include "ui/revisions/revision_delegate.h"
#include "ui/revisions/revision_model.h"
#include "ui/style/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/page_parts.h"
#include "ui/widgets/search_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace mediahelm::ui {

RevisionList::RevisionList(QWidget *parent)
    : QWidget(parent)
    , m_model(new RevisionModel(this))
    , m_field(new SearchField(tr("Search revisions"), this))
    , m_where(new QComboBox(this))
    , m_view(new QListView(this))
    , m_head(new QWidget(this))
    , m_nothing(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
{
    m_field->setObjectName(QStringLiteral("revisions.search"));
    m_where->setObjectName(QStringLiteral("revisions.where"));
    m_where->setAccessibleName(tr("What is searched"));
    for (const QString &name : {tr("All"), tr("Service"), tr("File or folder"), tr("Changed text")})
        m_where->addItem(name);
    guardWheel(m_where);
    m_view->setObjectName(QStringLiteral("revisions.list"));
    m_view->setAccessibleName(tr("Revisions"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RevisionDelegate(m_view));
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(2, 4, 2, 4);
    inside->addWidget(m_stack);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_view);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_field, 1);
    head->addWidget(m_where);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_head);
    layout->addWidget(card, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(250));
    connect(&m_pause, &QTimer::timeout, this, &RevisionList::search);
    connect(m_field, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_field, &QLineEdit::returnPressed, this, &RevisionList::search);
    connect(m_field, &SearchField::left, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_where, &QComboBox::currentIndexChanged, this, [this] {
        if (m_searching || !m_field->text().isEmpty())
            search();
    });
    connect(m_model, &RevisionModel::loaded, this, &RevisionList::onLoaded);
    connect(m_model, &RevisionModel::failed, this, [this](const base::Error &error) {
        m_failed = true;
        Q_EMIT failed(error);
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RevisionList::chosenChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RevisionList::chosenChanged);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RevisionList::chosenChanged);
}

void RevisionList::setDesk(control::RevisionDesk *desk)
{
    const QSignalBlocker quiet(m_field);
    m_field->clear();
    m_pause.stop();
    m_searching = false;
    m_nothing->setContent({}, tr("Reading the revisions…"), {});
    m_stack->setCurrentWidget(m_nothing);
    m_model->setDesk(nullptr);
    m_model->setFilter({});
    m_model->setDesk(desk);
}

QList<model::Revision> RevisionList::chosen() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedIndexes();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QList<model::Revision> revisions;
    for (const QModelIndex &row : std::as_const(rows)) {
        if (const model::Revision *revision = m_model->revision(row))
            revisions.append(*revision);
    }
    return revisions;
}

void RevisionList::choose(const model::RevisionId &id)
{
    if (const QModelIndex index = m_model->indexOf(id); index.isValid())
        m_view->setCurrentIndex(index);
}

void RevisionList::searchPath(const QString &path)
{
    {
        const QSignalBlocker quietField(m_field);
        const QSignalBlocker quietWhere(m_where);
        m_where->setCurrentIndex(FileItem);
        m_field->setText(path);
    }
    search();
}

void RevisionList::focusSearch()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void RevisionList::search()
{
    m_pause.stop();
    const QString text = m_field->text().trimmed();
    model::RevisionFilter filter;
    switch (m_where->currentIndex()) {
    case ServiceItem: filter.service = text; break;
    case FileItem: filter.path = text; break;
    case ContentItem: filter.content = m_field->text().toUtf8(); break;
    default: filter.text = text; break;
    }
    m_searching = !text.isEmpty();
    m_nothing->setContent({}, tr("Searching…"), {});
    m_stack->setCurrentWidget(m_nothing);
    m_model->setFilter(filter);
}

void RevisionList::onLoaded()
{
    const bool any = m_model->rowCount() > 0;
    const bool failed = std::exchange(m_failed, false);
    m_none = !any && !m_searching && (failed || m_model->total() == 0);
    m_head->setVisible(!m_none);
    if (failed)
        m_nothing->setContent(QStringLiteral("error"), tr("The revisions could not be read"), {});
    else if (m_none)
        m_nothing->setContent(QStringLiteral("difference"), tr("There are no revisions yet"),
                              tr("Applying this workspace, or a save point, makes the first one."));
    else
        m_nothing->setContent(QStringLiteral("search"), tr("No revision fits the search"), {});
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_view) : m_nothing);
    if (any && !m_view->selectionModel()->hasSelection())
        m_view->setCurrentIndex(m_model->index(0));
    Q_EMIT loaded();
}

} // namespace mediahelm::ui
