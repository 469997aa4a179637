#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""10,000 events a second, coalesced: memory flat, reports bounded; beside `docker events` reading the same."""

import subprocess
import time

import bench

RATE = 10_000
SECONDS = 20


def storm(argv, engine, environment):
    """CPU percent, growth of memory in MB over the second half, and lines said, of a program under the storm."""
    with bench.running(argv, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        drain = subprocess.Popen(["wc", "-l"], stdin=process.stdout, stdout=subprocess.PIPE, text=True)
        time.sleep(2)
        emitted = int(engine.say("count emitted"))
        engine.say(f"storm {RATE}")
        before, start = bench.cpu_seconds(process.pid), time.monotonic()
        time.sleep(SECONDS / 2)
        half = bench.rss_mb(process.pid)
        time.sleep(SECONDS / 2)
        cpu = 100 * (bench.cpu_seconds(process.pid) - before) / (time.monotonic() - start)
        growth = bench.rss_mb(process.pid) - half
        rate = (int(engine.say("count emitted")) - emitted) / (time.monotonic() - start)
        engine.say("storm 0")
    process.stdout.close()
    return cpu, growth, int(drain.communicate()[0]), rate


def measure():
    with bench.fake_engine("--stats-interval", "3600000") as engine, bench.home(engine.host) as environment:
        cpu, growth, lines, rate = storm([bench.program("bench_core"), engine.host, "3600"], engine, environment)
        dropped = engine.say("count dropped")
        peer = storm([bench.tool("docker"), "events"], engine, environment)
        bench.report("10,000 events/s, CPU of the core", cpu, 100, "%", [("docker events", peer[0])],
                     f"{rate:.0f}/s were sent, {dropped} not taken in time")
        bench.report("10,000 events/s, growth in the second half", growth, 2, "MB", [("docker events", peer[1])])
        bench.report("10,000 events/s, reports to the screen a second", lines / SECONDS, 21, "/s",
                     [("docker events", peer[2] / SECONDS)])


if __name__ == "__main__":
    bench.main(measure)
