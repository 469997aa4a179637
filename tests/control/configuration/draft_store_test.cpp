// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/draft_store.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::control;

class DraftStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItKept();
    void keepsWorkspacesApart();
    void isForNobodyElse();
    void aDamagedOneIsLeftAlone();
    void S11_leavesSecretsOut_data();
    void S11_leavesSecretsOut();

private:
    static Draft draft(const QByteArray &bytes)
    {
        return {QStringLiteral("services/a.yaml"), bytes, textDigest("base"),
                QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC), false};
    }
};

void DraftStoreTest::givesBackWhatItKept()
{
    const QTemporaryDir folder;
    const DraftStore store(folder.path(), QStringLiteral("/w"));
    const Draft kept = draft(QByteArray("\xef\xbb\xbf"
                                        "a\r\n\0b\xff",
                                        9));
    QVERIFY(store.keep(kept));
    QCOMPARE(store.all(), QList<Draft>{kept});
    QVERIFY(store.keep(draft("newer")));
    QCOMPARE(store.all().size(), 1);
    QCOMPARE(store.all().constFirst().bytes, QByteArray("newer"));
    store.drop(kept.path);
    QVERIFY(store.all().isEmpty());
}

void DraftStoreTest::keepsWorkspacesApart()
{
    const QTemporaryDir folder;
    QVERIFY(DraftStore(folder.path(), QStringLiteral("/one")).keep(draft("a")));
    QVERIFY(DraftStore(folder.path(), QStringLiteral("/two")).all().isEmpty());
    QVERIFY(DraftStore(QString(), QStringLiteral("/one")).keep(draft("a"))); // kept nowhere
}

void DraftStoreTest::isForNobodyElse()
{
    const QTemporaryDir folder;
    QVERIFY(DraftStore(folder.path() + QStringLiteral("/drafts"), QStringLiteral("/w")).keep(draft("a")));
    QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    files.next();
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(files.fileInfo().permissions() & others));
    QVERIFY(!(QFileInfo(files.fileInfo().path()).permissions() & (others | QFile::ExeGroup | QFile::ExeOther)));
}

void DraftStoreTest::aDamagedOneIsLeftAlone()
{
    const QTemporaryDir folder;
    const DraftStore store(folder.path(), QStringLiteral("/w"));
    QVERIFY(store.keep(draft("a")));
    QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    QFile file(files.next());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ half");
    file.close();
    QVERIFY(store.all().isEmpty());
    QVERIFY(file.exists());
}

void DraftStoreTest::S11_leavesSecretsOut_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("kept");
    const auto env = FileKind::env;
    const auto yaml = FileKind::compose;
    QTest::newRow("env") << env << QByteArray("A=1\nKEY=s3cret\nB=2\n") << QByteArray("A=1\nKEY=\nB=2\n");
    QTest::newRow("env, quoted") << env << QByteArray("KEY=\"s3cret\" # why\n") << QByteArray("KEY=\n");
    QTest::newRow("env, several lines") << env << QByteArray("KEY='s3\ncret'\nB=2\n") << QByteArray("KEY=\nB=2\n");
    QTest::newRow("env, a reference") << env << QByteArray("KEY=${OTHER}\n") << QByteArray("KEY=${OTHER}\n");
    QTest::newRow("env, another name") << env << QByteArray("MY_KEY=1\nKEYS=2\n") << QByteArray("MY_KEY=1\nKEYS=2\n");
    QTest::newRow("mapping") << yaml << QByteArray("a:\n  KEY: s3cret\n  B: 1\n")
                             << QByteArray("a:\n  KEY: \n  B: 1\n");
    QTest::newRow("list") << yaml << QByteArray("a:\n  - KEY=s3cret\n") << QByteArray("a:\n  - KEY=\n");
    QTest::newRow("broken YAML") << yaml << QByteArray("a: [\n  'KEY': 's3cret\n") << QByteArray("a: [\n  'KEY': \n");
    QTest::newRow("reference") << yaml << QByteArray("KEY: \"${KEY:?}\"\n") << QByteArray("KEY: \"${KEY:?}\"\n");
    QTest::newRow("literal block") << yaml << QByteArray("a:\n  KEY: |-\n    s3\n\n    cret\n  B: 1\n")
                                   << QByteArray("a:\n  KEY: \n  B: 1\n");
    QTest::newRow("folded block, CRLF") << yaml << QByteArray("KEY: >\r\n\r\n  s3cret\r\nB: 1\r\n")
                                        << QByteArray("KEY: \r\nB: 1\r\n");
    QTest::newRow("on the next line") << yaml << QByteArray("a:\n  KEY:\n    # why\n    s3cret\n  B: 1\n")
                                      << QByteArray("a:\n  KEY:\n  B: 1\n");
    QTest::newRow("quoted, several lines")
        << yaml << QByteArray("a:\n  KEY: \"s3\n    cret: 1\"\n  B: 1\n") << QByteArray("a:\n  KEY: \n  B: 1\n");
    QTest::newRow("quoted, begun on the next line")
        << yaml << QByteArray("KEY:\n  \"s3:\n  cret\"\nB: 1\n") << QByteArray("KEY:\nB: 1\n");
    QTest::newRow("plain, several lines")
        << yaml << QByteArray("a:\n  - KEY=s3\n    cret\n  - B=1\n") << QByteArray("a:\n  - KEY=\n  - B=1\n");
    QTest::newRow("in a list of mappings")
        << yaml << QByteArray("- KEY: s3\n   cret\n  B: 1\n") << QByteArray("- KEY: \n  B: 1\n");
    QTest::newRow("in braces") << yaml << QByteArray("  a: {KEY: \"s3\n    cret\"}\n  B: 1\n")
                               << QByteArray("  a: {KEY: \n  B: 1\n");
    QTest::newRow("what is said about it")
        << yaml << QByteArray("KEY: {description: Of the API.}\n") << QByteArray("KEY: {description: Of the API.}\n");
    QTest::newRow("what is said about it, in lines") << yaml << QByteArray("KEY:\n  description: Of the API.\nB: 1\n")
                                                     << QByteArray("KEY:\n  description: Of the API.\nB: 1\n");
    QTest::newRow("in a comment") << yaml << QByteArray("a:\n# KEY: s3cret\n  B: 1\n")
                                  << QByteArray("a:\n# KEY: \n  B: 1\n");
    QTest::newRow("in a script") << yaml << QByteArray("a: |\n  KEY=s3cret\n    more\n")
                                 << QByteArray("a: |\n  KEY=\n    more\n");
    QTest::newRow("no value") << yaml << QByteArray("a:\n  KEY:\n  B: 1\n") << QByteArray("a:\n  KEY:\n  B: 1\n");
    QTest::newRow("nothing in quotes") << yaml << QByteArray("a:\n  KEY: \"\"\n  B: 1\n")
                                       << QByteArray("a:\n  KEY: \"\"\n  B: 1\n");
}

void DraftStoreTest::S11_leavesSecretsOut()
{
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, kept);
    QCOMPARE(withoutSecrets(text, kind, {QStringLiteral("KEY")}), kept);
    QCOMPARE(withoutSecrets(text, kind, {}), text);
}

QTEST_GUILESS_MAIN(DraftStoreTest)
#include "draft_store_test.moc"
