// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/sealed_bench.h"

#include <sys/xattr.h>
#include <unistd.h>

using namespace mediahelm;
using namespace std::chrono_literals;
using base::ErrorKind;
using secrets::SealedSecretStore;
using namespace mediahelm::tests;

namespace {

// An access control list as linux/posix_acl_xattr.h has it: the owner, one user, the group, the mask, the others.
bool giveTo(const QString &path, quint32 user, quint16 forUser, quint16 forGroup, quint16 mask)
{
    struct Entry {
        quint16 tag;
        quint16 permissions;
        quint32 id;
    };
    struct {
        quint32 version = 2;
        Entry entries[5];
    } list;
    constexpr quint32 none = 0xffffffff;
    list.entries[0] = {1, 6, none};
    list.entries[1] = {2, forUser, user};
    list.entries[2] = {4, forGroup, none};
    list.entries[3] = {16, mask, none};
    list.entries[4] = {32, 0, none};
    return ::setxattr(QFile::encodeName(path).constData(), "system.posix_acl_access", &list, sizeof list, 0) == 0;
}

} // namespace

class SealedKeyTest : public QObject, SealedBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }

    void S11_keyThatOthersMayUseIsRefused_data()
    {
        QTest::addColumn<uint>("mode");
        QTest::addColumn<bool>("taken");
        for (const uint mode : {0600U, 0400U, 0700U, 0500U, 0610U, 0611U})
            QTest::newRow(QByteArray::number(mode, 8)) << mode << true;
        for (const uint mode : {0640U, 0604U, 0644U, 0620U, 0602U, 0666U, 0440U, 0777U})
            QTest::newRow(QByteArray::number(mode, 8)) << mode << false;
    }
    void S11_keyThatOthersMayUseIsRefused()
    {
        QFETCH(uint, mode);
        QFETCH(bool, taken);
        QVERIFY(keep(key, "kept").ok());
        const QByteArray before = contentOf(sealedFile());
        QCOMPARE(::chmod(QFile::encodeName(keyFile()).constData(), mode), 0);
        SealedSecretStore store(m_folder, m_clock);
        const auto read = wait(store.read(key));
        QCOMPARE(read.ok(), taken);
        QCOMPARE(wait(store.write(key, "other")).ok(), taken);
        if (taken)
            return;
        QCOMPARE(read.error().kind, ErrorKind::refused);
        QVERIFY(read.error().detail.contains(QStringLiteral("chmod 600 ") + keyFile()));
        QCOMPARE(wait(store.list({})).error().kind, ErrorKind::refused);
        QCOMPARE(contentOf(sealedFile()), before);
    }

    void keyThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a byte short") << QByteArray(31, 'k');
        QTest::newRow("a byte long") << QByteArray(33, 'k');
        QTest::newRow("a newline behind it") << QByteArray(32, 'k') + '\n';
        QTest::newRow("in hexadecimal") << QByteArray(64, 'a');
    }
    void keyThatIsNoneIsRefused()
    {
        QFETCH(QByteArray, content);
        QVERIFY(QDir().mkpath(m_folder));
        put(keyFile(), content);
        const auto written = keep(key, "kept");
        QCOMPARE(written.error().kind, ErrorKind::invalid);
        QVERIFY(written.error().message.contains(QStringLiteral("32 bytes")));
        QCOMPARE(contentOf(keyFile()), content);
        QCOMPARE(files(), QStringList{QStringLiteral("secrets.key")});
    }

    void keyThatIsALinkOrNoFileIsRefused()
    {
        QVERIFY(keep(key, "kept").ok());
        const QString elsewhere = m_root.filePath(QStringLiteral("elsewhere"));
        QVERIFY(QFile::rename(keyFile(), elsewhere));
        QVERIFY(QFile::link(elsewhere, keyFile()));
        auto read = wait(SealedSecretStore(m_folder, m_clock).read(key));
        QCOMPARE(read.error().kind, ErrorKind::refused);
        QVERIFY(read.error().message.contains(QStringLiteral("symbolic link")));
        QVERIFY(QFile::remove(keyFile()));
        QVERIFY(QDir().mkpath(keyFile()));
        QCOMPARE(keep(key, "x").error().kind, ErrorKind::refused);
        QVERIFY(QDir().rmdir(keyFile()));
        QCOMPARE(::mkfifo(QFile::encodeName(keyFile()).constData(), 0600), 0);
        QCOMPARE(keep(key, "x").error().kind, ErrorKind::refused); // and does not wait for somebody to write
    }

    void keyOfAnotherUserIsRefused()
    {
        QVERIFY(keep(key, "kept").ok());
        if (::chown(QFile::encodeName(keyFile()).constData(), 65534, 65534) != 0)
            QSKIP("SKIPPED: only root can give a file away");
        const auto read = wait(SealedSecretStore(m_folder, m_clock).read(key));
        QCOMPARE(read.error().kind, ErrorKind::refused);
        QVERIFY(read.error().message.contains(QStringLiteral("another user")));
    }

    void accessControlListCountsAsWhatItLetsIn_data()
    {
        QTest::addColumn<quint32>("user");
        QTest::addColumn<quint16>("forUser");
        QTest::addColumn<quint16>("forGroup");
        QTest::addColumn<quint16>("mask");
        QTest::addColumn<bool>("taken");
        const auto row = [](const char *tag, quint32 user, int forUser, int forGroup, int mask, bool taken) {
            QTest::newRow(tag) << user << quint16(forUser) << quint16(forGroup) << quint16(mask) << taken;
        };
        row("to this user, as the service manager gives credentials", ::geteuid(), 4, 0, 4, true);
        row("to another user", 4711, 4, 0, 4, false);
        row("to another user, to write", 4711, 2, 0, 2, false);
        row("to another user, masked", 4711, 4, 0, 0, true);
        row("to the group", ::geteuid(), 4, 4, 4, false);
        row("to the group, masked", ::geteuid(), 4, 4, 0, true);
    }
    void accessControlListCountsAsWhatItLetsIn()
    {
        QFETCH(quint32, user);
        QFETCH(quint16, forUser);
        QFETCH(quint16, forGroup);
        QFETCH(quint16, mask);
        QVERIFY(keep(key, "kept").ok());
        if (!giveTo(keyFile(), user, forUser, forGroup, mask))
            QSKIP("SKIPPED: this file system has no access control lists");
        QTEST(wait(SealedSecretStore(m_folder, m_clock).read(key)).ok(), "taken");
    }

    void credentialCountsMoreThanTheKeyFile()
    {
        const QString credentials = m_root.filePath(QStringLiteral("credentials"));
        QVERIFY(QDir().mkpath(credentials));
        qputenv("CREDENTIALS_DIRECTORY", credentials.toUtf8());
        QVERIFY(keep(key, "by file").ok()); // a folder without our credential
        QCOMPARE(readValue(key), QByteArray("by file"));

        put(credentials + QStringLiteral("/secrets-key"), QByteArray(32, 'c'), 0400);
        SealedSecretStore store(m_folder, m_clock);
        QCOMPARE(wait(store.place())->key, credentials + QStringLiteral("/secrets-key"));
        const QByteArray before = contentOf(sealedFile());
        QVERIFY(wait(store.read(key)).error().message.contains(QStringLiteral("another key")));
        QVERIFY(!wait(store.write(key, "x")).ok());
        QCOMPARE(contentOf(sealedFile()), before);

        QVERIFY(QFile::remove(sealedFile()));
        QVERIFY(QFile::remove(keyFile()));
        QVERIFY(wait(store.write(key, "by credential")).ok());
        QVERIFY(!QFileInfo::exists(keyFile()));
        QCOMPARE(readValue(key), QByteArray("by credential"));
        put(credentials + QStringLiteral("/secrets-key"), QByteArray(32, 'c'), 0444);
        QCOMPARE(keep(key, "x").error().kind, ErrorKind::refused);
        put(credentials + QStringLiteral("/secrets-key"), QByteArray(16, 'c'), 0400);
        QCOMPARE(keep(key, "x").error().kind, ErrorKind::invalid);
    }

    void credentialThatIsABrokenLinkIsNoReasonForAnotherKey()
    {
        const QString credentials = m_root.filePath(QStringLiteral("credentials"));
        QVERIFY(QDir().mkpath(credentials));
        QVERIFY(QFile::link(QStringLiteral("/nonexistent"), credentials + QStringLiteral("/secrets-key")));
        qputenv("CREDENTIALS_DIRECTORY", credentials.toUtf8());
        QCOMPARE(keep(key, "x").error().kind, ErrorKind::refused);
        QVERIFY(!QFileInfo::exists(keyFile()));
    }

    void lostKeyIsToldAndNoneIsMadeInItsPlace()
    {
        QVERIFY(keep(key, "kept").ok());
        const QByteArray before = contentOf(sealedFile());
        QVERIFY(QFile::remove(keyFile()));
        const auto read = wait(SealedSecretStore(m_folder, m_clock).read(key));
        QCOMPARE(read.error().kind, ErrorKind::invalid);
        QVERIFY(read.error().message.contains(keyFile()));
        QVERIFY(!keep(key, "x").ok());
        QVERIFY(!wait(SealedSecretStore(m_folder, m_clock).remove(key)).ok());
        QCOMPARE(contentOf(sealedFile()), before);
        QCOMPARE(files(), QStringList{QStringLiteral("secrets.sealed")});
    }

    void wrongKeyOverwritesNothing()
    {
        QVERIFY(keep(key, "kept").ok());
        const QByteArray before = contentOf(sealedFile());
        const QByteArray right = contentOf(keyFile());
        put(keyFile(), QByteArray(32, 'w'));
        QVERIFY(!keep(key, "x").ok());
        QVERIFY(!wait(SealedSecretStore(m_folder, m_clock).remove(key)).ok());
        QCOMPARE(contentOf(sealedFile()), before);
        put(keyFile(), right);
        QCOMPARE(readValue(key), QByteArray("kept"));
    }

    void folderThatOthersMayWriteToIsRefused()
    {
        QVERIFY(keep(key, "kept").ok());
        QCOMPARE(::chmod(QFile::encodeName(m_folder).constData(), 0770), 0);
        const auto written = keep(key, "x");
        QCOMPARE(written.error().kind, ErrorKind::refused);
        QVERIFY(written.error().detail.contains(QStringLiteral("chmod 700")));
        QCOMPARE(readValue(key), QByteArray("kept"));
    }
};

QTEST_GUILESS_MAIN(SealedKeyTest)
#include "sealed_key_test.moc"
