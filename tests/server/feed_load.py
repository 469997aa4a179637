#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the metrics feed costs: N WebSocket clients that read and answer pings, against a server that this starts.

feed_load.py SERVER [--clients 1000] [--many 50] [--seconds 20]

SERVER is mediahelm-sample-server of an optimised build. Prints one JSON object: the server's share of a core, memory
in all and per client, and the size of a message. The clients share the machine, so the share is the server's own CPU
time (user and system) over the wall clock, by /proc/PID/stat.
"""
import argparse
import json
import os
import selectors
import socket
import struct
import subprocess
import time

PONG = bytes([0x8A, 0x80, 0, 0, 0, 0])


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_kib(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        for line in file:
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    return 0


class Client:
    def __init__(self, port, token):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.sendall(
            (
                f"GET /api/v1/metrics HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\n"
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            ).encode()
        )
        self.bytes = b""
        while b"\r\n\r\n" not in self.bytes:
            part = self.socket.recv(65536)
            if not part:
                raise SystemExit("the server refused a client")
            self.bytes += part
        head, self.bytes = self.bytes.split(b"\r\n\r\n", 1)
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise SystemExit(head.decode())
        self.socket.setblocking(False)
        self.messages = 0
        self.octets = 0

    def read(self):
        self.bytes += self.socket.recv(1 << 20)
        while len(self.bytes) >= 2:
            length, start = self.bytes[1] & 0x7F, 2
            if length == 126:
                if len(self.bytes) < 4:
                    return
                length, start = struct.unpack(">H", self.bytes[2:4])[0], 4
            elif length == 127:
                if len(self.bytes) < 10:
                    return
                length, start = struct.unpack(">Q", self.bytes[2:10])[0], 10
            if len(self.bytes) < start + length:
                return
            opcode = self.bytes[0] & 0x0F
            self.bytes = self.bytes[start + length:]
            if opcode == 9:
                self.socket.send(PONG)
            elif opcode == 1:
                self.messages += 1
                self.octets += length


def run(options):
    command = [options.server, "--many", str(options.many)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        port, token = server.stdout.readline().decode().split()
        before = resident_kib(server.pid)
        selector = selectors.EpollSelector()
        clients = []

        def pump(seconds):
            end = time.monotonic() + seconds
            while (left := end - time.monotonic()) > 0:
                for key, _ in selector.select(left):
                    key.data.read()

        for _ in range(options.clients):
            client = Client(int(port), token)
            selector.register(client.socket, selectors.EVENT_READ, client)
            clients.append(client)
            if len(clients) % 50 == 0:
                pump(0.01)
        pump(3)
        messages, octets = sum(c.messages for c in clients), sum(c.octets for c in clients)
        used, started = cpu_seconds(server.pid), time.monotonic()
        pump(options.seconds)
        elapsed = time.monotonic() - started
        used = cpu_seconds(server.pid) - used
        messages = sum(c.messages for c in clients) - messages
        octets = sum(c.octets for c in clients) - octets
        resident = resident_kib(server.pid)
        server.stdin.close()
        server.wait(10)
    return {
        "clients": options.clients,
        "containers": options.many,
        "core_percent": round(100 * used / elapsed, 2),
        "microseconds_per_message": round(1e6 * used / max(messages, 1), 1),
        "messages_per_client_and_second": round(messages / elapsed / options.clients, 3),
        "bytes_per_message": round(octets / max(messages, 1)),
        "resident_kib": resident,
        "resident_kib_per_client": round((resident - before) / options.clients, 1),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("server")
    parser.add_argument("--clients", type=int, default=1000)
    parser.add_argument("--many", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    print(json.dumps(run(parser.parse_args())))


if __name__ == "__main__":
    main()
