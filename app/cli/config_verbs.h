// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"

namespace mediahelm::app {

// `config get|set|unset FILE POINTER [VALUE]`: one value of a configuration file, read or changed without touching any
// other byte. FILE is YAML, and POINTER a JSON pointer (RFC 6901); or FILE ends with .env, and POINTER is /NAME. Each
// returns the exit status.

// Prints a scalar's text, or a collection as it is written, from its first line's indentation on; with `json` the value
// as Compose types it, aliases and merge keys followed.
int getConfig(Terminal &terminal, const QString &file, const QString &pointer, bool json);
// `value` is YAML: 5 is a number, "5" a string; in a .env file the text, in which ${NAME} is a reference. Says which
// aliases change with it; with `json` prints an object of what was done.
int setConfig(Terminal &terminal, const QString &file, const QString &pointer, const QString &value, bool json);
int unsetConfig(Terminal &terminal, const QString &file, const QString &pointer, bool json);

} // namespace mediahelm::app
