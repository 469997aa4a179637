// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complaint.h"

#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"

namespace mediahelm::app {

using namespace Qt::StringLiterals;

int complainOf(Terminal &terminal, const base::Error &error)
{
    terminal.complain(inertWords(error.message));
    if (!error.detail.isEmpty() && error.detail != error.message) {
        const QStringList lines = error.detail.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines)
            terminal.complain(u"  "_s + inertText(line));
    }
    return exitCodeFor(error.kind);
}

} // namespace mediahelm::app
