// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/plan_model.h"

#include "ui/deployments/plan_words.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QApplication>

#include <algorithm>

namespace mediahelm::ui {

using model::ServicePlan;

namespace {

// Of a service that only follows another one that is what is done to it.
model::PlanAction actionOf(const ServicePlan &service)
{
    if (service.action != model::PlanAction::nothing || !service.followUp)
        return service.action;
    return service.followUp->kind == model::FollowUp::Kind::recreate ? model::PlanAction::recreate
                                                                     : model::PlanAction::restart;
}

QString actionSymbol(const ServicePlan &service)
{
    return service.followUp ? QStringLiteral("link") : planActionSymbol(actionOf(service));
}

} // namespace

void PlanModel::setPlan(const model::Plan &plan)
{
    m_plan = plan;
    fill();
}

void PlanModel::setUnchangedShown(bool shown)
{
    if (shown == m_unchangedShown)
        return;
    m_unchangedShown = shown;
    fill();
}

void PlanModel::fill()
{
    beginResetModel();
    m_rows.clear();
    std::ranges::copy_if(m_plan.services, std::back_inserter(m_rows),
                         [this](const ServicePlan &service) { return m_unchangedShown || !isUnchanged(service); });
    endResetModel();
}

int PlanModel::unchanged() const
{
    return int(std::ranges::count_if(m_plan.services, isUnchanged));
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant PlanModel::text(const ServicePlan &service, int column)
{
    switch (column) {
    case ServiceColumn: return service.service;
    case ActionColumn: return planActionWord(actionOf(service));
    default: return planReasonLines(service).join(u'\n');
    }
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ServicePlan &service = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(service, index.column());
    case Qt::ToolTipRole: return Qt::convertFromPlainText(text(service, index.column()).toString());
    case Qt::TextAlignmentRole: return int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return index.column() == ActionColumn
            ? QVariant(symbolIcon(actionSymbol(service), planActionTone(actionOf(service))))
            : QVariant();
    case Qt::FontRole: return index.column() == ServiceColumn ? QVariant(strongFont(QApplication::font())) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() != ServiceColumn)
            return text(service, index.column());
        return tr("%1: %2. %3", "service, what is done, why")
            .arg(service.service, planActionWord(actionOf(service)),
                 planReasonLines(service).join(QStringLiteral("; ")));
    default: return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ServiceColumn: return tr("Service");
    case ActionColumn: return tr("What is done");
    default: return tr("Why");
    }
}

} // namespace mediahelm::ui
