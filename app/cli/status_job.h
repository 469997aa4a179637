// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/gathering.h"
#include "app/cli/job.h"
#include "app/cli/status_table.h"
#include "app/cli/terminal.h"
#include "core/control/control.h"
#include "core/control/stats_source.h"

#include <QSet>
#include <QTimer>

#include <memory>

namespace mediahelm::app {

struct StatusOptions {
    bool json = false;
    bool names = false; // names alone
    bool stats = true;
};

// `status`: gathers the hosts, asks for what the list does not say, measures for a moment, prints.
class StatusJob final : public Job
{
    Q_OBJECT

public:
    StatusJob(control::Control control, Terminal &terminal, const StatusOptions &options);
    ~StatusJob() override;
    void start() override;

private:
    void gathered();
    void inspect(qsizetype index);
    void giveUpInspecting();
    void measure();
    void takeSamples(const QList<model::ContainerSample> &samples);
    bool measuredAll() const;
    void printWhenReady();
    bool print() const;

    control::Control m_control;
    Terminal &m_terminal;
    const StatusOptions m_options;
    Gathering m_gathering;
    QList<StatusRow> m_rows;
    QSet<qsizetype> m_inspecting; // rows
    QTimer m_patience; // since the last answer
    std::unique_ptr<control::StatsWatch> m_watch; // while measuring
    QTimer m_measured;
    bool m_printed = false;
};

} // namespace mediahelm::app
