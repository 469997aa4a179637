// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/merge_rows.h"

namespace mediahelm::tests {

namespace {

enum class Needs { nothing, process, envFiles };

struct FileRow {
    const char *name;
    const char *files[3];
    Needs needs = Needs::nothing;
};

const FileRow rows[] = {
    // --- services of several files
    {"services of both files", {"services: {a: {image: x}}\n", "services: {b: {image: y}}\n"}},
    {"three files", {"services: {a: {image: x}}\n", "services: {b: {image: y}}\n", "services: {a: {image: z}}\n"}},
    {"a service reset", {"services: {a: {image: x}, b: {image: y}}\n", "services: {a: !reset null}\n"}},
    {"a service overridden",
     {"services: {a: {image: x, ports: ['80:80'], restart: always}}\n",
      "services: {a: !override {image: y, volumes: ['./a:/a']}}\n"}},
    {"all services reset", {"services: {a: {image: x}}\n", "services: !reset {}\n", "services: {b: {image: y}}\n"}},
    {"all services overridden", {"services: {a: {image: x}}\n", "services: !override {b: {image: y}}\n"}},
    {"a section alone in the second file", {"services: {a: {image: x, volumes: ['vv:/a']}}\n", "volumes: {vv: {}}\n"}},
    // --- declarations
    {"an external network stays so",
     {"services: {a: {image: x, networks: [n]}}\nnetworks: {n: {external: true}}\n", "networks: {n: {name: k}}\n"}},
    {"a network made external",
     {"services: {a: {image: x, networks: [n]}}\nnetworks: {n: {}}\n", "networks: {n: {external: true}}\n"}},
    {"a network no longer external",
     {"services: {a: {image: x, networks: [n]}}\nnetworks: {n: {external: true}}\n",
      "networks: {n: {external: false}}\n"}},
    {"a network without settings",
     {"services: {a: {image: x, networks: [n]}}\nnetworks: {n: {external: true}}\n", "networks: {n: }\n"}},
    {"a volume no longer external",
     {"services: {a: {image: x, volumes: ['vv:/a']}}\nvolumes: {vv: {external: true}}\n",
      "volumes: {vv: {external: false}}\n"}},
    {"a volume with a name",
     {"services: {a: {image: x, volumes: ['vv:/a']}}\nvolumes: {vv: {external: true}}\n",
      "volumes: {vv: {name: k}}\n"}},
    {"a volume added",
     {"services: {a: {image: x, volumes: ['vv:/a', 'ww:/b']}}\nvolumes: {vv: }\n", "volumes: {ww: {driver: local}}\n"}},
    {"a volume reset and declared anew",
     {"services: {a: {image: x, volumes: ['vv:/a']}}\nvolumes: {vv: {external: true}}\n",
      "volumes: {vv: !override {driver: local}}\n"}},
    {"another file of a config",
     {"services: {a: {image: x, configs: [c]}}\nconfigs: {c: {file: ./c}}\n", "configs: {c: {file: ./d}}\n"}},
    {"another file of a secret",
     {"services: {a: {image: x, secrets: [s]}}\nsecrets: {s: {file: ./s}}\n", "secrets: {s: {file: ./t}}\n"}},
    {"a config's name beside its file",
     {"services: {a: {image: x, configs: [c]}}\nconfigs: {c: {file: ./c}}\n", "configs: {c: {name: k}}\n"}},
    {"declarations reset", {"services: {a: {image: x}}\nnetworks: {n: {}}\n", "networks: !reset {}\n"}},
    // --- extends
    {"extends within the file",
     {"services: {base: {image: x, restart: always, ports: ['80:80']}, a: {extends: base}}\n"}},
    {"extends in the long form", {"services: {base: {image: x}, a: {extends: {service: base}, restart: always}}\n"}},
    {"extends and replaces", {"services: {base: {image: x, restart: always}, a: {extends: base, image: y}}\n"}},
    {"extends, and mounts by place",
     {"services: {base: {image: x, volumes: ['./a:/a', './b:/b']}, a: {extends: base, volumes: ['./c:/a']}}\n"}},
    {"extends, and variables by name",
     {"services: {base: {image: x, environment: [A=1, B=2]}, a: {extends: base, environment: {B: '3'}}}\n"}},
    {"extends, and ports added",
     {"services: {base: {image: x, ports: ['80:80']}, a: {extends: base, ports: ['81:81']}}\n"}},
    {"extends through two",
     {"services: {o: {image: x, cap_add: [A]}, m: {extends: o, cap_add: [B]}, a: {extends: m, cap_add: [C]}}\n"}},
    {"extends what comes below", {"services: {a: {extends: z, restart: always}, z: {image: x}}\n"}},
    {"extends and resets", {"services: {base: {image: x, ports: ['80:80']}, a: {extends: base, ports: !reset []}}\n"}},
    {"extends and overrides",
     {"services: {base: {image: x, ports: ['80:80']}, a: {extends: base, ports: !override ['81:81']}}\n"}},
    {"extends, then laid over",
     {"services: {base: {image: x, restart: always}, a: {extends: base}}\n",
      "services: {a: {restart: 'no', ports: ['80:80']}}\n"}},
    {"the base laid over does not follow",
     {"services: {base: {image: x}, a: {extends: base}}\n", "services: {base: {image: y}}\n"}},
    {"extends a health check that is disabled",
     {"services: {base: {image: x, healthcheck: {disable: true}}, a: {extends: base, healthcheck: {interval: "
      "5s}}}\n"}},
    {"extends a dependency",
     {"services: {d: {image: x}, base: {image: x, depends_on: [d]}, a: {extends: base, depends_on: {d: {condition: "
      "service_healthy}}}}\n"}},
    {"extends a file that is merged too",
     {"services: {base: {image: x, restart: always}}\n",
      "services: {a: {extends: {file: 1.yaml, service: base}, ports: ['80:80']}}\n"}},
    {"extends networks",
     {"services: {base: {image: x, networks: [n]}, a: {extends: base, networks: {m: }}}\nnetworks: {n: , m: }\n"}},
    {"extends replicas",
     {"services: {base: {image: x, deploy: {replicas: 2}}, a: {extends: base, deploy: {replicas: 3}}}\n"}},
    // --- anchors and merge keys
    {"alias of a list", {"x-p: &p ['80:80']\nservices: {a: {image: x, ports: *p}, b: {image: y, expose: ['1']}}\n"}},
    {"merge key", {"x-d: &d {restart: always, privileged: true}\nservices: {a: {<<: *d, image: x}}\n"}},
    {"own key over a merged one", {"x-d: &d {restart: always}\nservices: {a: {<<: *d, image: x, restart: 'no'}}\n"}},
    {"own key above the merge", {"x-d: &d {restart: always}\nservices: {a: {image: x, restart: 'no', <<: *d}}\n"}},
    {"merge keys of two",
     {"x-d: &d {restart: always, user: root}\nx-e: &e {restart: 'no', hostname: h}\nservices: {a: {<<: [*d, *e], "
      "image: x}}\n"}},
    {"merged environment is no mixture",
     {"x-d: &d {environment: {A: '1', B: '2'}}\nservices: {a: {<<: *d, image: x, environment: {B: '3'}}}\n"}},
    {"merged within the environment",
     {"x-e: &e {A: '1', B: '2'}\nservices: {a: {image: x, environment: {<<: *e, B: '3'}}}\n"}},
    {"merged, and laid over",
     {"x-d: &d {restart: always, ports: ['80:80']}\nservices: {a: {<<: *d, image: x}}\n",
      "services: {a: {ports: ['81:81']}}\n"}},
    {"alias of a service", {"services: {a: &a {image: x, ports: ['80:80']}, b: *a}\n"}},
    {"alias of a mount",
     {"x-m: &m {type: bind, source: ./a, target: /a}\nservices: {a: {image: x, volumes: [*m]}, b: {image: x, "
      "volumes: "
      "[{<<: *m, target: /b}]}}\n"}},
    {"merge of a merge",
     {"x-a: &a {restart: always}\nx-b: &b {<<: *a, user: root}\nservices: {a: {<<: *b, image: x}}\n"}},
    {"a merged dependency",
     {"x-d: &d {b: {condition: service_healthy}}\nservices: {a: {image: x, depends_on: {<<: *d, c: {condition: "
      "service_started}}}, b: {image: y}, c: {image: z}}\n"}},
    {"a merged health check",
     {"x-h: &h {test: [CMD, a], interval: 5s}\nservices: {a: {image: x, healthcheck: {<<: *h, disable: true}}}\n"}},
    {"extends and merges",
     {"x-d: &d {restart: always}\nservices: {base: {image: x, <<: *d}, a: {extends: base, restart: 'no'}}\n"}},
    // --- variables
    {"variables in what is merged",
     {"services: {a: {image: 'x:$PORT', ports: ['$PORT:80']}}\n", "services: {a: {ports: ['${PORT}:80']}}\n"},
     Needs::process},
    {"a variable that makes two mounts one",
     {"services: {a: {image: x, volumes: ['./a:/${P:-q}']}}\n", "services: {a: {volumes: ['./b:/p v']}}\n"},
     Needs::process},
    {"a default, and none", {"services: {a: {image: 'x:${TAG:-1}', restart: '${R-always}'}}\n"}, Needs::process},
    {"a variable for a truth", {"services: {a: {image: x, privileged: '${T:-true}'}}\n"}, Needs::process},
    {"a variable for a number", {"services: {a: {image: x, scale: '${S:-2}'}}\n"}, Needs::process},
    {"a dollar", {"services: {a: {image: x, environment: {A: 'a$$b', B: '$${P}'}}}\n"}, Needs::process},
    {"a variable in an item's value",
     {"services: {a: {image: x, environment: ['A=$P', 'B=${NONE:-n}']}}\n",
      "services: {a: {environment: {B: '$P'}}}\n"},
     Needs::process},
    {"variables are no names", {"services: {a: {image: x, environment: {$P: '1'}}}\n"}, Needs::process},
    {"a name alone takes the process's value",
     {"services: {a: {image: x, environment: [P, Q]}}\n", "services: {a: {environment: {NONE: }}}\n"},
     Needs::process},
    // --- env files
    {"env files in order", {"services: {a: {image: x, env_file: [1.env, 2.env]}}\n"}, Needs::envFiles},
    {"env files of two files",
     {"services: {a: {image: x, env_file: 1.env}}\n", "services: {a: {env_file: [2.env]}}\n"},
     Needs::envFiles},
    {"env file again",
     {"services: {a: {image: x, env_file: [1.env, 2.env]}}\n", "services: {a: {env_file: 1.env}}\n"},
     Needs::envFiles},
    {"env files overridden",
     {"services: {a: {image: x, env_file: [1.env]}}\n", "services: {a: {env_file: !override [2.env]}}\n"},
     Needs::envFiles},
    {"environment over env files",
     {"services: {a: {image: x, env_file: [1.env], environment: {A: '3'}}}\n"},
     Needs::envFiles},
    {"env files of what is extended",
     {"services: {base: {image: x, env_file: 2.env}, a: {extends: base, env_file: 1.env}}\n"},
     Needs::envFiles},
    {"an env file in the long form",
     {"services: {a: {image: x, env_file: [{path: 1.env}, {path: none.env, required: false}]}}\n"},
     Needs::envFiles},
    // --- profiles
    {"services of profiles",
     {"services: {a: {image: x, profiles: [p]}, b: {image: y}, c: {image: z, profiles: [p, q]}}\n"}},
    {"a profile in the second file",
     {"services: {a: {image: x}}\n", "services: {a: {profiles: [p]}, b: {image: y, profiles: [q]}}\n"}},
    // --- beside the model
    {"extensions beside the services", {"x-a: {b: 1}\nservices: {a: {image: x}}\n", "x-a: {c: 2}\n"}},
    {"a name in each file", {"name: one\nservices: {a: {image: x}}\n", "name: two\n"}},
    {"a version is nothing", {"version: '3.8'\nservices: {a: {image: x}}\n", "version: '2'\n"}},
    // --- forms
    {"CRLF", {"services:\r\n  a:\r\n    image: x\r\n", "services:\r\n  a:\r\n    ports: ['80:80']\r\n"}},
    {"JSON is YAML",
     {R"({"services": {"a": {"image": "x", "ports": ["80:80"]}}})"
      "\n",
      "services: {a: {restart: always}}\n"}},
    {"an empty second file", {"services: {a: {image: x}}\n", "# nothing\n"}},
    {"sexagesimal ports", {"services: {a: {image: x, ports: [22:22, '21:21']}}\n"}},
    {"numbers in other notations", {"services: {a: {image: x, environment: {A: 010, B: 0x10, C: yes, D: 0o10}}}\n"}},
    {"a drive's letter is no volume", {"services: {a: {image: x, volumes: ['v:/a']}}\n"}},
    {"no network of several",
     {"services: {a: {image: x, networks: [default]}}\n", "networks: {default: {external: true}}\n"}},
};

} // namespace

QList<MergeRow> fileMergeRows()
{
    const QMap<QString, QString> process{{QStringLiteral("P"), QStringLiteral("p v")},
                                         {QStringLiteral("PORT"), QStringLiteral("8081")},
                                         {QStringLiteral("NONE"), QString()}};
    const QMap<QString, QByteArray> envFiles{{QStringLiteral("1.env"), "A=1\nB=1\n"},
                                             {QStringLiteral("2.env"), "B=2\nC=2\n"}};
    QList<MergeRow> found;
    for (const FileRow &row : rows) {
        MergeRow made{row.name, {}};
        for (const char *file : row.files) {
            if (file)
                made.files.append(file);
        }
        if (row.needs == Needs::process)
            made.process = process;
        if (row.needs == Needs::envFiles)
            made.beside = envFiles;
        found.append(made);
    }
    return found;
}

} // namespace mediahelm::tests
