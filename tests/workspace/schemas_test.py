#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schemas of files are ones that the editor can show and the validator can take. schemas_test.py SCHEMAS"""
import json
import pathlib
import re
import sys
import unittest

try:
    import jsonschema
    import yaml  # noqa: F401
except ImportError as missing:
    print("SKIPPED:", missing)
    sys.exit(0)

import yaml_core

FOLDER = pathlib.Path(sys.argv.pop(1))
SCHEMAS = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.schema.json"))}

# What draft-07 and valijson 1.0 both know. `format` is left out: valijson passes over most formats.
WORDS = {
    "$schema", "$id", "$ref", "title", "description", "examples", "default", "definitions", "type", "enum", "const",
    "properties", "patternProperties", "additionalProperties", "propertyNames", "required", "minProperties",
    "maxProperties", "items", "additionalItems", "minItems", "maxItems", "uniqueItems", "contains", "minLength",
    "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "allOf",
    "anyOf", "oneOf", "not", "if", "then", "else", "dependencies", "format",
}
NAMED = ("properties", "patternProperties", "definitions", "dependencies")
LISTS = ("allOf", "anyOf", "oneOf")
SINGLE = ("additionalProperties", "propertyNames", "additionalItems", "contains", "not", "if", "then", "else")


def parts(schema, path="#"):
    """Every schema within a schema, itself first, as (path, schema)."""
    if not isinstance(schema, dict):
        return
    yield path, schema
    for word in NAMED:
        for name, value in schema.get(word, {}).items():
            yield from parts(value, f"{path}/{word}/{name}")
    for word in LISTS:
        for index, value in enumerate(schema.get(word, [])):
            yield from parts(value, f"{path}/{word}/{index}")
    for word in SINGLE:
        yield from parts(schema.get(word), f"{path}/{word}")
    items = schema.get("items", [])
    for index, value in enumerate(items if isinstance(items, list) else [items]):
        yield from parts(value, f"{path}/items/{index}")


def all_parts():
    for name, schema in SCHEMAS.items():
        for path, part in parts(schema):
            yield name, path, part


def is_property(path):
    """Whether people meet the part at that path: a property or a definition, and not a condition about one."""
    steps = path.split("/")
    return len(steps) > 2 and steps[-2] in ("properties", "definitions") and not {"not", "anyOf", "if"} & set(steps)


def patterns():
    for name, path, part in all_parts():
        if "pattern" in part:
            yield f"{name}{path}", part["pattern"]
        for pattern in part.get("patternProperties", {}):
            yield f"{name}{path}", pattern


def endless_groups(pattern):
    """Groups with an unbounded repetition inside that are repeated without bound themselves: these take exponential time."""
    pattern = re.sub(r"\\.", "_", pattern)
    pattern = re.sub(r"\[\^?\]?[^]]*\]", "_", pattern)
    found, open_groups = [], []
    for index, letter in enumerate(pattern):
        endless = letter in "*+" or re.match(r"\{\d+,\}", pattern[index:])
        if letter == "(":
            open_groups.append([index, False])
        elif letter == ")":
            start, inner = open_groups.pop()
            after = pattern[index + 1:]
            if inner and (after[:1] in ("*", "+") or re.match(r"\{\d+,\}", after)):
                found.append(pattern[start:index + 2])
            if open_groups:
                open_groups[-1][1] |= inner
        if endless and open_groups:
            open_groups[-1][1] = True
    return found


class SchemasTest(unittest.TestCase):
    def test_the_schemas_are_there_and_are_draft_07(self):
        self.assertLessEqual({"service.schema.json", "mediahelm.schema.json", "env.schema.json"}, set(SCHEMAS))
        for name, schema in SCHEMAS.items():
            with self.subTest(name):
                jsonschema.Draft7Validator.check_schema(schema)
                self.assertEqual(schema["$schema"], "http://json-schema.org/draft-07/schema#")
                self.assertEqual(schema["$id"], name)

    def test_each_property_has_title_description_and_examples(self):
        for name, path, part in all_parts():
            if is_property(path):
                with self.subTest(name + path):
                    self.assertRegex(part.get("title", ""), r"^\S.*\S$|^\S$")
                    self.assertRegex(part.get("description", ""), r"^\S[\s\S]{6,}[.)]$")
                    self.assertLessEqual(len(part["description"]), 320)
                    self.assertTrue(part.get("examples"))

    def test_each_example_is_accepted(self):
        for name, path, part in all_parts():
            rule = {key: value for key, value in part.items() if key != "$ref"} if "$ref" not in part else {"$ref": part["$ref"]}
            rule["definitions"] = SCHEMAS[name].get("definitions", {})
            validator = jsonschema.Draft7Validator(rule)
            for example in part.get("examples", []):
                with self.subTest(name + path, example=example):
                    self.assertEqual([error.message for error in validator.iter_errors(example)], [])

    def test_references_are_local_and_end(self):
        for name, path, part in all_parts():
            if "$ref" in part:
                with self.subTest(name + path):
                    self.assertRegex(part["$ref"], r"^#/definitions/[a-z0-9_]+$")
                    self.assertIn(part["$ref"].rsplit("/", 1)[1], SCHEMAS[name]["definitions"])
                    self.assertLessEqual(set(part), {"$ref", "title", "description", "examples"}, "draft-07 ignores what stands beside $ref")
        for name, schema in SCHEMAS.items():
            needs = {key: {part["$ref"].rsplit("/", 1)[1] for _, part in parts(value) if "$ref" in part}
                     for key, value in schema.get("definitions", {}).items()}

            def follow(key, trail, needs=needs, name=name):
                self.assertNotIn(key, trail, f"{name}: a reference comes back to itself")
                for other in needs[key]:
                    follow(other, trail + [key])

            for key in needs:
                follow(key, [])
            used = {part["$ref"].rsplit("/", 1)[1] for _, part in parts(schema) if "$ref" in part}
            self.assertEqual(set(needs) - used, set(), name)

    def test_only_words_that_the_validator_knows(self):
        for name, path, part in all_parts():
            with self.subTest(name + path):
                self.assertLessEqual(set(part), WORDS)

    def test_no_property_goes_unnoticed(self):
        for name, path, part in all_parts():
            if "properties" in part and "/not" not in path and "/anyOf/" not in path and name != "env.schema.json":
                with self.subTest(name + path):
                    self.assertIs(part.get("additionalProperties"), False)

    def test_patterns_take_no_exponential_time(self):
        self.assertEqual(endless_groups("^(a+)+$"), ["(a+)+"])
        self.assertEqual(endless_groups("^((a*)b){2,}$"), ["((a*)b){"])
        self.assertEqual(endless_groups(r"^[a(+]+(\(a+)?$"), [])
        for place, pattern in patterns():
            with self.subTest(place):
                re.compile(pattern)
                self.assertEqual(endless_groups(pattern), [])
                self.assertNotRegex(pattern, r"\\[1-9]|\(\?<|\(\?[a-z]|\\[AZzpPu]", "std::regex does not know it")

    def check(self, schema, rows, load):
        validator = jsonschema.Draft7Validator(SCHEMAS[schema])
        for text, accepted in rows:
            with self.subTest(text):
                problems = [error.message for error in validator.iter_errors(load(text))]
                self.assertEqual(not problems, accepted, problems)

    def test_manifests(self):
        self.check("mediahelm.schema.json", MANIFESTS, yaml_core.load)

    def test_variables(self):
        self.check("env.schema.json", VARIABLES, variables)


def variables(text):
    """NAME=value lines as the schema wants them: see schemas/README.md."""
    schema = SCHEMAS["env.schema.json"]
    out = {}
    for line in text.splitlines():
        name, _, value = line.partition("=")
        if not value:
            continue
        rule = schema["properties"].get(name) or next(
            (rule for pattern, rule in schema["patternProperties"].items() if re.search(pattern, name)), {})
        if "$ref" in rule:
            rule = schema["definitions"][rule["$ref"].rsplit("/", 1)[1]]
        types = rule.get("type", [])
        types = [types] if isinstance(types, str) else types
        if "integer" in types and re.fullmatch(r"-?(0|[1-9][0-9]*)", value):
            out[name] = int(value)
        elif "boolean" in types and value in ("true", "false"):
            out[name] = value == "true"
        else:
            out[name] = value
    return out


MANIFESTS = [
    ("name: media", True),
    ("name: home-server_2\nversion: 1\ndescription: For all.", True),
    ("name: media\nenv_layers: [defaults/base.env, local.env]", True),
    ("name: media\nservice_files: [services/*.yaml, services/vpn/gluetun.yaml]", True),
    ("name: media\nservice_files: [./compose.yaml, a..b.yaml]", True),
    ("name: media\nsecrets: [PLEX_CLAIM, _x1]", True),
    ("name: media\nsecrets: []", True),
    ("name: media\nretention: {revisions: 50, days: 0, deployment_logs: 10}", True),
    ("name: media\nx-note: anything", True),
    ("{}", False),
    ("- media", False),
    ("name: Media", False),
    ("name: -media", False),
    ("name: 3", False),
    ("name: ${NAME}", False),
    ("name: media\nversion: 2", False),
    ("name: media\nversion: \"1\"", False),
    ("name: media\nenv_layers: local.env", False),
    ("name: media\nenv_layers: []", False),
    ("name: media\nenv_layers: [local.env, local.env]", False),
    ("name: media\nenv_layers: [/etc/local.env]", False),
    ("name: media\nenv_layers: [~/local.env]", False),
    ("name: media\nenv_layers: [../local.env]", False),
    ("name: media\nenv_layers: [defaults/../../local.env]", False),
    ("name: media\nenv_layers: [\"C:/local.env\"]", False),
    ("name: media\nenv_layers: ['defaults\\base.env']", False),
    ("name: media\nenv_layers: [\"\"]", False),
    ("name: media\nservice_files: [3]", False),
    ("name: media\nservices: [a.yaml]", False),
    ("name: media\nsecrets: [\"A B\"]", False),
    ("name: media\nsecrets: [1A]", False),
    ("name: media\nsecrets: [A, A]", False),
    ("name: media\nsecrets: {A: b}", False),
    ("name: media\nretention: 5", False),
    ("name: media\nretention: {revisions: 1}", False),
    ("name: media\nretention: {days: -1}", False),
    ("name: media\nretention: {deployment_logs: 0}", False),
    ("name: media\nretention: {weeks: 3}", False),
]

VARIABLES = [
    ("PORT=3000\nHOST=0.0.0.0\nFORCE_SSL=true", True),
    ("HOST=::", True),
    ("HOST=media.home", True),
    ("PORT=", True),
    ("BASE_PATH=/srv/mediaserver\nCONFIG_PATH=./config\nMEDIA_PATH=~/media\nDOWNLOADS_PATH=../downloads\nLOGS_PATH=C:\\logs", True),
    ("RATE_LIMIT_MAX=100\nRATE_LIMIT_WINDOW=60000", True),
    ("PUID=1000\nPGID=0\nUMASK=002", True),
    ("UMASK=0022", True),
    ("TZ=Europe/Berlin", True),
    ("TZ=America/Argentina/Buenos_Aires", True),
    ("TZ=UTC", True),
    ("TZ=Etc/GMT+5", True),
    ("TZ=CET-1CEST", True),
    ("SONARR_PORT=8989", True),
    ("SONARR_PORT=127.0.0.1:8989", True),
    ("TORRENT_PORT=6881-6889", True),
    ("TORRENT_PORT=6881/udp", True),
    ("LINKED_PORT=tcp://172.17.0.2:80", True),
    ("TV_PATH=/srv/data/media/tv", True),
    ("COMPOSE_PROJECT_NAME=media\nCOMPOSE_PROFILES=vpn,debug", True),
    ("ANYTHING=at all", True),
    ("PORT=0", False),
    ("PORT=70000", False),
    ("PORT=web", False),
    ("PORT=8080:80", False),
    ("PORT=08080", False),
    ("HOST=two words", False),
    ("HOST=http://x", False),
    ("BASE_PATH=srv", False),
    ("MEDIA_PATH=media/tv", False),
    ("LOGS_PATH=.logs", False),
    ("FORCE_SSL=maybe", False),
    ("FORCE_SSL=1", False),
    ("RATE_LIMIT_MAX=0", False),
    ("RATE_LIMIT_MAX=many", False),
    ("RATE_LIMIT_WINDOW=60", False),
    ("RATE_LIMIT_WINDOW=60s", False),
    ("PUID=-1", False),
    ("PUID=media", False),
    ("PGID=4294967295", False),
    ("UMASK=8", False),
    ("UMASK=u=rwx", False),
    ("TZ=Europe/", False),
    ("TZ=+02:00", False),
    ("SONARR_PORT=abc", False),
    ("SONARR_PORT=65536", False),
    ("SONARR_PORT=300.0.0.1:80", False),
    ("TV_PATH=tv", False),
    ("COMPOSE_PROJECT_NAME=My Media", False),
]

if __name__ == "__main__":
    unittest.main()
