// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mediahelm::app {

// What every face wants of its process: few malloc arenas (each thread's own would cost megabytes), as many file
// descriptors as the system allows, and no end by a broken pipe. To be called first.
void prepareProcess();

// Becomes `mediahelm-server` beside this executable, with the same arguments, and returns only when there is none. A
// headless run that began in the desktop program so loses the desktop's libraries, which cost it memory and time.
void becomeServerProgram(char **argv);

} // namespace mediahelm::app
