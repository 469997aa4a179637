// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/meddled_process.h"
#include "revision/crash_sweep.h"
#include "revision/store_bench.h"

#include <QTest>

using namespace mediahelm;
using namespace mediahelm::revision;

class TestRevisionCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!fakes::straceWorks())
            QSKIP("SKIPPED: strace cannot trace here");
    }

    void B10_killedAtAnyStepTheStoreIsOldOrNew_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("calls");
        const QStringList changing{QStringLiteral("write,pwrite64"), QStringLiteral("fsync,fdatasync"),
                                   QStringLiteral("rename,renameat,renameat2,link"),
                                   QStringLiteral("mkdir,mkdirat,rmdir,unlink,unlinkat,chmod,ftruncate,flock")};
        for (const char *verb : {"first save", "save", "record", "tag", "untag"}) {
            for (const QString &calls : changing) {
                if (QByteArray(verb) == "untag" && calls.startsWith(u'r'))
                    continue; // it unlinks
                QTest::addRow("%s: %s", verb, qPrintable(calls)) << QString::fromLatin1(verb) << calls;
            }
        }
        QTest::newRow("save: open") << QStringLiteral("save") << QStringLiteral("?open,openat");
    }
    void B10_killedAtAnyStepTheStoreIsOldOrNew()
    {
        QFETCH(QString, verb);
        QFETCH(QString, calls);
        sweep(verb, QStringLiteral("inject=%1:signal=SIGKILL:when=%2").arg(calls));
    }

    void B13_failingCallIsToldAndTheStoreIsOldOrNew_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("meddling");
        for (const char *verb : {"first save", "save", "record"}) {
            for (const char *meddling :
                 {"write:error=ENOSPC:when=%1+", "write:error=EIO:when=%1", "fsync:error=EIO:when=%1",
                  "rename,renameat,renameat2,link:error=ENOSPC:when=%1+", "mkdir,mkdirat:error=EDQUOT:when=%1+"})
                QTest::addRow("%s: %s", verb, meddling)
                    << QString::fromLatin1(verb) << QStringLiteral("inject=") + QString::fromLatin1(meddling);
        }
    }
    void B13_failingCallIsToldAndTheStoreIsOldOrNew()
    {
        QFETCH(QString, verb);
        QFETCH(QString, meddling);
        sweep(verb, meddling);
    }

private:
    // What the verb has changed, as one text.
    static QByteArray stateOf(RevisionStore &store)
    {
        const auto page = store.list({}, 10);
        if (!page.ok())
            return "broken: " + page.error().message.toUtf8();
        QByteArray text;
        for (const model::Revision &revision : page->revisions)
            text += revision.message.toUtf8() + ' ' + QByteArray::number(revision.deployment.has_value()) + ' ';
        const auto tags = store.tags();
        if (!tags.ok())
            return "broken: " + tags.error().message.toUtf8();
        for (const model::Tag &tag : *tags)
            text += tag.name.text().toUtf8() + ' ';
        return text;
    }

    // Half of a record may stand: the note is there, the tag that follows from it is not yet.
    static QByteArrayList statesBetween(const QString &verb)
    {
        return verb == QLatin1String("record") ? QByteArrayList{"before 1 "} : QByteArrayList{};
    }

    void prepare(const QString &folder, const QString &verb)
    {
        if (verb == QLatin1String("first save"))
            return;
        fakes::ManualClock clock;
        FolderLock lock(folder, QStringLiteral("prepare"), clock);
        RevisionStore store(lock, clock);
        const auto saved = store.save(tests::request(tests::before(), "before"));
        QVERIFY(saved.ok());
        if (verb == QLatin1String("untag"))
            QVERIFY(store.addTag({*model::TagName::parse(u"kept"), saved->revision.id, {}, {}, {}}).ok());
    }

    void sweep(const QString &verb, const QString &meddling)
    {
        const tests::CrashSweep sweep{verb.section(u' ', -1), meddling,
                                      [&](const QString &folder) { prepare(folder, verb); }};
        const base::SystemClock clock;
        QByteArray old;
        QByteArray fresh;
        const auto look = [&](const QString &folder) {
            FolderLock lock(folder, QStringLiteral("next start"), clock);
            RevisionStore store(lock, clock);
            return stateOf(store);
        };
        sweep.run([&](const QString &folder) { old = look(folder); },
                  [&](const QString &folder) { fresh = look(folder); },
                  [&](const QString &folder, bool done, const QByteArray &point) {
                      const QByteArray now = look(folder);
                      QVERIFY2(now == old || now == fresh || statesBetween(verb).contains(now), point + ": " + now);
                      QVERIFY2(!done || now == fresh, point + ": said to be done, and is not: " + now);
                      QVERIFY2(now.isEmpty() || tests::fsck(folder).isEmpty(), point + ": " + tests::fsck(folder));
                  },
                  [&](const QString &folder, const QByteArray &point) { // again, it is done
                      const QByteArray now = look(folder);
                      QVERIFY2(now == fresh, point + ": cannot be repeated: " + now);
                      FolderLock lock(folder, QStringLiteral("later"), clock);
                      QVERIFY2(RevisionStore(lock, clock).verify().ok(), point);
                  });
    }
};

QTEST_GUILESS_MAIN(TestRevisionCrash)
#include "revision_crash_test.moc"
