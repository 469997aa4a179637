// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/option_table.h"

namespace mediahelm::app {

// What --help prints: of the whole program for the verb that stands, else of one verb. At most 80 columns.
QString helpText(const QString &program, Verb verb, Verb standing);
QString versionText(); // "mediahelm 0.1.0"

// Made at build time from the same tables.
QString manualPage(); // mdoc(7)
QString bashCompletion();
QString zshCompletion();
QString fishCompletion();

// The table's rows that a verb takes, global ones last. Used by all of the above.
QList<const OptionRow *> optionsOf(Verb verb);
QList<const OptionRow *> globalOptions();
QStringList firstWords(); // "status", "logs", ..., each once, in the table's order

} // namespace mediahelm::app
