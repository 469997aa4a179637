// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/local_host_probe.h"
#include "core/workspace/project/workspace_validator.h"
#include "workspace/memory_files.h"

#include <QDir>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

using namespace mediahelm;
using namespace mediahelm::workspace;

using Facts = HostFacts;
Q_DECLARE_METATYPE(mediahelm::workspace::HostFacts)

namespace {

PathFacts folder(quint64 fileSystem = 1, quint32 user = 1000, quint32 mode = 0755)
{
    PathFacts facts;
    facts.kind = PathFacts::Kind::folder;
    facts.fileSystem = fileSystem;
    facts.user = facts.group = user;
    facts.mode = mode;
    return facts;
}

PathFacts missing()
{
    PathFacts facts;
    facts.kind = PathFacts::Kind::missing;
    return facts;
}

PathFacts unmounted(const QString &point)
{
    PathFacts facts = folder();
    facts.unmounted = point;
    return facts;
}

PathFacts readOnly()
{
    PathFacts facts = folder();
    facts.readOnly = true;
    return facts;
}

HostFacts paths(const QHash<QString, PathFacts> &known)
{
    return {known, std::nullopt};
}

HostFacts listeners(const QList<HostListener> &some)
{
    return {{}, some};
}

HostFacts names(const QHash<QString, QString> &some)
{
    return {{}, std::nullopt, some};
}

QByteArray service(const QByteArray &body)
{
    return "services:\n  app:\n    image: app:1\n" + body;
}

struct Validated {
    QStringList found;
    QStringList words;
    HostQuestions questions;
};

Validated validated(const QByteArray &text, const HostFacts *facts)
{
    tests::MemoryFiles files;
    files.files.insert(QStringLiteral("compose.yaml"), text);
    const auto workspace = readWorkspace(files, {});
    WorkspaceValidator validator;
    Validated all;
    if (!workspace)
        return all;
    const auto take = [&all](const QList<model::Diagnostic> &diagnostics) {
        all.found.clear();
        all.words.clear();
        for (const model::Diagnostic &one : diagnostics) {
            all.found.append(QStringLiteral("%1 %2 %3:%4")
                                 .arg(model::severityName(one.severity), one.code)
                                 .arg(one.place.line)
                                 .arg(one.place.column));
            all.words.append(one.message);
        }
    };
    // Facts that come later change nothing of what is said with them, nor without.
    take(validator.validate(*workspace, {}));
    const QStringList alone = all.words;
    take(validator.against(facts));
    const QStringList later = all.words;
    take(validator.against(nullptr));
    const bool same = all.words == alone;
    take(validator.validate(*workspace, {}, facts));
    if (!same || later != all.words)
        all.found.append(QStringLiteral("it matters when the facts come"));
    all.questions = validator.questions();
    return all;
}

} // namespace

// What is found when a project is held against its host.
class HostChecksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsToldWhereItIs_data();
    void eachIsToldWhereItIs();
    void withoutFactsNothingIsSaidOfTheHost();
    void theFilesSayWhatIsAskedFor();
    void theProjectsOwnContainersAreNoStrangers();
    void tablesOfSocketsAreRead();
    void mountPointsThatMissAreFound();
    void thisMachineIsAsked();
    void whatCannotBeHereIsNotAskedFor();
};

void HostChecksTest::eachIsToldWhereItIs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Facts>("facts");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &body, const HostFacts &facts, const QStringList &expected) {
        QTest::newRow(name) << service(body) << facts << expected;
    };
    const QByteArray media = "    volumes:\n      - /srv/media:/media\n";
    const QString path = QStringLiteral("/srv/media");
    row("the folder is there", media, paths({{path, folder()}}), {});
    row("nobody could look", media, paths({{path, PathFacts()}}), {});
    row("no folder", media, paths({{path, missing()}}), {QStringLiteral("warning bind-missing 5:9")});
    row("no folder, and the long form makes none",
        "    volumes:\n      - type: bind\n        source: /srv/media\n        target: /media\n",
        paths({{path, missing()}}), {QStringLiteral("error bind-missing 6:17")});
    row("no folder, and the long form makes it",
        "    volumes:\n      - {type: bind, source: /srv/media, target: /media, bind: {create_host_path: true}}\n",
        paths({{path, missing()}}), {QStringLiteral("warning bind-missing 5:30")});
    row("no folder, of a profile",
        "    profiles: [extra]\n    volumes:\n      - type: bind\n        source: /srv/media\n        target: /media\n",
        paths({{path, missing()}}), {QStringLiteral("warning bind-missing 7:17")});
    row("the disk is not mounted", media, paths({{path, unmounted(QStringLiteral("/srv"))}}),
        {QStringLiteral("error bind-unmounted 5:9")});
    row("of another user", "    environment: {PUID: 1001, PGID: 1001}\n" + media, paths({{path, folder()}}),
        {QStringLiteral("warning bind-not-writable 6:9")});
    row("of another user, by user:", "    user: \"1001:1001\"\n" + media, paths({{path, folder()}}),
        {QStringLiteral("warning bind-not-writable 6:9")});
    row("of the group, which may read alone", "    environment: [PUID=1001, PGID=1000]\n" + media,
        paths({{path, folder()}}), {QStringLiteral("warning bind-not-writable 6:9")});
    row("of the group, which may write", "    environment: [PUID=1001, PGID=1000]\n" + media,
        paths({{path, folder(1, 1000, 0775)}}), {});
    row("everyone may write", "    environment: [PUID=1001, PGID=1001]\n" + media, paths({{path, folder(1, 0, 0777)}}),
        {});
    row("root may", "    environment: [PUID=0, PGID=0]\n" + media, paths({{path, folder()}}), {});
    row("it only reads", "    environment: [PUID=1001]\n    volumes: [\"/srv/media:/media:ro\"]\n",
        paths({{path, folder()}}), {});
    row("the file system is read-only", media, paths({{path, readOnly()}}),
        {QStringLiteral("warning bind-not-writable 5:9")});
    row("two disks", "    volumes:\n      - /a/downloads:/downloads\n      - /b/tv:/tv\n",
        paths({{QStringLiteral("/a/downloads"), folder(1)}, {QStringLiteral("/b/tv"), folder(2)}}),
        {QStringLiteral("warning hardlinks-impossible 6:9")});
    row("two mounts of one disk", "    volumes:\n      - /a/downloads:/data/torrents\n      - /a/tv:/data/media/\n",
        paths({{QStringLiteral("/a/downloads"), folder()}, {QStringLiteral("/a/tv"), folder()}}),
        {QStringLiteral("hint hardlinks-impossible 6:9")});
    row("two disks below one mount", "    volumes:\n      - /srv/data:/data\n",
        paths({{QStringLiteral("/srv/data"), folder()},
               {QStringLiteral("/srv/data/downloads"), folder(1)},
               {QStringLiteral("/srv/data/media"), folder(2)}}),
        {QStringLiteral("warning hardlinks-impossible 5:9")});
    row("one mount of one disk", "    volumes:\n      - /srv/data:/data\n",
        paths({{QStringLiteral("/srv/data"), folder()},
               {QStringLiteral("/srv/data/downloads"), folder()},
               {QStringLiteral("/srv/data/media"), folder()}}),
        {});
    row("a player only reads the library", "    volumes:\n      - /a/downloads:/downloads\n      - /b/tv:/tv:ro\n",
        paths({{QStringLiteral("/a/downloads"), folder(1)}, {QStringLiteral("/b/tv"), folder(2)}}), {});
    row("no device", "    devices: [\"/dev/dri:/dev/dri\"]\n", paths({{QStringLiteral("/dev/dri"), missing()}}),
        {QStringLiteral("error device-missing 4:15"), QStringLiteral("hint device-access 4:15")});
    row("no env file", "    env_file: app.env\n", paths({{QStringLiteral("app.env"), missing()}}),
        {QStringLiteral("error file-missing 4:15")});
    row("no env file, which is not required", "    env_file: [{path: app.env, required: false}]\n",
        paths({{QStringLiteral("app.env"), missing()}}), {});
    row("no file of a config", "    configs: [site]\nconfigs:\n  site: {file: ./site.conf}\n",
        paths({{QStringLiteral("./site.conf"), missing()}}), {QStringLiteral("error file-missing 6:16")});

    const QByteArray web = "    ports:\n      - \"8080:80\"\n";
    const auto tcp = [](const QString &address, int port) {
        return HostListener{address, port, QStringLiteral("tcp"), {}};
    };
    row("nobody listens", web, listeners({}), {});
    row("somebody listens", web, listeners({tcp({}, 8080)}), {QStringLiteral("error port-taken 5:9")});
    row("on an address", web, listeners({tcp(QStringLiteral("127.0.0.1"), 8080)}),
        {QStringLiteral("error port-taken 5:9")});
    row("on another address", "    ports:\n      - \"192.168.1.2:8080:80\"\n",
        listeners({tcp(QStringLiteral("127.0.0.1"), 8080)}), {});
    row("on another port", web, listeners({tcp({}, 8081)}), {});
    row("of another protocol", web, listeners({{{}, 8080, QStringLiteral("udp"), {}}}), {});
    row("within a range", "    ports:\n      - \"8080-8090:8080-8090\"\n", listeners({tcp({}, 8085)}),
        {QStringLiteral("error port-taken 5:9")});
    row("a range to choose from", "    ports:\n      - \"8080-8090:80\"\n", listeners({tcp({}, 8085)}), {});
    row("of a profile", "    profiles: [extra]\n" + web, listeners({tcp({}, 8080)}),
        {QStringLiteral("warning port-taken 6:9")});

    const QByteArray named = "    container_name: app\n";
    row("nobody has the name", named, names({{QStringLiteral("web"), QString()}}), {});
    row("one by hand has the name", named, names({{QStringLiteral("app"), QString()}}),
        {QStringLiteral("error container-name-taken 4:21")});
    row("one of another project has the name", "    profiles: [extra]\n" + named,
        names({{QStringLiteral("app"), QStringLiteral("other")}}),
        {QStringLiteral("warning container-name-taken 5:21")});
}

void HostChecksTest::eachIsToldWhereItIs()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Facts, facts);
    QFETCH(const QStringList, expected);
    const Validated all = validated(text, &facts);
    QCOMPARE(all.found, expected);
    for (const QString &words : all.words)
        QVERIFY2(!words.endsWith(u'.') && !words.contains(u'%'), qPrintable(words));
}

void HostChecksTest::withoutFactsNothingIsSaidOfTheHost()
{
    const QByteArray text = service("    volumes: [\"/nowhere/at/all:/media\"]\n    ports: [\"22:22\"]\n");
    QCOMPARE(validated(text, nullptr).found, QStringList());
}

void HostChecksTest::theFilesSayWhatIsAskedFor()
{
    const HostQuestions questions =
        validated(
            service("    volumes: [\"/srv/data:/data\", \"named:/x\", \"${UNKNOWN}:/y\", \"./a:/a\", \"/anonymous\"]\n"
                    "    devices: [\"/dev/dri:/dev/dri\", nvidia.com/gpu=all]\n    env_file: app.env\n"
                    "volumes: {named: {}}\n"),
            nullptr)
            .questions;
    QCOMPARE(questions.ports, false);
    QVERIFY(questions.paths.contains(QStringLiteral("/srv/data/downloads")));
    QStringList own = questions.paths;
    own.removeIf([](const QString &path) { return path.startsWith(u"/srv/data/"); });
    QCOMPARE(own,
             (QStringList{QStringLiteral("/srv/data"), QStringLiteral("./a"), QStringLiteral("/dev/dri"),
                          QStringLiteral("app.env")}));
    QVERIFY(validated(service("    ports: [\"22:22\"]\n"), nullptr).questions.ports);
}

void HostChecksTest::theProjectsOwnContainersAreNoStrangers()
{
    const QString tcp = QStringLiteral("tcp");
    const QList<HostListener> all{{{}, 8080, tcp, {}}, {{}, 9090, tcp, {}}, {{}, 22, tcp, {}}};
    const QList<EnginePort> published{{QStringLiteral("media"), QStringLiteral("media-app-1"), {}, 8080, tcp},
                                      {QStringLiteral("other"), QStringLiteral("other-web-1"), {}, 9090, tcp},
                                      {QStringLiteral("other"), QStringLiteral("other-db-1"), {}, 5432, tcp},
                                      {QString(), QStringLiteral("lone"), {}, 6000, tcp}};
    HostFacts facts;
    facts.listeners = all;
    EngineFacts engine;
    engine.ports = published;
    engine.containers = {{QStringLiteral("media"), QStringLiteral("media-app-1")},
                         {QStringLiteral("other"), QStringLiteral("other-db-1")},
                         {QString(), QStringLiteral("lone")}};
    keepStrangers(QStringLiteral("media"), engine, facts);
    QCOMPARE(facts.strangers,
             (QHash<QString, QString>{{QStringLiteral("other-db-1"), QStringLiteral("other")},
                                      {QStringLiteral("lone"), QString()}}));
    QStringList told;
    for (const HostListener &one : std::as_const(*facts.listeners))
        told.append(QString::number(one.port) + u' ' + one.owner);
    told.sort();
    QCOMPARE(told,
             (QStringList{QStringLiteral("22 "), QStringLiteral("5432 the container other-db-1 of the project other"),
                          QStringLiteral("6000 the container lone"),
                          QStringLiteral("9090 the container other-web-1 of the project other")}));
}

void HostChecksTest::tablesOfSocketsAreRead()
{
    const QByteArray head = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n";
    const QList<HostListener> tcp = listenersIn(
        head
            + "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1\n"
              "   1: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 2\n"
              "   2: 0100007F:1F91 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 3\n"
              "   3: nonsense\n",
        QStringLiteral("tcp"));
    QCOMPARE(tcp.size(), 2);
    QCOMPARE(tcp[0].address, QStringLiteral("127.0.0.1"));
    QCOMPARE(tcp[0].port, 8080);
    QCOMPARE(tcp[1].address, QString());
    QCOMPARE(tcp[1].port, 22);
    const QList<HostListener> sixth = listenersIn(
        "   0: 00000000000000000000000001000000:1F90 00000000000000000000000000000000:0000 0A 0:0 0:0 0 0 0\n"
        "   1: 0000000000000000FFFF00000100007F:1F91 00000000000000000000000000000000:0000 0A 0:0 0:0 0 0 0\n",
        QStringLiteral("tcp"));
    QCOMPARE(sixth.size(), 2);
    QCOMPARE(sixth[0].address, QStringLiteral("::1"));
    QCOMPARE(sixth[1].address, QStringLiteral("127.0.0.1"));
    QCOMPARE(listenersIn("   0: 00000000:0035 00000000:0000 07 0:0 0:0 0 0 0\n", QStringLiteral("udp")).size(), 1);
}

void HostChecksTest::mountPointsThatMissAreFound()
{
    const QByteArray fstab = "# comment\nUUID=1 / ext4 defaults 0 1\nUUID=2 /mnt/films ext4 defaults 0 2\n"
                             "nas:/x /mnt/my\\040nas nfs noauto 0 0\nUUID=3 /mnt/there ext4 defaults 0 2\n"
                             "UUID=4 none swap sw 0 0\n\nbroken\n";
    const QByteArray mountinfo = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n30 22 8:2 / /mnt/there rw - ext4 /dev/sdb1 rw\n";
    QCOMPARE(unmountedPoints(fstab, mountinfo),
             (QStringList{QStringLiteral("/mnt/films"), QStringLiteral("/mnt/my nas")}));
}

void HostChecksTest::thisMachineIsAsked()
{
    const QTemporaryDir home;
    QVERIFY(QDir(home.path()).mkpath(QStringLiteral("workspace/config")));
    QFile table(home.filePath(QStringLiteral("fstab")));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("UUID=2 " + QFile::encodeName(home.filePath(QStringLiteral("disk"))) + " ext4 defaults 0 2\n");
    table.close();
    QVERIFY(QDir(home.path()).mkpath(QStringLiteral("disk/films")));
    QCOMPARE(::chmod(QFile::encodeName(home.filePath(QStringLiteral("workspace/config"))).constData(), 0750), 0);
    QTcpServer tcp;
    QVERIFY(tcp.listen(QHostAddress::LocalHost));
    QUdpSocket udp;
    QVERIFY(udp.bind(QHostAddress::LocalHost));

    LocalHostProbe::Places places;
    places.fstab = table.fileName();
    places.home = home.path();
    const LocalHostProbe probe(home.filePath(QStringLiteral("workspace")), places);
    const QString films = home.filePath(QStringLiteral("disk/films"));
    const auto facts = probe.facts({{QStringLiteral("./config"), QStringLiteral("~/disk"), films,
                                     QStringLiteral("none"), QStringLiteral("/dev/null")},
                                    true});
    QVERIFY(facts.ok());
    const PathFacts config = facts->paths.value(QStringLiteral("./config"));
    QCOMPARE(config.kind, PathFacts::Kind::folder);
    QCOMPARE(config.mode, 0750u);
    QCOMPARE(config.user, quint32(::geteuid()));
    QVERIFY(config.fileSystem != 0 && !config.readOnly && config.unmounted.isEmpty());
    QCOMPARE(facts->paths.value(QStringLiteral("~/disk")).unmounted, home.filePath(QStringLiteral("disk")));
    QCOMPARE(facts->paths.value(films).unmounted, home.filePath(QStringLiteral("disk")));
    QCOMPARE(facts->paths.value(QStringLiteral("none")).kind, PathFacts::Kind::missing);
    QCOMPARE(facts->paths.value(QStringLiteral("/dev/null")).kind, PathFacts::Kind::device);
    QVERIFY(facts->listeners.has_value());
    const auto listens = [&](int port, const QString &protocol) {
        return std::any_of(facts->listeners->begin(), facts->listeners->end(), [&](const HostListener &one) {
            return one.port == port && one.protocol == protocol && one.address == u"127.0.0.1";
        });
    };
    QVERIFY(listens(tcp.serverPort(), QStringLiteral("tcp")));
    QVERIFY(listens(udp.localPort(), QStringLiteral("udp")));
}

void HostChecksTest::whatCannotBeHereIsNotAskedFor()
{
    const LocalHostProbe probe(QStringLiteral("/"), {});
    const auto facts =
        probe.facts({{QStringLiteral("C:\\films"), QStringLiteral("~other/films"), QStringLiteral("~/films")}, false});
    QVERIFY(facts.ok());
    QVERIFY(facts->paths.isEmpty());
    QVERIFY(!facts->listeners);
}

QTEST_GUILESS_MAIN(HostChecksTest)
#include "host_checks_test.moc"
