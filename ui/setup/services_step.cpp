// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/services_step.h"

#include "ui/setup/catalog_model.h"
#include "ui/setup/service_facts.h"
#include "ui/style/format.h"
#include "ui/style/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/page_parts.h"
#include "ui/widgets/search_field.h"

#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeView>

namespace mediahelm::ui {

namespace {

QString coresText(double cores)
{
    return QLocale().toString(cores, 'g', 3);
}

} // namespace

ServicesStep::ServicesStep(QWidget *parent)
    : QWidget(parent)
    , m_model(new CatalogModel(this))
    , m_filter(new CatalogFilter(this))
    , m_search(new SearchField(tr("Search services"), this))
    , m_view(new QTreeView(this))
    , m_facts(new ServiceFacts(this))
    , m_symbol(new SymbolLabel(QStringLiteral("memory"), Tone::neutral, this))
    , m_sum(makeText(TextRole::normal, {}, this, true))
{
    m_filter->setSourceModel(m_model);
    m_view->setObjectName(QStringLiteral("setup.services"));
    m_view->setAccessibleName(tr("Services"));
    m_view->setModel(m_filter);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setMinimumWidth(200);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(CatalogModel::NameColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(CatalogModel::MemoryColumn, QHeaderView::ResizeToContents);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_facts);
    m_facts->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setMinimumWidth(180);
    scroll->setAccessibleName(tr("About the service"));
    auto *list = new Card(this);
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(2, 4, 2, 4);
    listLayout->addWidget(m_view);
    auto *facts = new Card(this);
    auto *factsLayout = new QVBoxLayout(facts);
    factsLayout->setContentsMargins(2, 4, 2, 4);
    factsLayout->addWidget(scroll);
    auto *both = new QSplitter(Qt::Horizontal, this);
    both->addWidget(list);
    both->addWidget(facts);
    both->setChildrenCollapsible(false);
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 2);
    auto *sum = new QHBoxLayout;
    sum->setSpacing(space::small);
    sum->addWidget(m_symbol, 0, Qt::AlignTop);
    sum->addWidget(m_sum, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_search);
    layout->addWidget(both, 1);
    layout->addLayout(sum);
    connect(m_search, &QLineEdit::textChanged, this, &ServicesStep::search);
    connect(m_model, &CatalogModel::chosenChanged, this, [this] {
        updateSum();
        Q_EMIT changed();
    });
    // A press on the box alone leaves the row that is current: what was chosen is what is read about.
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &index, const QModelIndex & /*last*/, const QList<int> &roles) {
                if (roles.contains(Qt::CheckStateRole))
                    m_view->setCurrentIndex(m_filter->mapFromSource(index));
            });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { m_facts->setService(m_model->service(m_filter->mapToSource(index))); });
    updateSum();
}

void ServicesStep::setCatalog(const QList<control::CatalogGroup> &groups)
{
    m_facts->setService(nullptr);
    m_model->setGroups(groups);
    m_view->expandAll();
}

void ServicesStep::setGround(const control::SetupGround &ground)
{
    m_host = ground.host;
    m_model->setPresent(ground.present);
    m_view->expandAll();
    updateSum();
}

QStringList ServicesStep::chosen() const
{
    return m_model->chosen();
}

void ServicesStep::focusSearch()
{
    m_search->setFocus(Qt::OtherFocusReason);
}

void ServicesStep::search(const QString &text)
{
    m_filter->setSearch(text);
    m_view->expandAll();
}

void ServicesStep::updateSum()
{
    const auto count = int(m_model->chosen().size());
    const control::MachineResources needs = m_model->needs();
    QStringList parts{count == 0 ? tr("Nothing is chosen yet") : tr("%n services", nullptr, count)};
    if (count > 0 && needs.cpus > 0)
        parts.append(m_host.cpus > 0 ? tr("%1 of %2 cores").arg(coresText(needs.cpus), coresText(m_host.cpus))
                                     : tr("%1 cores").arg(coresText(needs.cpus)));
    if (count > 0 && needs.memory > 0)
        parts.append(m_host.memory > 0
                         ? tr("%1 of %2 of memory").arg(formatBytes(needs.memory), formatBytes(m_host.memory))
                         : tr("%1 of memory").arg(formatBytes(needs.memory)));
    if (count > 0 && needs.disk > 0)
        parts.append(m_host.disk > 0
                         ? tr("%1 of %2 free on disk").arg(formatBytes(needs.disk), formatBytes(m_host.disk))
                         : tr("%1 of disk").arg(formatBytes(needs.disk)));
    const bool tooMuch = (m_host.cpus > 0 && needs.cpus > m_host.cpus)
        || (m_host.memory > 0 && needs.memory > m_host.memory) || (m_host.disk > 0 && needs.disk > m_host.disk);
    QString text = parts.join(QStringLiteral(" · "));
    if (tooMuch)
        text += u'\n' + tr("If all of them are busy at once, this machine is too small for them.");
    m_symbol->setSymbol(tooMuch ? QStringLiteral("warning") : QStringLiteral("memory"),
                        tooMuch ? Tone::warning : Tone::neutral);
    m_sum->setText(text);
}

} // namespace mediahelm::ui
