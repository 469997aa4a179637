// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/yaml_timestamp.h"

#include <QDate>

namespace mediahelm::workspace {

namespace {

// Reads a text from its front.
class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at == m_text.size(); }
    bool take(QChar c)
    {
        const bool found = !atEnd() && m_text[m_at] == c;
        m_at += found ? 1 : 0;
        return found;
    }
    // A number of least to most digits, or -1.
    int number(int least, int most)
    {
        int value = 0;
        int digits = 0;
        for (; digits < most && !atEnd() && isDigit(m_text[m_at]); ++digits)
            value = value * 10 + (m_text[m_at++].unicode() - u'0');
        return digits < least ? -1 : value;
    }
    QString digits()
    {
        const qsizetype begin = m_at;
        while (!atEnd() && isDigit(m_text[m_at]))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }

private:
    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

    const QString &m_text;
    qsizetype m_at = 0;
};

QString padded(int number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

// "Z" or an offset, or nothing where it is neither.
std::optional<QString> zone(Reader &reader)
{
    if (reader.take(u'Z'))
        return QStringLiteral("Z");
    const bool east = reader.take(u'+');
    if (!east && !reader.take(u'-'))
        return std::nullopt;
    const int hours = reader.number(2, 2);
    if (hours < 0 || hours > 24 || !reader.take(u':'))
        return std::nullopt;
    const int minutes = reader.number(2, 2);
    if (minutes < 0 || minutes > 60)
        return std::nullopt;
    if (hours == 0 && minutes == 0)
        return QStringLiteral("Z");
    return (east ? u'+' : u'-') + padded(hours) + u':' + padded(minutes);
}

// "T21:59:43.1" as it stands after the date, with nanoseconds at most and without zeros at their end.
std::optional<QString> clock(Reader &reader)
{
    const int hour = reader.number(1, 2);
    if (hour < 0 || hour > 23 || !reader.take(u':'))
        return std::nullopt;
    const int minute = reader.number(1, 2);
    if (minute < 0 || minute > 59 || !reader.take(u':'))
        return std::nullopt;
    const int second = reader.number(1, 2);
    if (second < 0 || second > 59)
        return std::nullopt;
    QString text = u'T' + padded(hour) + u':' + padded(minute) + u':' + padded(second);
    if (reader.take(u'.') || reader.take(u',')) {
        QString fraction = reader.digits();
        if (fraction.isEmpty())
            return std::nullopt;
        fraction.truncate(9);
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
        if (!fraction.isEmpty())
            text += u'.' + fraction;
    }
    return text;
}

} // namespace

std::optional<QString> yamlTimestamp(const QString &text)
{
    Reader reader(text);
    const int year = reader.number(4, 4);
    if (year < 0 || !reader.take(u'-'))
        return std::nullopt;
    const int month = reader.number(1, 2);
    if (month < 0 || !reader.take(u'-'))
        return std::nullopt;
    const int day = reader.number(1, 2);
    // Qt has no year 0, which has the days of year 4.
    if (!QDate::isValid(year == 0 ? 4 : year, month, day))
        return std::nullopt;
    const QString date = QStringLiteral("%1-").arg(year, 4, 10, QLatin1Char('0')) + padded(month) + u'-' + padded(day);
    if (reader.atEnd())
        return QString(date + QStringLiteral("T00:00:00Z"));

    const bool spaced = reader.take(u' ');
    if (!spaced && !reader.take(u'T') && !reader.take(u't'))
        return std::nullopt;
    const std::optional<QString> time = clock(reader);
    if (!time)
        return std::nullopt;
    const std::optional<QString> offset = spaced ? std::optional(QStringLiteral("Z")) : zone(reader);
    if (!offset || !reader.atEnd())
        return std::nullopt;
    return QString(date + *time + *offset);
}

} // namespace mediahelm::workspace
