#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every reply and message of a running server is as schemas/api/ says. schema_test.py SAMPLE_SERVER SCHEMAS"""
import base64
import json
import pathlib
import re
import socket
import struct
import subprocess
import sys
import unittest

try:
    import jsonschema
except ImportError:
    print("SKIPPED: python3-jsonschema is not installed")
    sys.exit(0)

SERVER = sys.argv.pop(1)
SCHEMAS = pathlib.Path(sys.argv.pop(1))
DOCUMENTS = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(SCHEMAS.glob("*.json"))}
API = DOCUMENTS["openapi.json"]


def validator(schema):
    resolver = jsonschema.RefResolver("", {}, store=DOCUMENTS)
    return jsonschema.Draft202012Validator(schema, resolver=resolver, format_checker=jsonschema.FormatChecker())


def resolved(value):
    while "$ref" in value:
        found = API
        for step in value["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        value = found
    return value


class Connection:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self.bytes = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def take(self, size):
        while len(self.bytes) < size:
            part = self.socket.recv(65536)
            if not part:
                raise EOFError(self.bytes)
            self.bytes += part
        taken, self.bytes = self.bytes[:size], self.bytes[size:]
        return taken

    def ask(self, port, target, token=None, fields=(), method="GET"):
        lines = [f"{method} {target} HTTP/1.1", f"Host: 127.0.0.1:{port}", *fields]
        if token:
            lines.append(f"Authorization: Bearer {token}")
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        while b"\r\n\r\n" not in self.bytes:
            self.bytes += self.socket.recv(65536) or self.take(1 << 30)
        head = self.take(self.bytes.index(b"\r\n\r\n") + 4).decode()
        length = re.search(r"(?im)^content-length: (\d+)", head)
        body = self.take(int(length.group(1))) if length and method != "HEAD" else b""
        return int(head.split()[1]), head, body

    def message(self):
        first, size = struct.unpack("BB", self.take(2))
        if size == 126:
            size = struct.unpack(">H", self.take(2))[0]
        elif size == 127:
            size = struct.unpack(">Q", self.take(8))[0]
        payload = self.take(size)
        return json.loads(payload) if first == 0x81 else self.message()


class SchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = subprocess.Popen([SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        port, cls.token = cls.server.stdout.readline().decode().split()
        cls.port = int(port)

    @classmethod
    def tearDownClass(cls):
        cls.server.stdin.close()
        cls.server.stdout.close()
        assert cls.server.wait(10) == 0

    def test_every_schema_is_one(self):
        for name, document in DOCUMENTS.items():
            if name == "openapi.json":
                continue
            with self.subTest(name):
                jsonschema.Draft202012Validator.check_schema(document)
                self.assertEqual(document["$id"], name)

    def test_the_interface_description_is_whole(self):
        self.assertTrue(API["openapi"].startswith("3.1."))
        ids = set()
        for path, item in API["paths"].items():
            for operation in item.values():
                ids.add(operation["operationId"])
                named = {p["name"] for p in operation.get("parameters", []) if p["in"] == "path"}
                self.assertEqual(named, set(re.findall(r"{(\w+)}", path)))
                for parameter in operation.get("parameters", []):
                    jsonschema.Draft202012Validator.check_schema(parameter["schema"])
                for status, response in operation["responses"].items():
                    response = resolved(response)
                    self.assertIn("description", response)
                    self.assertRegex(status, r"^[1-5]\d\d$")
                    for content in response.get("content", {}).values():
                        jsonschema.Draft202012Validator.check_schema(content["schema"])
        self.assertEqual(len(ids), len(API["paths"]))

    def check(self, path, target, status, **options):
        with Connection(self.port) as connection:
            got, head, body = connection.ask(self.port, target, **options)
        self.assertEqual(got, status, body)
        self.assertIn(str(status), API["paths"][path]["get"]["responses"], "the status is not written down")
        response = resolved(API["paths"][path]["get"]["responses"][str(status)])
        self.assertRegex(head, r"(?m)^Content-Type: application/json\r$")
        content = json.loads(body)
        validator(response["content"]["application/json"]["schema"]).validate(content)
        return content

    def test_every_reply_is_as_described(self):
        token = self.token
        self.check("/healthz", "/healthz", 200)
        self.check("/healthz", "/healthz?a=b", 400)
        self.check("/healthz", "/healthz", 413, fields=["Content-Length: 5"])
        self.check("/healthz", "/healthz?" + "a" * 9000, 414)
        self.check("/healthz", "/healthz", 431, fields=["X: " + "a" * 17000])
        self.assertEqual(len(self.check("/api/v1/hosts", "/api/v1/hosts", 200, token=token)), 3)
        self.check("/api/v1/hosts", "/api/v1/hosts", 401)
        services = self.check("/api/v1/services", "/api/v1/services", 200, token=token)
        self.assertGreater(len(services), 15)
        self.check("/api/v1/services", "/api/v1/services?host=nowhere", 404, token=token)
        self.check("/api/v1/services", "/api/v1/services?what=nas", 400, token=token)
        path = "/api/v1/services/{id}"
        for service in services:
            self.check(path, "/api/v1/services/" + service["id"][:12], 200, token=token)
        self.check(path, "/api/v1/services/ffffffffffff", 404, token=token)
        self.check(path, "/api/v1/services/xyz", 400, token=token)
        self.check("/api/v1/metrics", "/api/v1/metrics", 401)
        self.check("/api/v1/metrics", "/api/v1/metrics", 426, token=token)
        self.check("/api/v1/metrics", "/api/v1/metrics", 403, token=token, fields=["Origin: null"])

    def test_head_answers_as_get_without_a_body(self):
        for path in ("/healthz", "/api/v1/hosts", "/api/v1/services"):
            with Connection(self.port) as connection:
                got, _, body = connection.ask(self.port, path, token=self.token, method="HEAD")
            self.assertEqual((got, body), (200, b""))

    def test_every_message_is_as_described(self):
        key = base64.b64encode(b"0123456789abcdef").decode()
        fields = ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {key}"]
        feed = Connection(self.port)
        self.addCleanup(feed.socket.close)
        status, _, _ = feed.ask(self.port, "/api/v1/metrics", token=self.token, fields=fields)
        self.assertEqual(status, 101)
        seen = []
        samples = host_samples = 0
        for _ in range(5):
            message = feed.message()
            seen.append(message["type"])
            validator(DOCUMENTS[f"feed-{message['type']}.schema.json"]).validate(message)
            samples += len(message.get("samples", {}))
            host_samples += len(message.get("host_samples", {}))
        self.assertEqual(seen, ["hello", "snapshot", "delta", "delta", "delta"])
        self.assertGreater(samples, 10)
        self.assertGreater(host_samples, 0)
        resume = {"type": "resume", "epoch": message["epoch"], "seq": message["seq"] - 1}
        validator(DOCUMENTS["feed-resume.schema.json"]).validate(resume)
        text = json.dumps(resume).encode()
        feed.socket.sendall(bytes([0x81, 0x80 | len(text), 0, 0, 0, 0]) + text)
        answer = feed.message()
        self.assertEqual((answer["type"], answer["since"]), ("delta", resume["seq"]))
        validator(DOCUMENTS["feed-delta.schema.json"]).validate(answer)


if __name__ == "__main__":
    unittest.main(verbosity=2)
