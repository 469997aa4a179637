// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/job.h"

#include <functional>

namespace mediahelm::app {

// Runs a job to its end, in the event loop; `before` once that runs. A signal interrupts it. Returns the exit status.
int runJob(Job &job, const std::function<void()> &before = {});

} // namespace mediahelm::app
