// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/hash_input.h"
#include "core/revision/compose/resolved_project.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mediahelm::revision;
using namespace std::chrono_literals;
using mediahelm::base::ContainerId;
using mediahelm::model::digestOf;
using mediahelm::model::NeedCondition;
using mediahelm::model::ObservedContainer;

namespace {

// As Compose 2.26.1 prints it, shortened.
constexpr char sample[] = R"({
  "name": "media",
  "networks": {"default": {"name": "media_default", "ipam": {}}},
  "services": {
    "web": {
      "command": null,
      "depends_on": {"vpn": {"condition": "service_healthy", "restart": true, "required": true}},
      "entrypoint": null,
      "environment": {"Q": "1"},
      "image": "app:1",
      "network_mode": "service:vpn",
      "volumes_from": ["vpn:ro", "container:other:ro"]
    },
    "vpn": {
      "build": {"context": "/srv", "dockerfile": "Dockerfile"},
      "command": ["sleep", "$$HOME"],
      "container_name": "the-vpn",
      "deploy": {"replicas": 2, "resources": {"limits": {"cpus": "0.5", "memory": "67108864"}}, "placement": {},
                 "restart_policy": {"condition": "on-failure", "max_attempts": 3}},
      "entrypoint": ["/init"],
      "environment": {"A": "x$$y<z>", "B": null},
      "healthcheck": {"test": ["CMD", "true"], "interval": "1m30s", "start_period": "3s", "retries": 7},
      "networks": {"default": null},
      "ports": [{"mode": "ingress", "host_ip": "127.0.0.1", "target": 80, "published": "8080", "protocol": "tcp"}],
      "secrets": [{"source": "key"}],
      "configs": [{"source": "conf", "target": "/etc/conf"}],
      "devices": ["/dev/net/tun:/dev/net/tun:rwm"],
      "cap_add": ["NET_ADMIN"],
      "stop_grace_period": "1m0s",
      "volumes": [
        {"type": "volume", "source": "data", "target": "/data", "volume": {}},
        {"type": "bind", "source": "/srv/x", "target": "/x", "read_only": true, "bind": {}}]
    }
  },
  "volumes": {"data": {"name": "media_data"}}
})";

ObservedContainer containerOf(const QString &service, const QString &name, char digit, bool oneOff = false)
{
    ObservedContainer container;
    container.id = *ContainerId::parse(QString(64, QLatin1Char(digit)));
    container.name = name;
    container.labels = {
        {QStringLiteral("com.docker.compose.service"), service},
        {QStringLiteral("com.docker.compose.oneoff"), oneOff ? QStringLiteral("True") : QStringLiteral("False")}};
    return container;
}

} // namespace

class ResolvedProjectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelIsRead();
    void S11_valuesOfTheEnvironmentAreNotKept();
    void brokenModelIsAnError_data();
    void brokenModelIsAnError();
    void durationsAreReadAsGoWritesThem_data();
    void durationsAreReadAsGoWritesThem();
    void graphKnowsEveryKindOfNeed();
    void referencesBecomeIdsForTheHash();
    void referenceWithoutContainerStays();
    void whatAMirrorResolvedIsToldWithoutIt();
    void hashesAreRead();
};

void ResolvedProjectTest::modelIsRead()
{
    const auto project = parseResolvedProject(sample);
    QVERIFY(project);
    QCOMPARE(project->name, QStringLiteral("media"));
    QCOMPARE(project->serviceNames(), QStringList({QStringLiteral("vpn"), QStringLiteral("web")}));
    const ResolvedService vpn = *project->find(QStringLiteral("vpn"));
    QCOMPARE(vpn.image, QStringLiteral("media-vpn")); // as Compose names what it builds
    QVERIFY(vpn.builds);
    QCOMPARE(vpn.scale, 2);
    QCOMPARE(*vpn.command, QStringList({QStringLiteral("sleep"), QStringLiteral("$HOME")}));
    QCOMPARE(vpn.containerName, QStringLiteral("the-vpn"));
    QCOMPARE(vpn.environment.value(QStringLiteral("A")), digestOf(QStringLiteral("x$y<z>")));
    QVERIFY(!vpn.environment.contains(QStringLiteral("B")));
    QCOMPARE(vpn.ports,
             (QList<ResolvedPort>{{QStringLiteral("127.0.0.1"), QStringLiteral("8080"), 80, QStringLiteral("tcp")}}));
    QCOMPARE(
        vpn.mounts,
        (QList<ResolvedMount>{{QStringLiteral("volume"), QStringLiteral("media_data"), QStringLiteral("/data"), false},
                              {QStringLiteral("bind"), QStringLiteral("/srv/x"), QStringLiteral("/x"), true}}));
    QCOMPARE(vpn.fileTargets.join(u' '), QStringLiteral("/etc/conf /run/secrets/key"));
    QCOMPARE(vpn.networks, QStringList(QStringLiteral("media_default")));
    QCOMPARE(vpn.healthCheck.interval, 90000ms);
    QCOMPARE(vpn.healthCheck.timeout, 30000ms); // the engine's own
    QCOMPARE(vpn.healthCheck.startPeriod, 3000ms);
    QCOMPARE(vpn.healthCheck.retries, 7);
    QCOMPARE(vpn.restart, QStringLiteral("on-failure:3"));
    QCOMPARE(vpn.memoryLimit, 67108864);
    QCOMPARE(vpn.cpus, 0.5);
    QCOMPARE(vpn.devices, QStringList(QStringLiteral("/dev/net/tun:/dev/net/tun")));
    QCOMPARE(vpn.stopGraceSeconds, std::optional(60));
    const ResolvedService web = *project->find(QStringLiteral("web"));
    QVERIFY(!web.command && web.networks.isEmpty() && web.scale == 1);
    QCOMPARE(web.dependsOn.value(0).condition, NeedCondition::healthy);
    QVERIFY(web.dependsOn.value(0).restart);
}

void ResolvedProjectTest::S11_valuesOfTheEnvironmentAreNotKept()
{
    const QByteArray json = R"({"name":"a","services":{"w":{"image":"x","environment":{"P":"canary-77"}}}})";
    const auto project = parseResolvedProject(json);
    QVERIFY(project);
    const QByteArray kept = project->services[0].environment.value(QStringLiteral("P"));
    QCOMPARE(kept.size(), 32);
    QVERIFY(!kept.contains("canary"));
}

void ResolvedProjectTest::brokenModelIsAnError_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray(sample).left(300);
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("no name") << QByteArray(R"({"services":{}})");
    QTest::newRow("services of another type") << QByteArray(R"({"name":"a","services":[]})");
}

void ResolvedProjectTest::brokenModelIsAnError()
{
    QFETCH(QByteArray, json);
    const auto project = parseResolvedProject(json);
    QVERIFY(!project);
    QCOMPARE(project.error().kind, mediahelm::base::ErrorKind::invalid);
}

void ResolvedProjectTest::durationsAreReadAsGoWritesThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds"); // -1: none
    QTest::newRow("seconds") << "5s" << qint64(5000);
    QTest::newRow("all units") << "1h2m3s" << qint64(3723000);
    QTest::newRow("fraction") << "1m0.5s" << qint64(60500);
    QTest::newRow("milliseconds") << "100ms" << qint64(100);
    QTest::newRow("microseconds") << "2000µs" << qint64(2);
    QTest::newRow("empty") << "" << qint64(-1);
    QTest::newRow("no unit") << "5" << qint64(-1);
    QTest::newRow("no number") << "s" << qint64(-1);
    QTest::newRow("unknown unit") << "5y" << qint64(-1);
}

void ResolvedProjectTest::durationsAreReadAsGoWritesThem()
{
    QFETCH(QString, text);
    const auto duration = parseGoDuration(text);
    QTEST(duration ? qint64(duration->count()) : qint64(-1), "milliseconds");
}

void ResolvedProjectTest::graphKnowsEveryKindOfNeed()
{
    const auto project = parseResolvedProject(R"({"name":"a","services":{
        "a":{"image":"x","network_mode":"service:z"}, "b":{"image":"x","pid":"service:z"}, "c":{"image":"x","ipc":"service:z"},
        "d":{"image":"x","volumes_from":["z:ro"]}, "e":{"image":"x","depends_on":{"z":{"condition":"service_started"}}},
        "f":{"image":"x","network_mode":"container:named-z"}, "g":{"image":"x","network_mode":"container:elsewhere"},
        "z":{"image":"x","container_name":"named-z"}}})");
    QVERIFY(project);
    const auto graph = graphOf(*project);
    QCOMPARE(graph.dependentsOf(QStringLiteral("z")).join(u' '), QStringLiteral("a b c d e f"));
    QCOMPARE(graph.recreatedWith({QStringLiteral("z")}).join(u' '), QStringLiteral("a b c d f"));
    QCOMPARE(graph.restartedWith({QStringLiteral("z")}).join(u' '), QStringLiteral("a b c f"));
    QVERIFY(graph.needsOf(QStringLiteral("f")).value(0).byContainerName);
}

void ResolvedProjectTest::referencesBecomeIdsForTheHash()
{
    // Of several containers the first by name counts, and one made by `run` never does.
    const auto input = hashInput(sample,
                                 {containerOf(QStringLiteral("vpn"), QStringLiteral("media-vpn-2"), 'b'),
                                  containerOf(QStringLiteral("vpn"), QStringLiteral("media-vpn-1"), 'a'),
                                  containerOf(QStringLiteral("vpn"), QStringLiteral("a-run"), 'c', true)});
    QVERIFY(input);
    const QJsonObject web = QJsonDocument::fromJson(*input)[u"services"][u"web"].toObject();
    const QString id(64, u'a');
    QCOMPARE(web.value(u"network_mode").toString(), QStringLiteral("container:") + id);
    QCOMPARE(web.value(u"volumes_from").toVariant().toStringList(), QStringList({id, QStringLiteral("other")}));
    QJsonObject rest = QJsonDocument::fromJson(*input).object();
    QCOMPARE(rest[u"services"][u"vpn"], QJsonDocument::fromJson(sample)[u"services"][u"vpn"]);
}

void ResolvedProjectTest::referenceWithoutContainerStays()
{
    const auto input = hashInput(sample, {});
    QVERIFY(input);
    QCOMPARE(QJsonDocument::fromJson(*input)[u"services"][u"web"][u"network_mode"].toString(),
             QStringLiteral("service:vpn"));
    QVERIFY(!hashInput("nonsense", {}));
}

void ResolvedProjectTest::whatAMirrorResolvedIsToldWithoutIt()
{
    const QByteArray json =
        R"({"services":{"w":{"build":{"context":"/m/srv"},"command":["/m","/mm/x","see /m/srv","/m/srv/a"],"n":1.5,)"
        R"("volumes":[{"source":"/m/srv/config","target":"/m/x"}]}}})";
    const auto plain = withoutMirror(json, QStringLiteral("/m"));
    QVERIFY(plain);
    QCOMPARE(*plain,
             QByteArray(R"({"services":{"w":{"build":{"context":"/srv"},"command":["/","/mm/x","see /m/srv","/srv/a"],)"
                        R"("n":1.5,"volumes":[{"source":"/srv/config","target":"/x"}]}}})"));
    QCOMPARE(withoutMirror("[]", QStringLiteral("/m")).error().kind, mediahelm::base::ErrorKind::invalid);
}

void ResolvedProjectTest::hashesAreRead()
{
    const QByteArray hash(64, 'f');
    const auto hashes = parseHashes("web " + hash + "\nvpn " + hash + "\n");
    QVERIFY(hashes);
    QCOMPARE(hashes->size(), 2);
    QCOMPARE(hashes->value(QStringLiteral("web")), QString::fromLatin1(hash));
    QVERIFY(!parseHashes("web\n"));
    QVERIFY(!parseHashes("something went wrong\n"));
}

QTEST_GUILESS_MAIN(ResolvedProjectTest)
#include "resolved_project_test.moc"
