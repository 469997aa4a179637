#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""S11 of the window: twelve planted secrets, kept in the session's keyring, go through applying, a roll-back by itself
and the editor, and are found in no file, log, argument, or text that the window shows.

window_canary_test.py MEDIAHELM

Exit status 0: it holds; 1: it does not; prints "SKIPPED: why" where a part is missing.
"""

import os
import shutil
import stat
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "..", "cli")]
import atspi_outsider_test as seen
from atspi_outsider_test import Role, skip, wait_for

SLOW = 240.0


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


class Story:
    def __init__(self, case, program):
        self.case = case
        self.program = program
        self.folder = case.workspace
        self.log = os.path.join(case.folder, "window.log")
        self.trace = os.path.join(case.traces, "window")
        self.texts = []

    def put(self, image="a", probe="true"):
        write(os.path.join(self.folder, "services", "planted.yaml"),
              canary_test.FILE.format(name=canary_test.NAME, image=image, probe=probe, build=canary_test.BUILD))

    def make_workspace(self):
        names = "".join("  - %s\n" % name for name in canary_test.CANARIES)
        write(os.path.join(self.folder, "mediahelm.yaml"),
              "version: 1\nname: %s\nenv_layers: [local.env]\nservice_files: [services/planted.yaml]\nsecrets:\n%s"
              % (canary_test.NAME, names))
        write(os.path.join(self.folder, "local.env"), "TZ=Europe/Berlin\n")
        write(os.path.join(self.folder, "built", "Dockerfile"),
              "FROM %s:a\nARG TOKEN\nRUN echo building with $TOKEN\n" % canary_test.NAME)
        self.put()

    def keep_secrets(self):
        """Where the window finds them: in the keyring that the session has."""
        for name, value in canary_test.CANARIES.items():
            if name == canary_test.BY_ENVIRONMENT:
                continue
            subprocess.run([self.program, "secrets", "set", name, "--workspace", self.folder],
                           input=value.encode() + b"\n", check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        assert not os.path.exists(os.path.join(os.environ["XDG_STATE_HOME"], "mediahelm", "secrets", "secrets.sealed")), \
            "they are in a file, and not in the keyring"

    def look(self, window):
        """What stands in the window now."""
        found = []
        for node in window.outsider.walk():
            said = [node.get_name() or "", node.get_description() or ""]
            text = node.get_text_iface()
            if text is not None:
                said.append(seen.Atspi.Text.get_text(text, 0, seen.Atspi.Text.get_character_count(text)))
            found.append("\n".join(said))
        self.texts += [each.encode() for each in found]
        return "\n".join(found)

    def tell(self, window):
        window.outsider.show("Configuration")
        wait_for("the workspace", lambda: window.outsider.find(Role.PUSH_BUTTON, "Apply…", enabled=True))
        window.apply("canary-first")
        self.look(window)
        inside = canary_test.docker("inspect", canary_test.NAME + "-web-1").decode()
        for name in ("S_PLAIN", "S_COMMAND", "S_HEALTH", "S_LABEL"):
            assert canary_test.CANARIES[name] in inside, name  # they did arrive
        window.outsider.show("Configuration")
        window.open_file("services/planted.yaml")
        self.look(window)
        window.replace("services/planted.yaml", "$$S_SHORT; true", "$$S_SHORT; false")
        window.apply("canary-broken", unsaved=True)
        window.says("did not come up, and was put back")
        # It is told that there were some.
        wait_for("what the health check said", lambda: "[secret S_HEALTH]" in self.look(window))
        window.press("Show revisions")
        wait_for("the revisions", lambda: window.outsider.find(Role.PUSH_BUTTON, "Save point…"))
        self.look(window)

    def everything(self):
        """(what, bytes): what the window showed, said, started and left."""
        yield from (("text in the window", text) for text in self.texts)
        with open(self.trace, encoding="latin-1") as lines:
            yield from (("argument", b" ".join(canary_test.arguments_in(line))) for line in lines)
        yield from self.case.everything_kept()
        home = os.environ["HOME"]
        for folder, _, names in os.walk(home):
            for name in names:
                path = os.path.join(folder, name)
                if stat.S_ISREG(os.lstat(path).st_mode):
                    with open(path, "rb") as file:
                        yield os.path.relpath(path, home), file.read()

    def run(self):
        assert canary_test.hits(" ".join(canary_test.CANARIES.values()).encode()) == sorted(canary_test.CANARIES)
        self.make_workspace()
        name = canary_test.BY_ENVIRONMENT
        traced = ["strace", "-D", "-f", "-qq", "--seccomp-bpf", "-v", "-s", "100000", "-e", "trace=execve", "-o", self.trace]
        with open(self.log, "wb") as log:
            window = window_deployment_test.Window(
                self.program, self.folder, before=self.keep_secrets, command=traced, output=log,
                environment={name: canary_test.CANARIES[name], "QT_LOGGING_RULES": "mediahelm.*=true",
                             "TMPDIR": self.case.environment["TMPDIR"],
                             "ASAN_OPTIONS": self.case.traced_environment()["ASAN_OPTIONS"]})
            try:
                self.tell(window)
            finally:
                window.picture("canary-last")
                window.end()
        looked = list(self.everything())
        assert any(b"compose" in data for what, data in looked if what == "argument"), "no program was seen starting"
        assert len(self.texts) > 200, len(self.texts)
        found = ["%s: %s" % (what, ", ".join(names)) for what, data in looked if (names := canary_test.hits(data))]
        assert not found, found
        print("12 secrets, %d texts, files and arguments: 0 hits" % len(looked))
        return 0


def inside(program):
    canary_test.setUpModule()
    case = canary_test.Canaries("test_S11_twelve_planted_secrets_are_found_nowhere")
    try:
        case.setUp()
        return Story(case, program).run()
    except AssertionError as problem:
        print(f"FAILED: {problem}", file=sys.stderr)
        return 1
    finally:
        case.doCleanups()
        canary_test.tearDownModule()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if not os.environ.get("MEDIAHELM_ATSPI_INSIDE"):
        sys.exit(seen.outside(os.path.abspath(__file__), 3 * SLOW))
    for tool in ("strace", "gnome-keyring-daemon", "xdotool"):
        if not shutil.which(tool):
            skip(f"{tool} is not installed")
    import canary_test
    import window_deployment_test
    sys.exit(inside(sys.argv[1]))
