// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/option_table.h"

#include <QHash>
#include <QStringList>

#include <variant>

namespace mediahelm::app {

// What the user asked for. A plain value.
struct CommandLine {
    Verb verb = Verb::desktop;
    QStringList arguments; // of the verb
    QHash<Option, QStringList> values; // a switch has an empty list

    bool has(Option option) const { return values.contains(option); }
    QString value(Option option) const { return values.value(option).value(0); }
};

// Why a command line means nothing: exit status 64, and nothing was done.
struct UsageError {
    QString message; // one sentence: "unknown verb \"stauts\""
    QString suggestion; // the nearest known name, or empty
    Verb verb = Verb::desktop; // whose help to point at
};

// Reads the words after the program's name by the tables. `standing` is the verb when none is given. Options may stand
// before and after the verb; "--" ends them; "--name=value" and "--name value", "-n 5" and "-n5", "-ft". Changes
// nothing and reads no file.
std::variant<CommandLine, UsageError> parseCommandLine(const QStringList &words, Verb standing);

} // namespace mediahelm::app
