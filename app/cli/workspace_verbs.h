// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"

namespace mediahelm::app {

// Verbs on the files of a workspace, which need neither host nor engine. Each returns the exit status.

// `env DIR`: the variables that the env files set, and for each the places that it comes from; with `json` an object
// {NAME: {"value", "origins": [{"file", "line", "value"}]}}. Values of the manifest's secrets are not shown.
int showEnvironment(Terminal &terminal, const QString &folder, bool json);

} // namespace mediahelm::app
