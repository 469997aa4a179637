# SPDX-License-Identifier: GPL-3.0-or-later
"""From `init` to the roll-back by itself, with images that are pulled from a registry of the test's own."""

import json
import os
import random
import shutil
import socket
import subprocess
import tempfile
import unittest
import urllib.error
import urllib.request

import bench
from deployment_test import docker

NAME = "mediahelm-registry-%d" % os.getpid()
DEADLINE = 240
SERVICES = ("sonarr", "radarr")


def free_ports(count):
    """Ports that nobody has, below those that the kernel gives to connections meanwhile."""
    found = []
    for port in random.sample(range(20000, 32000), 500):
        with socket.socket() as free:
            try:
                free.bind(("0.0.0.0", port))
            except OSError:
                continue
        found.append(port)
        if len(found) == count:
            break
    return found


class Registry:
    """Debian's docker-registry on loopback, which the engine takes without TLS."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        settings = os.path.join(folder, "registry.yml")
        with open(settings, "w", encoding="utf-8") as out:
            json.dump({"version": "0.1", "log": {"level": "error"},
                       "storage": {"filesystem": {"rootdirectory": os.path.join(folder, "registry")}},
                       "http": {"addr": "127.0.0.1:%d" % self.port}}, out)
        self.process = subprocess.Popen(["docker-registry", "serve", settings], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        bench.wait_until(self.answers, "the registry answers")

    def answers(self):
        try:
            with urllib.request.urlopen("http://127.0.0.1:%d/v2/" % self.port, timeout=5) as reply:
                return reply.status == 200
        except (urllib.error.URLError, OSError):
            if self.process.poll() is not None:
                raise AssertionError("docker-registry has ended with %d" % self.process.returncode) from None
            return False

    def name(self, service, tag):
        return "127.0.0.1:%d/%s/%s:%s" % (self.port, NAME, service, tag)

    def push(self, service, tag, healthy, mark):
        """Makes an image and puts it there, and nowhere else. Its digest."""
        name = self.name(service, tag)
        with tempfile.TemporaryDirectory() as root:
            os.makedirs(os.path.join(root, "rootfs", "bin"))
            shutil.copy("/bin/busybox", os.path.join(root, "rootfs", "bin"))
            for applet in ("sh", "sleep", "echo"):
                os.symlink("busybox", os.path.join(root, "rootfs", "bin", applet))
            # What the catalog's health checks call.
            with open(os.path.join(root, "rootfs", "bin", "curl"), "w", encoding="utf-8") as out:
                out.write("#!/bin/sh\necho probed by %s\nexit %d\n" % (mark, 0 if healthy else 7))
            os.chmod(out.name, 0o755)
            with open(os.path.join(root, "blob"), "wb") as out:
                out.write(os.urandom(3_000_000))
            with open(os.path.join(root, "Dockerfile"), "w", encoding="utf-8") as out:
                out.write("FROM scratch\nCOPY rootfs /\nCOPY blob /blob\nENV MADE_BY=%s PATH=/bin\n"
                          "CMD [\"sh\", \"-c\", \"echo I am $MADE_BY; exec sleep 1000000\"]\n" % mark)
            docker("build", "-q", "-t", name, root, env=dict(os.environ, DOCKER_BUILDKIT="0"))
        docker("push", "-q", name)
        digest = json.loads(docker("image", "inspect", "--format", "{{json .RepoDigests}}", name))[0].split("@")[1]
        docker("rmi", name)
        return digest

    def push_over(self, service, tag, healthy, mark, image):
        """The same under a name that means `image` here: here it goes on meaning that."""
        digest = self.push(service, tag, healthy, mark)
        docker("tag", image, self.name(service, tag))
        return digest

    def stop(self):
        self.process.terminate()
        self.process.wait()


class FromTheRegistry(bench.Bench):
    def setUp(self):
        super().setUp()
        if not shutil.which("docker-registry"):
            self.skipTest("SKIPPED: docker-registry is not installed")
        self.environment.pop("DOCKER_HOST", None)
        self.registry = Registry(self.folder)
        self.addCleanup(self.registry.stop)
        self.addCleanup(self.clear)
        self.workspace = os.path.join(self.folder, "media")

    def clear(self):
        mine = "label=com.docker.compose.project=" + NAME
        found = docker("ps", "-aq", "--filter", mine).split()
        images = {docker("inspect", "--format", "{{.Image}}", each.decode()).decode().strip() for each in found}
        if found:
            docker("rm", "-fv", *[each.decode() for each in found], check=False)
        for network in docker("network", "ls", "-q", "--filter", mine).split():
            docker("network", "rm", network.decode(), check=False)
        for service in SERVICES:
            images.update(docker("images", "-aq", "--no-trunc", "127.0.0.1:%d/%s/%s" % (self.registry.port, NAME, service)
                                 ).decode().split())
        for image in images:
            docker("rmi", "-f", image, check=False)

    def verb(self, *words, code=0):
        result = self.run_program(words[0], self.workspace, *words[1:])
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result

    def told(self, *words, code=0):
        return json.loads(self.verb(*words, "--json", code=code).stdout)

    def set(self, service, key, value):
        self.expect(self.run_program("config", "set", os.path.join(self.workspace, "services", service + ".yaml"),
                                     "/services/%s/%s" % (service, key), value), 0)

    def init(self):
        """A workspace of the catalog, whose images come from here, and whose health checks take no minute."""
        ports = []
        for service, port in zip(SERVICES, free_ports(len(SERVICES))):
            ports += ["--set", "%s_PORT=%d" % (service.upper(), port)]
        made = json.loads(self.verb("init", "--services", ",".join(SERVICES), "--project", NAME, "--set",
                                    "BASE_PATH=%s/tank" % self.folder, *ports, "--json").stdout)
        self.assertEqual(made["services"], list(SERVICES))
        self.come_from_the_registry()

    def come_from_the_registry(self):
        for service in SERVICES:
            self.set(service, "image", self.registry.name(service, "1"))
            for key, value in (("healthcheck/interval", "200ms"), ("healthcheck/start_period", "0s"),
                               ("healthcheck/retries", "2"), ("stop_grace_period", "0s")):
                self.set(service, key, value)

    def running(self):
        """By service: the id of the image that it runs, the digests of that, and its health."""
        found = {}
        for service in SERVICES:
            name = "%s-%s-1" % (NAME, service)
            image, health = docker("inspect", "--format", "{{.Image}} {{.State.Health.Status}}", name).decode().split()
            digests = json.loads(docker("image", "inspect", "--format", "{{json .RepoDigests}}", image))
            found[service] = (image, sorted(each.split("@")[1] for each in digests), health)
        return found

    def files(self):
        found = {}
        for folder, folders, names in os.walk(self.workspace):
            folders[:] = [each for each in folders if each != ".mediahelm"]
            for name in names:
                with open(os.path.join(folder, name), "rb") as content:
                    found[os.path.join(folder, name)] = content.read()
        return found

    def actions(self, plan):
        return {each["service"]: (each["action"], each["reasons"]) for each in plan["services"]}

    def idle(self):
        return {service: ("nothing", []) for service in SERVICES}

    def verdicts(self):
        return [(each["kind"], each["verdict"]) for each in self.told("revisions")]

    def test_init_apply_change_plan_apply_break_roll_back(self):
        digests = {service: self.registry.push(service, "1", True, "one") for service in SERVICES}
        self.init()
        plan = self.told("plan")
        self.assertEqual({name: action for name, (action, _) in self.actions(plan).items()},
                         {service: "create" for service in SERVICES})
        self.assertEqual([(each["image"], each["action"], each["reason"]) for each in plan["images"]],
                         [(self.registry.name(service, "1"), "pull", "absent") for service in sorted(SERVICES)])

        for image in plan["images"]:
            self.assertEqual((image["size_here"], image["download_size"]), (None, None))
        # What the registry says: the blob cannot be made smaller.
        for image in self.told("plan", "--sizes")["images"]:
            self.assertTrue(3_000_000 < image["download_size"] < 6_000_000, image)
        self.assertRegex(self.verb("plan", "--sizes").stdout, r"pull +127\S+:1 +for radarr, up to [345]\.\d MB to fetch")

        first = self.told("apply", "--yes", "-m", "the first")
        self.assertEqual(first["verdict"], "healthy")
        self.assertEqual({each["service"]: each["state"] for each in first["services"]},
                         {service: "healthy" for service in SERVICES})
        # A Compose before 2.29 does not say whose a layer is.
        self.assertEqual(sorted(image["name"] for image in first["images"] if image["name"]), sorted(SERVICES))
        for image in first["images"]:
            self.assertTrue(image["done"] and not image["failed"], image)
        layers = [layer for image in first["images"] for layer in image["layers"]]
        # Of the two images' layers the one below is one.
        self.assertGreaterEqual(len({layer["id"] for layer in layers}), 3, first["images"])
        self.assertTrue(all(layer["done"] for layer in layers), layers)
        before = self.running()
        self.assertEqual({service: (state[1], state[2]) for service, state in before.items()},
                         {service: ([digests[service]], "healthy") for service in SERVICES})
        self.assertEqual(self.actions(self.told("plan")), self.idle())

        # A change, and exactly that.
        newer = self.registry.push("sonarr", "2", True, "two")
        self.set("sonarr", "image", self.registry.name("sonarr", "2"))
        plan = self.told("plan")
        self.assertEqual(self.actions(plan), {
            "sonarr": ("recreate", ["image %s -> %s" % (self.registry.name("sonarr", "1"), self.registry.name("sonarr", "2")),
                                    "image not here %s" % self.registry.name("sonarr", "2")]),
            "radarr": ("nothing", [])})
        self.assertEqual([each["image"] for each in plan["images"]], [self.registry.name("sonarr", "2")])
        self.assertEqual(self.told("apply", "--yes", "-m", "the second")["verdict"], "healthy")
        good = self.running()
        self.assertEqual(good["sonarr"][1:], ([newer], "healthy"))
        self.assertEqual(good["radarr"], before["radarr"])
        plan = self.told("plan")
        self.assertTrue(plan["nothingToDo"])
        self.assertEqual((self.actions(plan), plan["images"]), (self.idle(), []))
        self.assertIn("nothing to do: 2 services are as their files say", self.verb("plan").stdout)

        # One that never gets healthy.
        files = self.files()
        self.registry.push("sonarr", "3", False, "three")
        self.set("sonarr", "image", self.registry.name("sonarr", "3"))
        failed = self.told("apply", "--yes", "-m", "the broken one", code=1)
        self.assertEqual(failed["verdict"], "rolled-back")
        self.assertEqual([each["service"] for each in failed["failures"]], ["sonarr"])
        self.assertEqual(failed["failures"][0]["last_log"], ["I am three"])
        self.assertIn("probed by three", failed["failures"][0]["health_output"])
        self.assertEqual(self.running(), good)
        self.assertEqual(self.files(), files)
        plan = self.told("plan")
        self.assertEqual((plan["nothingToDo"], self.actions(plan)), (True, self.idle()))
        self.assertEqual(self.verdicts(), [("rollback", "healthy"), ("applied", "rolled-back"), ("applied", "healthy"),
                                           ("applied", "healthy")])

    def test_a_broken_image_under_the_tag_that_runs_is_put_back_by_its_digest(self):
        digests = {service: self.registry.push(service, "1", True, "one") for service in SERVICES}
        self.init()
        for service in SERVICES:
            self.set(service, "pull_policy", "always")
        self.assertEqual(self.told("apply", "--yes")["verdict"], "healthy")
        good, files = self.running(), self.files()

        # One that is fine moves there: it is fetched, though the files ask for nothing new.
        newer = self.registry.push_over("sonarr", "1", True, "two", good["sonarr"][0])
        applied = self.told("apply", "--yes")
        self.assertEqual(applied["verdict"], "healthy")
        self.assertIn("health", [each["stage"] for each in applied["stages"] if each["state"] == "done"])
        moved = self.running()
        self.assertEqual((moved["sonarr"][1:], moved["radarr"]), (([newer], "healthy"), good["radarr"]))

        # And one that is not.
        self.registry.push_over("sonarr", "1", False, "three", moved["sonarr"][0])
        failed = self.told("apply", "--yes", code=1)
        self.assertEqual(failed["verdict"], "rolled-back")
        self.assertEqual([each["service"] for each in failed["failures"]], ["sonarr"])
        self.assertEqual(self.running(), moved)
        self.assertEqual(self.files(), files)
        plan = self.told("plan")
        self.assertEqual((plan["nothingToDo"], self.actions(plan)), (True, self.idle()))
        self.assertEqual(self.verdicts(), [("applied", "healthy")])
        self.assertNotEqual(digests["sonarr"], newer)

    def test_an_image_that_cannot_be_had_changes_nothing(self):
        for service in SERVICES:
            self.registry.push(service, "1", True, "one")
        self.init()
        self.told("apply", "--yes")
        good = self.running()
        self.set("radarr", "image", self.registry.name("radarr", "none"))
        failed = self.told("apply", "--yes", code=1)
        self.assertEqual(failed["verdict"], "unhealthy")
        self.assertIn("nothing was changed", failed["summary"])
        self.assertEqual(self.running(), good)
        self.registry.stop()  # and where nobody answers
        self.set("radarr", "image", self.registry.name("radarr", "other"))
        self.assertEqual(self.told("apply", "--yes", code=1)["verdict"], "unhealthy")
        self.assertEqual(self.running(), good)


if __name__ == "__main__":
    unittest.main(verbosity=2)
