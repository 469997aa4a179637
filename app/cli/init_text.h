// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/setup_plan.h"

namespace mediahelm::app {

// What `init` prints of what it did; never a secret's value. Pure.
QString initText(const control::SetupPlan &plan, const control::SetupOutcome &outcome);
QByteArray initJson(const control::SetupPlan &plan, const control::SetupOutcome &outcome);

} // namespace mediahelm::app
