# SPDX-License-Identifier: GPL-3.0-or-later
"""`init`: a whole workspace from the catalog, more services for one, and nothing at all where something fails."""

import json
import os
import shutil
import socket
import stat
import subprocess
import unittest

import bench

READER = os.environ["MEDIAHELM_SEALED_READER"]
ANSWERS = {"DOMAIN": "example.org", "HOST_IP": "192.0.2.1", "ACME_EMAIL": "you@example.org", "DUCKDNS_SUBDOMAINS": "myhouse",
           "CLOUDFLARE_DDNS_DOMAINS": "example.org", "VPN_SERVICE_PROVIDER": "mullvad"}


def has_compose():
    return shutil.which("docker") and subprocess.run(["docker", "compose", "version"], capture_output=True,
                                                     check=False).returncode == 0


class InitBench(bench.Bench):
    def setUp(self):
        super().setUp()
        # Where no engine is, unless a test makes one.
        self.environment["DOCKER_HOST"] = "unix://" + os.path.join(self.folder, "engine.sock")
        self.where = os.path.join(self.folder, "srv", "media")
        self.secrets_folder = os.path.join(self.folder, "state", "mediahelm", "secrets")

    def init(self, *words, where=None, **more):
        return self.run_program("init", where or self.where, *words, **more)

    def made(self, *words, where=None):
        result = self.init(*words, "--json", where=where)
        self.expect(result, 0)
        return json.loads(result.stdout)

    def kept(self, name, project="media"):
        result = subprocess.run([READER, self.secrets_folder, "workspace/%s/%s" % (project, name)], env=self.environment,
                                capture_output=True, timeout=bench.DEADLINE, check=False)
        return result.stdout if result.returncode == 0 else None

    def files(self, where=None):
        found = {}
        for folder, _, names in os.walk(where or self.where):
            for name in names:
                path = os.path.join(folder, name)
                with open(path, "rb") as content:
                    found[os.path.relpath(path, where or self.where)] = content.read()
        return found

    def read(self, path):
        with open(os.path.join(self.where, path), encoding="utf-8") as content:
            return content.read()

    def leftovers(self):
        """What lies beside the workspace, and is none."""
        above = os.path.dirname(self.where)
        return sorted(set(os.listdir(above)) - {os.path.basename(self.where)}) if os.path.isdir(above) else []

    def compose(self, answer, *verb, **variables):
        """docker compose as the answer names it, with other words at its end."""
        command = answer["command"].removesuffix(" up -d").split()
        secrets = {secret["name"]: "sesame" for secret in answer["secrets"]}
        return subprocess.run([*command, *verb], cwd=answer["folder"], env={**self.environment, **secrets, **variables},
                              capture_output=True, text=True, timeout=120, check=False)


class NewWorkspace(InitBench):
    def test_is_made_whole_and_valid(self):
        answer = self.made("--services", "jellyfin,sonarr", "-s", "caddy", "--set", "DOMAIN=home.arpa")
        self.assertEqual((answer["project"], answer["folder"]), ("media", self.where))
        self.assertEqual(sorted(self.files()), sorted(answer["files"]))
        self.assertEqual(sorted(answer["files"]), [
            "defaults/base.env", "defaults/media-services.env", "defaults/monitoring-services.env",
            "defaults/security-services.env", "local.env", "mediahelm.yaml", "services/caddy.yaml",
            "services/jellyfin.yaml", "services/sonarr.yaml", "templates/caddy/Caddyfile"])
        self.assertEqual(answer["services"], ["jellyfin", "sonarr", "caddy"])
        self.assertEqual(answer["questions"], [])
        for name in ("jellyfin", "sonarr", "caddy"):
            with open(os.path.join(bench.SOURCE, "resources", "catalog", name + ".yaml"), "rb") as original:
                self.assertEqual(self.files()["services/%s.yaml" % name], original.read())
        self.assertEqual(stat.S_IMODE(os.stat(os.path.join(self.where, "local.env")).st_mode), 0o644)
        self.assertEqual(stat.S_IMODE(os.stat(self.where).st_mode), 0o755)
        self.assertEqual(self.leftovers(), [])
        result = self.run_program("validate", self.where, "--json")
        self.expect(result, 0)
        # Tags move where the image has no other.
        self.assertLessEqual({found["code"] for found in json.loads(result.stdout)}, {"image-floating"})

    def test_tells_what_it_did_and_the_plain_command(self):
        result = self.init("--services", "jellyfin,duckdns")
        self.expect(result, 0)
        for words in ("workspace  media\n", "services   jellyfin duckdns\n", "JELLYFIN_PORT=8096", "warning: no engine answered",
                      "mediahelm config set %s/local.env /DUCKDNS_SUBDOMAINS" % self.where,
                      "mediahelm secrets set DUCKDNS_TOKEN --workspace %s" % self.where,
                      "cd %s && docker compose --project-directory . --project-name media --env-file defaults/base.env" % self.where):
            self.assertIn(words, result.stdout)

    def test_takes_an_empty_folder_and_one_that_has_no_parent(self):
        os.makedirs(self.where)
        self.made("--services", "jellyfin")
        deep = os.path.join(self.folder, "a", "b", "films", "config")
        answer = self.made("--services", "jellyfin", where=deep)
        self.assertEqual(answer["project"], "films")
        self.assertIn(os.path.join(self.folder, "a", "b", "films", "appdata", "jellyfin", "config"), answer["folders"])

    def test_makes_the_folders_that_services_mount(self):
        answer = self.made("--services", "jellyfin,seerr", "--set", "BASE_PATH=%s/tank" % self.folder)
        self.assertIn("%s/tank/appdata/jellyfin/config" % self.folder, answer["folders"])
        for folder in answer["folders"]:
            self.assertTrue(os.path.isdir(folder), folder)
        if os.getuid() == 0:
            # Services do not run as root only because a workspace was made by it.
            self.assertEqual(os.stat("%s/tank/appdata/jellyfin" % self.folder).st_uid, 1000)
            self.assertIn("PUID=1000\n", self.read("local.env"))
        else:
            self.assertIn("PUID=%d\n" % os.getuid(), self.read("local.env"))

    def test_names_the_project_as_told(self):
        self.assertEqual(self.made("--services", "jellyfin", "--project", "films")["project"], "films")
        self.assertIn("\nname: films\n", self.read("mediahelm.yaml"))
        self.expect(self.init("--services", "sonarr", "--project", "other"), 65, "is the project films already")
        self.expect(self.init("--services", "sonarr", "--project", "Not A Name", where=self.where + "2"), 65, "Not A Name")

    def test_moves_a_port_that_something_listens_on(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
            answer = self.made("--services", "jellyfin", "--set", "JELLYFIN_PORT=%d" % port)
            self.assertEqual(answer["ports"]["JELLYFIN_PORT"], port)
            self.assertIn("as you set it, is taken", "\n".join(answer["warnings"]))
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind(("127.0.0.1", 13378))
                listener.listen()
            except OSError:
                pass  # somebody else has it, which is as good
            answer = self.made("--services", "audiobookshelf", where=self.where + "2")
            self.assertNotEqual(answer["ports"]["AUDIOBOOKSHELF_PORT"], 13378)
            self.assertIn("port 13378 is taken by", "\n".join(answer["warnings"]))

    def test_knows_what_containers_publish(self):
        engine = self.start_engine(containers=8)
        listed = json.loads(self.run_program("status", "--json", "--no-stats").stdout)
        self.assertTrue(listed)
        answer = self.made("--services", "jellyfin,sonarr")
        self.assertNotIn("no engine", "\n".join(answer["warnings"]))
        self.assertTrue(engine)

    def test_makes_up_secrets_that_no_file_holds(self):
        answer = self.made("--services", "sonarr,authelia,immich,recyclarr", "--set", "DOMAIN=example.org")
        states = {secret["name"]: secret["state"] for secret in answer["secrets"]}
        made = [name for name, state in states.items() if state == "made"]
        self.assertEqual(sorted(made), ["AUTHELIA_JWT_SECRET", "AUTHELIA_SESSION_SECRET", "AUTHELIA_STORAGE_ENCRYPTION_KEY",
                                        "IMMICH_DB_PASSWORD", "SONARR_API_KEY"])
        self.assertEqual(states["RADARR_API_KEY"], "unset")  # only for a Radarr that is not there
        values = [self.kept(name) for name in made]
        self.assertEqual(len(set(values)), len(made))
        self.assertRegex(self.kept("SONARR_API_KEY").decode(), "^[0-9a-f]{32}$")
        self.assertRegex(self.kept("AUTHELIA_JWT_SECRET").decode(), "^[0-9A-Za-z]{64}$")
        told = self.init("--services", "sonarr", "--json")
        everything = b"".join(self.files(self.folder).values()) + json.dumps(answer).encode() + told.stdout.encode()
        for value in values:
            self.assertNotIn(value, everything)
        for name in made:
            self.assertIn("  - %s\n" % name, self.read("mediahelm.yaml"))

    def test_keeps_secrets_of_an_earlier_workspace_of_its_name(self):
        self.made("--services", "sonarr")
        first = self.kept("SONARR_API_KEY")
        shutil.rmtree(self.where)
        answer = self.made("--services", "sonarr")
        self.assertEqual(answer["secrets"][0]["state"], "kept")
        self.assertEqual(self.kept("SONARR_API_KEY"), first)

    def test_lists_the_catalog(self):
        shown = self.run_program("init", "--list")
        self.expect(shown, 0)
        self.assertRegex(shown.stdout, r"(?m)^media: .+\n  jellyfin  ")
        self.assertRegex(shown.stdout, r"overseerr .*\(merged; use seerr\)")
        names = self.run_program("init", "--list", "--names").stdout.split()
        self.assertGreaterEqual(len(names), 56)
        listed = json.loads(self.run_program("init", "--list", "--json").stdout)
        self.assertEqual([entry["id"] for category in listed for entry in category["services"]], names)
        one = json.loads(self.run_program("init", "--list", "--json", "--category", "media").stdout)
        self.assertEqual([category["id"] for category in one], ["media"])
        self.expect(self.run_program("init", "--list", "--category", "mediaa"), 66, "did you mean media?")

    def test_mistakes_change_nothing(self):
        for words, code, told in (
                ((), 64, "--services"), (("--services", "jelyfin"), 66, "did you mean jellyfin?"),
                (("--services", "jellyfin", "--set", "X"), 65, "NAME=VALUE"),
                (("--services", "jellyfin", "--set", "JELLYFIN_PROT=1"), 65, "did you mean JELLYFIN_PORT?"),
                (("--services", "sonarr", "--set", "SONARR_API_KEY=abc"), 65, "is a secret"),
                (("--services", "jellyfin", "--set", "JELLYFIN_PORT=0"), 65, "is a port")):
            self.expect(self.init(*words), code, told)
            self.assertFalse(os.path.exists(self.where))
        self.expect(self.run_program("init", "--services", "jellyfin"), 64, "name the folder")

    def test_a_folder_that_is_not_empty_is_left_alone(self):
        os.makedirs(self.where)
        for name in ("holiday.jpg", ".hidden"):
            with open(os.path.join(self.where, name), "w", encoding="utf-8") as out:
                out.write("mine")
        self.expect(self.init("--services", "sonarr"), 73, "not empty: there is .hidden, holiday.jpg")
        self.assertEqual(sorted(self.files()), [".hidden", "holiday.jpg"])
        self.assertIsNone(self.kept("SONARR_API_KEY"))
        self.expect(self.init("--services", "jellyfin", where=os.path.join(self.where, "holiday.jpg")), 65, "no folder")


@unittest.skipUnless(has_compose(), "docker compose is not installed")
class Composed(InitBench):
    def test_every_entry_alone_is_accepted(self):
        names = self.run_program("init", "--list", "--names").stdout.split()
        self.assertGreaterEqual(len(names), 56)
        for name in names:
            with self.subTest(name):
                where = os.path.join(self.folder, "each", name)
                # The answers that it does not want are refused, so that each gets its own.
                answer = self.made("--services", name, where=where)
                sets = [word for question in answer["questions"] if question["kind"] == "variable"
                        for word in ("--set", "%s=%s" % (question["name"], ANSWERS[question["name"]]))]
                if sets:
                    self.assertEqual([question for question in self.made("--services", name, *sets, where=where)["questions"]
                                      if question["kind"] == "variable"], [])
                checked = self.run_program("validate", where, "--json")
                self.expect(checked, 0)
                self.assertEqual([found for found in json.loads(checked.stdout) if found["severity"] == "error"], [])
                run = self.compose(answer, "config", "-q")
                self.assertEqual((run.returncode, run.stderr), (0, ""))

    def test_all_of_them_together_have_no_port_twice(self):
        names = self.run_program("init", "--list", "--names").stdout.split()
        answer = self.made("--services", ",".join(names), *[word for pair in ANSWERS.items()
                                                            for word in ("--set", "%s=%s" % pair)])
        self.assertEqual([question["name"] for question in answer["questions"] if question["kind"] == "variable"], [])
        self.assertEqual(len(set(answer["ports"].values())), len(answer["ports"]))
        checked = self.run_program("validate", self.where, "--json")
        self.expect(checked, 0)
        run = self.compose(answer, "config", "--format", "json")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        seen = {}
        services = json.loads(run.stdout)["services"]
        self.assertGreaterEqual(len(services), 61)
        for service, body in services.items():
            for port in body.get("ports", []):
                key = (port["published"], port["protocol"])
                self.assertNotIn(key, seen, service)
                seen[key] = service
        for variable in ("NODE_EXPORTER_PORT", "NETDATA_PORT"):  # in the network of the host
            self.assertNotIn((str(answer["ports"][variable]), "tcp"), seen)
        self.assertEqual(services["qbittorrent"]["network_mode"], "service:gluetun")
        # All services that were asked for are there, none was lost in merging.
        self.assertLessEqual(set(names), set(services))


class MoreServices(InitBench):
    def test_are_added_and_nothing_else_is_touched(self):
        self.made("--services", "jellyfin")
        before = self.files()
        answer = self.made("--services", "sonarr,jellyfin")
        self.assertEqual((answer["services"], answer["present"]), (["sonarr"], ["jellyfin"]))
        self.assertEqual(answer["files"], ["services/sonarr.yaml", "mediahelm.yaml"])
        after = self.files()
        self.assertEqual(set(after) - set(before), {"services/sonarr.yaml"})
        self.assertEqual([path for path in before if before[path] != after[path]], ["mediahelm.yaml"])
        self.assertRegex(self.kept("SONARR_API_KEY").decode(), "^[0-9a-f]{32}$")
        self.assertIn("-f services/jellyfin.yaml -f services/sonarr.yaml", answer["command"])
        self.expect(self.run_program("validate", self.where), 0)
        again = self.made("--services", "sonarr")
        self.assertEqual((again["files"], again["present"]), ([], ["sonarr"]))
        self.assertEqual(self.files(), after)

    def test_answers_can_be_given_later(self):
        self.expect(self.init("--services", "duckdns"), 0)
        self.expect(self.run_program("validate", self.where), 65, "1 error")
        answer = self.made("--services", "duckdns", "--set", "DUCKDNS_SUBDOMAINS=myhouse")
        self.assertEqual(answer["files"], ["local.env"])
        self.expect(self.run_program("validate", self.where), 0)

    def test_a_plain_compose_project_is_left_alone(self):
        os.makedirs(self.where)
        with open(os.path.join(self.where, "compose.yaml"), "w", encoding="utf-8") as out:
            out.write("services: {}\n")
        self.expect(self.init("--services", "jellyfin"), 73, "compose.yaml")


class Faults(InitBench):
    def test_a_full_disk_leaves_nothing(self):
        """Behind a limit of file sizes, which is how a disk that is full looks to a program."""
        os.makedirs(os.path.dirname(self.where))
        result = subprocess.run(["sh", "-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"", bench.SERVER, "init", self.where,
                                 "--services", "sonarr"], env=self.environment, capture_output=True, text=True,
                                timeout=bench.DEADLINE, check=False)
        self.expect(result, 74, "cannot write")
        self.assertEqual((os.path.exists(self.where), self.leftovers()), (False, []))
        self.assertIsNone(self.kept("SONARR_API_KEY"))

    def test_a_secret_store_that_refuses_leaves_nothing(self):
        os.makedirs(self.secrets_folder, mode=0o700)
        with open(os.path.join(self.secrets_folder, "secrets.sealed"), "w", encoding="utf-8") as out:
            out.write("damaged")
        result = self.init("--services", "sonarr")
        self.assertNotEqual(result.returncode, 0)
        self.assertEqual((os.path.exists(self.where), self.leftovers()), (False, []))
        self.made("--services", "jellyfin")  # which needs none

    @unittest.skipIf(os.getuid() == 0 and not shutil.which("setpriv"), "root may write everywhere")
    def test_a_folder_that_may_not_be_written_is_told(self):
        above = os.path.join(self.folder, "locked")
        os.mkdir(above, 0o555)
        os.chmod(self.folder, 0o755)
        command = [bench.SERVER, "init", os.path.join(above, "media"), "--services", "jellyfin"]
        if os.getuid() == 0:
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
        result = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=bench.DEADLINE,
                                check=False)
        self.expect(result, 77, "Permission denied")
        self.assertEqual(os.listdir(above), [])

    def test_an_engine_that_hangs_holds_it_up_only_so_long(self):
        engine = self.start_engine()
        engine.command("hang /containers/json")
        answer = self.made("--services", "jellyfin")
        self.assertEqual(answer["services"], ["jellyfin"])

    def test_killed_at_any_rename_it_leaves_all_or_nothing(self):
        if not shutil.which("strace") or subprocess.run(["strace", "-qq", "true"], capture_output=True, check=False).returncode:
            self.skipTest("strace cannot trace here")
        whole = set(self.made("--services", "sonarr", where=os.path.join(self.folder, "whole"))["files"])
        outcomes = set()
        for call in ("renameat2", "fsync", "mkdir"):
            for count in range(1, 40, 1 if call == "renameat2" else 4):
                where = os.path.join(self.folder, "kill", call, str(count), "media")
                run = subprocess.run(["strace", "-qq", "-f", "-o", "/dev/null", "-e", "trace=" + call, "-e",
                                      "inject=%s:signal=SIGKILL:when=%d" % (call, count), bench.SERVER, "init", where,
                                      "--services", "sonarr"], env=self.traced_environment(), capture_output=True, check=False,
                                     timeout=bench.DEADLINE)
                if os.path.isdir(where):
                    self.assertLessEqual(whole, set(self.files(where)))
                outcomes.add((run.returncode == 0, os.path.isdir(where)))
                if run.returncode == 0:
                    break
        self.assertIn((False, False), outcomes)
        self.assertIn((True, True), outcomes)


if __name__ == "__main__":
    unittest.main()
