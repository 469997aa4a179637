// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/sealed_bench.h"

#include <QProcess>

#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace mediahelm;
using namespace std::chrono_literals;
using base::ErrorKind;
using secrets::SealedSecretStore;
using namespace mediahelm::tests;

class SealedStoreTest : public QObject, SealedBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }

    void writesReadsReplacesListsAndRemoves()
    {
        SealedSecretStore store(m_folder, m_clock);
        QVERIFY(!wait(store.read(key))->has_value());
        QVERIFY(wait(store.list({}))->isEmpty());
        QVERIFY(wait(store.remove(key)).ok());
        QVERIFY(!QFileInfo::exists(m_folder)); // asking makes nothing

        QVERIFY(wait(store.write(key, "first")).ok());
        m_clock.advance(1min);
        QVERIFY(wait(store.write(QStringLiteral("workspace/media/OTHER"), "second")).ok());
        QVERIFY(wait(store.write(QStringLiteral("ssh-password/box/u@box"), "third")).ok());
        QCOMPARE(wait(store.read(key))->value_or(QByteArray()), QByteArray("first"));
        const auto listed = wait(store.list(QStringLiteral("workspace/media/")));
        QCOMPARE(listed->size(), 2);
        QCOMPARE(listed->at(0).key, key);
        QCOMPARE(listed->at(0).keeper, secrets::SecretKeeper::sealedFile);
        QCOMPARE(listed->at(0).setAt.secsTo(listed->at(1).setAt), 60);

        QVERIFY(wait(store.write(key, "replaced")).ok());
        QCOMPARE(readValue(key), QByteArray("replaced"));
        QVERIFY(wait(store.remove(key)).ok());
        QCOMPARE(readValue(key), QByteArray("(nothing)"));
        QCOMPARE(readValue(QStringLiteral("ssh-password/box/u@box")), QByteArray("third"));
        QCOMPARE(wait(store.list({}))->size(), 2);
    }

    void saysWhereItKeeps()
    {
        const auto place = wait(SealedSecretStore(m_folder, m_clock).place());
        QCOMPARE(place->keeper, secrets::SecretKeeper::sealedFile);
        QCOMPARE(place->where, sealedFile());
        QCOMPARE(place->key, keyFile());
    }

    void S11_filesArePrivateWhateverTheUmask()
    {
        for (const mode_t mask : {mode_t(0), mode_t(022)}) {
            beginAnew();
            const mode_t before = ::umask(mask);
            const auto written = keep(key, "planted-canary");
            ::umask(before);
            QVERIFY2(written.ok(), qPrintable(wordsOf(written)));
            QCOMPARE(modeOf(m_folder), 0700U);
            QCOMPARE(modeOf(keyFile()), 0600U);
            QCOMPARE(modeOf(sealedFile()), 0600U);
            QCOMPARE(contentOf(keyFile()).size(), qsizetype(32));
            QCOMPARE(files(), (QStringList{QStringLiteral("secrets.key"), QStringLiteral("secrets.sealed")}));
            QVERIFY(!contentOf(sealedFile()).contains("planted-canary"));
            QVERIFY(!contentOf(sealedFile()).contains("API_KEY"));
        }
    }

    void whatCannotBeOpenedIsNeverOverwritten_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("empty") << QByteArray() << ErrorKind::invalid;
        QTest::newRow("something else") << QByteArray("{\"version\": 1}\n") << ErrorKind::invalid;
        QTest::newRow("a newer version's") << QByteArray("mediahelm-secrets 2\nwhatever") << ErrorKind::unsupported;
        QTest::newRow("the header alone") << QByteArray("mediahelm-secrets 1\n") << ErrorKind::invalid;
        QTest::newRow("zeros, after a power cut") << QByteArray(4096, '\0') << ErrorKind::invalid;
        QTest::newRow("far too large") << QByteArray(9'000'000, 'x') << ErrorKind::invalid;
    }
    void whatCannotBeOpenedIsNeverOverwritten()
    {
        QFETCH(QByteArray, content);
        QFETCH(ErrorKind, kind);
        QVERIFY(keep(key, "kept").ok());
        put(sealedFile(), content);
        const auto written = keep(key, "x");
        QVERIFY(!written.ok());
        QCOMPARE(written.error().kind, kind);
        QVERIFY(written.error().message.contains(sealedFile()));
        QVERIFY(!wait(SealedSecretStore(m_folder, m_clock).remove(key)).ok());
        QVERIFY(!wait(SealedSecretStore(m_folder, m_clock).list({})).ok());
        QCOMPARE(contentOf(sealedFile()), content);
    }

    void B12_fullDiskLeavesTheOldSecrets()
    {
        QVERIFY(keep(key, "kept").ok());
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{100, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto written = keep(QStringLiteral("workspace/media/LARGE"), QByteArray(10'000, 'x'));
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QCOMPARE(written.error().kind, ErrorKind::io);
        QCOMPARE(readValue(key), QByteArray("kept"));
        QCOMPARE(files(), (QStringList{QStringLiteral("secrets.key"), QStringLiteral("secrets.sealed")}));
    }

    void S11_errorsHoldNoValue()
    {
        QVERIFY(keep(key, "kept").ok());
        for (const QByteArray &content : {QByteArray("broken"), QByteArray("mediahelm-secrets 2\n")}) {
            put(sealedFile(), content);
            QVERIFY(!wordsOf(keep(key, "planted-canary")).contains(QStringLiteral("planted-canary")));
        }
    }

    void lockThatIsHeldIsWaitedForAndToldInTheEnd()
    {
        QVERIFY(keep(key, "kept").ok());
        const base::UniqueFd other(::open(QFile::encodeName(m_folder).constData(), O_RDONLY | O_CLOEXEC));
        QCOMPARE(::flock(other.get(), LOCK_EX), 0);
        QCOMPARE(wait(SealedSecretStore(m_folder, m_clock, 50ms).write(key, "x")).error().kind, ErrorKind::timeout);
        QCOMPARE(readValue(key), QByteArray("kept")); // reading needs no lock

        SealedSecretStore store(m_folder, m_clock, 20s);
        const auto waiting = store.write(key, "after");
        QTimer::singleShot(100, &store, [&] { ::flock(other.get(), LOCK_UN); });
        QVERIFY(wait(waiting).ok());
        QCOMPARE(readValue(key), QByteArray("after"));
    }

    void writesAtOnceAreAllKept()
    {
        SealedSecretStore store(m_folder, m_clock);
        QList<QFuture<base::Status>> writes;
        for (int i = 0; i < 20; ++i)
            writes.append(store.write(QStringLiteral("k%1").arg(i), QByteArray::number(i)));
        for (const auto &write : std::as_const(writes))
            QVERIFY(wait(write).ok());
        QCOMPARE(wait(store.list({}))->size(), 20);
    }

    void storeThatGoesAwayCancelsWhatWaits()
    {
        QVERIFY(keep(key, "kept").ok());
        const base::UniqueFd other(::open(QFile::encodeName(m_folder).constData(), O_RDONLY | O_CLOEXEC));
        QCOMPARE(::flock(other.get(), LOCK_EX), 0);
        auto store = std::make_unique<SealedSecretStore>(m_folder, m_clock);
        const auto waiting = store->write(key, "x");
        store.reset();
        QCOMPARE(wait(waiting).error().kind, ErrorKind::cancelled);
        QCOMPARE(readValue(key), QByteArray("kept"));
    }

    void B14_twoProcessesLoseNothingOfEachOther()
    {
        constexpr int processes = 3;
        constexpr int each = 15;
        std::vector<std::unique_ptr<QProcess>> writers;
        for (int i = 0; i < processes; ++i) {
            writers.push_back(std::make_unique<QProcess>());
            writers.back()->start(
                qEnvironmentVariable("SEALED_WRITER"),
                {m_folder, QStringLiteral("p%1-").arg(i), QString::number(each), QStringLiteral("value-%1").arg(i)});
        }
        for (const auto &writer : writers) {
            QTRY_COMPARE_WITH_TIMEOUT(writer->state(), QProcess::NotRunning, 60'000);
            QCOMPARE(writer->readAllStandardOutput(), QByteArray("saved"));
        }
        SealedSecretStore store(m_folder, m_clock);
        QCOMPARE(wait(store.list({}))->size(), processes * each);
        QCOMPARE(readValue(QStringLiteral("p2-14")), QByteArray("value-2"));
        QCOMPARE(files(), (QStringList{QStringLiteral("secrets.key"), QStringLiteral("secrets.sealed")}));
    }
};

QTEST_GUILESS_MAIN(SealedStoreTest)
#include "sealed_store_test.moc"
