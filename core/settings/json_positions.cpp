// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/json_positions.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace mediahelm::settings {

// Walks a JSON text that is known to be valid. The depth is bounded, so the recursion is too.
class JsonScanner
{
public:
    JsonScanner(const QByteArray &text, JsonPositions &positions)
        : m_text(text)
        , m_positions(positions)
    {
    }

    void value(const QString &pointer, int depth)
    {
        skipSpace();
        if (atEnd() || depth > 64)
            return stop();
        m_positions.m_offsets.insert(pointer, m_at);
        const char c = m_text.at(m_at);
        if (c == '{')
            object(pointer, depth);
        else if (c == '[')
            array(pointer, depth);
        else if (c == '"')
            string();
        else
            word();
    }

    void skipByteOrderMark()
    {
        if (m_text.startsWith("\xef\xbb\xbf"))
            m_at = 3;
    }

private:
    void object(const QString &pointer, int depth)
    {
        ++m_at;
        while (!at('}')) {
            const qsizetype start = m_at;
            const QString key = string();
            const QString member = pointer + u'/' + key;
            if (m_positions.m_offsets.contains(member) && m_positions.m_duplicate.isEmpty())
                m_positions.m_duplicate = member;
            if (!at(':'))
                return stop();
            ++m_at;
            value(member, depth + 1);
            if (m_positions.m_duplicate == member)
                m_positions.m_offsets.insert(member, start);
            if (at(','))
                ++m_at;
            else if (!at('}'))
                return stop();
            skipSpace();
        }
        ++m_at;
    }

    void array(const QString &pointer, int depth)
    {
        ++m_at;
        for (int index = 0; !at(']'); ++index) {
            value(pointer + u'/' + QString::number(index), depth + 1);
            if (at(','))
                ++m_at;
            else if (!at(']'))
                return stop();
        }
        ++m_at;
    }

    QString string()
    {
        const qsizetype start = m_at;
        if (!at('"')) {
            stop();
            return {};
        }
        ++m_at;
        while (!atEnd() && m_text.at(m_at) != '"')
            m_at += m_text.at(m_at) == '\\' ? 2 : 1;
        ++m_at;
        const QByteArray alone = '[' + m_text.mid(start, m_at - start) + ']';
        return QJsonDocument::fromJson(alone).array().at(0).toString();
    }

    void word()
    {
        while (!atEnd() && !QByteArrayView(",]} \t\r\n").contains(m_text.at(m_at)))
            ++m_at;
    }

    // Whether the next character after white space is this one; true at the end, so that every loop ends.
    bool at(char c)
    {
        skipSpace();
        return atEnd() || m_text.at(m_at) == c;
    }
    void skipSpace()
    {
        while (!atEnd() && QByteArrayView(" \t\r\n").contains(m_text.at(m_at)))
            ++m_at;
    }
    bool atEnd() const { return m_at >= m_text.size(); }
    void stop() { m_at = m_text.size(); }

    const QByteArray &m_text;
    JsonPositions &m_positions;
    qsizetype m_at = 0;
};

JsonPositions JsonPositions::of(const QByteArray &text)
{
    JsonPositions positions;
    JsonScanner scanner(text, positions);
    scanner.skipByteOrderMark();
    scanner.value({}, 0);
    return positions;
}

qsizetype JsonPositions::offset(const QString &pointer) const
{
    for (QString at = pointer; !at.isEmpty(); at.truncate(at.lastIndexOf(u'/'))) {
        if (const auto found = m_offsets.constFind(at); found != m_offsets.cend())
            return *found;
    }
    return m_offsets.value(QString(), 0);
}

QString JsonPositions::lineAndColumn(const QByteArray &text, qsizetype offset)
{
    int line = 1;
    int column = 1;
    const qsizetype end = qMin(offset, text.size());
    for (qsizetype i = text.startsWith("\xef\xbb\xbf") ? 3 : 0; i < end; ++i) {
        if (text.at(i) == '\n') {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(text.at(i)) & 0xc0) != 0x80) {
            ++column;
        }
    }
    return QStringLiteral("%1:%2").arg(line).arg(column);
}

} // namespace mediahelm::settings
