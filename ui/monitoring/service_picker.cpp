// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitoring/service_picker.h"

#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"
#include "ui/widgets/search_field.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

ServicePicker::ServicePicker(const QList<Entry> &entries, const QList<model::ContainerKey> &chosenNow, int most,
                             QWidget *parent)
    : QDialog(parent)
    , m_entries(entries)
    , m_most(most)
    , m_list(new QListWidget(this))
    , m_hint(makeText(TextRole::caption, {}, this, true))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Choose services"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::small);
    auto *search = new SearchField(tr("Find a service"), this);
    layout->addWidget(search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_hint);

    m_list->setAccessibleName(tr("Services"));
    m_list->setMinimumSize(fontMetrics().averageCharWidth() * 50, fontMetrics().lineSpacing() * 16);
    for (const Entry &entry : entries) {
        auto *item = new QListWidgetItem(
            entry.place.isEmpty() ? entry.name : tr("%1 (%2)", "service, place").arg(entry.name, entry.place), m_list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(chosenNow.contains(entry.key) ? Qt::Checked : Qt::Unchecked);
    }
    connect(m_list, &QListWidget::itemChanged, this, &ServicePicker::onItemChanged);
    connect(search, &QLineEdit::textChanged, this, &ServicePicker::filter);
    connect(search, &SearchField::left, this, &QDialog::reject);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *show = buttons->addButton(tr("Show chosen"), QDialogButtonBox::AcceptRole);
    QPushButton *busiest = buttons->addButton(tr("Show the busiest"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    show->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        QList<model::ContainerKey> keys;
        for (int row = 0; row < m_list->count(); ++row) {
            if (m_list->item(row)->checkState() == Qt::Checked)
                keys.append(m_entries.at(row).key);
        }
        Q_EMIT chosen(keys);
        accept();
    });
    connect(busiest, &QPushButton::clicked, this, [this] {
        Q_EMIT busiestAsked();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    onItemChanged();
}

void ServicePicker::filter(const QString &text)
{
    int shown = 0;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool match = m_list->item(row)->text().contains(text, Qt::CaseInsensitive);
        m_list->setRowHidden(row, !match);
        shown += match ? 1 : 0;
    }
    if (shown == 0)
        m_hint->setText(tr("No service matches “%1”.").arg(text));
    else
        onItemChanged();
}

void ServicePicker::onItemChanged()
{
    int count = 0;
    for (int row = 0; row < m_list->count(); ++row)
        count += m_list->item(row)->checkState() == Qt::Checked ? 1 : 0;
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool free = item->checkState() == Qt::Checked || count < m_most;
        item->setFlags(free ? item->flags() | Qt::ItemIsEnabled : item->flags() & ~Qt::ItemIsEnabled);
    }
    m_hint->setText(count < m_most ? tr("%1 of at most %2 chosen").arg(count).arg(m_most)
                                   : tr("%1 are chosen, as many as can be told apart").arg(count));
}

} // namespace mediahelm::ui
