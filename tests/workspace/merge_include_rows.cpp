// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/merge_rows.h"

namespace mediahelm::tests {

namespace {

struct IncludeRow {
    const char *name;
    const char *main;
    QMap<QString, QByteArray> beside;
    const char *finding = ""; // code of what is told where Compose refuses
    const char *second = nullptr; // a file that is laid over the main one
    QMap<QString, QString> process = {};
};

QString q(const char *text)
{
    return QString::fromLatin1(text);
}

QList<IncludeRow> includeRows()
{
    return {
        // --- include
        {"an entry in the short form",
         "include: [b.yaml]\nservices: {a: {image: x, depends_on: [b]}}\n",
         {{q("b.yaml"), "services: {b: {image: y, ports: ['80:80']}}\n"}}},
        {"nothing but includes",
         "include: [b.yaml, c.yaml]\n",
         {{q("b.yaml"), "services: {b: {image: y}}\n"}, {q("c.yaml"), "services: {c: {image: z}}\n"}}},
        {"paths are of the folder of what is included",
         "include: [sub/b.yaml]\nservices: {a: {image: x}}\n",
         {{q("sub/b.yaml"),
           "services: {b: {image: y, build: ./ctx, volumes: ['./d:/d', '../e:/e', '/f:/f', 'g:/g'], "
           "env_file: b.env}}\nvolumes: {g: }\n"},
          {q("sub/b.env"), "B=1\n"}}},
        {"paths of the long form",
         "include: [{path: sub/b.yaml}]\nservices: {a: {image: x}}\n",
         {{q("sub/b.yaml"),
           "services: {b: {image: y, volumes: [{type: bind, source: d, target: /d}], env_file: [{path: "
           "./b.env}, {path: none.env, required: false}]}}\n"},
          {q("sub/b.env"), "B=1\n"}}},
        {"configs and secrets of what is included",
         "include: [sub/b.yaml]\nservices: {a: {image: x, configs: [c], secrets: [s]}}\n",
         {{q("sub/b.yaml"), "services: {b: {image: y}}\nconfigs: {c: {file: ./c}}\nsecrets: {s: {file: ../s}}\n"}}},
        {"networks and volumes of what is included",
         "include: [b.yaml]\nservices: {a: {image: x, networks: [n], volumes: ['v:/v']}}\n",
         {{q("b.yaml"),
           "services: {b: {image: y}}\nnetworks: {n: {external: true}}\nvolumes: {v: {external: true}}\n"}}},
        {"several paths are merged",
         "include: [{path: [b.yaml, c.yaml]}]\nservices: {a: {image: x}}\n",
         {{q("b.yaml"), "services: {b: {image: y, ports: ['80:80'], environment: {A: '1', B: '2'}}}\n"},
          {q("c.yaml"), "services: {b: {image: z, ports: ['81:81'], environment: {B: '3'}}, c: {image: c}}\n"}}},
        {"the second path resets",
         "include: [{path: [b.yaml, c.yaml]}]\nservices: {a: {image: x}}\n",
         {{q("b.yaml"), "services: {b: {image: y, ports: ['80:80'], cap_add: [A]}}\n"},
          {q("c.yaml"), "services: {b: {ports: !reset [], cap_add: !override [B]}}\n"}}},
        {"several paths in two folders",
         "include: [{path: [sub/b.yaml, c.yaml]}]\nservices: {a: {image: x}}\n",
         {{q("sub/b.yaml"), "services: {b: {image: y, volumes: ['./b:/b']}}\n"},
          {q("c.yaml"), "services: {b: {volumes: ['./c:/c']}}\n"}}},
        {"nested",
         "include: [sub/b.yaml]\nservices: {a: {image: x}}\n",
         {{q("sub/b.yaml"), "include: [deep/c.yaml]\nservices: {b: {image: y}}\n"},
          {q("sub/deep/c.yaml"), "services: {c: {image: z, volumes: ['./c:/c']}}\n"}}},
        {"nested, and up again",
         "include: [sub/b.yaml]\nservices: {a: {image: x}}\n",
         {{q("sub/b.yaml"), "include: [../c.yaml]\nservices: {b: {image: y}}\n"},
          {q("c.yaml"), "services: {c: {image: z, volumes: ['./c:/c']}}\n"}}},
        {"a project directory",
         "include: [{path: sub/b.yaml, project_directory: other}]\nservices: {a: {image: x}}\n",
         {{q("sub/b.yaml"), "services: {b: {image: y, build: ., volumes: ['./b:/b']}}\n"}, {q("other/kept"), ""}}},
        {"a project directory of nested ones",
         "include: [{path: sub/b.yaml, project_directory: .}]\nservices: {a: {image: x}}\n",
         {{q("sub/b.yaml"), "include: [c.yaml]\nservices: {b: {image: y, volumes: ['./b:/b']}}\n"},
          {q("c.yaml"), "services: {c: {image: z, volumes: ['./c:/c']}}\n"}}},
        {"the .env of what is included",
         "include: [sub/b.yaml]\nservices: {a: {image: 'x:${TAG-none}'}}\n",
         {{q("sub/b.yaml"), "services: {b: {image: 'y:${TAG}'}}\n"}, {q("sub/.env"), "TAG=sub\n"}}},
        {"the .env of the includer wins",
         "include: [sub/b.yaml]\nservices: {a: {image: 'x:${TAG}'}}\n",
         {{q("sub/b.yaml"), "services: {b: {image: 'y:${TAG}-${OTHER}'}}\n"},
          {q("sub/.env"), "TAG=sub\nOTHER=o\n"},
          {q(".env"), "TAG=main\n"}}},
        {"the process wins over all",
         "include: [sub/b.yaml]\nservices: {a: {image: 'x:${TAG}'}}\n",
         {{q("sub/b.yaml"), "services: {b: {image: 'y:${TAG}'}}\n"},
          {q("sub/.env"), "TAG=sub\n"},
          {q(".env"), "TAG=m\n"}},
         "",
         nullptr,
         {{q("TAG"), q("process")}}},
        {"the .env of the project directory",
         "include: [{path: sub/b.yaml, project_directory: other}]\nservices: {a: {image: x}}\n",
         {{q("sub/b.yaml"), "services: {b: {image: 'y:${TAG}'}}\n"},
          {q("sub/.env"), "TAG=sub\n"},
          {q("other/.env"), "TAG=other\n"}}},
        {"an env file of its own",
         "include: [{path: sub/b.yaml, env_file: own.env}]\nservices: {a: {image: 'x:${TAG-none}'}}\n",
         {{q("sub/b.yaml"), "services: {b: {image: 'y:${TAG}'}}\n"},
          {q("sub/.env"), "TAG=sub\n"},
          {q("own.env"), "TAG=own\n"}}},
        {"env files in order",
         "include: [{path: b.yaml, env_file: [1.env, 2.env]}]\nservices: {a: {image: x}}\n",
         {{q("b.yaml"), "services: {b: {image: 'y:${A}-${B}-${C}'}}\n"},
          {q("1.env"), "A=1\nB=1\n"},
          {q("2.env"), "B=2\nC=${A}c\n"}}},
        {"nested ones have the variables of their includer",
         "include: [sub/b.yaml]\nservices: {a: {image: x}}\n",
         {{q("sub/b.yaml"), "include: [deep/c.yaml]\nservices: {b: {image: y}}\n"},
          {q("sub/.env"), "TAG=sub\n"},
          {q("sub/deep/c.yaml"), "services: {c: {image: 'z:${TAG}-${DEEP}'}}\n"},
          {q("sub/deep/.env"), "TAG=deep\nDEEP=deep\n"}}},
        {"a path with a variable",
         "include: ['${WHICH:-c}.yaml']\nservices: {a: {image: x}}\n",
         {{q("b.yaml"), "services: {b: {image: y}}\n"}, {q(".env"), "WHICH=b\n"}}},
        {"a project directory with a variable",
         "include: [{path: b.yaml, project_directory: './${DIR}'}]\nservices: {a: {image: x}}\n",
         {{q("b.yaml"), "services: {b: {image: y, volumes: ['./b:/b']}}\n"},
          {q("other/kept"), ""},
          {q(".env"), "DIR=other\n"}}},
        {"the second file includes too",
         "include: [b.yaml]\nservices: {a: {image: x}}\n",
         {{q("b.yaml"), "services: {b: {image: y}}\n"}, {q("c.yaml"), "services: {c: {image: z}}\n"}},
         "",
         "include: [c.yaml]\n"},
        {"one file by two ways",
         "include: [b.yaml, c.yaml]\nservices: {a: {image: x}}\n",
         {{q("b.yaml"), "include: [d.yaml]\nservices: {b: {image: y}}\n"},
          {q("c.yaml"), "include: [d.yaml]\nservices: {c: {image: z}}\n"},
          {q("d.yaml"), "services: {d: {image: d, ports: ['80:80']}}\nnetworks: {n: {}}\n"}}},
        {"the same service twice",
         "include: [b.yaml]\nservices: {b: {image: y, restart: always}}\n",
         {{q("b.yaml"), "services: {b: {image: y, restart: always}}\n"}}},
        {"what is included extends",
         "include: [sub/b.yaml]\nservices: {a: {image: x}}\n",
         {{q("sub/b.yaml"), "services: {b: {extends: {file: deep/c.yaml, service: c}, ports: ['80:80']}}\n"},
          {q("sub/deep/c.yaml"), "services: {c: {image: z, volumes: ['./c:/c']}}\n"}}},
        {"what is included extends, from a project directory",
         "include: [{path: sub/b.yaml, project_directory: other}]\nservices: {a: {image: x}}\n",
         {{q("sub/b.yaml"), "services: {b: {extends: {file: c.yaml, service: c}, volumes: ['./b:/b']}}\n"},
          {q("other/c.yaml"), "services: {c: {image: z, volumes: ['./c:/c']}}\n"}}},
        {"profiles of what is included",
         "include: [b.yaml]\nservices: {a: {image: x, profiles: [p]}}\n",
         {{q("b.yaml"), "services: {b: {image: y, profiles: [p, q]}, c: {image: z}}\n"}}},
        {"what is extended includes nothing",
         "services: {a: {extends: {file: b.yaml, service: b}}}\n",
         {{q("b.yaml"), "include: [none.yaml]\nservices: {b: {image: y}}\n"}}},
        // --- include: what Compose refuses
        {"another service of the name",
         "include: [b.yaml]\nservices: {b: {image: x}}\n",
         {{q("b.yaml"), "services: {b: {image: y}}\n"}},
         "include-conflict"},
        {"a service with one key more",
         "include: [b.yaml]\nservices: {b: {image: y}}\n",
         {{q("b.yaml"), "services: {b: {image: y, command: run}}\n"}},
         "include-conflict"},
        {"two included that differ",
         "include: [b.yaml, c.yaml]\nservices: {a: {image: x}}\n",
         {{q("b.yaml"), "services: {b: {image: y}}\n"}, {q("c.yaml"), "services: {b: {image: z}}\n"}},
         "include-conflict"},
        {"another network of the name",
         "include: [b.yaml]\nservices: {a: {image: x}}\nnetworks: {n: {external: true}}\n",
         {{q("b.yaml"), "services: {b: {image: y}}\nnetworks: {n: {}}\n"}},
         "include-conflict"},
        {"one file with two folders",
         "include: [{path: b.yaml, project_directory: p}, {path: b.yaml, project_directory: q}]\nservices: {a: {image: "
         "x}}\n",
         {{q("b.yaml"), "services: {b: {image: y, volumes: ['./b:/b']}}\n"}, {q("p/kept"), ""}, {q("q/kept"), ""}},
         "include-conflict"},
        {"includes itself", "include: [1.yaml]\nservices: {a: {image: x}}\n", {}, "include-cycle"},
        {"include each other",
         "include: [b.yaml]\nservices: {a: {image: x}}\n",
         {{q("b.yaml"), "include: [c.yaml]\nservices: {b: {image: x}}\n"},
          {q("c.yaml"), "include: [b.yaml]\nservices: {c: {image: x}}\n"}},
         "include-cycle"},
        {"a file that is not there", "include: [none.yaml]\nservices: {a: {image: x}}\n", {}, "file-missing"},
        {"an env file that is not there",
         "include: [{path: b.yaml, env_file: none.env}]\nservices: {a: {image: x}}\n",
         {{q("b.yaml"), "services: {b: {image: y}}\n"}},
         "file-missing"},
        {"what is included breaks the schema",
         "include: [b.yaml]\nservices: {a: {image: x}}\n",
         {{q("b.yaml"), "services: {b: {image: y, bogus: 1}}\n"}},
         "schema-unknown-key"},
        {"what is included requires a variable",
         "include: [b.yaml]\nservices: {a: {image: x}}\n",
         {{q("b.yaml"), "services: {b: {image: '${REQUIRED:?}'}}\n"}},
         "variable-required"},
    };
}

QList<IncludeRow> extendsRows()
{
    return {
        {"a service of another file",
         "services: {a: {extends: {file: b.yaml, service: b}, ports: ['80:80']}}\n",
         {{q("b.yaml"), "services: {b: {image: y, restart: always}, c: {image: z}}\nnetworks: {n: {}}\n"}}},
        {"of the same name",
         "services: {a: {extends: {file: b.yaml, service: a}, image: x}}\n",
         {{q("b.yaml"), "services: {a: {image: y, restart: always}}\n"}}},
        {"paths are of the folder of what is extended",
         "services: {a: {extends: {file: sub/b.yaml, service: b}, volumes: ['./a:/a']}}\n",
         {{q("sub/b.yaml"),
           "services: {b: {image: y, build: {context: ctx}, volumes: ['./b:/b', '../c:/c', {type: bind, "
           "source: d, target: /d}], env_file: [b.env]}}\n"},
          {q("sub/b.env"), "B=1\n"}}},
        {"the place decides, not the path",
         "services: {a: {extends: {file: sub/b.yaml, service: b}, volumes: ['./x:/b']}}\n",
         {{q("sub/b.yaml"), "services: {b: {image: y, volumes: ['./b:/b:ro']}}\n"}}},
        {"a context of its own",
         "services: {a: {extends: {file: sub/b.yaml, service: b}, build: here}}\n",
         {{q("sub/b.yaml"), "services: {b: {build: there}}\n"}}},
        {"a chain of files",
         "services: {a: {extends: {file: sub/b.yaml, service: b}, cap_add: [A]}}\n",
         {{q("sub/b.yaml"),
           "services: {b: {extends: {file: deep/c.yaml, service: c}, cap_add: [B], volumes: ['./b:/b']}}\n"},
          {q("sub/deep/c.yaml"), "services: {c: {image: z, cap_add: [C], volumes: ['./c:/c']}}\n"}}},
        {"a chain with a step in the file",
         "services: {a: {extends: {file: sub/b.yaml, service: b}}}\n",
         {{q("sub/b.yaml"),
           "services: {b: {extends: c, image: y}, c: {extends: {file: deep/d.yaml, service: d}, restart: "
           "always}}\n"},
          {q("sub/deep/d.yaml"), "services: {d: {hostname: h, volumes: ['./d:/d']}}\n"}}},
        {"variables, lists and maps",
         "services: {a: {extends: {file: b.yaml, service: b}, environment: [B=3, C=4], dns: "
         "[1.1.1.1], security_opt: [x]}}\n",
         {{q("b.yaml"), "services: {b: {image: y, environment: {A: 1, B: 2}, dns: 8.8.8.8, security_opt: [y]}}\n"}}},
        {"what it depends on comes along",
         "services: {a: {extends: {file: b.yaml, service: b}, depends_on: {d: {condition: service_healthy}}}, c: "
         "{image: "
         "x}, d: {image: x}}\n",
         {{q("b.yaml"), "services: {b: {image: y, depends_on: [c, d]}}\n"}}},
        {"links, volumes_from and modes come along",
         "services: {a: {extends: {file: b.yaml, service: b}}, c: {image: x}}\n",
         {{q("b.yaml"),
           "services: {b: {image: y, links: [c], volumes_from: [c], pid: 'service:c', ipc: 'service:c'}}\n"}}},
        {"a network mode comes along",
         "services: {a: {extends: {file: b.yaml, service: b}}, c: {image: x}}\n",
         {{q("b.yaml"), "services: {b: {image: y, network_mode: 'service:c'}}\n"}}},
        {"networks by their names",
         "services: {a: {extends: {file: b.yaml, service: b}, networks: [m]}}\nnetworks: {n: , m: }\n",
         {{q("b.yaml"), "services: {b: {image: y, networks: {n: {aliases: [x]}}}}\n"}}},
        {"configs and secrets by their places",
         "services: {a: {extends: {file: b.yaml, service: b}, secrets: [t]}}\nconfigs: {c: {file: c}}\nsecrets: {s: "
         "{file: "
         "s}, t: {file: t}}\n",
         {{q("b.yaml"), "services: {b: {image: y, configs: [c], secrets: [s]}}\n"}}},
        {"ports, ranges among them",
         "services: {a: {extends: {file: b.yaml, service: b}, ports: ['90:90', '80:80']}}\n",
         {{q("b.yaml"), "services: {b: {image: y, ports: ['80:80', '7000-7002:7000-7002']}}\n"}}},
        {"a health check, and none",
         "services: {a: {extends: {file: b.yaml, service: b}, healthcheck: {disable: true}}}\n",
         {{q("b.yaml"), "services: {b: {image: y, healthcheck: {test: [CMD, a]}}}\n"}}},
        {"resets and overrides what it extends",
         "services: {a: {extends: {file: b.yaml, service: b}, ports: !reset [], environment: {A: !reset null}, "
         "cap_add: "
         "!override [X]}}\n",
         {{q("b.yaml"), "services: {b: {image: y, ports: ['80:80'], environment: {A: 1, B: 2}, cap_add: [Y]}}\n"}}},
        {"what is reset in the extended file is not there",
         "services: {a: {extends: {file: b.yaml, service: b}}}\n",
         {{q("b.yaml"), "services: {b: {image: y, ports: !reset ['80:80'], cap_add: !override [Y]}}\n"}}},
        {"profiles come along",
         "services: {a: {extends: {file: b.yaml, service: b}, profiles: [q]}}\n",
         {{q("b.yaml"), "services: {b: {image: y, profiles: [p]}}\n"}}},
        {"devices by their places",
         "services: {a: {extends: {file: sub/b.yaml, service: b}, devices: ['/dev/c:/dev/b']}}\n",
         {{q("sub/b.yaml"), "services: {b: {image: y, devices: ['/dev/b', '/dev/d:/dev/e']}}\n"}}},
        {"replicas",
         "services: {a: {extends: {file: b.yaml, service: b}}}\n",
         {{q("b.yaml"), "services: {b: {image: y, deploy: {replicas: 3}}}\n"}}},
        {"env files of both folders",
         "services: {a: {extends: {file: sub/b.yaml, service: b}, env_file: a.env}}\n",
         {{q("sub/b.yaml"), "services: {b: {image: y, env_file: b.env}}\n"},
          {q("sub/b.env"), "A=b\nB=b\n"},
          {q("a.env"), "A=a\n"}}},
        {"variables are the project's",
         "services: {a: {extends: {file: sub/b.yaml, service: b}}}\n",
         {{q("sub/b.yaml"), "services: {b: {image: 'y:${TAG}'}}\n"},
          {q("sub/.env"), "TAG=sub\n"},
          {q(".env"), "TAG=main\n"}}},
        {"a file with a variable in its name",
         "services: {a: {extends: {file: '${WHICH}.yaml', service: b}}}\n",
         {{q("b.yaml"), "services: {b: {image: y}}\n"}, {q(".env"), "WHICH=b\n"}}},
        {"anchors and merges of the other file",
         "services: {a: {extends: {file: b.yaml, service: b}}}\n",
         {{q("b.yaml"), "x-d: &d {restart: always, ports: ['80:80']}\nservices: {b: {<<: *d, image: y}}\n"}}},
        {"the second file extends",
         "services: {a: {image: x, ports: ['80:80']}}\n",
         {{q("b.yaml"), "services: {b: {restart: always, ports: ['81:81']}}\n"}},
         "",
         "services: {a: {extends: {file: b.yaml, service: b}, hostname: h}}\n"},
        {"two extend one",
         "services: {a: {extends: {file: b.yaml, service: b}}, c: {extends: {file: b.yaml, service: b}, "
         "image: z}}\n",
         {{q("b.yaml"), "services: {b: {image: y, cap_add: [Y]}}\n"}}},
        {"another service of the file may be wrong",
         "services: {a: {extends: {file: b.yaml, service: b}}}\n",
         {{q("b.yaml"), "services: {b: {image: y}, c: {bogus: 1}}\n"}}},
        // --- what Compose refuses
        {"a service that is not there",
         "services: {a: {extends: {file: b.yaml, service: none}}}\n",
         {{q("b.yaml"), "services: {b: {image: y}}\n"}},
         "undefined-service"},
        {"no such file", "services: {a: {extends: {file: none.yaml, service: b}}}\n", {}, "file-missing"},
        {"a circle in a file",
         "services: {a: {extends: b, image: x}, b: {extends: a, image: y}}\n",
         {},
         "extends-cycle"},
        {"a circle of files",
         "services: {a: {extends: {file: sub/b.yaml, service: b}}}\n",
         {{q("sub/b.yaml"), "services: {b: {extends: {file: ../1.yaml, service: a}}}\n"}},
         "extends-cycle"},
        {"what is extended breaks the schema",
         "services: {a: {extends: {file: b.yaml, service: b}}}\n",
         {{q("b.yaml"), "services: {b: {image: y, bogus: 1}}\n"}},
         "schema-unknown-key"},
        {"another service requires a variable",
         "services: {a: {extends: {file: b.yaml, service: b}}}\n",
         {{q("b.yaml"), "services: {b: {image: y}, c: {image: '${REQUIRED:?}'}}\n"}},
         "variable-required"},
    };
}

} // namespace

QList<MergeRow> includeMergeRows()
{
    QList<MergeRow> found;
    const auto add = [&found](const QByteArray &about, const QList<IncludeRow> &rows) {
        for (const IncludeRow &row : rows) {
            MergeRow made{
                about + ": " + row.name, {row.main}, row.process, row.beside, QString::fromLatin1(row.finding)};
            if (row.second)
                made.files.append(row.second);
            found.append(made);
        }
    };
    add("include", includeRows());
    add("extends", extendsRows());
    return found;
}

} // namespace mediahelm::tests
