# SPDX-License-Identifier: GPL-3.0-or-later
"""env and validate: what a folder of files says, and what is wrong with it."""

import json
import os
import shutil
import socket
import subprocess
import unittest

import bench

MANIFEST = "name: media\nsecrets: [SONARR_API_KEY]\n"
SONARR = """services:
  sonarr:
    image: sonarr:${SONARR_TAG:-4}
    environment:
      TZ: $TZ
      KEY: ${SONARR_API_KEY:?}
    volumes:
      - ${DATA_PATH:?where the files are}:/data
"""
BASE = "TZ=Etc/UTC\nBASE_PATH=/srv\nDATA_PATH=${BASE_PATH}/data\n"


class Workspace(bench.Bench):
    def setUp(self):
        super().setUp()
        self.workspace = os.path.join(self.folder, "Living Room")
        self.write("mediahelm.yaml", MANIFEST)
        self.write("services/sonarr.yaml", SONARR)
        self.write("defaults/base.env", BASE)
        self.write("local.env", "TZ=Europe/Berlin\n")

    def write(self, path, text):
        whole = os.path.join(self.workspace, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "w", encoding="utf-8", newline="") as file:
            file.write(text)

    def found(self, code=0, *options):
        result = self.run_program("validate", self.workspace, "--json", *(options or ["--offline"]))
        self.expect(result, code)
        return [(item["severity"], item["code"], item["file"], item["line"], item["column"]) for item in
                json.loads(result.stdout)]

    def test_env_tells_values_and_where_they_come_from(self):
        result = self.run_program("env", self.workspace, "--json")
        self.expect(result, 0)
        self.assertEqual(json.loads(result.stdout), {
            "BASE_PATH": {"value": "/srv", "origins": [{"file": "defaults/base.env", "line": 2, "value": "/srv"}]},
            "DATA_PATH": {"value": "/srv/data", "origins": [{"file": "defaults/base.env", "line": 3, "value": "/srv/data"}]},
            "TZ": {"value": "Europe/Berlin", "origins": [{"file": "defaults/base.env", "line": 1, "value": "Etc/UTC"},
                                                         {"file": "local.env", "line": 1, "value": "Europe/Berlin"}]}})

    def test_the_process_wins(self):
        self.environment["TZ"] = "Asia/Tokyo"
        variables = json.loads(self.run_program("env", self.workspace, "--json").stdout)
        self.assertEqual(variables["TZ"]["value"], "Asia/Tokyo")
        self.assertEqual(variables["TZ"]["origins"][-1], {"file": None, "line": None, "value": "Asia/Tokyo"})

    def test_a_secret_that_stands_in_a_file_is_not_shown(self):
        self.write("local.env", "SONARR_API_KEY=planted-5ec2e7\n")
        for words in (("env", self.workspace), ("env", self.workspace, "--json"), ("validate", self.workspace, "--offline")):
            result = self.run_program(*words)
            self.assertNotIn("planted", result.stdout + result.stderr)

    def test_the_values_equal_those_of_compose(self):
        if shutil.which("docker") is None or subprocess.run(["docker", "compose", "version"], capture_output=True, check=False).returncode:
            self.skipTest("docker compose is not installed")
        config = subprocess.run(
            ["docker", "compose", "--project-directory", ".", "--project-name", "media", "--env-file", "defaults/base.env",
             "--env-file", "local.env", "-f", "services/sonarr.yaml", "config", "--format", "json"], cwd=self.workspace,
            env={**os.environ, "SONARR_API_KEY": "x"}, capture_output=True, check=True)
        service = json.loads(config.stdout)["services"]["sonarr"]
        variables = json.loads(self.run_program("env", self.workspace, "--json").stdout)
        self.assertEqual(service["environment"]["TZ"], variables["TZ"]["value"])
        self.assertEqual(service["volumes"][0]["source"], variables["DATA_PATH"]["value"])

    def test_a_good_workspace_has_no_findings(self):
        self.assertEqual(self.found(), [])

    def test_each_fault_is_told_with_its_place(self):
        yaml = "services/sonarr.yaml"
        for path, text, finding in (
                (yaml, SONARR + "  sonarr: {}\n", ("error", "yaml-duplicate-key", yaml, 9, 3)),
                (yaml, "services: {a: [}\n", ("error", "yaml-syntax", yaml, 1, 16)),
                (yaml, SONARR.replace("$TZ", "$TIMEZONE"), ("warning", "variable-missing", yaml, 5, 11)),
                (yaml, SONARR.replace("DATA_PATH:?", "DATA:?"), ("error", "variable-required", yaml, 8, 9)),
                (yaml, SONARR.replace("$TZ", "${TZ"), ("error", "variable-syntax", yaml, 5, 11)),
                ("local.env", "TZ='Europe/Berlin\n", ("error", "env-syntax", "local.env", 1, 4)),
                ("local.env", "TZ=${ZONE:?}\n", ("error", "variable-required", "local.env", 1, 1)),
                ("local.env", "TZ=UTC\nPUIDD=1000\n", ("hint", "variable-unused", "local.env", 2, 1)),
                ("mediahelm.yaml", MANIFEST + "service_files: [services/*.yaml, more.yaml]\n",
                 ("error", "workspace-missing-file", "mediahelm.yaml", 3, 34)),
                ("mediahelm.yaml", MANIFEST + "env_layers: [../secret.env, defaults/base.env, local.env]\n",
                 ("error", "workspace-path", "mediahelm.yaml", 3, 14)),
                (yaml, SONARR + "    restart: forever\n", ("error", "schema-enum", yaml, 9, 14)),
                (yaml, SONARR + "    x-mediahelm: {web: {port: 99999}}\n", ("error", "schema-range", yaml, 9, 31)),
                ("mediahelm.yaml", MANIFEST + "retenion: {days: 3}\n", ("error", "schema-unknown-key", "mediahelm.yaml", 3, 1)),
                ("local.env", "TZ=UTC\nSONARR_PORT=many\n", ("error", "schema-pattern", "local.env", 2, 1)),
                ("schemas/own.json", "{", ("error", "schema-unusable", "schemas/own.json", 1, 1)),
                ("mediahelm.yaml", "secrets: [SONARR_API_KEY]\n", ("error", "workspace-no-name", "mediahelm.yaml", 1, 1))):
            with self.subTest(finding):
                self.setUp()
                self.write(path, text)
                found = self.found(0 if finding[0] != "error" else 65)
                self.assertIn(finding, found)

    def test_the_workspace_s_own_schemas_hold(self):
        self.write("schemas/zone.schema.json", json.dumps({"properties": {"TZ": {"enum": ["Etc/UTC"]}}}))
        self.assertEqual(self.found(65), [("error", "schema-enum", "local.env", 1, 1)])

    def test_no_fault_is_told_twice(self):
        for path, text in (("mediahelm.yaml", "secrets: [SONARR_API_KEY]\n"),
                           ("services/sonarr.yaml", SONARR + "    ports: [\"${NO_PORT}:80\"]\n"),
                           ("services/sonarr.yaml", SONARR + "    ports: [\"${NO_PORT:?}:80\"]\n"),
                           ("services/sonarr.yaml", SONARR + "    ports: [\"${SONARR_API_KEY}:80\"]\n")):
            with self.subTest(text):
                self.setUp()
                self.write(path, text)
                self.assertLessEqual(len(self.found(65 if ":?}:80" in text or "media" in path else 0)), 1)

    def test_a_plain_compose_folder_is_a_workspace(self):
        plain = os.path.join(self.folder, "plain")
        shutil.copytree(os.path.join(self.workspace, "services"), plain)
        os.rename(os.path.join(plain, "sonarr.yaml"), os.path.join(plain, "docker-compose.yml"))
        with open(os.path.join(plain, ".env"), "w", encoding="ascii") as file:
            file.write("TZ=Etc/UTC\nDATA_PATH=/srv\nSONARR_API_KEY=x\n")
        self.expect(self.run_program("validate", plain, "--offline"), 0)
        self.assertEqual(sorted(os.listdir(plain)), [".env", "docker-compose.yml"])

    def test_a_code_is_explained(self):
        result = self.run_program("explain", "port-conflict")
        self.expect(result, 0)
        self.assertTrue(result.stdout.startswith("# Two services publish one port\n"))
        self.expect(self.run_program("explain", "port-conflikt"), 66, "did you mean port-conflict?")
        self.expect(self.run_program("explain", "../../etc/passwd"), 66)
        listed = [line.split()[0] for line in self.run_program("explain").stdout.splitlines()]
        page = json.loads(self.run_program("explain", "port-conflict", "--json").stdout)
        self.assertEqual((page["code"], page["text"]), ("port-conflict", result.stdout))
        self.assertEqual([each["code"] for each in json.loads(self.run_program("explain", "--json").stdout)], listed)
        self.assertEqual(listed, sorted(name[:-3] for name in os.listdir(bench.SOURCE + "/resources/help/diagnostics")))

    def test_what_is_no_workspace_is_told(self):
        empty = os.path.join(self.folder, "empty")
        os.mkdir(empty)
        self.expect(self.run_program("validate", empty), 66, "neither mediahelm.yaml nor compose.yaml")
        self.expect(self.run_program("env", os.path.join(self.folder, "none")), 66)
        self.write("mediahelm.yaml", "name: [")
        self.expect(self.run_program("env", self.workspace), 65, "mediahelm.yaml:")
        self.assertEqual(self.found(65), [("error", "yaml-syntax", "mediahelm.yaml", 1, 8)])

    def test_the_host_is_asked_unless_it_must_not_be(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            self.write("services/sonarr.yaml", SONARR.replace("${DATA_PATH:?where the files are}", self.folder + "/none")
                       + f"    ports: [\"{port}:8989\"]\n    devices: [/dev/is-not-there]\n")
            self.write("defaults/base.env", "TZ=Etc/UTC\n")
            yaml = "services/sonarr.yaml"
            missing = ("warning", "bind-missing", yaml, 8, 9)
            port_taken = ("error", "port-taken", yaml, 9, 13)
            device = [("error", "device-missing", yaml, 10, 15), ("hint", "device-access", yaml, 10, 15)]
            self.assertEqual(self.found(65, "--no-compose"), [missing, port_taken, *device])
            self.assertEqual(self.found(0, "--offline"), device[1:])
        self.assertEqual(self.found(65, "--no-compose"), [missing, *device])

    def test_without_an_engine_nobody_is_blamed_for_a_port(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            self.write("services/sonarr.yaml", SONARR.replace("${DATA_PATH:?where the files are}", self.folder)
                       + f"    ports: [\"{taken.getsockname()[1]}:8989\"]\n")
            self.write("defaults/base.env", "TZ=Etc/UTC\n")
            self.environment["DOCKER_HOST"] = f"unix://{self.folder}/no.sock"
            self.assertEqual(self.found(0, "--no-compose"), [])

    def test_an_engine_elsewhere_is_not_this_machine(self):
        self.write("services/sonarr.yaml", SONARR.replace("${DATA_PATH:?where the files are}", self.folder + "/none"))
        self.write("defaults/base.env", "TZ=Etc/UTC\n")
        self.environment["DOCKER_HOST"] = "ssh://nobody@192.0.2.1"
        self.assertEqual(self.found(0, "--no-compose"), [])

    def test_compose_has_the_last_word(self):
        if shutil.which("docker") is None or subprocess.run(["docker", "compose", "version"], capture_output=True, check=False).returncode:
            self.skipTest("docker compose is not installed")
        self.write("defaults/base.env", f"TZ=Etc/UTC\nDATA_PATH={self.folder}\n")
        self.assertEqual(self.found(0, "--no-color"), [])
        self.write("services/sonarr.yaml", SONARR + "    mem_limit: 50m\n    deploy: {resources: {limits: {memory: 60m}}}\n")
        self.assertEqual([item[:2] for item in self.found(65, "--no-color")], [("error", "compose-error")])
        self.assertEqual(self.found(0, "--offline"), [])
        # What we tell ourselves is told once.
        self.write("services/sonarr.yaml", SONARR.replace("$TZ", "$TIMEZONE") + "    networks: [front]\n")
        self.assertEqual(sorted({item[1] for item in self.found(65, "--no-color")}),
                         ["undefined-network", "variable-missing", "variable-unused"])


if __name__ == "__main__":
    unittest.main()
