#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the desktop from outside, as assistive technology does: over the accessibility bus, on a real X display.

atspi_outsider_test.py PROGRAM [ARGUMENT...]

Finds the window, walks every page and asks each focusable widget for its name, presses Restart of a service that needs
attention on the Overview, and sees it restart. Exit status 0: it holds; 1: it does not; prints "SKIPPED: why" where a
part is missing.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings

# The names of this library differ between its versions; the old ones work in all that we meet.
warnings.simplefilter("ignore", DeprecationWarning)

DEADLINE = 60.0
PAGES = ["Overview", "Services", "Monitoring", "Hosts", "Settings"]


def skip(why):
    print(f"SKIPPED: {why}")
    sys.exit(0)


def wait_for(what, check, seconds=DEADLINE):
    """Returns what `check` returns as soon as it is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        result = check()
        if result:
            return result
        time.sleep(0.1)
    raise AssertionError(f"not within {seconds:.0f} s: {what}")


def outside():
    """Makes a display and a session bus of its own, and runs this file again inside of them."""
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
            inner = ["dbus-run-session", "--", sys.executable, os.path.abspath(__file__)] + sys.argv[1:]
            return subprocess.run(inner, env=environment, timeout=4 * DEADLINE, check=False).returncode
        finally:
            display.terminate()
            display.wait()


class Outsider:
    """What assistive technology sees of one program."""

    def __init__(self, atspi, pid):
        self.atspi = atspi
        self.pid = pid

    def application(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.pid:
                return child
        return None

    def walk(self, node=None):
        """Every showing object, parents first."""
        stack = [node or self.application()]
        while stack:
            here = stack.pop()
            if here is None:
                continue
            yield here
            role = here.get_role()
            # A table's cells are asked one by one where they matter; there may be thousands.
            if role in (self.atspi.Role.TABLE, self.atspi.Role.TREE, self.atspi.Role.TREE_TABLE, self.atspi.Role.LIST):
                continue
            for i in reversed(range(here.get_child_count())):
                child = here.get_child_at_index(i)
                if child and child.get_state_set().contains(self.atspi.StateType.SHOWING):
                    stack.append(child)

    def find(self, role, start):
        for node in self.walk():
            if node.get_role() == role and (node.get_name() or "").startswith(start):
                return node
        return None

    def press(self, node):
        action = node.get_action_iface()
        for i in range(action.get_n_actions()):
            if action.get_action_name(i) in ("Press", "Toggle", "SetFocus"):
                return action.do_action(i)
        raise AssertionError(f"{node.get_name()} cannot be pressed")

    def nameless(self):
        found = []
        for node in self.walk():
            states = node.get_state_set()
            if not states.contains(self.atspi.StateType.FOCUSABLE):
                continue
            if node.get_role() == self.atspi.Role.SCROLL_BAR:
                continue
            if not (node.get_name() or "").strip():
                found.append(f"{node.get_role_name()} in {node.get_parent().get_name()!r}")
        return found


def inside(command):
    try:
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
    except (ImportError, ValueError):
        skip("python3-gi or gir1.2-atspi-2.0 is not installed")
    program = subprocess.Popen(command)
    try:
        outsider = Outsider(Atspi, program.pid)
        wait_for("the program is on the accessibility bus", outsider.application)
        wait_for("its pages are there", lambda: outsider.find(Atspi.Role.PAGE_TAB, "Overview"))

        restart = wait_for("a service that can be restarted", lambda: outsider.find(Atspi.Role.PUSH_BUTTON, "Restart "))
        name = restart.get_name()
        outsider.press(restart)
        wait_for(f"'{name}' is done", lambda: outsider.find(Atspi.Role.PUSH_BUTTON, name) is None)
        print(f"pressed '{name}' and saw it restart")

        for page in PAGES:
            tab = wait_for(f"page {page}", lambda page=page: outsider.find(Atspi.Role.PAGE_TAB, page))
            outsider.press(tab)
            title = wait_for(f"{page} is shown", lambda page=page: outsider.find(Atspi.Role.FRAME, page))
            nameless = outsider.nameless()
            assert not nameless, f"{title.get_name()}: focusable without a name: {nameless}"
            print(f"{page}: every focusable widget has a name")
        return 0
    except AssertionError as problem:
        print(f"FAILED: {problem}", file=sys.stderr)
        return 1
    finally:
        program.terminate()
        try:
            program.wait(10)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(inside(sys.argv[1:]) if os.environ.get("MEDIAHELM_ATSPI_INSIDE") else outside())
