// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/help_text.h"

#include <functional>

namespace mediahelm::app {

namespace {

const char *const madeBy = "# SPDX-License-"
                           "Identifier: GPL-3.0-or-later\n# Made from the option table by the build.\n";

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

// In single quotes, which bash, zsh and fish read alike when an apostrophe stands between two quoted parts.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

// "--host|-H" of every option that fits.
QString pattern(const std::function<bool(const OptionRow &)> &fits)
{
    QStringList names;
    for (const OptionRow &row : optionRows()) {
        if (!fits(row))
            continue;
        names << QStringLiteral("--") + latin(row.name);
        if (row.letter)
            names << QStringLiteral("-%1").arg(QLatin1Char(row.letter));
    }
    return names.join(u'|');
}

QString offering(Offer offer)
{
    return pattern([offer](const OptionRow &row) { return *row.value && row.offers == offer; });
}

// The verb that prints such names one a line; empty: none does.
QString namesBy(Offer offer)
{
    switch (offer) {
    case Offer::services: return QStringLiteral("status");
    case Offer::hosts: return QStringLiteral("hosts list");
    case Offer::secrets: return QStringLiteral("secrets list");
    default: return {};
    }
}

QStringList secondWords(const QString &first)
{
    QStringList words;
    for (const VerbRow &row : verbRows()) {
        if (verbWords(row).value(0) == first && verbWords(row).size() > 1)
            words << verbWords(row).at(1);
    }
    return words;
}

// A verb as a shell's case pattern: it alone, or with what follows.
QString verbPattern(const VerbRow &row)
{
    return *row.words ? QStringLiteral("'%1'|'%1 '*").arg(latin(row.words)) : QStringLiteral("''");
}

// Shared by bash and zsh, whose words differ only in how an array is read: finds $verb (all plain words so far) and
// $expects (an option that waits for its value).
QString wordLoop(const QString &loopHead, const QString &readWord)
{
    return loopHead
        + QStringLiteral("        word=%1\n"
                         "        if [[ -n $expects ]]; then\n"
                         "            expects=\n"
                         "            continue\n"
                         "        fi\n"
                         "        case $word in\n"
                         "            %2) expects=$word ;;\n"
                         "            -*) ;;\n"
                         "            *) verb=\"${verb:+$verb }$word\" ;;\n"
                         "        esac\n"
                         "    done\n")
              .arg(readWord, pattern([](const OptionRow &row) { return *row.value != 0; }));
}

QString bashArguments()
{
    QString text = QStringLiteral("    case $verb in\n        '') words='%1' ;;\n").arg(firstWords().join(u' '));
    for (const QString &first : firstWords()) {
        if (!secondWords(first).isEmpty())
            text += QStringLiteral("        %1) words='%2' ;;\n").arg(first, secondWords(first).join(u' '));
    }
    for (const VerbRow &row : verbRows()) {
        if (const QString verb = namesBy(row.offers); !verb.isEmpty())
            text += QStringLiteral("        %1) words=$(\"$program\" %2 --names 2>/dev/null) ;;\n")
                        .arg(verbPattern(row), verb);
        else if (row.offers == Offer::file || row.offers == Offer::folder)
            text += QStringLiteral("        %1) mapfile -t COMPREPLY < <(compgen -%2 -- \"$cur\"); return ;;\n")
                        .arg(verbPattern(row), row.offers == Offer::file ? u'f' : u'd');
    }
    return text + QStringLiteral("    esac\n");
}

QString optionWords(const QList<const OptionRow *> &rows)
{
    QStringList names;
    for (const OptionRow *row : rows)
        names << QStringLiteral("--") + latin(row->name);
    return names.join(u' ');
}

} // namespace

QString bashCompletion()
{
    QString text = latin(madeBy)
        + QStringLiteral(
                       "\n_mediahelm()\n{\n"
                       "    local program=${COMP_WORDS[0]} cur=${COMP_WORDS[COMP_CWORD]} verb= expects= word words= i\n"
                       "    COMPREPLY=()\n");
    text +=
        wordLoop(QStringLiteral("    for ((i = 1; i < COMP_CWORD; i++)); do\n"), QStringLiteral("${COMP_WORDS[i]}"));
    text += QStringLiteral("    case $expects in\n"
                           "        %1) mapfile -t COMPREPLY < <(compgen -f -- \"$cur\"); return ;;\n"
                           "        %2) mapfile -t COMPREPLY < <(compgen -d -- \"$cur\"); return ;;\n"
                           "        %3) words=$(\"$program\" hosts list --names 2>/dev/null) ;;\n")
                .arg(offering(Offer::file), offering(Offer::folder), offering(Offer::hosts));
    for (const OptionRow &row : optionRows()) {
        if (row.offers == Offer::choices)
            text += QStringLiteral("        --%1) words='%2' ;;\n")
                        .arg(latin(row.name), latin(row.choices).replace(u',', u' '));
    }
    text += QStringLiteral("        ?*) return ;;\n    esac\n"
                           "    if [[ -z $expects && $cur == -* ]]; then\n        case $verb in\n");
    for (const VerbRow &row : verbRows())
        text += QStringLiteral("            %1) words='%2' ;;\n")
                    .arg(verbPattern(row), optionWords(optionsOf(row.verb) + globalOptions()));
    text += QStringLiteral("            *) words='%1' ;;\n        esac\n    elif [[ -z $expects ]]; then\n")
                .arg(optionWords(globalOptions()));
    text += bashArguments();
    return text
        + QStringLiteral( // Not compgen -W: it would run what a service's name pretends to be.
               "    fi\n    local -a known\n    read -r -d '' -a known <<< \"$words\"\n"
               "    for word in \"${known[@]}\"; do\n"
               "        [[ $word == \"$cur\"* ]] && COMPREPLY+=(\"$word\")\n    done\n}\n"
               "complete -F _mediahelm mediahelm mediahelm-server\n");
}

namespace {

QString zshEntries(const QList<const OptionRow *> &rows)
{
    QStringList entries;
    for (const OptionRow *row : rows)
        entries << quoted(
            QStringLiteral("--%1:%2").arg(latin(row->name), latin(row->help).replace(u':', QStringLiteral("\\:"))));
    return entries.join(u' ');
}

QString zshArguments()
{
    QStringList verbs;
    for (const VerbRow &row : verbRows()) {
        if (*row.words)
            verbs << quoted(verbWords(row).constFirst() + u':' + latin(row.help).replace(u':', QStringLiteral("\\:")));
    }
    QString text =
        QStringLiteral("    case $verb in\n        '') items=(%1); _describe verb items ;;\n").arg(verbs.join(u' '));
    for (const QString &first : firstWords()) {
        if (!secondWords(first).isEmpty())
            text += QStringLiteral("        %1) compadd -- %2 ;;\n").arg(first, secondWords(first).join(u' '));
    }
    for (const VerbRow &row : verbRows()) {
        if (const QString verb = namesBy(row.offers); !verb.isEmpty())
            text += QStringLiteral("        %1) compadd -- ${(f)\"$($program %2 --names 2>/dev/null)\"} ;;\n")
                        .arg(verbPattern(row), verb);
        else if (row.offers == Offer::file || row.offers == Offer::folder)
            text += QStringLiteral("        %1) _files%2 ;;\n")
                        .arg(verbPattern(row), row.offers == Offer::file ? QString() : QStringLiteral(" -/"));
    }
    return text + QStringLiteral("    esac\n");
}

} // namespace

QString zshCompletion()
{
    QString text = QStringLiteral("#compdef mediahelm mediahelm-server\n") + latin(madeBy)
        + QStringLiteral("\n_mediahelm()\n{\n    local program=$words[1] verb= expects= word i\n    local -a items\n");
    text += wordLoop(QStringLiteral("    for ((i = 2; i < CURRENT; i++)); do\n"), QStringLiteral("$words[i]"));
    text += QStringLiteral("    case $expects in\n"
                           "        %1) _files; return ;;\n"
                           "        %2) _files -/; return ;;\n"
                           "        %3) compadd -- ${(f)\"$($program hosts list --names 2>/dev/null)\"}; return ;;\n")
                .arg(offering(Offer::file), offering(Offer::folder), offering(Offer::hosts));
    for (const OptionRow &row : optionRows()) {
        if (row.offers == Offer::choices)
            text += QStringLiteral("        --%1) compadd -- %2; return ;;\n")
                        .arg(latin(row.name), latin(row.choices).replace(u',', u' '));
    }
    text +=
        QStringLiteral("        ?*) return ;;\n    esac\n    if [[ $PREFIX == -* ]]; then\n        case $verb in\n");
    for (const VerbRow &row : verbRows())
        text += QStringLiteral("            %1) items=(%2) ;;\n")
                    .arg(verbPattern(row), zshEntries(optionsOf(row.verb) + globalOptions()));
    text += QStringLiteral("            *) items=(%1) ;;\n        esac\n"
                           "        _describe -o option items\n        return\n    fi\n")
                .arg(zshEntries(globalOptions()));
    return text + zshArguments() + QStringLiteral("}\n\n_mediahelm \"$@\"\n");
}

namespace {

QString fishOption(const QString &condition, const OptionRow &row)
{
    QString line = QStringLiteral("complete -c $program");
    if (!condition.isEmpty())
        line += QStringLiteral(" -n ") + quoted(condition);
    line += QStringLiteral(" -l ") + latin(row.name);
    if (row.letter)
        line += QStringLiteral(" -s ") + QLatin1Char(row.letter);
    if (*row.value)
        line += row.offers == Offer::file ? QStringLiteral(" -r -F") : QStringLiteral(" -x");
    if (row.offers == Offer::folder)
        line += QStringLiteral(" -a '(__fish_complete_directories)'");
    if (row.offers == Offer::hosts)
        line += QStringLiteral(" -a '(__mediahelm_names hosts list)'");
    if (row.offers == Offer::choices)
        line += QStringLiteral(" -a ") + quoted(latin(row.choices).replace(u',', u' '));
    return QStringLiteral("    ") + line + QStringLiteral(" -d ") + quoted(latin(row.help)) + u'\n';
}

QString fishCondition(const VerbRow &row)
{
    const QStringList words = verbWords(row);
    if (words.isEmpty())
        return QStringLiteral("not __fish_seen_subcommand_from ") + firstWords().join(u' ');
    QString condition = QStringLiteral("__fish_seen_subcommand_from ") + words.first();
    if (words.size() > 1)
        condition += QStringLiteral("; and __fish_seen_subcommand_from ") + words.at(1);
    return condition;
}

} // namespace

QString fishCompletion()
{
    QString text = latin(madeBy)
        + QStringLiteral("\nfunction __mediahelm_names\n"
                         "    set -l program (commandline -opc)[1]\n"
                         "    $program $argv --names 2>/dev/null\nend\n\n"
                         "for program in mediahelm mediahelm-server\n"
                         "    complete -c $program -f\n");
    const QString noVerb = fishCondition(verbRow(Verb::desktop));
    QStringList shown;
    for (const VerbRow &row : verbRows()) {
        const QStringList words = verbWords(row);
        if (!words.isEmpty() && !shown.contains(words.first())) {
            shown << words.first();
            text += QStringLiteral("    complete -c $program -n %1 -a %2 -d %3\n")
                        .arg(quoted(noVerb), words.first(), quoted(latin(row.help)));
        }
        if (words.size() > 1)
            text +=
                QStringLiteral("    complete -c $program -n %1 -a %2 -d %3\n")
                    .arg(quoted(QStringLiteral("__fish_seen_subcommand_from %1; and not __fish_seen_subcommand_from %2")
                                    .arg(words.first(), secondWords(words.first()).join(u' '))),
                         words.at(1), quoted(latin(row.help)));
        if (const QString verb = namesBy(row.offers); !verb.isEmpty())
            text += QStringLiteral("    complete -c $program -n %1 -a '(__mediahelm_names %2)'\n")
                        .arg(quoted(fishCondition(row)), verb);
        if (row.offers == Offer::file)
            text += QStringLiteral("    complete -c $program -n %1 -F\n").arg(quoted(fishCondition(row)));
        if (row.offers == Offer::folder)
            text += QStringLiteral("    complete -c $program -n %1 -a '(__fish_complete_directories)'\n")
                        .arg(quoted(fishCondition(row)));
        const QList<const OptionRow *> rows = optionsOf(row.verb);
        for (const OptionRow *option : rows)
            text += fishOption(fishCondition(row), *option);
    }
    const QList<const OptionRow *> globals = globalOptions();
    for (const OptionRow *option : globals)
        text += fishOption({}, *option);
    return text + QStringLiteral("end\n");
}

} // namespace mediahelm::app
