// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/service_progress_model.h"

#include "ui/deployments/deployment_words.h"
#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/phrases/phrase_book.h"

#include <QApplication>

#include <algorithm>

namespace mediahelm::ui {

using model::ServiceProgress;
using State = model::ServiceProgress::State;

namespace {

bool same(const ServiceProgress &a, const ServiceProgress &b)
{
    return a.service == b.service && a.state == b.state && a.detail == b.detail && a.since == b.since;
}

} // namespace

void ServiceProgressModel::setServices(const QList<ServiceProgress> &services, const QDateTime &now)
{
    m_now = now;
    QList<ServiceProgress> rows = services;
    std::stable_partition(rows.begin(), rows.end(),
                          [](const ServiceProgress &row) { return row.state != State::untouched; });
    const qsizetype both = std::min(rows.size(), m_rows.size());
    if (rows.size() < m_rows.size()) {
        beginRemoveRows({}, int(both), int(m_rows.size()) - 1);
        m_rows.resize(both);
        endRemoveRows();
    } else if (rows.size() > m_rows.size()) {
        beginInsertRows({}, int(both), int(rows.size()) - 1);
        m_rows.append(rows.mid(both));
        endInsertRows();
    }
    for (qsizetype i = 0; i < both; ++i) {
        const bool changed = !same(m_rows.at(i), rows.at(i));
        m_rows[i] = rows.at(i);
        if (changed)
            Q_EMIT dataChanged(index(int(i), 0), index(int(i), columnCountOf - 1));
    }
}

void ServiceProgressModel::advance(const QDateTime &now)
{
    m_now = now;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, SinceColumn), index(int(m_rows.size()) - 1, SinceColumn), {Qt::DisplayRole});
}

int ServiceProgressModel::count(State state) const
{
    return int(std::ranges::count(m_rows, state, &ServiceProgress::state));
}

int ServiceProgressModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ServiceProgressModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QString ServiceProgressModel::text(const ServiceProgress &service, int column) const
{
    switch (column) {
    case ServiceColumn: return service.service;
    case StateColumn: return serviceStateWord(service.state);
    case SinceColumn:
        return service.since.isValid() && service.state != State::untouched
            ? formatDuration(std::chrono::seconds(service.since.secsTo(m_now)))
            : QString();
    default: return inOurWords(service.detail);
    }
}

QVariant ServiceProgressModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ServiceProgress &service = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(service, index.column());
    case Qt::ToolTipRole: return Qt::convertFromPlainText(text(service, index.column()));
    case Qt::DecorationRole:
        return index.column() == StateColumn
            ? QVariant(symbolIcon(serviceStateSymbol(service.state), serviceStateTone(service.state)))
            : QVariant();
    case Qt::FontRole: return index.column() == ServiceColumn ? QVariant(strongFont(QApplication::font())) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() != ServiceColumn)
            return text(service, index.column());
        return service.detail.isEmpty()
            ? tr("%1: %2", "service, state").arg(service.service, serviceStateWord(service.state))
            : tr("%1: %2, %3", "service, state, detail")
                  .arg(service.service, serviceStateWord(service.state), inOurWords(service.detail));
    default: return {};
    }
}

QVariant ServiceProgressModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ServiceColumn: return tr("Service");
    case StateColumn: return tr("State");
    case SinceColumn: return tr("For", "how long");
    default: return tr("Detail");
    }
}

} // namespace mediahelm::ui
