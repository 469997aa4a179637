#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From nothing to the full list over SSH on loopback, beside `ssh host docker ps`."""

import subprocess
import time

import bench


def measure(engine):
    with bench.loopback_sshd() as (target, folder), bench.home(engine.host) as environment:
        environment["PATH"] = f"{folder}:{environment['PATH']}"
        host, port = target.removeprefix("ssh://").split(":")

        def ours():
            start = time.monotonic_ns()
            argv = [bench.program("bench_core"), target, "10", engine.host.removeprefix("unix://")]
            with bench.running(argv, env=environment, stdout=subprocess.PIPE, text=True) as process:
                for line in process.stdout:
                    words = line.split()
                    if words[0] == "listed":
                        return (int(words[1]) - start) / 1e6
            raise bench.CannotRun("the list was not read over SSH")

        def ssh_docker():
            return bench.wall_ms(["ssh", "-p", port, host, "docker", "-H", engine.host, "ps", "-a"], environment)

        def ssh_true():
            return bench.wall_ms(["ssh", "-p", port, host, "true"], environment)

        figure, peer, floor = bench.alternate(ours, ssh_docker, ssh_true)
    bench.report(f"SSH connect to full list, {engine.name}", figure, 500, "ms",
                 [("ssh host docker ps", peer), ("ssh host true", floor)])


if __name__ == "__main__":
    bench.main(lambda: bench.with_each_engine(measure))
