// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/service_filter_model.h"

#include "ui/models/service_model.h"
#include "ui/style/service_look.h"

namespace mediahelm::ui {

ServiceFilterModel::ServiceFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true); // a project is shown with its first service
    setSortRole(ServiceModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void ServiceFilterModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void ServiceFilterModel::setStates(States states)
{
    if (states == m_states)
        return;
    m_states = states;
    invalidateFilter();
}

void ServiceFilterModel::setHost(const std::optional<base::HostId> &host)
{
    const QString text = host ? host->text() : QString();
    if (text == m_host)
        return;
    m_host = text;
    invalidateFilter();
}

void ServiceFilterModel::setHeld(bool held)
{
    if (held != dynamicSortFilter() || (held && rowCount() == 0)) // nobody aims at a row of an empty table
        return;
    setDynamicSortFilter(!held);
    if (!held)
        invalidateFilter();
}

bool ServiceFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!parent.isValid())
        return false; // by its services alone
    const QModelIndex index = sourceModel()->index(row, ServiceModel::Service, parent);
    if (!m_host.isEmpty() && index.data(ServiceModel::HostRole).toString() != m_host)
        return false;
    if (m_states != States::all) {
        const auto look = static_cast<ServiceLook>(index.data(ServiceModel::LookRole).toInt());
        const bool stopped = look == ServiceLook::exited || look == ServiceLook::failed || look == ServiceLook::dead
            || look == ServiceLook::created;
        const bool wanted = m_states == States::trouble ? index.data(ServiceModel::TroubleRole).toBool()
                                                        : (m_states == States::stopped) == stopped;
        if (!wanted)
            return false;
    }
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(ServiceModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool ServiceFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    // The order of the source is the stable one; turning a column round does not turn that.
    const bool upright = sortOrder() == Qt::AscendingOrder;
    const bool sourceOrder = upright ? left.row() < right.row() : right.row() < left.row();
    if (!left.parent().isValid())
        return sourceOrder;
    const QVariant a = left.data(ServiceModel::SortRole);
    const QVariant b = right.data(ServiceModel::SortRole);
    if (left.column() == ServiceModel::Service || a == b)
        return left.column() == ServiceModel::Service ? left.row() < right.row() : sourceOrder;
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace mediahelm::ui
