#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""CPU of the desktop with the Services page open, and minimised, beside `docker stats`."""

import subprocess
import time

import bench

WINDOW = 10


def measure(engine):
    xdotool = bench.tool("xdotool")
    with bench.home(engine.host) as environment, bench.display() as display:
        environment["DISPLAY"] = display

        def docker_stats():
            with bench.running([bench.tool("docker"), "stats"], env=environment, stdout=subprocess.DEVNULL) as peer:
                time.sleep(2)
                return bench.cpu_percent(peer.pid, WINDOW)

        with bench.desktop(environment) as window:
            window.painted(bench.CONTAINERS)
            time.sleep(5)
            ours, peer = bench.alternate(lambda: bench.cpu_percent(window.pid, WINDOW), docker_stats)
            bench.report(f"desktop's CPU, Services open, {engine.name}", ours, 2, "%", [("docker stats", peer)])
            shown = subprocess.run([xdotool, "search", "--pid", str(window.pid), "--onlyvisible"], env=environment,
                                   check=True, capture_output=True, text=True).stdout.split()
            for number in shown:
                subprocess.run([xdotool, "windowunmap", "--sync", number], env=environment, check=True)
            time.sleep(5)
            ours, peer = bench.alternate(lambda: bench.cpu_percent(window.pid, WINDOW), docker_stats)
            bench.report(f"desktop's CPU, out of sight, {engine.name}", ours, 0.5, "%", [("docker stats", peer)])


if __name__ == "__main__":
    bench.main(lambda: bench.with_each_engine(measure))
