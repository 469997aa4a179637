#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From nothing to the full list over SSH on loopback, beside `ssh host docker ps`."""

import subprocess
import time

import bench


def measure():
    with bench.real_engine() as docker_host, bench.loopback_sshd() as (target, folder), \
            bench.home(docker_host) as environment:
        environment["PATH"] = f"{folder}:{environment['PATH']}"
        host, port = target.removeprefix("ssh://").split(":")

        def ours():
            start = time.monotonic_ns()
            argv = [bench.program("bench_core"), target, "10"]
            with bench.running(argv, env=environment, stdout=subprocess.PIPE, text=True) as process:
                for line in process.stdout:
                    words = line.split()
                    if words[0] == "listed":
                        return (int(words[1]) - start) / 1e6
            raise bench.CannotRun("the list was not read over SSH")

        figure, peer, through = bench.alternate(
            ours, lambda: bench.wall_ms(["ssh", "-p", port, host, "docker", "ps", "-a"], environment),
            lambda: bench.wall_ms(["docker", "ps", "-a"], {**environment, "DOCKER_HOST": target}))
    bench.report("SSH connect to full list", figure, 500, "ms",
                 [("ssh host docker ps", peer), ("docker ps with DOCKER_HOST=ssh://", through)])


if __name__ == "__main__":
    bench.main(measure)
