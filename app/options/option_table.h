// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <span>

namespace mediahelm::app {

// The command line in one place: what is parsed, --help, the manual page and the completions of three shells are all
// made from these two tables. Plain data; any thread.

enum class Verb {
    desktop,
    status,
    logs,
    start,
    stop,
    restart,
    hostsList,
    hostsAdd,
    hostsRemove,
    hostsTest,
    configGet,
    configSet,
    configUnset,
    env,
    validate,
    explain,
    init,
    adopt,
    plan,
    apply,
    rollback,
    revisions,
    diff,
    show,
    save,
    tag,
    untag,
    secretsList,
    secretsSet,
    secretsRemove,
    secretsImport,
    server,
};

enum class Option {
    help,
    version,
    host,
    json,
    quiet,
    noColor,
    config,
    server,
    noStats,
    names,
    follow,
    tail,
    since,
    timestamps,
    socket,
    workspace,
    yes,
    offline,
    noCompose,
    message,
    noRollback,
    keepOrphans,
    despiteErrors,
    sizes,
    log,
    search,
    service,
    file,
    containing,
    listen,
    tokenFile,
    allowHost,
    allowOrigin,
    logLevel,
    checkConfig,
    services,
    set,
    list,
    category,
    project,
    container,
    output,
    storeSecrets,
    manifest,
};

// What a shell offers for a word.
enum class Offer { nothing, file, folder, hosts, services, secrets, choices };

using VerbSet = std::uint64_t;
constexpr VerbSet bit(Verb verb)
{
    return VerbSet{1} << static_cast<unsigned>(verb);
}
constexpr VerbSet everyVerb = ~VerbSet{0};

struct VerbRow {
    Verb verb;
    const char *words; // "hosts add"; empty: without any
    const char *arguments; // as shown: "SERVICE..."; empty: takes none
    int least; // how many arguments
    int most; // -1 without bound
    Offer offers; // for its arguments
    const char *help; // one line
    const char *text; // more, for the manual and the verb's own --help
};

struct OptionRow {
    Option option;
    const char *name; // without dashes
    char letter; // 0: none
    const char *value; // as shown: "FILE"; empty: a switch
    bool repeats; // may be given more than once
    VerbSet verbs; // where it means something
    Offer offers;
    const char *choices; // by comma
    const char *help; // one line
};

struct ExitRow {
    int code;
    const char *meaning;
};

struct VariableRow {
    QString name;
    QString meaning;
};

std::span<const VerbRow> verbRows();
std::span<const OptionRow> optionRows();
std::span<const ExitRow> exitRows();
QList<VariableRow> variableRows(); // the environment, with that of the settings

const VerbRow &verbRow(Verb verb);
const OptionRow &optionRow(Option option);
QStringList verbWords(const VerbRow &row); // "hosts", "add"

} // namespace mediahelm::app
