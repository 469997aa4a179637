# SPDX-License-Identifier: GPL-3.0-or-later
"""Podman's compatible socket: a service of its own, in folders of its own, and what the command line makes of it."""

import json
import os
import shutil
import subprocess
import unittest
import urllib.request

import bench

IMAGE = "localhost/mediahelm:a"
# Podman asks for more open files than a machine may allow.
LIMITS = ["--ulimit", "nofile=1024:1024", "--ulimit", "nproc=1000:1000"]


class Podman(bench.Bench):
    def setUp(self):
        super().setUp()
        if os.geteuid() != 0 or not shutil.which("podman"):
            self.skipTest("SKIPPED: Podman as root is needed (package podman)")
        place = os.path.join
        self.words = ["podman", "--root", place(self.folder, "root"), "--runroot", place(self.folder, "run"),
                      "--tmpdir", place(self.folder, "tmp"), "--cgroup-manager", "cgroupfs", "--storage-driver", "vfs",
                      "--events-backend", "file"]
        # Its own does not run where both kinds of control groups are mounted; Docker's does everywhere.
        if runtime := shutil.which("runc"):
            self.words += ["--runtime", runtime]
        self.socket = place(self.folder, "podman.sock")
        self.environment["DOCKER_HOST"] = "unix://" + self.socket
        self.import_image()
        self.service = subprocess.Popen([*self.words, "system", "service", "--time", "0", "unix://" + self.socket],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.end, self.service)
        self.addCleanup(self.podman, "rm", "-fa", "-t", "0", check=False)
        bench.wait_until(lambda: os.path.exists(self.socket), "Podman listens")

    def podman(self, *words, check=True):
        return subprocess.run([*self.words, *words], check=check, capture_output=True, text=True,
                              timeout=bench.DEADLINE).stdout.strip()

    def import_image(self):
        root = os.path.join(self.folder, "image")
        os.makedirs(os.path.join(root, "bin"))
        shutil.copy("/bin/busybox", os.path.join(root, "bin"))
        for applet in ("sh", "sleep", "echo"):
            os.symlink("busybox", os.path.join(root, "bin", applet))
        archive = os.path.join(self.folder, "image.tar")
        subprocess.run(["tar", "-C", root, "-cf", archive, "."], check=True)
        self.podman("import", archive, IMAGE)

    def run_container(self, name, script):
        self.podman("run", "-d", "--name", name, "--network", "none", *LIMITS, "--label",
                    "com.docker.compose.project=media", "--label", "com.docker.compose.service=" + name, "--stop-timeout", "0",
                    IMAGE, "sh", "-c", script)

    def status(self):
        result = self.run_program("status", "--json")
        self.expect(result, 0)
        return {each["service"]: each for each in json.loads(result.stdout)}

    def started(self, name):
        return self.podman("inspect", "--format", "{{.State.Pid}}", name)

    def test_its_containers_are_listed_read_and_acted_upon(self):
        self.run_container("chatty", "echo it says this; exec sleep 1000000")
        self.run_container("failed", "exit 7")
        bench.wait_until(lambda: self.podman("inspect", "--format", "{{.State.Status}}", "failed") == "exited", "it ends")

        services = self.status()
        self.assertEqual(services["chatty"]["state"], "running")
        self.assertEqual(services["chatty"]["project"], "media")
        self.assertEqual(services["chatty"]["image"], IMAGE)
        self.assertEqual((services["failed"]["state"], services["failed"]["exit_code"]), ("exited", 7))

        result = self.run_program("logs", "chatty")
        self.expect(result, 0)
        self.assertIn("it says this", result.stdout)

        before = self.started("chatty")
        self.expect(self.run_program("restart", "chatty"), 0)
        self.assertNotIn(self.started("chatty"), (before, "0"))
        self.expect(self.run_program("stop", "chatty"), 0)
        self.assertEqual(self.status()["chatty"]["state"], "exited")
        self.expect(self.run_program("start", "chatty"), 0)
        self.assertEqual(self.status()["chatty"]["state"], "running")

    def test_the_server_follows_its_events(self):
        self.run_container("chatty", "exec sleep 1000000")
        _, address = self.start_server("--listen", ":0", "--token-file", self.token_file())
        bench.wait_until(lambda: self.hosts(address)[0]["connection"] == "connected", "it is connected")

        def states():
            request = urllib.request.Request("http://%s/api/v1/services" % address,
                                             headers={"Authorization": "Bearer " + bench.TOKEN})
            with urllib.request.urlopen(request, timeout=bench.DEADLINE) as reply:
                return {each["service"]: each["state"] for each in json.load(reply)}

        bench.wait_until(lambda: states() == {"chatty": "running"}, "it is listed")
        self.podman("stop", "-t", "0", "chatty")
        bench.wait_until(lambda: states() == {"chatty": "exited"}, "its end is told")


if __name__ == "__main__":
    unittest.main(verbosity=2)
