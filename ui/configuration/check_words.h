// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/check_desk.h"

namespace mediahelm::ui {

// What was asked beside the files, and how old the answers are: in one line. Empty where nothing is ever asked.
QString checkWords(const control::CheckState &state, const QDateTime &now);

} // namespace mediahelm::ui
