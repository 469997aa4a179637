#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validating a workspace of 50 services: the whole command, and the work after a keystroke; beside `docker compose
config` and ajv with js-yaml over the same files."""

import contextlib
import json
import os
import pathlib
import re
import subprocess
import tempfile

import bench

CATALOG = pathlib.Path(bench.ROOT) / "resources" / "catalog"
SCHEMAS = pathlib.Path(bench.ROOT) / "schemas"
SERVICES = 50
# The versions are pinned; --prefer-offline takes them from npm's cache.
PACKAGES = ["ajv@8.17.1", "js-yaml@4.1.0"]
AJV = """
const fs = require("fs"), yaml = require("js-yaml"), Ajv = require("ajv").default;
const [schema, extension, ...files] = process.argv.slice(2);
const read = path => JSON.parse(fs.readFileSync(path, "utf8"));
const ajv = new Ajv({allErrors: true, strict: false, validateFormats: false});
const check = ajv.compile(read(schema)), checkExtension = ajv.compile(read(extension));
let faults = 0;
for (const file of files) {
  const document = yaml.load(fs.readFileSync(file, "utf8"));
  if (!check(document)) faults += check.errors.length;
  for (const service of Object.values(document.services))
    if (service["x-mediahelm"] && !checkExtension(service["x-mediahelm"])) faults += checkExtension.errors.length;
}
console.log(faults);
"""


@contextlib.contextmanager
def workspace():
    """A workspace of the catalog's first services, with a value for each variable that must have one."""
    with tempfile.TemporaryDirectory(prefix="mhb") as folder:
        os.mkdir(f"{folder}/services")
        needed = {}
        files = sorted(CATALOG.glob("*.yaml"))[:SERVICES]
        for file in files:
            text = file.read_text(encoding="utf-8")
            pathlib.Path(folder, "services", file.name).write_text(text, encoding="utf-8")
            for name in re.findall(r"\$\{([A-Z0-9_]+):\?", text):
                needed[name] = f"{folder}/data" if name.endswith("_PATH") else "value"
        os.mkdir(f"{folder}/data")
        pathlib.Path(folder, "mediahelm.yaml").write_text("name: bench\n", encoding="ascii")
        needed.update(PUID="1000", PGID="1000", TZ="Etc/UTC")
        pathlib.Path(folder, "local.env").write_text("".join(f"{k}={v}\n" for k, v in needed.items()), encoding="ascii")
        yield folder, [f"services/{file.name}" for file in files]


def timed(argv, folder, environment, good=(0,)):
    def run():
        result = subprocess.run(argv, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        if result.returncode not in good:
            raise bench.CannotRun(f"{' '.join(argv[:3])}... ended with {result.returncode}: {result.stderr[:300]}")
    def measure():
        start = bench.time.monotonic()
        run()
        return (bench.time.monotonic() - start) * 1000
    run()  # the libraries are in the page cache from here on
    return measure


def ajv_command(folder, files):
    npm, node = bench.tool("npm"), bench.tool("node")
    tools = f"{folder}/ajv"
    os.mkdir(tools)
    result = subprocess.run([npm, "install", "--silent", "--no-audit", "--no-fund", "--prefer-offline", "--prefix", tools,
                             *PACKAGES], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise bench.CannotRun(f"npm cannot install {PACKAGES}: {result.stderr[:200]}")
    pathlib.Path(tools, "check.js").write_text(AJV, encoding="ascii")
    return [node, f"{tools}/check.js", str(SCHEMAS / "service.schema.json"), str(SCHEMAS / "x-mediahelm.schema.json"), *files]


def measure_cold(folder, files, environment):
    ours = timed([bench.program("mediahelm-server"), "validate", "--no-compose", "--quiet", folder], folder, environment, (0, 65))
    alone = timed([bench.program("mediahelm-server"), "validate", "--offline", "--quiet", folder], folder, environment, (0, 65))
    peers = {}
    compose = [bench.tool("docker"), "compose", "--project-directory", ".", "--project-name", "bench", "--env-file", "local.env"]
    for file in files:
        compose += ["-f", file]
    # As the command that asks Compose too, for what that comes to.
    everything = timed([bench.program("mediahelm-server"), "validate", "--quiet", folder], folder, environment, (0, 65))
    for name, make in (("docker compose config", lambda: compose + ["config", "--quiet"]),
                       ("ajv with js-yaml", lambda: ajv_command(folder, files))):
        try:
            peers[name] = timed(make(), folder, environment)
        except bench.CannotRun as reason:
            print(f"SKIPPED: {name}: {reason}", flush=True)
    figures = bench.alternate(ours, alone, everything, *peers.values(), rounds=max(bench.ROUNDS, 11))
    beside = list(zip(peers, figures[3:]))
    bench.report(f"validate {SERVICES} services, the cold command, against the host too", figures[0], 40, "ms", beside)
    bench.report(f"validate {SERVICES} services, --offline", figures[1], 40, "ms", beside)
    bench.report(f"validate {SERVICES} services, with docker compose's last word", figures[2], None, "ms", beside)


def measure_keystrokes(folder, environment):
    runs = [json.loads(subprocess.run([bench.program("bench_validate"), folder], env=environment, capture_output=True,
                                      check=True).stdout) for _ in range(bench.ROUNDS)]
    for key, what in (("service", "in a service file"), ("env", "in an env file, of a variable that all use"),
                      ("oneFile", "in one file of all services, %d lines" % runs[0]["oneFileLines"])):
        figure = sorted(run[key] for run in runs)[len(runs) // 2]
        bench.report(f"work after a keystroke {what}", figure, 10, "ms")


def measure():
    with workspace() as (folder, files):
        keep = {name: os.environ[name] for name in ("PATH", "HOME", "DOCKER_CONFIG") if name in os.environ}
        measure_cold(folder, files, keep)
        measure_keystrokes(folder, keep)


if __name__ == "__main__":
    bench.main(measure)
