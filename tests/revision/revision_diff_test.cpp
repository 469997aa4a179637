// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/store_bench.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::revision;

namespace {

QByteArray lines(int from, int to)
{
    QByteArray text;
    for (int i = from; i <= to; ++i)
        text += "line " + QByteArray::number(i) + '\n';
    return text;
}

} // namespace

class TestRevisionDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachKindOfChange()
    {
        tests::StoreBench bench;
        const model::Revision first = bench.save({{"changed", lines(1, 20)},
                                                  {"gone", "x\n"},
                                                  {"mode", "x\n"},
                                                  {"same", "x\n"},
                                                  {"binary", QByteArray("\0a", 2)}});
        const model::Revision second = bench.save({{"changed", lines(1, 9) + "new\n" + lines(11, 20)},
                                                   {"fresh", "y"},
                                                   {"mode*", "x\n"},
                                                   {"same", "x\n"},
                                                   {"binary", QByteArray("\0b", 2)}});
        const auto changes = bench.store.diff(first.id, second.id);
        QVERIFY(changes.ok());
        QStringList told;
        for (const model::FileChange &change : *changes)
            told.append(QStringLiteral("%1 %2").arg(change.path.text()).arg(int(change.kind)));
        QCOMPARE(told,
                 (QStringList{QStringLiteral("binary 2"), QStringLiteral("changed 2"), QStringLiteral("fresh 0"),
                              QStringLiteral("gone 1"), QStringLiteral("mode 3")}));
        QVERIFY(changes->at(0).binary);
        QVERIFY(changes->at(0).hunks.isEmpty());

        const model::FileChange &changed = changes->at(1);
        QCOMPARE(changed.hunks.size(), 1);
        QCOMPARE(changed.hunks.first().oldStart, 7);
        QCOMPARE(changed.hunks.first().oldLines, 7);
        QCOMPARE(changed.hunks.first().newLines, 7);
        QCOMPARE(changed.hunks.first().lines.size(), 8);
        QCOMPARE(changed.linesAdded, 1);
        QCOMPARE(changed.linesRemoved, 1);
        QVERIFY(changes->at(2).hunks.first().lines.first().endsWithoutNewline);
        QVERIFY(changes->at(4).newExecutable);

        QCOMPARE(bench.store.diff(first.id, first.id)->size(), 0);
        QCOMPARE(bench.store.diff(std::nullopt, first.id)->size(), 5);
        QCOMPARE(bench.store.diff(*model::RevisionId::parse(QString(40, u'1')), first.id).error().kind,
                 base::ErrorKind::notFound);
    }

    // The text is right when git makes one side into the other by it.
    void unifiedTextIsWhatGitApplies_data()
    {
        QTest::addColumn<Snapshot>("left");
        QTest::addColumn<Snapshot>("right");
        const auto row = [](const char *name, const Snapshot &left, const Snapshot &right) {
            QTest::newRow(name) << left << right;
        };
        const auto one = [](const QByteArray &bytes) { return tests::snapshot({{"a", bytes}}); };
        row("one line", one("a\nb\nc\n"), one("a\nB\nc\n"));
        row("several hunks", one(lines(1, 100)), one("0\n" + lines(1, 49) + lines(51, 99) + "end\n"));
        row("no newline any more", one("a\nb\n"), one("a\nb"));
        row("a newline now", one("a\nb"), one("a\nb\n"));
        row("no newline on either side", one("a\nb"), one("x\nb"));
        row("carriage returns", one("a\r\nb\r\n"), one("a\r\nc\r\n"));
        row("blank lines and tabs", one("\n\n\t\n"), one("\n \n\t\n\n"));
        row("no UTF-8", one("\xe4\n"), one("\xf6\n"));
        row("lines that look like a diff", one("--- a\n+++ b\n@@ -1 +1 @@\n"), one("--- b\n+++ b\n@@ -1 +1 @@\n"));
        row("emptied", one("a\n"), one(""));
        row("added and removed", tests::snapshot({{"x/y", "1\n"}}), tests::snapshot({{"z/y*", "1\n"}}));
        row("empty files", tests::snapshot({{"x", ""}, {"k", "k\n"}}), tests::snapshot({{"y", ""}, {"k", "k\n"}}));
        row("executable now, and changed", one("a\n"), tests::snapshot({{"a*", "b\n"}}));
        row("names with blanks and letters", tests::snapshot({{"a b/\xc3\xbc \xe4\xb8\xad", "1\n"}}),
            tests::snapshot({{"a b/\xc3\xbc \xe4\xb8\xad", "2\n"}}));
        row("blank name added", tests::snapshot({{"k", "k\n"}}), tests::snapshot({{"a b", "1\n"}, {"k", "k\n"}}));
    }
    void unifiedTextIsWhatGitApplies()
    {
        QFETCH(Snapshot, left);
        QFETCH(Snapshot, right);
        tests::StoreBench bench;
        const model::Revision first = bench.save(tests::request(left));
        const model::Revision second = bench.save(tests::request(right));
        const QByteArray text = unifiedText(*bench.store.diff(first.id, second.id));

        QTemporaryDir folder;
        tests::writeWorkspace(folder.path(), left);
        QProcess apply;
        QSignalSpy finished(&apply, &QProcess::finished);
        apply.setWorkingDirectory(folder.path());
        apply.setProcessChannelMode(QProcess::MergedChannels);
        apply.start(QStringLiteral("git"),
                    {QStringLiteral("apply"), QStringLiteral("--whitespace=nowarn"), QStringLiteral("-")});
        apply.write(text);
        apply.closeWriteChannel();
        QVERIFY(finished.wait(30'000));
        QVERIFY2(apply.exitCode() == 0, apply.readAll() + "\n" + text);
        QCOMPARE(tests::readWorkspace(folder.path()), tests::asRead(right));
    }

    void hugeDiffIsCut()
    {
        tests::StoreBench bench;
        QByteArray left;
        QByteArray right;
        for (int i = 0; i < 2 * model::mostDiffLines; ++i) { // a hunk of each
            left += "a" + QByteArray::number(i) + lines(1, 9);
            right += "b" + QByteArray::number(i) + lines(1, 9);
        }
        const model::Revision first = bench.save({{"a", left}});
        const model::Revision second = bench.save({{"a", right}});
        const auto changes = bench.store.diff(first.id, second.id);
        QVERIFY(changes->first().cut);
        QVERIFY(!changes->first().hunks.isEmpty());
        QVERIFY(changes->first().linesAdded <= model::mostDiffLines);
    }

    void externalChangeIsTold()
    {
        tests::StoreBench bench;
        bench.save({{"a", "1\n"}, {"b", "1\n"}});
        QVERIFY(bench.store.externalChange(tests::snapshot({{"a", "1\n"}, {"b", "1\n"}}))->isEmpty());
        const Snapshot onDisk = tests::snapshot({{"a", "2\n"}, {"c", "1\n"}});
        const auto changes = bench.store.externalChange(onDisk);
        QCOMPARE(changes->size(), 3);
        QCOMPARE(changes->at(0).hunks.first().lines.last().text, QByteArray("2"));
        SaveRequest what = tests::request(onDisk, "Changed outside");
        what.kind = model::RevisionKind::external;
        QCOMPARE(bench.save(what).kind, model::RevisionKind::external);
        QVERIFY(bench.store.externalChange(onDisk)->isEmpty());
    }
};

Q_DECLARE_METATYPE(mediahelm::revision::Snapshot)

QTEST_GUILESS_MAIN(TestRevisionDiff)
#include "revision_diff_test.moc"
