# SPDX-License-Identifier: GPL-3.0-or-later
"""`secrets set`, `list`, `remove`, `import`: over the sealed file, over a real keyring, on a terminal, and who gets to see values."""

import base64
import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import termios
import time
import unittest
import urllib.parse

import bench

DESKTOP = os.path.join(bench.BIN, "mediahelm")
READER = os.environ["MEDIAHELM_SEALED_READER"]
CANARY = "planted-canary-%02d-Zq/7+ä"


class SecretsBench(bench.Bench):
    def setUp(self):
        super().setUp()
        self.workspace = self.make_workspace("media")
        self.folder_of_secrets = os.path.join(self.folder, "state", "mediahelm", "secrets")
        self.sealed = os.path.join(self.folder_of_secrets, "secrets.sealed")
        self.key = os.path.join(self.folder_of_secrets, "secrets.key")

    def make_workspace(self, name, manifest=None, **files):
        folder = os.path.join(self.folder, "workspaces", name)
        os.makedirs(folder)
        if not files:
            files = {"mediahelm.yaml": manifest or "version: 1\nname: %s\nsecrets: [API_KEY]\n" % name}
        for path, text in files.items():
            with open(os.path.join(folder, path), "w", encoding="utf-8") as out:
                out.write(text)
        return folder

    def secrets(self, *words, value=None, program=bench.SERVER, workspace=True, environment=None, **more):
        where = ["--workspace", self.workspace] if workspace else []
        given = {"input": value if isinstance(value, bytes) else value.encode()} if value is not None else {
            "stdin": subprocess.DEVNULL}
        result = subprocess.run([program, "secrets", *words, *where], env=environment or self.environment,
                                capture_output=True, timeout=bench.DEADLINE, check=False, **given, **more)
        result.stdout, result.stderr = result.stdout.decode(), result.stderr.decode()
        return result

    def kept(self, name, project="media"):
        result = subprocess.run([READER, self.folder_of_secrets, "workspace/%s/%s" % (project, name)],
                                env=self.environment, capture_output=True, timeout=bench.DEADLINE, check=False)
        return result.stdout if result.returncode == 0 else None

    def listed(self, *words, **more):
        return json.loads(self.secrets("list", "--json", *words, **more).stdout)


class SealedFile(SecretsBench):
    def test_a_secret_is_set_listed_replaced_and_removed(self):
        result = self.secrets("set", "API_KEY", value="first\n")
        self.expect(result, 0, "API_KEY of media is kept in the sealed file")
        self.assertEqual(result.stdout, "")
        self.assertEqual(self.kept("API_KEY"), b"first")
        self.expect(self.secrets("set", "API_KEY", value="second"), 0)
        self.assertEqual(self.kept("API_KEY"), b"second")

        table = self.secrets("list").stdout
        self.assertTrue(table.startswith("store: the sealed file %s, under the key %s\n" % (self.sealed, self.key)))
        self.assertRegex(table, r"(?m)^media    API_KEY  sealed file  \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        listed = self.listed()
        self.assertEqual(listed["store"], {"kept_in": "sealed_file", "file": self.sealed, "key": self.key,
                                           "no_keychain": None})
        self.assertEqual([(item["project"], item["name"], item["kept_in"]) for item in listed["secrets"]],
                         [("media", "API_KEY", "sealed_file")])
        self.assertRegex(listed["secrets"][0]["set_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")

        self.expect(self.secrets("remove", "API_KEY", "--yes"), 0, "removed API_KEY of media from the sealed file")
        self.assertIsNone(self.kept("API_KEY"))
        self.assertEqual(self.listed()["secrets"], [])

    def test_json_tells_what_was_done_and_no_value(self):
        done = {"project": "media", "name": "API_KEY", "kept_in": "sealed_file"}
        self.assertEqual(json.loads(self.secrets("set", "API_KEY", "--json", value="sesame-4711").stdout), done)
        self.assertEqual(json.loads(self.secrets("remove", "API_KEY", "--json", "--yes").stdout), done)
        self.assertEqual(self.listed()["secrets"], [])

    def test_exactly_one_newline_is_dropped(self):
        for given, kept in (("a\n", b"a"), ("a\n\n", b"a\n"), ("a", b"a"), (" a \n", b" a "), ("a\nb\n", b"a\nb"),
                            ("a\r\n", b"a\r"), ("ä€\n", "ä€".encode())):
            self.expect(self.secrets("set", "X", value=given), 0)
            self.assertEqual(self.kept("X"), kept, repr(given))

    def test_what_no_variable_can_hold_is_refused(self):
        self.expect(self.secrets("set", "X", value="kept"), 0)
        for given, words in ((b"", "empty"), (b"\n", "empty"), (b"a\0b", "NUL"), (b"\xff\xfe", "UTF-8"),
                             (b"x" * 65538, "too long")):
            self.expect(self.secrets("set", "X", value=given), 65, words)
        self.expect(self.secrets("set", "X"), 65, "empty")  # </dev/null
        self.assertEqual(self.kept("X"), b"kept")
        self.expect(self.secrets("set", "X", value=b"x" * 65536), 0)
        self.assertEqual(len(self.kept("X")), 65536)

    def test_a_value_on_the_command_line_is_refused(self):
        self.expect(self.secrets("set", "API_KEY", "value"), 64, "secrets set does not take")
        self.assertFalse(os.path.exists(self.sealed))

    def test_a_name_that_is_no_variable_is_refused(self):
        for name in ("1A", "A-B", "A=B", "a b", "Ä", "A/B", "x" * 129):
            self.expect(self.secrets("set", name, value="v"), 64, "environment variable")
        self.assertFalse(os.path.exists(self.sealed))

    def test_a_name_that_the_manifest_does_not_list_is_pointed_out(self):
        self.expect(self.secrets("set", "APIKEY", value="v"), 0, "did you mean API_KEY?")
        self.assertNotIn("not listed", self.secrets("set", "API_KEY", value="v").stderr)

    def test_projects_are_apart(self):
        other = self.make_workspace("books")
        self.secrets("set", "API_KEY", value="of media")
        self.secrets("set", "API_KEY", "--workspace", other, value="of books", workspace=False)
        self.assertEqual((self.kept("API_KEY"), self.kept("API_KEY", "books")), (b"of media", b"of books"))
        self.assertEqual([item["project"] for item in self.listed()["secrets"]], ["media"])
        self.assertEqual([item["project"] for item in self.listed(workspace=False)["secrets"]], ["books", "media"])
        self.assertEqual(self.secrets("list", "--names", workspace=False).stdout, "API_KEY\n")

    def test_the_project_is_the_one_of_the_workspace(self):
        compose = "name: from-file\nservices: {}\n"
        for folder, files, variables, project in (
                ("Manifest", {"mediahelm.yaml": "version: 1\nname: 'from-manifest' # here\n", "compose.yaml": compose},
                 {"COMPOSE_PROJECT_NAME": "from-environment"}, "from-manifest"),
                ("Compose", {"compose.yaml": compose}, {}, "from-file"),
                ("Old", {"docker-compose.yml": compose}, {}, "from-file"),
                ("Dotenv", {"compose.yaml": compose, ".env": "A=1\nCOMPOSE_PROJECT_NAME=from-dotenv\n"}, {}, "from-dotenv"),
                ("Environment", {"compose.yaml": compose, ".env": "COMPOSE_PROJECT_NAME=x\n"},
                 {"COMPOSE_PROJECT_NAME": "from-environment"}, "from-environment"),
                ("My Folder.2", {"compose.yaml": "services: {}\n"}, {}, "myfolder2")):
            where = self.make_workspace(folder, **files)
            self.expect(self.secrets("set", "X", value="v", workspace=False, cwd=where,
                                     environment=dict(self.environment, **variables)), 0, "X of %s is" % project)

    def test_a_folder_without_a_workspace_is_told(self):
        self.expect(self.secrets("set", "X", "-w", self.folder, value="v", workspace=False), 66, "mediahelm.yaml")
        self.expect(self.secrets("set", "X", "-w", "/nonexistent", value="v", workspace=False), 66, "there is no folder")
        bad = self.make_workspace("bad", manifest="version: 1\nname: Not A Name\n")
        self.expect(self.secrets("set", "X", "-w", bad, value="v", workspace=False), 65, "Not A Name")

    def test_removing_asks_somebody_and_knows_names(self):
        self.secrets("set", "API_KEY", value="v")
        self.expect(self.secrets("remove", "API_KEY"), 64, "would remove API_KEY of media from the sealed file")
        self.expect(self.secrets("remove", "APIKEY", "-y"), 66, "did you mean API_KEY?")
        self.expect(self.secrets("remove", "NOTHING_LIKE_IT", "-y"), 66, "no secret NOTHING_LIKE_IT of media is kept")
        self.assertEqual(self.kept("API_KEY"), b"v")

    def test_secrets_alone_lists_and_mistakes_name_the_nearest(self):
        self.assertIn("store: ", self.secrets(workspace=False).stdout)
        self.expect(self.secrets("lst", workspace=False), 64, "did you mean secrets list?")
        self.expect(self.run_program("secret", "list"), 64, "did you mean secrets?")

    def test_a_key_that_others_may_read_is_refused(self):
        self.secrets("set", "API_KEY", value="v")
        os.chmod(self.key, 0o644)
        for words in (("list",), ("set", "API_KEY"), ("remove", "API_KEY", "-y")):
            self.expect(self.secrets(*words, value="x"), 77, "chmod 600 " + self.key)
        os.chmod(self.key, 0o600)
        self.assertEqual(self.kept("API_KEY"), b"v")

    def test_a_file_that_cannot_be_opened_is_told_and_left(self):
        self.secrets("set", "API_KEY", value="v")
        with open(self.sealed, "rb") as sealed:
            good = sealed.read()
        for content, code in ((good[:-1], 65), (b"", 65), (b"mediahelm-secrets 2\n" + good[20:], 69)):
            with open(self.sealed, "wb") as out:
                out.write(content)
            for words in (("list",), ("set", "API_KEY"), ("remove", "API_KEY", "-y")):
                self.expect(self.secrets(*words, value="x"), code, self.sealed)
            with open(self.sealed, "rb") as sealed:
                self.assertEqual(sealed.read(), content)

    def test_the_credential_of_the_service_manager_is_the_key(self):
        folder = os.path.join(self.folder, "credentials")
        os.mkdir(folder, 0o700)
        with open(os.path.join(folder, "secrets-key"), "wb") as out:
            out.write(bytes(range(32)))
        os.chmod(out.name, 0o400)
        self.environment["CREDENTIALS_DIRECTORY"] = folder
        self.expect(self.secrets("set", "API_KEY", value="v"), 0)
        self.assertFalse(os.path.exists(self.key))
        self.assertEqual(self.listed()["store"]["key"], out.name)

    def test_settings_with_a_mistake_are_no_obstacle(self):
        self.write_settings("{")
        self.expect(self.secrets("set", "API_KEY", value="v"), 0)

    def test_without_a_home_nothing_is_kept_and_that_is_told(self):
        environment = {name: value for name, value in self.environment.items() if not name.startswith("XDG_STATE")}
        environment["STATE_DIRECTORY"] = self.folder + "/by-systemd"
        self.expect(self.secrets("set", "API_KEY", value="v", environment=environment), 0)
        self.assertTrue(os.path.exists(self.folder + "/by-systemd/secrets/secrets.sealed"))


class OnATerminal(SecretsBench):
    def start(self, *words):
        """The running program with a terminal for input and output, and that terminal."""
        main, side = pty.openpty()
        process = subprocess.Popen([bench.SERVER, "secrets", *words, "-w", self.workspace], env=self.environment,
                                   stdin=side, stdout=side, stderr=side, start_new_session=True)
        os.close(side)
        self.addCleanup(self.end, process)
        self.addCleanup(os.close, main)
        return process, main

    def read_until(self, main, words):
        output = b""
        end = time.monotonic() + bench.DEADLINE
        while words not in output:
            self.assertTrue(select.select([main], [], [], max(0, end - time.monotonic()))[0], output)
            output += os.read(main, 4096)
        return output

    @staticmethod
    def rest(main):
        output = b""
        try:
            while chunk := os.read(main, 4096):
                output += chunk
        except OSError:
            pass  # how the end of a terminal reads
        return output

    @staticmethod
    def echoes(main):
        return bool(termios.tcgetattr(main)[3] & termios.ECHO)

    def test_S11_the_value_is_asked_for_and_not_shown(self):
        process, main = self.start("set", "API_KEY")
        self.read_until(main, b"value of API_KEY of media (it is not shown): ")
        self.assertFalse(self.echoes(main))
        os.write(main, b"planted-canary\n")
        output = self.rest(main)
        self.assertEqual(process.wait(bench.DEADLINE), 0)
        self.assertNotIn(b"canary", output)
        self.assertEqual(self.kept("API_KEY"), b"planted-canary")

    def test_an_interrupt_leaves_the_terminal_as_it_was(self):
        process, main = self.start("set", "API_KEY")
        self.read_until(main, b"not shown): ")
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(bench.DEADLINE), 130)
        self.assertTrue(self.echoes(main))
        self.assertIsNone(self.kept("API_KEY"))

    def test_removing_asks(self):
        self.secrets("set", "API_KEY", value="v")
        for answer, code in ((b"n\n", 1), (b"\n", 1), (b"what\n", 1), (b"y\n", 0)):
            process, main = self.start("remove", "API_KEY")
            self.read_until(main, b"remove API_KEY of media from the sealed file? It cannot be brought back. [y/N] ")
            os.write(main, answer)
            self.rest(main)
            self.assertEqual(process.wait(bench.DEADLINE), code)
            self.assertEqual(self.kept("API_KEY"), None if code == 0 else b"v")


class NobodySees(SecretsBench):
    def forms(self, value):
        raw = value.encode()
        return {raw, base64.b64encode(raw).rstrip(b"="), base64.urlsafe_b64encode(raw).rstrip(b"="), raw.hex().encode(),
                urllib.parse.quote(value, safe="").encode(), json.dumps(value)[1:-1].encode(), raw[:18]}

    def search(self, needles):
        found = []
        for folder, _, files in os.walk(self.folder):
            for name in files:
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    with open(path, "rb") as content:
                        text = content.read()
                    found += [(path, needle) for needle in needles if needle in text]
        return found

    def test_S11_twelve_planted_secrets_are_found_nowhere(self):
        self.environment["MEDIAHELM_LOG_LEVEL"] = "debug"
        self.environment["QT_LOGGING_RULES"] = "*=true"
        said = ""
        needles = set()
        for i in range(12):
            value = CANARY % i
            needles |= self.forms(value)
            result = self.secrets("set", "SECRET_%d" % i, value=value)
            self.expect(result, 0)
            said += result.stdout + result.stderr
        for words in (("list",), ("list", "--json"), ("list", "--names"), ("remove", "SECRET_0", "-y"),
                      ("remove", "SECRET_1"), ("remove", "SECRT_2", "-y")):
            result = self.secrets(*words)
            said += result.stdout + result.stderr
        os.chmod(self.key, 0o644)
        result = self.secrets("set", "SECRET_3", value=CANARY % 3)
        said += result.stdout + result.stderr
        self.assertEqual([needle for needle in needles if needle in said.encode()], [])
        self.assertEqual(self.search(needles), [])
        self.assertEqual(self.search({b"SECRET_4"}), [])  # nor their names

        # The search finds what is there.
        with open(self.key, "rb") as key:
            self.assertEqual([path for path, _ in self.search({key.read()})], [self.key])

    def test_S11_no_argument_and_no_environment_holds_the_value(self):
        main, side = os.pipe()
        process = subprocess.Popen([bench.SERVER, "secrets", "set", "API_KEY", "-w", self.workspace], stdin=main,
                                   env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.end, process)
        os.close(main)
        os.write(side, b"planted-canary")

        def shown(name):
            with open("/proc/%d/%s" % (process.pid, name), "rb") as text:
                return text.read()

        bench.wait_until(lambda: b"API_KEY" in shown("cmdline"), "the program runs")
        seen = shown("cmdline") + shown("environ")
        os.close(side)
        output = process.communicate(timeout=bench.DEADLINE)
        self.assertEqual(process.returncode, 0)
        self.assertNotIn(b"canary", seen + output[0] + output[1])

    def test_S30_no_listing_gives_a_value(self):
        self.secrets("set", "API_KEY", value="planted-canary")
        for words in (("list",), ("list", "--json"), ("list", "--names")):
            self.assertNotIn("canary", self.secrets(*words).stdout)
        self.assertEqual(set(self.listed()["secrets"][0]), {"project", "name", "kept_in", "set_at"})


class Import(SecretsBench):
    MANIFEST = "# ours\nversion: 1\nname: media # the project\n\nservice_files: [services/a.yaml, services/b.yaml]\n"
    LOCAL = "# mine\nTZ=Europe/Berlin\n\nAPI_TOKEN='planted-canary-env'\nLAST=1"
    A = ("services:\n  db: # one\n    image: db:1\n    environment:\n      POSTGRES_PASSWORD: planted-canary-a # why\n"
         "      USER: u\n")
    B = "services:\n  app:\n    image: app:1\n    environment:\n    - 'POSTGRES_PASSWORD=planted-canary-b'\n    - A=$API_TOKEN\n"

    def setUp(self):
        super().setUp()
        self.media = os.path.join(self.folder, "workspaces", "films")
        os.makedirs(os.path.join(self.media, "services"))
        self.put("mediahelm.yaml", self.MANIFEST)
        self.put("local.env", self.LOCAL)
        self.put("services/a.yaml", self.A)
        self.put("services/b.yaml", self.B)

    def put(self, name, text):
        with open(os.path.join(self.media, name), "w", encoding="utf-8") as out:
            out.write(text)

    def text(self, name):
        with open(os.path.join(self.media, name), encoding="utf-8") as file:
            return file.read()

    def texts(self):
        return [self.text(name) for name in ("mediahelm.yaml", "local.env", "services/a.yaml", "services/b.yaml")]

    def run_import(self, *words, **more):
        return self.secrets("import", self.media, *words, workspace=False, **more)

    def test_it_shows_names_and_places_and_changes_nothing(self):
        result = self.run_import()
        self.expect(result, 0, "nothing was changed; with --yes they are moved")
        self.assertEqual(result.stdout, "plain local.env:4: API_TOKEN -> secret API_TOKEN\n"
                                        "plain services/a.yaml:5: POSTGRES_PASSWORD -> secret POSTGRES_PASSWORD\n"
                                        "plain services/b.yaml:5: POSTGRES_PASSWORD -> secret APP_POSTGRES_PASSWORD\n")
        self.assertEqual(self.texts(), [self.MANIFEST, self.LOCAL, self.A, self.B])
        self.assertFalse(os.path.exists(self.sealed))

    def test_it_moves_them_and_no_other_byte(self):
        result = self.run_import("--yes", "--json")
        self.expect(result, 0)
        told = json.loads(result.stdout)
        self.assertEqual(told["project"], "media")
        self.assertEqual([(one["variable"], one["name"], one["file"], one["line"], one["moved"], one["problem"])
                          for one in told["secrets"]],
                         [("API_TOKEN", "API_TOKEN", "local.env", 4, True, None),
                          ("POSTGRES_PASSWORD", "POSTGRES_PASSWORD", "services/a.yaml", 5, True, None),
                          ("POSTGRES_PASSWORD", "APP_POSTGRES_PASSWORD", "services/b.yaml", 5, True, None)])
        self.assertEqual(self.text("local.env"), self.LOCAL.replace("API_TOKEN='planted-canary-env'\n", ""))
        self.assertEqual(self.text("services/a.yaml"), self.A.replace("planted-canary-a", "${POSTGRES_PASSWORD}"))
        self.assertEqual(self.text("services/b.yaml").replace('"', "'"),
                         self.B.replace("planted-canary-b", "${APP_POSTGRES_PASSWORD}"))
        manifest = self.text("mediahelm.yaml")
        self.assertTrue(manifest.startswith(self.MANIFEST), manifest)
        self.assertEqual([word for word in re.findall(r"[A-Z_]{3,}", manifest)],
                         ["API_TOKEN", "POSTGRES_PASSWORD", "APP_POSTGRES_PASSWORD"])
        for name, value in (("API_TOKEN", b"planted-canary-env"), ("POSTGRES_PASSWORD", b"planted-canary-a"),
                            ("APP_POSTGRES_PASSWORD", b"planted-canary-b")):
            self.assertEqual(self.kept(name), value)
        again = self.run_import("--yes")
        self.expect(again, 0, "no secret stands in plain text")
        self.assertEqual(again.stdout, "")

    def test_those_that_are_named_alone(self):
        self.expect(self.run_import("API_TOKEN", "--yes"), 0)
        self.assertEqual(self.texts()[2:], [self.A, self.B])
        self.assertNotIn("API_TOKEN", self.text("local.env"))
        self.assertEqual(self.kept("API_TOKEN"), b"planted-canary-env")
        result = self.run_import("POSTGRES_PASSWORT", "--yes")
        self.expect(result, 66, "no secret POSTGRES_PASSWORT stands in plain text; did you mean POSTGRES_PASSWORD?")
        self.assertEqual(self.texts()[2:], [self.A, self.B])

    def test_another_value_that_is_kept_stops_it_before_anything_changes(self):
        self.put("mediahelm.yaml", self.MANIFEST + "secrets: [API_TOKEN]\n")
        self.secrets("set", "API_TOKEN", "--workspace", self.media, value="other", workspace=False)
        before = self.texts()
        self.expect(self.run_import("--yes"), 73, "another value of API_TOKEN is kept already")
        self.assertEqual(self.texts(), before)
        self.assertEqual(self.kept("API_TOKEN"), b"other")
        # The same value is no conflict.
        self.secrets("set", "API_TOKEN", "--workspace", self.media, value="planted-canary-env", workspace=False)
        self.expect(self.run_import("API_TOKEN", "--yes"), 0)
        self.assertNotIn("API_TOKEN", self.text("local.env"))

    def test_of_two_layers_the_one_that_counts_is_moved(self):
        os.makedirs(os.path.join(self.media, "defaults"))
        self.put("defaults/base.env", "API_TOKEN=planted-canary-weak\n")
        result = self.run_import("API_TOKEN", "--yes")
        self.expect(result, 1, "defaults/base.env:1: API_TOKEN stays: another value of API_TOKEN is taken from local.env")
        self.assertEqual(self.kept("API_TOKEN"), b"planted-canary-env")
        self.assertEqual(self.text("defaults/base.env"), "API_TOKEN=planted-canary-weak\n")

    def test_what_cannot_be_moved_stays_and_is_told(self):
        os.remove(os.path.join(self.media, "mediahelm.yaml"))
        os.rename(os.path.join(self.media, "services", "a.yaml"), os.path.join(self.media, "compose.yaml"))
        result = self.run_import("--yes")
        self.expect(result, 1, "compose.yaml:5: POSTGRES_PASSWORD stays: only a workspace with a mediahelm.yaml")
        self.assertEqual(self.text("compose.yaml"), self.A)
        self.expect(self.run_import("--workspace", self.media), 64, "--workspace means nothing")
        self.expect(self.secrets("import", "/nonexistent", workspace=False), 66)

    def test_secrets_of_what_is_included(self):
        self.put("services/more.yaml", "services:\n  c:\n    image: c:1\n    environment: {DB_PASSWORD: planted-canary-c}\n")
        self.put("services/b.yaml", "include: [services/more.yaml]\n" + self.B)
        self.expect(self.run_import("DB_PASSWORD", "--yes"), 0)
        self.assertIn('{DB_PASSWORD: "${DB_PASSWORD}"}', self.text("services/more.yaml"))
        self.assertEqual(self.kept("DB_PASSWORD"), b"planted-canary-c")

    def disturbed(self, call, what, number):
        """Moves one secret of a fresh workspace, with that call going wrong once; what was said, and local.env after it."""
        if not shutil.which("strace"):
            self.skipTest("SKIPPED: strace is not installed")
        self.put("mediahelm.yaml", self.MANIFEST)
        self.put("local.env", self.LOCAL)
        shutil.rmtree(self.folder_of_secrets, ignore_errors=True)
        calls = "/^(%s|%sat2?)$" % (call, call)
        result = subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + calls, "-e",
                                 "inject=%s:%s:when=%d" % (calls, what, number), bench.SERVER, "secrets", "import",
                                 self.media, "API_TOKEN", "--yes"], env=self.traced_environment(), stdin=subprocess.DEVNULL,
                                capture_output=True, text=True, timeout=bench.DEADLINE, check=False)
        return result, self.text("local.env")

    def test_a_file_that_cannot_be_written_keeps_its_value(self):
        kept = 0
        for number in range(1, 9):
            result, local = self.disturbed("rename", "error=ENOSPC", number)
            if "API_TOKEN is kept, and still stands in local.env:4" in result.stderr:
                kept += 1
                self.assertNotEqual(result.returncode, 0)
                self.assertEqual(local, self.LOCAL)
                self.assertEqual(self.kept("API_TOKEN"), b"planted-canary-env")
        self.assertGreater(kept, 0)

    def test_killed_at_any_call_the_value_is_in_the_store_before_the_file_loses_it(self):
        lost = 0
        for call in ("fsync", "rename"):
            for number in range(1, 11):
                _, local = self.disturbed(call, "signal=KILL", number)
                self.assertIn(local, (self.LOCAL, self.LOCAL.replace("API_TOKEN='planted-canary-env'\n", "")))
                if "canary" not in local:
                    lost += 1
                    self.assertEqual(self.kept("API_TOKEN"), b"planted-canary-env")
                    self.assertIn("API_TOKEN", self.text("mediahelm.yaml"))
        self.assertGreater(lost, 0)

    def test_S11_no_value_in_output_arguments_store_or_revisions(self):
        self.environment["MEDIAHELM_LOG_LEVEL"] = "debug"
        said = b""
        for words in ((), ("--json",), ("API_TOKEN", "--yes"), ("--yes", "--json"), ("NONE", "--yes")):
            result = self.run_import(*words)
            said += (result.stdout + result.stderr).encode()
        saved = self.run_program("save", self.media, "-m", "after")
        self.assertEqual(saved.returncode, 0, saved.stderr)
        said += (saved.stdout + saved.stderr).encode()
        self.assertNotIn(b"canary", said)
        store = os.path.join(self.media, ".mediahelm", "revisions.git")
        objects = subprocess.run(["git", "--git-dir", store, "cat-file", "--batch-all-objects", "--batch"],
                                 env=self.environment, capture_output=True, timeout=bench.DEADLINE, check=True).stdout
        self.assertIn(b"TZ=Europe/Berlin", objects)
        self.assertNotIn(b"canary", objects)
        found = []
        for folder, _, files in os.walk(self.folder):
            for name in files:
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    with open(path, "rb") as content:
                        found += [path] if b"canary" in content.read() else []
        self.assertEqual(found, [])

    def test_revisions_that_hold_the_values_are_told_of(self):
        self.assertEqual(self.run_program("save", self.media, "-m", "before").returncode, 0)
        self.expect(self.run_import("--yes"), 0, "revisions that were saved before still hold the values")


@unittest.skipUnless(os.path.exists(DESKTOP), "the desktop program is not built")
class Keychain(SecretsBench):
    UNLOCKED = "printf 'pw\\n' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null"
    LOCKED = "gnome-keyring-daemon --start --components=secrets --daemonize >/dev/null"

    def setUp(self):
        super().setUp()
        for tool in ("dbus-run-session", "gnome-keyring-daemon"):
            if not shutil.which(tool):
                self.skipTest("SKIPPED: %s is not installed" % tool)
        self.environment["XDG_DATA_HOME"] = os.path.join(self.folder, "data")

    def in_session(self, keyring, script):
        """What a shell with the desktop program as $m prints in a session of its own with that keyring."""
        result = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", keyring + " && cd \"$w\" && " + script],
            env=dict(self.environment, m=DESKTOP, w=self.workspace), stdin=subprocess.DEVNULL, capture_output=True,
            text=True, timeout=bench.DEADLINE, check=False)
        return result

    def test_the_keychain_keeps_them_and_a_locked_one_loses_nothing(self):
        result = self.in_session(self.UNLOCKED, "printf planted-canary | $m secrets set API_KEY && $m secrets list --json")
        self.expect(result, 0, "API_KEY of media is kept in the keychain")
        listed = json.loads(result.stdout)
        self.assertEqual(listed["store"]["kept_in"], "keychain")
        self.assertEqual([(item["name"], item["kept_in"]) for item in listed["secrets"]], [("API_KEY", "keychain")])
        self.assertFalse(os.path.exists(self.sealed))

        result = self.in_session(self.LOCKED, "printf x | $m secrets set API_KEY; echo $?; printf x | $m secrets set B; "
                                              "echo $?; $m secrets list; echo $?; $m secrets remove API_KEY -y; echo $?")
        self.assertEqual(result.stdout.split(), ["77"] * 4, result.stderr)
        self.assertIn("locked", result.stderr)
        self.assertFalse(os.path.exists(self.sealed))

        result = self.in_session(self.UNLOCKED, "$m secrets list --names && $m secrets remove API_KEY -y && $m secrets list --names")
        self.expect(result, 0, "removed API_KEY of media from the keychain")
        self.assertEqual(result.stdout, "API_KEY\n")

    def test_without_a_keychain_the_sealed_file_does_and_it_is_told(self):
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
        result = self.secrets("set", "API_KEY", value="v", program=DESKTOP)
        self.expect(result, 0, "no keychain can be used here")
        self.assertLess(result.stderr.index("no keychain"), result.stderr.index("is kept in the sealed file"))
        self.assertEqual(self.kept("API_KEY"), b"v")
        listed = self.listed(program=DESKTOP)
        self.assertEqual(listed["store"]["kept_in"], "sealed_file")
        self.assertTrue(re.search("(?i)bus|connect|nonexistent", listed["store"]["no_keychain"]), listed)
        # One that comes later takes over, and the secret is still there.
        del self.environment["DBUS_SESSION_BUS_ADDRESS"]
        result = self.in_session(self.UNLOCKED, "$m secrets list --json && printf new | $m secrets set API_KEY && "
                                                "$m secrets list | tail -n 1")
        self.expect(result, 0)
        self.assertIn('"kept_in": "sealed_file"', result.stdout)
        self.assertRegex(result.stdout.splitlines()[-1], "^media +API_KEY +keychain ")
        self.assertIsNone(self.kept("API_KEY"))


if __name__ == "__main__":
    unittest.main()
