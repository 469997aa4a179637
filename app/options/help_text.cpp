// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/help_text.h"

namespace mediahelm::app {

namespace {

constexpr int width = 80;

QString wrapped(const QString &text, int indent)
{
    QString lines;
    QString line;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (!line.isEmpty() && indent + line.size() + 1 + word.size() > width) {
            lines += line + u'\n' + QString(indent, u' ');
            line.clear();
        }
        line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + word;
    }
    return lines + line;
}

QString entry(const QString &name, const QString &help)
{
    constexpr int indent = 24;
    QString line = QStringLiteral("  ") + name;
    line += line.size() + 2 > indent ? u'\n' + QString(indent, u' ') : QString(indent - line.size(), u' ');
    return line + wrapped(help, indent) + u'\n';
}

QString optionEntry(const OptionRow &row)
{
    QString name = row.letter ? QStringLiteral("-%1, ").arg(QLatin1Char(row.letter)) : QStringLiteral("    ");
    name += QStringLiteral("--") + QString::fromLatin1(row.name);
    if (*row.value)
        name += u' ' + QString::fromLatin1(row.value);
    return entry(name, QString::fromLatin1(row.help));
}

QString verbHelp(const QString &program, const VerbRow &row)
{
    QString usage = program + u' ' + QString::fromLatin1(row.words);
    if (*row.arguments)
        usage += u' ' + QString::fromLatin1(row.arguments);
    QString text = QStringLiteral("Usage: %1 [OPTION...]\n\n%2\n").arg(usage, QString::fromLatin1(row.help));
    if (*row.text)
        text += wrapped(QString::fromLatin1(row.text), 0) + u'\n';
    text += QStringLiteral("\nOptions:\n");
    const QList<const OptionRow *> rows = optionsOf(row.verb) + globalOptions();
    for (const OptionRow *option : rows)
        text += optionEntry(*option);
    return text;
}

} // namespace

QList<const OptionRow *> optionsOf(Verb verb)
{
    QList<const OptionRow *> rows;
    for (const OptionRow &row : optionRows()) {
        if (row.verbs != everyVerb && row.verbs & bit(verb) && (row.option != Option::server || verb == Verb::desktop))
            rows.append(&row);
    }
    return rows;
}

QList<const OptionRow *> globalOptions()
{
    QList<const OptionRow *> rows;
    for (const OptionRow &row : optionRows()) {
        if (row.verbs == everyVerb)
            rows.append(&row);
    }
    return rows;
}

QStringList firstWords()
{
    QStringList words;
    for (const VerbRow &row : verbRows())
        words << verbWords(row).value(0);
    words.removeAll(QString());
    words.removeDuplicates();
    return words;
}

QString helpText(const QString &program, Verb verb, Verb standing)
{
    if (verb != standing)
        return verbHelp(program, verbRow(verb));

    QString text = QStringLiteral("Usage: %1 [VERB] [OPTION...]\n\nControl center for a Docker-based home media "
                                  "server.\n\nVerbs:\n")
                       .arg(program);
    for (const VerbRow &row : verbRows()) {
        if (row.verb == Verb::desktop && standing != Verb::desktop)
            continue;
        QString name = *row.words ? QString::fromLatin1(row.words) : QStringLiteral("(none)");
        if (*row.arguments)
            name += u' ' + QString::fromLatin1(row.arguments);
        QString help = QString::fromLatin1(row.help);
        if (row.verb == standing && *row.words)
            help += QStringLiteral(" Also without a verb.");
        text += entry(name, help);
    }
    text += QStringLiteral("\nOptions:\n");
    const QList<const OptionRow *> rows = optionsOf(standing) + globalOptions();
    for (const OptionRow *row : rows)
        text += optionEntry(*row);
    text += QStringLiteral("\n'%1 VERB --help' tells more about a verb.\nThe manual is mediahelm(1).\n").arg(program);
    return text;
}

QString versionText()
{
    return QStringLiteral("mediahelm " MEDIAHELM_VERSION "\n");
}

} // namespace mediahelm::app
