// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/connection_state.h"

namespace mediahelm::app {

// Exit statuses, as sysexits.h numbers them.
struct ExitCode {
    static constexpr int ok = 0;
    static constexpr int failed = 1;
    static constexpr int usage = 64;
    static constexpr int data = 65;
    static constexpr int noInput = 66;
    static constexpr int noHost = 68;
    static constexpr int unavailable = 69;
    static constexpr int internal = 70;
    static constexpr int system = 71;
    static constexpr int cannotCreate = 73;
    static constexpr int io = 74;
    static constexpr int temporary = 75;
    static constexpr int noPermission = 77;
    static constexpr int config = 78;
    static constexpr int signalled = 128; // plus the signal's number
    static constexpr int brokenPipe = 141; // nobody reads the output: as if SIGPIPE had ended it
};

int exitCodeFor(base::ErrorKind kind);
int exitCodeFor(model::ConnectionProblem problem);

} // namespace mediahelm::app
