// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace mediahelm::base {

// Where the program's files live, by the XDG Base Directory Specification 0.8: $XDG_CONFIG_HOME/mediahelm and so on. A
// relative value in the environment is ignored, as the specification asks. Under systemd $CONFIGURATION_DIRECTORY,
// $STATE_DIRECTORY and $RUNTIME_DIRECTORY win. Without HOME the passwd entry of the user counts; where there is
// neither, nullopt.
struct Folders {
    std::optional<QString> config; // settings
    std::optional<QString> state; // history, logs
    std::optional<QString> runtime; // sockets and locks; 0700; falls back to a private folder under /tmp

    static Folders fromEnvironment();
};

} // namespace mediahelm::base
