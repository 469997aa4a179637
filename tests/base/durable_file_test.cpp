// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"

#include "core/base/durable_temporary.h"
#include "fakes/meddled_process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace mediahelm::base;

namespace {

constexpr int size = 40'000; // more than one page, less than a pipe

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

unsigned modeOf(const QString &path)
{
    struct stat status {
    };
    ::stat(QFile::encodeName(path).constData(), &status);
    return status.st_mode & 07777;
}

// Sets the umask for a while.
class Umask
{
public:
    explicit Umask(mode_t mask)
        : m_before(::umask(mask))
    {
    }
    Umask(const Umask &) = delete;
    Umask &operator=(const Umask &) = delete;
    ~Umask() { ::umask(m_before); }

private:
    mode_t m_before;
};

struct Outcome {
    bool exited = false; // by itself, not by the signal
    bool saved = false; // it said that the content is durable
};

Outcome runMeddled(const QString &folder, const QString &path, const QString &meddling)
{
    const auto outcome = mediahelm::fakes::runMeddled(qEnvironmentVariable("DURABLE_WRITER"),
                                                      {path, QStringLiteral("n"), QString::number(size)}, meddling,
                                                      folder + QStringLiteral("/../trace"));
    return {outcome.exited, outcome.words == "saved"};
}

} // namespace

class TestDurableFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_root;
    QString m_folder;
    QString m_path;

    QStringList files() const
    {
        return QDir(m_folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = m_root.filePath(QStringLiteral("w"));
        QDir(m_folder).removeRecursively();
        QVERIFY(QDir().mkpath(m_folder));
        m_path = m_folder + QStringLiteral("/settings.json");
    }

    void writesANewFileAndReplacesAnOldOne()
    {
        QVERIFY(writeDurably(m_path, "one").ok());
        QCOMPARE(read(m_path), QByteArray("one"));
        QVERIFY(writeDurably(m_path, QByteArray(1'000'000, 'x')).ok());
        QCOMPARE(read(m_path), QByteArray(1'000'000, 'x'));
        QVERIFY(writeDurably(m_path, {}).ok());
        QCOMPARE(read(m_path), QByteArray());
        QCOMPARE(files(), QStringList{QStringLiteral("settings.json")});
    }

    void aFileOfTheUsersKeepsItsModeAndOwner_data()
    {
        QTest::addColumn<unsigned>("mode");
        QTest::newRow("readable by all") << 0644U;
        QTest::newRow("of a group") << 0664U;
        QTest::newRow("private") << 0600U;
        QTest::newRow("a script") << 0755U;
    }
    void aFileOfTheUsersKeepsItsModeAndOwner()
    {
        QFETCH(const unsigned, mode);
        const Umask umask(077);
        QVERIFY(replaceDurably(m_path, "one").ok());
        QCOMPARE(modeOf(m_path), 0644U); // as other tools would make it
        QCOMPARE(::chmod(QFile::encodeName(m_path).constData(), mode), 0);
        const bool root = ::geteuid() == 0;
        if (root)
            QCOMPARE(::chown(QFile::encodeName(m_path).constData(), 1234, 4321), 0);
        QVERIFY(replaceDurably(m_path, "two").ok());
        QCOMPARE(read(m_path), QByteArray("two"));
        QCOMPARE(modeOf(m_path), mode);
        if (root)
            QCOMPARE(QFileInfo(m_path).ownerId(), 1234U);
        if (root)
            QCOMPARE(QFileInfo(m_path).groupId(), 4321U);
    }

    void whatIsNoFileIsNotReplaced()
    {
        QVERIFY(QDir().mkpath(m_path));
        const Status status = replaceDurably(m_path, "x");
        QCOMPARE(status.error().kind, ErrorKind::invalid);
        QVERIFY(QFileInfo(m_path).isDir());
    }

    void modeIsAsGivenWhateverTheUmask()
    {
        for (const mode_t mask : {0, 022, 077}) {
            const Umask umask(mask);
            QVERIFY(writeDurably(m_path, "x").ok());
            QCOMPARE(modeOf(m_path), 0600U);
            QVERIFY(writeDurably(m_path, "x", 0644).ok());
            QCOMPARE(modeOf(m_path), 0644U);
        }
    }

    void madeOnlyWhereThereIsNone()
    {
        QVERIFY(createDurably(m_path, "one").ok());
        QCOMPARE(read(m_path), QByteArray("one"));
        QCOMPARE(modeOf(m_path), 0600U);
        QCOMPARE(createDurably(m_path, "two").error().kind, ErrorKind::conflict);
        QCOMPARE(read(m_path), QByteArray("one"));
        const QString link = m_folder + QStringLiteral("/link");
        QVERIFY(QFile::link(m_folder + QStringLiteral("/nowhere"), link));
        QCOMPARE(createDurably(link, "three").error().kind, ErrorKind::conflict);
        QCOMPARE(createDurably(m_folder + QStringLiteral("/missing/x"), "x").error().kind, ErrorKind::io);
        QCOMPARE(files(), (QStringList{QStringLiteral("settings.json")})); // a broken link is none to QDir
        QVERIFY(QFileInfo(link).isSymLink());
    }

    void linkedFileStaysLinked_data()
    {
        QTest::addColumn<int>("links");
        QTest::newRow("one link") << 1;
        QTest::newRow("a link to a link") << 2;
        QTest::newRow("a link to a link to a link") << 3;
    }
    void linkedFileStaysLinked()
    {
        QFETCH(int, links);
        const QString target = m_folder + QStringLiteral("/real.json");
        write(target, "old");
        QString path = target;
        for (int i = 0; i < links; ++i) {
            const QString link = m_folder + QStringLiteral("/link%1").arg(i);
            QVERIFY(QFile::link(path, link));
            path = link;
        }
        QVERIFY(writeDurably(path, "new").ok());
        QCOMPARE(read(target), QByteArray("new"));
        for (int i = 0; i < links; ++i)
            QVERIFY(QFileInfo(m_folder + QStringLiteral("/link%1").arg(i)).isSymLink());
    }

    void linkToNothingYetIsFollowed()
    {
        const QString target = m_folder + QStringLiteral("/later.json");
        QVERIFY(QFile::link(target, m_path));
        QVERIFY(writeDurably(m_path, "new").ok());
        QCOMPARE(read(target), QByteArray("new"));
        QVERIFY(QFileInfo(m_path).isSymLink());
    }

    void failureIsToldAndLeavesNothing_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no such folder") << QStringLiteral("missing/file");
        QTest::newRow("a file for a folder") << QStringLiteral("file/x");
        QTest::newRow("a folder in its place") << QStringLiteral("folder");
    }
    void failureIsToldAndLeavesNothing()
    {
        QFETCH(QString, path);
        write(m_folder + QStringLiteral("/file"), "f");
        QVERIFY(QDir(m_folder).mkdir(QStringLiteral("folder")));
        const Status status = writeDurably(m_folder + QLatin1Char('/') + path, "x");
        QVERIFY(!status.ok());
        QCOMPARE(status.error().kind, ErrorKind::io);
        QCOMPARE(files(), (QStringList{QStringLiteral("file"), QStringLiteral("folder")}));
    }

    void B12_diskThatFillsHalfwayLeavesTheOldContent()
    {
        write(m_path, "old");
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{16'384, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const Status status = writeDurably(m_path, QByteArray(size, 'n'));
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);

        QVERIFY(!status.ok());
        QCOMPARE(status.error().kind, ErrorKind::io);
        QCOMPARE(read(m_path), QByteArray("old"));
        QCOMPARE(files(), QStringList{QStringLiteral("settings.json")});
    }

    void B10_killedAtAnyStepTheFileIsOldOrNew_data()
    {
        QTest::addColumn<QString>("calls");
        for (const char *calls : {"write", "fsync,fdatasync", "rename,renameat,renameat2", "fchmod", "close",
                                  "unlink,unlinkat", "?open,openat"})
            QTest::newRow(calls) << QString::fromLatin1(calls);
    }
    void B10_killedAtAnyStepTheFileIsOldOrNew()
    {
        if (!mediahelm::fakes::straceWorks())
            QSKIP("SKIPPED: strace cannot trace here");
        QFETCH(QString, calls);
        const QByteArray old(size, 'o');
        const QByteArray fresh(size, 'n');
        int point = 1;
        bool left = false;
        for (bool over = false; !over; ++point) {
            QVERIFY2(point < 400, "the sweep has no end");
            write(m_path, old);
            const Outcome outcome =
                runMeddled(m_folder, m_path, QStringLiteral("inject=%1:signal=SIGKILL:when=%2").arg(calls).arg(point));
            const QByteArray now = read(m_path);
            QVERIFY2(now == old || now == fresh, qPrintable(QStringLiteral("mixed at %1 %2").arg(calls).arg(point)));
            if (outcome.saved)
                QVERIFY2(now == fresh, "said to be saved, and is not");
            over = outcome.exited;
            left = left || files().size() > 1;
            QVERIFY(writeDurably(m_folder + QStringLiteral("/other.json"), "x").ok());
            const QStringList names{QStringLiteral("other.json"), QStringLiteral("settings.json")};
            QVERIFY2(files() == names, qPrintable(files().join(u' ') + QStringLiteral(" after %1").arg(point)));
            QVERIFY(QFile::remove(m_folder + QStringLiteral("/other.json")));
        }
        // The others are called before there is anything to leave, or when it has its name.
        if (calls.startsWith(u"write") || calls.startsWith(u"fsync") || calls.startsWith(u"rename"))
            QVERIFY2(left, "nothing was ever left, so that nothing was swept");
        qInfo("%s: %d of %d points ok", qPrintable(calls), point - 1, point - 1);
    }

    void B13_systemCallThatFailsLeavesTheOldContent_data()
    {
        QTest::addColumn<QString>("meddling");
        QTest::addColumn<bool>("newMayStand");
        const auto row = [](const char *meddling, bool newMayStand = false) {
            QTest::newRow(meddling) << QString::fromLatin1(meddling) << newMayStand;
        };
#ifdef __SANITIZE_THREAD__ // whose runtime writes once before main()
#define FIRST_WRITE "when=2"
#else
#define FIRST_WRITE "when=1"
#endif
        row("inject=write:error=ENOSPC:" FIRST_WRITE);
        row("inject=write:error=EIO:" FIRST_WRITE);
        row("inject=write:error=EDQUOT:" FIRST_WRITE);
        row("inject=fsync:error=EIO:when=1");
        row("inject=fsync:error=ENOSPC:when=1");
        row("inject=fsync:error=EIO:when=2", true); // of the folder: the new name is there, and may not survive
        row("inject=rename,renameat,renameat2:error=EROFS");
        row("inject=rename,renameat,renameat2:error=ENOSPC");
        row("inject=fchmod:error=EPERM");
    }
    void B13_systemCallThatFailsLeavesTheOldContent()
    {
        if (!mediahelm::fakes::straceWorks())
            QSKIP("SKIPPED: strace cannot trace here");
        QFETCH(QString, meddling);
        QFETCH(bool, newMayStand);
        write(m_path, "old");
        const Outcome outcome = runMeddled(m_folder, m_path, meddling);
        QVERIFY(outcome.exited);
        QVERIFY(!outcome.saved);
        if (!newMayStand)
            QCOMPARE(read(m_path), QByteArray("old"));
        QCOMPARE(files(), QStringList{QStringLiteral("settings.json")});
    }

    void B13_interruptedCallsAreRepeated()
    {
        if (!mediahelm::fakes::straceWorks())
            QSKIP("SKIPPED: strace cannot trace here");
        write(m_path, "old");
        const Outcome outcome = runMeddled(m_folder, m_path, QStringLiteral("inject=write:error=EINTR:when=1..3"));
        QVERIFY(outcome.saved);
        QCOMPARE(read(m_path), QByteArray(size, 'n'));
    }

    void whatAKilledWriterLeftIsSweptAndNothingElse()
    {
        const QStringList others{QStringLiteral(".settings.json.mediahelm-abc12"), // too short
                                 QStringLiteral(".settings.json.mediahelm-abc1234"),
                                 QStringLiteral(".settings.json.mediahelm-abc 12"),
                                 QStringLiteral(".settings.json.mediahelm.abc123"),
                                 QStringLiteral(".mediahelm-abc123"),
                                 QStringLiteral("settings.json.abc123"),
                                 QStringLiteral("settings.json.mediahelm-abc123")}; // not hidden
        for (const QString &name : others)
            write(m_folder + u'/' + name, "the user's");
        const QString folder = m_folder + QStringLiteral("/.folder.mediahelm-abc123");
        QVERIFY(QDir().mkpath(folder));
        const QString link = m_folder + QStringLiteral("/.link.mediahelm-abc123");
        QVERIFY(QFile::link(m_folder + u'/' + others.first(), link));
        const QString two = m_folder + QStringLiteral("/.two.mediahelm-abc123"); // it has another name too
        QCOMPARE(
            ::link(QFile::encodeName(m_folder + u'/' + others.last()).constData(), QFile::encodeName(two).constData()),
            0);
        const DurableTemporary living(m_path);
        QVERIFY(living.valid());
        QStringList expected = files();
        const QString left = m_folder + QStringLiteral("/.settings.json.mediahelm-abc123");
        write(left, "half");
        const QString readOnly = m_folder + QStringLiteral("/.x.mediahelm-ABCdef");
        write(readOnly, "half");
        QCOMPARE(::chmod(QFile::encodeName(readOnly).constData(), 0444), 0);

        QVERIFY(writeDurably(m_path, "new").ok());
        expected.append(QStringLiteral("settings.json"));
        QStringList now = files();
        now.sort();
        expected.sort();
        QCOMPARE(now, expected);
        QCOMPARE(read(m_path), QByteArray("new"));
    }

    void aFileWithTheLongestNameIsWrittenToo()
    {
        for (const QString &name : {QString(255, u'x'), QString(127, QChar(0xe9)) + u'x'}) {
            const QString path = m_folder + u'/' + name;
            QVERIFY(writeDurably(path, "new").ok());
            QCOMPARE(read(path), QByteArray("new"));
            QVERIFY(QFile::remove(path));
            QCOMPARE(files(), QStringList());
        }
    }

    void readsUpToTheLimit()
    {
        write(m_path, QByteArray(size, 'x'));
        QCOMPARE(readBounded(m_path, size)->size(), size);
        QCOMPARE(readBounded(m_path, size + 1)->size(), size);
        QCOMPARE(readBounded(m_path, size - 1).error().kind, ErrorKind::invalid);
        write(m_path, {});
        QCOMPARE(*readBounded(m_path, 0), QByteArray());
    }

    void readsNothingThatIsNoFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("nothing") << QStringLiteral("missing") << ErrorKind::notFound;
        QTest::newRow("below a file") << QStringLiteral("file/x") << ErrorKind::notFound;
        QTest::newRow("a folder") << QStringLiteral(".") << ErrorKind::invalid;
        QTest::newRow("a device without end") << QStringLiteral("/dev/zero") << ErrorKind::invalid;
        QTest::newRow("a pipe that nobody writes to") << QStringLiteral("fifo") << ErrorKind::invalid;
        QTest::newRow("a link to nothing") << QStringLiteral("dangling") << ErrorKind::notFound;
    }
    void readsNothingThatIsNoFile()
    {
        QFETCH(QString, path);
        write(m_folder + QStringLiteral("/file"), "f");
        QCOMPARE(::mkfifo(QFile::encodeName(m_folder + QStringLiteral("/fifo")).constData(), 0600), 0);
        QVERIFY(QFile::link(m_folder + QStringLiteral("/nowhere"), m_folder + QStringLiteral("/dangling")));
        const auto content = readBounded(QDir(m_folder).absoluteFilePath(path), 1000);
        QVERIFY(!content.ok());
        QTEST(content.error().kind, "kind");
    }

    void readingWithoutPermissionIsRefused()
    {
        if (::geteuid() == 0 && ::seteuid(65534) != 0)
            QSKIP("SKIPPED: cannot become another user");
        const auto content = readBounded(QStringLiteral("/etc/shadow"), 1'000'000);
        (void)!::seteuid(0);
        QVERIFY(!content.ok());
        QCOMPARE(content.error().kind, ErrorKind::refused);
    }

    void privateFolderAndItsParentsAreOurs()
    {
        const Umask umask(0);
        const QString deep = m_folder + QStringLiteral("/a/b/c");
        QVERIFY(makePrivateFolder(deep).ok());
        QCOMPARE(modeOf(m_folder + QStringLiteral("/a")), 0700U);
        QCOMPARE(modeOf(deep), 0700U);
        QVERIFY(makePrivateFolder(deep).ok()); // already there
        QVERIFY(makePrivateFolder(deep + QLatin1Char('/')).ok());
    }

    void privateFolderInTheWayOfAFileIsToldAsIo()
    {
        write(m_path, "x");
        QCOMPARE(makePrivateFolder(m_path).error().kind, ErrorKind::io);
        QCOMPARE(makePrivateFolder(m_path + QStringLiteral("/below")).error().kind, ErrorKind::io);
    }
};

QTEST_GUILESS_MAIN(TestDurableFile)
#include "durable_file_test.moc"
