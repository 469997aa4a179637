#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema of Compose files agrees with its table, and the table with docker compose. compose_schema_test.py SCHEMAS"""
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
from concurrent.futures import ThreadPoolExecutor

try:
    import jsonschema
    import yaml  # noqa: F401
except ImportError as missing:
    print("SKIPPED:", missing)
    sys.exit(0)

import compose_snippets as table
import yaml_core

SCHEMAS = pathlib.Path(sys.argv.pop(1))
SCHEMA = json.loads((SCHEMAS / "service.schema.json").read_text(encoding="utf-8"))

AROUND = """
services:
  other: {{image: example/other}}
  app:
    {image}
{snippet}
networks: {{front: {{}}, back: {{}}}}
volumes: {{data: {{}}}}
configs: {{conf: {{content: text}}}}
secrets: {{token: {{environment: HOME}}}}
"""
FILES = {
    "settings.env": "A=b\n",
    "labels": "a=b\n",
    "part.yaml": "services: {part: {image: example/part}}\n",
}


def file_with(snippet):
    own_image = re.match(r"(image|build|provider):", snippet)
    lines = "\n".join("    " + line for line in snippet.splitlines())
    return AROUND.format(image="" if own_image else "image: example/app", snippet=lines)


def rows():
    """Each row as (text of the file, snippet, accepted, difference)."""
    for accepted, of_service, of_file in (
        (True, table.SERVICE_ACCEPTED, table.FILE_ACCEPTED),
        (False, table.SERVICE_REFUSED, table.FILE_REFUSED),
    ):
        for snippet, difference in of_service:
            yield file_with(snippet), snippet, accepted, difference
        for snippet, difference in of_file:
            yield snippet, snippet, accepted, difference


ROWS = list(rows())
RULES = ("required", "not", "uniqueItems", "minProperties", "minLength", "minimum", "maximum", "pattern", "enum", "anyOf")


def schemas_with_properties(schema):
    """Each place in the schema that has `properties`, as (path, that part of the schema)."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield schema
        for value in schema.values():
            yield from schemas_with_properties(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from schemas_with_properties(value)


class ComposeSchemaTest(unittest.TestCase):
    def test_the_table_is_large_and_has_no_row_twice(self):
        for accepted in True, False:
            texts = [row[1] for row in ROWS if row[2] is accepted]
            self.assertGreaterEqual(len(texts), 120)
            self.assertEqual(len(texts), len(set(texts)))

    def test_what_is_accepted_and_what_is_refused(self):
        validator = jsonschema.Draft7Validator(SCHEMA)
        for text, snippet, accepted, _ in ROWS:
            with self.subTest(snippet=snippet):
                problems = [error.message for error in validator.iter_errors(yaml_core.load(text))]
                self.assertEqual(not problems, accepted, problems[:3])

    def test_each_property_is_needed_by_a_row(self):
        """Without it some accepted row is refused: so the table reaches every property, and can fail."""
        accepted = [(text, yaml_core.load(text)) for text, _, wanted, _ in ROWS if wanted]
        broken = copy.deepcopy(SCHEMA)
        validator = jsonschema.Draft7Validator(broken)
        for place in schemas_with_properties(broken):
            if place.get("additionalProperties") is not False:
                continue
            for name in list(place["properties"]):
                if name.startswith("x-"):
                    continue
                with self.subTest(name=name, beside=list(place["properties"])[:4]):
                    taken = place["properties"].pop(name)
                    noticed = any(name in text and not validator.is_valid(value) for text, value in accepted)
                    place["properties"][name] = taken
                    self.assertTrue(noticed, "no accepted row has it")

    def test_each_rule_is_needed_by_a_row(self):
        """Without the pattern, list of values, bound or duty some refused row is accepted."""
        refused = [yaml_core.load(text) for text, _, wanted, _ in ROWS if not wanted]
        broken = copy.deepcopy(SCHEMA)
        validator = jsonschema.Draft7Validator(broken)
        unneeded = []

        def visit(schema, path):
            if isinstance(schema, list):
                for index, value in enumerate(schema if "/examples" not in path else ()):
                    visit(value, f"{path}/{index}")
                return
            if not isinstance(schema, dict) or path.endswith(("/examples", "/interpolated", "/not")):
                return
            for word in RULES:
                if word in schema and not path.endswith("/properties"):
                    taken = schema.pop(word)
                    if not any(validator.is_valid(value) for value in refused):
                        unneeded.append(f"{path}/{word}")
                    schema[word] = taken
            for name, value in list(schema.items()):
                visit(value, f"{path}/{name}")

        visit(broken, "#")
        self.assertEqual(unneeded, [], "\n" + "\n".join(unneeded))

    @unittest.skipUnless(shutil.which("docker"), "docker is not installed")
    def test_compose_agrees(self):
        version = subprocess.run(["docker", "compose", "version", "--short"], capture_output=True, text=True, check=False)
        if version.returncode != 0:
            self.skipTest("Compose V2 is not installed")
        with tempfile.TemporaryDirectory() as top:
            folder = pathlib.Path(top, "project")
            folder.mkdir()
            for name, content in FILES.items():
                (folder / name).write_text(content, encoding="utf-8")
            clean = {name: os.environ[name] for name in ("PATH", "HOME", "DOCKER_CONFIG") if name in os.environ}

            def ask(row):
                return subprocess.run(["docker", "compose", "-f", "-", "config", "-q"], input=row[0], text=True,
                                      capture_output=True, cwd=folder, env=clean, timeout=60, check=False)

            with ThreadPoolExecutor(2) as pool:
                answers = list(pool.map(ask, ROWS))
        known = version.stdout.strip().lstrip("v").startswith("2.26.")
        for (_, snippet, accepted, difference), answer in zip(ROWS, answers):
            with self.subTest(snippet=snippet, difference=difference):
                if not difference:
                    self.assertEqual(answer.returncode == 0, accepted, answer.stderr)
                elif known:
                    self.assertNotEqual(answer.returncode == 0, accepted, "there is no difference any more")


if __name__ == "__main__":
    unittest.main()
