// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/stats_source.h"
#include "core/model/container.h"

#include <QWidget>

#include <memory>
#include <optional>

class QGridLayout;

namespace mediahelm::ui {

class TimeChart;

// CPU, memory and network of one service, live, beginning with what is already known of the last minutes. Asks for
// measurements only while active. Owned by its panel; main thread.
class UsagePane : public QWidget
{
    Q_OBJECT

public:
    UsagePane(control::StatsSource &source, const base::Clock &clock, QWidget *parent);
    ~UsagePane() override;

    void setService(const model::ContainerKey &key, bool running);
    void setActive(bool active);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void onSampled(const QList<model::ContainerSample> &samples);
    void arrange(int columns);

    control::StatsSource &m_source;
    const base::Clock &m_clock;
    std::unique_ptr<control::StatsWatch> m_watch;
    std::optional<model::ContainerKey> m_key;
    bool m_active = false;
    int m_columns = 0;
    QGridLayout *m_grid;
    TimeChart *m_cpu;
    TimeChart *m_memory;
    TimeChart *m_network;
};

} // namespace mediahelm::ui
