# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of a workspace that are handed to containers, and which Compose does not look at when it decides what to do."""

import json
import os
import subprocess
import unittest

import bench
from deployment_test import DEADLINE, NAME, DeploymentBench, docker, setUpModule, tearDownModule  # noqa: F401


class MountedFiles(DeploymentBench):
    PROBE = "    healthcheck: {test: [CMD, sh, -c, 'read x </etc/app.conf; [ $$x != broken ]'], interval: 200ms, retries: 2}\n"

    def put(self, path, text):
        whole = os.path.join(self.workspace, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole + ".new", "w", encoding="utf-8") as out:
            out.write(text)
        os.rename(whole + ".new", whole)  # as editors write: a container that runs goes on to see the old one

    def compose(self, *services, more=""):
        self.put("compose.yaml", "name: %s\nservices:\n%s%s" % (NAME, "".join(services), more))

    @staticmethod
    def service(name="web", more=""):
        return ("  %s:\n    image: '%s:a'\n    command: [sleep, '1000000']\n    stop_grace_period: 0s\n" % (name, NAME)
                + more)

    def seen(self, path="/etc/app.conf", service="web"):
        return docker("exec", "%s-%s-1" % (NAME, service), "sh", "-c", "read x <%s; echo $x" % path).decode().strip()

    def run_of(self, service="web"):
        return docker("inspect", "--format", "{{.Id}} {{.State.StartedAt}}", "%s-%s-1" % (NAME, service)).split()

    def plan(self):
        return {each["service"]: (each.get("followUp", each)["action"], each["reasons"])
                for each in json.loads(self.run_verb("plan", "--json").stdout)["services"]}

    def apply(self, message):
        return self.run_verb("apply", "--yes", "-m", message)

    def test_one_that_changed_restarts_who_sees_it(self):
        self.put("app.conf", "one\n")
        self.compose(self.service(more="    volumes: ['./app.conf:/etc/app.conf:ro']\n" + self.PROBE),
                     self.service("beside"), self.service("within", "    network_mode: 'service:web'\n"))
        self.expect(self.apply("one"), 0)
        self.assertEqual(self.plan()["web"], ("nothing", []))
        os.utime(os.path.join(self.workspace, "app.conf"))
        self.put("app.conf", "one\n")
        self.assertEqual(self.plan()["web"], ("nothing", []))

        before, beside, within = self.run_of(), self.run_of("beside"), self.run_of("within")
        self.put("app.conf", "two\n")
        self.assertEqual(self.plan(), {"web": ("restart", ["file app.conf"]), "beside": ("nothing", []),
                                       "within": ("restart", [])})
        self.assertIn("restart   within", self.run_verb("plan").stdout)
        self.expect(self.apply("two"), 0, "everything is up")
        self.assertEqual(self.seen(), "two")
        self.assertEqual(self.run_of()[0], before[0])
        self.assertNotEqual(self.run_of()[1], before[1])
        self.assertNotEqual(self.run_of("within")[1], within[1])
        self.assertEqual(self.run_of("beside"), beside)
        self.assertEqual(self.plan()["web"], ("nothing", []))
        self.assertEqual(self.revisions()[0]["services"], ["web", "within"])

        # One that does not come up is put back, and its user sees the file that is put back.
        self.put("app.conf", "broken\n")
        self.expect(self.apply("three"), 1, "put back to")
        self.assertEqual(self.seen(), "two")
        with open(os.path.join(self.workspace, "app.conf"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "two\n")
        self.assertEqual(self.plan()["web"], ("nothing", []))

        # By hand.
        first = self.revisions()[-1]["id"]
        told = self.run_verb("rollback", first)
        self.expect(told, 64, "restart   web")
        self.assertIn("file app.conf", told.stderr)
        self.expect(self.run_verb("rollback", first, "--yes"), 0, "everything is up")
        self.assertEqual(self.seen(), "one")
        self.assertEqual(self.plan()["web"], ("nothing", []))

    def test_whoever_was_restarted_by_hand_has_seen_it(self):
        self.put("app.conf", "one\n")
        self.compose(self.service(more="    volumes: ['./app.conf:/etc/app.conf:ro']\n"))
        self.expect(self.apply("one"), 0)
        self.put("app.conf", "two\n")
        docker("restart", NAME + "-web-1")
        self.assertEqual(self.seen(), "two")
        self.assertEqual(self.plan()["web"], ("nothing", []))

    def test_folders_and_configs_and_what_variables_name(self):
        self.put("rules/a.yml", "one\n")
        self.put(".env", "WHERE=rules\n")
        self.put("app.conf", "one\n")
        self.compose(self.service(more="    volumes: ['./${WHERE}:/rules:ro']\n    configs: [app]\n"),
                     more="configs: {app: {file: ./app.conf}}\n")
        self.expect(self.apply("one"), 0)
        self.assertEqual(self.plan()["web"], ("nothing", []))
        self.put("rules/b.yml", "new\n")
        self.assertEqual(self.plan()["web"], ("restart", ["file rules/b.yml"]))
        self.expect(self.apply("two"), 0)
        self.assertEqual(self.seen("/rules/b.yml"), "new")
        os.remove(os.path.join(self.workspace, "rules", "a.yml"))
        self.put("app.conf", "two\n")
        self.assertEqual(self.plan()["web"], ("restart", ["file app.conf", "file rules/a.yml"]))
        self.expect(self.apply("three"), 0)
        self.assertEqual(self.seen("/app"), "two")
        self.assertEqual(self.plan()["web"], ("nothing", []))

    def test_what_a_service_may_write_is_its_own_and_keys_are_nobodys(self):
        for path, text in (("data/state.db", "1\n"), ("data/config.yml", "1\n"), ("etc/server.key", "k\n"),
                           ("etc/app.conf", "one\n"), ("etc/wg0.conf", "PrivateKey = k\n"), ("etc/secrets/token", "t\n")):
            self.put(path, text)
        self.compose(self.service(more="    volumes: ['./data:/data', './etc:/etc/app:ro']\n"),
                     self.service("backup", "    volumes: ['./data:/data:ro', '.:/all:ro']\n"))
        self.expect(self.apply("one"), 0)
        store = os.path.join(self.workspace, ".mediahelm", "revisions.git")
        kept = subprocess.run(["git", "--git-dir", store, "ls-tree", "-r", "--name-only", "main"], env=self.environment,
                              capture_output=True, text=True, timeout=DEADLINE, check=True).stdout.split()
        self.assertEqual(kept, ["compose.yaml", "etc/app.conf"])
        for path in ("data/state.db", "data/config.yml", "etc/server.key"):
            self.put(path, "other\n")
        self.assertEqual(self.plan(), {"web": ("nothing", []), "backup": ("nothing", [])})

    def test_what_is_mounted_from_above_may_be_written_too(self):
        self.put("etc/app.conf", "one\n")
        self.compose(self.service(more="    volumes: ['./etc:/etc/app:ro', '..:/above']\n"))
        self.expect(self.apply("one"), 0)
        self.put("etc/app.conf", "two\n")
        self.assertEqual(self.plan()["web"], ("nothing", []))

    def test_what_others_may_write_from_now_on_is_no_reason_and_no_obstacle(self):
        self.put("etc/app.conf", "one\n")
        mounted = self.service(more="    volumes: ['./etc:/etc/app:ro']\n")
        self.compose(mounted)
        self.expect(self.apply("one"), 0)
        first = self.revisions()[0]["id"]
        self.put("etc/app.conf", "two\n")
        self.expect(self.apply("two"), 0)
        # From here on somebody else writes there.
        self.compose(mounted, self.service("writer", "    volumes: ['./etc:/etc/app']\n"))
        self.assertEqual(self.plan()["web"], ("nothing", []))
        self.expect(self.apply("three"), 0)
        self.assertEqual(self.plan(), {"web": ("nothing", []), "writer": ("nothing", [])})
        self.put("etc/app.conf", "theirs\n")
        self.assertEqual(self.plan()["web"], ("nothing", []))
        result = self.run_verb("rollback", first, "--yes")
        self.expect(result, 0, "everything is up, but etc/app.conf stays as it is")
        self.assertNotIn("file      etc/app.conf", result.stderr)
        with open(os.path.join(self.workspace, "etc", "app.conf"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "theirs\n")

    def test_a_link_that_leads_elsewhere_now_is_another_file(self):
        for name in ("one", "two"):
            self.put(name + ".conf", name + "\n")
        link = os.path.join(self.workspace, "app.conf")
        os.symlink("one.conf", link)
        self.compose(self.service(more="    volumes: ['./app.conf:/etc/app.conf:ro']\n"))
        self.expect(self.apply("one"), 0)
        os.symlink("two.conf", link + ".new")
        os.rename(link + ".new", link)
        self.assertEqual(self.plan()["web"], ("restart", ["file app.conf"]))
        self.expect(self.apply("two"), 0)
        self.assertEqual(self.seen(), "two")

    def test_a_folder_that_was_moved_into_place_is_another_one(self):
        self.put("rules/a.yml", "one\n")
        self.put("next/a.yml", "two\n")
        self.compose(self.service(more="    volumes: ['./rules:/rules:ro']\n"))
        self.expect(self.apply("one"), 0)
        self.assertEqual(self.plan()["web"], ("nothing", []))
        os.rename(os.path.join(self.workspace, "rules"), os.path.join(self.workspace, "before"))
        os.rename(os.path.join(self.workspace, "next"), os.path.join(self.workspace, "rules"))
        self.assertEqual(self.plan()["web"], ("restart", ["file rules/a.yml"]))
        self.expect(self.apply("two"), 0)
        self.assertEqual(self.seen("/rules/a.yml"), "two")
        self.assertEqual(self.plan()["web"], ("nothing", []))

    def test_a_workspace_that_is_reached_by_a_link(self):
        self.put("app.conf", "one\n")
        self.compose(self.service(more="    volumes: ['./app.conf:/etc/app.conf:ro']\n"))
        link = os.path.join(self.folder, "link")
        os.symlink(self.workspace, link)
        there = {"cwd": link, "env": dict(self.environment, PWD=link)}
        words = [bench.SERVER, "apply", ".", "--yes"]
        for text in ("one", "two"):
            self.put("app.conf", text + "\n")
            result = subprocess.run(words, capture_output=True, text=True, timeout=DEADLINE, check=False, **there)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertEqual(self.seen(), text)

    def test_going_back_leaves_what_the_revision_does_not_know(self):
        self.put("app.conf", "one\n")
        self.compose(self.service(more="    volumes: ['./app.conf:/etc/app.conf']\n"))
        self.expect(self.apply("writable"), 0)
        self.compose(self.service(more="    volumes: ['./app.conf:/etc/app.conf:ro']\n"))
        self.expect(self.apply("read-only"), 0)
        self.put("app.conf", "two\n")
        self.expect(self.run_verb("rollback", self.revisions()[-1]["id"], "--yes"), 0, "everything is up")
        self.assertEqual(self.seen(), "two")


if __name__ == "__main__":
    unittest.main(verbosity=2)
