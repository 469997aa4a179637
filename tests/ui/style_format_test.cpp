// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/format.h"

#include <QLocale>
#include <QTest>

using namespace mediahelm::ui;
using namespace std::chrono_literals;

class StyleFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void bytesHaveThreeDigitsAndAUnit_data();
    void bytesHaveThreeDigitsAndAUnit();
    void coresArePercentOfOneCore_data();
    void coresArePercentOfOneCore();
    void durationsShowTheTwoLargestUnits_data();
    void durationsShowTheTwoLargestUnits();
    void aDurationReadsTheSameWithinItsStep();
    void agesShowTheLargestUnit_data();
    void agesShowTheLargestUnit();
    void whatIsNotKnownIsADash();
    void numbersFollowTheLocale();
};

void StyleFormatTest::bytesHaveThreeDigitsAndAUnit_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0 B");
    QTest::newRow("negative") << qint64(-5) << QStringLiteral("0 B");
    QTest::newRow("bytes") << qint64(999) << QStringLiteral("999 B");
    QTest::newRow("just a KiB") << qint64(1000) << QStringLiteral("0.98 KiB");
    QTest::newRow("KiB") << qint64(1536) << QStringLiteral("1.5 KiB");
    QTest::newRow("tens of MiB") << qint64(45) * 1024 * 1024 << QStringLiteral("45 MiB");
    QTest::newRow("GiB") << qint64(1.46 * 1024 * 1024 * 1024) << QStringLiteral("1.5 GiB");
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << QStringLiteral("8192 PiB");
}

void StyleFormatTest::bytesHaveThreeDigitsAndAUnit()
{
    QFETCH(qint64, bytes);
    QTEST(formatBytes(bytes), "text");
}

void StyleFormatTest::coresArePercentOfOneCore_data()
{
    QTest::addColumn<double>("cores");
    QTest::addColumn<QString>("text");
    QTest::newRow("idle") << 0.0 << QStringLiteral("0 %");
    QTest::newRow("next to idle") << 0.0004 << QStringLiteral("0 %");
    QTest::newRow("a little") << 0.031 << QStringLiteral("3.1 %");
    QTest::newRow("half") << 0.5 << QStringLiteral("50 %");
    QTest::newRow("two and a half") << 2.5 << QStringLiteral("250 %");
    QTest::newRow("negative") << -1.0 << QStringLiteral("0 %");
}

void StyleFormatTest::coresArePercentOfOneCore()
{
    QFETCH(double, cores);
    QTEST(formatCores(cores), "text");
}

void StyleFormatTest::durationsShowTheTwoLargestUnits_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << -3 << QStringLiteral("0 s");
    QTest::newRow("seconds") << 45 << QStringLiteral("45 s");
    QTest::newRow("a minute") << 60 << QStringLiteral("1 min");
    QTest::newRow("minutes") << 200 << QStringLiteral("3 min 20 s");
    QTest::newRow("hours") << 2 * 3600 + 5 * 60 + 59 << QStringLiteral("2 h 5 min");
    QTest::newRow("days") << 6 * 86400 + 3 * 3600 + 59 << QStringLiteral("6 d 3 h");
}

void StyleFormatTest::durationsShowTheTwoLargestUnits()
{
    QFETCH(int, seconds);
    QTEST(formatDuration(std::chrono::seconds(seconds)), "text");
}

void StyleFormatTest::aDurationReadsTheSameWithinItsStep()
{
    QCOMPARE(durationStep(10s), 1s);
    QCOMPARE(durationStep(2h), 60s);
    QCOMPARE(durationStep(48h), 3600s);
    QCOMPARE(formatDuration(2h), formatDuration(2h + 59s));
    QCOMPARE(formatDuration(48h), formatDuration(48h + 3599s));
}

void StyleFormatTest::agesShowTheLargestUnit_data()
{
    QTest::addColumn<int>("age");
    QTest::addColumn<QString>("text");
    QTest::newRow("the future") << -30 << QStringLiteral("just now");
    QTest::newRow("now") << 0 << QStringLiteral("just now");
    QTest::newRow("seconds") << 12 << QStringLiteral("12 s ago");
    QTest::newRow("minutes") << 185 << QStringLiteral("3 min ago");
    QTest::newRow("hours") << 7300 << QStringLiteral("2 h ago");
    QTest::newRow("days") << 6 * 86400 << QStringLiteral("6 d ago");
}

void StyleFormatTest::agesShowTheLargestUnit()
{
    QFETCH(int, age);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
    QTEST(formatAge(now.addSecs(-age), now), "text");
}

void StyleFormatTest::whatIsNotKnownIsADash()
{
    QCOMPARE(formatBytes(std::optional<qint64>()), noValue());
    QCOMPARE(formatByteRate(std::optional<double>()), noValue());
    QCOMPARE(formatCores(std::optional<double>()), noValue());
    QCOMPARE(formatShare(1, 0), noValue());
    QCOMPARE(formatAge({}, QDateTime::currentDateTimeUtc()), noValue());
    QCOMPARE(formatInstant({}), noValue());
}

void StyleFormatTest::numbersFollowTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(formatBytes(1536), QStringLiteral("1,5 KiB"));
    QCOMPARE(formatCores(0.031), QStringLiteral("3,1 %"));
    QLocale::setDefault(QLocale::c());
}

QTEST_MAIN(StyleFormatTest)
#include "style_format_test.moc"
