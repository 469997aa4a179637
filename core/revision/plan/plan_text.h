// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

namespace mediahelm::revision {

// For a terminal, in English, a line each, without colours:
//   pull      app:2                  (web)
//   recreate  web                    image app:1 -> app:2; environment PUID
//   start     db                     not running: exited 137
// Services with nothing to do are counted in one line at the end. Names from outside may hold control characters:
// whoever prints it makes them inert.
QString planToText(const model::Plan &plan);

} // namespace mediahelm::revision
