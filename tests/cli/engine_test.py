# SPDX-License-Identifier: GPL-3.0-or-later
"""The headless program and a Docker engine of its own, which is stopped, killed and started again."""

import os
import shutil
import signal
import subprocess
import time
import unittest

import bench


class OwnEngine(bench.Bench):
    def setUp(self):
        super().setUp()
        if os.geteuid() != 0 or not shutil.which("dockerd") or not shutil.which("unshare"):
            self.skipTest("SKIPPED: a Docker engine of one's own needs root, dockerd and unshare")
        self.socket = os.path.join(self.folder, "d.sock")
        self.engine = None
        self.addCleanup(self.end_engine)

    # In a network of its own: without a bridge, an engine takes the machine's docker0 away when it starts. And with
    # mounts of its own, which go when it does, however it ends.
    def start_dockerd(self):
        place = os.path.join
        log = open(place(self.folder, "dockerd.log"), "ab")
        with log:
            self.engine = subprocess.Popen(
                ["unshare", "--net", "--mount", "dockerd", "--host", "unix://" + self.socket,
                 "--data-root", place(self.folder, "data"), "--exec-root", place(self.folder, "exec"),
                 "--pidfile", place(self.folder, "d.pid"), "--bridge=none", "--iptables=false", "--ip6tables=false",
                 "--storage-driver=vfs"], stdout=log, stderr=log)

    def end_engine(self, how=signal.SIGTERM):
        if self.engine and self.engine.poll() is None:
            self.engine.send_signal(signal.SIGCONT)
            self.engine.send_signal(how)
            self.engine.wait(bench.DEADLINE)

    def host(self):
        return self.hosts(self.address)[0]

    def becomes(self, phase, within):
        begun = time.monotonic()
        bench.wait_until(lambda: self.host()["connection"] == phase, phase)
        took = time.monotonic() - begun
        self.assertLess(took, within + 3, phase)  # and what a busy machine takes
        return took

    def test_B01_B02_B04_an_engine_that_comes_hangs_dies_and_comes_again(self):
        self.environment["DOCKER_HOST"] = "unix://" + self.socket
        process, self.address = self.start_server("--listen", ":0", "--token-file", self.token_file())
        bench.wait_until(lambda: self.host()["problem"] == "noEngine", "there is none yet")
        self.start_dockerd()
        bench.wait_until(lambda: os.path.exists(self.socket), "the engine listens")
        self.becomes("connected", 10)  # it listens before it answers

        self.engine.send_signal(signal.SIGSTOP)
        self.becomes("notResponding", 10)
        host = self.host()
        self.assertEqual((host["stale"], host["problem"]), (True, "timeout"))
        self.assertTrue(host["last_answer"])
        self.engine.send_signal(signal.SIGCONT)
        self.becomes("connected", 5)

        descriptors = len(os.listdir("/proc/%d/fd" % process.pid))
        for _ in range(2):
            self.end_engine(signal.SIGKILL)
            bench.wait_until(lambda: self.host()["connection"] == "reconnecting", "it is missed")
            for name in ("d.pid", "exec/containerd/containerd.pid"):  # what a kill leaves behind
                path = os.path.join(self.folder, name)
                if "containerd" in name and os.path.exists(path):
                    with open(path, encoding="ascii") as pid:
                        os.kill(int(pid.read()), signal.SIGKILL)
                if os.path.exists(path):
                    os.remove(path)
            self.start_dockerd()
            self.becomes("connected", 40)
        self.assertLessEqual(len(os.listdir("/proc/%d/fd" % process.pid)), descriptors + 3)
        process.terminate()
        self.assertEqual(process.wait(bench.DEADLINE), 0)


if __name__ == "__main__":
    unittest.main()
