#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an event at the engine to its row on screen, beside the same event in `docker events`."""

import subprocess
import time

import bench


def measure(engine):
    with bench.home(engine.host) as environment, bench.display() as display:
        environment["DISPLAY"] = display

        def strike():
            start = time.monotonic_ns()
            engine.change()
            return start

        with bench.desktop(environment) as window:
            window.painted(bench.CONTAINERS)
            time.sleep(4)

            def screen():
                time.sleep(1.5)
                window.look()
                start = strike()
                return (window.changed() - start) / 1e6

            def docker_events():
                with bench.running([bench.tool("docker"), "events"], env=environment, stdout=subprocess.PIPE,
                                   text=True) as peer:
                    time.sleep(1)
                    start = strike()
                    peer.stdout.readline()
                    return (time.monotonic_ns() - start) / 1e6

            ours, peer = bench.alternate(screen, docker_events)
        bench.report(f"event to screen, {engine.name}", ours, 100, "ms", [("docker events to its pipe", peer)])


if __name__ == "__main__":
    bench.main(lambda: bench.with_each_engine(measure))
