// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/flow_place.h"

#include <algorithm>

namespace mediahelm::control {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype furthest = 64 * 1024; // bytes behind the place that are looked at

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct Level {
    bool isMapping = false;
    bool hasKey = false; // of the entry that is being read
    QString key;
    qsizetype begin = 0; // of the key or value that is being read
    QStringList keys; // of the other entries
};

class FlowScanner
{
public:
    FlowScanner(const QByteArray &text, qsizetype open, qsizetype at)
        : m_text(text)
        , m_open(open)
        , m_at(at)
    {
    }

    std::optional<FlowPlace> scan()
    {
        const qsizetype end = std::min(m_text.size(), m_at + furthest);
        for (m_i = m_open; m_i < end; ++m_i) {
            if (m_i == m_at)
                arrive();
            if (!take(m_text.at(m_i)))
                break;
        }
        if (!m_place && m_at >= end && !m_levels.isEmpty())
            arrive();
        if (m_place && m_place->whole.end < m_place->whole.begin)
            m_place->whole.end = std::min(m_text.size(), std::max(m_i, m_at));
        return m_place;
    }

private:
    // Whether there is anything left to look at.
    bool take(char c)
    {
        if (c == '\n' && m_place && m_levels.size() == m_depth)
            endWhole();
        if (c == '#' && m_i > 0 && isBlank(m_text.at(m_i - 1)))
            return skipComment();
        if ((c == '"' || c == '\'') && isAtBegin()) {
            skipTo(c);
            return true;
        }
        if (c == '$' && m_text.mid(m_i + 1, 1) == "{") {
            skipTo('}');
            return true;
        }
        switch (c) {
        case '[':
        case '{': m_levels.append({c == '{', false, {}, m_i + 1, {}}); return true;
        case ']':
        case '}': return close();
        case ',': return endEntry(), true;
        case ':': return endKey(), true;
        default: return true;
        }
    }

    bool isAtBegin() const
    {
        if (m_levels.isEmpty())
            return false;
        const qsizetype begin = m_levels.constLast().begin;
        return std::all_of(m_text.begin() + begin, m_text.begin() + m_i, isBlank);
    }

    // To the last byte before the one that ends it; the place may lie in between.
    void skipTo(char c)
    {
        for (qsizetype i = m_i + 1; i < m_text.size() && m_text.at(i) != '\n'; ++i) {
            const bool doubled = c == '\'' && m_text.at(i) == c && m_text.mid(i + 1, 1) == "'";
            if (doubled || (m_text.at(i) == '\\' && c == '"')) {
                ++i;
            } else if (m_text.at(i) == c) {
                passOver(i);
                return;
            }
        }
    }

    bool skipComment()
    {
        const qsizetype line = m_text.indexOf('\n', m_i);
        const qsizetype end = line < 0 ? m_text.size() : line;
        const bool here = !m_place && m_at > m_i && m_at <= end;
        if (here)
            arrive();
        else if (isAtBegin())
            m_levels.last().begin = end;
        m_i = end - 1;
        if (here)
            m_place->isComment = true;
        return !here;
    }

    void passOver(qsizetype last)
    {
        const bool within = !m_place && m_at > m_i && m_at <= last;
        if (within)
            arrive();
        m_i = last;
    }

    void arrive()
    {
        if (m_levels.isEmpty())
            return;
        FlowPlace place;
        for (const Level &level : std::as_const(m_levels)) {
            if (!level.isMapping)
                place.path.append(u"-"_s);
            if (level.hasKey)
                place.path.append(level.key);
        }
        const Level &last = m_levels.constLast();
        place.isKey = last.isMapping && !last.hasKey;
        qsizetype begin = last.begin;
        while (begin < m_at && isBlank(m_text.at(begin)))
            ++begin;
        place.whole = {begin, begin - 1};
        if (place.isKey)
            place.siblings = last.keys;
        m_place = place;
        m_depth = m_levels.size();
    }

    void endWhole()
    {
        if (m_place->whole.end < m_place->whole.begin)
            m_place->whole.end = m_i;
    }

    void endEntry()
    {
        if (m_place && m_levels.size() == m_depth)
            endWhole();
        Level &level = m_levels.last();
        level.hasKey = false;
        level.begin = m_i + 1;
    }

    void endKey()
    {
        const char next = m_i + 1 < m_text.size() ? m_text.at(m_i + 1) : ' ';
        Level &level = m_levels.last();
        const QByteArray before = m_text.sliced(level.begin, m_i - level.begin).trimmed();
        const bool quoted = before.size() > 1 && (before.front() == '"' || before.front() == '\'')
            && before.back() == before.front(); // as JSON has it, without a blank
        if (level.hasKey || !(quoted || isBlank(next) || next == ',' || next == ']' || next == '}'))
            return;
        const bool here = m_place && m_levels.size() == m_depth && m_place->whole.end < m_place->whole.begin;
        if (here) {
            m_place->whole.end = m_i;
            m_place->hasColon = m_place->isKey;
        }
        level.hasKey = true;
        level.key = QString::fromUtf8(quoted ? before.sliced(1, before.size() - 2) : before);
        level.begin = m_i + 1;
        level.keys.append(level.key);
        if (m_place && m_levels.size() == m_depth && !here)
            m_after.append(level.key);
    }

    bool close()
    {
        if (m_place && m_levels.size() == m_depth) {
            endWhole();
            m_place->siblings += m_after; // where it is never closed, what follows may be no part of it
            return false;
        }
        m_levels.removeLast();
        return !m_levels.isEmpty();
    }

    const QByteArray &m_text;
    const qsizetype m_open;
    const qsizetype m_at;
    qsizetype m_i = 0;
    QList<Level> m_levels;
    std::optional<FlowPlace> m_place;
    qsizetype m_depth = 0; // of the place
    QStringList m_after; // keys of its mapping behind it
};

} // namespace

std::optional<FlowPlace> flowPlace(const QByteArray &text, qsizetype open, qsizetype at)
{
    return FlowScanner(text, open, at).scan();
}

} // namespace mediahelm::control
