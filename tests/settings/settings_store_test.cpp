// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_fixture.h"

#include "core/base/folders.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::settings;
using mediahelm::tests::host;
using mediahelm::tests::SettingsFolder;

class SettingsStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstStartHasThisMachineAndWritesNothing();
    void hostsComeBackAsTheyWereKept();
    void theFileIsReadableByItsOwnerAlone();
    void anEmptyListOfHostsStaysEmpty();
    void flagBeatsEnvironmentBeatsFileBeatsBuiltIn_data();
    void flagBeatsEnvironmentBeatsFileBeatsBuiltIn();
    void theServersVariablesMeanNothingToOtherFaces();
    void aVariableThatCannotBeIsNamed();
    void aValueIsWrittenAndTakenOutAgain();
    void aLinkedFileStaysLinked();
    void aChangeByAnotherProcessIsNotOverwritten();
    void reloadReportsWhatChanged();
    void foldersFollowTheEnvironment();
};

void SettingsStoreTest::aFirstStartHasThisMachineAndWritesNothing()
{
    const SettingsFolder folder;
    const SettingsStore store(folder.sources());
    QVERIFY(!store.problem());
    QCOMPARE(store.hosts(), QList{host(u"local"_qs, u"local"_qs)});
    QVERIFY(!QFile::exists(folder.file()));
    QVERIFY(!QFile::exists(folder.lastGood()));
}

void SettingsStoreTest::hostsComeBackAsTheyWereKept()
{
    const SettingsFolder folder;
    const QList hosts{host(u"nas"_qs, u"ssh://me@nas:2222"_qs, u"/run/user/1000/docker.sock"_qs),
                      host(u"local"_qs, u"local"_qs), host(u"pod"_qs, u"unix:///run/podman/podman.sock"_qs)};
    {
        SettingsStore store(folder.sources());
        const QSignalSpy changed(&store, &SettingsStore::hostsChanged);
        QVERIFY(store.setHosts(hosts));
        QCOMPARE(changed.count(), 1);
    }
    const SettingsStore again(folder.sources());
    QCOMPARE(again.hosts(), hosts);
    QCOMPARE(SettingsFolder::readAll(folder.lastGood()), folder.read());
}

void SettingsStoreTest::theFileIsReadableByItsOwnerAlone()
{
    const SettingsFolder folder;
    SettingsStore store(folder.sources());
    QVERIFY(store.setHosts({}));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(folder.file()) & others));
    QVERIFY(!(QFile::permissions(folder.config()) & others));
}

void SettingsStoreTest::anEmptyListOfHostsStaysEmpty()
{
    const SettingsFolder folder;
    QVERIFY(SettingsStore(folder.sources()).setHosts({}));
    QVERIFY(SettingsStore(folder.sources()).hosts().isEmpty());
}

void SettingsStoreTest::flagBeatsEnvironmentBeatsFileBeatsBuiltIn_data()
{
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("port");
    QTest::addColumn<SettingOrigin>("origin");
    QTest::addColumn<QString>("where");
    const QByteArray file = "{\n \"server\": {\"port\": 3004}\n}";
    QTest::newRow("built in") << QString() << QString() << QString() << QByteArray() << 3000 << SettingOrigin::builtIn
                              << QString();
    QTest::newRow("file") << QString() << QString() << QString() << file << 3004 << SettingOrigin::file
                          << u"FILE:2:21"_qs;
    QTest::newRow("plain variable") << QString() << QString() << u"3003"_qs << file << 3003
                                    << SettingOrigin::environment << u"PORT"_qs;
    QTest::newRow("own variable") << QString() << u"3002"_qs << u"3003"_qs << file << 3002 << SettingOrigin::environment
                                  << u"MEDIAHELM_SERVER_PORT"_qs;
    QTest::newRow("flag") << u"3001"_qs << u"3002"_qs << u"3003"_qs << file << 3001 << SettingOrigin::flag
                          << u"--listen"_qs;
}

void SettingsStoreTest::flagBeatsEnvironmentBeatsFileBeatsBuiltIn()
{
    QFETCH(QString, flag);
    QFETCH(QString, own);
    QFETCH(QString, plain);
    QFETCH(QByteArray, file);
    const SettingsFolder folder;
    if (!file.isEmpty())
        folder.write(file);
    SettingsSources sources = folder.sources();
    sources.scopes = {SettingScope::program, SettingScope::server};
    if (!flag.isEmpty()) {
        sources.flags.insert(Setting::serverPort, flag);
        sources.flagNames.insert(Setting::serverPort, u"--listen"_qs);
    }
    sources.environment.insert(u"MEDIAHELM_SERVER_PORT"_qs, own);
    sources.environment.insert(u"PORT"_qs, plain);

    const SettingsStore store(sources);
    QVERIFY(!store.problem());
    QTEST(store.integer(Setting::serverPort), "port");
    QTEST(store.value(Setting::serverPort).origin, "origin");
    QFETCH(QString, where);
    QCOMPARE(store.value(Setting::serverPort).where, where.replace(u"FILE"_qs, folder.file()));
}

void SettingsStoreTest::theServersVariablesMeanNothingToOtherFaces()
{
    const SettingsFolder folder;
    SettingsSources sources = folder.sources();
    sources.environment.insert(u"HOST"_qs, u"my-machine"_qs);
    sources.environment.insert(u"PORT"_qs, u"not a number"_qs);
    const SettingsStore store(sources);
    QVERIFY(!store.overrideProblem());
    QCOMPARE(store.text(Setting::serverHost), u"127.0.0.1"_qs);
}

void SettingsStoreTest::aVariableThatCannotBeIsNamed()
{
    const SettingsFolder folder;
    SettingsSources sources = folder.sources();
    sources.scopes.insert(SettingScope::server);
    sources.environment.insert(u"PORT"_qs, u"99999"_qs);
    const SettingsStore store(sources);
    QVERIFY(store.overrideProblem());
    QCOMPARE(store.overrideProblem()->kind, base::ErrorKind::invalid);
    QCOMPARE(store.overrideProblem()->message, u"PORT must be a whole number from 0 to 65535"_qs);
    QCOMPARE(store.overrideProblem()->detail, u"99999"_qs);
}

void SettingsStoreTest::aValueIsWrittenAndTakenOutAgain()
{
    const SettingsFolder folder;
    SettingsStore store(folder.sources());
    const QSignalSpy changed(&store, &SettingsStore::valuesChanged);
    QVERIFY(store.setValue(Setting::logLevel, u"debug"_qs));
    QCOMPARE(store.text(Setting::logLevel), u"debug"_qs);
    QCOMPARE(SettingsStore(folder.sources()).text(Setting::logLevel), u"debug"_qs);
    QVERIFY(store.setValue(Setting::logLevel, QJsonValue(QJsonValue::Undefined)));
    QCOMPARE(SettingsStore(folder.sources()).value(Setting::logLevel).origin, SettingOrigin::builtIn);
    QCOMPARE(changed.count(), 2);

    const base::Status refused = store.setValue(Setting::logLevel, u"loud"_qs);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::ErrorKind::invalid);
}

void SettingsStoreTest::aLinkedFileStaysLinked()
{
    const SettingsFolder folder;
    QDir().mkpath(folder.config());
    const QString target = folder.config() + u"/kept-elsewhere.json"_qs;
    folder.write(R"({"hosts": []})");
    QVERIFY(QFile::rename(folder.file(), target));
    QVERIFY(QFile::link(target, folder.file()));
    SettingsStore store(folder.sources());
    QVERIFY(store.setHosts({host(u"a"_qs, u"local"_qs)}));
    QVERIFY(QFileInfo(folder.file()).isSymLink());
    QVERIFY(SettingsFolder::readAll(target).contains("\"a\""));
}

void SettingsStoreTest::aChangeByAnotherProcessIsNotOverwritten()
{
    const SettingsFolder folder;
    SettingsStore mine(folder.sources());
    SettingsStore theirs(folder.sources());
    QVERIFY(theirs.setHosts({host(u"theirs"_qs, u"local"_qs)}));
    const QByteArray before = folder.read();

    const base::Status status = mine.setHosts({host(u"mine"_qs, u"local"_qs)});
    QVERIFY(!status);
    QCOMPARE(status.error().kind, base::ErrorKind::conflict);
    QCOMPARE(folder.read(), before);
    QCOMPARE(mine.hosts(), QList{host(u"local"_qs, u"local"_qs)});

    QVERIFY(mine.reload());
    QVERIFY(mine.setHosts(mine.hosts() << host(u"mine"_qs, u"local"_qs)));
    QCOMPARE(SettingsStore(folder.sources()).hosts().size(), 2);
}

void SettingsStoreTest::reloadReportsWhatChanged()
{
    const SettingsFolder folder;
    folder.write(R"({"hosts": [], "log": {"level": "info"}})");
    SettingsStore store(folder.sources());
    const QSignalSpy hosts(&store, &SettingsStore::hostsChanged);
    const QSignalSpy values(&store, &SettingsStore::valuesChanged);
    QVERIFY(store.reload());
    QCOMPARE(hosts.count() + values.count(), 0);

    folder.write(R"({"hosts": [{"id": "a", "address": "local"}], "log": {"level": "info"}})");
    QVERIFY(store.reload());
    QCOMPARE(hosts.count(), 1);
    QCOMPARE(store.hosts().size(), 1);
}

void SettingsStoreTest::foldersFollowTheEnvironment()
{
    base::Folders folders;
    QVERIFY(SettingsSources::inFolders(folders).file.isEmpty());
    folders.config = u"/c/mediahelm"_qs;
    folders.state = u"/s/mediahelm"_qs;
    const SettingsSources sources = SettingsSources::inFolders(folders);
    QCOMPARE(sources.file, u"/c/mediahelm/settings.json"_qs);
    QCOMPARE(sources.stateFile, u"/s/mediahelm/state.json"_qs);
    QCOMPARE(sources.lastGoodFile, u"/s/mediahelm/settings.last-good.json"_qs);
}

QTEST_GUILESS_MAIN(SettingsStoreTest)
#include "settings_store_test.moc"
