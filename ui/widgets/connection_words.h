// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection_state.h"
#include "core/model/host_profile.h"

#include <QString>

namespace mediahelm::ui {

// What to do about a problem, with the commands as they are for this host: ssh-keygen -R "[nas]:2222".
QString remedyFor(const model::HostProfile &profile, model::ConnectionProblem problem);

} // namespace mediahelm::ui
