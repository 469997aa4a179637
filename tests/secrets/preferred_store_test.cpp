// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/preferred_secret_store.h"

#include "secrets/waiting.h"
#include "tests/fakes/manual_clock.h"
#include "tests/fakes/memory_keychain.h"
#include "tests/fakes/memory_secret_store.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace mediahelm;
using namespace std::chrono_literals;
using base::Error;
using base::ErrorKind;
using secrets::SecretKeeper;
using tests::wait;

namespace {

const QString key = QStringLiteral("workspace/media/KEY");
const Error noService{ErrorKind::io, QStringLiteral("the keychain cannot be used"), QStringLiteral("no bus")};

} // namespace

class PreferredStoreTest : public QObject
{
    Q_OBJECT

    struct Bench {
        QTemporaryDir folder;
        fakes::ManualClock clock;
        fakes::MemoryKeychain entries;
        fakes::MemorySecretStore sealed;
        secrets::KeychainSecretStore keychain{entries, folder.filePath(QStringLiteral("run")), clock, 10s};
        secrets::PreferredSecretStore store{keychain, sealed};

        QByteArray read(const QString &name)
        {
            const auto value = wait(store.read(name));
            return value ? value->value_or("(nothing)") : QByteArray("(error)");
        }
        // The sealed file's clock, an hour after the keychain's.
        void sealLater(const QByteArray &value)
        {
            sealed.now = clock.utcNow().addSecs(3600);
            QVERIFY(wait(sealed.write(key, value)).ok());
        }
    };

private Q_SLOTS:
    void keychainThatAnswersKeepsThem()
    {
        Bench bench;
        QVERIFY(wait(bench.store.write(key, "value")).ok());
        QVERIFY(bench.entries.content.contains(key));
        QVERIFY(bench.sealed.content.isEmpty());
        QCOMPARE(bench.read(key), QByteArray("value"));
        const auto place = wait(bench.store.place());
        QCOMPARE(place->keeper, SecretKeeper::keychain);
        QVERIFY(!place->insteadOfKeychain);
    }

    void nothingIsAskedBeforeItIsNeeded()
    {
        Bench bench;
        QVERIFY(bench.entries.calls.isEmpty());
    }

    void withoutOneTheSealedFileDoesAndItIsTold_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no bus") << ErrorKind::io;
        QTest::newRow("no such service") << ErrorKind::unsupported;
    }
    void withoutOneTheSealedFileDoesAndItIsTold()
    {
        QFETCH(ErrorKind, kind);
        Bench bench;
        bench.entries.failure = Error{kind, noService.message, noService.detail};
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no keychain.*no bus")));
        const auto place = wait(bench.store.place());
        QCOMPARE(place->keeper, SecretKeeper::sealedFile);
        QCOMPARE(place->insteadOfKeychain->detail, QStringLiteral("no bus"));
        QVERIFY(wait(bench.store.write(key, "value")).ok());
        QCOMPARE(bench.sealed.content.value(key), QByteArray("value"));
        QCOMPARE(bench.read(key), QByteArray("value"));
        QCOMPARE(wait(bench.store.list({}))->size(), 1);
        QVERIFY(wait(bench.store.remove(key)).ok());
        QVERIFY(bench.sealed.content.isEmpty());
    }

    void lockedOrSilentOneIsNotGoneAround_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("locked") << ErrorKind::refused;
        QTest::newRow("silent") << ErrorKind::timeout;
    }
    void lockedOrSilentOneIsNotGoneAround()
    {
        QFETCH(ErrorKind, kind);
        Bench bench;
        bench.sealed.content.insert(key, "older");
        bench.entries.failure = Error{kind, {}, {}};
        QCOMPARE(wait(bench.store.write(key, "value")).error().kind, kind);
        QCOMPARE(wait(bench.store.read(key)).error().kind, kind);
        QCOMPARE(wait(bench.store.remove(key)).error().kind, kind);
        QCOMPARE(wait(bench.store.list({})).error().kind, kind);
        QCOMPARE(bench.sealed.content.value(key), QByteArray("older"));
        QCOMPARE(wait(bench.store.place())->keeper, SecretKeeper::keychain);
    }

    void oneThatComesLaterIsTaken()
    {
        Bench bench;
        bench.entries.failure = noService;
        QVERIFY(wait(bench.store.write(key, "value")).ok());
        bench.entries.failure.reset();
        QCOMPARE(wait(bench.store.place())->keeper, SecretKeeper::keychain);
        QCOMPARE(bench.read(key), QByteArray("value")); // still from the file
        QVERIFY(wait(bench.store.write(key, "newer")).ok());
        QVERIFY(bench.sealed.content.isEmpty()); // one place for one secret
        QCOMPARE(bench.read(key), QByteArray("newer"));
    }

    void ofTwoValuesTheNewerCounts()
    {
        Bench bench;
        QVERIFY(wait(bench.store.write(key, "older")).ok());
        bench.sealLater("newer");
        QCOMPARE(bench.read(key), QByteArray("newer"));
        const auto listed = wait(bench.store.list({}));
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->at(0).keeper, SecretKeeper::sealedFile);

        bench.sealed.times.insert(key, bench.clock.utcNow().addSecs(-3600));
        QCOMPARE(bench.read(key), QByteArray("older"));
        QCOMPARE(wait(bench.store.list({}))->at(0).keeper, SecretKeeper::keychain);
    }

    void removingTakesBoth()
    {
        Bench bench;
        QVERIFY(wait(bench.store.write(key, "older")).ok());
        bench.sealLater("newer");
        QVERIFY(wait(bench.store.remove(key)).ok());
        QCOMPARE(bench.read(key), QByteArray("(nothing)"));
        QVERIFY(wait(bench.store.list({}))->isEmpty());
    }

    void sealedFileThatCannotBeOpenedIsTold()
    {
        Bench bench;
        QVERIFY(wait(bench.store.write(key, "value")).ok());
        bench.sealed.failure = Error{ErrorKind::invalid, QStringLiteral("damaged"), {}};
        QCOMPARE(wait(bench.store.read(key)).error().kind, ErrorKind::invalid); // it may hold the newer value
        QCOMPARE(wait(bench.store.list({})).error().kind, ErrorKind::invalid);
    }

    void storeThatGoesAwayCancelsWhatItWasAsked()
    {
        Bench bench;
        auto store = std::make_unique<secrets::PreferredSecretStore>(bench.keychain, bench.sealed);
        const auto read = store->read(key);
        const auto write = store->write(key, "value");
        store.reset();
        QCOMPARE(wait(read).error().kind, ErrorKind::cancelled);
        QCOMPARE(wait(write).error().kind, ErrorKind::cancelled);
    }
};

QTEST_GUILESS_MAIN(PreferredStoreTest)
#include "preferred_store_test.moc"
