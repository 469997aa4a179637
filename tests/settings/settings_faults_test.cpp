// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_fixture.h"

#include "core/base/unique_fd.h"

#include <QDir>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

using namespace mediahelm;
using namespace mediahelm::settings;
using mediahelm::tests::host;
using mediahelm::tests::SettingsFolder;

namespace {

const QByteArray good =
    "{\n"
    "    \"version\": 1,\n"
    "    \"hosts\": [\n"
    "        {\"id\": \"local\", \"address\": \"local\"},\n"
    "        {\"id\": \"nas\", \"address\": \"ssh://me@nas\", \"note\": \"keep me\"}\n"
    "    ],\n"
    "    \"server\": {\"host\": \"127.0.0.1\", \"port\": 3000, \"allow_origins\": [\"https://panel.example\"]},\n"
    "    \"future\": {\"any\": [1, 2, {\"deep\": null}]}\n"
    "}\n";

QByteArray patched(const char *from, const char *to)
{
    QByteArray text = good;
    return text.replace(from, to);
}

// Whatever the file holds: either it was understood, or it is named, left alone, and nothing is written over it.
void checkNeverSilentlyReplaced(const QByteArray &text, bool withLastGood)
{
    const SettingsFolder folder;
    if (withLastGood) {
        folder.write(good);
        const SettingsStore first(folder.sources());
        QVERIFY(!first.problem());
    }
    folder.write(text);
    SettingsStore store(folder.sources());
    if (!store.problem())
        return;
    QVERIFY2(store.problem()->message.startsWith(folder.file()), qPrintable(store.problem()->message));
    QVERIFY(!store.problem()->detail.isEmpty());
    QCOMPARE(store.usingLastGood(), withLastGood);
    QCOMPARE(store.hosts().size(), withLastGood ? 2 : 0);
    const base::Status status = store.setHosts({host(u"new"_qs, u"local"_qs)});
    QVERIFY(!status);
    QCOMPARE(status.error().kind, base::ErrorKind::refused);
    QCOMPARE(folder.read(), text);
    QCOMPARE(QDir(folder.config()).entryList(QDir::Files | QDir::Hidden), QStringList{u"settings.json"_qs});
}

} // namespace

class SettingsFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void B14_aBrokenFileIsNamedByLineAndColumn_data();
    void B14_aBrokenFileIsNamedByLineAndColumn();
    void B14_truncationAtAnyByteIsNeverReplacedByDefaults();
    void B14_randomDamageIsNeverReplacedByDefaults();
    void B14_strangeButValidFilesAreRead_data();
    void B14_strangeButValidFilesAreRead();
    void B14_somethingThatIsNoFileIsRefused();
    void B14_aDanglingLinkIsNotAFirstStart();
    void B14_unknownKeysAreKeptAndNamed();
    void B14_aFileTooLargeIsRefused();
    void B14_aFailedReloadKeepsWhatStands();
    void B14_settingAsideIsExplicitAndLosesNothing();
    void B12_aFullDiskLeavesTheOldFileAndNoRest();
    void B25_aLockedFolderIsAConflict();
    void B27_aReadOnlyFileIsRefusedWithAReason();
    void B34_withoutAnyFolderEverythingWorksButKeeping();
};

void SettingsFaultsTest::B14_aBrokenFileIsNamedByLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << u"1:1"_qs << u"empty"_qs;
    QTest::newRow("white space") << QByteArray(" \n\t\n") << u"1:1"_qs << u"empty"_qs;
    QTest::newRow("NULs") << QByteArray(512, '\0') << u"1:"_qs << u"not valid JSON"_qs;
    QTest::newRow("no JSON") << QByteArray("version: 1\n") << u"1:"_qs << u"not valid JSON"_qs;
    QTest::newRow("missing comma") << patched("\"local\"},", "\"local\"}") << u"5:"_qs << u"not valid JSON"_qs;
    QTest::newRow("invalid UTF-8") << patched("keep me", "\xff\xfe") << u"5:"_qs << u"not valid JSON"_qs;
    QTest::newRow("a list") << QByteArray("[]") << u"1:1"_qs << u"must be an object"_qs;
    QTest::newRow("key twice") << patched("\"port\": 3000", "\"port\": 1, \"port\": 2") << u"7:48"_qs
                               << u"server/port stands here a second time"_qs;
    QTest::newRow("newer") << patched("\"version\": 1", "\"version\": 2") << u"2:16"_qs << u"newer Mediahelm"_qs;
    QTest::newRow("version in words") << patched("\"version\": 1", "\"version\": \"1\"") << u"2:16"_qs
                                      << u"whole number"_qs;
    QTest::newRow("port too large") << patched("3000", "300000") << u"7:45"_qs << u"from 0 to 65535"_qs;
    QTest::newRow("port with fraction") << patched("3000", "30.5") << u"7:45"_qs << u"whole number"_qs;
    QTest::newRow("port as text") << patched("3000", "\"3000\"") << u"7:45"_qs << u"whole number"_qs;
    QTest::newRow("section is a list") << patched("\"future\"", "\"log\": [], \"future\"") << u"8:12"_qs
                                       << u"log must be an object"_qs;
    QTest::newRow("hosts is an object") << QByteArray("{\"hosts\": {}}") << u"1:11"_qs << u"must be a list"_qs;
    QTest::newRow("host is a text") << QByteArray("{\"hosts\": [\"nas\"]}") << u"1:12"_qs << u"must be an object"_qs;
    QTest::newRow("host without address")
        << QByteArray("{\"hosts\": [{\"id\": \"a\"}]}") << u"1:12"_qs << u"address must be a text"_qs;
    QTest::newRow("host id") << patched("\"id\": \"nas\"", "\"id\": \"../x\"") << u"5:16"_qs << QString();
    QTest::newRow("host id twice") << patched("\"id\": \"nas\"", "\"id\": \"local\"") << u"5:16"_qs
                                   << u"second host named local"_qs;
    QTest::newRow("host address") << patched("ssh://me@nas", "ssh://-oProxyCommand=x") << u"5:34"_qs << QString();
}

void SettingsFaultsTest::B14_aBrokenFileIsNamedByLineAndColumn()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, words);
    const SettingsFolder folder;
    folder.write(text);
    const SettingsStore store(folder.sources());
    QVERIFY(store.problem());
    const QString message = store.problem()->message;
    QVERIFY2(message.startsWith(folder.file() + u':' + place), qPrintable(message));
    QVERIFY2(message.contains(words), qPrintable(message));
    checkNeverSilentlyReplaced(text, false);
    checkNeverSilentlyReplaced(text, true);
}

void SettingsFaultsTest::B14_truncationAtAnyByteIsNeverReplacedByDefaults()
{
    for (qsizetype length = 0; length < good.trimmed().size(); ++length) {
        checkNeverSilentlyReplaced(good.left(length), length % 2 == 0);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"after %1 bytes"_qs.arg(length)));
    }
}

void SettingsFaultsTest::B14_randomDamageIsNeverReplacedByDefaults()
{
    QRandomGenerator random(14);
    for (int round = 0; round < 300; ++round) {
        QByteArray text = good;
        const int hits = random.bounded(1, 6);
        for (int hit = 0; hit < hits; ++hit)
            text[random.bounded(static_cast<int>(text.size()))] = static_cast<char>(random.bounded(256));
        checkNeverSilentlyReplaced(text, round % 2 == 0);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"round %1"_qs.arg(round)));
    }
}

void SettingsFaultsTest::B14_strangeButValidFilesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf") + good;
    QTest::newRow("CRLF") << QByteArray(good).replace("\n", "\r\n");
    QTest::newRow("one line") << QByteArray(good).replace("\n", " ");
    QTest::newRow("no version") << patched("\"version\": 1,", "");
    QTest::newRow("deep unknown value") << patched("null", QByteArray(200, '[') + QByteArray(200, ']'));
}

void SettingsFaultsTest::B14_strangeButValidFilesAreRead()
{
    QFETCH(QByteArray, text);
    const SettingsFolder folder;
    folder.write(text);
    const SettingsStore store(folder.sources());
    QVERIFY2(!store.problem(), qPrintable(store.problem().value_or(base::Error{}).message));
    QCOMPARE(store.hosts().size(), 2);
}

void SettingsFaultsTest::B14_somethingThatIsNoFileIsRefused()
{
    const SettingsFolder folder;
    QDir().mkpath(folder.file());
    SettingsStore store(folder.sources());
    QVERIFY(store.problem());
    QVERIFY(!store.setHosts({}));
    QVERIFY(QFileInfo(folder.file()).isDir());
}

void SettingsFaultsTest::B14_aDanglingLinkIsNotAFirstStart()
{
    const SettingsFolder folder;
    QDir().mkpath(folder.config());
    QVERIFY(QFile::link(folder.config() + u"/unmounted/settings.json"_qs, folder.file()));
    const SettingsStore store(folder.sources());
    QVERIFY(store.problem());
    QVERIFY(store.hosts().isEmpty());
}

void SettingsFaultsTest::B14_unknownKeysAreKeptAndNamed()
{
    const SettingsFolder folder;
    folder.write(patched("\"port\": 3000", "\"prot\": 3001"));
    SettingsStore store(folder.sources());
    QCOMPARE(store.warnings().size(), 2);
    QVERIFY(store.warnings().at(0).contains(u"future"_qs));
    QVERIFY(store.warnings().at(1).contains(u":7:45: server.prot"_qs));
    QVERIFY(store.warnings().at(1).endsWith(u"did you mean server.port?"_qs));

    QVERIFY(store.setHosts(store.hosts().mid(1) << host(u"third"_qs, u"local"_qs)));
    const QJsonObject kept = QJsonDocument::fromJson(folder.read()).object();
    const QJsonObject before = QJsonDocument::fromJson(good).object();
    QCOMPARE(kept.value(u"future"_qs), before.value(u"future"_qs));
    QCOMPARE(kept.value(u"server"_qs).toObject().value(u"prot"_qs).toInt(), 3001);
    QVERIFY(folder.read().contains("keep me"));
}

void SettingsFaultsTest::B14_aFileTooLargeIsRefused()
{
    const SettingsFolder folder;
    folder.write(good);
    QFile file(folder.file());
    QVERIFY(file.resize(100 * 1024 * 1024)); // a hole: no disk is used
    const SettingsStore store(folder.sources());
    QVERIFY(store.problem());
    QVERIFY(store.problem()->message.contains(u"larger"_qs));
}

void SettingsFaultsTest::B14_aFailedReloadKeepsWhatStands()
{
    const SettingsFolder folder;
    folder.write(good);
    SettingsStore store(folder.sources());
    folder.write("{");
    QVERIFY(!store.reload());
    QVERIFY(store.problem());
    QCOMPARE(store.hosts().size(), 2);
    QVERIFY(!store.setHosts({}));
    QCOMPARE(folder.read(), QByteArray("{"));
    folder.write(good);
    QVERIFY(store.reload());
    QVERIFY(!store.problem());
    QVERIFY(store.setHosts({}));
}

void SettingsFaultsTest::B14_settingAsideIsExplicitAndLosesNothing()
{
    for (const bool withLastGood : {false, true}) {
        const SettingsFolder folder;
        if (withLastGood) {
            folder.write(good);
            const SettingsStore first(folder.sources());
        }
        folder.write("{ half");
        SettingsStore store(folder.sources());
        const base::Result<QString> aside = store.setAside();
        QVERIFY(aside);
        QCOMPARE(SettingsFolder::readAll(*aside), QByteArray("{ half"));
        QVERIFY(!store.problem());
        QCOMPARE(store.hosts().size(), withLastGood ? 2 : 1);
        QVERIFY(store.setHosts(store.hosts()));
        QVERIFY(!SettingsStore(folder.sources()).problem());
        QVERIFY(!store.setAside());
    }
}

void SettingsFaultsTest::B12_aFullDiskLeavesTheOldFileAndNoRest()
{
    const SettingsFolder folder;
    folder.write(good);
    SettingsStore store(folder.sources());
    QList<model::HostProfile> many;
    for (int i = 0; i < 200; ++i)
        many.append(host(u"host-%1"_qs.arg(i), u"ssh://user@host-%1.example"_qs.arg(i)));

    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4096, before.rlim_max}; // a write beyond fails as on a full disk
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const base::Status status = store.setHosts(many);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);

    QVERIFY(!status);
    QCOMPARE(status.error().kind, base::ErrorKind::io);
    QCOMPARE(folder.read(), good);
    QCOMPARE(store.hosts().size(), 2);
    QCOMPARE(QDir(folder.config()).entryList(QDir::Files | QDir::Hidden), QStringList{u"settings.json"_qs});
    QVERIFY(store.setHosts(many));
}

void SettingsFaultsTest::B25_aLockedFolderIsAConflict()
{
    const SettingsFolder folder;
    folder.write(good);
    SettingsStore store(folder.sources());
    const base::UniqueFd other(::open(QFile::encodeName(folder.config()).constData(), O_RDONLY | O_DIRECTORY));
    QCOMPARE(::flock(other.get(), LOCK_EX), 0);
    const base::Status status = store.setHosts({});
    QVERIFY(!status);
    QCOMPARE(status.error().kind, base::ErrorKind::conflict);
    QCOMPARE(::flock(other.get(), LOCK_UN), 0);
    QVERIFY(store.setHosts({}));
}

void SettingsFaultsTest::B27_aReadOnlyFileIsRefusedWithAReason()
{
    // What is forbidden here is allowed to root, so root becomes nobody meanwhile.
    const SettingsFolder folder;
    folder.write(good);
    QVERIFY(QFile::setPermissions(folder.file(), QFile::ReadOwner | QFile::ReadOther));
    for (const QString &path : {folder.config(), QFileInfo(folder.config()).absolutePath()})
        QVERIFY(QFile::setPermissions(path, QFile::Permissions(0x7777)));
    SettingsStore store(folder.sources());
    QVERIFY(!store.problem());
    const bool root = ::geteuid() == 0;
    QCOMPARE(::seteuid(root ? 65534 : ::geteuid()), 0);
    const base::Status refused = store.setHosts({});
    const std::optional<base::Error> reason = store.readOnlyReason();
    QCOMPARE(::seteuid(::getuid()), 0);

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::ErrorKind::refused);
    QVERIFY(reason && reason->message.contains(u"read-only"_qs) && !reason->detail.isEmpty());
    QCOMPARE(folder.read(), good);
    QCOMPARE(store.hosts().size(), 2);
}

void SettingsFaultsTest::B34_withoutAnyFolderEverythingWorksButKeeping()
{
    SettingsStore store(SettingsSources{});
    QVERIFY(!store.problem());
    QCOMPARE(store.hosts().size(), 1);
    const base::Status status = store.setHosts({});
    QVERIFY(!status);
    QCOMPARE(status.error().kind, base::ErrorKind::refused);
    QVERIFY(status.error().detail.contains(u"HOME"_qs));
}

QTEST_GUILESS_MAIN(SettingsFaultsTest)
#include "settings_faults_test.moc"
