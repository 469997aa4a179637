#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of a workspace through the window: made from the catalog step by step, applied, changed in the editor, applied,
broken, and put back by itself; with a registry of the test's own and the machine's engine, over the accessibility bus.

window_deployment_test.py MEDIAHELM     MEDIAHELM_SCREENSHOTS=FOLDER keeps a picture of each step, in both schemes.

Exit status 0: it holds; 1: it does not; prints "SKIPPED: why" where a part is missing.
"""

import json
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "..", "cli")]
import atspi_outsider_test as seen
from atspi_outsider_test import Role, skip, wait_for

SLOW = 240.0


class Window:
    """What the user does, and what stands there then."""

    def __init__(self, program, workspace, environment=None, before=None, command=(), output=None):
        """`before` is called when there is a keyring; `command` is put before the program, whose process stays the same."""
        state = os.path.join(os.environ["XDG_STATE_HOME"], "mediahelm")
        os.makedirs(state, mode=0o700)
        kept = {"theme": os.environ.get("MEDIAHELM_THEME", "light")}
        if workspace:
            kept.update({"configuration.open": workspace, "configuration.recent": [workspace]})
        with open(os.path.join(state, "state.json"), "w", encoding="utf-8") as out:
            json.dump(kept, out)
        self.pictures = 0
        # A keyring that is open, or it would ask for a password.
        subprocess.run(["gnome-keyring-daemon", "--unlock", "--daemonize", "--components=secrets"], input=b"test\n",
                       check=True, stdout=subprocess.DEVNULL)
        if before:
            before()
        self.process = subprocess.Popen([*command, program], env=dict(os.environ, **(environment or {})), stdout=output,
                                        stderr=output)
        self.outsider = seen.Outsider(self.process.pid)
        wait_for("the program is on the accessibility bus", self.outsider.application)
        wait_for("its pages are there", lambda: self.outsider.find(Role.PAGE_TAB, "Configuration"))

    def picture(self, name):
        folder = os.environ.get("MEDIAHELM_SCREENSHOTS")
        if not folder:
            return
        self.pictures += 1
        file = os.path.join(folder, "%02d-%s-%s.png" % (self.pictures, name, os.environ.get("MEDIAHELM_THEME", "light")))
        subprocess.run(["import", "-window", "root", file], check=False)

    def press(self, name, seconds=seen.DEADLINE):
        button = wait_for(f"'{name}' can be pressed",
                          lambda: self.outsider.find(Role.PUSH_BUTTON, name, enabled=True), seconds)
        self.outsider.press(button)

    def click(self, tree, name, into, times):
        """On a row of a tree, so many pixels from the beginning of its first cell."""
        def cell():
            for node in self.outsider.walk():
                if node.get_role() in (Role.TREE, Role.TREE_TABLE) and node.get_name() == tree:
                    iface = node.get_table_iface()
                    for row in range(iface.get_n_rows()):
                        found = iface.get_accessible_at(row, 0)
                        if found and (found.get_name() or "") == name:
                            return found
            return None
        found = wait_for(f"{name} in the tree", cell)
        where = found.get_component_iface().get_extents(seen.Atspi.CoordType.SCREEN)
        subprocess.run(["xdotool", "mousemove", str(where.x + into), str(where.y + where.height // 2), "click", "--repeat",
                        str(times), "--delay", "60", "1"], check=True)
        return found

    def open_file(self, path):
        """A double click on it in the tree; one that is shown already is left alone."""
        if self.editor(path):
            return
        self.click("Files", os.path.basename(path), 20, 2)
        wait_for(f"the text of {path}", lambda: self.editor(path))

    def type(self, field, text):
        def entry():
            return next((node for node in self.outsider.walk() if (node.get_name() or "") == field
                         and node.get_editable_text_iface() is not None), None)
        assert wait_for(f"the field {field!r}", entry).get_editable_text_iface().set_text_contents(text)

    def make_workspace(self, folder, name, services):
        """From the catalog, step by step."""
        self.press("New workspace from the catalog…")
        self.type("Folder on this machine", folder)
        self.type("Name of the project", name)
        self.says(f"The project is called {name}")
        self.picture("new-place")
        self.press("Next")
        for count, service in enumerate(services, 1):
            self.type("Search services", service)
            self.click("Services", service.capitalize(), 12, 1)
            self.says("1 service ·" if count == 1 else f"{count} services ·")
        self.picture("new-services")
        self.press("Next")
        def reviewed():
            return self.outsider.find(Role.PUSH_BUTTON, "Make the workspace", enabled=True)
        if wait_for("the next step", lambda: reviewed() or self.shows("What only you know")) is True:
            self.press("Next")  # it is left for later
        wait_for("what is written", reviewed)
        self.picture("new-review")
        self.press("Make the workspace")
        wait_for("the workspace is open", lambda: self.outsider.find(Role.PUSH_BUTTON, "Apply…", enabled=True), SLOW)

    def editor(self, path):
        return next((node for node in self.outsider.walk() if (node.get_name() or "") == path
                     and node.get_text_iface() is not None), None)

    def replace(self, path, old, new):
        self.open_file(path)
        text = self.editor(path).get_text_iface()
        whole = seen.Atspi.Text.get_text(text, 0, seen.Atspi.Text.get_character_count(text))
        assert old in whole, f"{old!r} is not in {path}: {whole!r}"
        assert self.editor(path).get_editable_text_iface().set_text_contents(whole.replace(old, new))

    def apply(self, picture, unsaved=False):
        self.outsider.show("Configuration")
        self.press("Apply…")
        if unsaved:
            self.press("Save all and apply…")
        self.carry_out("Apply", picture)

    def carry_out(self, verb, picture):
        wait_for("the plan", lambda: any(node.get_name() == verb and node.get_state_set().contains(seen.State.ENABLED)
                                         for node in self.outsider.walk() if node.get_role() == Role.PUSH_BUTTON), SLOW)
        self.picture(picture + "-plan")
        button = next(node for node in self.outsider.walk() if node.get_name() == verb
                      and node.get_role() == Role.PUSH_BUTTON)
        self.outsider.press(button)
        wait_for("its progress", lambda: self.outsider.find(Role.PUSH_BUTTON, "Cancel")
                 or self.outsider.find(Role.PUSH_BUTTON, "Copy report"))
        self.picture(picture + "-progress")
        wait_for("its end", lambda: self.outsider.find(Role.PUSH_BUTTON, "Copy report"), SLOW)
        self.picture(picture + "-end")

    def shows(self, words):
        return any(words in (node.get_name() or "") for node in self.outsider.walk())

    def says(self, words):
        wait_for(f"the window says {words!r}", lambda: self.shows(words))

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def healthy(case, digests):
    state = case.running()
    assert {name: (each[1], each[2]) for name, each in state.items()} == \
        {name: ([digest], "healthy") for name, digest in digests.items()}, (state, digests)
    return state


def all_of_it(case, program):
    first = {service: case.registry.push(service, "1", True, "one") for service in registry_test.SERVICES}
    window = Window(program, None)
    try:
        window.outsider.show("Configuration")
        window.make_workspace(case.workspace, registry_test.NAME, registry_test.SERVICES)
        case.come_from_the_registry()
        window.picture("configuration")
        print("made from the catalog, step by step")
        window.apply("first")
        healthy(case, first)
        print("applied: both services are healthy, of the images that were pushed")

        second = dict(first, sonarr=case.registry.push("sonarr", "2", True, "two"))
        one, two, three = (case.registry.name("sonarr", tag) for tag in "123")
        window.outsider.show("Configuration")
        window.replace("services/sonarr.yaml", one, two)
        window.picture("changed")
        window.apply("second", unsaved=True)
        good = healthy(case, second)
        print("changed in the editor, saved and applied: sonarr runs the second image")

        case.registry.push("sonarr", "3", False, "three")
        window.outsider.show("Configuration")
        window.replace("services/sonarr.yaml", two, three)
        window.apply("broken", unsaved=True)
        window.says("did not come up, and was put back")
        assert case.running() == good, case.running()
        assert case.verdicts()[:2] == [("rollback", "healthy"), ("applied", "rolled-back")], case.verdicts()
        with open(os.path.join(case.workspace, "services", "sonarr.yaml"), encoding="utf-8") as file:
            assert two in file.read()
        print("broken: put back by itself, all services healthy on the earlier digests, the file as it was")
        window.press("Show revisions")
        wait_for("the revisions", lambda: window.outsider.find(Role.PUSH_BUTTON, "Save point…"))
        window.picture("revisions")
        return 0
    finally:
        window.picture("last")
        window.end()


def inside(program):
    case = registry_test.FromTheRegistry("test_init_apply_change_plan_apply_break_roll_back")
    try:
        case.setUp()
        return all_of_it(case, program)
    except AssertionError as problem:
        print(f"FAILED: {problem}", file=sys.stderr)
        return 1
    finally:
        case.doCleanups()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if not os.environ.get("MEDIAHELM_ATSPI_INSIDE"):
        sys.exit(seen.outside(os.path.abspath(__file__), 3 * SLOW))
    for tool in ("docker-registry", "gnome-keyring-daemon", "xdotool"):
        if not shutil.which(tool):
            skip(f"{tool} is not installed")
    import registry_test
    sys.exit(inside(sys.argv[1]))
