// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/store_bench.h"

#include <QTest>

using namespace mediahelm;
using namespace mediahelm::revision;

class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void S04_pathStaysInTheWorkspace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, const QString &text, bool good = false) {
            QTest::newRow(name) << text << good;
        };
        row("a file", QStringLiteral("compose.yaml"), true);
        row("in folders", QStringLiteral("a/b/c.yaml"), true);
        row("hidden", QStringLiteral(".env"), true);
        row("blank, quotes and dollars", QStringLiteral("a \"b\" $(c);|&"), true);
        row("other letters", QStringLiteral("\u00fcml\u00e4ut/\u4e2d.yaml"), true);
        row("two dots in a name", QStringLiteral("a..b"), true);
        row("of git, but its settings", QStringLiteral(".gitignore"), true);
        row("longest part", QString(255, u'a'), true);
        row("empty", QString());
        row("absolute", QStringLiteral("/etc/passwd"));
        row("up", QStringLiteral("../a"));
        row("up in the middle", QStringLiteral("a/../../b"));
        row("up at the end", QStringLiteral("a/.."));
        row("here", QStringLiteral("./a"));
        row("empty part", QStringLiteral("a//b"));
        row("slash at the end", QStringLiteral("a/"));
        row("backslashes", QStringLiteral("..\\a"));
        row("line feed", QStringLiteral("a\nb"));
        row("NUL", QStringLiteral("a") + QChar(0) + QStringLiteral("b"));
        row("escape", QStringLiteral("a\u001b[2Jb"));
        row("C1 control", QStringLiteral("a\u0085b"));
        row("half a character", QStringLiteral("a") + QChar(0xd800));
        row("ours", QStringLiteral(".mediahelm/lock"));
        row("our folder itself", QStringLiteral(".mediahelm"));
        row("ours, where case does not count", QStringLiteral(".MediaHelm/x"));
        row("git's", QStringLiteral(".git/config"));
        row("git's below", QStringLiteral("a/.git/hooks/x"));
        row("git's, where case does not count", QStringLiteral(".GIT/config"));
        row("git's on NTFS", QStringLiteral("git~1/config"));
        row("git's on NTFS, with a stream", QStringLiteral(".git::$INDEX_ALLOCATION/config"));
        row("git's on NTFS, with a blank", QStringLiteral(".git ./config"));
        row("git's on HFS+", QStringLiteral(".g\u200cit/config"));
        row("too long a part", QString(256, u'a'));
        row("too long", QStringLiteral("a/").repeated(512) + u'b');
        row("too long in bytes", QString(200, QChar(0x4e2d)));
    }
    void S04_pathStaysInTheWorkspace()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto parsed = model::FilePath::parse(text);
        QCOMPARE(parsed.ok(), good);
        if (good)
            QCOMPARE(parsed->text(), text);
        else
            QCOMPARE(parsed.error().kind, base::ErrorKind::invalid);
    }

    void noFileIsAFolderToo_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<bool>("good");
        QTest::newRow("beside") << QByteArray("a/b") << QByteArray("a/c") << true;
        QTest::newRow("begins alike") << QByteArray("a") << QByteArray("ab/c") << true;
        QTest::newRow("twice") << QByteArray("a/b") << QByteArray("a/b") << false;
        QTest::newRow("below a file") << QByteArray("a") << QByteArray("a/b/c") << false;
        QTest::newRow("above a file") << QByteArray("a/b/c") << QByteArray("a/b") << false;
        QTest::newRow("above a file, names between") << QByteArray("a/b") << QByteArray("a") << false;
    }
    void noFileIsAFolderToo()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        Snapshot files;
        QVERIFY(files.add(tests::path("a-"), {"x", false}).ok());
        QVERIFY(files.add(tests::path("a."), {"x", false}).ok());
        QVERIFY(files.add(tests::path(first.constData()), {"x", false}).ok());
        const auto added = files.add(tests::path(second.constData()), {"y", false});
        QTEST(added.ok(), "good");
        if (!added.ok())
            QCOMPARE(added.error().kind, base::ErrorKind::conflict);
    }

    void sizesHaveLimits()
    {
        Snapshot files;
        QVERIFY(files.add(tests::path("most"), {QByteArray(Snapshot::largestFile, 'x'), false}).ok());
        QCOMPARE(files.add(tests::path("more"), {QByteArray(Snapshot::largestFile + 1, 'x'), false}).error().kind,
                 base::ErrorKind::invalid);
        for (int i = 1; i < 8; ++i)
            QVERIFY(files
                        .add(tests::path(QByteArray::number(i).constData()),
                             {QByteArray(Snapshot::largestFile, 'x'), false})
                        .ok());
        QCOMPARE(files.bytes(), Snapshot::largestTotal);
        QCOMPARE(files.add(tests::path("one"), {"x", false}).error().kind, base::ErrorKind::invalid);
        QCOMPARE(files.files().size(), 8);
    }

    void numberOfFilesHasALimit()
    {
        Snapshot files;
        for (int i = 0; i < Snapshot::mostFiles; ++i)
            QVERIFY(files.add(tests::path(QByteArray::number(i).constData()), {{}, false}).ok());
        QCOMPARE(files.add(tests::path("one"), {{}, false}).error().kind, base::ErrorKind::invalid);
    }

    void tagNamesAreThoseOfGit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << QStringLiteral("v1.0-before_move") << true;
        QTest::newRow("digits") << QStringLiteral("2026") << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("option") << QStringLiteral("-d") << false;
        QTest::newRow("folder") << QStringLiteral("a/b") << false;
        QTest::newRow("up") << QStringLiteral("a..b") << false;
        QTest::newRow("lock") << QStringLiteral("a.lock") << false;
        QTest::newRow("dot at the end") << QStringLiteral("a.") << false;
        QTest::newRow("head") << QStringLiteral("HEAD") << false;
        QTest::newRow("blank") << QStringLiteral("a b") << false;
        QTest::newRow("other letters") << QStringLiteral("\u00fc") << false;
        QTest::newRow("too long") << QString(64, u'a') << false;
    }
    void tagNamesAreThoseOfGit()
    {
        QFETCH(QString, text);
        QTEST(model::TagName::parse(text).ok(), "good");
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "snapshot_test.moc"
