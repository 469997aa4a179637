# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks share: engines, displays, an sshd, readings of /proc, alternating runs and the verdict's line."""

import contextlib
import http.client
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ.get("MEDIAHELM_BENCH_BUILD", os.path.join(ROOT, "build", "bench"))
CONTAINERS = 50
ROUNDS = int(os.environ.get("MEDIAHELM_BENCH_ROUNDS", "5"))
LABEL = "mediahelm.bench"
HERTZ = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


class CannotRun(Exception):
    """A part that the benchmark needs is not there."""


def program(name):
    for folder in ("bin", "tests"):
        path = os.path.join(BUILD, folder, name)
        if os.access(path, os.X_OK):
            return path
    raise CannotRun(f"{name} is not built; build the preset 'bench' first")


def tool(name):
    path = shutil.which(name)
    if not path:
        raise CannotRun(f"{name} is not installed")
    return path


def report(name, figure, bar, unit, peers=(), note=""):
    """One line of the table; a bar of None is a figure for information."""
    verdict = "  " if bar is None else "ok" if figure <= bar else "over"
    beside = ", ".join(f"{peer} {value:.4g} {unit}" for peer, value in peers)
    limit = "" if bar is None else f" (bar {bar:g} {unit})"
    text = f"{verdict:4} {name}: {figure:.4g} {unit}{limit}"
    print(text + (f"; beside {beside}" if beside else "") + (f"; {note}" if note else ""), flush=True)


def alternate(*runs, rounds=ROUNDS):
    """Runs each in turn, `rounds` times, and returns the medians in their order."""
    return [figures[0] for figures in alternate_many(*(lambda run=run: (run(),) for run in runs), rounds=rounds)]


def alternate_many(*runs, rounds=ROUNDS):
    """The same for runs that return several figures."""
    values = [[] for _ in runs]
    for _ in range(rounds):
        for i, run in enumerate(runs):
            values[i].append(run())
    return [tuple(map(statistics.median, zip(*v))) for v in values]


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / HERTZ


def rss_mb(pid):
    with open(f"/proc/{pid}/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * PAGE / 1e6


def cpu_percent(pid, seconds):
    before, start = cpu_seconds(pid), time.monotonic()
    time.sleep(seconds)
    return 100 * (cpu_seconds(pid) - before) / (time.monotonic() - start)


def wall_ms(argv, env):
    start = time.monotonic()
    subprocess.run(argv, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return (time.monotonic() - start) * 1000


@contextlib.contextmanager
def running(argv, **options):
    process = subprocess.Popen(argv, **options)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class FakeEngine:
    """A running mediahelm-fake-engine and its control socket."""

    name = "fake engine"

    def __init__(self, folder, process):
        self.process = process
        self.toggled = False
        self.host = f"unix://{folder}/engine.sock"
        self.control = f"{folder}/control.sock"

    def say(self, command):
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(self.control)
            line.sendall(command.encode() + b"\n")
            return line.makefile().readline().strip()

    def change(self):
        """Something that the Services page shows, told by one event."""
        self.toggled = not self.toggled
        self.say("health media-jellyfin-1 " + ("unhealthy" if self.toggled else "healthy"))


class RealEngine:
    """The machine's engine, which has containers of our own, idle."""

    name = "real engine"
    host = "unix:///var/run/docker.sock"

    def __init__(self):
        self.paused = False
        self.line = http.client.HTTPConnection("localhost")
        self.line.sock = socket.socket(socket.AF_UNIX)
        self.line.sock.connect("/var/run/docker.sock")

    def post(self, path):
        self.line.request("POST", path)
        reply = self.line.getresponse()
        reply.read()
        if reply.status >= 300:
            raise CannotRun(f"the engine answered {reply.status} to {path}")

    def change(self):
        self.paused = not self.paused
        self.post(f"/containers/{LABEL}-0/" + ("pause" if self.paused else "unpause"))

    def signal(self):
        """One event of which nothing comes."""
        self.post(f"/containers/{LABEL}-0/kill?signal=WINCH")


@contextlib.contextmanager
def fake_engine(*arguments):
    with tempfile.TemporaryDirectory(prefix="mhb") as folder:
        argv = [program("mediahelm-fake-engine"), "--socket", f"{folder}/engine.sock", "--control",
                f"{folder}/control.sock", "--containers", str(CONTAINERS), *arguments]
        with running(argv, stdout=subprocess.PIPE, text=True) as process:
            if process.stdout.readline().strip() != "ready":
                raise CannotRun("the fake engine did not start")
            yield FakeEngine(folder, process)


@contextlib.contextmanager
def real_engine():
    docker = tool("docker")
    if subprocess.run([docker, "info"], capture_output=True, check=False).returncode != 0:
        raise CannotRun("no Docker engine is reachable")
    image = f"{LABEL}:1"
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(f"{folder}/bin")
        shutil.copy(tool("busybox"), f"{folder}/bin/busybox")
        archive = subprocess.run(["tar", "-C", folder, "-c", "."], capture_output=True, check=True).stdout
    subprocess.run([docker, "import", "-", image], input=archive, capture_output=True, check=True)
    try:
        for i in range(CONTAINERS):
            subprocess.run([docker, "run", "-d", "--name", f"{LABEL}-{i}", "--label", f"{LABEL}=1", "--label",
                            f"com.docker.compose.project=bench{i // 8}", "--label",
                            f"com.docker.compose.service=service{i}", "--network", "none", image, "/bin/busybox",
                            "sleep", "86400"], capture_output=True, check=True)
        yield RealEngine()
    finally:
        ids = subprocess.run([docker, "ps", "-aq", "--filter", f"label={LABEL}"], capture_output=True, text=True,
                             check=False).stdout.split()
        if ids:
            subprocess.run([docker, "rm", "-f", *ids], capture_output=True, check=False)
        subprocess.run([docker, "rmi", image], capture_output=True, check=False)


def with_each_engine(measure, *fake_arguments):
    """Runs measure(engine) with the fake engine and with the real one."""
    with fake_engine(*fake_arguments) as engine:
        measure(engine)
    with real_engine() as engine:
        measure(engine)


@contextlib.contextmanager
def home(docker_host, **more):
    """An environment of its own: nothing of the user's settings, and the Services page open."""
    with tempfile.TemporaryDirectory(prefix="mhb") as folder:
        state = f"{folder}/state/mediahelm"
        os.makedirs(state)
        os.makedirs(f"{folder}/run", mode=0o700)
        with open(f"{state}/state.json", "w", encoding="ascii") as file:
            json.dump({"page": "services"}, file)
        keep = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}
        yield {**keep, "XDG_CONFIG_HOME": f"{folder}/config", "XDG_STATE_HOME": f"{folder}/state",
               "XDG_RUNTIME_DIR": f"{folder}/run", "XDG_CACHE_HOME": f"{folder}/cache",
               "DOCKER_HOST": docker_host, **more}


@contextlib.contextmanager
def display():
    """Xvfb on a free number; yields the value of DISPLAY once it takes clients."""
    number = next(n for n in range(90, 200)
                  if not os.path.exists(f"/tmp/.X{n}-lock") and not os.path.exists(f"/tmp/.X11-unix/X{n}"))
    argv = [tool("Xvfb"), f":{number}", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    with running(argv, stderr=subprocess.DEVNULL) as process:
        for _ in range(500):
            with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as client:
                client.connect(f"/tmp/.X11-unix/X{number}")
                break
            if process.poll() is not None:
                break
            time.sleep(0.02)
        else:
            raise CannotRun("Xvfb does not answer")
        if process.poll() is not None:
            raise CannotRun("Xvfb did not start")
        yield f":{number}"


class Desktop:
    """The desktop program, which tells on stderr when it has painted: "painted NANOSECONDS ROWS STATES"."""

    def __init__(self, environment):
        self.started = time.monotonic_ns()
        self.process = subprocess.Popen([program("mediahelm")], env={**environment, "MEDIAHELM_BENCH_PAINTED": "1"},
                                        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, bufsize=0)
        os.set_blocking(self.process.stderr.fileno(), False)
        self.pid = self.process.pid
        self.rest = ""
        self.states = ""

    def paintings(self):
        """What was painted and not yet looked at: (time, rows, fingerprint of the states)."""
        if self.process.poll() is not None:
            raise CannotRun(f"the desktop ended with {self.process.returncode}: {self.rest[-300:]}")
        self.rest += (self.process.stderr.read() or b"").decode(errors="replace")
        *lines, self.rest = self.rest.split("\n")
        for words in map(str.split, lines):
            if len(words) == 4 and words[0] == "painted":
                yield int(words[1]), int(words[2]), words[3]

    def look(self):
        """Takes what is on screen for known."""
        for _, _, self.states in self.paintings():
            pass

    def painted(self, rows, timeout=15):
        """The first time at which `rows` services were on screen."""
        return self.wait_for(lambda count, states: count >= rows, timeout)

    def changed(self, timeout=15):
        """The first time at which other states than the known ones were on screen."""
        before = self.states
        return self.wait_for(lambda count, states: states != before, timeout)

    def wait_for(self, wanted, timeout):
        deadline = time.monotonic() + timeout
        found = None
        while found is None and time.monotonic() < deadline:
            for when, rows, states in self.paintings():
                if found is None and wanted(rows, states):
                    found = when
                self.states = states
            time.sleep(0.002)
        if found is None:
            raise CannotRun("the desktop did not say that it painted")
        return found

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextlib.contextmanager
def desktop(environment):
    window = Desktop(environment)
    try:
        yield window
    finally:
        window.end()


class Server:
    def __init__(self, process, port, token):
        self.process, self.pid, self.port, self.token = process, process.pid, port, token


@contextlib.contextmanager
def server(environment):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token = "bench-" + "0" * 40
    path = os.path.join(environment["XDG_RUNTIME_DIR"], "token")
    with open(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(token + "\n")
    argv = [program("mediahelm-server"), "--listen", f"127.0.0.1:{port}", "--token-file", path]
    with running(argv, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            if process.poll() is not None:
                raise CannotRun(f"the server ended with {process.returncode}")
            time.sleep(0.05)
        time.sleep(2)
        yield Server(process, port, token)


@contextlib.contextmanager
def loopback_sshd():
    """An sshd of our own with a key of its own; yields (target, folder with an `ssh` that knows them)."""
    sshd = shutil.which("sshd") or "/usr/sbin/sshd"
    if os.geteuid() != 0 or not os.access(sshd, os.X_OK):
        raise CannotRun("a loopback sshd needs root and openssh-server")
    os.makedirs("/run/sshd", exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="mhb") as folder:
        for key in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{folder}/{key}"], check=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        with open(f"{folder}/sshd_config", "w", encoding="ascii") as file:
            file.write(f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nStrictModes no\nUsePAM no\n"
                       f"AuthorizedKeysFile {folder}/user.pub\nPidFile none\nPermitRootLogin yes\n"
                       f"SetEnv HOME={folder}\n")  # not what this machine's root has a shell do first
        with open(f"{folder}/host.pub", encoding="ascii") as key, \
                open(f"{folder}/known", "w", encoding="ascii") as known:
            known.write(f"[127.0.0.1]:{port} {key.read()}")
        with open(f"{folder}/ssh_config", "w", encoding="ascii") as file:
            file.write(f"Host *\n  IdentityFile {folder}/user\n  IdentitiesOnly yes\n"
                       f"  UserKnownHostsFile {folder}/known\n")
        os.mkdir(f"{folder}/bin")
        with open(os.open(f"{folder}/bin/ssh", os.O_CREAT | os.O_WRONLY, 0o755), "w", encoding="ascii") as file:
            file.write(f'#!/bin/sh\nexec {tool("ssh")} -F {folder}/ssh_config "$@"\n')
        with running([sshd, "-D", "-f", f"{folder}/sshd_config"], stderr=subprocess.DEVNULL):
            time.sleep(0.5)
            yield f"ssh://root@127.0.0.1:{port}", f"{folder}/bin"


def main(measure):
    try:
        measure()
    except CannotRun as reason:
        print(f"SKIPPED: {reason}")
    sys.exit(0)
