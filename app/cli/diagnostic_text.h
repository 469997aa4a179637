// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"

#include <QJsonObject>
#include <QString>

namespace mediahelm::app {

// {"severity", "code", "file", "line", "column", "pointer", "message", "fix"}
QJsonObject diagnosticJson(const model::Diagnostic &diagnostic);
// "FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE]" and the end of the line
QString diagnosticText(const model::Diagnostic &diagnostic);

} // namespace mediahelm::app
