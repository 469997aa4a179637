// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/service_finder.h"
#include "core/control/gathering/gathering.h"

namespace mediahelm::app {

using control::Gathering;

// What to tell the user about a host that failed: what happened, in whose words, and what to do.
QString problemWords(const control::HostStatus &host);

} // namespace mediahelm::app
