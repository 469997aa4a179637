// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/configuration/sample_workspace.h"
#include "core/base/clock.h"
#include "core/control/configuration/configuration_desk.h"
#include "core/control/configuration/stored_secrets.h"
#include "fakes/memory_secret_store.h"

#include <QTest>

#include <algorithm>

using namespace mediahelm;
using namespace mediahelm::control;

// What the files say of secrets, and how a plain one is taken out of them.
class SecretListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesAreListedWithTheirUses();
    void S11_aPlainOneIsTakenOutOfItsLayer();
    void S11_aPlainOneIsTakenOutOfAComposeFile();
    void whatIsMadeOfOthersIsLeftAlone();
    void aNameThatIsTakenIsNotUsedTwice();
    void withoutAManifestNothingIsMoved();
    void S11_keepsMakesUpAndRemoves();
    void refusesWhatNoVariableCanHold();

private:
    std::unique_ptr<ConfigurationDesk> open() const;
    static PlainSecret plain(const ConfigurationDesk &desk, const QString &variable);

    std::unique_ptr<test::SampleWorkspace> m_workspace;
    base::SystemClock m_clock;
};

void SecretListTest::init()
{
    m_workspace = std::make_unique<test::SampleWorkspace>();
    m_workspace->write(QStringLiteral("services/db.yaml"),
                       "services:\n"
                       "  db:\n"
                       "    image: postgres:16\n"
                       "    environment:\n"
                       "      # for the owner\n"
                       "      POSTGRES_PASSWORD: 'pa$$word' # change it\n"
                       "      OTHER_PASSWORD: \"${TZ}-sesame\"\n"
                       "    x-mediahelm:\n"
                       "      secrets:\n"
                       "        SONARR_API_KEY: {description: Key of the API., generate: {format: hex, length: 40}}\n");
}

std::unique_ptr<ConfigurationDesk> SecretListTest::open() const
{
    auto desk = std::make_unique<ConfigurationDesk>(
        ConfigurationDesk::Place{m_workspace->folder(), {}, {{QStringLiteral("HOME"), QStringLiteral("/")}}}, m_clock);
    if (!desk->look())
        qFatal("the sample cannot be read");
    return desk;
}

PlainSecret SecretListTest::plain(const ConfigurationDesk &desk, const QString &variable)
{
    const QList<PlainSecret> all = desk.secrets().plain;
    const auto found = std::ranges::find(all, variable, &PlainSecret::variable);
    return found == all.cend() ? PlainSecret() : *found;
}

void SecretListTest::namesAreListedWithTheirUses()
{
    const WorkspaceSecrets secrets = open()->secrets();
    QVERIFY(secrets.canList);
    QCOMPARE(secrets.listed.size(), 1);
    const ListedSecret &key = secrets.listed.first();
    QCOMPARE(key.name, QStringLiteral("SONARR_API_KEY"));
    QCOMPARE(key.description, QStringLiteral("Key of the API."));
    QCOMPARE(key.recipe, (SecretRecipe{true, 40}));
    QCOMPARE(key.uses.size(), 1);
    QCOMPARE(key.uses.first().file, QStringLiteral("services/sonarr.yaml"));
    QVERIFY(!key.inEnvironment);
    QStringList plain;
    for (const PlainSecret &each : secrets.plain)
        plain.append(each.variable + u' ' + each.file);
    QVERIFY(plain.contains(QStringLiteral("SONARR_API_KEY local.env")));
    QVERIFY(plain.contains(QStringLiteral("POSTGRES_PASSWORD services/db.yaml")));
}

void SecretListTest::S11_aPlainOneIsTakenOutOfItsLayer()
{
    const auto desk = open();
    const auto move = desk->moveOut(plain(*desk, QStringLiteral("SONARR_API_KEY")));
    QVERIFY2(move, qPrintable(move ? QString() : move.error().message));
    QCOMPARE(move->name, QStringLiteral("SONARR_API_KEY"));
    QCOMPARE(move->value, QByteArray("left-here"));
    QCOMPARE(move->texts.size(), 1); // it is listed already
    QCOMPARE(move->texts.first().file, QStringLiteral("local.env"));
    QCOMPARE(move->texts.first().after, QByteArray("TZ=Europe/Berlin\nMEDIA=${DATA_PATH}/media\n"));
    QCOMPARE(m_workspace->read(QStringLiteral("local.env")), move->texts.first().before); // nothing was written
}

void SecretListTest::S11_aPlainOneIsTakenOutOfAComposeFile()
{
    const auto desk = open();
    const auto move = desk->moveOut(plain(*desk, QStringLiteral("POSTGRES_PASSWORD")));
    QVERIFY2(move, qPrintable(move ? QString() : move.error().message));
    QCOMPARE(move->value, QByteArray("pa$word"));
    QCOMPARE(move->texts.size(), 2);
    QCOMPARE(move->texts.at(0).file, QStringLiteral("mediahelm.yaml"));
    QCOMPARE(move->texts.at(0).after, QByteArray("name: media\nsecrets:\n  - SONARR_API_KEY\n  - POSTGRES_PASSWORD\n"));
    const QByteArray before = m_workspace->read(QStringLiteral("services/db.yaml"));
    QCOMPARE(move->texts.at(1).after, QByteArray(before).replace("'pa$$word'", "'${POSTGRES_PASSWORD}'"));
}

void SecretListTest::whatIsMadeOfOthersIsLeftAlone()
{
    const auto desk = open();
    const PlainSecret secret = plain(*desk, QStringLiteral("OTHER_PASSWORD"));
    QVERIFY(!secret.file.isEmpty());
    const auto move = desk->moveOut(secret);
    QVERIFY(!move);
    QCOMPARE(move.error().kind, base::ErrorKind::conflict);
    QVERIFY(!move.error().message.contains(QLatin1String("sesame")));
    const auto gone = desk->moveOut({QStringLiteral("NOT_THERE"), QStringLiteral("local.env"), {}, {}});
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, base::ErrorKind::notFound);
}

void SecretListTest::aNameThatIsTakenIsNotUsedTwice()
{
    m_workspace->write(QStringLiteral("defaults/base.env"), "TZ=Etc/UTC\nDATA_PATH=/srv\nPOSTGRES_PASSWORD=\n");
    const auto desk = open();
    const auto move = desk->moveOut(plain(*desk, QStringLiteral("POSTGRES_PASSWORD")));
    QVERIFY(move);
    QCOMPARE(move->name, QStringLiteral("DB_POSTGRES_PASSWORD"));
}

void SecretListTest::withoutAManifestNothingIsMoved()
{
    const QTemporaryDir folder;
    QFile compose(folder.filePath(QStringLiteral("compose.yaml")));
    QVERIFY(compose.open(QIODevice::WriteOnly));
    compose.write("services:\n  db:\n    image: a:1\n    environment:\n      DB_PASSWORD: sesame\n");
    compose.close();
    ConfigurationDesk desk({folder.path(), {}, {}}, m_clock);
    QVERIFY(desk.look());
    QVERIFY(!desk.secrets().canList);
    QCOMPARE(desk.secrets().plain.size(), 1);
    const auto move = desk.moveOut(desk.secrets().plain.first());
    QVERIFY(!move);
    QCOMPARE(move.error().kind, base::ErrorKind::conflict);
}

void SecretListTest::S11_keepsMakesUpAndRemoves()
{
    fakes::MemorySecretStore store;
    StoredSecrets desk(store);
    const QString project = QStringLiteral("media");
    QVERIFY(desk.set(project, QStringLiteral("DB_PASSWORD"), "sesame").result());
    QVERIFY(desk.generate(project, QStringLiteral("API_KEY"), {true, 40}).result());
    const auto kept = desk.kept(project).result();
    QVERIFY(kept);
    QCOMPARE(kept->names, (QStringList{QStringLiteral("API_KEY"), QStringLiteral("DB_PASSWORD")}));
    const auto made = store.read(QStringLiteral("workspace/media/API_KEY")).result();
    QVERIFY(made && *made);
    QCOMPARE((*made)->size(), 40);
    QVERIFY(desk.remove(project, QStringLiteral("API_KEY")).result());
    QCOMPARE(desk.kept(project).result()->names, QStringList{QStringLiteral("DB_PASSWORD")});
    QVERIFY(desk.kept(QStringLiteral("other")).result()->names.isEmpty());
}

void SecretListTest::refusesWhatNoVariableCanHold()
{
    fakes::MemorySecretStore store;
    StoredSecrets desk(store);
    const QString project = QStringLiteral("media");
    const QString name = QStringLiteral("KEY");
    for (const QByteArray &value : {QByteArray(), QByteArray("a\0b", 3), QByteArray("\xff"), QByteArray(70'000, 'x')}) {
        const base::Status status = desk.set(project, name, value).result();
        QVERIFY(!status);
        QCOMPARE(status.error().kind, base::ErrorKind::invalid);
    }
    QVERIFY(!desk.set(QStringLiteral("No Project"), name, "x").result());
    QVERIFY(!desk.set(project, QStringLiteral("NO NAME"), "x").result());
    QVERIFY(!desk.remove(project, QStringLiteral("a/b")).result());
    QVERIFY(desk.kept(project).result()->names.isEmpty());
}

QTEST_GUILESS_MAIN(SecretListTest)
#include "secret_list_test.moc"
