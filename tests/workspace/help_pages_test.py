#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every code that the program can emit has a help page, and every page is about such a code."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "resources/help/diagnostics").glob("*.md")}
# Where findings are made.
ROOMS = ["core/workspace", "core/control/configuration", "core/revision", "app/cli"]
# Texts there that look like codes and are none.
NO_CODES = {"x-mediahelm", "on-failure", "unless-stopped", "last-good", "security-opt", "host-pid", "mediahelm-rule",
            "project-service", "stands-for-a-secret", "compose-watch"}


def literals():
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.cpp"):
            text = path.read_text(encoding="utf-8")
            for literal in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', text):
                yield literal, path.relative_to(ROOT)


class HelpPages(unittest.TestCase):
    def test_every_code_has_a_page(self):
        beginnings = {code.split("-")[0] for code in PAGES}
        for literal, path in literals():
            if literal in NO_CODES or literal.split("-")[0] not in beginnings:
                continue
            with self.subTest(literal, path=str(path)):
                self.assertIn(literal, PAGES, "write resources/help/diagnostics/%s.md" % literal)

    def test_every_code_of_the_table_has_a_page(self):
        for table in (ROOT / "tests/workspace/broken").glob("*.txt"):
            for code in re.findall(r"^>>> \w+ (\S+)", table.read_text(encoding="utf-8"), re.M):
                self.assertIn(code, PAGES)

    def test_no_page_is_an_orphan(self):
        emitted = {literal for literal, _ in literals()}
        self.assertEqual(sorted(set(PAGES) - emitted), [])

    def test_every_page_says_what_why_and_how(self):
        for code, text in PAGES.items():
            with self.subTest(code):
                lines = text.splitlines()
                self.assertIn("SPDX-License-Identifier", lines[0])
                self.assertRegex(lines[1], r"^# \S.*[^.]$")
                self.assertEqual([line for line in lines if line.startswith("## ")][:2],
                                 ["## Why it matters", "## How to mend it"])
                self.assertEqual(text.count("```") % 2, 0)
                self.assertLess(len(text), 3000)


if __name__ == "__main__":
    unittest.main()
