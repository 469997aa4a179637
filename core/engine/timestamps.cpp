// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/timestamps.h"

#include <chrono>

namespace mediahelm::engine {

namespace {

constexpr qint64 nanosPerSecond = 1'000'000'000;

class Reader
{
public:
    explicit Reader(QByteArrayView text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at == m_text.size(); }
    bool skip(char c)
    {
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    std::optional<int> digit()
    {
        if (atEnd() || m_text[m_at] < '0' || m_text[m_at] > '9')
            return std::nullopt;
        return m_text[m_at++] - '0';
    }
    // Exactly `count` digits.
    std::optional<int> number(int count)
    {
        int value = 0;
        for (int i = 0; i < count; ++i) {
            const std::optional<int> next = digit();
            if (!next)
                return std::nullopt;
            value = value * 10 + *next;
        }
        return value;
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

std::optional<qint64> readDay(Reader &reader)
{
    const std::optional<int> year = reader.number(4);
    if (!year || !reader.skip('-'))
        return std::nullopt;
    const std::optional<int> month = reader.number(2);
    if (!month || !reader.skip('-'))
        return std::nullopt;
    const std::optional<int> day = reader.number(2);
    if (!day || *year < 1970 || *year > 2200)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count();
}

std::optional<qint64> readTimeOfDay(Reader &reader)
{
    const std::optional<int> hour = reader.number(2);
    if (!hour || !reader.skip(':'))
        return std::nullopt;
    const std::optional<int> minute = reader.number(2);
    if (!minute || !reader.skip(':'))
        return std::nullopt;
    const std::optional<int> second = reader.number(2);
    if (!second || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    qint64 nanos = (*hour * 3600LL + *minute * 60LL + *second) * nanosPerSecond;
    if (!reader.skip('.'))
        return nanos;
    qint64 unit = nanosPerSecond / 10;
    std::optional<int> digit = reader.digit();
    if (!digit)
        return std::nullopt;
    for (; digit; digit = reader.digit(), unit /= 10)
        nanos += *digit * unit;
    return nanos;
}

std::optional<qint64> readOffset(Reader &reader)
{
    if (reader.skip('Z'))
        return 0;
    const bool west = reader.skip('-');
    if (!west && !reader.skip('+'))
        return std::nullopt;
    const std::optional<int> hours = reader.number(2);
    if (!hours || !reader.skip(':'))
        return std::nullopt;
    const std::optional<int> minutes = reader.number(2);
    if (!minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    return (west ? -1 : 1) * (*hours * 3600LL + *minutes * 60LL) * nanosPerSecond;
}

} // namespace

std::optional<qint64> nanosecondsOf(QByteArrayView rfc3339)
{
    Reader reader(rfc3339);
    const std::optional<qint64> day = readDay(reader);
    if (!day || !reader.skip('T'))
        return std::nullopt;
    const std::optional<qint64> time = readTimeOfDay(reader);
    if (!time)
        return std::nullopt;
    const std::optional<qint64> offset = readOffset(reader);
    if (!offset || !reader.atEnd())
        return std::nullopt;
    return *day * 86400 * nanosPerSecond + *time - *offset;
}

QDateTime timeOf(QByteArrayView rfc3339)
{
    const std::optional<qint64> nanos = nanosecondsOf(rfc3339);
    return nanos ? QDateTime::fromMSecsSinceEpoch(*nanos / 1'000'000, Qt::UTC) : QDateTime();
}

QDateTime timeOf(const QString &rfc3339)
{
    return timeOf(QByteArrayView(rfc3339.toLatin1()));
}

QByteArray secondsAndNanos(qint64 nanoseconds)
{
    return QByteArray::number(nanoseconds / nanosPerSecond) + '.'
        + QByteArray::number(nanoseconds % nanosPerSecond).rightJustified(9, '0');
}

QByteArray secondsAndNanos(const QDateTime &time)
{
    return secondsAndNanos(time.toMSecsSinceEpoch() * 1'000'000);
}

} // namespace mediahelm::engine
