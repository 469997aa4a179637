// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/secret_scan.h"

#include "revision/store_bench.h"

#include <QTest>

using namespace mediahelm;
using namespace mediahelm::revision;

class TestSecretScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void S11_secretIsFoundHoweverItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line"); // 0: not found
        const auto row = [](const char *name, const QByteArray &secret, const QByteArray &bytes, int line) {
            QTest::newRow(name) << secret << bytes << line;
        };
        row("plain", "hunter2hunter2", "a: b\nPASSWORD=hunter2hunter2\n", 2);
        row("in the middle of a word", "hunter2hunter2", "xhunter2hunter2x", 1);
        row("the first of two lines", "hunter2hunter2", "\n\nhunter2hunter2\nhunter2hunter2", 3);
        row("double quotes of YAML and JSON", "pass\"wo\\rd", "a: \"pass\\\"wo\\\\rd\"", 1);
        row("single quotes of YAML", "pass'word", "a: 'pass''word'", 1);
        row("a dollar of Compose", "pa$$word1", "a: pa$$$$word1", 1);
        row("a dollar of Compose in single quotes", "it's$8dollars", "a: 'it''s$$8dollars'", 1);
        row("in a URL", "p@ss/word", "postgres://u:p%40ss%2Fword@db/x", 1);
        row("line feed at its end", "hunter2hunter2\n", "x hunter2hunter2", 1);
        row("a key of several lines, indented",
            "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0\n-----END PRIVATE KEY-----\n",
            "key: |\n  x\n  MIIEvQIBADANBgkqhkiG9w0\n", 3);
        row("bytes that are no text", QByteArray("\xff\x00\xfe\x01\xfd\x02\xfc\x03", 8),
            QByteArray("\n\x00\xff\x00\xfe\x01\xfd\x02\xfc\x03", 10), 2);
        row("short, by itself", "1234", "PIN=1234\n", 1);
        row("short, in a number", "1234", "id: 012345\n", 0);
        row("short, in a word, then by itself", "abcd", "xabcdx\nabcd", 2);
        row("too short to be sought", "abc", "abc", 0);
        row("empty", "", "abc", 0);
        row("not there", "hunter2hunter2", "hunter2hunter", 0);
    }
    void S11_secretIsFoundHoweverItIsWritten()
    {
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, bytes);
        const SecretScan scan({QByteArray("another secret"), secret});
        QTEST(scan.firstLine(bytes).value_or(0), "line");
    }

    void S11_savingASecretIsRefusedAndTellsWhere_data()
    {
        QTest::addColumn<int>("where");
        QTest::addColumn<QString>("told");
        QTest::newRow("file") << 0 << QStringLiteral("services/a.yaml, line 2,");
        QTest::newRow("message") << 1 << QStringLiteral("the message");
        QTest::newRow("author") << 2 << QStringLiteral("the author's name");
        QTest::newRow("file name") << 3 << QStringLiteral("a file's name");
    }
    void S11_savingASecretIsRefusedAndTellsWhere()
    {
        QFETCH(int, where);
        QFETCH(QString, told);
        const QByteArray canary = "canary-4711-secret";
        tests::StoreBench bench;
        const QByteArray name = where == 3 ? "x/" + canary : QByteArray("b");
        SaveRequest what = tests::request(tests::snapshot(
            {{"services/a.yaml", where == 0 ? "image: x\nkey: " + canary + '\n' : QByteArray("image: x\n")},
             {name.constData(), "y"}}));
        if (where == 1)
            what.message += QString::fromLatin1(canary);
        if (where == 2)
            what.author.name += QString::fromLatin1(canary);
        what.secrets = {canary};

        const auto outcome = bench.store.save(what);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().kind, base::ErrorKind::refused);
        QVERIFY2(outcome.error().message.contains(told), qPrintable(outcome.error().message));
        QVERIFY(!outcome.error().message.contains(QString::fromLatin1(canary)));
        QVERIFY(!outcome.error().detail.contains(QString::fromLatin1(canary)));
        QCOMPARE(bench.store.check().state, StoreState::absent); // nothing at all was written
        what.secrets.clear();
        QVERIFY(bench.store.save(what).ok());
    }
};

QTEST_GUILESS_MAIN(TestSecretScan)
#include "secret_scan_test.moc"
