#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The service catalog: every file is a good citizen, and all of them live together.

Needs PyYAML, jsonschema and `docker compose`, which only reads here: no engine is asked and nothing is pulled.
"""

import copy
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

try:
    import jsonschema
    import yaml
except ImportError as error:
    print(f"SKIPPED: {error}")
    sys.exit(0)

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOG = ROOT / "resources" / "catalog"
SCHEMA = json.loads((ROOT / "schemas" / "x-mediahelm.schema.json").read_text(encoding="utf-8"))
INDEX = json.loads((CATALOG / "index.json").read_text(encoding="utf-8"))
SHARED = INDEX["variables"]
CATEGORY = {service: entry["id"] for entry in INDEX["categories"] for service in entry["services"]}
IDS = sorted(CATEGORY)
TEXT = {path.stem: path.read_text(encoding="utf-8") for path in sorted(CATALOG.glob("*.yaml"))}
FILES = {name: yaml.safe_load(text) for name, text in TEXT.items()}

# What moves files from the downloads to the library sees both in one mount.
WHOLE_DATA = {"sonarr", "radarr", "lidarr", "readarr", "qbittorrent", "transmission", "sabnzbd", "nzbget", "unpackerr"}
# What only plays cannot harm the library.
PLAYERS = {"jellyfin", "plex", "emby", "kavita", "komga"}
# What changes the library sees it at the same path as those above.
EDITORS = {"bazarr", "tdarr", "audiobookshelf", "calibre-web"}


def expressions(text):
    """The ${NAME}, ${NAME:-default} and ${NAME:?message} of a text, nested ones too, as (name, operator, rest)."""
    found, position = [], 0
    while (start := text.find("${", position)) >= 0:
        depth, end = 1, start + 2
        while depth:
            if text.startswith("${", end):
                depth, end = depth + 1, end + 2
                continue
            depth -= text[end] == "}"
            end += 1
        name, operator, rest = re.fullmatch(r"([A-Za-z_]\w*)(:?[-?+])?(.*)", text[start + 2:end - 1], re.S).groups()
        found.append((name, operator or "", rest))
        found += expressions(rest)
        position = end
    return found


def scalars(node):
    """All keys and values of a document that Compose resolves, without what it ignores."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key != "x-mediahelm":
                yield str(key)
                yield from scalars(value)
    elif isinstance(node, list):
        for value in node:
            yield from scalars(value)
    elif isinstance(node, str):
        yield node


def used(name):
    return [found for text in scalars(FILES[name]) for found in expressions(text)]


def blocks(name):
    return {service: body["x-mediahelm"] for service, body in FILES[name]["services"].items()}


def declared(name, kind):
    return blocks(name)[name].get(kind, {})


def services():
    for name, document in FILES.items():
        for service, body in document["services"].items():
            yield name, service, body


def split_outside(text, separator):
    """Splits at a separator that is not inside ${...}."""
    parts, depth, current, position = [], 0, "", 0
    while position < len(text):
        if text.startswith("${", position):
            depth, current, position = depth + 1, current + "${", position + 2
            continue
        if text[position] == separator and not depth:
            parts, current = parts + [current], ""
        else:
            depth -= text[position] == "}" and depth > 0
            current += text[position]
        position += 1
    return parts + [current]


def mounts(body):
    for mount in body.get("volumes", []):
        source, target, *mode = split_outside(mount, ":")
        yield source, target, mode[0] if mode else "rw"


def minimal_environment(names):
    """Only what has no default: what all services share, and what these declare as required."""
    values = {"BASE_PATH": "/srv/test", "CONFIG_PATH": "/srv/test/config", "APPDATA_PATH": "/srv/test/appdata",
              "DATA_PATH": "/srv/test/data", "MEDIA_PATH": "/srv/test/data/media", "BACKUP_PATH": "/srv/test/backups",
              "HOST_IP": "192.0.2.1", "DOMAIN": "example.org"}
    for name in names:
        values.update({key: "value" for key, entry in declared(name, "variables").items() if entry.get("required")})
        values.update({key: "sesame" for key, entry in declared(name, "secrets").items() if entry.get("required", True)})
    return values


def compose(names, values, *arguments):
    with tempfile.NamedTemporaryFile("w", suffix=".env") as env_file:
        env_file.write("".join(f"{key}={value}\n" for key, value in values.items()))
        env_file.flush()
        command = ["docker", "compose", "--project-directory", str(CATALOG), "--project-name", "catalog", "--env-file", env_file.name]
        for name in names:
            command += ["-f", str(name if isinstance(name, pathlib.Path) else CATALOG / f"{name}.yaml")]
        # An environment of its own: a PUID of the caller would win over the file.
        environment = {key: os.environ[key] for key in ("PATH", "HOME", "DOCKER_CONFIG") if key in os.environ}
        return subprocess.run(command + ["config", *arguments], capture_output=True, text=True, timeout=120,
                              env=environment, check=False)


def needs_compose(test):
    found = shutil.which("docker") and subprocess.run(["docker", "compose", "version"], capture_output=True, check=False).returncode == 0
    return test if found else unittest.skip("docker compose is not installed")(test)


class Schema(unittest.TestCase):
    def nodes(self, node=None, path=""):
        node = SCHEMA if node is None else node
        if "$ref" in node:
            return
        yield path, node
        for key in ("properties", "definitions"):
            for name, child in node.get(key, {}).items():
                yield from self.nodes(child, f"{path}/{name}")
        for key in ("items", "additionalProperties"):
            if isinstance(node.get(key), dict):
                yield from self.nodes(node[key], f"{path}/{key}")

    def test_is_draft_07(self):
        self.assertEqual(SCHEMA["$schema"], "http://json-schema.org/draft-07/schema#")
        jsonschema.Draft7Validator.check_schema(SCHEMA)

    def test_every_property_is_explained_and_its_examples_are_right(self):
        for path, node in self.nodes():
            with self.subTest(path or "/"):
                self.assertTrue(node.get("title") and node.get("description") and node.get("examples"))
                if node.get("type") == "object" and "propertyNames" not in node:
                    self.assertIs(node.get("additionalProperties"), False)
                for example in node["examples"]:
                    jsonschema.Draft7Validator({**node, "definitions": SCHEMA["definitions"]}).validate(example)


class Index(unittest.TestCase):
    def test_names_every_file_once_and_no_other(self):
        listed = [service for entry in INDEX["categories"] for service in entry["services"]]
        self.assertEqual(len(listed), len(set(listed)))
        self.assertEqual(IDS, sorted(FILES))
        self.assertGreaterEqual(len(IDS), 56)

    def test_uses_the_categories_and_variables_of_the_schema(self):
        known = SCHEMA["properties"]["category"]["enum"]
        variable = {**SCHEMA["definitions"]["variable"], "definitions": SCHEMA["definitions"]}
        for entry in INDEX["categories"]:
            self.assertIn(entry["id"], known)
            self.assertEqual(set(entry), {"id", "title", "description", "env_layer", "services"})
        for name, entry in SHARED.items():
            with self.subTest(name):
                jsonschema.Draft7Validator(variable).validate(entry)


class Block(unittest.TestCase):
    def test_every_service_has_one_that_the_schema_accepts(self):
        validator = jsonschema.Draft7Validator(SCHEMA)
        for name, service, body in services():
            with self.subTest(f"{name}: {service}"):
                errors = [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(body.get("x-mediahelm"))]
                self.assertEqual(errors, [])

    def test_says_all_that_the_catalog_shows(self):
        for name in IDS:
            self.assertIn(name, FILES[name]["services"], "the main service bears the name of the file")
            for service, block in blocks(name).items():
                with self.subTest(f"{name}: {service}"):
                    main = service == name
                    expected = {"name", "category", "description", "health", "resources", "backup", "recovery"}
                    self.assertEqual(expected | {"docs" if main else "part_of"} | set(block), set(block))
                    self.assertEqual(block["category"], CATEGORY[name])
                    self.assertTrue(block["description"].endswith("."))
                    self.assertEqual(block.get("part_of", name), name)

    def test_names_only_services_that_exist(self):
        for name in IDS:
            block = blocks(name)[name]
            with self.subTest(name):
                for kind in ("works_with", "needs_one_of", "alternatives"):
                    self.assertLessEqual(set(block.get(kind, [])), set(IDS) - {name})
                if "vpn" in block:
                    self.assertIn(block["vpn"]["parent"], IDS)
                if self.active(name):
                    self.assertTrue(all(self.active(other) for other in block.get("alternatives", [])))
                    for other in block.get("alternatives", []):
                        self.assertIn(name, blocks(other)[other]["alternatives"])

    @staticmethod
    def active(name):
        return blocks(name)[name].get("lifecycle", {}).get("state", "active") == "active"

    def test_tells_why_a_service_is_no_longer_offered(self):
        gone = {name for name in IDS if not self.active(name)}
        self.assertEqual(gone, {"overseerr", "jellyseerr", "readarr", "watchtower", "filebrowser"})
        for name in gone:
            self.assertLessEqual({"reason", "replacement", "migration"}, set(blocks(name)[name]["lifecycle"]))

    def test_health_and_web_page_are_on_ports_that_can_be_reached(self):
        for name, service, body in services():
            block = body["x-mediahelm"]
            if "part_of" in block or body.get("network_mode") == "host":
                continue
            inside = {split_outside(port, ":")[-1].partition("/")[0] for port in body.get("ports", [])}
            with self.subTest(f"{name}: {service}"):
                for kind in ("web", "health"):
                    if "port" in block.get(kind, {}):
                        self.assertIn(str(block[kind]["port"]), inside)
                if block["health"]["kind"] in ("http", "tcp"):
                    self.assertIn("port", block["health"])

    def test_says_where_the_health_check_comes_from(self):
        for name, service, body in services():
            with self.subTest(f"{name}: {service}"):
                inside = body["x-mediahelm"]["health"]["inside"]
                self.assertEqual("healthcheck" in body, inside == "file")
                if inside == "image":
                    self.assertIn("The image brings its own health check", TEXT[name])
                elif inside == "none":
                    self.assertRegex(TEXT[name], r"(?i)no (port.* and no |)(state and no )?health check")

    def test_calls_out_every_power_over_the_host(self):
        for name, service, body in services():
            powers = set()
            for key, value, kind in (("privileged", True, "privileged"), ("network_mode", "host", "host-network"), ("pid", "host", "host-pid")):
                if body.get(key) == value:
                    powers.add((kind, None))
            powers |= {("capability", name_) for name_ in body.get("cap_add", [])}
            powers |= {("device", device.partition(":")[0]) for device in body.get("devices", [])}
            powers |= {("security-opt", option) for option in body.get("security_opt", []) if "unconfined" in option}
            for source, _, _ in mounts(body):
                if "docker.sock" in source or source == "/var/run":
                    powers.add(("docker-socket", None))
                if source in ("/", "/var/log") and (source == "/" or body.get("pid") != "host"):
                    powers.add(("host-files", source))
            told = {(entry["kind"], entry.get("name")) for entry in body["x-mediahelm"].get("privileges", [])
                    if not entry.get("optional") and entry["kind"] != "root"}
            with self.subTest(f"{name}: {service}"):
                self.assertEqual(powers, told)


class File(unittest.TestCase):
    def test_opens_with_the_licence(self):
        for path in [*CATALOG.glob("*.yaml"), *(path for path in (CATALOG / "templates").rglob("*") if path.is_file())]:
            self.assertEqual(path.read_text(encoding="utf-8").split("\n")[0], "# SPDX-License-Identifier: GPL-3.0-or-later", path)

    def test_restarts_and_limits_its_logs(self):
        for name, service, body in services():
            with self.subTest(f"{name}: {service}"):
                self.assertEqual(body["restart"], "unless-stopped")
                self.assertEqual(body["logging"], {"driver": "${LOG_DRIVER:-json-file}", "options": {
                    "max-size": "${LOG_MAX_SIZE:-10m}", "max-file": "${LOG_MAX_FILES:-3}"}})

    def test_chooses_its_tag_and_says_why_where_it_floats(self):
        for name, service, body in services():
            with self.subTest(f"{name}: {service}"):
                tag = body["image"].rpartition("/")[2].partition(":")[2]
                self.assertRegex(tag, r"^[\w.-]+$")
                if tag == "latest":
                    lines = TEXT[name].split("\n")
                    image = lines.index(f"    image: {body['image']}")
                    self.assertTrue(any(line.startswith("    # latest ") for line in lines[image - 3:image]))

    def test_leaves_names_of_containers_to_compose(self):
        for name, service, body in services():
            self.assertNotIn("container_name", body, f"{name}: {service}")

    def test_keeps_its_state_in_a_folder_of_its_own(self):
        for name, service, body in services():
            for source, _, _ in mounts(body):
                if source.startswith("${APPDATA_PATH:?}/"):
                    self.assertRegex(source, rf"^\$\{{APPDATA_PATH:\?\}}/{name}(/|$)", service)

    def test_sees_downloads_and_library_in_one_mount(self):
        for name, service, body in services():
            data = [(source, target, mode) for source, target, mode in mounts(body) if re.search(r"\$\{(DATA|MEDIA|DOWNLOADS)_PATH", source)]
            with self.subTest(f"{name}: {service}"):
                self.assertLessEqual(len(data), 1)
                self.assertNotIn("DOWNLOADS_PATH", str(data))
                if name in WHOLE_DATA:
                    self.assertEqual(data, [("${DATA_PATH:?}", "/data", "rw")])
                elif name in PLAYERS:
                    self.assertEqual(data, [("${MEDIA_PATH:?}", "/data/media", "ro")])
                elif name in EDITORS:
                    self.assertEqual(data, [("${MEDIA_PATH:?}", "/data/media", "rw")])

    def test_declares_each_variable_with_the_default_that_it_uses(self):
        for name in IDS:
            variables, secrets = declared(name, "variables"), declared(name, "secrets")
            found = used(name)
            with self.subTest(name):
                self.assertEqual({n for n, _, _ in found} - set(SHARED), set(variables) | set(secrets))
                self.assertFalse(set(variables) & set(secrets))
                for variable, operator, rest in found:
                    entry = {**SHARED, **variables}.get(variable)
                    if variable in secrets:
                        required = secrets[variable].get("required", True)
                        self.assertEqual((operator, rest), (":?", "") if required else (":-", ""), variable)
                    elif operator == ":-":
                        default = entry["default"]
                        default = str(default).lower() if isinstance(default, bool) else str(default)
                        self.assertEqual(rest, default, variable)
                        self.assertFalse(entry.get("required"), variable)
                    else:
                        self.assertEqual((operator, rest), (":?", ""), variable)
                        self.assertTrue(entry.get("required") or variable in SHARED, variable)

    def test_a_variable_of_several_files_is_the_same_in_all(self):
        seen = {}
        for name in IDS:
            for variable, entry in declared(name, "variables").items():
                self.assertEqual(seen.setdefault(variable, entry), entry, variable)

    def test_holds_no_secret(self):
        for name, service, body in services():
            secrets = declared(name, "secrets")
            for key, value in (body.get("environment") or {}).items():
                if re.search(r"(?i)pass|secret|token|_key|apikey", key):
                    with self.subTest(f"{name}: {service}: {key}"):
                        found = expressions(str(value))
                        self.assertTrue(found and found[0][0] in secrets and str(value).startswith("${") and str(value).endswith("}"))

    def test_has_its_templates_and_no_others(self):
        listed = set()
        for name in IDS:
            own = {entry["path"] for entry in blocks(name)[name].get("templates", [])}
            listed |= own
            for entry in FILES[name].get("configs", {}).values():
                self.assertIn(entry["file"].removeprefix("./"), own)
        present = {str(path.relative_to(CATALOG)) for path in (CATALOG / "templates").rglob("*") if path.is_file()}
        self.assertEqual(listed, present)


class Ports(unittest.TestCase):
    def test_are_variables_of_their_own_with_a_default(self):
        for name, service, body in services():
            for port in body.get("ports", []):
                *address, published, _ = split_outside(port, ":")
                with self.subTest(f"{name}: {port}"):
                    self.assertIn(address, ([], ["127.0.0.1"]))
                    match = re.fullmatch(r"\$\{([A-Z0-9_]+_PORT):-([0-9]+)\}", published)
                    self.assertTrue(match)
                    entry = declared(name, "variables")[match[1]]
                    self.assertEqual((entry["type"], entry["default"]), ("port", int(match[2])))
                    self.assertTrue(match[1].startswith((name.upper().replace("-", "_") + "_", "NPM_", "RESTIC_")))

    def test_collide_only_where_clients_expect_the_very_number(self):
        owners = {}
        for name in IDS:
            for variable, entry in declared(name, "variables").items():
                if entry.get("type") == "port":
                    owners.setdefault(entry["default"], []).append((name, variable, entry.get("well_known", False)))
        for port, found in owners.items():
            if len(found) > 1:
                self.assertTrue(all(well_known for _, _, well_known in found), (port, found))
                for name, _, _ in found:
                    self.assertLessEqual({other for other, _, _ in found} - {name}, set(blocks(name)[name]["alternatives"]))

    @staticmethod
    def resolved():
        """The defaults, with a free number for each that is taken already."""
        taken, moved = set(), {}
        for name in IDS:
            for variable, entry in declared(name, "variables").items():
                if entry.get("type") == "port":
                    port = entry["default"]
                    if port in taken:
                        port = next(free for free in range(20000, 65536) if free not in taken)
                        moved[variable] = port
                    taken.add(port)
        return moved

    @needs_compose
    def test_of_all_services_together_can_be_kept_apart(self):
        run = compose(IDS, {**minimal_environment(IDS), **self.resolved()}, "--format", "json")
        self.assertEqual(run.returncode, 0, run.stderr)
        seen = {}
        for service, body in json.loads(run.stdout)["services"].items():
            for port in body.get("ports", []):
                key = (port["published"], port["protocol"])
                self.assertNotIn(key, seen, service)
                seen[key] = service
        # Those with the network of the host listen on what their own variable says.
        for name in ("node-exporter", "netdata"):
            for entry in declared(name, "variables").values():
                if entry.get("type") == "port":
                    self.assertNotIn((str(entry["default"]), "tcp"), seen)


@needs_compose
class Compose(unittest.TestCase):
    def test_accepts_each_file_with_only_what_has_no_default(self):
        for name in IDS:
            with self.subTest(name):
                run = compose([name], minimal_environment([name]), "--format", "json")
                self.assertEqual((run.returncode, run.stderr), (0, ""))
                self.assertEqual(set(json.loads(run.stdout)["services"]), set(FILES[name]["services"]))

    def test_refuses_to_start_without_what_is_required(self):
        for name in IDS:
            values = minimal_environment([name])
            required = {variable for variable, operator, _ in used(name) if operator == ":?"}
            for variable in sorted(required - {"APPDATA_PATH", "MEDIA_PATH", "DATA_PATH"}):
                with self.subTest(f"{name}: {variable}"):
                    run = compose([name], {key: value for key, value in values.items() if key != variable}, "-q")
                    self.assertNotEqual(run.returncode, 0)
                    self.assertIn(f"required variable {variable} is missing", run.stderr)

    def test_recreates_nothing_for_a_change_of_the_block(self):
        changed = copy.deepcopy(FILES["jellyfin"])
        changed["services"]["jellyfin"]["x-mediahelm"] = {"name": "Another"}
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "jellyfin.yaml"
            path.write_text(yaml.safe_dump(changed), encoding="utf-8")
            runs = [compose([file], minimal_environment(["jellyfin"]), "--hash", "*") for file in ("jellyfin", path)]
        self.assertEqual([run.returncode for run in runs], [0, 0])
        self.assertEqual(runs[0].stdout, runs[1].stdout)


if __name__ == "__main__":
    unittest.main(verbosity=1)
