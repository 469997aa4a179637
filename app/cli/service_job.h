// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/gathering.h"
#include "app/cli/job.h"
#include "app/cli/terminal.h"
#include "core/control/control.h"

namespace mediahelm::app {

// What verbs with SERVICE arguments have in common: gathers the hosts and finds out what is meant. Goes on only when
// every name is clear and, unless the user named the host, every host told: else a name could mean something on a host
// that is not heard, and nothing is done.
class ServiceJob : public Job
{
    Q_OBJECT

public:
    void start() override;

protected:
    ServiceJob(control::Control control, Terminal &terminal, QStringList names);

    virtual void found(const QList<FoundContainer> &containers) = 0;

    control::Control m_control;
    Terminal &m_terminal;

private:
    void gathered();

    const QStringList m_names;
    Gathering m_gathering;
};

} // namespace mediahelm::app
