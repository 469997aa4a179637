// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/configuration/sample_workspace.h"
#include "core/control/configuration/local_configurations.h"
#include "core/control/file_desk.h"
#include "core/control/text_desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::control;
using namespace std::chrono_literals;

namespace {

using Opened = std::shared_ptr<Configuration>;

const QString sonarr = QStringLiteral("services/sonarr.yaml");
const QString manifest = QStringLiteral("mediahelm.yaml");

template<typename T>
base::Result<T> waitFor(const QFuture<base::Result<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
        return base::Error{base::ErrorKind::timeout, QStringLiteral("no answer"), {}};
    return future.result();
}

QStringList pathsOf(const Configuration &configuration)
{
    QStringList paths;
    for (const ConfigurationFile &file : configuration.facts().files)
        paths.append(file.path);
    return paths;
}

} // namespace

// Files that are made, renamed and taken away, on a real disk.
class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void madeFilesCount();
    void aListOfTheManifestFollows();
    void aNewLayerComesBeforeTheUsersOwn();
    void namesThatCannotBeAreRefused_data();
    void namesThatCannotBeAreRefused();
    void nothingIsOverwritten();
    void aLinkLeadsNobodyOutside();
    void renamesWithTheManifest();
    void renamesWithoutOne();
    void unsavedWorkHoldsARename();
    void tellsWhatGoesWithAFile();
    void removesAndPutsBackAsItWas();
    void putsBackWhereTheManifestChangedSince();
    void B14_aFileThatChangedIsNotRemoved();
    void theLastOfAListStays();
    void theManifestStays();
    void aManifestThatIsBeingEditedIsLeftAlone();
    void aPlainComposeFolderHasFewFiles();
    void aFolderThatCannotBeWrittenIsTold();

private:
    FileDesk &desk() const { return m_configuration->fileDesk(); }
    void open();
    QByteArray read(const QString &path) const { return m_workspace->read(path); }

    base::SystemClock m_clock;
    std::unique_ptr<test::SampleWorkspace> m_workspace;
    Opened m_configuration;
};

void FilesTest::init()
{
    m_configuration.reset();
    m_workspace = std::make_unique<test::SampleWorkspace>();
}

void FilesTest::open()
{
    LocalConfigurations configurations({{}, {}, 20ms}, m_clock);
    const auto opened = waitFor(configurations.open(m_workspace->folder()));
    QVERIFY(opened);
    m_configuration = *opened;
}

void FilesTest::madeFilesCount()
{
    open();
    QSignalSpy changed(m_configuration.get(), &Configuration::fileChanged);
    const QString path = QStringLiteral("services/radarr.yaml");
    QVERIFY(waitFor(desk().create(path, FileKind::compose, "services:\n  radarr:\n    image: radarr:5\n")));
    QCOMPARE(read(path), QByteArray("services:\n  radarr:\n    image: radarr:5\n"));
    QTRY_VERIFY(pathsOf(*m_configuration).contains(path));
    QVERIFY(m_configuration->facts().command.contains(path));
    QVERIFY(waitFor(desk().create(QStringLiteral("templates/caddy/Caddyfile"), FileKind::handedOver, ":80\n")));
    QCOMPARE(read(QStringLiteral("templates/caddy/Caddyfile")), QByteArray(":80\n"));
    QVERIFY(waitFor(desk().create(QStringLiteral("schemas/own.json"), FileKind::schema, "{}\n")));
    QTRY_VERIFY(pathsOf(*m_configuration).contains(QStringLiteral("schemas/own.json")));
    QCOMPARE(read(manifest), QByteArray("name: media\nsecrets:\n  - SONARR_API_KEY\n"));
    QCOMPARE(changed.count(), 0); // they are our own
}

void FilesTest::aListOfTheManifestFollows()
{
    m_workspace->write(manifest,
                       "name: media # mine\nservice_files:\n  - services/vpn.yaml # first\n  - services/sonarr.yaml\n");
    open();
    QVERIFY(waitFor(desk().create(QStringLiteral("services/radarr.yaml"), FileKind::compose, "services: {}\n")));
    QCOMPARE(read(manifest),
             QByteArray("name: media # mine\nservice_files:\n  - services/vpn.yaml # first\n  - services/sonarr.yaml\n"
                        "  - services/radarr.yaml\n"));
    QTRY_COMPARE(pathsOf(*m_configuration).filter(QStringLiteral("services/")).last(),
                 QStringLiteral("services/radarr.yaml"));
}

void FilesTest::aNewLayerComesBeforeTheUsersOwn()
{
    open();
    QVERIFY(waitFor(desk().create(QStringLiteral("defaults/own.env"), FileKind::env, "A=1\n")));
    QVERIFY(read(manifest).startsWith("name: media\nsecrets:\n  - SONARR_API_KEY\n"));
    QTRY_COMPARE(pathsOf(*m_configuration).filter(QStringLiteral(".env")),
                 QStringList({QStringLiteral("defaults/base.env"), QStringLiteral("defaults/own.env"),
                              QStringLiteral("local.env")}));
    QVERIFY(waitFor(desk().create(QStringLiteral("defaults/more.env"), FileKind::env, "A=2\n")));
    QTRY_COMPARE(pathsOf(*m_configuration).filter(QStringLiteral(".env")).size(), 4);
    QCOMPARE(pathsOf(*m_configuration).filter(QStringLiteral(".env")).last(), QStringLiteral("local.env"));
}

void FilesTest::namesThatCannotBeAreRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const char *path, FileKind kind) {
        QTest::newRow(name) << QString::fromUtf8(path) << int(kind);
    };
    row("out of the workspace", "services/../../x.yaml", FileKind::compose);
    row("absolute", "/etc/x.yaml", FileKind::compose);
    row("empty", "", FileKind::compose);
    row("control character", "services/a\nb.yaml", FileKind::compose);
    row("our own folder", ".mediahelm/x.yaml", FileKind::compose);
    row("git's folder", "templates/.git/config", FileKind::handedOver);
    row("no YAML", "services/x.txt", FileKind::compose);
    row("another folder", "defaults/x.yaml", FileKind::compose);
    row("no env file", "defaults/x.yaml", FileKind::env);
    row("the manifest", "mediahelm.yaml", FileKind::manifest);
    row("a schema elsewhere", "x.json", FileKind::schema);
}

void FilesTest::namesThatCannotBeAreRefused()
{
    QFETCH(QString, path);
    QFETCH(int, kind);
    open();
    const auto done = waitFor(desk().create(path, FileKind(kind), "x"));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, base::ErrorKind::invalid);
    QVERIFY(!done.error().message.isEmpty());
}

void FilesTest::nothingIsOverwritten()
{
    open();
    const auto made = waitFor(desk().create(sonarr, FileKind::compose, "services: {}\n"));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, base::ErrorKind::conflict);
    const auto renamed = waitFor(desk().rename(QStringLiteral("services/vpn.yaml"), sonarr));
    QVERIFY(!renamed);
    QCOMPARE(renamed.error().kind, base::ErrorKind::conflict);
    QCOMPARE(read(sonarr), test::SampleWorkspace::sonarr());
    QVERIFY(!read(QStringLiteral("services/vpn.yaml")).isEmpty());
}

void FilesTest::aLinkLeadsNobodyOutside()
{
    const QTemporaryDir outside;
    QVERIFY(QFile::link(outside.path(), m_workspace->absolute(QStringLiteral("schemas"))));
    open();
    const auto made = waitFor(desk().create(QStringLiteral("schemas/x.json"), FileKind::schema, "{}"));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, base::ErrorKind::refused);
    QVERIFY(QDir(outside.path()).isEmpty());
}

void FilesTest::renamesWithTheManifest()
{
    m_workspace->write(manifest, "name: media\nservice_files: [services/vpn.yaml, services/sonarr.yaml] # order\n");
    open();
    const QString to = QStringLiteral("services/series.yaml");
    QVERIFY(waitFor(desk().rename(sonarr, to)));
    QCOMPARE(read(manifest),
             QByteArray("name: media\nservice_files: [services/vpn.yaml, services/series.yaml] # order\n"));
    QCOMPARE(read(to), test::SampleWorkspace::sonarr());
    QVERIFY(!QFile::exists(m_workspace->absolute(sonarr)));
    QTRY_VERIFY(pathsOf(*m_configuration).contains(to) && !pathsOf(*m_configuration).contains(sonarr));
}

void FilesTest::renamesWithoutOne()
{
    open();
    QSignalSpy changed(m_configuration.get(), &Configuration::fileChanged);
    const QString to = QStringLiteral("services/series.yaml");
    QVERIFY(waitFor(desk().rename(sonarr, to)));
    QCOMPARE(read(to), test::SampleWorkspace::sonarr());
    QTRY_VERIFY(pathsOf(*m_configuration).contains(to));
    QVERIFY(waitFor(desk().rename(QStringLiteral("templates/readme.txt"), QStringLiteral("templates/a/b.txt"))));
    QCOMPARE(read(QStringLiteral("templates/a/b.txt")), QByteArray("hello\n"));
    QCOMPARE(changed.count(), 0);
    // What "services/*.yaml" does not stand for is named.
    QVERIFY(waitFor(desk().rename(to, QStringLiteral("services/series.yml"))));
    QTRY_VERIFY(pathsOf(*m_configuration).contains(QStringLiteral("services/series.yml")));
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toString(), manifest); // whoever has it open reads it anew
}

void FilesTest::unsavedWorkHoldsARename()
{
    open();
    m_configuration->textDesk().setText(sonarr, "services: {}\n", textDigest(test::SampleWorkspace::sonarr()));
    const auto renamed = waitFor(desk().rename(sonarr, QStringLiteral("services/series.yaml")));
    QVERIFY(!renamed);
    QCOMPARE(renamed.error().kind, base::ErrorKind::conflict);
    QVERIFY(renamed.error().message.contains(QStringLiteral("not saved")));
}

void FilesTest::tellsWhatGoesWithAFile()
{
    m_workspace->write(QStringLiteral("services/web.yaml"),
                       "services:\n  web:\n    image: web:1\n    env_file: [local.env, templates/readme.txt]\n");
    open();
    const auto service = waitFor(desk().stake(sonarr));
    QVERIFY(service);
    QCOMPARE(service->services, QStringList(QStringLiteral("sonarr")));
    QCOMPARE(service->digest, textDigest(test::SampleWorkspace::sonarr()));
    const auto layer = waitFor(desk().stake(QStringLiteral("local.env")));
    QVERIFY(layer);
    QCOMPARE(layer->variables.size(), 3);
    QCOMPARE(layer->mentionedIn, QStringList(QStringLiteral("services/web.yaml")));
    QCOMPARE(waitFor(desk().stake(QStringLiteral("../x"))).error().kind, base::ErrorKind::notFound);
}

void FilesTest::removesAndPutsBackAsItWas()
{
    const QByteArray listed =
        "name: media\n# the order counts\nservice_files:\n  - services/sonarr.yaml\n  - services/vpn.yaml\n";
    m_workspace->write(manifest, listed);
    open();
    const auto removed = waitFor(desk().remove(sonarr, textDigest(test::SampleWorkspace::sonarr())));
    QVERIFY(removed);
    QVERIFY(!QFile::exists(m_workspace->absolute(sonarr)));
    QVERIFY(!read(manifest).contains("sonarr"));
    QTRY_VERIFY(!pathsOf(*m_configuration).contains(sonarr));
    QVERIFY(waitFor(desk().restore(*removed)));
    QCOMPARE(read(sonarr), test::SampleWorkspace::sonarr());
    QCOMPARE(read(manifest), listed);
    QTRY_VERIFY(pathsOf(*m_configuration).contains(sonarr));
}

void FilesTest::putsBackWhereTheManifestChangedSince()
{
    m_workspace->write(manifest, "name: media\nservice_files:\n  - services/sonarr.yaml\n  - services/vpn.yaml\n");
    open();
    const auto removed = waitFor(desk().remove(sonarr, textDigest(test::SampleWorkspace::sonarr())));
    QVERIFY(removed);
    const QByteArray now = read(manifest);
    QVERIFY(waitFor(m_configuration->textDesk().save(manifest, now + "description: mine\n", textDigest(now))));
    QVERIFY(waitFor(desk().restore(*removed)));
    QVERIFY(read(manifest).contains("description: mine\n"));
    QVERIFY(read(manifest).contains("services/sonarr.yaml"));
}

void FilesTest::B14_aFileThatChangedIsNotRemoved()
{
    open();
    const auto removed = waitFor(desk().remove(sonarr, textDigest("something else")));
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, base::ErrorKind::conflict);
    QCOMPARE(read(sonarr), test::SampleWorkspace::sonarr());
}

void FilesTest::theLastOfAListStays()
{
    m_workspace->write(manifest, "name: media\nservice_files: [services/sonarr.yaml]\n");
    open();
    const auto removed = waitFor(desk().remove(sonarr, textDigest(test::SampleWorkspace::sonarr())));
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, base::ErrorKind::refused);
    QVERIFY(QFile::exists(m_workspace->absolute(sonarr)));
}

void FilesTest::theManifestStays()
{
    open();
    const QByteArray digest = textDigest(read(manifest));
    QCOMPARE(waitFor(desk().remove(manifest, digest)).error().kind, base::ErrorKind::refused);
    QCOMPARE(waitFor(desk().rename(manifest, QStringLiteral("services/x.yaml"))).error().kind,
             base::ErrorKind::refused);
}

void FilesTest::aManifestThatIsBeingEditedIsLeftAlone()
{
    const QByteArray listed = "name: media\nservice_files:\n  - services/sonarr.yaml\n  - services/vpn.yaml\n";
    m_workspace->write(manifest, listed);
    open();
    m_configuration->textDesk().setText(manifest, listed + "# more\n", textDigest(listed));
    const auto made = waitFor(desk().create(QStringLiteral("services/x.yaml"), FileKind::compose, "services: {}\n"));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, base::ErrorKind::conflict);
    QVERIFY(!QFile::exists(m_workspace->absolute(QStringLiteral("services/x.yaml"))));
    QCOMPARE(read(manifest), listed);
}

void FilesTest::aPlainComposeFolderHasFewFiles()
{
    QVERIFY(QFile::remove(m_workspace->absolute(manifest)));
    m_workspace->write(QStringLiteral("compose.yaml"), "services:\n  a:\n    image: a:1\n");
    open();
    QCOMPARE(desk().patternFor(FileKind::schema), QString());
    QVERIFY(!waitFor(desk().create(QStringLiteral("services/x.yaml"), FileKind::compose, "x")));
    QVERIFY(waitFor(desk().create(QStringLiteral(".env"), FileKind::env, "A=1\n")));
    QTRY_VERIFY(pathsOf(*m_configuration).contains(QStringLiteral(".env")));
    const QString main = QStringLiteral("compose.yaml");
    QCOMPARE(waitFor(desk().remove(main, textDigest(read(main)))).error().kind, base::ErrorKind::refused);
    const auto removed = waitFor(desk().remove(QStringLiteral(".env"), textDigest("A=1\n")));
    QVERIFY(removed);
    QVERIFY(waitFor(desk().restore(*removed)));
    QCOMPARE(read(QStringLiteral(".env")), QByteArray("A=1\n"));
}

void FilesTest::aFolderThatCannotBeWrittenIsTold()
{
    QVERIFY(QFile::remove(m_workspace->absolute(QStringLiteral("templates/readme.txt"))));
    QVERIFY(QDir().rmdir(m_workspace->absolute(QStringLiteral("templates"))));
    m_workspace->write(QStringLiteral("templates"), "a file where a folder should be");
    open();
    const auto made = waitFor(desk().create(QStringLiteral("templates/x"), FileKind::handedOver, "x"));
    QVERIFY(!made);
    QVERIFY(!made.error().message.isEmpty());
    QCOMPARE(read(QStringLiteral("templates")), QByteArray("a file where a folder should be"));
}

QTEST_GUILESS_MAIN(FilesTest)
#include "files_test.moc"
