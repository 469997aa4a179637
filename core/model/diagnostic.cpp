// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/diagnostic.h"

#include <tuple>

namespace mediahelm::model {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::error: return QStringLiteral("error");
    case Severity::warning: return QStringLiteral("warning");
    case Severity::hint: break;
    }
    return QStringLiteral("hint");
}

bool operator<(const Diagnostic &a, const Diagnostic &b)
{
    return std::tie(a.file, a.place.line, a.place.column, a.severity, a.code)
        < std::tie(b.file, b.place.line, b.place.column, b.severity, b.code);
}

} // namespace mediahelm::model
