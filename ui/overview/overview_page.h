// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/control.h"
#include "core/control/fleet.h"
#include "core/control/service_operations.h"
#include "core/control/stats_source.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace mediahelm::ui {

class Card;
class CardGrid;
class HostProblemCard;
class HostSummaryCard;
class ServiceProblemCard;
class SymbolLabel;

// What is wrong first, then every host at a glance. Owned by the shell; main thread. Measurements are asked for only
// while it is seen and live.
class OverviewPage final : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewPage(const control::Control &control, QWidget *parent = nullptr);
    ~OverviewPage() override;

    void setScope(const std::optional<base::HostId> &host); // nullopt: all hosts
    void setLive(bool live); // false: nobody sees the window

Q_SIGNALS:
    void serviceAsked(const mediahelm::model::ContainerKey &key);
    void hostAsked(const mediahelm::base::HostId &host);
    void addHostAsked();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectFleet();
    void refreshSoon();
    void refresh();
    void refreshProblems();
    void refreshHosts();
    void refreshTimes();
    void refreshSummary(qsizetype problems);
    QWidget *hostProblem(const control::HostStatus &status);
    QWidget *serviceProblem(const base::HostId &host, const model::Container &container);
    void inspectIfNew(const model::ContainerKey &key, const model::Container &container);
    void act(const model::ContainerKey &key, model::ContainerAction action);
    void onOperation(const control::Operation &operation);
    void updateWatch();

    control::Control m_control;
    std::optional<base::HostId> m_scope;
    bool m_live = true;
    bool m_stale = true; // refresh() has something to do
    QTimer m_refreshTimer;
    QTimer m_clockTimer;
    std::unique_ptr<control::StatsWatch> m_watch;
    QHash<base::HostId, HostProblemCard *> m_hostProblems;
    QHash<model::ContainerKey, ServiceProblemCard *> m_serviceProblems;
    QHash<model::ContainerKey, model::Container> m_inspected; // of shown ones, as they were then
    QHash<base::HostId, HostSummaryCard *> m_summaries;
    QStackedWidget *m_stack = nullptr;
    Card *m_calm = nullptr;
    SymbolLabel *m_calmSymbol = nullptr;
    QLabel *m_calmTitle = nullptr;
    QLabel *m_calmText = nullptr;
    QLabel *m_problemHeading = nullptr;
    CardGrid *m_problemGrid = nullptr;
    CardGrid *m_hostGrid = nullptr;
};

} // namespace mediahelm::ui
