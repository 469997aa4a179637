// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/server_options.h"

namespace mediahelm::server {

// Raises the process's soft limit of open files to what these limits need, as far as the hard limit allows, and makes
// the limits smaller where it does not: a server that runs out of descriptors spins in accept() instead of refusing.
// Leaves room for what else the process opens (engines, files).
void fitFileLimit(FrontDoorLimits &limits);

// The part without the system: the limits that fit into `available` descriptors.
void fitInto(FrontDoorLimits &limits, qint64 available);

} // namespace mediahelm::server
