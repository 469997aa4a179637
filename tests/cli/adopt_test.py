# SPDX-License-Identifier: GPL-3.0-or-later
"""`adopt`: what runs is listed and opened in place, and a container started by hand is made again equally, by a real engine."""

import json
import os
import shutil
import subprocess
import unittest

import bench

READER = os.environ["MEDIAHELM_SEALED_READER"]
MINE = "mediahelm-adopt-%d" % os.getpid()


def docker(*words, **more):
    return subprocess.run(["docker", *words], capture_output=True, text=True, timeout=120, check=False, **more)


def engine_missing():
    if not shutil.which("docker") or docker("version").returncode:
        return "no Docker engine is running"
    if docker("compose", "version").returncode:
        return "docker compose is not installed"
    return "" if os.path.exists("/bin/busybox") else "busybox-static is not installed"


MISSING = engine_missing()
IMAGE = MINE + ":image"
DOCKERFILE = """FROM %s
ENV MADE_BY=image PLAIN=one
LABEL from.image=yes both=image
EXPOSE 9000/tcp
VOLUME /state
WORKDIR /tmp
USER 5:6
STOPSIGNAL SIGINT
HEALTHCHECK --interval=1h CMD true
ENTRYPOINT ["/bin/env"]
CMD ["sleep", "1000000"]
"""


@unittest.skipIf(MISSING, MISSING)
class Engine(bench.Bench):
    """The machine's own engine, with images, networks and volumes of this test's alone."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.addClassCleanup(cls.clear)
        root = subprocess.run(["mktemp", "-d"], capture_output=True, text=True, check=True).stdout.strip()
        cls.addClassCleanup(shutil.rmtree, root, ignore_errors=True)
        os.makedirs(os.path.join(root, "bin"))
        os.makedirs(os.path.join(root, "tmp"))
        shutil.copy("/bin/busybox", os.path.join(root, "bin"))
        for applet in ("sh", "sleep", "true", "env"):
            os.symlink("busybox", os.path.join(root, "bin", applet))
        with subprocess.Popen(["tar", "-C", root, "-c", "."], stdout=subprocess.PIPE) as tar:
            made = docker("import", "-", MINE + ":base", stdin=tar.stdout)
        assert made.returncode == 0, made.stderr
        built = docker("build", "-t", IMAGE, "-", input=DOCKERFILE % (MINE + ":base"), env={**os.environ, "DOCKER_BUILDKIT": "0"})
        assert built.returncode == 0, built.stderr
        for words in (("network", "create", "--subnet", cls.subnet(), MINE + "-net"), ("network", "create", MINE + "-other"),
                      ("volume", "create", MINE + "-data")):
            made = docker(*words)
            assert made.returncode == 0, made.stderr

    @staticmethod
    def subnet():
        """One that nothing else here has."""
        number = os.getpid() % 60000
        return "10.%d.%d.0/28" % (200 + number // 256 % 50, number % 256)

    @classmethod
    def clear(cls):
        for listed, remove in ((("ps", "-aq", "--filter", "name=" + MINE), ("rm", "-fv")),
                               (("network", "ls", "-q", "--filter", "name=" + MINE), ("network", "rm")),
                               (("volume", "ls", "-q", "--filter", "name=" + MINE), ("volume", "rm")),
                               (("images", "-q", "--filter", "reference=%s*" % MINE), ("rmi", "-f"))):
            ids = docker(*listed).stdout.split()
            if ids:
                docker(*remove, *ids)

    def setUp(self):
        super().setUp()
        self.addCleanup(self.remove_containers)
        self.secrets_folder = os.path.join(self.folder, "state", "mediahelm", "secrets")

    @staticmethod
    def remove_containers():
        ids = docker("ps", "-aq", "--filter", "name=" + MINE).stdout.split()
        if ids:
            docker("rm", "-fv", *ids)

    def create(self, name, *options, image=IMAGE, command=(), run=False):
        made = docker("run" if run else "create", *(("-d",) if run else ()), "--name", "%s-%s" % (MINE, name), *options, image,
                      *command)
        self.assertEqual(made.returncode, 0, made.stderr)
        return "%s-%s" % (MINE, name)

    def inspect(self, name):
        return json.loads(docker("inspect", name).stdout)[0]

    def adopt(self, *words, host=True, **more):
        # Of this machine's engine alone, whatever else the settings name.
        where = ["--host", "unix:///var/run/docker.sock"] if host else []
        return self.run_program("adopt", *where, *words, **more)

    def kept(self, name, project="media"):
        result = subprocess.run([READER, self.secrets_folder, "workspace/%s/%s" % (project, name)], env=self.environment,
                                capture_output=True, timeout=bench.DEADLINE, check=False)
        return result.stdout if result.returncode == 0 else None

    def workspace(self, name="media", secrets=""):
        folder = os.path.join(self.folder, "workspaces", name)
        os.makedirs(folder)
        with open(os.path.join(folder, "mediahelm.yaml"), "w", encoding="utf-8") as out:
            out.write("name: %s\nsecrets: [%s]\n" % (name, secrets))
        return folder


def relevant(inspection):
    """How a container was made, without what is new with each, and with what Compose says by itself taken out."""
    config, host = dict(inspection["Config"]), dict(inspection["HostConfig"])
    short = inspection["Id"][:12]
    for key in ("AttachStdin", "AttachStdout", "AttachStderr", "StdinOnce", "Image", "OnBuild", "ArgsEscaped"):
        config.pop(key, None)
    if config["Hostname"] == short:
        config["Hostname"] = "(its id)"
    config["Env"] = sorted(config["Env"] or [])
    config["Labels"] = {key: value for key, value in (config["Labels"] or {}).items() if not key.startswith("com.docker.compose")}
    config["Volumes"] = None  # how they were asked for; Mounts says what came of it
    config["StopSignal"] = config.get("StopSignal", "SIGTERM")
    for key in ("Binds", "Mounts", "ConsoleSize", "ContainerIDFile"):
        host.pop(key, None)
    if host["RestartPolicy"]["Name"] == "":
        host["RestartPolicy"]["Name"] = "no"
    mode = host["NetworkMode"]
    if len(mode) == 64:  # some versions of Compose say the id
        mode = docker("network", "inspect", "--format", "{{.Name}}", mode).stdout.strip()
    host["Ulimits"] = sorted(host["Ulimits"] or [], key=lambda limit: limit["Name"])
    host["NetworkMode"] = "bridge" if mode == "default" else mode
    host = {key: value or None for key, value in host.items()}  # [] and null, "" and null
    config = {key: value or None for key, value in config.items()}
    mounts = sorted((mount["Type"], mount.get("Name") or mount["Source"], mount["Destination"], mount["RW"],
                     mount.get("Propagation", "")) for mount in inspection["Mounts"])
    networks = {}
    for name, network in inspection["NetworkSettings"]["Networks"].items():
        own = set(network.get("Aliases") or []) - {short}
        networks[name] = (own, {key: value for key, value in (network["IPAMConfig"] or {}).items() if value})
    return config, host, mounts, networks


@unittest.skipIf(MISSING, MISSING)
class ByHand(Engine):
    maxDiff = None

    # Each: options of docker create, and the command.
    ROWS = {
        "nothing": ((), ()),
        "command": ((), ("sleep", "5", "$HOME ${X}", 'a "quoted" \\ word', "ä\tb")),
        "entrypoint": (("--entrypoint", "/bin/sleep"), ("77",)),
        "entrypoint-alone": (("--entrypoint", "/bin/true"), ()),
        "environment": (("-e", "PLAIN=two", "-e", "EMPTY=", "-e", "DOLLAR=$a ${b} $$", "-e", "MADE_BY=image", "-e", "LINES=a\nb",
                         "-e", "YES=yes", "-e", "NUMBER=007"), ()),
        "process": (("-u", "7:8", "-w", "/", "-h", "box", "--domainname", "example.org", "-t", "-i", "--stop-signal", "SIGQUIT",
                     "--stop-timeout", "17", "--init"), ()),
        "labels": (("-l", "both=mine", "-l", "own=$x", "-l", "a.b/c=", "-l", "true=false"), ()),
        "health": (("--health-cmd", "echo $X || exit 1", "--health-interval", "90s", "--health-timeout", "1500ms",
                    "--health-retries", "7", "--health-start-period", "2m"), ()),
        "no-health": (("--no-healthcheck",), ()),
        "ports": (("-p", "127.0.0.1::9000", "-p", "127.0.0.1::9001/udp", "-p", "127.0.0.1:39741:9002", "-p", "39742:9003",
                   "-p", "[::1]:39743:9004", "--expose", "9005/udp"), ()),
        "mounts": (("-v", "/etc:/host:ro", "-v", "/tmp:/shared:rslave", "-v", MINE + "-data:/data", "-v", "/anonymous",
                    "--mount", "type=bind,src=/usr,dst=/usr,readonly", "--mount", "type=volume,src=%s-data,dst=/more,readonly" % MINE,
                    "--mount", "type=tmpfs,dst=/fast,tmpfs-size=1048576,tmpfs-mode=1770", "--tmpfs", "/run:size=64k,mode=1777",
                    "--tmpfs", "/plain"), ()),
        "network": (("--network", MINE + "-net", "--network-alias", "one", "--network-alias", "two"), ()),
        "host": (("--network", "host", "--pid", "host", "--ipc", "host", "--uts", "host"), ()),
        "none": (("--network", "none", "--ipc", "shareable"), ()),
        "privileges": (("--cap-add", "NET_ADMIN", "--cap-add", "SYS_TIME", "--cap-drop", "ALL", "--security-opt",
                        "no-new-privileges", "--security-opt", "apparmor=unconfined", "--device", "/dev/null:/dev/nothing:rw",
                        "--device", "/dev/zero", "--group-add", "44", "--read-only", "--device-cgroup-rule", "c 1:3 mr"), ()),
        "privileged": (("--privileged",), ()),
        "unconfined": (("--security-opt", "systempaths=unconfined", "--security-opt", "seccomp=unconfined"), ()),
        "limits": (("-m", "64m", "--memory-reservation", "32m", "--cpus", "0.5", "--cpu-shares", "512", "--cpuset-cpus", "0",
                    "--pids-limit", "99", "--shm-size", "8m", "--ulimit", "nofile=1000:2000", "--ulimit", "nproc=50",
                    "--oom-score-adj", "100"), ()),
        "swap": (("-m", "64m", "--memory-swap", "64m"), ()),
        "quota": (("--cpu-period", "50000", "--cpu-quota", "25000", "--oom-kill-disable"), ()),
        "system": (("--dns", "192.0.2.53", "--dns-option", "ndots:2", "--dns-search", "example.org", "--add-host",
                    "nas:192.0.2.7", "--sysctl", "net.ipv4.ip_unprivileged_port_start=0", "--log-driver", "json-file", "--log-opt",
                    "max-size=1m", "--log-opt", "max-file=2", "--restart", "on-failure:4"), ()),
        "restart": (("--restart", "unless-stopped", "--log-driver", "none"), ()),
    }

    def make_again(self, name, *words):
        """Adopts it, takes the first one away, and lets Compose make another."""
        result = self.adopt("--container", name, "--json", *words)
        self.expect(result, 0)
        answer = json.loads(result.stdout)
        path = os.path.join(self.folder, name + ".yaml")
        with open(path, "w", encoding="utf-8") as out:
            out.write(answer["yaml"])
        self.assertEqual(docker("rename", name, name + "-first").returncode, 0)
        return answer, path

    def up(self, path, *words, **variables):
        run = docker("compose", "-p", MINE, "-f", path, *words, env={**os.environ, **variables})
        self.assertEqual(run.returncode, 0, run.stderr + open(path, encoding="utf-8").read())

    def test_is_made_again_equally(self):
        for title, (options, command) in self.ROWS.items():
            with self.subTest(title):
                name = self.create(title, *options, command=command)
                before = self.inspect(name)
                answer, path = self.make_again(name)
                self.up(path, "create")
                for first, second, part in zip(relevant(before), relevant(self.inspect(name)), ("config", "host", "mounts")):
                    self.assertEqual(first, second, part + answer["yaml"])
                networks, others = relevant(before)[3], relevant(self.inspect(name))[3]
                if before["HostConfig"]["NetworkMode"] not in ("none", "host"):
                    self.assertEqual(set(networks), set(others))
                for network, (aliases, addresses) in networks.items():
                    if network in others:
                        self.assertLessEqual(aliases, others[network][0])
                        self.assertEqual(addresses, others[network][1])
                self.remove_containers()

    def test_says_no_more_than_it_must(self):
        name = self.create("bare", "-v", MINE + "-data:/state")
        yaml = json.loads(self.adopt("--container", name, "--json").stdout)["yaml"]
        self.assertEqual([line for line in yaml.splitlines() if line.startswith("    ") and not line.startswith("      ")
                          and ":" in line][:2], ["    image: \"%s\"" % IMAGE, "    container_name: " + name])
        for key in ("command", "entrypoint", "environment", "healthcheck", "labels", "user", "working_dir", "hostname", "expose"):
            self.assertNotIn("    %s:" % key, yaml)

    def test_lives_in_the_network_of_another(self):
        other = self.create("vpn", command=("sleep", "1000"), run=True)
        name = self.create("inside", "--network", "container:" + other, "--volumes-from", other)
        before = self.inspect(name)
        answer, path = self.make_again(name)
        self.assertIn("network_mode: \"container:%s\"" % other, answer["yaml"])
        self.up(path, "create")
        self.assertEqual(self.inspect(name)["HostConfig"]["NetworkMode"], before["HostConfig"]["NetworkMode"])
        self.assertEqual(relevant(before)[2], relevant(self.inspect(name))[2])

    def test_keeps_addresses_and_several_networks(self):
        name = self.create("two", "--network", MINE + "-net", "--ip", self.subnet().replace(".0/28", ".9"))
        self.assertEqual(docker("network", "connect", "--alias", "friend", MINE + "-other", name).returncode, 0)
        before = self.inspect(name)
        _, path = self.make_again(name)
        docker("rm", "-f", name + "-first")
        self.up(path, "up", "-d")
        after = self.inspect(name)
        self.assertEqual(after["State"]["Status"], "running")
        self.assertEqual(relevant(after)[1]["NetworkMode"], MINE + "-net")
        self.assertEqual(set(after["NetworkSettings"]["Networks"]), {MINE + "-net", MINE + "-other"})
        self.assertEqual(after["NetworkSettings"]["Networks"][MINE + "-net"]["IPAMConfig"]["IPv4Address"],
                         before["NetworkSettings"]["Networks"][MINE + "-net"]["IPAMConfig"]["IPv4Address"])
        self.assertIn("friend", after["NetworkSettings"]["Networks"][MINE + "-other"]["Aliases"])

    def test_keeps_secrets_out_of_the_file(self):
        values = {"DB_PASSWORD": "s3same-1$x", "API_KEY": "s3same-2", "URL": "postgres://me:s3same-3@db/x"}
        name = self.create("app", *[word for pair in values.items() for word in ("-e", "%s=%s" % pair)], "-e", "KEY_FILE=/run/x")
        prefix = name.upper().replace("-", "_")
        told = self.adopt("--container", name)
        self.expect(told, 0, "%s_DB_PASSWORD" % prefix)
        self.assertIn("DB_PASSWORD: \"${%s_DB_PASSWORD:?}\"" % prefix, told.stdout)
        self.assertIn("KEY_FILE: /run/x", told.stdout)
        self.assertNotIn("s3same", told.stdout + told.stderr)
        self.assertFalse(os.path.exists(self.secrets_folder))

        folder = self.workspace(secrets="%s_API_KEY" % prefix)
        output = os.path.join(folder, "app.yaml")
        before = self.inspect(name)
        stored = self.adopt("--container", name, "--output", output, "--store-secrets", "--workspace", folder)
        self.expect(stored, 0, "list it under secrets")
        variables = {}
        for key, value in values.items():
            variables["%s_%s" % (prefix, key)] = value
            self.assertEqual(self.kept("%s_%s" % (prefix, key)), value.encode())
        for path, _, names in os.walk(self.folder):
            for each in names:
                with open(os.path.join(path, each), "rb") as content:
                    self.assertNotIn(b"s3same", content.read())
        docker("rename", name, name + "-first")
        self.up(output, "create", **variables)
        self.assertEqual(relevant(before)[0], relevant(self.inspect(name))[0])
        # Nothing that is there is written over.
        docker("rm", "-f", name)
        docker("rename", name + "-first", name)
        self.expect(self.adopt("--container", name, "--output", output), 73, "File exists")
        self.remove_containers()
        self.create("app", "-e", "API_KEY=another")
        self.expect(self.adopt("--container", name, "--store-secrets", "--workspace", folder), 73, "another value")
        self.assertEqual(self.kept("%s_API_KEY" % prefix), b"s3same-2")

    def test_what_compose_cannot_say_is_told(self):
        other = self.create("other")
        name = self.create("odd", "--rm", "-P", "--volumes-from", other + ":ro")
        warnings = "\n".join(json.loads(self.adopt("--container", name, "--json").stdout)["warnings"])
        self.assertIn("--rm", warnings)
        self.assertIn("all ports are published", warnings)
        self.assertIn("read-only", warnings)
        argument = self.create("argument", command=("sleep", "--password=s3same"))
        self.expect(self.adopt("--container", argument), 0, "argument of the command looks like a secret")
        self.expect(self.adopt("--container", argument[:-1]), 66, "did you mean %s?" % argument)


@unittest.skipIf(MISSING, MISSING)
class Projects(Engine):
    def start(self, text, *words, files=("compose.yaml",), name=None, env=None):
        folder = os.path.join(self.folder, MINE)
        os.makedirs(folder, exist_ok=True)
        for file in files:
            with open(os.path.join(folder, file), "w", encoding="utf-8") as out:
                out.write(text.replace("@", IMAGE))
        if env:
            with open(os.path.join(folder, env), "w", encoding="utf-8") as out:
                out.write("A=1\n")
        run = docker("compose", *(("-p", name) if name else ()), *words, "up", "-d", cwd=folder)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.addCleanup(docker, "compose", *(("-p", name) if name else ("-p", MINE)), "down", "-t", "0")
        return os.path.realpath(folder)

    def test_are_listed_and_opened_in_place(self):
        folder = self.start("services: {web: {image: '@'}, db: {image: '@'}}\n", env=".env")
        by_hand = self.create("hand")
        before = {name: os.stat(os.path.join(folder, name)) for name in os.listdir(folder)}
        listed = json.loads(self.adopt("--json").stdout)
        mine = [project for project in listed["projects"] if project["project"] == MINE][0]
        self.assertEqual((mine["folder"], mine["services"], mine["running"]), (folder, ["db", "web"], 2))
        self.assertIn(by_hand, [container["name"] for container in listed["containers"]])
        self.assertIn(by_hand, self.adopt().stdout)

        one = json.loads(self.adopt(MINE, "--json").stdout)
        self.assertEqual(one["files"], [{"path": os.path.join(folder, "compose.yaml"), "state": "there"}])
        self.assertTrue(one["folder_opens_it"], one)
        self.assertEqual(one["warnings"], [])
        text = self.adopt(MINE)
        self.expect(text, 0)
        self.assertIn("cd %s && docker compose --project-directory . --project-name %s " % (folder, MINE), text.stdout)
        # What the command names is what runs: there is nothing to do.
        command = one["command"].removesuffix(" up -d").split()
        dry = subprocess.run([*command, "up", "-d", "--no-recreate"], cwd=folder, capture_output=True, text=True, check=False)
        self.assertEqual(dry.returncode, 0, dry.stderr)
        self.assertNotRegex(dry.stderr, "Creat|Recreat|Started")
        self.assertEqual({name: os.stat(os.path.join(folder, name)) for name in os.listdir(folder)}, before)
        self.expect(self.adopt(MINE[:-1]), 66, "did you mean %s?" % MINE)

    def test_of_other_files_say_so(self):
        folder = self.start("services: {web: {image: '@'}}\n", "-f", "one.yaml", "-f", "two.yaml", "--env-file", "own.env",
                            files=("one.yaml", "two.yaml"), env="own.env")
        one = json.loads(self.adopt(MINE, "--json").stdout)
        self.assertEqual([os.path.basename(file["path"]) for file in one["files"]], ["one.yaml", "two.yaml"])
        self.assertIn("--env-file own.env -f one.yaml -f two.yaml", one["command"])
        self.assertFalse(one["folder_opens_it"])
        manifest = os.path.join(folder, "mediahelm.yaml")
        self.assertIn("service_files:\n  - 'one.yaml'\n  - 'two.yaml'\n", one["manifest"])
        self.assertFalse(os.path.exists(manifest))
        self.expect(self.adopt("--manifest"), 64, "goes with a project")
        self.expect(self.adopt(MINE, "--manifest"), 0, "wrote " + manifest)
        with open(manifest, encoding="utf-8") as file:
            self.assertEqual(file.read(), one["manifest"])
        opened = json.loads(self.adopt(MINE, "--json").stdout)
        self.assertEqual((opened["folder_opens_it"], opened["warnings"], opened["manifest"]), (True, [], ""))
        self.expect(self.run_program("validate", "--offline", folder), 0)
        self.expect(self.adopt(MINE, "--manifest"), 0, "opens as %s already" % MINE)
        os.remove(manifest)
        os.remove(os.path.join(folder, "two.yaml"))
        gone = json.loads(self.adopt(MINE, "--json").stdout)
        self.assertEqual([file["state"] for file in gone["files"]], ["there", "missing"])
        self.assertIn("two.yaml is missing", "\n".join(gone["warnings"]))
        self.assertIn("(1 of its files cannot be read)", self.adopt().stdout)
        self.expect(self.adopt("--container", MINE + "-web-1"), 73, "belongs to the Compose project")


class Faults(bench.Bench):
    def test_an_engine_that_is_gone_is_told(self):
        for words in ((), ("media",), ("--container", "web")):
            result = self.run_program("adopt", *words, environment={**self.environment, "DOCKER_HOST": "unix:///nonexistent"})
            self.assertEqual(result.returncode, 69, result.stderr)

    def test_mistakes_are_told(self):
        self.start_engine()
        self.expect(self.run_program("adopt", "--output", "x"), 64, "--container")
        self.expect(self.run_program("adopt", "media", "--container", "x"), 64, "either")
        self.expect(self.run_program("adopt", "--container", "no-such-thing"), 66, "no-such-thing")
        self.expect(self.run_program("adopt", "--container", "x", "--store-secrets", "-w", "/nonexistent"), 66, "no folder")

    def test_an_inspection_that_fails_is_told(self):
        engine = self.start_engine()
        listed = json.loads(self.run_program("adopt", "--json").stdout)
        self.assertTrue(listed["projects"] or listed["containers"])
        engine.command("bad-json /json")
        result = self.run_program("adopt", "--container", "no-such-thing")
        self.assertNotEqual(result.returncode, 0)


if __name__ == "__main__":
    unittest.main()
