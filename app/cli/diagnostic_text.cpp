// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/diagnostic_text.h"

#include "app/cli/inert_text.h"

namespace mediahelm::app {

using namespace Qt::StringLiterals;

QJsonObject diagnosticJson(const model::Diagnostic &diagnostic)
{
    const bool placed = diagnostic.place.line > 0;
    return {{u"severity"_s, model::severityName(diagnostic.severity)},
            {u"code"_s, diagnostic.code},
            {u"file"_s, diagnostic.file},
            {u"line"_s, placed ? QJsonValue(diagnostic.place.line) : QJsonValue()},
            {u"column"_s, placed ? QJsonValue(diagnostic.place.column) : QJsonValue()},
            {u"pointer"_s, diagnostic.pointer},
            {u"message"_s, diagnostic.message},
            {u"fix"_s, diagnostic.fix ? QJsonValue(diagnostic.fix->title) : QJsonValue()}};
}

QString diagnosticText(const model::Diagnostic &diagnostic)
{
    QString place = diagnostic.file.isEmpty() ? u"the workspace"_s : diagnostic.file;
    if (diagnostic.place.line > 0)
        place += u":%1:%2"_s.arg(diagnostic.place.line).arg(diagnostic.place.column);
    return inertWords(u"%1: %2: %3 [%4]"_s.arg(place, model::severityName(diagnostic.severity), diagnostic.message,
                                               diagnostic.code))
        + u'\n';
}

} // namespace mediahelm::app
