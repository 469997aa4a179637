#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the desktop from outside, as assistive technology does: over the accessibility bus, on a real X display.

atspi_outsider_test.py fake MEDIAHELM FAKE-ENGINE   presses Restart of a service that needs attention on the Overview,
                                                    then walks every page and asks each focusable widget for its name
atspi_outsider_test.py real MEDIAHELM               finds a container of its own in the table of Services, on the
                                                    machine's engine, and presses Restart

Each sees it restart: in the window, and by the engine's own word. Exit status 0: it holds; 1: it does not; prints
"SKIPPED: why" where a part is missing.
"""

import http.client
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tarfile
import tempfile
import time
import warnings

try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    print("SKIPPED: python3-gi or gir1.2-atspi-2.0 is not installed")
    sys.exit(0)

# The names of this library differ between its versions; the old ones work in all that we meet.
warnings.simplefilter("ignore", DeprecationWarning)
Role = Atspi.Role
State = Atspi.StateType

DEADLINE = 60.0
PAGES = ["Overview", "Services", "Monitoring", "Configuration", "Revisions", "Hosts", "Settings"]


def skip(why):
    print(f"SKIPPED: {why}")
    sys.exit(0)


def wait_for(what, check, seconds=DEADLINE):
    """Returns what `check` returns as soon as it is true. What vanishes while it is looked at is looked for anew."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            result = check()
        except GLib.GError:
            result = None
        if result:
            return result
        time.sleep(0.1)
    raise AssertionError(f"not within {seconds:.0f} s: {what}")


def outside(script, seconds=4 * DEADLINE):
    """Makes a display and a session bus of its own, and runs the script again inside of them."""
    for tool in ("Xvfb", "dbus-run-session"):
        if not shutil.which(tool):
            skip(f"{tool} is not installed")
    with tempfile.TemporaryDirectory(prefix="mediahelm-atspi-") as home:
        read_end, write_end = os.pipe()
        display = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write_end)
        try:
            with os.fdopen(read_end) as announced:
                number = announced.readline().strip()
            if not number:
                skip("Xvfb does not start")
            environment = dict(os.environ, DISPLAY=f":{number}", HOME=home, XDG_RUNTIME_DIR=home,
                               XDG_CONFIG_HOME=f"{home}/config", XDG_STATE_HOME=f"{home}/state",
                               QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8",
                               NO_AT_BRIDGE="0", MEDIAHELM_ATSPI_INSIDE="1")
            os.chmod(home, 0o700)
            inner = ["dbus-run-session", "--", sys.executable, script] + sys.argv[1:]
            return subprocess.run(inner, env=environment, timeout=seconds, check=False).returncode
        finally:
            display.terminate()
            display.wait()


class Outsider:
    """What assistive technology sees of one program."""

    def __init__(self, pid):
        self.pid = pid

    def application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.pid:
                return child
        return None

    def walk(self):
        """Every showing object, parents first."""
        stack = [self.application()]
        while stack:
            here = stack.pop()
            if here is None:
                continue
            yield here
            # A table's cells are asked one by one where they matter; there may be thousands.
            if here.get_role() in (Role.TABLE, Role.TREE, Role.TREE_TABLE, Role.LIST):
                continue
            for i in reversed(range(here.get_child_count())):
                child = here.get_child_at_index(i)
                if child and child.get_state_set().contains(State.SHOWING):
                    stack.append(child)

    def find(self, role, start, enabled=False):
        for node in self.walk():
            if node.get_role() == role and (node.get_name() or "").startswith(start):
                if not enabled or node.get_state_set().contains(State.ENABLED):
                    return node
        return None

    def show(self, page):
        self.press(wait_for(f"page {page}", lambda: self.find(Role.PAGE_TAB, page)))
        wait_for(f"{page} is shown", lambda: self.find(Role.FRAME, page))

    def table(self):
        return next((node for node in self.walk() if node.get_role() in (Role.TREE, Role.TREE_TABLE, Role.TABLE)), None)

    def cells(self, row):
        iface = self.table().get_table_iface()
        return [iface.get_accessible_at(row, i).get_name() or "" for i in range(iface.get_n_columns())]

    def row(self, name):
        """Where the table has the service of this name; None: nowhere."""
        table = self.table()
        iface = table.get_table_iface() if table else None
        for i in range(iface.get_n_rows() if iface else 0):
            cell = iface.get_accessible_at(i, 0)
            if cell and (cell.get_name() or "").startswith(name):
                return i
        return None

    def press(self, node):
        action = node.get_action_iface()
        for i in range(action.get_n_actions()):
            if action.get_action_name(i) in ("Press", "Toggle", "SetFocus"):
                return action.do_action(i)
        raise AssertionError(f"{node.get_name()} cannot be pressed")

    def nameless(self):
        """How many can have the focus, and which of them have no name."""
        focusable = 0
        found = []
        for node in self.walk():
            if not node.get_state_set().contains(State.FOCUSABLE) or node.get_role() == Role.SCROLL_BAR:
                continue
            focusable += 1
            if not (node.get_name() or "").strip():
                found.append(f"{node.get_role_name()} in {node.get_parent().get_name()!r}")
        return focusable, found


class FakeEngine:
    """Containers that do not exist, one of them unhealthy: what the Overview tells of."""

    def __init__(self, program):
        self.folder = tempfile.mkdtemp(prefix="mediahelm-atspi-engine-")
        self.address = f"unix://{self.folder}/engine.sock"
        self.process = subprocess.Popen(
            [program, "--socket", f"{self.folder}/engine.sock", "--containers", "12"], stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline().strip() == "ready"
        self.name = self.unhealthy()["Names"][0].lstrip("/")

    def get(self, path):
        connection = http.client.HTTPConnection("engine")
        connection.sock = socket.socket(socket.AF_UNIX)
        connection.sock.connect(self.address.removeprefix("unix://"))
        connection.request("GET", path)
        return json.load(connection.getresponse())

    def unhealthy(self):
        return next(each for each in self.get("/containers/json") if "(unhealthy)" in each["Status"])

    def started_at(self):
        return self.get(f"/containers/{self.name}/json")["State"]["StartedAt"]

    def end(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder)


class RealEngine:
    """The machine's own engine with one container of ours, of an image that is made of busybox."""

    def __init__(self):
        self.name = f"mediahelm-atspi-{os.getpid()}"
        self.address = os.environ.get("DOCKER_HOST") or "unix:///var/run/docker.sock"
        if not shutil.which("docker") or subprocess.run(["docker", "version"], capture_output=True, check=False).returncode:
            skip("no Docker engine answers")
        busybox = shutil.which("busybox")
        if not busybox:
            skip("busybox-static is not installed")
        archive = io.BytesIO()
        with tarfile.open(fileobj=archive, mode="w") as tar:
            tar.add(busybox, "bin/busybox")
        subprocess.run(["docker", "import", "-", f"{self.name}:test"], input=archive.getvalue(), check=True,
                       stdout=subprocess.DEVNULL)
        subprocess.run(["docker", "run", "--detach", "--name", self.name, "--stop-signal", "KILL", f"{self.name}:test",
                        "/bin/busybox", "sleep", "3600"], check=True, stdout=subprocess.DEVNULL)

    def started_at(self):
        return subprocess.run(["docker", "inspect", "--format", "{{.State.StartedAt}}", self.name], check=True,
                              capture_output=True, text=True).stdout.strip()

    def end(self):
        subprocess.run(["docker", "rm", "--force", self.name], check=False, stdout=subprocess.DEVNULL)
        subprocess.run(["docker", "rmi", f"{self.name}:test"], check=False, stdout=subprocess.DEVNULL)


def walk_the_panel(outsider):
    details = wait_for("a service's details", lambda: outsider.find(Role.PUSH_BUTTON, "Details and log of "))
    outsider.press(details)
    wait_for("the panel", lambda: outsider.find(Role.PUSH_BUTTON, "Close the panel"))
    for tab in ("Live", "Details", "Health"):
        outsider.press(wait_for(tab, lambda tab=tab: outsider.find(Role.PAGE_TAB, tab)))
        check_names(outsider, f"{details.get_name()}: {tab}")
    outsider.show("Overview")


def restart_from_the_overview(outsider, engine):
    before = engine.started_at()
    restart = wait_for("a service that can be restarted", lambda: outsider.find(Role.PUSH_BUTTON, "Restart "))
    name = restart.get_name()
    assert name.removeprefix("Restart ") in engine.name, name
    outsider.press(restart)
    wait_for(f"'{name}' is done", lambda: outsider.find(Role.PUSH_BUTTON, name) is None)
    wait_for("the engine has started it anew", lambda: engine.started_at() != before)
    print(f"Overview: pressed '{name}', the engine started it anew, and it needs attention no more")


def restart_from_the_table(outsider, engine):
    outsider.show("Services")
    search = wait_for("the search", lambda: outsider.find(Role.TEXT, "Search services"))
    search.get_editable_text_iface().set_text_contents(engine.name)
    row = wait_for("the service's row", lambda: outsider.row(engine.name))
    wait_for("it has run for some seconds", lambda: seconds_up(outsider, engine.name) >= 4)
    uptime = seconds_up(outsider, engine.name)
    before = engine.started_at()
    assert outsider.table().get_table_iface().add_row_selection(row)
    button = wait_for("Restart can be pressed", lambda: outsider.find(Role.PUSH_BUTTON, "Restart", enabled=True))
    outsider.press(button)
    wait_for("the engine has started it anew", lambda: engine.started_at() != before)
    wait_for("its uptime begins anew", lambda: 0 <= seconds_up(outsider, engine.name) < uptime)
    wait_for("the window says so", lambda: outsider.find(Role.LABEL, f"Restarted {engine.name}"))
    print(f"Services: pressed 'Restart' on {engine.name}, running for {uptime} s, the engine started it anew,"
          f" and its row says {seconds_up(outsider, engine.name)} s")


def seconds_up(outsider, name):
    """What the row says; -1: nothing that is a number of seconds."""
    row = outsider.row(name)
    cells = [] if row is None else outsider.cells(row)
    said = [re.fullmatch(r"(\d+) s", cell) for cell in cells]
    return next((int(match.group(1)) for match in said if match), -1)


def walk_everything(outsider):
    for page in PAGES:
        outsider.show(page)
        check_names(outsider, page)
    outsider.show("Hosts")
    outsider.press(wait_for("a button to add hosts", lambda: outsider.find(Role.PUSH_BUTTON, "Add host")))
    wait_for("the dialog", lambda: outsider.find(Role.DIALOG, "Add host"))
    check_names(outsider, "Add host")
    outsider.press(wait_for("a way out", lambda: outsider.find(Role.PUSH_BUTTON, "Cancel")))
    wait_for("the dialog is closed", lambda: outsider.find(Role.DIALOG, "Add host") is None)


def check_names(outsider, where):
    focusable, nameless = wait_for(f"the walk of {where}", outsider.nameless)
    assert not nameless, f"{where}: focusable without a name: {nameless}"
    assert focusable >= 4, f"{where}: only {focusable} focusable widgets were found"
    print(f"{where}: each of its {focusable} focusable widgets has a name")


def inside(case, program, *rest):
    engine = FakeEngine(*rest) if case == "fake" else RealEngine()
    process = subprocess.Popen([program], env=dict(os.environ, DOCKER_HOST=engine.address))
    try:
        outsider = Outsider(process.pid)
        wait_for("the program is on the accessibility bus", outsider.application)
        wait_for("its pages are there", lambda: outsider.find(Role.PAGE_TAB, "Overview"))
        if case == "fake":
            walk_the_panel(outsider)
            restart_from_the_overview(outsider, engine)
            walk_everything(outsider)
        else:
            restart_from_the_table(outsider, engine)
        return 0
    except AssertionError as problem:
        print(f"FAILED: {problem}", file=sys.stderr)
        return 1
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        engine.end()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(inside(*sys.argv[1:]) if os.environ.get("MEDIAHELM_ATSPI_INSIDE") else outside(os.path.abspath(__file__)))
