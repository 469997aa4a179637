// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/palette.h"

#include <QTest>

using namespace mediahelm::ui;

namespace {

struct Pair {
    const char *name;
    QColor front;
    QColor ground;
};

QList<Pair> textPairs(const Palette &p)
{
    QList<Pair> pairs{
        {"accent button", p.onAccent, p.accent},
        {"accent button hovered", p.onAccent, p.accentHover},
        {"tooltip", p.tooltipText, p.tooltip},
    };
    for (const QColor &ground : {p.window, p.surface, p.sidebar, p.hover, p.pressed, p.selection}) {
        pairs.append({"text", p.text, ground});
        pairs.append({"muted text", p.textMuted, ground});
        pairs.append({"accent text", p.accent, ground});
        for (const Palette::ToneColors &tone : p.tones)
            pairs.append({"tone", tone.text, ground});
    }
    for (const Palette::ToneColors &tone : p.tones) {
        pairs.append({"tone on its ground", tone.text, tone.soft});
        pairs.append({"text on a tone's ground", p.text, tone.soft});
    }
    return pairs;
}

QList<Pair> linePairs(const Palette &p)
{
    QList<Pair> pairs;
    for (const QColor &ground : {p.window, p.surface}) {
        pairs.append({"outline", p.outline, ground});
        pairs.append({"focus", p.focus, ground});
        for (const QColor &line : p.series)
            pairs.append({"chart line", line, ground});
    }
    return pairs;
}

} // namespace

class StylePaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void D12_everyPairHasEnoughContrast_data();
    void D12_everyPairHasEnoughContrast();
    void contrastIsMeasuredAsWcagDoes();
    void thePaletteIsFoundFromQts();
};

void StylePaletteTest::D12_everyPairHasEnoughContrast_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const Palette *palette : {&lightPalette(), &darkPalette()}) {
        const char *mode = palette->dark ? "dark" : "light";
        const auto addRows = [mode](const QList<Pair> &pairs, double least) {
            for (const Pair &pair : pairs)
                QTest::addRow("%s: %s %s on %s", mode, pair.name, qPrintable(pair.front.name()),
                              qPrintable(pair.ground.name()))
                    << pair.front << pair.ground << least;
        };
        addRows(textPairs(*palette), 4.5);
        addRows(linePairs(*palette), 3.0);
    }
}

void StylePaletteTest::D12_everyPairHasEnoughContrast()
{
    QFETCH(QColor, front);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    const double ratio = contrastRatio(front, ground);
    QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1").arg(ratio)));
}

void StylePaletteTest::contrastIsMeasuredAsWcagDoes()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrastRatio(QColor(0x777777), Qt::white) - 4.48) < 0.01);
}

void StylePaletteTest::thePaletteIsFoundFromQts()
{
    QVERIFY(paletteOf(toQPalette(darkPalette())).dark);
    QVERIFY(!paletteOf(toQPalette(lightPalette())).dark);
}

QTEST_MAIN(StylePaletteTest)
#include "style_palette_test.moc"
