#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Resident memory of the server and of the desktop at 50 containers, beside `docker stats`."""

import subprocess
import time

import bench

SETTLE = 20


def measure(engine):
    with bench.home(engine.host) as environment:
        def server():
            with bench.server(environment) as running:
                time.sleep(SETTLE / 4)
                return bench.rss_mb(running.pid)

        def docker_stats():
            with bench.running([bench.tool("docker"), "stats"], env=environment, stdout=subprocess.DEVNULL) as peer:
                time.sleep(SETTLE / 4)
                return bench.rss_mb(peer.pid)

        ours, peer = bench.alternate(server, docker_stats)
        bench.report(f"memory of the server, {engine.name}", ours, 24, "MB", [("docker stats", peer)])

        with bench.display() as display:
            environment["DISPLAY"] = display

            def desktop():
                with bench.desktop(environment) as window:
                    window.painted(bench.CONTAINERS)
                    time.sleep(SETTLE / 4)
                    return bench.rss_mb(window.pid)

            ours, peer = bench.alternate(desktop, docker_stats)
        bench.report(f"memory of the desktop, {engine.name}", ours, 90, "MB", [("docker stats", peer)])


if __name__ == "__main__":
    bench.main(lambda: bench.with_each_engine(measure))
