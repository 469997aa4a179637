# SPDX-License-Identifier: GPL-3.0-or-later
"""YAML as Compose reads it: the core schema of YAML 1.2, with merge keys and the old octal numbers."""
import re

import yaml


class Loader(yaml.SafeLoader):
    """PyYAML reads YAML 1.1, where `no` is a boolean and 22:22 a number."""

    yaml_implicit_resolvers = {}


def _octal_too(loader, node):
    text = loader.construct_scalar(node).replace("_", "")
    sign = -1 if text.startswith("-") else 1
    digits = text.lstrip("+-")
    if re.fullmatch(r"0[0-7]+", digits):
        return sign * int(digits, 8)
    return sign * int(digits, 0)


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("merge", r"<<", "<"),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)
Loader.add_constructor("tag:yaml.org,2002:int", _octal_too)


def load(text):
    return yaml.load(text, Loader)  # noqa: S506 - derived from SafeLoader
