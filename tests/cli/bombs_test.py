# SPDX-License-Identifier: GPL-3.0-or-later
"""S13: files that are too much for any reader are refused by ours, with their place, and handed to nobody else."""

import json
import os
import unittest

import bench

BOMBS = {
    "aliases": "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        "%s: &%s [%s]\n" % (new, new, ",".join(["*" + old] * 9)) for old, new in zip("abcdefgh", "bcdefghi")),
    "brackets": "services: " + "[" * 100_000 + "\n",
    "unfinished": "services:\n  web: {image: 'a:1'\n",
}
CODES = {"aliases": "yaml-alias-budget", "brackets": "yaml-too-deep", "unfinished": "yaml-syntax"}


class Bombs(bench.Bench):
    def setUp(self):
        super().setUp()
        self.start_engine()
        # A docker that tells of being asked what no bomb may reach.
        self.asked = os.path.join(self.folder, "asked")
        tools = os.path.join(self.folder, "tools")
        os.mkdir(tools)
        docker = os.path.join(tools, "docker")
        with open(docker, "w", encoding="utf-8") as out:
            out.write('#!/bin/sh\ncase "$*" in *version*) echo Docker Compose version 2.26.1;; *) echo "$@" >>"%s";; esac\n' % self.asked)
        os.chmod(docker, 0o755)
        self.environment["PATH"] = tools + ":" + self.environment["PATH"]
        self.workspace = os.path.join(self.folder, "media")
        os.mkdir(self.workspace)

    def write(self, text):
        with open(os.path.join(self.workspace, "compose.yaml"), "w", encoding="utf-8") as out:
            out.write(text)

    def test_S13_compose_is_not_asked_about_what_we_refuse(self):
        for name, text in BOMBS.items():
            with self.subTest(name):
                self.write(text)
                result = self.run_program("validate", self.workspace, "--json")
                self.expect(result, 65)
                found = json.loads(result.stdout)
                self.assertEqual([each["code"] for each in found if each["severity"] == "error"], [CODES[name]])
                for words in (("plan", self.workspace), ("apply", self.workspace, "--yes")):
                    result = self.run_program(*words)
                    self.assertNotEqual(result.returncode, 0, words)
                    self.assertIn("compose.yaml:%d: " % found[0]["line"], result.stderr, words)
                self.assertFalse(os.path.exists(self.asked))

    def test_compose_is_asked_about_what_we_can_read(self):
        self.write("services: {web: {image: 'a:1'}}\n")
        self.run_program("validate", self.workspace)
        with open(self.asked, encoding="utf-8") as asked:
            self.assertIn("config", asked.read())


if __name__ == "__main__":
    unittest.main(verbosity=2)
