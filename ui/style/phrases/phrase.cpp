// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/phrases/phrase.h"

namespace mediahelm::ui {

namespace {

constexpr int mostSteps = 2000; // of a search; texts come from other programs too

// The number of the place that begins at `at`; 0: none does.
int placeAt(QStringView text, qsizetype at)
{
    const bool is = text[at] == u'%' && at + 1 < text.size() && text[at + 1] >= u'1' && text[at + 1] <= u'9';
    return is ? text[at + 1].unicode() - u'0' : 0;
}

} // namespace

struct Phrase::Search {
    QStringView text;
    Arguments arguments;
    int steps = 0;
};

Phrase::Phrase(const char *source)
    : m_source(source)
{
    const QString text = QString::fromUtf8(source);
    qsizetype from = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int place = placeAt(text, at);
        if (place == 0)
            continue;
        m_literals.append(text.mid(from, at - from));
        m_places.append(place);
        from = ++at + 1;
    }
    m_literals.append(text.mid(from));
    for (const QString &literal : std::as_const(m_literals))
        m_weight += literal.size();
}

std::optional<Phrase::Arguments> Phrase::match(QStringView text) const
{
    if (m_places.isEmpty())
        return text == m_literals.constFirst() ? std::optional<Arguments>(Arguments()) : std::nullopt;
    if (text.size() < m_weight + m_places.size() || !text.startsWith(m_literals.constFirst())
        || !text.endsWith(m_literals.constLast()))
        return std::nullopt;
    Search search{text, {}, 0};
    return matchFrom(search, 0, m_literals.constFirst().size()) ? std::optional(search.arguments) : std::nullopt;
}

// The argument of place `part` begins at `at`; looks for where it ends.
bool Phrase::matchFrom(Search &search, qsizetype part, qsizetype at) const
{
    const QString &behind = m_literals.at(part + 1);
    const bool last = part + 1 == m_places.size();
    const int place = m_places.at(part);
    for (qsizetype end = at + 1; end <= search.text.size(); ++end) {
        end = last ? search.text.size() - behind.size() : search.text.indexOf(behind, end);
        if (end <= at || ++search.steps > mostSteps)
            return false;
        const QString argument = search.text.sliced(at, end - at).toString();
        const Arguments before = search.arguments;
        const auto same = before.constFind(place);
        if (same == before.constEnd() || *same == argument) {
            search.arguments.insert(place, argument);
            if (last || matchFrom(search, part + 1, end + behind.size()))
                return true;
            search.arguments = before;
        }
        if (last)
            return false;
    }
    return false;
}

QString filledIn(const QString &text, const Phrase::Arguments &arguments)
{
    QString filled;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int place = placeAt(text, at);
        if (place > 0 && arguments.contains(place)) {
            filled += arguments.value(place);
            ++at;
        } else {
            filled += text[at];
        }
    }
    return filled;
}

} // namespace mediahelm::ui
