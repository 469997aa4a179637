// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/command_line.h"

#include "core/base/nearest.h"

#include <algorithm>
#include <optional>

namespace mediahelm::app {

namespace {

QString dashed(const OptionRow &row)
{
    return QStringLiteral("--") + QString::fromLatin1(row.name);
}

const OptionRow *optionNamed(const QString &name)
{
    const auto rows = optionRows();
    const auto found =
        std::ranges::find_if(rows, [&](const OptionRow &row) { return name == QLatin1String(row.name); });
    return found == rows.end() ? nullptr : &*found;
}

const OptionRow *optionLettered(QChar letter)
{
    const auto rows = optionRows();
    const auto found = std::ranges::find_if(
        rows, [&](const OptionRow &row) { return row.letter && letter == QLatin1Char(row.letter); });
    return found == rows.end() ? nullptr : &*found;
}

class Parser
{
public:
    Parser(const QStringList &words, Verb standing)
        : m_words(words)
        , m_standing(standing)
    {
    }

    std::variant<CommandLine, UsageError> parse()
    {
        while (!m_error && m_next < m_words.size())
            word(m_words.at(m_next++));
        if (!m_error)
            findVerb();
        if (!m_error)
            checkOptions();
        if (!m_error && !m_line.has(Option::help) && !m_line.has(Option::version))
            checkArguments();
        if (m_error)
            return *m_error;
        return m_line;
    }

private:
    void word(const QString &word)
    {
        if (m_onlyPlain || word == u"-" || !word.startsWith(u'-'))
            m_plain.append(word);
        else if (word == u"--")
            m_onlyPlain = true;
        else if (word.startsWith(u"--"))
            longOption(word.mid(2));
        else
            letters(word.mid(1));
    }

    void longOption(const QString &text)
    {
        const QString name = text.section(u'=', 0, 0);
        const OptionRow *row = optionNamed(name);
        if (!row) {
            QStringList known;
            for (const OptionRow &each : optionRows())
                known.append(QString::fromLatin1(each.name));
            const QString nearest = base::nearestName(name, known);
            return fail(QStringLiteral("unknown option --%1").arg(name),
                        nearest.isEmpty() ? QString() : QStringLiteral("--") + nearest);
        }
        const bool given = text.contains(u'=');
        if (!*row->value) {
            if (given)
                return fail(QStringLiteral("%1 takes no value").arg(dashed(*row)));
            return take(*row, std::nullopt);
        }
        if (given)
            return take(*row, text.section(u'=', 1));
        takeNext(*row);
    }

    void letters(const QString &text)
    {
        for (qsizetype i = 0; i < text.size() && !m_error; ++i) {
            const OptionRow *row = optionLettered(text.at(i));
            if (!row)
                return fail(QStringLiteral("unknown option -%1").arg(text.at(i)));
            if (!*row->value)
                take(*row, std::nullopt);
            else if (i + 1 < text.size())
                return take(*row, text.mid(i + 1));
            else
                takeNext(*row);
        }
    }

    void takeNext(const OptionRow &row)
    {
        if (m_next >= m_words.size())
            return fail(QStringLiteral("%1 needs a value: %2").arg(dashed(row), QString::fromLatin1(row.value)));
        take(row, m_words.at(m_next++));
    }

    void take(const OptionRow &row, const std::optional<QString> &value)
    {
        if (value && value->isEmpty())
            return fail(QStringLiteral("%1 needs a value: %2").arg(dashed(row), QString::fromLatin1(row.value)));
        if (value && m_line.has(row.option) && !row.repeats)
            return fail(QStringLiteral("%1 is given twice").arg(dashed(row)));
        QStringList &values = m_line.values[row.option];
        if (value)
            values.append(*value);
    }

    void findVerb()
    {
        m_line.verb = m_line.has(Option::server) ? Verb::server : m_standing;
        if (m_plain.isEmpty())
            return;
        const VerbRow *best = nullptr;
        for (const VerbRow &row : verbRows()) {
            const QStringList words = verbWords(row);
            if (!words.isEmpty() && m_plain.mid(0, words.size()) == words)
                best = &row;
        }
        if (!best && m_plain.size() == 1)
            best = listOf(m_plain.first());
        if (!best)
            return unknownVerb();
        if (m_line.has(Option::server) && best->verb != Verb::server)
            return fail(QStringLiteral("--server and the verb %1 exclude each other").arg(m_plain.first()));
        m_line.verb = best->verb;
        m_line.arguments = m_plain.mid(verbWords(*best).size());
    }

    // "hosts" alone is "hosts list".
    static const VerbRow *listOf(const QString &word)
    {
        const auto rows = verbRows();
        const auto found = std::ranges::find(rows, QStringList{word, QStringLiteral("list")}, verbWords);
        return found == rows.end() ? nullptr : &*found;
    }

    void unknownVerb()
    {
        QStringList first;
        QStringList second;
        for (const VerbRow &row : verbRows()) {
            const QStringList words = verbWords(row);
            first << words.value(0);
            if (words.value(0) == m_plain.first())
                second << words.value(1);
        }
        first.removeAll(QString());
        if (m_plain.first() == u"help" || m_plain.first() == u"version")
            first = {QStringLiteral("--") + m_plain.first()};
        if (second.isEmpty())
            return fail(QStringLiteral("unknown verb \"%1\"").arg(m_plain.first()),
                        base::nearestName(m_plain.first(), first));
        QString nearest = base::nearestName(m_plain.value(1), second);
        if (!nearest.isEmpty())
            nearest.prepend(m_plain.first() + u' ');
        fail(QStringLiteral("unknown verb \"%1 %2\"").arg(m_plain.first(), m_plain.value(1)), nearest);
    }

    void checkOptions()
    {
        for (const OptionRow &row : optionRows()) {
            if (m_line.has(row.option) && !(row.verbs & bit(m_line.verb))) {
                const VerbRow &verb = verbRow(m_line.verb);
                return fail(*verb.words ? QStringLiteral("%1 means nothing to the verb %2")
                                              .arg(dashed(row), QString::fromLatin1(verb.words))
                                        : QStringLiteral("%1 needs a verb").arg(dashed(row)));
            }
        }
    }

    void checkArguments()
    {
        const VerbRow &row = verbRow(m_line.verb);
        const QString words = QString::fromLatin1(row.words);
        if (m_line.arguments.size() < row.least)
            return fail(QStringLiteral("%1 needs %2").arg(words, QString::fromLatin1(row.arguments)));
        if (row.most >= 0 && m_line.arguments.size() > row.most)
            return fail(QStringLiteral("%1 does not take \"%2\"").arg(words, m_line.arguments.at(row.most)));
    }

    void fail(const QString &message, const QString &suggestion = {})
    {
        m_error = UsageError{message, suggestion, m_line.verb};
    }

    const QStringList m_words;
    const Verb m_standing;
    qsizetype m_next = 0;
    bool m_onlyPlain = false;
    QStringList m_plain;
    CommandLine m_line;
    std::optional<UsageError> m_error;
};

} // namespace

std::variant<CommandLine, UsageError> parseCommandLine(const QStringList &words, Verb standing)
{
    return Parser(words, standing).parse();
}

} // namespace mediahelm::app
