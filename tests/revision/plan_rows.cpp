// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/plan_rows.h"

#include <QTest>

namespace mediahelm::tests {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

// Services on a common ground, so that stopping one takes no time.
QString project(const QStringList &services, const char *rest)
{
    QString yaml = text("x-base: &base {image: '@:a', stop_grace_period: 0s}\nservices:\n");
    for (const QString &service : services)
        yaml += QStringLiteral("  %1:\n    <<: *base\n%2").arg(service.section(u'|', 0, 0), service.section(u'|', 1));
    return yaml + QString::fromLatin1(rest);
}

QString line(const char *yaml)
{
    return QStringLiteral("    %1\n").arg(QString::fromLatin1(yaml));
}

namespace {

const QString file = QStringLiteral("compose.yaml");

Change writes(const QString &yaml)
{
    return [yaml](ComposeBench &bench) { bench.write(file, yaml); };
}

Change docker(const char *arguments)
{
    return [arguments](ComposeBench &bench) {
        bench.docker(QString::fromLatin1(arguments).replace(u'@', bench.name()).split(u' '));
    };
}

// Before, a change, and what is planned then; the reasons are of the first service that is not left alone.
void row(const char *name, const QString &before, const Change &change, const char *actions, const char *reasons)
{
    QTest::newRow(name) << before << change << text(actions) << text(reasons);
}

const QString db = QStringLiteral("db|");
const QString plainWeb = QStringLiteral("web|");
constexpr char oneRecreated[] = "db=nothing web=recreate";
constexpr char allLeftAlone[] = "db=nothing web=nothing";

QString web(const char *yaml)
{
    return plainWeb + line(yaml);
}

// From a plain db and web to one of these lines.
void addRow(const char *name, const char *yaml, const char *reasons, const char *rest = "")
{
    row(name, project({db, plainWeb}), writes(project({db, web(yaml)}, rest)), oneRecreated, reasons);
}

} // namespace

void addChangesOfAService()
{
    const QString plain = project({db, plainWeb});
    row(
        "nothing", plain, [](auto &) {}, allLeftAlone, "");
    row("a comment", plain, writes(text("# hello\n") + plain), allLeftAlone, "");
    row("x-mediahelm", plain, writes(project({db, web("x-mediahelm: {category: other}")})), allLeftAlone, "");
    addRow("image", "image: '@:b'", "image @:a -> @:b");
    addRow("command", "command: [sleep, '999999']", "command");
    addRow("environment", "environment: {A: '1', B: 'a$$b<&>'}", "environment A; environment B");
    row("environment changed", project({db, web("environment: {A: '1', B: '2'}")}),
        writes(project({db, web("environment: {A: '1', B: '3'}")})), oneRecreated, "environment B");
    row("environment removed", project({db, web("environment: {A: '1', MADE_BY: 'x'}")}),
        writes(project({db, web("environment: {A: '1'}")})), oneRecreated, "environment MADE_BY");
    row(
        "env file", project({db, web("env_file: [web.env]")}),
        [](ComposeBench &bench) { bench.write(text("web.env"), text("A=2\n")); }, oneRecreated, "environment A");
    addRow("label", "labels: {own: 'x$$y'}", "label own");
    addRow("port", "ports: ['127.0.0.1:18931:80', '81']", "port 127.0.0.1:18931:80/tcp; port 81/tcp");
    addRow("named volume", "volumes: ['data:/data']", "mount /data", "volumes: {data: }\n");
    addRow("bind mount", "volumes: ['./x:/x:ro']", "mount /x");
    row("bind mount beside tmpfs", project({db, web("volumes: [{type: tmpfs, target: /t}]")}),
        writes(project({db, web("volumes: [{type: tmpfs, target: /t}, './y:/y']")})), oneRecreated, "mount /y");
    addRow("health check", "healthcheck: {test: [CMD, 'true'], interval: 1h, start_period: 1m30s, retries: 9}",
           "health check");
    row("health check changed", project({db, web("healthcheck: {test: 'true', interval: 1h}")}),
        writes(project({db, web("healthcheck: {test: 'true', interval: 2h}")})), oneRecreated, "health check");
    addRow("restart", "restart: unless-stopped", "restart policy");
    addRow("restart of deploy", "deploy: {restart_policy: {condition: on-failure, max_attempts: 3}}", "restart policy");
    addRow("user, directory, hostname", "user: '1000'\n    working_dir: /bin\n    hostname: other",
           "user; working directory; hostname");
    addRow("limits and rights", "mem_limit: 64m\n    cpus: 0.5\n    cap_add: [NET_ADMIN]\n    devices: [/dev/null]",
           "capabilities; devices; resource limits");
    addRow("network", "networks: [other]", "network @_default; network @_other", "networks: {other: }\n");
    addRow("network mode", "network_mode: none", "network mode");
    addRow("what an inspection does not show", "stop_signal: SIGINT", "configuration");
}

void addChangesOfContainers()
{
    const QString plain = project({db, plainWeb});
    const QString three = project({db, web("scale: 3")});
    row("new service", project({db}), writes(plain), "db=nothing web=create", "no container yet");
    row("removed service", plain, writes(project({db})), "db=nothing web=remove", "in no file any more");
    row("stopped", plain, docker("stop @-web-1"), "db=nothing web=start", "not running: exited 137");
    row("removed by hand", plain, docker("rm -f @-web-1"), "db=nothing web=create", "no container yet");
    row("scaled up", plain, writes(three), "db=nothing web=create", "scale 1 -> 3");
    row("scaled down", three, writes(plain), "db=nothing web=remove", "scale 3 -> 1");
    row("scaled to none", plain, writes(project({db, web("scale: 0")})), "db=nothing web=remove", "scale 1 -> 0");
    row("scaled up and changed", plain, writes(project({db, web("scale: 2\n    command: [sleep, '9']")})), oneRecreated,
        "scale 1 -> 2; command");
    row("one of three removed", three, docker("rm -f @-web-2"), "db=nothing web=create", "scale 2 -> 3");
    row(
        "one made by run", plain,
        [](ComposeBench &bench) {
            QVERIFY(bench.run({text("run"), text("-d"), text("--name"), bench.name() + text("-r"), text("web")}));
        },
        allLeftAlone, "");
    row("image moved under its name", project({web("image: '@:moving'")}), docker("tag @:b @:moving"), "web=recreate",
        "image moved under @:moving");
    row(
        "everything at once stays",
        project({db,
                 web("environment: {A: 'x$$y', B: }\n    ports: ['127.0.0.1:18932:80']\n"
                     "    volumes: ['data:/data', './x:/x:ro', {type: tmpfs, target: /t}]\n    tmpfs: [/tmp]\n"
                     "    labels: {a: b}\n    cap_add: [NET_ADMIN]\n    mem_limit: 64m\n    deploy: {replicas: 1}\n"
                     "    healthcheck: {test: 'true', interval: 1h}\n    depends_on: [db]")},
                "volumes: {data: }\n"),
        [](auto &) {}, allLeftAlone, "");
}

void addChangesOfWhoIsNeeded()
{
    const QString in = text("in|") + line("network_mode: service:vpn");
    const QString vpn = text("vpn|");
    const QString changed = line("environment: {A: '1'}");
    const char *both = "vpn=recreate in=recreate";
    row(
        "shares a network: as it is", project({vpn, in}), [](auto &) {}, "vpn=nothing in=nothing", "");
    row("shares a network: its owner changed", project({vpn, in}), writes(project({vpn + changed, in})), both,
        "environment A");
    row("shares a network: itself changed", project({vpn, in}), writes(project({vpn, in + changed})),
        "vpn=nothing in=recreate", "environment A");
    row("shares a network: its owner removed", project({vpn, in}), docker("rm -f @-vpn-1"), "vpn=create in=recreate",
        "no container yet");
    const QString shared = text("in|") + line("pid: service:vpn\n    ipc: service:vpn");
    const QString owner = vpn + line("ipc: shareable");
    row(
        "shares pid and ipc: as it is", project({owner, shared}), [](auto &) {}, "vpn=nothing in=nothing", "");
    row("shares pid and ipc: its owner changed", project({owner, shared}), writes(project({owner + changed, shared})),
        both, "environment A");
    const char *data = "volumes: {data: }\n";
    const QString from = text("in|") + line("volumes_from: ['vpn:ro']");
    const QString giver = vpn + line("volumes: ['data:/data']");
    row(
        "volumes_from: as it is", project({giver, from}, data), [](auto &) {}, "vpn=nothing in=nothing", "");
    row("volumes_from: its owner changed", project({giver, from}, data), writes(project({giver + changed, from}, data)),
        both, "environment A");
    const QString after = web("depends_on: [db]");
    row("depends_on", project({db, after}), writes(project({db + changed, after})), "db=recreate web=recreate",
        "environment A");
    row("depends_on: only the dependent changed", project({db, after}), writes(project({db, after + changed})),
        oneRecreated, "environment A");
}

} // namespace mediahelm::tests
