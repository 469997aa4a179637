// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "app/options/command_line.h"
#include "app/roots/secret_keeping.h"
#include "core/model/host_profile.h"

namespace mediahelm::app {

// `init`: makes a workspace. `kept`: the hosts of the settings. Returns the exit status.
int runInitCommand(const CommandLine &line, Terminal &terminal, const QList<model::HostProfile> &kept,
                   SecretKeepingMaker make);

// `adopt`: shows what runs, or makes a service file of a container. Likewise.
int runAdoptCommand(const CommandLine &line, Terminal &terminal, const QList<model::HostProfile> &kept,
                    SecretKeepingMaker make);

} // namespace mediahelm::app
