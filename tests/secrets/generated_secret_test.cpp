// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/generated_secret.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace mediahelm::secrets;

class GeneratedSecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areOfTheirAlphabetAndLength();
    void useTheWholeAlphabet();
    void areNeverTheSame();
};

void GeneratedSecretTest::areOfTheirAlphabetAndLength()
{
    for (const int length : {1, 24, 64}) {
        const QByteArray hex = generatedHex(length);
        QCOMPARE(hex.size(), length);
        QVERIFY(std::ranges::all_of(hex, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }));
        const QByteArray text = generatedAlphanumeric(length);
        QCOMPARE(text.size(), length);
        QVERIFY(std::ranges::all_of(
            text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }));
    }
}

void GeneratedSecretTest::useTheWholeAlphabet()
{
    // Of 10,000 characters each of 62 is missing once in 10^70 times.
    const QByteArray text = generatedAlphanumeric(10'000);
    QCOMPARE(QSet<char>(text.begin(), text.end()).size(), 62);
    const QByteArray hex = generatedHex(10'000);
    QCOMPARE(QSet<char>(hex.begin(), hex.end()).size(), 16);
}

void GeneratedSecretTest::areNeverTheSame()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(generatedHex(32));
    QCOMPARE(seen.size(), 1000);
}

QTEST_GUILESS_MAIN(GeneratedSecretTest)
#include "generated_secret_test.moc"
