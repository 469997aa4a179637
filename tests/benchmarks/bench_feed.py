#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""1,000 WebSocket clients of the metrics feed at 1 Hz, beside no client and `docker stats`."""

import subprocess
import time

import bench

CLIENTS = 1000
SECONDS = 20


def measure(engine):
    with bench.home(engine.host) as environment, bench.server(environment) as server:
        before = bench.rss_mb(server.pid)

        def with_clients(count):
            argv = [bench.program("bench_feed_clients"), str(server.port), server.token, str(count), str(SECONDS)]
            with bench.running(argv, stdout=subprocess.PIPE, text=True) as clients:
                joined = clients.stdout.readline().split()
                if not joined or int(joined[1]) != count:
                    raise bench.CannotRun(f"only {joined[1:2]} of {count} clients could join")
                time.sleep(3)
                cpu = bench.cpu_percent(server.pid, SECONDS / 2)
                memory = bench.rss_mb(server.pid)
                words = clients.stdout.readline().split()
            return cpu, memory, int(words[1]) / count / SECONDS, int(words[3]) / count / SECONDS

        def docker_stats():
            with bench.running([bench.tool("docker"), "stats"], env=environment, stdout=subprocess.DEVNULL) as peer:
                time.sleep(2)
                return (bench.cpu_percent(peer.pid, 10),)

        memory = with_clients(CLIENTS)[1] - before  # of the first thousand: later ones find it there
        one, many, (stats,) = bench.alternate_many(lambda: with_clients(1), lambda: with_clients(CLIENTS),
                                                   docker_stats, rounds=2)
    bench.report(f"1,000 WebSocket clients, the clients' share of CPU, {engine.name}", many[0] - one[0], 2, "%",
                 [("one client, engine's statistics included", one[0]), ("docker stats", stats)],
                 f"{many[2]:.2f} messages/s and {many[3]:.0f} bytes/s each")
    bench.report(f"1,000 WebSocket clients, memory each, {engine.name}", memory * 1000 / CLIENTS, 40, "kB")


if __name__ == "__main__":
    bench.main(lambda: bench.with_each_engine(measure))
