# SPDX-License-Identifier: GPL-3.0-or-later
"""B10, B12, B13, B16: killed, or failed by the disk, at every call by which it changes a file of the workspace.

Each point of a save, of an apply, of an apply that goes back, and of a roll-back by hand. Of those on the engine a
sample, as they take seconds each; all of them with MEDIAHELM_SWEEP=all, and N of a number with MEDIAHELM_SWEEP=N."""

import collections
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import unittest
import urllib.parse

import bench
import deployment_test
from deployment_test import NAME, docker, make_image

CALLS = os.environ.get("MEDIAHELM_MEDDLED_CALLS", "")
SAMPLE = os.environ.get("MEDIAHELM_SWEEP", "3")
TRACED = "write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir"
NAMES = {"pwrite64": "pwrite", "renameat": "rename", "renameat2": "rename", "linkat": "link", "unlinkat": "unlink",
         "rmdir": "unlink"}
NO_ROOM, NO_DISK = "No space left on device", "Input/output error"

MANIFEST = """\
version: 1
name: {name}
env_layers: [local.env]
service_files: [services/web.yaml{more}]
"""
WEB = """\
services:
  web:
    image: {name}:{image}   # by hand
    stop_grace_period: 0s
    environment: [GREETING]
    command: [sh, -c, 'exec sleep 1000000']
    healthcheck: {{test: [CMD, "{probe}"], interval: 100ms, retries: 2}}
"""
SIDE = """\
services:
  side:
    image: {name}:a
    stop_grace_period: 0s
    command: [sleep, '1000000']
    healthcheck: {{test: [CMD, "true"], interval: 100ms, retries: 2}}
"""


def setUpModule():
    if not os.path.exists(CALLS):
        raise unittest.SkipTest("SKIPPED: calls cannot be meddled with in a build with sanitizers")
    for tag in ("a", "b"):
        make_image(tag)


def tearDownModule():
    docker("rmi", "-f", NAME + ":a", NAME + ":b", check=False)


def texts(state, probe="true"):
    """The files of a workspace in state "a" or "b": one differs, one is in "b" alone, and the manifest says so."""
    files = {"mediahelm.yaml": MANIFEST.format(name=NAME, more=", services/side.yaml" if state == "b" else ""),
             "local.env": "GREETING=%s\n" % state,
             "services/web.yaml": WEB.format(name=NAME, image=state, probe=probe)}
    if state == "b":
        files["services/side.yaml"] = SIDE.format(name=NAME)
    return files


def put(folder, files):
    for path in ("mediahelm.yaml", "local.env", "services/web.yaml", "services/side.yaml"):
        place = os.path.join(folder, path)
        if path in files:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "w", encoding="utf-8") as out:
                out.write(files[path])
        elif os.path.exists(place):
            os.unlink(place)


def lying_in(folder):
    """Every file but the program's own folder: nothing else may be left there either."""
    found = {}
    for where, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if each != ".mediahelm"]
        for name in names:
            path = os.path.join(where, name)
            with open(path, encoding="utf-8") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def points_of(count):
    """The numbers of the points that this run takes: all, or some that are spread evenly."""
    wanted = count if SAMPLE == "all" else min(count, int(SAMPLE))
    return sorted({1 + (number * count + count // 2) // wanted for number in range(wanted)})


class Engine(http.client.HTTPConnection):
    """Asked directly, which takes a hundredth of the time that the docker command does."""

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(bench.DEADLINE)
        self.sock.connect("/var/run/docker.sock")


def asked(path):
    engine = Engine("engine")
    engine.request("GET", path)
    answer = json.load(engine.getresponse())
    engine.close()
    return answer


class SweepBench(deployment_test.DeploymentBench):
    def setUp(self):
        super().setUp()
        os.unlink(os.path.join(self.workspace, "compose.yaml"))
        self.workspace = os.path.realpath(self.workspace)
        self.log = os.path.join(self.folder, "calls")
        self.finished = 0

    def meddled(self, *words, at=0, how="kill", before=()):
        """One run with its calls counted, and one of them meddled with; and the calls that it came to."""
        if os.path.exists(self.log):
            os.unlink(self.log)
        meddling = {"LD_PRELOAD": CALLS, "MEDDLE_PROGRAM": "mediahelm-server", "MEDDLE_FOLDER": self.workspace,
                    "MEDDLE_AT": str(at), "MEDDLE_HOW": how, "MEDDLE_LOG": self.log}
        if before:
            more = [word for name, value in meddling.items() for word in ("-E", "%s=%s" % (name, value))]
            result = subprocess.run([*before, *more, bench.SERVER, *words], env=self.traced_environment(), capture_output=True,
                                    text=True, stdin=subprocess.DEVNULL, check=False, timeout=deployment_test.DEADLINE)
        else:
            result = self.run_program(*words, environment={**self.traced_environment(), **meddling})
        with open(self.log, encoding="utf-8") as log:
            return result, log.read().splitlines()

    def counted(self, *words):
        """The calls that an undisturbed run comes to; and that strace, which nothing escapes, sees the same."""
        trace = os.path.join(self.folder, "trace")
        result, calls = self.meddled(*words, before=("strace", "-f", "-y", "-o", trace, "-e", "trace=" + TRACED))
        seen = collections.Counter()
        inside = re.compile(r'\d+ +(\w+)\((?:\d+<%s[/>]|.*"%s/)' % ((re.escape(self.workspace),) * 2))
        with open(trace, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if call := inside.match(line):
                    seen[NAMES.get(call[1], call[1])] += 1
        ours = collections.Counter(each.split(" ")[0] for each in calls)
        for name in ("write", "pwrite", "fsync", "fdatasync", "rename", "link", "unlink"):
            self.assertEqual(ours[name], seen[name], "%s: %s, %s; %s" % (name, ours, seen, result.stderr))
        self.assertGreater(len(calls), 30)
        return calls

    def keep(self, name):
        shutil.rmtree(os.path.join(self.folder, name), ignore_errors=True)
        shutil.copytree(self.workspace, os.path.join(self.folder, name), symlinks=True)

    def bring(self, name):
        shutil.rmtree(self.workspace)
        shutil.copytree(os.path.join(self.folder, name), self.workspace, symlinks=True)

    def runs(self):
        """What runs of the project: image, state and greeting of each service."""
        services = {}
        mine = urllib.parse.quote(json.dumps({"label": ["com.docker.compose.project=" + NAME]}))
        for listed in asked("/containers/json?all=1&filters=" + mine):
            service = listed["Labels"]["com.docker.compose.service"]
            told = asked("/containers/%s/json" % listed["Id"])
            self.assertNotIn(service, services, told["Name"])
            services[service] = (told["Config"]["Image"].removeprefix(NAME + ":"), told["State"]["Status"],
                                 [word for word in told["Config"]["Env"] if word.startswith("GREETING=")])
        return services

    MODELS = {"a": {"web": ("a", "running", ["GREETING=a"])},
              "b": {"web": ("b", "running", ["GREETING=b"]), "side": ("a", "running", [])}}

    def verify_store(self, point):
        store = os.path.join(self.workspace, ".mediahelm", "revisions.git")
        if not os.path.exists(os.path.join(store, "HEAD")):
            return
        result = subprocess.run(["git", "--git-dir", store, "fsck", "--full", "--strict"], capture_output=True, text=True,
                                check=False, timeout=bench.DEADLINE)
        self.assertEqual(result.returncode, 0, "%s: %s" % (point, result.stdout + result.stderr))

    def verify_clean(self, point):
        """No note, no journal, nobody's lock, nothing half written (but what a disk would not let us remove)."""
        own = os.path.join(self.workspace, ".mediahelm")
        self.assertEqual(sorted(set(os.listdir(own)) - {"deployments"}), [".gitignore", "lock", "revisions.git"], point)
        self.assertEqual(os.path.getsize(os.path.join(own, "lock")), 0, point)
        for folder, _, names in os.walk(own):
            for name in names:
                self.assertFalse(name.endswith(".lock"), "%s: %s" % (point, name))
                self.assertFalse(name.startswith("tmp_") and " eio at" not in point, "%s: %s" % (point, name))


class Save(SweepBench):
    """A file that the command line changes, losslessly, and durably."""

    def setUp(self):
        super().setUp()
        put(self.workspace, texts("a"))
        self.path = os.path.join(self.workspace, "services", "web.yaml")
        self.words = ["config", "set", self.path, "/services/web/image", NAME + ":b"]
        with open(self.path, encoding="utf-8") as file:
            self.old = file.read()
        self.fresh = self.old.replace(NAME + ":a", NAME + ":b")
        self.keep("pristine")

    def lying(self):
        with open(self.path, encoding="utf-8") as file:
            return file.read()

    def sweep(self, how):
        self.bring("pristine")
        result, calls = self.meddled(*self.words)
        self.expect(result, 0)
        self.assertEqual(self.lying(), self.fresh)
        for number in range(1, len(calls) + 1):
            point = "%s at %d, %s" % (how, number, calls[number - 1])
            self.bring("pristine")
            result, _ = self.meddled(*self.words, at=number, how=how)
            if how == "kill":
                self.assertEqual(result.returncode, -signal.SIGKILL, point)
            elif how in ("enospc", "eio"):
                # Nothing is left beside it either.
                self.assertEqual(os.listdir(os.path.dirname(self.path)), ["web.yaml"], point)
                self.assertTrue(result.returncode == 0 or NO_ROOM in result.stderr or NO_DISK in result.stderr,
                                point + ": " + result.stderr)
            text = self.lying()
            self.assertIn(text, (self.old, self.fresh), point)
            if result.returncode == 0:
                self.assertEqual(text, self.fresh, point)
            if text == self.fresh:  # so that it is written once more
                self.words[-1] = NAME + ":a"
            self.expect(self.run_program(*self.words), 0)
            self.assertEqual(self.lying(), self.old if text == self.fresh else self.fresh, point)
            self.assertEqual(os.listdir(os.path.dirname(self.path)), ["web.yaml"], point)
            self.words[-1] = NAME + ":b"
        print("\nsave, %s: %d of %d points ok" % (how, len(calls), len(calls)))

    def test_B10_killed_it_is_old_or_new(self):
        self.sweep("kill")
        self.sweep("tear")

    def test_B12_B13_a_failing_disk_is_told_and_loses_nothing(self):
        self.sweep("enospc")
        self.sweep("eio")


class OnTheEngine(SweepBench):
    """Each sweep goes back and forth between two workspaces that mirror each other, so that what one point leads to is
    where the next begins."""

    def other(self, state):
        return "b" if state == "a" else "a"

    def applied(self, state):
        put(self.workspace, texts(state))
        self.expect(self.run_verb("apply", "--yes", "-m", "state " + state), 0)
        self.assertEqual(self.runs(), self.MODELS[state])

    def forget(self):
        shutil.rmtree(os.path.join(self.workspace, ".mediahelm"), ignore_errors=True)

    def verify_between(self, point, allowed):
        """Right after the kill: each file whole, the revisions sound, containers of one model or the other."""
        for path, text in lying_in(self.workspace).items():
            if not re.search(r"/\.[^/]+\.mediahelm-[A-Za-z0-9]{6}$", "/" + path):  # not one that was being written beside its place
                self.assertIn(text, [files.get(path) for files in allowed], "%s: %s" % (point, path))
        self.assertIn(self.runs(), list(self.MODELS.values()), point)
        self.verify_store(point)

    def finish(self, point, states):
        """The next apply, and what is there then: one of the states, everything of it, and nothing else."""
        result = self.run_verb("apply", "--yes")
        lying = lying_in(self.workspace)
        state = next((each for each in states if lying == texts(each)), None)
        self.assertIsNotNone(state, "%s: a mixture of files: %s\n%s" % (point, lying, result.stderr))
        self.assertEqual(self.runs(), self.MODELS[state], "%s\n%s" % (point, result.stderr))
        self.verify_store(point)
        self.verify_clean(point)
        self.finished += 1
        if SAMPLE != "all" or self.finished % 5 == 0:
            plan = json.loads(self.run_verb("plan", "--json").stdout)
            self.assertTrue(plan["nothingToDo"], "%s: %s" % (point, plan))
        newest = self.revisions()[0]
        self.assertEqual(newest["verdict"], "healthy", "%s: %s" % (point, self.revisions()))
        self.assertIn("last-good", newest["tags"], point)

    def sweep(self, what, how, begins, words, ends, allowed=None):
        """`begins`: by the state that runs, the kept workspace to begin with; `words` by the same; `ends`: in which states
        it may end."""
        points = {}
        for turn, (state, name) in enumerate(begins.items()):
            self.have(state)
            self.bring(name)
            calls = self.counted(*words[state])
            self.finish(what + ", undisturbed", ends)
            numbers = [number for number, call in enumerate(calls, 1)
                       if how != "tear" or call.startswith(("write", "pwrite"))]
            # They mirror each other: each point once, in turns, as one leads to where the other begins.
            for place, number in enumerate(points_of(len(numbers))):
                if turn == 0 or place % len(begins) == turn or numbers[number - 1] not in points:
                    points[numbers[number - 1]] = state
        for number, state in sorted(points.items()):
            self.have(state)
            self.bring(begins[state])
            result, calls = self.meddled(*words[state], at=number, how=how)
            point = "%s from %s: %s at %d, %s" % (what, state, how, number, calls[:number][-1].replace(self.folder, ""))
            torn = how != "tear" or any("write" in call.split(" ")[0] for call in calls[number - 1:])
            if len(calls) < number or not torn:
                self.assertEqual(result.returncode, 0 if what != "way back" else 1, point)  # one less than before
            elif how in ("kill", "tear"):
                self.assertEqual(result.returncode, -signal.SIGKILL, point + "\n" + result.stderr)
            elif result.returncode != 0:
                self.assertTrue(any(each in result.stderr for each in (NO_ROOM, NO_DISK, "put back")),
                                "%s: %d %s" % (point, result.returncode, result.stderr))
            self.verify_between(point, allowed or [texts("a"), texts("b")])
            self.finish(point, ends)
        print("\n%s, %s: %d of %d points ok" % (what, how, len(points), len(points)), flush=True)

    def have(self, state):
        """That this state runs."""
        if self.runs() != self.MODELS[state]:
            self.applied(state)

    def applies(self, how):
        begins = {}
        for state in "ab":
            self.forget()
            self.applied(state)
            put(self.workspace, texts(self.other(state)))
            self.keep("applies from " + state)
            begins[state] = "applies from " + state
        words = ("apply", self.workspace, "--yes")
        # What runs by now is "b". What lies on disk is what was to be applied, so that it is applied in the end.
        self.sweep("apply", how, {"b": begins["b"], "a": begins["a"]}, {"a": words, "b": words}, "ab")

    def goes_back(self, how):
        self.applied("a")
        bad = texts("b", probe="false")
        put(self.workspace, bad)
        self.keep("goes back")
        self.sweep("way back", how, {"a": "goes back"}, {"a": ("apply", self.workspace, "--yes")}, "a",
                   [texts("a"), bad])

    def rolls_back(self, how):
        begins, words = {}, {}
        for state in "ab":
            self.forget()
            self.applied(self.other(state))
            self.applied(state)
            self.keep("rolls back from " + state)
            begins[state] = "rolls back from " + state
            words[state] = ("rollback", self.workspace, self.revisions()[-1]["id"], "--yes")
        self.sweep("roll-back", how, {"b": begins["b"], "a": begins["a"]}, words, "ab")

    def test_B16_an_apply_that_is_killed(self):
        self.applies("kill")

    def test_B16_an_apply_that_is_killed_in_the_middle_of_writing(self):
        self.applies("tear")

    def test_B12_an_apply_without_room(self):
        self.applies("enospc")

    def test_B13_an_apply_on_a_failing_disk(self):
        self.applies("eio")

    def test_B16_a_way_back_that_is_killed(self):
        self.goes_back("kill")

    def test_B16_a_roll_back_by_hand_that_is_killed(self):
        self.rolls_back("kill")

    def test_B12_a_roll_back_without_room(self):
        self.rolls_back("enospc")


if __name__ == "__main__":
    unittest.main(verbosity=2)
