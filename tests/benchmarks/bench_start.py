#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of the process to the full list of services painted, beside `docker ps`."""

import bench


def measure(engine):
    with bench.home(engine.host) as environment, bench.display() as display:
        environment["DISPLAY"] = display

        def start():
            with bench.desktop(environment) as window:
                return (window.painted(bench.CONTAINERS) - window.started) / 1e6

        start()  # the libraries are in the page cache from here on
        ours, peer = bench.alternate(start, lambda: bench.wall_ms([bench.tool("docker"), "ps", "-a"], environment))
    bench.report(f"start to full list painted, {engine.name}", ours, 150, "ms", [("docker ps", peer)],
                 f"{ours / peer:.1f}x docker ps (bar 5x)")


if __name__ == "__main__":
    bench.main(lambda: bench.with_each_engine(measure))
