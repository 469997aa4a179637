#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""10,000 events a second, or all that a real engine makes: memory flat, reports bounded; beside `docker events`."""

import subprocess
import threading
import time

import bench

RATE = 10_000
SECONDS = 20


def fake_events(engine):
    """Lets the fake engine make events; returns how many a second."""
    emitted, start = int(engine.say("count emitted")), time.monotonic()
    engine.say(f"storm {RATE}")
    yield
    rate = (int(engine.say("count emitted")) - emitted) / (time.monotonic() - start)
    engine.say("storm 0")
    yield rate


def real_events(engine):
    """As many as the engine makes when it is asked for one after the other."""
    over, count, start = threading.Event(), 0, time.monotonic()

    def work():
        nonlocal count
        while not over.is_set():
            engine.signal()
            count += 1

    worker = threading.Thread(target=work)
    worker.start()
    yield
    over.set()
    worker.join()
    yield count / (time.monotonic() - start)


def storm(argv, events, environment):
    """CPU percent, growth of memory in MB over the second half, lines said a second and events a second, of a program
    under the storm."""
    with bench.running(argv, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        drain = subprocess.Popen(["wc", "-l"], stdin=process.stdout, stdout=subprocess.PIPE, text=True)
        time.sleep(2)
        next(events)
        before, start = bench.cpu_seconds(process.pid), time.monotonic()
        time.sleep(SECONDS / 2)
        half = bench.rss_mb(process.pid)
        time.sleep(SECONDS / 2)
        cpu = 100 * (bench.cpu_seconds(process.pid) - before) / (time.monotonic() - start)
        growth = bench.rss_mb(process.pid) - half
        rate = next(events)
    process.stdout.close()
    return cpu, growth, int(drain.communicate()[0]) / SECONDS, rate


def measure(engine):
    make = fake_events if isinstance(engine, bench.FakeEngine) else real_events
    with bench.home(engine.host) as environment:
        ours, peer = bench.alternate_many(
            lambda: storm([bench.program("bench_core"), engine.host, "3600"], make(engine), environment),
            lambda: storm([bench.tool("docker"), "events"], make(engine), environment), rounds=2)
    what = f"{ours[3]:.0f} events/s, {engine.name}"
    bench.report(f"{what}: CPU of the core", ours[0], 100, "%", [("docker events", peer[0])])
    bench.report(f"{what}: growth in the second half", ours[1], 2, "MB", [("docker events", peer[1])])
    bench.report(f"{what}: reports to the screen a second", ours[2], 21, "/s", [("docker events", peer[2])])
    if isinstance(engine, bench.FakeEngine):
        bench.report("events that were not taken in time", int(engine.say("count dropped")), 0, "in all")


if __name__ == "__main__":
    bench.main(lambda: bench.with_each_engine(measure, "--stats-interval", "3600000"))
