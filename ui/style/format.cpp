// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace mediahelm::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

using Seconds = std::chrono::seconds;
constexpr Seconds minute{60};
constexpr Seconds hour{3600};
constexpr Seconds day{86400};

// At most three digits, and none after the point where it adds nothing: 0.25, 1.5, 12, 999.
QString threeDigits(double value)
{
    const int decimals = value >= 9.95 || value == 0 ? 0 : (value >= 0.995 ? 1 : 2);
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

QString noValue()
{
    return QStringLiteral("—");
}

QString formatBytes(qint64 bytes)
{
    static constexpr std::array units{
        QT_TRANSLATE_NOOP("Format", "%1 B"),   QT_TRANSLATE_NOOP("Format", "%1 KiB"),
        QT_TRANSLATE_NOOP("Format", "%1 MiB"), QT_TRANSLATE_NOOP("Format", "%1 GiB"),
        QT_TRANSLATE_NOOP("Format", "%1 TiB"), QT_TRANSLATE_NOOP("Format", "%1 PiB"),
    };
    double value = static_cast<double>(std::max<qint64>(bytes, 0));
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    const QString number = unit == 0 ? QLocale().toString(value, 'f', 0) : threeDigits(value);
    return Text::tr(units.at(unit)).arg(number);
}

QString formatBytes(std::optional<qint64> bytes)
{
    return bytes ? formatBytes(*bytes) : noValue();
}

QString formatByteRate(double bytesPerSecond)
{
    return Text::tr("%1/s", "a size per second").arg(formatBytes(std::llround(std::max(bytesPerSecond, 0.0))));
}

QString formatByteRate(std::optional<double> bytesPerSecond)
{
    return bytesPerSecond ? formatByteRate(*bytesPerSecond) : noValue();
}

QString formatCores(double cores)
{
    const double percent = std::max(cores, 0.0) * 100;
    const int decimals = percent >= 9.95 || percent < 0.05 ? 0 : 1;
    return Text::tr("%1 %").arg(QLocale().toString(percent, 'f', decimals));
}

QString formatCores(std::optional<double> cores)
{
    return cores ? formatCores(*cores) : noValue();
}

QString formatShare(double part, double whole)
{
    if (!(whole > 0))
        return noValue();
    return Text::tr("%1 %").arg(QLocale().toString(part / whole * 100, 'f', 0));
}

QString formatDuration(Seconds duration)
{
    const Seconds span = std::max(duration, Seconds(0));
    if (span < minute)
        return Text::tr("%1 s").arg(span.count());
    const auto two = [](const char *both, const char *one, qint64 large, qint64 small) {
        return small == 0 ? Text::tr(one).arg(large) : Text::tr(both).arg(large).arg(small);
    };
    if (span < hour)
        return two(QT_TRANSLATE_NOOP("Format", "%1 min %2 s"), QT_TRANSLATE_NOOP("Format", "%1 min"), span / minute,
                   (span % minute).count());
    if (span < day)
        return two(QT_TRANSLATE_NOOP("Format", "%1 h %2 min"), QT_TRANSLATE_NOOP("Format", "%1 h"), span / hour,
                   (span % hour) / minute);
    return two(QT_TRANSLATE_NOOP("Format", "%1 d %2 h"), QT_TRANSLATE_NOOP("Format", "%1 d"), span / day,
               (span % day) / hour);
}

Seconds durationStep(Seconds duration)
{
    if (duration < hour)
        return Seconds(1);
    return duration < day ? minute : hour;
}

QString formatAge(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return noValue();
    const Seconds age(at.secsTo(now));
    if (age < Seconds(1))
        return Text::tr("just now");
    if (age < minute)
        return Text::tr("%1 s ago").arg(age.count());
    if (age < hour)
        return Text::tr("%1 min ago").arg(age / minute);
    if (age < day)
        return Text::tr("%1 h ago").arg(age / hour);
    return Text::tr("%1 d ago").arg(age / day);
}

QString formatInstant(const QDateTime &at)
{
    if (!at.isValid())
        return noValue();
    const QDateTime local = at.toLocalTime();
    const QLocale locale;
    return Text::tr("%1 %2", "date, time")
        .arg(locale.toString(local.date(), QLocale::ShortFormat), formatTimeOfDay(at));
}

QString formatTimeOfDay(const QDateTime &at, bool withMilliseconds)
{
    if (!at.isValid())
        return noValue();
    const QTime time = at.toLocalTime().time();
    const QLocale locale;
    if (withMilliseconds)
        return locale.toString(time, QStringLiteral("HH:mm:ss.zzz")); // in columns
    // As the locale writes the time, with the seconds that its short form leaves out.
    QString form = locale.timeFormat(QLocale::ShortFormat);
    if (!form.contains(QLatin1Char('s')))
        form.replace(QLatin1String("mm"), QLatin1String("mm:ss"));
    return locale.toString(time, form);
}

QString formatCount(qint64 count)
{
    return QLocale().toString(count);
}

} // namespace mediahelm::ui
