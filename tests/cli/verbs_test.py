# SPDX-License-Identifier: GPL-3.0-or-later
"""Every verb against a fake engine: what it prints, what it changes, how it ends."""

import json
import os
import re
import signal
import subprocess
import time
import unittest

import bench

STATUS_KEYS = {"host", "project", "service", "container", "id", "image", "state", "health", "exit_code", "restarts",
               "started_at", "ports", "cpu_cores", "memory_bytes"}


class Status(bench.Bench):
    def test_json_is_an_array_with_every_key(self):
        self.start_engine()
        result = self.run_program("status", "--json")
        self.expect(result, 0)
        items = json.loads(result.stdout)
        self.assertEqual(len(items), 8)
        for item in items:
            self.assertLessEqual(STATUS_KEYS, set(item))
        running = [item for item in items if item["state"] == "running"]
        self.assertTrue(all(item["started_at"].endswith("Z") for item in running))

    def test_json_has_what_was_measured(self):
        self.start_engine()

        # A measurement that a busy machine did not make in time is a gap, not a zero.
        def measured():
            items = json.loads(self.run_program("status", "--json").stdout)
            return any(item["cpu_cores"] is not None and item["memory_bytes"] > 0 for item in items)

        bench.wait_until(measured, "something is measured")

    def test_it_tells_the_unhealthy_and_the_exited_truly(self):
        engine = self.start_engine()
        engine.command("health media-sonarr-1 unhealthy")
        engine.command("die media-radarr-1 137")
        items = {item["service"]: item for item in json.loads(self.run_program("status", "--json").stdout)}
        self.assertEqual(items["sonarr"]["health"], "unhealthy")
        self.assertEqual((items["radarr"]["state"], items["radarr"]["exit_code"]), ("exited", 137))
        table = self.run_program("status", "--no-stats").stdout
        self.assertRegex(table, r"(?m)^media +sonarr +unhealthy ")
        self.assertRegex(table, r"(?m)^media +radarr +exited \(137\) ")

    def test_without_stats_nothing_is_measured(self):
        engine = self.start_engine()
        items = json.loads(self.run_program("status", "--json", "--no-stats").stdout)
        self.assertTrue(all(item["cpu_cores"] is None for item in items))
        self.assertEqual(engine.command("count stats"), "0")

    def test_names_are_what_the_other_verbs_take(self):
        self.start_engine()
        names = self.run_program("status", "--names").stdout.split()
        self.assertIn("sonarr", names)
        self.assertEqual(len(names), 8)

    def test_no_services_is_an_empty_array(self):
        self.start_engine(containers=0)
        result = self.run_program("status", "--json")
        self.expect(result, 0, "there are no services")
        self.assertEqual(json.loads(result.stdout), [])

    def test_a_host_that_cannot_be_reached_is_explained(self):
        result = self.run_program("status", "--json", "--host", "unix://" + self.folder + "/none.sock")
        self.expect(result, 69)
        self.assertEqual(json.loads(result.stdout), [])
        self.assertEqual(len(result.stderr.splitlines()), 2, result.stderr)

    def test_B01_a_missing_socket_is_no_engine_and_says_what_to_do(self):
        path = self.folder + "/none.sock"
        for words in (("status", "--host", "unix://" + path), ("logs", "x", "--host", "unix://" + path),
                      ("hosts", "test", "unix://" + path)):
            result = self.run_program(*words)
            self.expect(result, 69, "There is no Docker engine there.")
            self.assertIn("there is no socket " + path, result.stderr)
            self.assertIn("systemctl start docker", result.stderr)

    def test_B03_one_that_hangs_is_marked_and_holds_nobody_else(self):
        engine = self.start_engine()
        identity = {item["service"]: item["id"]
                    for item in json.loads(self.run_program("status", "--json", "--no-stats").stdout)}["sonarr"]
        for what in ("json", "stats"):
            engine.command("hang /containers/%s/%s" % (identity, what))
        begun = time.monotonic()
        result = self.run_program("status", "--json")
        self.assertLess(time.monotonic() - begun, 13)  # the engine is given 15 s for one
        self.expect(result, 0)
        items = {item["service"]: item for item in json.loads(result.stdout)}
        self.assertEqual([name for name, item in items.items() if item["no_answer"]], ["sonarr"])
        self.assertEqual((items["sonarr"]["state"], items["sonarr"]["cpu_cores"]), ("running", None))
        self.assertTrue(all(item["started_at"] for name, item in items.items()
                            if name != "sonarr" and item["state"] == "running"))
        self.assertRegex(self.run_program("status", "--no-stats").stdout, r"(?m)^media +sonarr +\w+, no answer ")

    def test_B05_an_engine_too_old_is_told_and_a_newer_one_spoken_to(self):
        engine = self.start_engine()
        for newest, oldest, code in (("1.24", "1.12", 0), ("1.99", "1.24", 0), ("1.99", "1.44", None), ("1.18", "1.12", 69)):
            engine.command("api %s %s" % (newest, oldest))
            result = self.run_program("status", "--no-stats")
            if code is not None:
                self.expect(result, code, "Update Docker there" if code else "")

    def test_B07_no_permission_is_told_with_what_it_means(self):
        if os.geteuid() != 0:
            self.skipTest("SKIPPED: only root can become somebody without permission")
        engine = self.start_engine()
        os.chmod(engine.socket, 0o600)
        os.chmod(self.folder, 0o755)
        for words in (("status",), ("hosts", "test", engine.address), ("stop", "sonarr", "--host", engine.address)):
            result = self.run_program(*words, user=65534, group=65534, extra_groups=[])
            self.assertIn(result.returncode, (69, 77))
            self.assertIn("no permission", result.stderr)
            self.assertIn("usermod -aG docker", result.stderr)
            self.assertIn("as powerful as root", result.stderr)

    def test_a_partial_list_says_so(self):
        engine = self.start_engine()
        self.write_settings(json.dumps({"hosts": [
            {"id": "here", "address": engine.address}, {"id": "gone", "address": "unix://" + self.folder + "/none.sock"}]}))
        result = self.run_program("status", "--json", "--no-stats")
        self.expect(result, 69, "the list is incomplete")
        self.assertIn("gone", result.stderr)
        self.assertEqual({item["host"] for item in json.loads(result.stdout)}, {"here"})

    def test_B02_a_frozen_engine_ends_in_time(self):
        self.start_engine().command("freeze")
        self.expect(self.run_program("status"), 69)

    def test_a_service_that_hangs_holds_nobody_else(self):
        engine = self.start_engine()
        identity = json.loads(self.run_program("status", "--json", "--no-stats").stdout)[0]["id"]
        engine.command("fail /containers/%s/json 500 broken" % identity)
        self.assertEqual(len(json.loads(self.run_program("status", "--json", "--no-stats").stdout)), 8)


class Actions(bench.Bench):
    def states(self):
        items = json.loads(self.run_program("status", "--json", "--no-stats").stdout)
        return {item["service"]: (item["state"], item["started_at"]) for item in items}

    def test_stop_start_restart(self):
        self.start_engine()
        self.expect(self.run_program("stop", "sonarr"), 0, "stopped media/sonarr")
        self.assertEqual(self.states()["sonarr"][0], "exited")
        self.expect(self.run_program("start", "media/sonarr"), 0, "started media/sonarr")
        before = self.states()["sonarr"]
        self.assertEqual(before[0], "running")
        self.expect(self.run_program("restart", "media-sonarr-1"), 0, "restarted media/sonarr")
        self.assertGreaterEqual(self.states()["sonarr"][1], before[1])

    def test_an_id_may_be_shortened(self):
        self.start_engine()
        items = json.loads(self.run_program("status", "--json", "--no-stats").stdout)
        chosen = items[0]
        result = self.run_program("stop", chosen["id"][:12], "--json")
        self.expect(result, 0)
        outcome = json.loads(result.stdout)
        self.assertEqual((outcome[0]["id"], outcome[0]["ok"], outcome[0]["action"]), (chosen["id"], True, "stop"))

    def test_one_unknown_name_leaves_all_untouched(self):
        self.start_engine()
        before = self.states()
        result = self.run_program("stop", "sonarr", "jelyfin", "radarr")
        self.expect(result, 66, "did you mean jellyfin?")
        self.assertIn("nothing was done", result.stderr)
        self.assertEqual(result.stdout, "")
        self.assertEqual(self.states(), before)

    def test_a_host_that_is_not_heard_leaves_all_untouched(self):
        engine = self.start_engine()
        self.write_settings(json.dumps({"hosts": [
            {"id": "here", "address": engine.address}, {"id": "gone", "address": "unix://" + self.folder + "/none.sock"}]}))
        self.expect(self.run_program("stop", "sonarr"), 69, "Name the host with --host")
        self.expect(self.run_program("stop", "sonarr", "--host", "here"), 0)

    def test_a_name_on_two_hosts_is_ambiguous(self):
        engine = self.start_engine()
        self.write_settings(json.dumps({"hosts": [
            {"id": "one", "address": engine.address}, {"id": "two", "address": engine.address}]}))
        result = self.run_program("stop", "sonarr")
        self.expect(result, 64, "fits several services")
        self.assertIn("one: media/sonarr", result.stderr)
        self.assertIn("two: media/sonarr", result.stderr)
        self.expect(self.run_program("stop", "sonar"), 66, "did you mean sonarr?")

    def test_quiet_says_nothing_of_success(self):
        self.start_engine()
        result = self.run_program("restart", "sonarr", "-q")
        self.expect(result, 0)
        self.assertEqual(result.stdout + result.stderr, "")

    def test_what_the_engine_refuses_is_told(self):
        engine = self.start_engine()
        identity = json.loads(self.run_program("status", "--json", "--no-stats").stdout)[0]
        engine.command("fail /containers/%s/restart 500 port is already allocated" % identity["id"])
        self.expect(self.run_program("restart", identity["service"]), 1, "port is already allocated")


class Logs(bench.Bench):
    def test_tail_timestamps_and_json(self):
        self.start_engine()
        plain = self.run_program("logs", "sonarr", "--tail", "3")
        self.expect(plain, 0)
        self.assertLessEqual(len(plain.stdout.splitlines()), 3)
        for line in self.run_program("logs", "sonarr", "-n2", "-t").stdout.splitlines():
            self.assertRegex(line, r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ")
        for line in self.run_program("logs", "sonarr", "-n2", "--json").stdout.splitlines():
            self.assertEqual(set(json.loads(line)), {"time", "stream", "text", "cut"})

    def test_wrong_numbers_and_times_are_usage(self):
        for words in (("--tail", "-1"), ("--tail", "many"), ("--since", "yesterday"), ("--since", "10x")):
            self.expect(self.run_program("logs", "sonarr", *words), 64)

    def test_B29_follow_ends_at_a_broken_pipe_and_at_a_signal(self):
        self.start_engine()
        process = self.popen("logs", "sonarr", "--follow", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(bench.DEADLINE), 128 + 15)
        process = self.popen("logs", "sonarr", "--follow", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        self.assertEqual(process.wait(bench.DEADLINE), 141)
        self.assertEqual(process.stderr.read(), "")


class Hosts(bench.Bench):
    def test_add_list_remove(self):
        self.expect(self.run_program("hosts", "add", "nas", "ssh://me@nas:2222", "--socket", "/run/d.sock"), 0)
        items = json.loads(self.run_program("hosts", "list", "--json").stdout)
        self.assertEqual(items[1], {"host": "nas", "address": "ssh://me@nas:2222", "remote_socket": "/run/d.sock"})
        self.assertEqual(self.run_program("hosts", "list", "--names").stdout, "local\nnas\n")
        self.assertEqual(os.stat(self.config).st_mode & 0o777, 0o600)
        self.expect(self.run_program("hosts", "remove", "nas"), 0)
        self.assertEqual(self.run_program("hosts", "--names").stdout, "local\n")

    def test_what_cannot_be_changes_nothing(self):
        self.expect(self.run_program("hosts", "add", "nas", "ssh://me@nas"), 0)
        before = self.read_settings()
        for words, code, said in (
                (("add", "nas", "local"), 73, "already"), (("add", "Bad Name", "local"), 64, "Bad Name"),
                (("add", "x", "ssh://-oProxyCommand=touch"), 64, ""), (("add", "x", "http://y"), 64, ""),
                (("add", "x", "local", "--socket", "/s"), 64, "ssh://"), (("remove", "nass"), 68, "did you mean nas?"),
                (("test", "nass"), 68, "did you mean nas?"), (("add", "x"), 64, "NAME ADDRESS")):
            self.expect(self.run_program("hosts", *words), code, said)
            self.assertEqual(self.read_settings(), before)

    def test_B14_broken_settings_are_named_and_left_alone(self):
        self.write_settings('{\n  "hosts": [}\n')
        for words in (("hosts", "add", "x", "local"), ("hosts", "list"), ("status",)):
            self.expect(self.run_program(*words), 78, "settings.json:2:")
        self.assertEqual(self.read_settings(), '{\n  "hosts": [}\n')

    def test_test_connects_and_explains(self):
        engine = self.start_engine()
        result = self.run_program("hosts", "test", engine.address, "--json")
        self.expect(result, 0)
        self.assertEqual(json.loads(result.stdout)["containers"], 8)
        self.assertRegex(self.run_program("hosts", "test", "local").stdout, r"^local: \w+ [\d.]+ \(API 1\.\d+\), 8 cont")
        self.expect(self.run_program("hosts", "test", "unix://" + self.folder + "/no.sock"), 69, "no.sock")


class Words(bench.Bench):
    def test_unknown_words_name_the_nearest(self):
        for words, said in ((("stauts",), "did you mean status?"), (("status", "--jsn"), "did you mean --json?"),
                            (("hosts", "lst"), "did you mean hosts list?"), (("logs", "--tial", "3", "x"), "--tail?"),
                            (("status", "-z"), "unknown option -z"), (("frobnicate",), "unknown verb"),
                            (("logs",), "logs needs SERVICE"), (("logs", "a", "b"), 'does not take "b"'),
                            (("status", "--follow"), "means nothing to the verb status"),
                            (("status", "--host"), "needs a value"), (("status", "--json=1"), "takes no value"),
                            (("status", "--host", "a", "--host", "b"), "given twice")):
            result = self.run_program(*words)
            self.expect(result, 64, said)
            self.assertEqual(result.stdout, "")

    def test_B13_an_output_that_cannot_be_written_is_told(self):
        self.start_engine()
        for words in (("status", "--no-stats"), ("status", "--json", "--no-stats"), ("status", "--names"),
                      ("logs", "sonarr"), ("restart", "sonarr", "--json"), ("hosts", "list"), ("hosts", "list", "--json"),
                      ("hosts", "list", "--names"), ("hosts", "test", "local"), ("hosts", "test", "local", "--json"),
                      ("--help",), ("status", "--help"), ("--version",)):
            with self.subTest(words), open("/dev/full", "wb") as full:
                process = self.popen(*words, stdout=full, stderr=subprocess.PIPE)
                said = process.stderr.read()
                self.assertEqual(process.wait(bench.DEADLINE), 74, said)
                self.assertIn("cannot be written: No space left on device", said)

    def test_an_unknown_host_names_the_nearest(self):
        self.expect(self.run_program("status", "--host", "locla"), 68, "did you mean local?")

    def test_help_and_version_work_for_everything(self):
        self.assertRegex(self.run_program("--version").stdout, r"^mediahelm \d+\.\d+\.\d+\n$")
        for verb in ([], ["status"], ["logs"], ["start"], ["hosts", "add"], ["hosts"]):
            result = self.run_program(*verb, "--help")
            self.expect(result, 0)
            self.assertTrue(all(len(line) <= 80 for line in result.stdout.splitlines()), result.stdout)
            self.assertEqual(result.stderr, "")

    def test_B34_no_environment_and_no_home(self):
        self.expect(self.run_program("--help", environment={}), 0)
        self.expect(self.run_program("hosts", "list", environment={}), 0)
        engine = self.start_engine()
        self.expect(self.run_program("status", "--host", engine.address, environment={}), 0)
        environment = {"HOME": "/proc/none", "XDG_CONFIG_HOME": "/proc/none", "XDG_STATE_HOME": "/proc/none"}
        self.expect(self.run_program("status", "--host", engine.address, environment=environment), 0)
        self.assertNotEqual(self.run_program("hosts", "add", "x", "local", environment=environment).returncode, 0)

    def test_B34_the_window_without_a_display_says_what_to_do(self):
        desktop = os.path.join(bench.BIN, "mediahelm")
        if not os.path.exists(desktop):
            self.skipTest("SKIPPED: built without the desktop")
        result = self.run_program(environment={"PATH": os.environ["PATH"]}, program=desktop)
        self.expect(result, 69, "there is no display")
        self.assertIn("--server", result.stderr)

    def test_S10_no_hostile_host_starts_a_process(self):
        tools = os.path.join(self.folder, "bin")
        os.mkdir(tools)
        for name in ("ssh", "sh", "touch"):
            with open(os.path.join(tools, name), "w", encoding="utf-8") as out:
                out.write("#!/bin/bash\necho \"$0 $*\" >>%s/called\n" % self.folder)
            os.chmod(os.path.join(tools, name), 0o755)
        environment = dict(self.environment, PATH=tools + ":" + self.environment["PATH"])
        called = os.path.join(self.folder, "called")
        for hostile in ("ssh://-oProxyCommand=touch x", "ssh://me@-oProxyCommand=x", "-oProxyCommand=touch x", "ssh://a;b",
                        "ssh://$(touch x)", "ssh://`touch x`", "ssh://a|b", "ssh://%2doProxyCommand=x", "ssh://me:pw@box",
                        "ssh://a b", "ssh://a\nb", "ssh://box:0", "ssh://box:65536", "ssh://box/../x", "ssh://-l@box",
                        "ssh://b\u00f6x", "unix://relative", "unix://" + "/a" * 80, "http://box", "tcp://-x:1"):
            for words in (["status", "--host=" + hostile], ["hosts", "test", "--", hostile],
                          ["hosts", "add", "--", "x", hostile], ["stop", "x", "--host=" + hostile]):
                result = self.run_program(*words, environment=environment)
                self.assertIn(result.returncode, (64, 68, 69), (words, result.stderr))
                self.assertEqual(result.stdout, "")
            self.run_program("status", environment=dict(environment, DOCKER_HOST=hostile.replace("\0", "")))
            self.assertFalse(os.path.exists(called), hostile)
        self.assertFalse(os.path.exists(self.config))
        # And a good one does.
        self.assertEqual(self.run_program("status", "--host", "ssh://me@box:22", environment=environment).returncode, 69)
        with open(called, encoding="utf-8") as calls:
            self.assertRegex(calls.read(), r"ssh .*-p 22 -l me -- box ")

    def test_S29_a_terminal_gets_a_table_that_fits(self):
        self.start_engine()
        code, output = self.run_on_terminal("status", "--no-stats")
        self.assertEqual(code, 0)
        self.assertIn(b"\x1b[", output)
        plain = re.sub(rb"\x1b\[\d+m", b"", output).decode()
        self.assertTrue(all(len(line) <= 80 for line in plain.splitlines()), plain)


if __name__ == "__main__":
    unittest.main()
