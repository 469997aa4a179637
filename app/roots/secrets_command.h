// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "app/options/command_line.h"
#include "app/roots/secret_keeping.h"

namespace mediahelm::app {

// Whether a verb asks the secret store, so that it must run in the program that has the user's.
bool needsSecrets(Verb verb);

// `secrets set`, `secrets list`, `secrets remove`, `secrets import`. Returns the exit status.
int runSecretsCommand(const CommandLine &line, Terminal &terminal, SecretKeepingMaker make);

} // namespace mediahelm::app
