// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/decode_containers.h"
#include "core/engine/decode_engine.h"
#include "core/engine/decode_events.h"
#include "core/engine/decode_stats.h"
#include "core/engine/json_splitter.h"
#include "core/engine/timestamps.h"

#include <QJsonDocument>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::engine;
using base::ErrorKind;
using base::Result;
using model::ContainerState;
using model::Health;

namespace {

const QByteArray id(64, 'a');

QByteArray listed(const QByteArray &more)
{
    return "[{\"Id\":\"" + id + "\"" + more + "}]";
}

model::Container first(const QByteArray &json)
{
    const Result<QList<model::Container>> containers = decodeContainers(json);
    return containers && !containers->isEmpty() ? containers->first() : model::Container{};
}

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class DecodersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesOfTheList_data();
    void statesOfTheList();
    void factsOfTheList();
    void portsHaveOneOrder();
    void listsOutOfFormat_data();
    void listsOutOfFormat();
    void inspectionSaysMore();
    void inspectionsOutOfFormat_data();
    void inspectionsOutOfFormat();
    void B06_survivesAnyByteChanged();
    void statistics_data();
    void statistics();
    void aStoppedContainerHasNoStatistics();
    void events_data();
    void events();
    void eventFiltersAreJson();
    void splitsConcatenatedObjectsAnywhere();
    void B06_splitterHoldsItsLimit();
    void timestamps_data();
    void timestamps();
    void timesForTheEngine();
    void apiVersions_data();
    void apiVersions();
    void whatTheEngineSaysOfItself();
};

void DecodersTest::statesOfTheList_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("health");
    QTest::addColumn<int>("exitCode"); // -1 for none
    const auto row = [](const char *state, const char *status, Health health, int code) {
        QTest::newRow(status) << QByteArray(state) << QByteArray(status) << static_cast<int>(health) << code;
    };
    row("running", "Up 6 seconds", Health::none, -1);
    row("running", "Up 6 seconds (healthy)", Health::healthy, -1);
    row("running", "Up 3 hours (unhealthy)", Health::unhealthy, -1);
    row("running", "Up Less than a second (health: starting)", Health::starting, -1);
    row("paused", "Up 2 weeks (Paused)", Health::none, -1);
    row("exited", "Exited (0) 2 hours ago", Health::none, 0);
    row("exited", "Exited (137) 3 minutes ago", Health::none, 137);
    row("restarting", "Restarting (1) 5 seconds ago", Health::none, 1);
    row("created", "Created", Health::none, -1);
    row("dead", "Dead", Health::none, -1);
    row("removing", "Removal In Progress", Health::none, -1);
    row("brand-new", "Something (else", Health::none, -1);
}

void DecodersTest::statesOfTheList()
{
    QFETCH(QByteArray, state);
    QFETCH(QByteArray, status);
    QFETCH(int, exitCode);
    const model::Container container = first(listed(R"(,"State":")" + state + R"(","Status":")" + status + R"(")"));
    QCOMPARE(container.state, model::containerStateFromName(QString::fromLatin1(state)));
    QTEST(static_cast<int>(container.health), "health");
    QCOMPARE(container.exitCode.value_or(-1), exitCode);
}

void DecodersTest::factsOfTheList()
{
    const model::Container container = first(listed(R"(
        ,"Names":["/other/alias","/films-player-2"],"Image":"jellyfin/jellyfin:10.9","Created":1795365548,
        "Labels":{"com.docker.compose.project":"films","com.docker.compose.service":"player",
        "com.docker.compose.container-number":"2"}, "State":"running","Ports":null,"NetworkSettings":{}, "Mounts":[])"));
    QCOMPARE(container.name.text(), QStringLiteral("films-player-2"));
    QCOMPARE(container.image, QStringLiteral("jellyfin/jellyfin:10.9"));
    QCOMPARE(container.project, QStringLiteral("films"));
    QCOMPARE(container.service, QStringLiteral("player"));
    QCOMPARE(container.number, 2);
    QCOMPARE(container.createdAt, QDateTime::fromSecsSinceEpoch(1795365548, Qt::UTC));

    const model::Container bare = first(listed(R"(,"Names":null,"Labels":null)"));
    QVERIFY(bare.name.isEmpty());
    QVERIFY(bare.project.isEmpty());
    QVERIFY(first(listed(R"(,"Names":["/../etc"])")).name.isEmpty());
    QVERIFY(decodeContainers("null")); // how Go writes an empty list
}

void DecodersTest::portsHaveOneOrder()
{
    const auto ports = [](const QByteArray &array) { return first(listed(",\"Ports\":" + array)).ports; };
    const QByteArray a = R"({"IP":"0.0.0.0","PrivatePort":80,"PublicPort":8080,"Type":"tcp"})";
    const QByteArray b = R"({"IP":"::","PrivatePort":80,"PublicPort":8080,"Type":"tcp"})";
    const QByteArray c = R"({"PrivatePort":53,"Type":"udp"})";
    const QByteArray odd = R"({"PrivatePort":70000,"Type":"tcp"})";
    const QList<model::PortBinding> one = ports("[" + a + "," + b + "," + c + "," + a + "]");
    QCOMPARE(one, ports("[" + c + "," + odd + "," + b + "," + a + "]"));
    QCOMPARE(one.size(), 3);
    QCOMPARE(one.first().containerPort, 53);
    QCOMPARE(one.first().hostPort, 0);
    QCOMPARE(one.at(1).hostIp, QStringLiteral("0.0.0.0"));
}

void DecodersTest::listsOutOfFormat_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("object") << QByteArray("{}");
    QTest::newRow("cut") << listed({}).chopped(1);
    QTest::newRow("numbers") << QByteArray("[1]");
    QTest::newRow("no id") << QByteArray("[{}]");
    QTest::newRow("id is a number") << QByteArray(R"([{"Id":123456789012}])");
    QTest::newRow("id is a path") << QByteArray(R"([{"Id":"../../images/x"}])");
    QTest::newRow("invalid UTF-8") << QByteArray("[{\"Id\":\"\xff\xfe\"}]");
    QTest::newRow("deep") << QByteArray(100000, '[');
}

void DecodersTest::listsOutOfFormat()
{
    QFETCH(QByteArray, json);
    const Result<QList<model::Container>> containers = decodeContainers(json);
    QVERIFY(!containers);
    QCOMPARE(containers.error().kind, ErrorKind::invalid);
    QVERIFY(!containers.error().message.isEmpty());
}

void DecodersTest::inspectionSaysMore()
{
    const Result<Inspection> inspection = decodeInspection(R"({"Id":")" + id + R"(","Name":"/web","Image":"sha256:12",
        "Created":"2026-11-22T16:39:08.539089685Z","Path":"/bin/sh","Args":["-c","x"],"RestartCount":4,
        "State":{"Status":"exited","OOMKilled":true,"ExitCode":137,"Error":"no","StartedAt":"2026-11-22T16:39:09Z",
          "FinishedAt":"2026-11-22T18:39:10+02:00","Health":{"Status":"unhealthy","FailingStreak":3,"Log":[
          {"Start":"2026-11-22T16:39:13Z","End":"2026-11-22T16:39:14Z","ExitCode":1,"Output":"bad"}]}},
        "HostConfig":{"RestartPolicy":{"Name":"on-failure","MaximumRetryCount":3},"NetworkMode":"films","Privileged":true},
        "Mounts":[{"Type":"volume","Name":"data","Source":"/var/lib/x","Destination":"/data","RW":false},
          {"Type":"bind","Source":"/srv","Destination":"/media","RW":true}],
        "Config":{"Image":"web:1","Tty":true,"User":"1000","WorkingDir":"/w","Env":["PASSWORD=secret","PATH=/bin"],
          "StopTimeout":120,"Labels":{"com.docker.compose.project":"p","a":"b"},
          "Healthcheck":{"Test":["CMD-SHELL","true"],"Interval":5000000000,"Retries":2}},
        "NetworkSettings":{"Ports":{"80/tcp":[{"HostIp":"::","HostPort":"8080"}],"53/udp":null},
          "Networks":{"films":{"IPAddress":"172.18.0.2"},"six":{"IPAddress":"","GlobalIPv6Address":"fd00::2"}}}})");
    QVERIFY(inspection);
    const model::ContainerDetail &detail = inspection->detail;
    const model::Container &container = detail.container;
    QCOMPARE(inspection->stopTimeoutSeconds, 120);
    QCOMPARE(container.state, ContainerState::exited);
    QCOMPARE(container.health, Health::none); // of a run that is over
    QCOMPARE(container.exitCode, 137);
    QVERIFY(container.oomKilled);
    QCOMPARE(container.restarts, 4);
    QCOMPARE(container.startedAt.secsTo(container.finishedAt), 1);
    QCOMPARE(container.createdAt.time().msec(), 539);
    QCOMPARE(container.project, QStringLiteral("p"));
    QCOMPARE(container.image, QStringLiteral("web:1"));
    QCOMPARE(container.ports.size(), 2);
    QCOMPARE(container.ports.last().hostPort, 8080);
    QCOMPARE(detail.restartPolicy, QStringLiteral("on-failure:3"));
    QCOMPARE(detail.command, (QStringList{QStringLiteral("/bin/sh"), QStringLiteral("-c"), QStringLiteral("x")}));
    QCOMPARE(detail.environmentNames, (QStringList{QStringLiteral("PASSWORD"), QStringLiteral("PATH")}));
    QCOMPARE(detail.mounts.first().source, QStringLiteral("data"));
    QVERIFY(!detail.mounts.first().writable);
    QCOMPARE(detail.mounts.last().source, QStringLiteral("/srv"));
    QCOMPARE(detail.networks.last().address, QStringLiteral("fd00::2"));
    QVERIFY(detail.tty && detail.privileged);
    QCOMPARE(detail.labels.value(QStringLiteral("a")), QStringLiteral("b"));
    QCOMPARE(detail.error, QStringLiteral("no"));
    QVERIFY(detail.healthCheck);
    QCOMPARE(detail.healthCheck->interval, std::chrono::seconds(5));
    QCOMPARE(detail.healthCheck->timeout, std::chrono::seconds(30));
    QCOMPARE(detail.healthCheck->retries, 2);
    QCOMPARE(detail.healthCheck->failingStreak, 3);
    QCOMPARE(detail.healthCheck->log.first().output, QStringLiteral("bad"));
}

void DecodersTest::inspectionsOutOfFormat_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no id") << QByteArray(R"({"State":{"Status":"running"}})");
    QTest::newRow("no state") << QByteArray(R"({"Id":")" + id + R"("})");
}

void DecodersTest::inspectionsOutOfFormat()
{
    QFETCH(QByteArray, json);
    const Result<Inspection> inspection = decodeInspection(json);
    QVERIFY(!inspection);
    QCOMPARE(inspection.error().kind, ErrorKind::invalid);
}

void DecodersTest::B06_survivesAnyByteChanged()
{
    const QByteArray good = listed(R"(,"Names":["/a"],"State":"exited","Status":"Exited (1) now","Created":17953,
        "Ports":[{"IP":"::","PrivatePort":80,"PublicPort":8080,"Type":"tcp"}],"Labels":{"a":"\u00e4"})");
    QVERIFY(decodeContainers(good));
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (const char byte : {'\0', '"', '{', ']', '-', '9', '\xff', '\\'}) {
            QByteArray changed = good;
            changed[at] = byte;
            const Result<QList<model::Container>> containers = decodeContainers(changed);
            if (containers && !containers->isEmpty())
                QVERIFY(base::ContainerId::parse(containers->first().id.text()));
        }
        QVERIFY(!decodeContainers(good.first(at)));
    }
}

void DecodersTest::statistics_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("inactive");
    QTest::addColumn<qint64>("received"); // -1 for none
    QTest::addColumn<qint64>("read");
    QTest::addColumn<qint64>("limit");

    QTest::newRow("cgroup v1") << QByteArray(R"({"read":"2026-11-22T16:39:14.87Z","pids_stats":{"current":2},
        "cpu_stats":{"cpu_usage":{"total_usage":46265351}},"memory_stats":{"usage":528384,"limit":25276510208,
        "stats":{"inactive_file":1,"total_inactive_file":4096}},
        "blkio_stats":{"io_service_bytes_recursive":[{"op":"Read","value":10},{"op":"Write","value":20},
        {"op":"Total","value":30},{"op":"Read","value":5}]},
        "networks":{"eth0":{"rx_bytes":1042,"tx_bytes":7},"eth1":{"rx_bytes":1,"tx_bytes":2}}})")
                               << qint64(4096) << qint64(1043) << qint64(15) << qint64(25276510208);
    QTest::newRow("cgroup v2") << QByteArray(R"({"read":"2026-11-22T16:39:14Z","pids_stats":{"current":2},
        "cpu_stats":{"cpu_usage":{"total_usage":46265351}},"memory_stats":{"usage":528384,"limit":1000,
        "stats":{"inactive_file":8192}},
        "blkio_stats":{"io_service_bytes_recursive":[{"op":"read","value":10},{"op":"write","value":20}]},
        "networks":{"eth0":{"rx_bytes":3,"tx_bytes":7}}})")
                               << qint64(8192) << qint64(3) << qint64(10) << qint64(1000);
    QTest::newRow("podman") << QByteArray(R"({"read":"2026-11-22T17:39:14.123456789+01:00","pids_stats":{"current":2},
        "cpu_stats":{"cpu_usage":{"total_usage":46265351}},
        "memory_stats":{"usage":528384,"limit":18446744073709551615},"blkio_stats":{"io_service_bytes_recursive":null},
        "networks":null})") << qint64(-1)
                            << qint64(-1) << qint64(-1) << qint64(0);
}

void DecodersTest::statistics()
{
    QFETCH(QByteArray, json);
    const std::optional<RawStats> stats = decodeStats(object(json.constData()));
    QVERIFY(stats);
    const auto number = [](const std::optional<quint64> &value) { return value ? static_cast<qint64>(*value) : -1; };
    QCOMPARE(stats->at.toUTC().time().hour(), 16);
    QCOMPARE(number(stats->cpuNanoseconds), 46265351);
    QCOMPARE(number(stats->memoryUsageBytes), 528384);
    QTEST(number(stats->memoryInactiveFileBytes), "inactive");
    QTEST(number(stats->networkReceiveBytes), "received");
    QTEST(number(stats->blockReadBytes), "read");
    QTEST(static_cast<qint64>(stats->memoryLimitBytes), "limit");
    QCOMPARE(stats->processes, 2);
}

void DecodersTest::aStoppedContainerHasNoStatistics()
{
    QVERIFY(!decodeStats(object(R"({"read":"0001-01-01T00:00:00Z","cpu_stats":{"cpu_usage":{"total_usage":0}}})")));
    QVERIFY(!decodeStats({}));
}

void DecodersTest::events_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("nano"); // 0: refused
    const QByteArray actor = R"("Actor":{"ID":")" + id + R"(","Attributes":{"name":"web"}})";
    QTest::newRow("docker") << QByteArray(R"({"status":"die","Type":"container","Action":"die",)" + actor
                                          + R"(,"scope":"local","time":1795365548,"timeNano":1795365548539089685})")
                            << qint64(1795365548539089685);
    QTest::newRow("seconds alone") << QByteArray(R"({"Type":"container","Action":"die",)" + actor
                                                 + R"(,"time":1795365548})")
                                   << qint64(1795365548000000000);
    QTest::newRow("image") << QByteArray(R"({"Type":"image","Action":"pull","Actor":{"ID":"busybox:1"},"timeNano":5})")
                           << qint64(5);
    QTest::newRow("no type") << QByteArray(R"({"Action":"die",)" + actor + R"(,"timeNano":5})") << qint64(0);
    QTest::newRow("no action") << QByteArray(R"({"Type":"container",)" + actor + R"(,"timeNano":5})") << qint64(0);
    QTest::newRow("no time") << QByteArray(R"({"Type":"container","Action":"die",)" + actor + "}") << qint64(0);
    QTest::newRow("id out of rule") << QByteArray(
        R"({"Type":"container","Action":"die","Actor":{"ID":"../x"},"timeNano":5})")
                                    << qint64(0);
    QTest::newRow("error") << QByteArray(R"({"message":"no"})") << qint64(0);
}

void DecodersTest::events()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, nano);
    const Result<model::EngineEvent> event = decodeEvent(object(json.constData()));
    QCOMPARE(event.ok(), nano != 0);
    if (!event)
        return;
    QCOMPARE(event->timeNano, nano);
    if (event->type == QLatin1String("container"))
        QCOMPARE(event->attributes.value(QStringLiteral("name")), QStringLiteral("web"));
}

void DecodersTest::eventFiltersAreJson()
{
    EventFilter filter;
    filter.actions = {QStringLiteral("die"), QStringLiteral("a\"b")};
    QCOMPARE(encodeEventFilters(filter), R"({"event":["die","a\"b"],"type":["container"]})");
    QCOMPARE(encodeEventFilters({{}, {}, {}}), "{}");
}

void DecodersTest::splitsConcatenatedObjectsAnywhere()
{
    const QList<QByteArray> objects{R"({"a":"}{\"\\"})", "{}", R"({"b":{"c":[{}, {"d":"]"}]}})", "{\"\xff\":1}"};
    for (const char *between : {"", "\n", "\r\n ", " \t\n"}) {
        const QByteArray stream = objects.join(between) + between;
        for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
            JsonSplitter splitter;
            const Result<QList<QByteArray>> before = splitter.feed(stream.first(cut));
            const Result<QList<QByteArray>> after = splitter.feed(stream.sliced(cut));
            QVERIFY(before && after);
            QCOMPARE(*before + *after, objects);
            QVERIFY(!splitter.midObject());
        }
    }
}

void DecodersTest::B06_splitterHoldsItsLimit()
{
    JsonSplitter splitter(1000);
    QVERIFY(splitter.feed("{\"a\":\""));
    Result<QList<QByteArray>> last = QList<QByteArray>();
    for (int i = 0; i < 200 && last; ++i)
        last = splitter.feed(QByteArray(100, 'x'));
    QVERIFY(!last);
    QVERIFY(!splitter.feed("\"}"));
    JsonSplitter words;
    QVERIFY(!words.feed("<html>"));
    // 10 MiB in one line, in the pieces that a socket hands over.
    JsonSplitter usual;
    bool refused = false;
    for (int i = 0; i < 160 && !refused; ++i)
        refused = !usual.feed(QByteArray(64 * 1024, '{'));
    QVERIFY(refused);
}

void DecodersTest::timestamps_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("nanos"); // -1: none
    QTest::newRow("nanoseconds") << QByteArray("2026-11-22T16:39:08.539089685Z") << qint64(1795365548539089685);
    QTest::newRow("seconds") << QByteArray("2026-11-22T16:39:08Z") << qint64(1795365548000000000);
    QTest::newRow("tenths") << QByteArray("2026-11-22T16:39:08.5Z") << qint64(1795365548500000000);
    QTest::newRow("east") << QByteArray("2026-11-22T18:39:08+02:00") << qint64(1795365548000000000);
    QTest::newRow("west") << QByteArray("2026-11-22T11:09:08-05:30") << qint64(1795365548000000000);
    QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z") << qint64(1709164800000000000);
    QTest::newRow("never") << QByteArray("0001-01-01T00:00:00Z") << qint64(-1);
    QTest::newRow("no leap day") << QByteArray("2026-02-29T00:00:00Z") << qint64(-1);
    QTest::newRow("month 13") << QByteArray("2026-13-01T00:00:00Z") << qint64(-1);
    QTest::newRow("hour 24") << QByteArray("2026-11-22T24:00:00Z") << qint64(-1);
    QTest::newRow("no zone") << QByteArray("2026-11-22T16:39:08") << qint64(-1);
    QTest::newRow("no fraction") << QByteArray("2026-11-22T16:39:08.Z") << qint64(-1);
    QTest::newRow("more") << QByteArray("2026-11-22T16:39:08Zx") << qint64(-1);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
}

void DecodersTest::timestamps()
{
    QFETCH(QByteArray, text);
    QTEST(nanosecondsOf(text).value_or(-1), "nanos");
    QCOMPARE(timeOf(QByteArrayView(text)).isValid(), nanosecondsOf(text).has_value());
}

void DecodersTest::timesForTheEngine()
{
    QCOMPARE(secondsAndNanos(qint64(1795365548000000685)), "1795365548.000000685");
    QCOMPARE(secondsAndNanos(QDateTime::fromMSecsSinceEpoch(1795365548539, Qt::UTC)), "1795365548.539000000");
}

void DecodersTest::apiVersions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("version");
    QTest::newRow("1.41") << QByteArray("1.41") << QStringLiteral("1.41");
    QTest::newRow("1.9") << QByteArray("1.9") << QStringLiteral("1.9");
    for (const char *bad : {"", "1", "1.", ".1", "1.4x", "-1.4", "1.41.2", "99999.1", " 1.41"})
        QTest::newRow(bad) << QByteArray(bad) << QString();
}

void DecodersTest::apiVersions()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, version);
    const std::optional<model::ApiVersion> parsed = parseApiVersion(text);
    QCOMPARE(parsed ? parsed->text() : QString(), version);
}

void DecodersTest::whatTheEngineSaysOfItself()
{
    const Result<VersionReply> podman = decodeVersion(
        R"({"Components":[{"Name":"Podman Engine"}],"Version":"4.3.1","ApiVersion":"1.41","MinAPIVersion":"1.24"})");
    QVERIFY(podman);
    QCOMPARE(podman->product, QStringLiteral("Podman"));
    QCOMPARE(podman->oldest, (model::ApiVersion{1, 24}));
    const Result<model::EngineInfo> info =
        decodeInfo(R"({"NCPU":4,"MemTotal":8000,"Name":"box","SecurityOptions":["name=seccomp","name=rootless"]})");
    QVERIFY(info && info->rootless);
    QCOMPARE(info->cpus, 4);
    const Result<model::DiskUsage> usage = decodeDiskUsage(R"({"LayersSize":100,"Containers":[{"SizeRw":5},{}],
        "Volumes":[{"UsageData":{"Size":-1}},{"UsageData":{"Size":7}},{"UsageData":null}],
        "BuildCache":[{"Size":3},{"Size":9,"Shared":true}]})");
    QVERIFY(usage);
    QCOMPARE(usage->imagesBytes, 100);
    QCOMPARE(usage->containersBytes, 5);
    QCOMPARE(usage->volumesBytes, 7);
    QCOMPARE(usage->buildCacheBytes, 3);
    const Result<QList<model::Image>> images = decodeImages(
        R"([{"Id":"sha256:12","RepoTags":["<none>:<none>"],"Size":5,"Created":1795365548},{"Id":"sha256:34","RepoTags":null}])");
    QVERIFY(images);
    QVERIFY(images->first().tags.isEmpty());
    QCOMPARE(images->first().containers, -1);
    QVERIFY(!decodeImages(R"([{"Id":"../x"}])"));
}

QTEST_GUILESS_MAIN(DecodersTest)
#include "decoders_test.moc"
