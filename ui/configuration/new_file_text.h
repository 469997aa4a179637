// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration_file.h"

namespace mediahelm::ui {

// What a new file begins with.
QByteArray newFileText(const QString &path, control::FileKind kind);

} // namespace mediahelm::ui
