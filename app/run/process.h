// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace mediahelm::app {

// What a process is for, which says what it does with memory.
enum class ProcessKind {
    stays, // window, server: one malloc arena, since each thread's own would cost megabytes, and what is free goes back
    ends, // a verb: what it gave back it would ask for again, and its threads need not wait for each other's memory
};

// What every face wants of its process: memory as its kind says, as many file descriptors as the system allows, and no
// end by a broken pipe. To be called first.
void prepareProcess(ProcessKind kind);

// After the event loop: what is left to do may take so long. Then the process ends as it is, with that exit status, and
// says so: a thread that reads from a disk which does not answer would hold it for ever. Files are whole at any moment.
// Returns the status.
int endWithin(std::chrono::seconds most, int exitCode);
// What the faces allow, with what a slow disk needs to take what is being saved.
inline constexpr std::chrono::seconds endPatience{30};

// Becomes `mediahelm-server` beside this executable, with the same arguments, and returns only when there is none. A
// headless run that began in the desktop program so loses the desktop's libraries, which cost it memory and time.
void becomeServerProgram(char **argv);

} // namespace mediahelm::app
