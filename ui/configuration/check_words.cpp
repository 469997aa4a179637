// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/check_words.h"

#include "ui/style/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace mediahelm::ui {

using control::CheckState;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CheckWords)
};

} // namespace

QString checkWords(const CheckState &state, const QDateTime &now)
{
    QStringList lines;
    if (state.host.asked)
        lines.append(Text::tr("Looking at this machine…"));
    else if (!state.host.problem.isEmpty())
        lines.append(Text::tr("This machine was not looked at: %1").arg(state.host.problem));
    else if (state.host.at.isValid())
        lines.append(Text::tr("This machine: %1", "an age").arg(formatAge(state.host.at, now)));
    if (state.compose.asked)
        lines.append(Text::tr("Asking docker compose…"));
    else if (!state.compose.problem.isEmpty())
        lines.append(Text::tr("docker compose was not asked: %1").arg(state.compose.problem));
    else if (state.compose.at.isValid())
        lines.append(state.composeIsOlder
                         ? Text::tr("docker compose: %1, before what is not saved", "an age")
                               .arg(formatAge(state.compose.at, now))
                         : Text::tr("docker compose: %1", "an age").arg(formatAge(state.compose.at, now)));
    return lines.join(QStringLiteral(" · "));
}

} // namespace mediahelm::ui
