// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/merge_rows.h"

namespace mediahelm::tests {

namespace {

struct ServiceRow {
    const char *name;
    const char *base; // below the service "a"
    const char *over; // the same in the second file; "" for none
    const char *beside = ""; // the first file's other sections
    const char *third = ""; // below the service "a" in a third file
};

const char *const storage = "volumes: {vv: {}, ww: {}}\n";
const char *const networks = "networks: {n: {}, m: {}}\n";
const char *const configs = "configs: {c: {file: ./c}, d: {file: ./d}}\n";
const char *const secrets = "secrets: {s: {file: ./s}, t: {file: ./t}}\n";
const char *const others = "b: {image: y}\nc: {image: z}\n"; // see toFiles()

const ServiceRow rows[] = {
    // --- one value
    {"image replaced", "image: x:1", "image: x:2"},
    {"image added", "command: a", "image: x"},
    {"image kept", "image: x", "command: a"},
    {"image emptied", "image: x", "image: ''"},
    {"image replaced twice", "image: x:1", "image: x:2", "", "image: x:3"},
    {"image of the first kept through two", "image: x:1", "command: a", "", "command: b"},
    {"container name replaced", "image: x\ncontainer_name: one", "container_name: two"},
    {"restart replaced", "image: x\nrestart: always", "restart: 'no'"},
    {"restart added", "image: x", "restart: unless-stopped"},
    {"hostname replaced", "image: x\nhostname: h", "hostname: i"},
    {"user replaced by a number", "image: x\nuser: root", "user: '1000'"},
    {"privileged set", "image: x", "privileged: true"},
    {"privileged taken back", "image: x\nprivileged: true", "privileged: false"},
    {"pid mode replaced", "image: x\npid: host", "pid: 'service:b'", others},
    {"ipc mode replaced", "image: x\nipc: host", "ipc: shareable"},
    {"user namespace replaced", "image: x\nuserns_mode: host", "userns_mode: 'x'"},
    {"network mode replaced", "image: x\nnetwork_mode: host", "network_mode: none"},
    {"network mode added", "image: x", "network_mode: 'service:b'", others},
    {"hardware address replaced", "image: x\nmac_address: 02:42:ac:11:65:43", "mac_address: 02:42:ac:11:65:44"},
    {"null leaves what was", "image: x\nrestart: always", "restart:"},
    {"scale replaced", "image: x\nscale: 2", "scale: 3"},
    {"scale added", "image: x", "scale: 2"},
    {"replicas replaced", "image: x\ndeploy: {replicas: 2}", "deploy: {replicas: 3}"},
    {"replicas kept beside limits", "image: x\ndeploy: {replicas: 2}", "deploy: {resources: {limits: {memory: 1g}}}"},
    {"replicas of the second with limits of the first", "image: x\ndeploy: {resources: {limits: {cpus: '1'}}}",
     "deploy: {replicas: 0}"},
    {"replicas reset", "image: x\ndeploy: {replicas: 2}", "deploy: {replicas: !reset null}"},
    {"null takes no list", "image: x\nports: ['80:80']", "ports:"},
    {"null takes no mapping", "image: x\nhealthcheck: {disable: true}\nenvironment: {A: '1'}",
     "healthcheck:\nenvironment:"},
    // --- commands: replaced whole, and no part of what checks look at
    {"command as a text over a list", "image: x\ncommand: [a, b]", "command: c d"},
    {"entrypoint emptied", "image: x\nentrypoint: [a]", "entrypoint: []"},
    {"build over image", "image: x", "build: ."},
    {"build, then image", "build: .", "image: x"},
    {"build text over mapping", "image: x\nbuild: {context: ., args: {A: '1'}}", "build: ./b"},
    {"build arguments as list and mapping", "image: x\nbuild: {context: ., args: [A=1]}", "build: {args: {B: '2'}}"},
    {"limits of processes", "image: x\nulimits: {nofile: 1}", "ulimits: {nofile: {soft: 1, hard: 2}}"},
    {"labels as list and mapping", "image: x\nlabels: [a=1]", "labels: {b: '2'}"},
    {"logging of another driver", "image: x\nlogging: {driver: json-file, options: {max-size: 1m}}",
     "logging: {driver: local}"},
    // --- health checks
    {"health check added", "image: x", "healthcheck: {test: [CMD, a]}"},
    {"health check's test replaced", "image: x\nhealthcheck: {test: [CMD, a]}", "healthcheck: {test: b}"},
    {"health check kept by an interval", "image: x\nhealthcheck: {test: [CMD, a]}", "healthcheck: {interval: 5s}"},
    {"health check disabled", "image: x\nhealthcheck: {test: [CMD, a]}", "healthcheck: {disable: true}"},
    {"health check of NONE", "image: x\nhealthcheck: {test: [CMD, a]}", "healthcheck: {test: [NONE]}"},
    {"health check after NONE", "image: x\nhealthcheck: {test: [NONE]}", "healthcheck: {test: [CMD, a]}"},
    {"disabled stays disabled by an interval", "image: x\nhealthcheck: {disable: true}", "healthcheck: {interval: 5s}"},
    {"disabled stays disabled by a test", "image: x\nhealthcheck: {disable: true}", "healthcheck: {test: [CMD, a]}"},
    {"enabled again", "image: x\nhealthcheck: {test: [CMD, a], disable: true}", "healthcheck: {disable: false}"},
    {"NONE stays by an interval", "image: x\nhealthcheck: {test: [NONE]}", "healthcheck: {interval: 5s}"},
    {"what disables it reset", "image: x\nhealthcheck: {test: [CMD, a], disable: true}",
     "healthcheck: {disable: !reset null}"},
    {"health check of a text", "image: x\nhealthcheck: {test: NONE}", "healthcheck: {retries: 1}"},
    {"health check reset", "image: x\nhealthcheck: {test: [CMD, a]}", "healthcheck: !reset null"},
    {"health check overridden", "image: x\nhealthcheck: {disable: true}", "healthcheck: !override {test: [CMD, a]}"},
    // --- ports: by what they publish where
    {"port added", "image: x\nports: ['80:80']", "ports: ['81:81']"},
    {"port again", "image: x\nports: ['80:80']", "ports: ['80:80']"},
    {"port again in the long form", "image: x\nports: ['80:80']", "ports: [{target: 80, published: '80'}]"},
    {"port of another protocol", "image: x\nports: ['80:80']", "ports: ['80:80/udp']"},
    {"port at another address", "image: x\nports: ['80:80']", "ports: ['127.0.0.1:80:80']"},
    {"port published elsewhere", "image: x\nports: ['80:80']", "ports: ['8080:80']"},
    {"port of the engine's choice", "image: x\nports: ['80']", "ports: ['80:80']"},
    {"port of the engine's choice twice", "image: x\nports: ['80']", "ports: ['80']"},
    {"port as a number", "image: x\nports: [80]", "ports: [81]"},
    {"ports in a range", "image: x\nports: ['8000-8002:9000-9002']", "ports: ['7000-7001:7000-7001/udp']"},
    {"one port within a range", "image: x\nports: ['8000-8002:9000-9002']", "ports: ['8001:9001']"},
    {"a range over one port of it", "image: x\nports: ['8001:9001']", "ports: ['8000-8002:9000-9002']"},
    {"a range with other ports inside", "image: x\nports: ['8000-8002:9000-9002']", "ports: ['8001:9002']"},
    {"a range for one port", "image: x\nports: ['8000-8002:80']", "ports: ['80:80']"},
    {"ports reset", "image: x\nports: ['80:80']", "ports: !reset []"},
    {"ports overridden", "image: x\nports: ['80:80', '81:81']", "ports: !override ['82:82']"},
    {"ports over three files", "image: x\nports: ['80:80']", "ports: ['81:81']", "", "ports: ['82:82', '80:80']"},
    {"port of IPv6", "image: x\nports: ['[::1]:80:80']", "ports: ['127.0.0.1:80:80']"},
    {"port in the long form replaced", "image: x\nports: [{target: 80, published: 80, mode: host}]",
     "ports: [{target: 80, published: 80, mode: ingress}]"},
    // --- mounts: by where they are in the container
    {"mount added", "image: x\nvolumes: ['./a:/a']", "volumes: ['./b:/b']"},
    {"mount replaced", "image: x\nvolumes: ['./a:/a']", "volumes: ['./b:/a']"},
    {"mount made read-only", "image: x\nvolumes: ['./a:/a']", "volumes: ['./a:/a:ro']"},
    {"mount made writable again", "image: x\nvolumes: ['./a:/a:ro']", "volumes: ['./a:/a']"},
    {"folder over volume", "image: x\nvolumes: ['vv:/a']", "volumes: ['./a:/a']", storage},
    {"volume over folder", "image: x\nvolumes: ['./a:/a']", "volumes: ['vv:/a']", storage},
    {"long over short", "image: x\nvolumes: ['./a:/a']", "volumes: [{type: bind, source: ./b, target: /a}]"},
    {"short over long", "image: x\nvolumes: [{type: bind, source: ./b, target: /a}]", "volumes: ['./a:/a']"},
    {"long over long", "image: x\nvolumes: [{type: volume, source: vv, target: /a, read_only: true}]",
     "volumes: [{type: volume, source: ww, target: /a}]", storage},
    {"anonymous volume", "image: x\nvolumes: [/a]", "volumes: [/b]"},
    {"volume over an anonymous one", "image: x\nvolumes: [/a]", "volumes: ['vv:/a']", storage},
    {"tmpfs over a folder", "image: x\nvolumes: ['./a:/a']", "volumes: [{type: tmpfs, target: /a}]"},
    {"a slash at the end", "image: x\nvolumes: ['./a:/a']", "volumes: ['./b:/a/']"},
    {"a slash at the end of the long form", "image: x\nvolumes: ['./a:/a']",
     "volumes: [{type: bind, source: ./b, target: /a/}]"},
    {"mounts reset", "image: x\nvolumes: ['./a:/a']", "volumes: !reset []"},
    {"mounts overridden", "image: x\nvolumes: ['./a:/a']", "volumes: !override ['./b:/b']"},
    {"mounts over three files", "image: x\nvolumes: ['./a:/a', './b:/b']", "volumes: ['./c:/a']", "",
     "volumes: ['./d:/b:ro']"},
    {"a folder that is made", "image: x\nvolumes: [{type: bind, source: ./a, target: /a}]",
     "volumes: [{type: bind, source: ./a, target: /a, bind: {create_host_path: true}}]"},
    {"a folder that need not be made", "image: x\nvolumes: ['./a:/a']",
     "volumes: [{type: bind, source: ./a, target: /a, bind: {create_host_path: false}}]"},
    {"volumes of another service", "image: x\nvolumes_from: [b]", "volumes_from: ['c:ro']", others},
    // --- environment: by name, lists and mappings mixed
    {"variable added", "image: x\nenvironment: {A: '1'}", "environment: {B: '2'}"},
    {"variable replaced", "image: x\nenvironment: {A: '1'}", "environment: {A: '2'}"},
    {"list over mapping", "image: x\nenvironment: {A: '1', B: '2'}", "environment: [A=3]"},
    {"mapping over list", "image: x\nenvironment: [A=1, B=2]", "environment: {A: '3', C: '4'}"},
    {"list over list", "image: x\nenvironment: [A=1, B=2]", "environment: [B=3]"},
    {"emptied", "image: x\nenvironment: {A: '1'}", "environment: {A: ''}"},
    {"emptied in a list", "image: x\nenvironment: {A: '1'}", "environment: [A=]"},
    {"numbers and truths", "image: x\nenvironment: {A: 1, B: true, C: 1.5}", "environment: {A: 2}"},
    {"a value with an equals sign", "image: x\nenvironment: ['A=b=c']", "environment: {B: 'c=d'}"},
    {"named alone", "image: x\nenvironment: [A]", "environment: {B: }"},
    {"named alone over a value", "image: x\nenvironment: {A: '1'}", "environment: [A]"},
    {"a value over one named alone", "image: x\nenvironment: [A]", "environment: {A: '1'}"},
    {"environment reset", "image: x\nenvironment: {A: '1'}", "environment: !reset {}"},
    {"environment overridden", "image: x\nenvironment: {A: '1', B: '2'}", "environment: !override {C: '3'}"},
    {"one variable reset", "image: x\nenvironment: {A: '1', B: '2'}", "environment: {A: !reset null}"},
    {"one that was never there reset", "image: x\nenvironment: {A: '1'}", "environment: {B: !reset null}"},
    {"reset in the first file", "image: x\nenvironment: !reset {A: '1'}", "environment: {B: '2'}"},
    {"overridden in the first file", "image: x\nenvironment: !override {A: '1'}", "environment: {B: '2'}"},
    {"environment over three files", "image: x\nenvironment: {A: '1'}", "environment: [A=2, B=2]", "",
     "environment: {B: '3'}"},
    // --- networks
    {"network added", "image: x\nnetworks: [n]", "networks: [m]", networks},
    {"network again", "image: x\nnetworks: [n]", "networks: [n]", networks},
    {"network with aliases over a list", "image: x\nnetworks: [n]", "networks: {n: {aliases: [z]}}", networks},
    {"list over a network with aliases", "image: x\nnetworks: {n: {aliases: [z]}}", "networks: [m]", networks},
    {"network without settings", "image: x\nnetworks: {n: }", "networks: {m: {}}", networks},
    {"one network reset", "image: x\nnetworks: {n: , m: }", "networks: {n: !reset null}", networks},
    {"networks reset", "image: x\nnetworks: [n]", "networks: !reset []", networks},
    {"networks overridden", "image: x\nnetworks: [n]", "networks: !override [m]", networks},
    // --- dependencies
    {"dependency added", "image: x\ndepends_on: [b]", "depends_on: [c]", others},
    {"dependency again", "image: x\ndepends_on: [b]", "depends_on: [b]", others},
    {"condition over a list", "image: x\ndepends_on: [b]", "depends_on: {b: {condition: service_healthy}}", others},
    {"list over a condition", "image: x\ndepends_on: {b: {condition: service_healthy}}", "depends_on: [b]", others},
    {"condition over a condition", "image: x\ndepends_on: {b: {condition: service_healthy}}",
     "depends_on: {b: {condition: service_started}}", others},
    {"not required, said first", "image: x\ndepends_on: {b: {condition: service_started, required: false}}",
     "depends_on: {b: {condition: service_healthy}}", others},
    {"not required, said last", "image: x\ndepends_on: [b]",
     "depends_on: {b: {condition: service_started, required: false}}", others},
    {"list over what is not required", "image: x\ndepends_on: {b: {condition: service_started, required: false}}",
     "depends_on: [b]", others},
    {"one dependency reset", "image: x\ndepends_on: {b: {condition: service_started}, c: {condition: service_started}}",
     "depends_on: {b: !reset null}", others},
    {"dependencies reset", "image: x\ndepends_on: [b]", "depends_on: !reset []", others},
    {"dependencies overridden", "image: x\ndepends_on: [b]", "depends_on: !override [c]", others},
    {"link added", "image: x\nlinks: [b]", "links: ['c:d']", others},
    {"link again", "image: x\nlinks: [b]", "links: [b]", others},
    // --- configs and secrets: by where they are in the container
    {"config added", "image: x\nconfigs: [c]", "configs: [d]", configs},
    {"config again", "image: x\nconfigs: [c]", "configs: [c]", configs},
    {"config in the long form", "image: x\nconfigs: [c]", "configs: [{source: c, target: /e}]", configs},
    {"config at the same place", "image: x\nconfigs: [{source: c, target: /e}]", "configs: [{source: d, target: /e}]",
     configs},
    {"config where another's name leads", "image: x\nconfigs: [c]", "configs: [{source: d, target: /c}]", configs},
    {"configs reset", "image: x\nconfigs: [c]", "configs: !reset []", configs},
    {"secret added", "image: x\nsecrets: [s]", "secrets: [t]", secrets},
    {"secret at the same place", "image: x\nsecrets: [{source: s, target: e}]", "secrets: [{source: t, target: e}]",
     secrets},
    {"secret in the long form", "image: x\nsecrets: [s]", "secrets: [{source: s}]", secrets},
    {"secrets overridden", "image: x\nsecrets: [s]", "secrets: !override [t]", secrets},
    // --- lists that are appended
    {"capability added", "image: x\ncap_add: [A]", "cap_add: [B]"},
    {"capability again", "image: x\ncap_add: [A]", "cap_add: [A, B]"},
    {"capabilities reset", "image: x\ncap_add: [A]", "cap_add: !reset []"},
    {"capabilities overridden", "image: x\ncap_add: [A]", "cap_add: !override [B]"},
    {"security option added", "image: x\nsecurity_opt: ['no-new-privileges:true']",
     "security_opt: ['seccomp:unconfined']"},
    {"device added", "image: x\ndevices: ['/dev/a:/dev/a']", "devices: ['/dev/b:/dev/b']"},
    {"device again", "image: x\ndevices: ['/dev/a:/dev/a']", "devices: ['/dev/a:/dev/a']"},
    {"device at the same place", "image: x\ndevices: ['/dev/a:/dev/x']", "devices: ['/dev/b:/dev/x']"},
    {"device alone", "image: x\ndevices: [/dev/a]", "devices: ['/dev/b:/dev/a:r']"},
    {"devices reset", "image: x\ndevices: ['/dev/a:/dev/a']", "devices: !reset []"},
    {"resolver as a text and a list", "image: x\ndns: 9.9.9.9", "dns: [8.8.8.8]"},
    {"resolver again", "image: x\ndns: [9.9.9.9]", "dns: 9.9.9.9"},
    {"profile added", "image: x\nprofiles: [p]", "profiles: [q]"},
    {"profile again", "image: x\nprofiles: [p]", "profiles: [p]"},
    {"profiles reset", "image: x\nprofiles: [p]", "profiles: !reset []"},
    // --- what is nobody's
    {"extensions are left alone", "image: x\nx-a: {b: 1}", "x-a: {c: 2}"},
    {"a service of the second file alone", "image: x", "image: x", "", ""},
    {"nothing in the second file", "image: x\nports: ['80:80']", ""},
};

QByteArray indented(const QByteArray &text, const QByteArray &by)
{
    return text.isEmpty() ? text : by + QByteArray(text).replace("\n", "\n" + by) + '\n';
}

QByteArray service(const QByteArray &body)
{
    return body.isEmpty() ? "services: {}\n" : "services:\n  a:\n" + indented(body, "    ");
}

QList<QByteArray> toFiles(const ServiceRow &row)
{
    QByteArray first = service(row.base);
    // The others are services too.
    if (row.beside == others)
        first += indented(QByteArray(others).chopped(1), "  ");
    else
        first += row.beside;
    QList<QByteArray> files{first, service(row.over)};
    if (*row.third)
        files.append(service(row.third));
    return files;
}

} // namespace

QList<MergeRow> serviceMergeRows()
{
    QList<MergeRow> found;
    for (const ServiceRow &row : rows)
        found.append({row.name, toFiles(row)});
    return found;
}

} // namespace mediahelm::tests
