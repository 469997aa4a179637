// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/palette.h"
#include "ui/style/theme.h"
#include "ui/widgets/time_chart.h"

#include <QAbstractScrollArea>
#include <QLocale>
#include <QTest>

using namespace mediahelm::ui;

namespace {

// How many pixels are of exactly this colour: the inner ones of a line that lies along pixels.
int pixelsOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).rgb() == color.rgb() ? 1 : 0;
    }
    return count;
}

class PaintCounter : public QObject
{
public:
    int paints = 0;

protected:
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest ? 1 : 0;
        return false;
    }
};

} // namespace

class TimeChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void missingValuesAndSilenceMakeGaps()
    {
        const QList<TimePoint> points{{1000, 1.0}, {2000, 2.0},  {3000, std::nullopt}, {4000, 4.0},
                                      {5000, 5.0}, {20000, 6.0}, {21000, 7.0}};
        const auto segments = contiguousSegments(points, 0, 30000, 2500);
        QCOMPARE(segments.size(), 3);
        QCOMPARE(segments.at(0), QList<QPointF>({{1000, 1}, {2000, 2}}));
        QCOMPARE(segments.at(1), QList<QPointF>({{4000, 4}, {5000, 5}}));
        QCOMPARE(segments.at(2), QList<QPointF>({{20000, 6}, {21000, 7}}));
    }

    void anEngineThatMeasuresSlowlyLeavesNoGaps()
    {
        QList<TimePoint> points;
        for (int i = 0; i < 10; ++i)
            points.append({i * 5000, 1.0});
        QCOMPARE(gapBetween(points, 2500), 12'500);
        points.append({46'000, 1.0}); // not so slow after all
        QCOMPARE(gapBetween(points, 2500), 2500);
        QCOMPARE(gapBetween(points.first(2), 2500), 2500); // two tell nothing yet
    }

    void segmentsKeepOneNeighbourBeyondEachEdge()
    {
        QList<TimePoint> points;
        for (int i = 0; i < 10; ++i)
            points.append({i * 1000, double(i)});
        const auto segments = contiguousSegments(points, 3500, 6500, 2500);
        QCOMPARE(segments.size(), 1);
        QCOMPARE(segments.at(0).constFirst(), QPointF(3000, 3));
        QCOMPARE(segments.at(0).constLast(), QPointF(7000, 7));
    }

    void decimationKeepsTheExtremes()
    {
        QList<QPointF> points;
        for (int i = 0; i < 3600; ++i)
            points.append({i * 1000.0, i == 1777 ? 100.0 : i == 2222 ? -50.0 : 1.0});
        const QList<QPointF> few = decimated(points, 0, 3600000, 300);
        QVERIFY2(few.size() <= 2 * 301, qPrintable(QString::number(few.size())));
        QVERIFY(few.contains(QPointF(1777000, 100)));
        QVERIFY(few.contains(QPointF(2222000, -50)));
        QVERIFY(std::is_sorted(few.begin(), few.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); }));
    }

    void aMovingWindowDoesNotMakeTheLineTremble()
    {
        QList<QPointF> points;
        for (int i = 0; i < 1200; ++i)
            points.append({i * 1000.0, double((i * 37) % 101)});
        const QList<QPointF> now = decimated(points, 0, 600000, 100);
        const QList<QPointF> later = decimated(points, 1000, 601000, 100);
        QCOMPARE(now.mid(10, 100), later.mid(10, 100));
    }

    void timeStepsAreRound_data()
    {
        QTest::addColumn<qint64>("span");
        QTest::addColumn<int>("most");
        QTest::addColumn<qint64>("step");
        QTest::newRow("5 min, 5") << qint64(300000) << 5 << qint64(60000);
        QTest::newRow("10 min, 5") << qint64(600000) << 5 << qint64(120000);
        QTest::newRow("1 min, 5") << qint64(60000) << 5 << qint64(15000);
        QTest::newRow("1 day, 4") << qint64(86400000) << 4 << qint64(21600000);
    }
    void timeStepsAreRound()
    {
        QFETCH(qint64, span);
        QFETCH(int, most);
        QTEST(roundTimeStep(span, most), "step");
    }

    void valueScalesAreRound_data()
    {
        QTest::addColumn<double>("maximum");
        QTest::addColumn<bool>("binary");
        QTest::addColumn<double>("step");
        QTest::addColumn<double>("top");
        QTest::newRow("0.37 cores") << 0.37 << false << 0.1 << 0.4;
        QTest::newRow("1 core") << 1.0 << false << 0.25 << 1.0;
        QTest::newRow("7.2 cores") << 7.2 << false << 2.0 << 8.0;
        QTest::newRow("700 MiB") << 700.0 * 1024 * 1024 << true << 256.0 * 1024 * 1024 << 768.0 * 1024 * 1024;
        QTest::newRow("nothing") << 0.0 << false << 0.25 << 1.0;
        QTest::newRow("not a number") << qQNaN() << false << 0.25 << 1.0;
    }
    void valueScalesAreRound()
    {
        QFETCH(double, maximum);
        QFETCH(bool, binary);
        QFETCH(double, step);
        QFETCH(double, top);
        const ValueScale scale = roundValueScale(maximum, 4, binary);
        QCOMPARE(scale.step, step);
        QCOMPARE(scale.top, top);
    }

    void aScreenReaderIsToldTheValues()
    {
        TimeChart chart(QStringLiteral("CPU"), TimeChart::Unit::cores);
        const int line = chart.addSeries(QStringLiteral("jellyfin"));
        const QDateTime end = QDateTime::fromMSecsSinceEpoch(1700000000000, Qt::UTC);
        chart.append(line, {end.addSecs(-2).toMSecsSinceEpoch(), 0.4});
        chart.append(line, {end.toMSecsSinceEpoch(), 0.12});
        chart.advance(end);
        QCOMPARE(chart.description(), QStringLiteral("jellyfin: now 12 %, at most 40 % in the last 5 min"));
    }

    void drawsInBothThemesWithGapsAndManyLines()
    {
        TimeChart chart(QStringLiteral("Memory"), TimeChart::Unit::bytes);
        chart.resize(500, 260);
        const QDateTime end = QDateTime::fromMSecsSinceEpoch(1700000000000, Qt::UTC);
        for (int line = 0; line < 8; ++line) {
            chart.addSeries(QStringLiteral("service %1").arg(line));
            for (int second = 300; second >= 0; --second) {
                if (second / 20 % 5 != line % 5)
                    chart.append(line, {end.addSecs(-second).toMSecsSinceEpoch(), 1e7 * (line + 1) + second * 1e4});
            }
        }
        chart.show();
        chart.advance(end);
        const QImage with = chart.grab().toImage();
        chart.clearSeries();
        chart.advance(end);
        QVERIFY(with != chart.grab().toImage());
    }

    void D25_theLinesTakeTheNewColoursAtOnce()
    {
        Theme theme;
        theme.setMode(ThemeMode::light);
        TimeChart chart(QStringLiteral("CPU"), TimeChart::Unit::cores);
        chart.resize(500, 300);
        chart.addSeries(QStringLiteral("jellyfin"));
        const QDateTime end = QDateTime::fromMSecsSinceEpoch(1700000000000, Qt::UTC);
        for (int second = 300; second >= 0; --second)
            chart.append(0, {end.addSecs(-second).toMSecsSinceEpoch(), second % 60 < 30 ? 0.9 : 0.1});
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        chart.advance(end);
        const QColor light = lightPalette().series.front();
        const QColor dark = darkPalette().series.front();
        const auto plot = [&chart] { return chart.findChild<QAbstractScrollArea *>()->grab().toImage(); };
        QVERIFY(pixelsOf(plot(), light) > 100);
        QCOMPARE(pixelsOf(plot(), dark), 0);
        theme.setMode(ThemeMode::dark); // no value comes after it
        QCoreApplication::sendPostedEvents();
        QVERIFY(pixelsOf(plot(), dark) > 100);
        QCOMPARE(pixelsOf(plot(), light), 0);
    }

    void nothingIsDrawnWhileHidden()
    {
        TimeChart chart(QStringLiteral("CPU"), TimeChart::Unit::cores);
        chart.addSeries(QStringLiteral("jellyfin"));
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        const QDateTime end = QDateTime::fromMSecsSinceEpoch(1700000000000, Qt::UTC);
        chart.append(0, {end.toMSecsSinceEpoch(), 0.5});
        chart.advance(end);
        QCoreApplication::processEvents();
        PaintCounter counter;
        chart.findChild<QAbstractScrollArea *>()->viewport()->installEventFilter(&counter);
        chart.advance(end.addSecs(1));
        QTRY_VERIFY(counter.paints > 0);
        chart.hide();
        QCoreApplication::processEvents();
        counter.paints = 0;
        for (int second = 2; second < 10; ++second) {
            chart.append(0, {end.addSecs(second).toMSecsSinceEpoch(), 0.5});
            chart.advance(end.addSecs(second));
            QCoreApplication::processEvents();
        }
        QCOMPARE(counter.paints, 0);
    }
};

QTEST_MAIN(TimeChartTest)
#include "time_chart_test.moc"
