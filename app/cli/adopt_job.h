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
    bool manifest = false; // write the mediahelm.yaml that makes its folder open as this project
};

// `adopt`: the Compose projects that run, and how one of them is opened in place. Changes nothing but that it writes a
// manifest where none is, when it is told to.
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
    int writeManifest(const AdoptableProject &project);

    control::Fleet &m_fleet;
    Terminal &m_terminal;
    const AdoptOptions m_options;
    control::AdoptionSurvey m_survey;
};

} // namespace mediahelm::app
