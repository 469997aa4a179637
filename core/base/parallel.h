// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace mediahelm::base {

// Calls `work` with each number from 0 to count - 1, in no order, on this thread and on helpers of its own for the
// other processors, and returns when all are done. For work that takes longer than a thread takes to begin, and that
// neither waits nor throws. What the calls share is only read, or locked.
void inParallel(qsizetype count, const std::function<void(qsizetype)> &work);

} // namespace mediahelm::base
