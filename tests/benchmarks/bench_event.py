#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an event at the engine to its row on screen, beside the same event in `docker events`."""

import subprocess
import time

import bench


def measure():
    # Statistics stand still, so that what is painted after an event is painted for it.
    with bench.fake_engine("--stats-interval", "3600000") as engine, bench.home(engine.host) as environment, \
            bench.display() as display:
        environment["DISPLAY"] = display
        health = ["unhealthy", "healthy"]

        def strike():
            health.reverse()
            start = time.monotonic_ns()
            engine.say(f"health media-jellyfin-1 {health[0]}")
            return start

        with bench.desktop(environment) as window:
            window.painted(window.started, bench.CONTAINERS)
            time.sleep(4)

            def screen():
                time.sleep(1.5)
                start = strike()
                return (window.painted(start, bench.CONTAINERS) - start) / 1e6

            def docker_events():
                with bench.running([bench.tool("docker"), "events"], env=environment, stdout=subprocess.PIPE,
                                   text=True) as peer:
                    time.sleep(1)
                    start = strike()
                    peer.stdout.readline()
                    return (time.monotonic_ns() - start) / 1e6

            ours, peer = bench.alternate(screen, docker_events)
        bench.report("event to screen", ours, 100, "ms", [("docker events to its pipe", peer)])


if __name__ == "__main__":
    bench.main(measure)
