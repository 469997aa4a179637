# SPDX-License-Identifier: GPL-3.0-or-later
"""S11: twelve planted secrets go through everything that the program does with a workspace, and are found nowhere.

What the container itself gets is what its file asks for, and is the engine's: its environment, labels, command, health
check and configs, as `docker inspect` shows them, and an image's history the arguments that it was built with. The
environment of `docker compose` holds the values too, as that is how they are handed over; its arguments do not."""

import base64
import json
import os
import re
import shutil
import socket
import stat
import struct
import subprocess
import unittest
import urllib.parse

import bench
import deployment_test
from deployment_test import NAME, docker, make_image

# Name to value. Each has a core of letters and digits that no escaping changes, but for the one that is short.
CANARIES = {
    "S_PLAIN": "Kq01ZxPlanted",
    "S_DOLLAR": "Kq02ZxPlanted-$HOME-${PATH}-$$-$",
    "S_QUOTES": "Kq03ZxPlanted-\"double\"-'single'-`tick`",
    "S_BACKSLASH": "Kq04ZxPlanted-\\n-\\\\server\\x41-\\",
    "S_UNICODE": "Kq05ZxPlanted-äöü-€-😀-ключ <&>",
    "S_SHORT": "§Ωß¤",
    "S_BASE64": "S3EwN1p4UGxhbnRlZC9CYXNlNjQ+Pz8/aGVyZQ==",
    "S_LABEL": "Kq08ZxPlanted label",
    "S_COMMAND": "Kq09ZxPlanted",
    "S_HEALTH": "Kq10ZxPlanted",
    "S_CONFIG": "Kq11ZxPlanted: {yaml: [like]} # it is",
    "S_URL": "https://user:Kq12ZxPlanted%40@registry.example:5000/v2/?a=b&c=d",
}
BUILD = "S_BASE64"  # also an argument of a build
BY_ENVIRONMENT = "S_COMMAND"  # the others are kept

FILE = """\
services:
  web:
    image: {name}:{image}
    stop_grace_period: 0s
    environment:
      S_PLAIN:
      S_DOLLAR:
      S_QUOTES:
      S_BACKSLASH:
      S_UNICODE: "${{S_UNICODE}}"
      S_SHORT:
      S_BASE64:
      S_URL: "at ${{S_URL}}"
    labels: {{planted: "${{S_LABEL}}"}}
    command:
      - sh
      - -c
      - >-
        echo "$$S_PLAIN|$$S_DOLLAR|$$S_QUOTES|$$S_BACKSLASH|$$S_UNICODE|$$S_SHORT|$$S_BASE64|$$S_URL";
        while read -r line; do echo "$$line"; done </planted;
        echo '${{S_COMMAND}}'; exec sleep 1000000
    healthcheck: {{test: [CMD, sh, -c, "echo checked '${{S_HEALTH}}' $$S_SHORT; {probe}"], interval: 200ms, retries: 2}}
    configs: [{{source: planted, target: /planted}}]
  built:
    build: {{context: ./built, args: {{TOKEN: "${{{build}}}"}}}}
    stop_grace_period: 0s
    command: [sleep, '1000000']
    healthcheck: {{test: [CMD, "true"], interval: 200ms}}
configs:
  planted: {{content: "key is ${{S_CONFIG}}\\n"}}
"""


def setUpModule():
    make_image("a")
    make_image("b")


def tearDownModule():
    for image in (NAME + ":a", NAME + ":b", NAME + "-built"):
        docker("rmi", "-f", image, check=False)


def spellings(value):
    """A value as it might be found: its core as it is, and all of it in Base64, whatever stands before."""
    core = re.match(r"[A-Za-z0-9]{10,}", value)
    found = {core[0] if core else value, urllib.parse.quote(value), json.dumps(value)[1:-1]}
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + value.encode()).decode()
        found.add(encoded[(shift * 8 + 5) // 6: (shift + len(value.encode())) * 8 // 6])
    if value == CANARIES["S_URL"]:
        found.add("Kq12ZxPlanted")
        found.discard("https")
    return {each.encode() for each in found if len(each) >= 4}


PATTERNS = {name: spellings(value) for name, value in CANARIES.items()}


def hits(data):
    return sorted(name for name, patterns in PATTERNS.items() if any(each in data for each in patterns))


def arguments_in(line):
    """Of a line of strace the arguments of the program that was started, and not its environment."""
    start = line.find(", [")
    if "execve(" not in line or start < 0:
        return []
    found = []
    for string in re.finditer(r'"((?:[^"\\]|\\.)*)"(\.\.\.)?(\])?', line[start + 2:]):
        assert not string[2], "cut: " + line[:200]
        found.append(string[1].encode().decode("unicode_escape").encode("latin-1"))
        if string[3]:
            break
    return found


class Frames:
    """What the metrics WebSocket sends."""

    def __init__(self, address, token):
        host, port = address.rsplit(":", 1)
        self.socket = socket.create_connection((host, int(port)), bench.DEADLINE)
        self.bytes = b""
        self.socket.sendall(("GET /api/v1/metrics HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             "Sec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\nAuthorization: Bearer %s\r\n\r\n"
                             % (address, base64.b64encode(os.urandom(16)).decode(), token)).encode())
        while b"\r\n\r\n" not in self.bytes:
            self.bytes += self.socket.recv(65536)
        self.head, _, self.bytes = self.bytes.partition(b"\r\n\r\n")

    def take(self, size):
        while len(self.bytes) < size:
            part = self.socket.recv(65536)
            if not part:
                raise EOFError
            self.bytes += part
        taken, self.bytes = self.bytes[:size], self.bytes[size:]
        return taken

    def next(self):
        size = self.take(2)[1] & 0x7f
        if size == 126:
            size = struct.unpack(">H", self.take(2))[0]
        elif size == 127:
            size = struct.unpack(">Q", self.take(8))[0]
        return self.take(size)

    def close(self):
        self.socket.close()


class Canaries(deployment_test.DeploymentBench):
    def setUp(self):
        super().setUp()
        shutil.rmtree(self.workspace)
        self.said = []  # (what, bytes): whatever the program put out
        self.environment["QT_LOGGING_RULES"] = "mediahelm.*=true"
        self.environment["TMPDIR"] = os.path.join(self.folder, "tmp")
        os.mkdir(self.environment["TMPDIR"])
        self.traces = os.path.join(self.folder + "-traces")
        os.mkdir(self.traces)
        self.addCleanup(shutil.rmtree, self.traces, ignore_errors=True)

    def verb(self, *words, codes=(0,), given=b""):
        """Runs it with all that it starts watched."""
        trace = os.path.join(self.traces, "%d" % len(self.said))
        traced = ["strace", "-f", "-qq", "--seccomp-bpf", "-v", "-s", "100000", "-e", "trace=execve", "-o", trace]
        result = subprocess.run([*traced, bench.SERVER, *words], env=self.traced_environment(), input=given, capture_output=True,
                                timeout=deployment_test.DEADLINE, check=False)
        what = " ".join(words[:2])
        self.said += [(what + ", output", result.stdout), (what + ", messages", result.stderr)]
        with open(trace, encoding="latin-1") as lines:
            started = [arguments_in(line) for line in lines]
        self.assertTrue(any(each for each in started), trace)
        self.said.append((what + ", arguments", b"\0".join(b" ".join(each) for each in started)))
        self.assertIn(result.returncode, codes, (what, result.stdout[-2000:], result.stderr[-2000:]))
        return result.stdout.decode()

    def on_workspace(self, verb, *words, **more):
        return self.verb(verb, self.workspace, *words, **more)

    def put(self, image="a", probe="true"):
        with open(os.path.join(self.workspace, "services", "planted.yaml"), "w", encoding="utf-8") as out:
            out.write(FILE.format(name=NAME, image=image, probe=probe, build=BUILD))

    def make_workspace(self):
        self.verb("init", self.workspace, "--services", "sonarr", "--project", NAME, "--set",
                  "BASE_PATH=%s/tank" % self.folder)
        os.unlink(os.path.join(self.workspace, "services", "sonarr.yaml"))
        self.verb("config", "set", os.path.join(self.workspace, "mediahelm.yaml"), "/secrets", json.dumps(list(CANARIES)))
        self.verb("config", "set", os.path.join(self.workspace, "mediahelm.yaml"), "/service_files",
                  '["services/planted.yaml"]')
        os.mkdir(os.path.join(self.workspace, "built"))
        with open(os.path.join(self.workspace, "built", "Dockerfile"), "w", encoding="utf-8") as out:
            out.write("FROM %s:a\nARG TOKEN\nRUN echo building with $TOKEN\n" % NAME)
        for name, value in CANARIES.items():
            if name != BY_ENVIRONMENT:
                self.verb("secrets", "set", name, "--workspace", self.workspace, given=value.encode() + b"\n")
        self.environment[BY_ENVIRONMENT] = CANARIES[BY_ENVIRONMENT]
        self.put()

    def serve(self, container):
        """Everything that the server tells, of this machine's engine, while the container runs."""
        process, address = self.start_server("--listen", "127.0.0.1:0", "--token-file", self.token_file(), "--log-level",
                                             "debug")
        lines = self.lines

        def get(path):
            result = self.fetch(address, path)
            self.said.append(("REST " + path, result))
            return result

        bench.wait_until(lambda: container.encode() in get("/api/v1/services"), "the server knows the container")
        for path in ("/healthz", "/api/v1/hosts", "/api/v1/services?project=" + NAME, "/api/v1/nowhere"):
            get(path)
        for service in json.loads(get("/api/v1/services?project=" + NAME).partition(b"\r\n\r\n")[2]):
            get("/api/v1/services/" + service["id"])
        frames = Frames(address, bench.TOKEN)
        self.assertIn(b" 101 ", frames.head)
        seen = b""
        while container.encode() not in seen or len(seen) < 4000:
            seen += frames.next()
        frames.close()
        self.said += [("WebSocket", seen)]
        process.terminate()
        rest = process.stderr.read()
        process.wait(bench.DEADLINE)
        self.said.append(("the server's log", ("".join(lines) + rest).encode()))

    @staticmethod
    def fetch(address, path):
        host, port = address.rsplit(":", 1)
        with socket.create_connection((host, int(port)), bench.DEADLINE) as link:
            link.sendall(("GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                          % (path, address, bench.TOKEN)).encode())
            reply = b""
            while part := link.recv(65536):
                reply += part
            return reply

    def everything_kept(self):
        """(what, bytes): each file of ours, and each object of the revision store."""
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = os.path.join(folder, name)
                if stat.S_ISREG(os.lstat(path).st_mode):
                    with open(path, "rb") as file:
                        yield os.path.relpath(path, self.folder), file.read()
        store = os.path.join(self.workspace, ".mediahelm", "revisions.git")
        objects = subprocess.run(["git", "--git-dir", store, "cat-file", "--batch-all-objects", "--batch"],
                                 capture_output=True, check=True, timeout=bench.DEADLINE).stdout
        self.assertGreater(len(objects), 3000)
        yield "objects of the revision store", objects

    def find_none(self):
        found = ["%s: %s" % (what, ", ".join(names)) for what, data in [*self.said, *self.everything_kept()]
                 if (names := hits(data))]
        self.assertEqual(found, [])
        return len(self.said)

    def through_everything(self):
        self.make_workspace()
        self.on_workspace("validate", "--json", codes=(0, 65))
        self.on_workspace("validate", codes=(0, 65))
        self.on_workspace("env", "--json")
        self.on_workspace("plan", "--json")
        first = json.loads(self.on_workspace("apply", "--yes", "--json", "-m", "the first"))
        self.assertEqual(first["verdict"], "healthy")
        # They did arrive.
        inside = docker("inspect", NAME + "-web-1").decode()
        for name in ("S_PLAIN", "S_COMMAND", "S_HEALTH", "S_LABEL"):
            self.assertIn(CANARIES[name], inside, name)
        bench.wait_until(lambda: CANARIES["S_CONFIG"].encode() in docker("logs", NAME + "-web-1"), "it has told of itself")
        self.put(image="b", probe="false")
        self.on_workspace("plan")
        failed = json.loads(self.on_workspace("apply", "--yes", "--json", codes=(1,)))
        self.assertEqual(failed["verdict"], "rolled-back")
        web = next(each for each in failed["failures"] if each["service"] == "web")
        # It is told that there were some.
        self.assertIn("[secret S_HEALTH]", web["health_output"])
        log = "\n".join(web["last_log"])
        for name in ("S_PLAIN", "S_DOLLAR", "S_QUOTES", "S_BACKSLASH", "S_UNICODE", "S_SHORT", "S_URL", "S_COMMAND",
                     "S_CONFIG"):
            self.assertIn("[secret %s]" % name, log)
        self.put(image="b")
        self.on_workspace("apply", "--yes", "-m", "the second")
        revisions = json.loads(self.on_workspace("revisions", "--json"))
        self.on_workspace("revisions")
        self.on_workspace("diff", revisions[-1]["id"], "head")
        self.serve(NAME + "-web-1")
        self.on_workspace("rollback", revisions[-1]["id"], "--yes", "--json")
        self.verb("adopt", codes=(0, 66))
        self.verb("status", "--json")
        self.verb("secrets", "list", "--json")
        self.verb("secrets", "remove", "S_SHORT", "--workspace", self.workspace, "--yes")

    def test_S11_twelve_planted_secrets_are_found_nowhere(self):
        self.assertEqual(len(CANARIES), 12)
        self.assertEqual(hits(" ".join(CANARIES.values()).encode()), sorted(CANARIES))  # each would be found
        self.through_everything()
        print("\n12 secrets, %d outputs: 0 hits" % self.find_none())

    def test_S11_a_secret_that_was_written_into_a_file_is_not_saved(self):
        self.make_workspace()
        path = os.path.join(self.workspace, "local.env")
        with open(path, "a", encoding="utf-8") as out:
            out.write("PLAIN=%s\n" % CANARIES["S_PLAIN"])
        self.on_workspace("apply", "--yes", "--json", codes=(77,))
        self.on_workspace("revisions", codes=(0, 66))
        with open(path, "r+", encoding="utf-8") as file:
            text = file.read().replace(CANARIES["S_PLAIN"], "")
            file.seek(0)
            file.truncate()
            file.write(text)
        self.on_workspace("apply", "--yes")
        self.find_none()

    def with_umask(self, mask):
        before = os.umask(mask)
        self.addCleanup(os.umask, before)
        self.make_workspace()
        self.on_workspace("apply", "--yes")
        kept = os.path.join(self.folder, "state", "mediahelm", "secrets")
        self.assertEqual(sorted(os.listdir(kept))[-2:], ["secrets.key", "secrets.sealed"])
        for folder, _, names in os.walk(os.path.join(self.folder, "state")):
            self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700, folder)
            for name in names:
                self.assertEqual(stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode), 0o600, name)
        # What has no secrets in it, and lets nobody else in either.
        self.assertEqual(stat.S_IMODE(os.stat(os.path.join(self.workspace, ".mediahelm")).st_mode), 0o700)
        self.find_none()

    def test_S11_only_the_owner_reads_where_secrets_are_kept_whatever_the_umask(self):
        self.with_umask(0)

    def test_S11_only_the_owner_reads_where_secrets_are_kept_with_the_usual_umask(self):
        self.with_umask(0o022)


if __name__ == "__main__":
    unittest.main(verbosity=2)
