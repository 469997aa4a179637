// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/adopt_text.h"
#include "app/cli/gathering.h"
#include "app/cli/job.h"
#include "app/cli/terminal.h"

namespace mediahelm::app {

struct AdoptOptions {
    QString project; // empty: list what there is
    bool json = false;
};

// `adopt`: the Compose projects that run, and how one of them is opened in place. Changes nothing.
class AdoptJob final : public Job
{
    Q_OBJECT

public:
    AdoptJob(control::Fleet &fleet, Terminal &terminal, AdoptOptions options);
    void start() override;

private:
    void tell(const control::Surveyed &surveyed);
    int print(const control::Surveyed &surveyed);
    QList<AdoptableProject> projects(const control::Surveyed &surveyed) const;
    int printOne(const QList<AdoptableProject> &all);

    control::Fleet &m_fleet;
    Terminal &m_terminal;
    const AdoptOptions m_options;
    control::AdoptionSurvey m_survey;
};

} // namespace mediahelm::app
