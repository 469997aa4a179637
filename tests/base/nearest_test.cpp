// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/nearest.h"

#include <QTest>

using mediahelm::base::nearestName;

class TestNearest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheOneMostLikelyMeant_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QStringList>("known");
        QTest::addColumn<QString>("nearest");

        const QStringList verbs{QStringLiteral("status"), QStringLiteral("logs"),    QStringLiteral("start"),
                                QStringLiteral("stop"),   QStringLiteral("restart"), QStringLiteral("hosts")};
        QTest::newRow("two letters swapped") << QStringLiteral("stauts") << verbs << QStringLiteral("status");
        QTest::newRow("a letter too few") << QStringLiteral("log") << verbs << QStringLiteral("logs");
        QTest::newRow("a letter too many") << QStringLiteral("hostss") << verbs << QStringLiteral("hosts");
        QTest::newRow("a wrong letter") << QStringLiteral("strop") << verbs << QStringLiteral("stop");
        QTest::newRow("the nearer of two") << QStringLiteral("restat") << verbs << QStringLiteral("restart");
        QTest::newRow("case does not count") << QStringLiteral("LOGS") << verbs << QStringLiteral("logs");
        QTest::newRow("nothing near") << QStringLiteral("frobnicate") << verbs << QString();
        QTest::newRow("all letters wrong") << QStringLiteral("xyz") << verbs << QString();
        QTest::newRow("nothing given") << QString() << verbs << QString();
        QTest::newRow("nothing known") << QStringLiteral("status") << QStringList() << QString();
        QTest::newRow("one letter is not near another")
            << QStringLiteral("x") << QStringList{QStringLiteral("y")} << QString();
        QTest::newRow("not ASCII") << QStringLiteral("jellyfün") << QStringList{QStringLiteral("jellyfin")}
                                   << QStringLiteral("jellyfin");
        QTest::newRow("known names keep their case")
            << QStringLiteral("jelyfin") << QStringList{QStringLiteral("Jellyfin")} << QStringLiteral("Jellyfin");
    }
    void namesTheOneMostLikelyMeant()
    {
        QFETCH(QString, given);
        QFETCH(QStringList, known);
        QTEST(nearestName(given, known), "nearest");
    }

    void anEndlessNameCostsNoTime()
    {
        const QStringList known(100, QString(100'000, QLatin1Char('a')));
        QElapsedTimer timer;
        timer.start();
        (void)nearestName(QString(10'000'000, QLatin1Char('b')), known);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestNearest)
#include "nearest_test.moc"
