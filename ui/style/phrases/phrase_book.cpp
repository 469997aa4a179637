// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/phrases/phrase_book.h"

#include "ui/style/phrases/phrase.h"
#include "ui/style/phrases/phrase_tables.h"

#include <QCoreApplication>

#include <algorithm>

namespace mediahelm::ui {

namespace {

constexpr int deepest = 6; // phrases within phrases
constexpr qsizetype longest = 4000; // characters; a sentence has some hundred

QString translated(const char *source)
{
    return QCoreApplication::translate("Phrases", source);
}

QList<Phrase> phrasesOf(std::initializer_list<std::span<const char *const>> tables)
{
    QList<Phrase> phrases;
    for (const std::span<const char *const> table : tables) {
        for (const char *source : table)
            phrases.append(Phrase(source));
    }
    // What says more is tried before what fits more.
    std::ranges::stable_sort(phrases, std::ranges::greater(), &Phrase::weight);
    return phrases;
}

class Book
{
public:
    Book()
        : m_phrases(phrasesOf({PhraseTables::deployments(), PhraseTables::predicates(), PhraseTables::checks(),
                               PhraseTables::files(), PhraseTables::setup(), PhraseTables::errors()}))
        , m_predicates(phrasesOf({PhraseTables::predicates()}))
    {
    }

    QString say(const QString &english, int depth) const
    {
        if (depth > deepest || english.size() > longest)
            return english;
        if (english.contains(u'\n'))
            return eachOf(english, QStringLiteral("\n"), depth);
        if (const auto whole = byPhrases(english, m_phrases, depth))
            return *whole;
        const qsizetype space = english.indexOf(u' ');
        const auto predicate = space > 0 ? byPhrases(english.mid(space + 1), m_predicates, depth) : std::nullopt;
        if (predicate)
            return english.first(space + 1) + *predicate;
        if (space > 1 && english.at(space - 1) == u':') // where it is: "compose.yaml:7: ..."
            return english.first(space + 1) + say(english.mid(space + 1), depth + 1);
        return eachOf(english, QStringLiteral("; "), depth);
    }

private:
    std::optional<QString> byPhrases(const QString &english, const QList<Phrase> &phrases, int depth) const
    {
        for (const Phrase &phrase : phrases) {
            auto arguments = phrase.match(english);
            if (!arguments)
                continue;
            for (QString &argument : *arguments) {
                if (argument.contains(u' ')) // a word is a name
                    argument = say(argument, depth + 1);
            }
            return filledIn(translated(phrase.source()), *arguments);
        }
        return std::nullopt;
    }

    // Lines; what is wrong and how it is mended, which are known apart.
    QString eachOf(const QString &english, const QString &joint, int depth) const
    {
        QStringList parts = english.split(joint);
        if (parts.size() < 2)
            return english;
        for (QString &part : parts)
            part = say(part, depth + 1);
        return parts.join(joint);
    }

    QList<Phrase> m_phrases;
    QList<Phrase> m_predicates;
};

bool speaksEnglish()
{
    const char *any = PhraseTables::deployments().front();
    return translated(any) == QString::fromUtf8(any);
}

} // namespace

QString inOurWords(const QString &english)
{
    if (english.isEmpty() || speaksEnglish())
        return english;
    static const Book book;
    return book.say(english, 0);
}

} // namespace mediahelm::ui
