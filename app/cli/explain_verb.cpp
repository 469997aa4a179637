// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explain_verb.h"

#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"
#include "core/base/nearest.h"
#include "core/workspace/help/help_pages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mediahelm::app {

using namespace Qt::StringLiterals;

namespace {

QJsonObject pageJson(const QString &code)
{
    return {{u"code"_s, code},
            {u"title"_s, workspace::helpTitle(code)},
            {u"text"_s, workspace::helpPage(code).value_or(QString())}};
}

} // namespace

int explainCode(Terminal &terminal, const QString &code, bool json)
{
    QString text;
    if (code.isEmpty()) {
        const QStringList codes = workspace::helpCodes();
        for (const QString &one : codes)
            text += one.leftJustified(26) + workspace::helpTitle(one) + u'\n';
    } else if (const std::optional<QString> page = workspace::helpPage(code)) {
        text = *page;
    } else {
        const QString near = base::nearestName(code, workspace::helpCodes());
        terminal.complain(u"there is no code \"%1\""_s.arg(inertWords(code))
                          + (near.isEmpty() ? u"; mediahelm explain lists them"_s : u"; did you mean %1?"_s.arg(near)));
        return ExitCode::noInput;
    }
    if (json) {
        QJsonArray pages;
        const QStringList codes = workspace::helpCodes();
        for (const QString &one : codes)
            pages.append(pageJson(one));
        const QJsonDocument told = code.isEmpty() ? QJsonDocument(pages) : QJsonDocument(pageJson(code));
        return terminal.print(inertJson(told)) ? ExitCode::ok : terminal.exitCode();
    }
    return terminal.print(text) ? ExitCode::ok : terminal.exitCode();
}

} // namespace mediahelm::app
