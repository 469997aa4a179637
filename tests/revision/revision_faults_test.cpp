// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/crash_sweep.h"
#include "revision/store_bench.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>

using namespace mediahelm;
using namespace mediahelm::revision;
using base::ErrorKind;

namespace {

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, 0);
    QRandomGenerator(1).fillRange(reinterpret_cast<quint32 *>(bytes.data()), size / 4);
    return bytes;
}

// The loose object that git means.
QString objectPath(const tests::StoreBench &bench, const char *what)
{
    const QString id = QString::fromLatin1(
        tests::git(bench.folder(), {QStringLiteral("rev-parse"), QString::fromLatin1(what)}).text.trimmed());
    return bench.storePath() + QStringLiteral("/objects/") + id.left(2) + u'/' + id.mid(2);
}

void change(const QString &path, const std::function<void(QByteArray &)> &how)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    QByteArray bytes = file.readAll();
    file.close();
    how(bytes);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

// A small file system of its own, where the test may mount one.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder)
        : m_folder(QFile::encodeName(folder))
        , m_mounted(::mount("none", m_folder.constData(), "tmpfs", 0, "size=3m") == 0)
    {
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    bool mounted() const { return m_mounted; }
    // Leaves so many bytes.
    void fill(qint64 leave)
    {
        QFile filler(QFile::decodeName(m_folder) + QStringLiteral("/filler"));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'f')) == 4096) {
        }
        QVERIFY(filler.resize(filler.size() - leave));
    }
    void empty() { QVERIFY(QFile::remove(QFile::decodeName(m_folder) + QStringLiteral("/filler"))); }

private:
    QByteArray m_folder;
    bool m_mounted;
};

} // namespace

class TestRevisionFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void B15_damageIsToldAndSetAsideOnDemand_data()
    {
        QTest::addColumn<QString>("what"); // a file of the store, or what git calls an object
        QTest::addColumn<QString>("how");
        QTest::addColumn<StoreState>("state");
        const auto row = [](const char *what, const char *how, StoreState state = StoreState::damaged) {
            QTest::addRow("%s %s", what, how) << QString::fromLatin1(what) << QString::fromLatin1(how) << state;
        };
        for (const char *file : {"/HEAD", "/config", "/refs/heads/main"}) {
            row(file, "emptied");
            row(file, "zeroed");
            row(file, "removed");
        }
        row("/config", "newer", StoreState::tooNew);
        row("/refs/heads/main", "to nowhere");
        row("/refs/tags/kept", "zeroed");
        row("/refs/notes/deployments", "to nowhere");
        for (const char *object : {"main", "main^{tree}", "main:a"}) {
            for (const char *how : {"emptied", "zeroed", "removed", "cut", "flipped"})
                row(object, how);
        }
        row("main:a", "another", StoreState::damaged);
    }
    void B15_damageIsToldAndSetAsideOnDemand()
    {
        QFETCH(QString, what);
        QFETCH(QString, how);
        QFETCH(StoreState, state);
        tests::StoreBench bench;
        bench.save({{"a", "older\n"}});
        const model::Revision last = bench.save({{"a", noise(4'000)}, {"b", "2\n"}});
        QVERIFY(bench.store.addTag({*model::TagName::parse(u"kept"), last.id, {}, {}, {}}).ok());
        QVERIFY(bench.store.record(last.id, tests::deployment(model::Verdict::healthy)).ok());
        QCOMPARE(bench.store.check().state, StoreState::good);

        const QString path = what.startsWith(u'/') ? bench.storePath() + what : objectPath(bench, qPrintable(what));
        const QString other = objectPath(bench, "main:b");
        if (how == QLatin1String("removed"))
            QVERIFY(QFile::remove(path));
        else
            change(path, [&](QByteArray &bytes) {
                if (how == QLatin1String("emptied"))
                    bytes.clear();
                else if (how == QLatin1String("zeroed"))
                    bytes.fill('\0');
                else if (how == QLatin1String("cut"))
                    bytes.chop(bytes.size() / 2);
                else if (how == QLatin1String("flipped"))
                    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 0x10);
                else if (how == QLatin1String("newer"))
                    bytes.replace("repositoryformatversion = 0", "repositoryformatversion = 7");
                else if (how == QLatin1String("to nowhere"))
                    bytes = QByteArray(40, 'a') + '\n';
                else { // whole, and not what its name says
                    QFile file(other);
                    QVERIFY(file.open(QIODevice::ReadOnly));
                    bytes = file.readAll();
                }
            });

        FolderLock lock(bench.folder(), QStringLiteral("next start"), bench.clock);
        RevisionStore store(lock, bench.clock);
        const StoreCheck check = store.check();
        QCOMPARE(check.state, state);
        QVERIFY(!check.detail.isEmpty());
        QVERIFY(!store.verify().ok());
        if (state != StoreState::damaged) {
            QCOMPARE(store.beginAnew().error().kind, ErrorKind::conflict);
            QCOMPARE(store.save(tests::request(tests::before())).error().kind, ErrorKind::unsupported);
            return;
        }
        QVERIFY(QFile::exists(bench.storePath())); // nothing is done unasked
        const auto aside = store.beginAnew();
        QVERIFY2(aside.ok(), aside.ok() ? "" : qPrintable(aside.error().message));
        QVERIFY(QDir(*aside).exists());
        QVERIFY(aside->contains(QStringLiteral("revisions.git.corrupt-20260101T")));
        QCOMPARE(store.check().state, StoreState::good);
        QCOMPARE(store.list({}, 10)->total, 0);
        QVERIFY(store.save(tests::request(tests::before()))->saved);
        QCOMPARE(tests::fsck(bench.folder()), QByteArray());
        QCOMPARE(store.beginAnew().error().kind, ErrorKind::conflict);
    }

    void damageInOldRevisionsIsFoundByVerify()
    {
        tests::StoreBench bench;
        bench.save({{"a", "older\n"}});
        bench.save({{"a", "newer\n"}});
        change(objectPath(bench, "main~1:a"), [](QByteArray &bytes) { bytes.clear(); });
        FolderLock lock(bench.folder(), QStringLiteral("next start"), bench.clock);
        RevisionStore store(lock, bench.clock);
        QCOMPARE(store.check().state, StoreState::good);
        QCOMPARE(store.verify().error().kind, ErrorKind::internal);
        QVERIFY(store.save(tests::request(tests::before()))->saved); // and life goes on
    }

    // Whatever byte is wrong: never a crash, and never other files than were saved.
    void B15_randomDamageNeverLies()
    {
        QTemporaryDir pristine;
        tests::StoreBench bench;
        const model::Revision first = bench.save(tests::request(tests::before()));
        const model::Revision second = bench.save(tests::request(tests::after()));
        QVERIFY(bench.store.addTag({*model::TagName::parse(u"kept"), first.id, first.author, {}, QStringLiteral("x")})
                    .ok());
        QVERIFY(bench.store.record(second.id, tests::deployment(model::Verdict::healthy)).ok());
        tests::copyFolder(bench.folder(), pristine.filePath(QStringLiteral("w")));
        QStringList files;
        QDirIterator it(bench.storePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(it.next());
        files.sort();

        QRandomGenerator random(4711);
        int found = 0;
        constexpr int rounds = 300;
        for (int i = 0; i < rounds; ++i) {
            tests::copyFolder(pristine.filePath(QStringLiteral("w")), bench.folder());
            change(files.at(random.bounded(int(files.size()))), [&](QByteArray &bytes) {
                if (bytes.isEmpty() || random.bounded(4) == 0)
                    bytes.truncate(bytes.isEmpty() ? 0 : random.bounded(int(bytes.size())));
                else
                    bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            });
            FolderLock lock(bench.folder(), QStringLiteral("next start"), bench.clock);
            RevisionStore store(lock, bench.clock);
            (void)store.check();
            found += store.verify().ok() ? 0 : 1;
            (void)store.list({{}, {}, {}, "image"}, 10);
            (void)store.diff(first.id, second.id);
            if (const auto shown = store.show(first.id); shown.ok())
                QCOMPARE(*shown, tests::before());
            if (const auto shown = store.show(second.id); shown.ok())
                QCOMPARE(*shown, tests::after());
        }
        qInfo("%d of %d damages told", found, rounds);
        QVERIFY(found > rounds / 2);
    }

    void B12_fullDiskIsAClearErrorAndLosesNothing()
    {
        QTemporaryDir root;
        SmallDisk disk(root.path());
        if (!disk.mounted())
            qInfo("no small disk can be mounted here: files are limited instead");
        fakes::ManualClock clock;
        FolderLock lock(root.path(), QStringLiteral("test"), clock);
        RevisionStore store(lock, clock);
        const auto first = store.save(tests::request(tests::before()));
        QVERIFY2(first.ok(), first.ok() ? "" : qPrintable(first.error().message));

        const SaveRequest large = tests::request(tests::snapshot({{"large", noise(400'000)}}));
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        if (disk.mounted()) {
            disk.fill(64 * 1024);
        } else {
            const rlimit small{16'384, before.rlim_max};
            ::setrlimit(RLIMIT_FSIZE, &small);
        }
        const auto refused = store.save(large);
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);

        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::io);
        QVERIFY2(refused.error().message.contains(disk.mounted() ? QStringLiteral("No space left on device")
                                                                 : QStringLiteral("File too large")),
                 qPrintable(refused.error().message));
        QCOMPARE(store.check().state, StoreState::good);
        QCOMPARE((*store.head())->id, first->revision.id);
        QCOMPARE(QDir(root.filePath(QStringLiteral(".mediahelm/revisions.git/objects")))
                     .entryList({QStringLiteral("tmp_*")}, QDir::Files | QDir::Hidden)
                     .size(),
                 0);
        if (disk.mounted())
            disk.empty();
        QVERIFY(store.save(large)->saved);
        QCOMPARE(tests::fsck(root.path()), QByteArray());
    }
};

Q_DECLARE_METATYPE(mediahelm::revision::StoreState)

QTEST_GUILESS_MAIN(TestRevisionFaults)
#include "revision_faults_test.moc"
