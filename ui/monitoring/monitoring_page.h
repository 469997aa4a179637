// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/control.h"
#include "core/control/fleet.h"
#include "core/control/stats_source.h"
#include "ui/monitoring/busiest.h"

#include <QElapsedTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace mediahelm::ui {

class ServiceCharts;

// Live charts of the hosts and of some services: the busiest, or those that the user chose. Measurements are asked for
// only while it is seen and live; while it is paused the picture stands still and the values are kept. Owned by the
// shell; main thread.
class MonitoringPage final : public QWidget
{
    Q_OBJECT

public:
    explicit MonitoringPage(const control::Control &control, QWidget *parent = nullptr);
    ~MonitoringPage() override;

    void setScope(const std::optional<base::HostId> &host); // nullopt: all hosts
    void setLive(bool live); // false: nobody sees the window
    void setChosen(const QList<model::ContainerKey> &keys); // from now on these
    void chooseBusiest(); // looks at everything for some seconds, then shows what was busiest
    QList<model::ContainerKey> shown() const { return m_shown; }
    bool paused() const;

Q_SIGNALS:
    void hostsAsked(); // to the Hosts page

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void onFleetChanged();
    void onSampled(const QList<model::ContainerSample> &containers, const QList<model::HostSample> &hosts);
    void updateWatch();
    void updateLines();
    void openPicker();
    void updateChoiceText();
    QList<base::HostId> hostsInScope(bool connectedOnly) const;
    QList<model::ContainerKey> runningInScope() const;
    QString nameOf(const model::ContainerKey &key) const;

    control::Control m_control;
    std::optional<base::HostId> m_scope;
    bool m_live = true;
    bool m_automatic = true;
    std::optional<BusiestSurvey> m_survey; // while it looks
    QList<model::ContainerKey> m_shown;
    QDateTime m_end; // of the time axes, by the engines' clocks
    QElapsedTimer m_sinceTick;
    std::unique_ptr<control::StatsWatch> m_watch;
    QStackedWidget *m_stack = nullptr;
    ServiceCharts *m_charts = nullptr;
    QComboBox *m_span = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_choose = nullptr;
    QLabel *m_choice = nullptr;
};

} // namespace mediahelm::ui
