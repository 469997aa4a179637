// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"
#include "core/model/sample.h"

#include "ui/widgets/card.h"

class QLabel;

namespace mediahelm::ui {

class MeterBar;
class StateBadge;

// One host at a glance: connection, engine, services by state, and how busy the machine is. Owned by the Overview page;
// main thread.
class HostSummaryCard final : public Card
{
    Q_OBJECT

public:
    explicit HostSummaryCard(const base::HostId &host, QWidget *parent = nullptr);

    void setStatus(const control::HostStatus &status, const QList<model::Container> &containers, bool listed);
    void setSample(const std::optional<model::HostSample> &sample); // nullopt: not measured now
    const base::HostId &hostId() const { return m_host; }

private:
    const base::HostId m_host;
    StateBadge *m_badge;
    QLabel *m_engine;
    QLabel *m_counts;
    MeterBar *m_cpu;
    MeterBar *m_memory;
};

// A quantity as part of a whole: name, bar, words. Owned by its parent; main thread.
class MeterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit MeterBar(const QString &name, QWidget *parent = nullptr);

    void setValue(std::optional<double> share, const QString &text); // 0 to 1; nullopt: unknown
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    std::optional<double> m_share;
    QString m_text;
};

} // namespace mediahelm::ui
