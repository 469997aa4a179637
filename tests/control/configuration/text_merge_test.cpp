// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/text_merge.h"

#include <QTest>

using namespace mediahelm;

class TextMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merges_data();
    void merges();
};

void TextMergeTest::merges_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("merged"); // null: a conflict
    const QByteArray base = "a\nb\nc\nd\ne\n";
    QTest::newRow("equal") << base << base << base << base;
    QTest::newRow("only mine") << base << base << QByteArray("x\nb\nc\nd\ne\n") << QByteArray("x\nb\nc\nd\ne\n");
    QTest::newRow("only theirs") << base << QByteArray("a\nb\nc\nd\n") << base << QByteArray("a\nb\nc\nd\n");
    QTest::newRow("both apart") << base << QByteArray("a\nb\nc\nd\nE\n") << QByteArray("A\nb\nc\nd\ne\n")
                                << QByteArray("A\nb\nc\nd\nE\n");
    QTest::newRow("both the same") << base << QByteArray("A\nb\nc\nd\ne\n") << QByteArray("A\nb\nc\nd\ne\n")
                                   << QByteArray("A\nb\nc\nd\ne\n");
    QTest::newRow("both the same line") << base << QByteArray("1\nb\nc\nd\ne\n") << QByteArray("2\nb\nc\nd\ne\n")
                                        << QByteArray();
    QTest::newRow("Windows line ends, no break at the end")
        << QByteArray("a\r\nb\r\nc\r\nd") << QByteArray("a\r\nb\r\nc\r\nD") << QByteArray("A\r\nb\r\nc\r\nd")
        << QByteArray("A\r\nb\r\nc\r\nD");
}

void TextMergeTest::merges()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, merged);
    const auto result = control::mergeTexts(base, theirs, mine);
    QVERIFY(result);
    QCOMPARE(result->conflicts, merged.isNull() ? 1 : 0);
    if (!merged.isNull())
        QCOMPARE(result->bytes, merged);
}

QTEST_APPLESS_MAIN(TextMergeTest)
#include "text_merge_test.moc"
