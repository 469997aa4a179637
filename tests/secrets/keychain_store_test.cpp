// SPDX-License-Identifier: GPL-3.0-or-later
//
// What KeychainSecretStore makes of a keychain, over one in memory; the real one: keychain_real_test.
#include "core/secrets/keychain_secret_store.h"

#include "secrets/waiting.h"
#include "tests/fakes/manual_clock.h"
#include "tests/fakes/memory_keychain.h"

#include <QTemporaryDir>

using namespace mediahelm;
using namespace std::chrono_literals;
using base::ErrorKind;
using fakes::MemoryKeychain;
using secrets::KeychainSecretStore;
using tests::wait;
using tests::wordsOf;

namespace {

const QString first = QStringLiteral("workspace/media/FIRST");
const QString second = QStringLiteral("workspace/media/SECOND");

QStringList keysOf(const QList<secrets::SecretEntry> &entries)
{
    QStringList keys;
    for (const auto &entry : entries)
        keys.append(entry.key);
    return keys;
}

} // namespace

class KeychainStoreTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    fakes::ManualClock m_clock;

    std::unique_ptr<KeychainSecretStore> storeOver(MemoryKeychain &keychain)
    {
        return std::make_unique<KeychainSecretStore>(keychain, m_folder.filePath(QStringLiteral("run")), m_clock, 10s);
    }

private Q_SLOTS:
    void writesReadsListsAndRemoves()
    {
        MemoryKeychain keychain;
        const auto store = storeOver(keychain);
        QVERIFY(wait(store->list({}))->isEmpty());
        QVERIFY(wait(store->write(first, "one")).ok());
        const QDateTime before = m_clock.utcNow();
        m_clock.advance(1h);
        QVERIFY(wait(store->write(second, "two")).ok());
        QVERIFY(wait(store->write(QStringLiteral("ssh-password/box/u@box"), "three")).ok());
        QCOMPARE(wait(store->read(first))->value_or(QByteArray()), QByteArray("one"));
        auto listed = wait(store->list(QStringLiteral("workspace/")));
        QCOMPARE(keysOf(*listed), (QStringList{first, second}));
        QCOMPARE(listed->at(0).setAt, before);
        QCOMPARE(listed->at(0).keeper, secrets::SecretKeeper::keychain);

        QVERIFY(wait(store->write(first, "anew")).ok());
        QCOMPARE(wait(store->list(first))->at(0).setAt, m_clock.utcNow());
        QVERIFY(wait(store->remove(first)).ok());
        QVERIFY(wait(store->remove(first)).ok());
        QCOMPARE(keysOf(*wait(store->list(QStringLiteral("workspace/")))), QStringList{second});
        QVERIFY(!wait(store->read(first))->has_value());
        QCOMPARE(wait(store->place())->keeper, secrets::SecretKeeper::keychain);
    }

    void S11_indexHoldsNoValue()
    {
        MemoryKeychain keychain;
        QVERIFY(wait(storeOver(keychain)->write(first, "planted-canary")).ok());
        QVERIFY(!keychain.content.value(QStringLiteral("index")).contains("planted-canary"));
    }

    void lockedOneIsNeverTakenForEmpty()
    {
        MemoryKeychain keychain;
        const auto store = storeOver(keychain);
        QVERIFY(wait(store->write(first, "one")).ok());
        const auto before = keychain.content;
        keychain.locked = true;
        QCOMPARE(wait(store->write(second, "two")).error().kind, ErrorKind::refused);
        QCOMPARE(wait(store->write(first, "overwritten")).error().kind, ErrorKind::refused);
        QCOMPARE(wait(store->remove(first)).error().kind, ErrorKind::refused); // it would have said that all went well
        QCOMPARE(wait(store->list({})).error().kind, ErrorKind::refused);
        QCOMPARE(wait(store->probe()).error().kind, ErrorKind::refused);
        QVERIFY(!wait(store->read(first))->has_value());
        QCOMPARE(keychain.content, before);
        keychain.locked = false;
        QCOMPARE(keysOf(*wait(store->list({}))), QStringList{first});
    }

    void oneThatIsUnlockedOnTheWayLosesNoName()
    {
        MemoryKeychain keychain;
        const auto store = storeOver(keychain);
        QVERIFY(wait(store->write(first, "one")).ok());
        keychain.locked = true;
        keychain.opensWhenAsked = true;
        QVERIFY(wait(store->write(second, "two")).ok());
        QCOMPARE(keysOf(*wait(store->list({}))), (QStringList{first, second}));
    }

    // The keychain goes after each call in turn: nothing that is kept is ever unlisted, and nothing listed that is not.
    void goneAtAnyStepTheListStaysTrue_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("removes");
        QTest::newRow("a new secret") << second << false;
        QTest::newRow("one that is replaced") << first << false;
        QTest::newRow("one that is removed") << first << true;
    }
    void goneAtAnyStepTheListStaysTrue()
    {
        QFETCH(QString, key);
        QFETCH(bool, removes);
        bool over = false;
        for (int calls = 0; !over; ++calls) {
            QVERIFY(calls < 50);
            MemoryKeychain keychain;
            const auto store = storeOver(keychain);
            QVERIFY(wait(store->write(first, "one")).ok());
            keychain.callsLeft = calls;
            const base::Status done = wait(removes ? store->remove(key) : store->write(key, "new"));
            over = keychain.callsLeft > 0;
            keychain.callsLeft = -1;
            const auto listed = wait(store->list({}));
            QVERIFY(listed.ok());
            QStringList kept = keychain.content.keys();
            kept.removeAll(QStringLiteral("index"));
            kept.erase(std::remove_if(kept.begin(), kept.end(),
                                      [](const QString &each) { return each.startsWith(QStringLiteral("probe/")); }),
                       kept.end());
            QCOMPARE(keysOf(*listed), kept);
            if (done)
                QCOMPARE(keychain.content.value(key), removes ? QByteArray() : QByteArray("new"));
            QVERIFY(key == first || keychain.content.value(first) == "one");
        }
    }

    void whatItsUserRemovedElsewhereIsNotListed()
    {
        MemoryKeychain keychain;
        const auto store = storeOver(keychain);
        QVERIFY(wait(store->write(first, "one")).ok());
        QVERIFY(wait(store->write(second, "two")).ok());
        keychain.content.remove(first);
        QCOMPARE(keysOf(*wait(store->list({}))), QStringList{second});
    }

    void indexThatCannotBeReadIsLeftAsItIs_data()
    {
        QTest::addColumn<QByteArray>("index");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("a newer version's") << QByteArray("{\"version\":2,\"entries\":{}}") << ErrorKind::unsupported;
        QTest::newRow("no JSON") << QByteArray("index") << ErrorKind::invalid;
        QTest::newRow("without entries") << QByteArray("{\"version\":1}") << ErrorKind::invalid;
        QTest::newRow("empty") << QByteArray("") << ErrorKind::invalid;
    }
    void indexThatCannotBeReadIsLeftAsItIs()
    {
        QFETCH(QByteArray, index);
        QFETCH(ErrorKind, kind);
        MemoryKeychain keychain;
        keychain.content.insert(QStringLiteral("index"), index);
        const auto store = storeOver(keychain);
        QCOMPARE(wait(store->write(first, "one")).error().kind, kind);
        QCOMPARE(wait(store->remove(first)).error().kind, kind);
        QCOMPARE(wait(store->list({})).error().kind, kind);
        QCOMPARE(keychain.content.size(), 1);
        QCOMPARE(keychain.content.value(QStringLiteral("index")), index);
    }

    void writesAtOnceAreAllListed()
    {
        MemoryKeychain keychain;
        const auto here = storeOver(keychain);
        const auto there = storeOver(keychain); // as another process would
        QList<QFuture<base::Status>> writes;
        for (int i = 0; i < 6; ++i)
            writes.append((i % 2 ? here : there)->write(QStringLiteral("k%1").arg(i), "x"));
        for (const auto &write : std::as_const(writes)) {
            const auto written = wait(write);
            QVERIFY2(written.ok(), qPrintable(wordsOf(written)));
        }
        QCOMPARE(wait(here->list({}))->size(), 6);
    }

    void probeLeavesNothingBehind()
    {
        MemoryKeychain keychain;
        QVERIFY(wait(storeOver(keychain)->probe()).ok());
        QVERIFY(keychain.content.isEmpty());
        QCOMPARE(keychain.calls.size(), 3);
    }

    void storeThatGoesAwayCancelsWhatItWasAsked()
    {
        MemoryKeychain keychain;
        auto store = storeOver(keychain);
        const auto write = store->write(first, "one");
        const auto list = store->list({});
        store.reset();
        QCOMPARE(wait(write).error().kind, ErrorKind::cancelled);
        QCOMPARE(wait(list).error().kind, ErrorKind::cancelled);
        QVERIFY(!keychain.content.contains(first));
    }
};

QTEST_GUILESS_MAIN(KeychainStoreTest)
#include "keychain_store_test.moc"
