// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/restore/workspace_restorer.h"

#include "revision/store_bench.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace mediahelm;
using namespace mediahelm::revision;
using base::ErrorKind;
using Reason = RestoreConflict::Reason;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly | QIODevice::Truncate), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

unsigned modeOf(const QString &path)
{
    struct stat status {
    };
    ::stat(QFile::encodeName(path).constData(), &status);
    return status.st_mode & 07777U;
}

} // namespace

class TestWorkspaceRestore : public QObject
{
    Q_OBJECT

    struct Bench {
        QTemporaryDir root;
        QTemporaryDir elsewhere;
        fakes::ManualClock clock;
        FolderLock lock{root.path(), QStringLiteral("restore-test"), clock};
        WorkspaceRestorer restorer{lock};

        QString at(const char *name) const { return root.filePath(QString::fromUtf8(name)); }
    };

private Q_SLOTS:
    void makesTheWorkspaceIntoTheSnapshot_data()
    {
        QTest::addColumn<Snapshot>("from");
        QTest::addColumn<Snapshot>("to");
        const auto row = [](const char *name, const Snapshot &from, const Snapshot &to) {
            QTest::newRow(name) << from << to;
        };
        row("everything at once", tests::before(), tests::after());
        row("and back", tests::after(), tests::before());
        row("nothing to do", tests::before(), tests::before());
        row("from nothing", {}, tests::before());
        row("to nothing", tests::before(), {});
        row("a file becomes a deep folder", tests::snapshot({{"a", "1"}}), tests::snapshot({{"a/b/c/d", "2"}}));
        row("a deep folder becomes a file", tests::snapshot({{"a/b/c/d", "2"}, {"a/e", "3"}}),
            tests::snapshot({{"a", "1"}}));
    }
    void makesTheWorkspaceIntoTheSnapshot()
    {
        QFETCH(Snapshot, from);
        QFETCH(Snapshot, to);
        Bench bench;
        tests::writeWorkspace(bench.root.path(), from);
        const auto outcome = bench.restorer.restore(from, to);
        QVERIFY2(outcome.ok(), outcome.ok() ? "" : qPrintable(outcome.error().message + outcome.error().detail));
        QCOMPARE(tests::readWorkspace(bench.root.path()), tests::asRead(to));
        QVERIFY(!bench.restorer.isInterrupted());
        QCOMPARE(bench.restorer.recover()->result, RestoreRecovery::Result::nothing);
    }

    void touchesOnlyWhatIsTracked()
    {
        Bench bench;
        tests::writeWorkspace(bench.root.path(), tests::before());
        write(bench.at("services/own.yaml"), "mine");
        write(bench.at("templates/b/.own"), "mine too");
        QVERIFY(QDir(bench.root.path()).mkpath(QStringLiteral("data/empty")));
        const auto refused = bench.restorer.restore(tests::before(), tests::after());
        QCOMPARE(refused.error().kind, ErrorKind::conflict); // the folder that was to go is not all ours
        QCOMPARE(refused.error().detail,
                 QStringLiteral("templates/b is in the way, and not of the workspace's history"));
        QVERIFY(QFile::remove(bench.at("templates/b/.own")));
        const auto outcome = bench.restorer.restore(tests::before(), tests::after());
        QVERIFY(outcome.ok());
        QCOMPARE(outcome->written.size(), 5);
        QCOMPARE(outcome->removed.size(), 3);
        auto expected = tests::asRead(tests::after());
        expected.insert(QStringLiteral("services/own.yaml"), "mine");
        expected.insert(QStringLiteral("data/empty/"), {});
        QCOMPARE(tests::readWorkspace(bench.root.path()), expected);
    }

    void replacedFileKeepsItsPermissions_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("executable");
        QTest::addColumn<int>("expected");
        QTest::newRow("0644") << 0644 << false << 0644;
        QTest::newRow("0600") << 0600 << false << 0600;
        QTest::newRow("0664, executable now") << 0664 << true << 0775;
        QTest::newRow("0600, executable now") << 0600 << true << 0700;
        QTest::newRow("0750, not executable any more") << 0750 << false << 0640;
    }
    void replacedFileKeepsItsPermissions()
    {
        QFETCH(int, mode);
        QFETCH(bool, executable);
        QFETCH(int, expected);
        Bench bench;
        write(bench.at("a"), "1");
        QCOMPARE(::chmod(QFile::encodeName(bench.at("a")).constData(), mode_t(mode)), 0);
        const bool was = (mode & 0100) != 0;
        QVERIFY(
            bench.restorer
                .restore(tests::snapshot({{was ? "a*" : "a", "1"}}), tests::snapshot({{executable ? "a*" : "a", "2"}}))
                .ok());
        QCOMPARE(modeOf(bench.at("a")), unsigned(expected));
    }

    void usersChangeIsAConflictAndStays_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<Reason>("reason");
        QTest::newRow("changed, to be replaced") << "write" << QByteArray("services/jellyfin.yaml") << Reason::changed;
        QTest::newRow("changed, to be removed") << "write" << QByteArray("services/gone.yaml") << Reason::changed;
        QTest::newRow("changed, and not of the change") << "write" << QByteArray("mediahelm.yaml") << Reason::changed;
        QTest::newRow("removed, to be replaced") << "remove" << QByteArray("services/jellyfin.yaml") << Reason::removed;
        QTest::newRow("made, where one is to be") << "write" << QByteArray("services/new.yaml") << Reason::inTheWay;
        QTest::newRow("executable now") << "chmod" << QByteArray("services/gone.yaml") << Reason::changed;
        QTest::newRow("a folder in its place") << "folder" << QByteArray("services/new.yaml") << Reason::inTheWay;
        QTest::newRow("a pipe in its place") << "fifo" << QByteArray("services/new.yaml") << Reason::inTheWay;
        QTest::newRow("a link to nothing") << "link" << QByteArray("services/new.yaml") << Reason::inTheWay;
    }
    void usersChangeIsAConflictAndStays()
    {
        QFETCH(QString, what);
        QFETCH(QByteArray, path);
        QFETCH(Reason, reason);
        Bench bench;
        tests::writeWorkspace(bench.root.path(), tests::before());
        const QString whole = bench.at(path.constData());
        if (what == QLatin1String("write"))
            write(whole, "mine");
        else if (what == QLatin1String("remove"))
            QVERIFY(QFile::remove(whole));
        else if (what == QLatin1String("chmod"))
            QCOMPARE(::chmod(QFile::encodeName(whole).constData(), 0755), 0);
        else if (what == QLatin1String("folder"))
            QVERIFY(QDir().mkpath(whole));
        else if (what == QLatin1String("fifo"))
            QCOMPARE(::mkfifo(QFile::encodeName(whole).constData(), 0600), 0);
        else
            QVERIFY(QFile::link(QStringLiteral("/nonexistent"), whole));
        const bool pipe = what == QLatin1String("fifo"); // reading it would wait for ever
        const auto was = pipe ? QMap<QString, QByteArray>() : tests::readWorkspace(bench.root.path());

        const auto plan = bench.restorer.plan(tests::before(), tests::after());
        QVERIFY(plan.ok());
        QCOMPARE(plan->conflicts, (QList<RestoreConflict>{{tests::path(path.constData()), reason}}));
        const auto refused = bench.restorer.restore(tests::before(), tests::after());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::conflict);
        QVERIFY(refused.error().detail.contains(QString::fromUtf8(path)));
        if (!pipe)
            QCOMPARE(tests::readWorkspace(bench.root.path()), was);
        QVERIFY(!bench.restorer.isInterrupted());
    }

    void fileThatIsAlreadyAsWantedIsNoConflict()
    {
        Bench bench;
        tests::writeWorkspace(bench.root.path(), tests::before());
        write(bench.at("services/new.yaml"), "image: new\n");
        QVERIFY(QFile::remove(bench.at("services/gone.yaml")));
        QVERIFY(bench.restorer.restore(tests::before(), tests::after()).ok());
        QCOMPARE(tests::readWorkspace(bench.root.path()), tests::asRead(tests::after()));
    }

    void linkedFileStaysLinked()
    {
        Bench bench;
        const QString real = bench.elsewhere.filePath(QStringLiteral("real"));
        write(real, "1");
        QVERIFY(QFile::link(real, bench.at("a")));
        QVERIFY(bench.restorer.restore(tests::snapshot({{"a", "1"}}), tests::snapshot({{"a", "2"}})).ok());
        QVERIFY(QFileInfo(bench.at("a")).isSymLink());
        QFile file(real);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("2"));
    }

    void S04_newFileIsNotMadeOutsideTheWorkspace()
    {
        Bench bench;
        QVERIFY(QFile::link(bench.elsewhere.path(), bench.at("out")));
        const auto plan = bench.restorer.plan({}, tests::snapshot({{"out/a", "1"}, {"out/b/c", "1"}}));
        QCOMPARE(plan->conflicts.size(), 2);
        QCOMPARE(plan->conflicts.first().reason, Reason::outside);
        QVERIFY(!bench.restorer.restore({}, tests::snapshot({{"out/a", "1"}})).ok());
        QVERIFY(QDir(bench.elsewhere.path()).isEmpty());
    }

    void B12_fullDiskPutsEverythingBack()
    {
        Bench bench;
        tests::writeWorkspace(bench.root.path(), tests::before());
        auto files = tests::after();
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{8'192, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto refused = bench.restorer.restore(tests::before(), files);
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::io);
        QCOMPARE(tests::readWorkspace(bench.root.path()), tests::asRead(tests::before()));
        QVERIFY(!bench.restorer.isInterrupted());
        QVERIFY(bench.restorer.restore(tests::before(), files).ok());
    }

    void damagedJournalIsToldAndSetAsideOnDemand_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("something else") << QByteArray("x");
        QTest::newRow("cut") << QByteArray("mediahelm restore 1\n0123");
        QTest::newRow("another sum") << "mediahelm restore 1\n" + QByteArray(64, '0') + "\n\x80";
    }
    void damagedJournalIsToldAndSetAsideOnDemand()
    {
        QFETCH(QByteArray, content);
        Bench bench;
        QVERIFY(QDir(bench.root.path()).mkdir(QStringLiteral(".mediahelm")));
        write(bench.at(".mediahelm/restore.journal"), content);
        QVERIFY(bench.restorer.isInterrupted());
        QCOMPARE(bench.restorer.recover().error().kind, ErrorKind::invalid);
        QCOMPARE(bench.restorer.restore({}, tests::after()).error().kind, ErrorKind::invalid);
        const auto aside = bench.restorer.setJournalAside();
        QVERIFY(aside.ok());
        QVERIFY(QFile::exists(*aside));
        QVERIFY(!bench.restorer.isInterrupted());
        QVERIFY(bench.restorer.restore({}, tests::after()).ok());
        QCOMPARE(bench.restorer.setJournalAside().error().kind, ErrorKind::notFound);
    }

    void recoveringNothingMakesNothing()
    {
        Bench bench;
        QCOMPARE(bench.restorer.recover()->result, RestoreRecovery::Result::nothing);
        QVERIFY(QDir(bench.root.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void anotherProcessKeepsUsOut()
    {
        Bench bench;
        FolderLock other(bench.root.path(), QStringLiteral("another"), bench.clock);
        const auto lease = other.take(QStringLiteral("applying"));
        const auto refused = bench.restorer.restore({}, tests::after());
        QCOMPARE(refused.error().kind, ErrorKind::conflict);
        QVERIFY(refused.error().message.contains(QStringLiteral("another")));
    }
};

Q_DECLARE_METATYPE(mediahelm::revision::Snapshot)
Q_DECLARE_METATYPE(mediahelm::revision::RestoreConflict::Reason)

QTEST_GUILESS_MAIN(TestWorkspaceRestore)
#include "workspace_restore_test.moc"
