// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/text_help.h"
#include "core/model/diagnostic.h"

#include <QString>

// What the editor says about a place, for a tool tip: HTML in which everything from outside is escaped. Main thread.
namespace mediahelm::ui {

QString explanationHtml(const control::Explanation &explanation);
QString problemHtml(const model::Diagnostic &problem);
// The same in one line, for a screen reader.
QString explanationLine(const control::Explanation &explanation);

QString severityWord(model::Severity severity); // "Error"

} // namespace mediahelm::ui
