# SPDX-License-Identifier: GPL-3.0-or-later
"""`save`, `revisions` with its filters, `show`, `tag`, `untag` and `diff`: none of them needs an engine."""

import json
import os
import subprocess
import unittest

import bench


class Revisions(bench.Bench):
    def setUp(self):
        super().setUp()
        self.workspace = os.path.join(self.folder, "media")
        os.mkdir(self.workspace)
        self.environment["DOCKER_HOST"] = "unix://" + os.path.join(self.folder, "nobody.sock")
        self.write("compose.yaml", "services:\n  web: {image: 'app:1'}\n")
        self.write(".env", "PORT=80\n")

    def write(self, name, text):
        with open(os.path.join(self.workspace, name), "w", encoding="utf-8") as out:
            out.write(text)

    def run_verb(self, verb, *words):
        return self.run_program(verb, self.workspace, *words)

    def save(self, *words):
        result = self.run_verb("save", "--json", *words)
        self.expect(result, 0)
        return json.loads(result.stdout)

    def messages(self, *filters):
        result = self.run_verb("revisions", "--json", *filters)
        self.expect(result, 0)
        return [each["message"] for each in json.loads(result.stdout)]

    def test_a_save_point_is_a_revision_and_nothing_changed_is_none(self):
        first = self.save("-m", "as it came")
        self.assertEqual((first["kind"], first["message"], first["parent"]), ("save-point", "as it came", None))
        again = self.run_verb("save")
        self.expect(again, 0, "nothing was changed")
        self.assertEqual(self.messages(), ["as it came"])
        self.write("compose.yaml", "services:\n  web: {image: 'app:2'}\n")
        self.assertEqual(self.save()["message"], "Save point")
        self.assertEqual(self.messages(), ["Save point", "as it came"])

    def test_what_is_included_and_extended_is_saved_too(self):
        for folder in ("parts/deep", "parts/other"):
            os.makedirs(os.path.join(self.workspace, folder))
        self.write("compose.yaml", "include: [{path: parts/a.yaml, env_file: parts/own.env}, ../beside.yaml]\n"
                                   "services:\n  web: {extends: {file: parts/other/b.yaml, service: b}}\n")
        self.write("parts/own.env", "WHICH=deep\n")
        self.write("parts/a.yaml", "include: ['${WHICH}/c.yaml']\nservices:\n  a: {image: 'a:1', env_file: a.env}\n")
        self.write("parts/a.env", "A=1\n")
        self.write("parts/deep/c.yaml", "services:\n  c: {image: 'c:1', configs: [c]}\nconfigs: {c: {file: c.conf}}\n")
        self.write("parts/deep/c.conf", "c\n")
        self.write("parts/other/b.yaml", "services:\n  b: {image: 'b:1', env_file: b.env}\n")
        self.write("parts/other/b.env", "B=1\n")
        self.write("../beside.yaml", "services:\n  d: {image: 'd:1'}\n")
        self.save()
        store = os.path.join(self.workspace, ".mediahelm", "revisions.git")
        names = subprocess.run(["git", "--git-dir", store, "ls-tree", "-r", "--name-only", "main"], env=self.environment,
                               capture_output=True, text=True, timeout=bench.DEADLINE, check=True).stdout.split()
        self.assertEqual(sorted(names), [".env", "compose.yaml", "parts/a.env", "parts/a.yaml", "parts/deep/c.conf",
                                         "parts/deep/c.yaml", "parts/other/b.env", "parts/other/b.yaml", "parts/own.env"])

    def test_they_are_searched(self):
        self.save("-m", "as it came")
        self.write("compose.yaml", "services:\n  web: {image: 'app:2'}\n")
        self.save("-m", "newer app")
        self.write(".env", "PORT=8080\n")
        self.save("-m", "another port")
        self.assertEqual(self.messages("--search", "NEWER"), ["newer app"])
        self.assertEqual(self.messages("--file", "compose.yaml"), ["newer app", "as it came"])
        self.assertEqual(self.messages("--containing", "8080"), ["another port"])
        self.assertEqual(self.messages("--containing", "8080", "--search", "newer"), [])
        self.assertEqual(self.messages("--service", "nobody"), [])

    def test_they_are_named_shown_and_compared(self):
        first = self.save("-m", "as it came")["id"]
        self.expect(self.run_verb("tag", first[:8], "before-the-move"), 0)
        self.expect(self.run_verb("tag", first[:8], "before-the-move"), 73, "before-the-move")
        told = self.run_verb("tag", first[:8], "another", "--json")
        self.assertEqual(json.loads(told.stdout), {"tag": "another", "revision": first})
        told = self.run_verb("untag", "another", "--json")
        self.assertEqual(json.loads(told.stdout), {"tag": "another", "revision": None})
        self.expect(self.run_verb("tag", first[:8], "-no-"), 64)
        self.expect(self.run_verb("tag", first[:8], "a b"), 65)
        self.write("compose.yaml", "services:\n  web: {image: 'app:2'}\n")
        self.save("-m", "newer app")
        shown = json.loads(self.run_verb("show", "before-the-move", "--json").stdout)
        self.assertEqual((shown["id"], shown["tags"], shown["deployments"]), (first, ["before-the-move"], []))
        self.assertEqual([(each["path"], each["kind"]) for each in shown["changes"]],
                         [(".env", "added"), ("compose.yaml", "added")])
        words = self.run_verb("show", "head")
        self.expect(words, 0)
        self.assertIn("changed  compose.yaml (+1 -1)", words.stdout)
        self.assertIn("-  web: {image: 'app:1'}", self.run_verb("diff", "before-the-move", "head").stdout)
        self.expect(self.run_verb("show", "head", "--log"), 66, "never deployed")
        os.mkdir(os.path.join(self.workspace, "services"))
        self.write("services/db.yaml", "services:\n  db: {image: 'db:1'}\n")
        self.write("compose.yaml", "include: [services/db.yaml]\nservices:\n  web: {image: 'app:2'}\n")
        self.save("-m", "another file")
        alone = self.run_verb("diff", "before-the-move", "head", "--file", "services/")
        self.assertIn("+  db: {image: 'db:1'}", alone.stdout)
        self.assertNotIn("app:1", alone.stdout)
        alone = json.loads(self.run_verb("diff", "before-the-move", "head", "--file", "./compose.yaml", "--json").stdout)
        self.assertEqual([each["path"] for each in alone], ["compose.yaml"])
        self.expect(self.run_verb("untag", "before-the-move"), 0)
        self.expect(self.run_verb("show", "before-the-move"), 66, "before-the-move")
        self.expect(self.run_verb("untag", "before-the-move"), 66, "before-the-move")

    def test_a_secret_in_a_file_is_not_saved(self):
        self.write("mediahelm.yaml", "version: 1\nname: media\nservice_files: [compose.yaml]\nsecrets: [API_KEY]\n")
        subprocess.run([bench.SERVER, "secrets", "set", "API_KEY", "--workspace", self.workspace], check=True,
                       input=b"planted-canary-4711-Zq", env=self.environment, capture_output=True,
                       timeout=bench.DEADLINE)
        self.write("compose.yaml", "services:\n  web: {image: 'app:1', command: [planted-canary-4711-Zq]}\n")
        result = self.run_verb("save")
        self.expect(result, 77, "compose.yaml")
        self.assertNotIn("planted-canary", result.stdout + result.stderr)
        self.assertEqual(self.messages(), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
