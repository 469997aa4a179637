// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/import/compose_text.h"
#include "core/workspace/import/import_container.h"
#include "core/workspace/import/running_project.h"
#include "core/workspace/yaml/yaml_document.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace mediahelm::workspace;
using namespace mediahelm;
using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        qFatal("no JSON: %s", text.constData());
    return document.object();
}

const QString id = QString(64, u'a');

// A container with these keys of Config and HostConfig.
model::RawContainer raw(const QByteArray &config, const QByteArray &host, const QByteArray &image = "{}")
{
    QJsonObject settings = json(config);
    if (!settings.contains("Image"_L1))
        settings.insert(u"Image"_s, u"app:1"_s);
    QJsonObject limits = json(host);
    limits.insert(u"Runtime"_s, u"runc"_s); // never empty
    return {QJsonObject{{u"Id"_s, id}, {u"Name"_s, u"/web"_s}, {u"Config"_s, settings}, {u"HostConfig"_s, limits}},
            QJsonObject{{u"RepoTags"_s, QJsonArray{u"app:1"_s}}, {u"Config"_s, json(image)}}};
}

model::ContainerDetail detail(const QString &project, const QString &service, const QString &folder,
                              const QString &files, int age = 0)
{
    model::ContainerDetail found;
    found.container.project = project;
    found.container.service = service;
    found.container.state = age == 0 ? model::ContainerState::running : model::ContainerState::exited;
    found.container.createdAt = QDateTime(QDate(2026, 1, 31), QTime(0, 0), Qt::UTC).addDays(-age);
    if (!folder.isEmpty())
        found.labels = {{u"com.docker.compose.project.working_dir"_s, folder},
                        {u"com.docker.compose.project.config_files"_s, files}};
    return found;
}

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsComeBackAsTheyWere_data();
    void textsComeBackAsTheyWere();
    void durationsAreShort_data();
    void durationsAreShort();
    void keysAreThoseOfCompose_data();
    void keysAreThoseOfCompose();
    void whatTheImageSaysIsLeftOut();
    void withoutTheImageAllIsSaid();
    void secretsStayOut_data();
    void secretsStayOut();
    void namesStandForIds();
    void whatIsNoContainerOfHandIsRefused();
    void anImageThatMovedOnIsTold();
    void projectsAreThoseOfTheLabels();
};

void ImportTest::textsComeBackAsTheyWere_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"plain",
                             "",
                             " ",
                             "yes",
                             "No",
                             "null",
                             "~",
                             "007",
                             "1e3",
                             "0x1f",
                             "12:30",
                             "a: b",
                             "a #b",
                             "#",
                             "- a",
                             "[a]",
                             "{a}",
                             "*a",
                             "&a",
                             "!a",
                             "%a",
                             "@a",
                             "`a",
                             "'a'",
                             "\"a\"",
                             "back\\slash",
                             "line\nbreak",
                             "tab\there",
                             "\x01\x1f\x7f",
                             "ä€😀",
                             "a\u0085b\u2028c\ufeff",
                             "trailing ",
                             "/path/to:ro",
                             "-",
                             "?",
                             "|",
                             ">",
                             "<<",
                             "=",
                             "true",
                             "2001-12-14"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void ImportTest::textsComeBackAsTheyWere()
{
    QFETCH(QString, text);
    const YamlReading reading = readYaml("a: " + composeText(text) + "\n" + yamlKey(text + u'k') + ": b\n");
    QVERIFY2(reading.ok(), composeText(text).constData());
    const QJsonObject object = toJson(reading.document.root()).toObject();
    QCOMPARE(object.value("a"_L1), QJsonValue(text));
    QVERIFY(object.contains(text + u'k'));
}

void ImportTest::durationsAreShort_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << qint64(90'000'000'000) << u"90s"_s;
    QTest::newRow("milliseconds") << qint64(1'500'000'000) << u"1500ms"_s;
    QTest::newRow("microseconds") << qint64(1'001'000) << u"1001us"_s;
    QTest::newRow("nanoseconds") << qint64(7) << u"7ns"_s;
}

void ImportTest::durationsAreShort()
{
    QFETCH(qint64, nanoseconds);
    QFETCH(QString, text);
    QCOMPARE(durationText(nanoseconds), text);
}

void ImportTest::keysAreThoseOfCompose_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("expected"); // a part of the service, as JSON
    const auto row = [](const char *name, const char *config, const char *host, const char *expected) {
        QTest::newRow(name) << QByteArray(config) << QByteArray(host) << QByteArray(expected);
    };
    row("image and name", "{}", "{}", R"({"image": "app:1", "container_name": "web", "network_mode": "bridge"})");
    row("command", R"({"Cmd": ["a", "$b"]})", "{}", R"({"command": ["a", "$$b"]})");
    row("dollars", R"({"User": "$x"})", "{}", R"({"user": "$$x"})");
    row("its own host name", (R"({"Hostname": ")" + id.left(12).toLatin1() + R"("})").constData(), "{}", "{}");
    row("host name", R"({"Hostname": "box"})", "{}", R"({"hostname": "box"})");
    row("host's host name", R"({"Hostname": "machine"})", R"({"NetworkMode": "host"})", R"({"network_mode": "host"})");
    row("stop", R"({"StopTimeout": 0, "StopSignal": "SIGQUIT"})", "{}",
        R"({"stop_grace_period": "0s", "stop_signal": "SIGQUIT"})");
    row("ports", "{}",
        R"({"PortBindings": {"80/tcp": [{"HostIp": "", "HostPort": "8080"}, {"HostIp": "::1", "HostPort": "81"}],
            "53/udp": [{"HostIp": "127.0.0.1", "HostPort": ""}], "9/tcp": [{"HostIp": "", "HostPort": ""}]}})",
        R"({"ports": ["127.0.0.1::53/udp", "8080:80", "[::1]:81:80", "9"]})");
    row("no ports in the host's network", "{}",
        R"({"NetworkMode": "host", "PortBindings": {"80/tcp": [{"HostPort": "8080"}]}})",
        R"({"network_mode": "host"})");
    row("binds", "{}", R"({"Binds": ["/a:/b:ro,z", "data:/c"]})", R"({"volumes": ["/a:/b:ro,z", "data:/c"]})");
    row("graphics", "{}",
        R"({"DeviceRequests": [{"Driver": "", "Count": -1, "DeviceIDs": null, "Capabilities": [["gpu"]]},
            {"Driver": "nvidia", "Count": 0, "DeviceIDs": ["0"], "Capabilities": [["gpu", "video"]]}]})",
        R"({"deploy": {"resources": {"reservations": {"devices": [{"capabilities": ["gpu"], "count": "all"},
            {"capabilities": ["gpu", "video"], "driver": "nvidia", "device_ids": ["0"]}]}}}})");
    row("block devices", "{}", R"({"BlkioWeight": 300, "BlkioDeviceReadBps": [{"Path": "/dev/sda", "Rate": 1048576}]})",
        R"({"blkio_config": {"weight": 300, "device_read_bps": [{"path": "/dev/sda", "rate": 1048576}]}})");
    row("swap", "{}", R"({"Memory": 1000, "MemorySwap": -1})", R"({"mem_limit": 1000, "memswap_limit": -1})");
    row("swap as usual", "{}", R"({"Memory": 1000, "MemorySwap": 2000})", R"({"mem_limit": 1000})");
    row("restart", "{}", R"({"RestartPolicy": {"Name": "on-failure", "MaximumRetryCount": 3}})",
        R"({"restart": "on-failure:3"})");
    row("never restarts", "{}", R"({"RestartPolicy": {"Name": "no"}})", "{}");
    row("logging", "{}", R"({"LogConfig": {"Type": "local", "Config": {"max-size": "1m"}}})",
        R"({"logging": {"driver": "local", "options": {"max-size": "1m"}}})");
    row("init", "{}", R"({"Init": false})", R"({"init": false})");
}

void ImportTest::keysAreThoseOfCompose()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, expected);
    const auto imported = importContainer(raw(config, host), {{}, u"machine"_s});
    QVERIFY(imported.ok());
    const YamlReading reading = readYaml(imported->yaml);
    QVERIFY2(reading.ok(), imported->yaml.constData());
    const QJsonObject service = toJson(findResolved(reading.document, u"/services/web"_s)).toObject();
    const QJsonObject wanted = json(expected);
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        QVERIFY2(service.value(it.key()) == it.value(), imported->yaml.constData());
    // Nothing else but what every one has.
    const QStringList keys = service.keys();
    for (const QString &key : keys)
        QVERIFY2(wanted.contains(key) || key == u"image" || key == u"container_name" || key == u"network_mode",
                 imported->yaml.constData());
}

void ImportTest::whatTheImageSaysIsLeftOut()
{
    const QByteArray config =
        R"({"Env": ["A=1"], "Cmd": ["run"], "Entrypoint": ["/init"], "User": "5", "WorkingDir": "/w",
            "Labels": {"l": "1"}, "ExposedPorts": {"80/tcp": {}}, "Healthcheck": {"Test": ["CMD", "x"]}})";
    const auto imported = importContainer(raw(config, "{}", config), {});
    QVERIFY(imported.ok());
    QCOMPARE(
        imported->yaml,
        QByteArray("# Makes a container that is equal to web, which was started by hand.\n"
                   "services:\n  web:\n    image: \"app:1\"\n    container_name: web\n    network_mode: bridge\n"));
    QVERIFY(imported->warnings.isEmpty() && imported->secrets.isEmpty());
}

void ImportTest::withoutTheImageAllIsSaid()
{
    model::RawContainer container = raw(R"({"Env": ["A=1"], "Cmd": ["run"], "User": "5"})", "{}");
    container.image = {};
    const auto imported = importContainer(container, {});
    QVERIFY(imported.ok());
    QVERIFY(imported->yaml.contains("user: \"5\"") && imported->yaml.contains("A: \"1\""));
    QVERIFY(imported->warnings.join(u' ').contains(u"image that it was made from is gone"_s));
}

void ImportTest::secretsStayOut_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("variable"); // empty: it stays in the file
    const auto row = [](const char *entry, const char *variable) {
        QTest::newRow(entry) << QString::fromLatin1(entry) << QString::fromLatin1(variable);
    };
    row("DB_PASSWORD=sesame", "WEB_DB_PASSWORD");
    row("WEB_TOKEN=sesame", "WEB_TOKEN");
    row("api.key=sesame", "WEB_API_KEY");
    row("URL=https://me:sesame@x/", "WEB_URL");
    row("DB_PASSWORD_FILE=/run/sesame", "");
    row("DB_PASSWORD=", "");
    row("KEYMAP=sesame", "");
    row("URL=https://sesame/", "");
}

void ImportTest::secretsStayOut()
{
    QFETCH(QString, entry);
    QFETCH(QString, variable);
    const QJsonObject config{{u"Env"_s, QJsonArray{entry}}};
    const auto imported = importContainer(raw(QJsonDocument(config).toJson(), "{}"), {});
    QVERIFY(imported.ok());
    QCOMPARE(imported->secrets.size(), variable.isEmpty() ? 0 : 1);
    if (variable.isEmpty())
        return;
    QCOMPARE(imported->secrets.first().variable, variable);
    QCOMPARE(imported->secrets.first().value, entry.mid(entry.indexOf(u'=') + 1).toUtf8());
    QVERIFY(!imported->yaml.contains("sesame"));
    QVERIFY(imported->yaml.contains("\"${" + variable.toUtf8() + ":?}\""));
}

void ImportTest::namesStandForIds()
{
    const QString other(64, u'b');
    const QByteArray host = R"({"NetworkMode": "container:)" + other.toLatin1() + R"(", "PidMode": "container:)"
        + other.toLatin1() + R"(", "VolumesFrom": [")" + other.toLatin1() + R"("]})";
    const auto imported = importContainer(raw("{}", host), {{{other, u"vpn"_s}}, {}});
    QVERIFY(imported.ok());
    QCOMPARE(imported->yaml.count("container:vpn"), 3);
    QVERIFY(importContainer(raw("{}", host), {})->yaml.contains(other.toLatin1()));
}

void ImportTest::whatIsNoContainerOfHandIsRefused()
{
    const auto composed = importContainer(raw(R"({"Labels": {"com.docker.compose.project": "media"}})", "{}"), {});
    QVERIFY(!composed.ok());
    QCOMPARE(composed.error().kind, base::ErrorKind::conflict);
    QVERIFY(composed.error().message.contains(u"project media"_s));
    QCOMPARE(importContainer({}, {}).error().kind, base::ErrorKind::invalid);
}

void ImportTest::anImageThatMovedOnIsTold()
{
    model::RawContainer container = raw("{}", "{}");
    container.image.insert(u"RepoTags"_s, QJsonArray());
    QVERIFY(importContainer(container, {})->warnings.join(u' ').contains(u"app:1 names another image"_s));
    container = raw(R"({"Image": "registry:5000/app"})", "{}");
    container.image.insert(u"RepoTags"_s, QJsonArray{u"registry:5000/app:latest"_s});
    QVERIFY(importContainer(container, {})->warnings.isEmpty());
}

void ImportTest::projectsAreThoseOfTheLabels()
{
    const QString folder = u"/srv/media"_s;
    const QList<RunningProject> projects = runningProjects(
        {detail(u"web"_s, u"b"_s, folder, u"/srv/media/a.yaml,/srv/media/b.yaml"_s),
         detail(u"web"_s, u"a"_s, folder, u"/srv/media/old.yaml"_s, 3), detail(u"bare"_s, u"x"_s, {}, {}),
         detail(u"books"_s, u"y"_s, folder, u"compose.yaml"_s), detail({}, {}, {}, {})});
    QCOMPARE(projects.size(), 3);
    QCOMPARE(projects.at(0).name, u"bare"_s);
    QVERIFY(projects.at(0).files.isEmpty());
    QCOMPARE(projects.at(1).files, QStringList{u"/srv/media/compose.yaml"_s}); // of an older Compose
    const RunningProject web{
        u"web"_s, folder, {u"/srv/media/a.yaml"_s, u"/srv/media/b.yaml"_s}, {}, {u"a"_s, u"b"_s}, 2, 1, true};
    QCOMPARE(projects.at(2), web);
}

QTEST_GUILESS_MAIN(ImportTest)
#include "import_test.moc"
