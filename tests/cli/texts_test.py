# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual, the completions and the files for the system: each asked of the tool that reads it."""

import os
import shutil
import subprocess
import tempfile
import unittest

import bench


def run(*words, **more):
    return subprocess.run(words, capture_output=True, text=True, timeout=bench.DEADLINE, check=False, **more)


def needs(tool):
    return unittest.skipUnless(shutil.which(tool), tool + " is not installed")


def text(name):
    return os.path.join(bench.TEXTS, name)


class Texts(unittest.TestCase):
    @needs("mandoc")
    def test_the_manual_is_without_fault(self):
        result = run("mandoc", "-Tlint", "-Wwarning", text("mediahelm.1"))
        self.assertEqual((result.returncode, result.stdout), (0, ""))

    def test_the_manual_names_every_option_that_help_names(self):
        with open(text("mediahelm.1"), encoding="utf-8") as page:
            manual = page.read().replace("\\-", "-")
        for verb in ([], ["status"], ["logs"], ["hosts", "add"], ["secrets", "remove"], ["server"]):
            shown = run(bench.SERVER, *verb, "--help").stdout
            for word in shown.split():
                if word.startswith("--"):
                    self.assertIn("Fl " + word.strip(",.'")[1:], manual, word)

    def complete_in_bash(self, *words):
        script = """
            source "$1"; shift
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mediahelm
            printf '%s\\n' "${COMPREPLY[@]}"
        """
        result = run("bash", "--norc", "-c", script, "bash", text("mediahelm.bash"), *words)
        self.assertEqual(result.stderr, "")
        return result.stdout.split()

    def test_bash_completes_verbs_options_and_values(self):
        self.assertEqual(self.complete_in_bash("mediahelm", "sta"), ["status", "start"])
        self.assertEqual(self.complete_in_bash("mediahelm", "hosts", ""), ["list", "add", "remove", "test"])
        self.assertEqual(self.complete_in_bash("mediahelm", "secrets", ""), ["list", "set", "remove", "import"])
        self.assertEqual(self.complete_in_bash("mediahelm", "secrets", "set", "--workspace", "/et"), ["/etc"])
        self.assertEqual(self.complete_in_bash("mediahelm", "logs", "--t"), ["--tail", "--timestamps"])
        self.assertEqual(self.complete_in_bash("mediahelm", "server", "--log-level", "w"), ["warning"])

    def test_bash_runs_nothing_that_a_name_pretends_to_be(self):
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "mediahelm")
            with open(program, "w", encoding="utf-8") as out:
                out.write("#!/bin/sh\nprintf '%s\\n' '$(touch " + folder + "/ran)' sonarr\n")
            os.chmod(program, 0o755)
            self.assertIn("sonarr", self.complete_in_bash(program, "logs", ""))
            self.assertEqual(os.listdir(folder), ["mediahelm"])

    @needs("zsh")
    def test_zsh_reads_it(self):
        result = run("zsh", "-f", "-c", "autoload -U compinit; compinit -u -D; source <(sed '$d' \"$1\"); whence -w _mediahelm",
                     "zsh", text("_mediahelm"))
        self.assertEqual((result.stdout.strip(), result.stderr), ("_mediahelm: function", ""))

    @needs("fish")
    def test_fish_completes(self):
        with tempfile.TemporaryDirectory() as home:
            result = run("fish", "--no-config", "-c", "source $argv[1]; complete -C 'mediahelm sta'", text("mediahelm.fish"),
                         env={"PATH": os.environ["PATH"], "HOME": home})
        words = [line.split("\t")[0] for line in result.stdout.splitlines()]
        self.assertEqual(sorted(words), ["start", "status"], result.stderr)

    @needs("desktop-file-validate")
    def test_the_desktop_file_is_valid(self):
        result = run("desktop-file-validate", bench.SOURCE + "/packaging/desktop/org.mediahelm.Mediahelm.desktop")
        self.assertEqual((result.returncode, result.stdout), (0, ""))

    @needs("appstreamcli")
    def test_the_metainfo_is_valid(self):
        result = run("appstreamcli", "validate", "--no-net",
                     bench.SOURCE + "/packaging/desktop/org.mediahelm.Mediahelm.metainfo.xml")
        self.assertEqual(result.returncode, 0, result.stdout)

    @needs("systemd-analyze")
    def test_the_unit_is_valid_and_exposed_little(self):
        with tempfile.TemporaryDirectory() as folder:
            unit = os.path.join(folder, "mediahelm.service")
            with open(bench.SOURCE + "/packaging/systemd/mediahelm.service.in", encoding="utf-8") as template:
                text_of_unit = template.read().replace("@CMAKE_INSTALL_FULL_BINDIR@", bench.BIN)
            with open(unit, "w", encoding="utf-8") as out:
                out.write(text_of_unit)
            result = run("systemd-analyze", "verify", "--man=no", unit)
            self.assertEqual([line for line in result.stderr.splitlines() if "mediahelm" in line], [])
            result = run("systemd-analyze", "security", "--offline=yes", "--threshold=25", unit)
            self.assertEqual(result.returncode, 0, result.stdout[-400:])


if __name__ == "__main__":
    unittest.main()
