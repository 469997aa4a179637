# SPDX-License-Identifier: GPL-3.0-or-later
"""`plan`, `apply`, `rollback`, `revisions`, `diff` with the machine's engine and the real Compose."""

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import unittest

import bench

NAME = "mediahelm-cli-%d" % os.getpid()
DEADLINE = 240

FILE = """\
# The user's own remark stays.
name: {name}
services:
  web:
    image: {name}:{image}   # by hand
    stop_grace_period: 0s
    command: [sh, -c, 'echo I am $$MADE_BY; exec sleep 1000000']
    healthcheck: {{test: [CMD, "{probe}"], interval: 200ms, retries: 2}}
{more}"""


def docker(*words, check=True, **more):
    return subprocess.run(["docker", *words], check=check, capture_output=True, timeout=DEADLINE, **more).stdout


def make_image(tag):
    with tempfile.TemporaryDirectory() as root:
        os.mkdir(os.path.join(root, "bin"))
        shutil.copy("/bin/busybox", os.path.join(root, "bin"))
        for applet in ("sh", "sleep", "true", "false", "echo"):
            os.symlink("busybox", os.path.join(root, "bin", applet))
        tar = subprocess.run(["tar", "-C", root, "-c", "."], check=True, capture_output=True).stdout
        docker("import", "-c", "ENV MADE_BY=%s" % tag, "-", "%s:%s" % (NAME, tag), input=tar)


def setUpModule():
    for tag in ("a", "b"):
        make_image(tag)


def tearDownModule():
    docker("rmi", "-f", NAME + ":a", NAME + ":b", check=False)


class DeploymentBench(bench.Bench):
    def setUp(self):
        super().setUp()
        self.workspace = os.path.join(self.folder, "media")
        os.mkdir(self.workspace)
        self.write()
        self.addCleanup(self.clear)
        # The engine of this machine, and not that of the test's own settings.
        self.environment.pop("DOCKER_HOST", None)

    def clear(self):
        mine = "label=com.docker.compose.project=" + NAME
        found = docker("ps", "-aq", "--filter", mine).split()
        if found:
            docker("rm", "-fv", *[each.decode() for each in found], check=False)
        for network in docker("network", "ls", "-q", "--filter", mine).split():
            docker("network", "rm", network.decode(), check=False)

    def write(self, image="a", probe="true", more=""):
        self.text = FILE.format(name=NAME, image=image, probe=probe, more=more)
        with open(os.path.join(self.workspace, "compose.yaml"), "w", encoding="utf-8") as out:
            out.write(self.text)

    def read(self):
        with open(os.path.join(self.workspace, "compose.yaml"), encoding="utf-8") as file:
            return file.read()

    def run_verb(self, verb, *words):
        return self.run_program(verb, self.workspace, *words)

    def state(self, service="web"):
        return docker("inspect", "--format", "{{.Config.Image}} {{.State.Status}}", "%s-%s-1" % (NAME, service),
                      check=False).decode().strip().replace(NAME + ":", "")

    def revisions(self):
        return json.loads(self.run_verb("revisions", "--json").stdout)

    def actions(self):
        return {each["service"]: each["action"] for each in json.loads(self.run_verb("plan", "--json").stdout)["services"]}


class Deployment(DeploymentBench):
    def test_from_the_first_apply_to_the_roll_back_by_itself(self):
        self.assertEqual(self.actions(), {"web": "create"})
        self.expect(self.run_verb("apply"), 64, "--yes")
        self.assertEqual(self.state(), "")
        self.expect(self.run_verb("apply", "--yes", "--message", "the first"), 0, "everything is up")
        self.assertEqual(self.state(), "a running")
        self.assertEqual(self.actions(), {"web": "nothing"})
        good = self.text

        self.write(image="b", probe="false")
        plan = json.loads(self.run_verb("plan", "--json").stdout)
        self.assertEqual(plan["services"][0]["action"], "recreate")
        self.assertIn("image %s:a -> %s:b" % (NAME, NAME), plan["services"][0]["reasons"])
        result = self.run_verb("apply", "--yes", "--json")
        self.expect(result, 1, "put back to")
        told = json.loads(result.stdout)
        self.assertEqual(told["verdict"], "rolled-back")
        self.assertEqual(told["failures"][0]["last_log"], ["I am b"])
        self.assertEqual(self.read(), good)
        self.assertEqual(self.state(), "a running")
        self.assertEqual(self.actions(), {"web": "nothing"})

        kinds = [(each["kind"], each["verdict"], each["message"]) for each in self.revisions()]
        self.assertEqual(kinds[0][:2], ("rollback", "healthy"))
        self.assertEqual(kinds[1:], [("applied", "rolled-back", "Apply"), ("applied", "healthy", "the first")])
        diff = self.run_verb("diff", "last-good", self.revisions()[1]["id"][:12])
        self.expect(diff, 0)
        self.assertIn("-    image: %s:a   # by hand\n+    image: %s:b   # by hand\n" % (NAME, NAME), diff.stdout)
        log = subprocess.run(["git", "--git-dir", os.path.join(self.workspace, ".mediahelm", "revisions.git"), "log",
                              "--format=%s"], capture_output=True, check=True, text=True).stdout
        self.assertEqual(log.splitlines()[1:], ["Apply", "the first"])

        failed = self.revisions()[1]["id"]
        told = self.run_verb("show", failed[:10], "--log")
        self.expect(told, 0)
        for line in ("rolled-back: ", "health failed", "web is unhealthy", "    I am b", "%s-web-1 Started" % NAME):
            self.assertIn(line, told.stdout)
        lines = json.loads(self.run_verb("show", failed[:10], "--log", "--json").stdout)["log"]
        self.assertEqual(lines, told.stdout.splitlines())
        kept = os.path.join(self.workspace, ".mediahelm", "deployments")
        self.assertEqual({stat.S_IMODE(os.stat(os.path.join(kept, each)).st_mode) for each in os.listdir(kept)}, {0o600})
        self.assertEqual(len(os.listdir(kept)), 3) # what was put back has one of its own
        for each in os.listdir(kept):
            os.remove(os.path.join(kept, each))
        self.expect(self.run_verb("show", failed[:10], "--log"), 66, "not kept")

    def test_a_revision_is_put_back_by_hand(self):
        self.expect(self.run_verb("apply", "--yes", "-m", "one"), 0)
        one, first = self.text, self.revisions()[0]["id"]
        self.write(image="b", more="  db: {image: '%s:a', command: [sleep, '100000'], stop_grace_period: 0s}\n" % NAME)
        self.expect(self.run_verb("apply", "--yes", "-m", "two"), 0)
        self.assertEqual(self.state("db"), "a running")
        result = self.run_verb("rollback", first[:10])
        self.expect(result, 64, "remove    db")
        self.assertIn("recreate  web", result.stderr)
        self.assertEqual(self.state(), "b running")
        self.expect(self.run_verb("rollback", first[:10], "--yes"), 0, "everything is up")
        self.assertEqual(self.read(), one)
        self.assertEqual((self.state(), self.state("db")), ("a running", ""))
        self.expect(self.run_verb("rollback", "nowhere", "--yes"), 66, "nowhere")

    def test_without_rollback_it_is_left(self):
        self.expect(self.run_verb("apply", "--yes"), 0)
        self.write(image="b", probe="false")
        self.expect(self.run_verb("apply", "--yes", "--no-rollback"), 1, "left as it is")
        self.assertEqual(self.state(), "b running")

    def test_what_compose_refuses_is_told_and_changes_nothing(self):
        self.write(more="    portz: []\n")
        result = self.run_verb("apply", "--yes")
        self.expect(result, 65, "portz")
        self.assertEqual(self.revisions(), [])

    def test_a_service_file_that_is_gone_takes_no_service_away(self):
        manifest = "version: 1\nname: %s\nservice_files: [compose.yaml, other.yaml]\n" % NAME
        other = "services: {db: {image: '%s:a', command: [sleep, '100000'], stop_grace_period: 0s}}\n" % NAME
        for path, text in (("mediahelm.yaml", manifest), ("other.yaml", other)):
            with open(os.path.join(self.workspace, path), "w", encoding="utf-8") as out:
                out.write(text)
        self.expect(self.run_verb("apply", "--yes"), 0)
        os.unlink(os.path.join(self.workspace, "other.yaml"))
        for words in (("plan",), ("apply", "--yes")):
            self.expect(self.run_verb(*words), 65, "there is no file other.yaml")
        self.assertEqual(self.state("db"), "a running")
        self.expect(self.run_verb("rollback", "last-good", "--yes"), 0)  # which brings it back
        self.assertEqual((self.state("db"), self.actions()), ("a running", {"web": "nothing", "db": "nothing"}))

    def test_control_c_puts_back(self):
        self.expect(self.run_verb("apply", "--yes"), 0)
        good = self.text
        self.write(image="b", more="    depends_on: {slow: {condition: service_healthy}}\n"
                   "  slow:\n    image: '%s:a'\n    command: [sleep, '100000']\n    stop_grace_period: 0s\n"
                   "    healthcheck: {test: [CMD, sleep, '100'], interval: 1s, timeout: 90s}\n" % NAME)
        running = self.popen("apply", self.workspace, "--yes", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        bench.wait_until(lambda: self.state("slow") == "a running", "the slow service runs")
        running.send_signal(signal.SIGINT)
        words = running.communicate(timeout=DEADLINE)[1]
        self.assertEqual(running.returncode, 1, words)
        self.assertIn("put back to", words)
        self.assertEqual((self.read(), self.state(), self.state("slow")), (good, "a running", ""))

    def test_S11_a_secret_is_in_no_file_output_or_argument(self):
        canary = "planted-canary-4711-Zq"
        with open(os.path.join(self.workspace, "mediahelm.yaml"), "w", encoding="utf-8") as out:
            out.write("version: 1\nname: %s\nservice_files: [compose.yaml]\nsecrets: [API_KEY]\n" % NAME)
        self.write(probe="false", more="    environment: [API_KEY]\n")
        self.text = self.text.replace("echo I am", "echo key $$API_KEY I am")
        with open(os.path.join(self.workspace, "compose.yaml"), "w", encoding="utf-8") as out:
            out.write(self.text)
        self.expect(self.run_verb("plan"), 0, "the secret API_KEY has no value")
        subprocess.run([bench.SERVER, "secrets", "set", "API_KEY", "--workspace", self.workspace], check=True,
                       input=canary.encode(), env=self.environment, capture_output=True, timeout=bench.DEADLINE)
        result = self.run_verb("apply", "--yes", "--json")
        self.expect(result, 1)
        self.assertIn("key [secret API_KEY] I am a", result.stdout)
        self.assertNotIn(canary, result.stdout + result.stderr)
        inside = docker("inspect", "--format", "{{.Config.Env}}", NAME + "-web-1").decode()
        self.assertIn(canary, inside)  # it did arrive
        for folder, _, files in os.walk(self.folder):
            for name in files:
                with open(os.path.join(folder, name), "rb") as file:
                    self.assertNotIn(canary.encode(), file.read(), os.path.join(folder, name))


class BeforeAnythingIsDone(DeploymentBench):
    def test_errors_that_compose_takes_stop_it(self):
        more = ("    ports: ['127.0.0.1:47113:80']\n  twin:\n    image: '%s:a'\n    command: [sleep, '1000000']\n"
                "    stop_grace_period: 0s\n    ports: ['127.0.0.1:47113:81']\n" % NAME)
        self.write(more=more)
        stopped = self.run_verb("apply", "--yes")
        self.expect(stopped, 65, "port-conflict")
        self.assertIn("--despite-errors", stopped.stderr)
        self.assertEqual(self.state(), "")
        self.assertEqual(self.revisions(), [])
        self.expect(self.run_verb("apply", "--yes", "--despite-errors"), 1, "port-conflict")

    def test_what_only_this_machine_knows_stops_it_too(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            self.write(more="    ports: ['127.0.0.1:%d:80']\n" % port)
            stopped = self.run_verb("apply", "--yes")
            self.expect(stopped, 65, "port-taken")
            self.assertEqual(self.state(), "")
            self.assertEqual(self.revisions(), [])
        self.expect(self.run_verb("apply", "--yes"), 0)
        # It is the project's own by now.
        self.write(more="    hostname: later\n    ports: ['127.0.0.1:%d:80']\n" % port)
        self.expect(self.run_verb("apply", "--yes"), 0)

    def test_what_no_file_names_any_more_can_be_kept(self):
        other = "  other:\n    image: '%s:a'\n    command: [sleep, '1000000']\n    stop_grace_period: 0s\n" % NAME
        self.write(more=other)
        self.expect(self.run_verb("apply", "--yes"), 0)
        self.write()
        self.assertEqual(self.actions(), {"web": "nothing", "other": "remove"})
        kept = json.loads(self.run_verb("plan", "--json", "--keep-orphans").stdout)
        self.assertEqual([(each["service"], each["action"]) for each in kept["services"]],
                         [("web", "nothing"), ("other", "nothing")])
        self.expect(self.run_verb("apply", "--yes", "--keep-orphans"), 0, "keep")
        self.assertEqual(self.state("other"), "a running")
        new = "  new:\n    image: '%s:a'\n    command: [sleep, '1000000']\n    stop_grace_period: 0s\n" % NAME
        self.write(probe="false", more=new)
        self.expect(self.run_verb("apply", "--yes", "--keep-orphans"), 1, "put back to")
        # What the failed one has brought goes, and what was there before stays.
        self.assertEqual((self.state(), self.state("other"), self.state("new")), ("a running", "a running", ""))
        self.expect(self.run_verb("apply", "--yes"), 0, "remove")
        self.assertEqual(self.state("other"), "")


class RolledBackPlan(DeploymentBench):
    """What going back would do is told of the files as they would be then, those that Compose files refer to among them."""

    def put(self, **texts):
        for name, text in texts.items():
            with open(os.path.join(self.workspace, name.replace("__", ".")), "w", encoding="utf-8") as out:
                out.write(text)

    def told(self, target):
        result = self.run_verb("rollback", target)
        self.expect(result, 64)
        return result.stderr

    def greeting(self):
        words = docker("inspect", "--format", "{{json .Config.Env}}", NAME + "-web-1")
        return [word for word in json.loads(words) if word.startswith("GREETING=")]

    def go_back(self, words):
        first, second = (each["id"] for each in reversed(self.revisions()))
        self.assertEqual(self.actions(), {"web": "nothing"})
        self.assertIn("nothing to do", self.told(second))
        plan = self.told(first)
        self.assertIn("recreate  web", plan)
        self.assertIn(words, plan)
        self.assertNotIn("/tmp/mediahelm-server", plan)
        self.expect(self.run_verb("rollback", first, "--yes"), 0, "everything is up")
        self.assertEqual(self.greeting(), ["GREETING=one"])
        self.assertEqual(self.actions(), {"web": "nothing"})
        self.assertIn("nothing to do", self.told(first))

    def test_an_env_file_that_changed(self):
        self.write(more="    env_file: [web.env, ../common.env, deep/more.env]\n"
                   "    volumes: ['./config:/config', '../shared:/shared:ro']\n")
        os.mkdir(os.path.join(self.workspace, "deep"))
        with open(os.path.join(self.folder, "common.env"), "w", encoding="utf-8") as out:
            out.write("COMMON=1\n")
        with open(os.path.join(self.workspace, "deep", "more.env"), "w", encoding="utf-8") as out:
            out.write("MORE=1\n")
        self.put(web__env="GREETING=one\n")
        self.expect(self.run_verb("apply", "--yes", "-m", "one"), 0)
        self.put(web__env="GREETING=two\n")
        self.expect(self.run_verb("apply", "--yes", "-m", "two"), 0)
        self.assertEqual(self.greeting(), ["GREETING=two"])
        self.go_back("environment")

    def test_what_a_service_extends_and_an_override_that_came_later(self):
        base = "services: {base: {environment: {GREETING: %s}}}\n"
        self.write(more="    extends: {file: base.yaml, service: base}\n")
        self.put(base__yaml=base % "one")
        self.expect(self.run_verb("apply", "--yes", "-m", "one"), 0)
        self.put(base__yaml=base % "two", compose__override__yaml="services: {web: {hostname: later}}\n")
        self.expect(self.run_verb("apply", "--yes", "-m", "two"), 0)
        self.assertEqual(self.greeting(), ["GREETING=two"])
        self.go_back("environment")
        self.assertFalse(os.path.exists(os.path.join(self.workspace, "compose.override.yaml")))


# As docker commands of older versions are: deaf to the polite signal, with Compose as a child that is not told of their
# end. It tells of what runs beside it that ought not to.
DEAF = """\
#!/bin/sh
trap '' TERM
case "$*" in
*" up "*)
    for each in $(cat {folder}/earlier 2>/dev/null); do
        case "$(cat /proc/$each/stat 2>/dev/null)" in
        ""|*") Z "*) ;;
        *) echo $each >>{folder}/beside ;;
        esac
    done ;;
esac
{docker} "$@"
exit $?
"""


class KilledBesideCompose(DeploymentBench):
    """B16: kill -9 while `docker compose up` waits for a service: it must not go on beside the next."""

    def setUp(self):
        super().setUp()
        os.mkdir(os.path.join(self.folder, "bin"))
        wrapper = os.path.join(self.folder, "bin", "docker")
        with open(wrapper, "w", encoding="utf-8") as out:
            out.write(DEAF.format(folder=self.folder, docker=shutil.which("docker")))
        os.chmod(wrapper, 0o700)
        self.environment["PATH"] = os.path.dirname(wrapper) + ":" + self.environment["PATH"]
        self.note = os.path.join(self.workspace, ".mediahelm", "compose.run")
        self.expect(self.run_verb("apply", "--yes"), 0)
        self.assertFalse(os.path.exists(self.note))
        self.write(image="b", more="    depends_on: {slow: {condition: service_healthy}}\n"
                   "  slow:\n    image: '%s:a'\n    command: [sleep, '100000']\n    stop_grace_period: 0s\n"
                   "    healthcheck: {test: [CMD, sh, -c, '[ -e /ready ]'], interval: 200ms, retries: 100000}\n" % NAME)

    @staticmethod
    def told(process, what="stat"):
        try:
            with open("/proc/%s/%s" % (process, what), encoding="utf-8", errors="replace") as file:
                return file.read()
        except OSError:
            return ""

    def lives(self, process):
        return self.told(process).rpartition(")")[2][1:2] not in ("", "Z")

    def begin(self):
        """An apply whose Compose waits; and what runs in its session, by number: the name."""
        running = self.popen("apply", self.workspace, "--yes", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        bench.wait_until(lambda: self.state("slow") == "a running", "the slow service runs")
        with open(self.note, encoding="utf-8") as file:
            session = file.read().split()[1]
        found = {each: self.told(each, "comm").strip() for each in filter(str.isdigit, os.listdir("/proc"))
                 if self.told(each).rpartition(")")[2].split()[3:4] == [session]}
        self.addCleanup(lambda: [os.kill(int(each), signal.SIGKILL) for each in found if self.lives(each)])
        self.assertIn("docker-compose", found.values())
        return running, found

    def finish(self, found):
        with open(os.path.join(self.folder, "earlier"), "w", encoding="utf-8") as out:
            out.write(" ".join(found))
        docker("exec", NAME + "-slow-1", "sh", "-c", ": >/ready")
        self.expect(self.run_verb("apply", "--yes"), 0, "finishing a deployment that was interrupted")
        self.assertFalse(os.path.exists(os.path.join(self.folder, "beside")))
        self.assertEqual([name for each, name in found.items() if self.lives(each)], [])
        self.assertEqual((self.state(), self.state("slow")), ("b running", "a running"))
        self.assertEqual(self.actions(), {"web": "nothing", "slow": "nothing"})
        self.assertFalse(os.path.exists(self.note))

    def test_B16_compose_ends_with_who_started_it(self):
        running, found = self.begin()
        running.kill()
        running.wait(DEADLINE)
        bench.wait_until(lambda: not any(map(self.lives, found)), "all of its processes have ended")
        self.assertNotEqual(self.state(), "b running")  # nobody is left who would start it
        self.finish(found)

    def test_B16_where_it_was_left_behind_the_next_ends_it_first(self):
        running, found = self.begin()
        watcher = next(int(each) for each, name in found.items() if name == "compose-watch")
        os.kill(watcher, signal.SIGKILL)
        bench.wait_until(lambda: not self.lives(watcher), "the watcher has ended")
        running.kill()
        running.wait(DEADLINE)
        compose = next(each for each, name in found.items() if name == "docker-compose")
        self.assertTrue(self.lives(compose))
        self.finish(found)


class Killed(DeploymentBench):
    """B16: kill -9 at some moment; the next apply finishes, and nothing is half of each."""

    def kill_at(self, delay):
        running = self.popen("apply", self.workspace, "--yes", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            running.wait(timeout=delay)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait(timeout=DEADLINE)

    def test_B16_a_killed_apply_is_finished_by_the_next(self):
        self.expect(self.run_verb("apply", "--yes"), 0)
        for turn, delay in enumerate((0.2, 0.6, 0.9, 1.1, 1.3, 1.6, 2.0)):
            with self.subTest(delay=delay):
                self.write(image="ab"[(turn + 1) % 2])
                self.kill_at(delay)
                self.expect(self.run_verb("apply", "--yes"), 0)
                self.assertEqual(self.state(), "%s running" % "ab"[(turn + 1) % 2])
                self.assertEqual(self.actions(), {"web": "nothing"})
                mine = docker("ps", "-aq", "--filter", "label=com.docker.compose.project=" + NAME).split()
                self.assertEqual(len(mine), 1)
                self.assertFalse(os.path.exists(os.path.join(self.workspace, ".mediahelm", "deployment.json")))

    def test_B16_a_killed_way_back_is_finished_by_the_next(self):
        self.expect(self.run_verb("apply", "--yes"), 0)
        good = self.text
        for delay in (1.4, 1.8, 2.2, 2.6):
            with self.subTest(delay=delay):
                self.write(image="b", probe="false")
                self.kill_at(delay)
                # Killed before anything was touched, the attempt is made again; later, it is put back first.
                self.run_verb("apply", "--yes")
                self.assertEqual(self.state(), "a running")
                self.assertEqual(self.read(), good)
                self.assertEqual(self.actions(), {"web": "nothing"})


if __name__ == "__main__":
    unittest.main(verbosity=2)
