# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line's tests stand on: the built programs, a fake engine, private folders."""

import json
import os
import pty
import select
import shutil
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.request

BIN = os.environ["MEDIAHELM_BIN"]
FAKE_ENGINE = os.environ["MEDIAHELM_FAKE_ENGINE"]
TEXTS = os.environ["MEDIAHELM_TEXTS"]
SOURCE = os.environ["MEDIAHELM_SOURCE"]
SERVER = os.path.join(BIN, "mediahelm-server")
DEADLINE = 60
TOKEN = "0123456789abcdef0123456789abcdef"


def wait_until(condition, what):
    end = time.monotonic() + DEADLINE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("never: " + what)
        select.select([], [], [], 0.02)


class Engine:
    """A fake engine on a private socket; commands go in by a second one."""

    def __init__(self, folder, containers=8, log_rate=20):
        self.socket = os.path.join(folder, "engine.sock")
        self.control = os.path.join(folder, "control.sock")
        self.process = subprocess.Popen(
            [FAKE_ENGINE, "--socket", self.socket, "--control", self.control, "--containers", str(containers),
             *(["--log-rate", str(log_rate)] if log_rate else [])], stdout=subprocess.DEVNULL)
        wait_until(lambda: os.path.exists(self.control) and os.path.exists(self.socket), "the fake engine listens")

    def command(self, words):
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(DEADLINE)
            link.connect(self.control)
            link.sendall(words.encode() + b"\n")
            return link.makefile().readline().strip()

    def stop(self):
        self.process.kill()
        self.process.wait()

    @property
    def address(self):
        return "unix://" + self.socket


class Bench(unittest.TestCase):
    """Each test has its own folders; the engine is made when it is asked for."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="mediahelm-cli-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.config = os.path.join(self.folder, "config", "mediahelm", "settings.json")
        self.environment = {
            "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": self.folder,
            "XDG_CONFIG_HOME": os.path.join(self.folder, "config"),
            "XDG_STATE_HOME": os.path.join(self.folder, "state"),
            "XDG_RUNTIME_DIR": os.path.join(self.folder, "run"),
        }
        for name in ("ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]
        os.mkdir(self.environment["XDG_RUNTIME_DIR"], 0o700)

    def traced_environment(self):
        """Of a program that is traced, or whose calls something else takes first: AddressSanitizer bears it so."""
        options = self.environment.get("ASAN_OPTIONS", "")
        return {**self.environment, "ASAN_OPTIONS": options + ":detect_leaks=0:verify_asan_link_order=0"}

    def start_engine(self, containers=8, log_rate=20):
        engine = Engine(self.folder, containers, log_rate)
        self.addCleanup(engine.stop)
        self.environment["DOCKER_HOST"] = engine.address
        return engine

    def run_program(self, *words, environment=None, program=SERVER, **more):
        return subprocess.run([program, *words], env=self.environment if environment is None else environment,
                              capture_output=True, text=True, timeout=DEADLINE, stdin=subprocess.DEVNULL, check=False,
                              **more)

    def popen(self, *words, environment=None, **more):
        process = subprocess.Popen([SERVER, *words], env=self.environment if environment is None else environment,
                                   text=True, stdin=subprocess.DEVNULL, **more)
        self.addCleanup(self.end, process)
        return process

    def token_file(self, mode=0o600):
        path = os.path.join(self.folder, "token")
        with open(path, "w", encoding="utf-8") as out:
            out.write(TOKEN + "\n")
        os.chmod(path, mode)
        return path

    def start_server(self, *words, environment=None):
        """The running server, and where it listens; self.lines is what it has said until then."""
        process = self.popen("--server", *words, environment=environment, stderr=subprocess.PIPE)
        self.lines = []
        while True:
            line = process.stderr.readline()
            self.assertTrue(line, "".join(self.lines))
            self.lines.append(line)
            if "listening on" in line:
                return process, line.split("listening on ")[1].strip().strip('"\\')

    def hosts(self, address):
        """What a server that has the token of token_file() says of its hosts."""
        request = urllib.request.Request("http://%s/api/v1/hosts" % address,
                                         headers={"Authorization": "Bearer " + TOKEN})
        with urllib.request.urlopen(request, timeout=DEADLINE) as reply:
            return json.load(reply)

    def run_on_terminal(self, *words, until=None, columns=80):
        """The exit status, and all that a terminal gets; with `until`, a SIGTERM once that was read."""
        main, side = pty.openpty()
        environment = dict(self.environment, TERM="xterm", COLUMNS=str(columns))
        process = self.popen(*words, environment=environment, stdout=side, stderr=side)
        os.close(side)
        output = b""
        try:
            while chunk := os.read(main, 65536):
                output += chunk
                if until and until in output:
                    process.terminate()
                    until = None
        except OSError:
            pass  # how the end of a terminal reads
        os.close(main)
        return process.wait(DEADLINE), output

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            if stream:
                stream.close()

    def write_settings(self, text):
        os.makedirs(os.path.dirname(self.config), exist_ok=True)
        with open(self.config, "w", encoding="utf-8") as out:
            out.write(text)

    def read_settings(self):
        with open(self.config, encoding="utf-8") as settings:
            return settings.read()

    def expect(self, result, code, words=""):
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        self.assertIn(words, result.stderr)
