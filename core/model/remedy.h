// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection_state.h"
#include "core/model/host_profile.h"

namespace mediahelm::model {

// A remedy with the commands as they are for this host, fit to be pasted into a shell: "ssh-keygen -R "[nas]:2222"".
// `sentence` is problemRemedy()'s, or a translation of it that leaves the commands as they are.
QString remedyFor(const HostProfile &profile, const QString &sentence);
// The same in English.
QString remedyFor(const HostProfile &profile, ConnectionProblem problem);

} // namespace mediahelm::model
