// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/service_job.h"
#include "core/model/container_action.h"

namespace mediahelm::app {

// `start`, `stop`, `restart`: all named services at once; the exit status is the first failure's.
class ActionJob final : public ServiceJob
{
    Q_OBJECT

public:
    ActionJob(control::Control control, Terminal &terminal, const QStringList &names, model::ContainerAction action,
              bool json);
    void interrupted() override;

private:
    struct Outcome {
        FoundContainer target;
        std::optional<base::Result<void>> result; // nullopt: under way
    };

    void found(const QList<FoundContainer> &containers) override;
    void take(qsizetype index, const base::Result<void> &result);
    void finish();

    const model::ContainerAction m_action;
    const bool m_json;
    QList<Outcome> m_outcomes;
};

} // namespace mediahelm::app
