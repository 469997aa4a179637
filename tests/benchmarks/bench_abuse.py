#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile clients of the metrics feed: readers that read nothing, floods of pings. Memory of the server stays flat.

MEDIAHELM_BENCH_ABUSE_SECONDS says for how long (60); ten minutes are 600.
"""

import os
import select
import socket
import threading
import time

import bench

SECONDS = int(os.environ.get("MEDIAHELM_BENCH_ABUSE_SECONDS", "60"))
SLOW = 50
PINGS = 1000  # a second


def join(server, receive_buffer=None):
    client = socket.socket()
    if receive_buffer:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    client.connect(("127.0.0.1", server.port))
    client.sendall((f"GET /api/v1/metrics HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nUpgrade: websocket\r\n"
                    "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    f"Authorization: Bearer {server.token}\r\n\r\n").encode())
    return client


def is_closed(client):
    """Whether the server has ended it, found without reading what it sent."""
    poll = select.poll()
    poll.register(client, select.POLLRDHUP)
    return any(event & (select.POLLRDHUP | select.POLLHUP | select.POLLERR) for _, event in poll.poll(0))


def read_nothing(server, over, counts):
    clients = []
    while not over.wait(1):
        for client in [c for c in clients if is_closed(c)]:
            clients.remove(client)
            client.close()
            counts["slow readers ended"] += 1
        while len(clients) < SLOW:
            clients.append(join(server, receive_buffer=4096))
    for client in clients:
        client.close()


def flood(server, over, counts):
    ping = b"\x89\xfd" + b"\0\0\0\0" + b"x" * 125
    client = join(server)
    while not over.is_set():
        try:
            client.sendall(ping * (PINGS // 50))
            counts["pings"] += PINGS // 50
            client.setblocking(False)
            while client.recv(1 << 16):
                pass
            raise ConnectionError
        except BlockingIOError:
            client.setblocking(True)
            over.wait(0.02)
        except OSError:
            client.close()
            counts["floods ended"] += 1
            client = join(server)
    client.close()


def measure():
    counts = {"slow readers ended": 0, "pings": 0, "floods ended": 0}
    with bench.fake_engine() as engine, bench.home(engine.host) as environment, bench.server(environment) as server:
        over = threading.Event()
        workers = [threading.Thread(target=one, args=(server, over, counts)) for one in (read_nothing, flood)]
        for worker in workers:
            worker.start()
        time.sleep(10)
        before = bench.rss_mb(server.pid)
        cpu = bench.cpu_percent(server.pid, SECONDS)
        growth = bench.rss_mb(server.pid) - before
        over.set()
        for worker in workers:
            worker.join()
    told = ", ".join(f"{count} {what}" for what, count in counts.items())
    bench.report(f"hostile WebSocket clients for {SECONDS} s, growth of the server", growth, 32, "MB",
                 note=f"{cpu:.1f} % of a core, {told}")


if __name__ == "__main__":
    bench.main(measure)
