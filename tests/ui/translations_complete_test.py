# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the translations to the sources: translations_complete_test.py LUPDATE SOURCE-FOLDER

Every text of the sources is in the German file and finished, every plural in the English one; nothing in them is left
of texts that are gone; no translation loses a placeholder, a mnemonic or an ellipsis.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

LUPDATE, SOURCE = sys.argv[1], Path(sys.argv[2])
FOLDERS = ["app", "core", "ui"]
PLACEHOLDER = re.compile(r"%L?[1-9]|%n")


def messages(file):
    """{(context, source, comment, is plural): (is finished, [forms])}"""
    found = {}
    for context in ElementTree.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            plural = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.findall("numerusform")] if plural \
                else [translation.text or ""]
            finished = translation.get("type") is None and all(forms)
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "", plural)
            found[key] = (finished, forms)
    return found


def of_sources(language, *options):
    """What the file would hold after an update, and what lupdate complained of."""
    with tempfile.TemporaryDirectory(prefix="mediahelm-ts-") as folder:
        file = Path(folder) / f"mediahelm_{language}.ts"
        shutil.copy(SOURCE / "translations" / file.name, file)
        run = subprocess.run([LUPDATE, "-I", ".", "-locations", "none", "-no-obsolete", *options, "-recursive",
                              *FOLDERS, "-ts", str(file)], cwd=SOURCE, capture_output=True, text=True, check=True)
        complaints = [line for line in run.stderr.splitlines() if line.strip()]
        return messages(file), complaints


def mnemonics(text):
    return len(re.findall(r"&(?=[^&\s])", text))


class Translations(unittest.TestCase):
    def check(self, language, *options):
        now, complaints = of_sources(language, *options)
        self.assertEqual(complaints, [], "a text whose context lupdate cannot tell is never found at run time")
        self.assertGreater(len(now), 10)
        unfinished = [key[:2] for key, (finished, _) in now.items() if not finished]
        self.assertEqual(unfinished, [], "missing or unfinished; see translations/CMakeLists.txt")
        kept = messages(SOURCE / "translations" / f"mediahelm_{language}.ts")
        self.assertEqual([key[:2] for key in kept if key not in now], [], "no such text in the sources any more")
        return now

    def test_german_is_complete(self):
        self.check("de")

    def test_english_has_every_plural(self):
        for key, (_, forms) in self.check("en", "-pluralonly").items():
            self.assertEqual(len(forms), 2, key)
            self.assertEqual(forms[1], key[1], key)

    def test_no_translation_loses_a_placeholder(self):
        for language in ("de", "en"):
            for key, (_, forms) in messages(SOURCE / "translations" / f"mediahelm_{language}.ts").items():
                wanted = sorted(PLACEHOLDER.findall(key[1]))
                # A singular may say "one" by its words alone.
                self.assertEqual(sorted(PLACEHOLDER.findall(forms[-1])), wanted, key)
                if len(forms) > 1:
                    self.assertLessEqual(set(PLACEHOLDER.findall(forms[0])), set(wanted), key)

    def test_no_translation_loses_its_mnemonic_or_ellipsis(self):
        for key, (_, forms) in messages(SOURCE / "translations" / "mediahelm_de.ts").items():
            for form in forms:
                self.assertEqual(mnemonics(form), mnemonics(key[1]), key)
                self.assertEqual("…" in form, "…" in key[1], key)
                self.assertEqual(form.endswith("."), key[1].endswith("."), key)
                self.assertEqual(form.endswith("?"), key[1].endswith("?"), key)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
