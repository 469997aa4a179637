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
    void gathered();
    void inspect(const HostContainers &host, const model::Container &container);
    void printWhenReady();
    int print();
    QList<AdoptableProject> projects() const;
    int printOne(const QList<AdoptableProject> &all);

    control::Fleet &m_fleet;
    Terminal &m_terminal;
    const AdoptOptions m_options;
    Gathering m_gathering;
    QMap<base::HostId, QList<model::ContainerDetail>> m_details;
    QList<HandMade> m_handMade;
    int m_asking = 0;
    bool m_printed = false;
};

} // namespace mediahelm::app
