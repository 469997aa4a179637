// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/plan_bench.h"

#include <QTest>

#include <functional>

using namespace mediahelm::revision;
using namespace mediahelm;
using model::ObservedContainer;
using tests::PlanBench;

Q_DECLARE_METATYPE(std::function<void(ObservedContainer &)>)

namespace {

constexpr char services[] = R"({
  "vpn": {"image": "vpn:1", "networks": {"default": null}},
  "in": {"image": "in:1", "network_mode": "service:vpn", "pid": "service:vpn"},
  "hosted": {"image": "hosted:1", "network_mode": "host"},
  "plain": {"image": "plain:1", "networks": {"default": null}},
  "web": {
    "image": "web:1", "command": ["serve"], "entrypoint": ["/init"],
    "environment": {"PUID": "1000", "TZ": "UTC"}, "labels": {"own": "1"},
    "networks": {"default": null},
    "ports": [{"target": 80, "published": "8080", "protocol": "tcp"}, {"target": 81, "protocol": "tcp"},
              {"target": 82, "published": "9000-9005", "protocol": "tcp", "host_ip": "::1"}],
    "volumes": [{"type": "volume", "source": "data", "target": "/data"},
                {"type": "bind", "source": "/srv/x", "target": "/x", "read_only": true},
                {"type": "tmpfs", "target": "/scratch"}, {"type": "volume", "target": "/anonymous"}],
    "secrets": [{"source": "key"}],
    "healthcheck": {"test": ["CMD", "true"], "interval": "5s", "retries": 2},
    "restart": "unless-stopped", "user": "1000", "working_dir": "/app", "hostname": "web", "privileged": true,
    "cap_add": ["NET_ADMIN"], "devices": ["/dev/dri:/dev/dri"], "mem_limit": "1048576", "cpus": 0.5
  }
})";

using Change = std::function<void(ObservedContainer &)>;

model::HealthCheck checkOf(const QStringList &test)
{
    model::HealthCheck check;
    check.test = test;
    return check;
}

} // namespace

class DifferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatComposeMadeDiffersInNothing_data();
    void whatComposeMadeDiffersInNothing();
    void changeIsNamed_data();
    void changeIsNamed();
    void whatTheImageBringsIsNoDifference();
    void unknownImageHidesWhatItMayHaveBrought();
};

void DifferenceTest::whatComposeMadeDiffersInNothing_data()
{
    QTest::addColumn<QString>("service");
    for (const char *service : {"vpn", "in", "hosted", "plain", "web"})
        QTest::newRow(service) << QString::fromLatin1(service);
}

void DifferenceTest::whatComposeMadeDiffersInNothing()
{
    QFETCH(QString, service);
    PlanBench bench(services);
    bench.runAll();
    bench.changeHash(service);
    // The hash covers more than an inspection shows.
    QCOMPARE(bench.reasons(service), QStringLiteral("configuration"));
}

void DifferenceTest::changeIsNamed_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("reasons");
    const auto row = [](const char *name, const char *service, const Change &change, const char *reasons) {
        QTest::newRow(name) << QString::fromLatin1(service) << change << QString::fromLatin1(reasons);
    };
    const QString puid = QStringLiteral("PUID");
    row(
        "image", "web", [](auto &c) { c.image = QStringLiteral("web:0"); }, "image web:0 -> web:1");
    row(
        "variable changed", "web", [=](auto &c) { c.environment[puid] = "x"; }, "environment PUID");
    row(
        "variable added", "web", [=](auto &c) { c.environment.remove(puid); }, "environment PUID");
    row(
        "variable removed", "web", [](auto &c) { c.environment[QStringLiteral("OLD")] = "x"; }, "environment OLD");
    row(
        "two variables", "web", [](auto &c) { c.environment.clear(); }, "environment PUID; environment TZ");
    row(
        "variable of the image overridden once", "plain", [](auto &c) { c.environment[QStringLiteral("PATH")] = "x"; },
        "environment PATH");
    row(
        "command", "web", [](auto &c) { c.command.append(QStringLiteral("-v")); }, "command");
    row(
        "command is the image's again", "plain", [](auto &c) { c.command = QStringList(QStringLiteral("x")); },
        "command");
    row(
        "entrypoint", "web", [](auto &c) { c.entrypoint.clear(); }, "entrypoint");
    row(
        "label changed", "web", [](auto &c) { c.labels[QStringLiteral("own")] = QStringLiteral("2"); }, "label own");
    row(
        "label removed", "web", [](auto &c) { c.labels[QStringLiteral("old")] = QStringLiteral("2"); }, "label old");
    row(
        "port changed", "web", [](auto &c) { c.ports[0].hostPort = 8081; }, "port 8080:80/tcp; port 8081:80/tcp");
    row(
        "port bound elsewhere", "web", [](auto &c) { c.ports[0].hostIp = QStringLiteral("127.0.0.1"); },
        "port 127.0.0.1:8080:80/tcp; port 8080:80/tcp");
    row(
        "port closed", "plain",
        [](auto &c) {
            c.ports.append({{}, 1, 2, QStringLiteral("udp")});
        },
        "port 1:2/udp");
    row(
        "volume moved", "web", [](auto &c) { c.mounts[0].source = QStringLiteral("other"); }, "mount /data");
    row(
        "bind path moved", "web", [](auto &c) { c.mounts[1].source = QStringLiteral("/srv/y"); }, "mount /x");
    row(
        "bind path with a slash is the same", "web", [](auto &c) { c.mounts[1].source = QStringLiteral("/srv/x/"); },
        "configuration");
    row(
        "mount writable", "web", [](auto &c) { c.mounts[1].writable = true; }, "mount /x");
    row(
        "mount added", "web", [](auto &c) { c.mounts.removeFirst(); }, "mount /data");
    row(
        "mount removed", "plain",
        [](auto &c) {
            c.mounts.append({QStringLiteral("bind"), QStringLiteral("/a"), QStringLiteral("/b"), true});
        },
        "mount /b");
    row(
        "the image's own volume is none", "plain",
        [](auto &c) {
            c.mounts.append({QStringLiteral("volume"), QString(64, u'a'), QStringLiteral("/b"), true});
        },
        "configuration");
    row(
        "a secret's file is none", "web",
        [](auto &c) {
            c.mounts.append({QStringLiteral("bind"), QStringLiteral("/k"), QStringLiteral("/run/secrets/key"), false});
        },
        "configuration");
    row(
        "network", "plain", [](auto &c) { c.networks = QStringList(QStringLiteral("old")); },
        "network media_default; network old");
    row(
        "network mode to a network", "plain", [](auto &c) { c.networkMode = QStringLiteral("host"); }, "network mode");
    row(
        "network mode to the host's", "hosted", [](auto &c) { c.networkMode = QStringLiteral("media_default"); },
        "network mode");
    row(
        "network of an older container", "in", [](auto &c) { c.networkMode = QStringLiteral("container:old"); },
        "network mode");
    row(
        "pid of an older container", "in", [](auto &c) { c.pidMode = QStringLiteral("container:old"); },
        "namespace pid");
    row(
        "ipc given up", "plain", [](auto &c) { c.ipcMode = QStringLiteral("host"); }, "namespace ipc");
    row(
        "health check's test", "web", [](auto &c) { c.healthCheck->test.removeLast(); }, "health check");
    row(
        "health check's interval", "web", [](auto &c) { c.healthCheck->interval *= 2; }, "health check");
    row(
        "health check added", "web", [](auto &c) { c.healthCheck.reset(); }, "health check");
    row(
        "health check removed", "plain", [](auto &c) { c.healthCheck = checkOf({QStringLiteral("CMD")}); },
        "health check");
    row(
        "restart", "web", [](auto &c) { c.restartPolicy = QStringLiteral("no"); }, "restart policy");
    row(
        "restart removed", "plain", [](auto &c) { c.restartPolicy = QStringLiteral("always"); }, "restart policy");
    row(
        "user", "web", [](auto &c) { c.user.clear(); }, "user");
    row(
        "working directory", "web", [](auto &c) { c.workingDirectory.clear(); }, "working directory");
    row(
        "hostname", "web", [](auto &c) { c.hostname = QStringLiteral("x"); }, "hostname");
    row(
        "hostname removed", "plain", [](auto &c) { c.hostname = QStringLiteral("x"); }, "hostname");
    row(
        "privileged", "web", [](auto &c) { c.privileged = false; }, "privileged");
    row(
        "capabilities", "web", [](auto &c) { c.capabilitiesAdded.clear(); }, "capabilities");
    row(
        "capabilities named with CAP_", "web",
        [](auto &c) { c.capabilitiesAdded = QStringList(QStringLiteral("CAP_NET_ADMIN")); }, "configuration");
    row(
        "devices", "web", [](auto &c) { c.devices.clear(); }, "devices");
    row(
        "memory", "web", [](auto &c) { c.memoryLimit = 0; }, "resource limits");
    row(
        "processors", "web", [](auto &c) { c.cpus = 1; }, "resource limits");
    row(
        "several", "web",
        [](auto &c) {
            c.cpus = 1;
            c.command.clear();
            c.user.clear();
        },
        "command; user; resource limits");
}

void DifferenceTest::changeIsNamed()
{
    QFETCH(QString, service);
    QFETCH(Change, change);
    PlanBench bench(services);
    bench.runAll();
    change(bench.container(QStringLiteral("media-%1-1").arg(service)));
    bench.changeHash(service);
    QTEST(bench.reasons(service), "reasons");
}

void DifferenceTest::whatTheImageBringsIsNoDifference()
{
    PlanBench bench(services);
    bench.runAll();
    auto &image = bench.observed.madeFrom[QStringLiteral("sha256:plain:1")];
    ObservedContainer &container = bench.container(QStringLiteral("media-plain-1"));
    image.user = container.user = QStringLiteral("nobody");
    image.workingDirectory = container.workingDirectory = QStringLiteral("/w");
    image.healthTest = QStringList(QStringLiteral("CMD"));
    container.healthCheck = checkOf(image.healthTest);
    bench.changeHash(QStringLiteral("plain"));
    QCOMPARE(bench.reasons(QStringLiteral("plain")), QStringLiteral("configuration"));
}

void DifferenceTest::unknownImageHidesWhatItMayHaveBrought()
{
    PlanBench bench(services);
    bench.runAll();
    bench.observed.madeFrom.clear();
    ObservedContainer &container = bench.container(QStringLiteral("media-plain-1"));
    container.environment[QStringLiteral("OLD")] = "x";
    container.command = QStringList(QStringLiteral("y"));
    container.restartPolicy = QStringLiteral("always"); // no image's
    bench.changeHash(QStringLiteral("plain"));
    QCOMPARE(bench.reasons(QStringLiteral("plain")), QStringLiteral("restart policy"));
}

QTEST_GUILESS_MAIN(DifferenceTest)
#include "difference_test.moc"
