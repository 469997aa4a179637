// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mediahelm::app {

// A line that says how many secrets stand in plain text in the workspace of a folder, and how they are moved; empty
// where there are none, or the folder is no workspace. Never a name of a file or a value: `secrets import` shows the
// places.
QString plainSecretsHint(const QString &folder);

} // namespace mediahelm::app
