# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the phrases of the window to what core says: phrases_complete_test.py SOURCE-FOLDER

Every sentence in the sources of core that the window shows is in a phrase (ui/style/phrases), or is named here with the
reason why it is shown nowhere; and every phrase is made of sentences that core still says.
"""

import re
import sys
import unittest
from pathlib import Path

SOURCE = Path(sys.argv[1])
LITERAL = re.compile(r'(?:u8?)?"((?:[^"\\\n]|\\.)*)"(?:_s|_L1)?')
PLACE = re.compile(r"%[1-9]")
JOINTS = re.compile(r"%[1-9]|[;:,] | is | since | must (?:be )?| but | or | here |\(")

# The rooms whose sentences reach the window: findings, plans, deployments, revisions, setup, adoption, secrets.
FOLDERS = ["core/workspace", "core/revision", "core/control/deployment", "core/control/setup", "core/control/adoption",
           "core/control/configuration", "core/secrets"]

# What is no sentence for the window, though it looks like one.
NOT_SHOWN_FILES = {
    "core/revision/plan/plan_text.cpp": "the command line's own plan",
    "core/revision/deployment/deployment_log_text.cpp": "a file in English",
    "core/revision/compose/compose_failure.cpp": "words of Compose that it is known by, beside what is in the phrases",
    "core/revision/compose/compose_progress.cpp": "words of Compose",
    "core/revision/store/loose_objects.cpp": "details of damage, for whoever repairs it",
    "core/revision/store/store_folder.cpp": "details of damage, for whoever repairs it",
    "core/revision/store/repository.cpp": "details of damage, for whoever repairs it",
    "core/revision/store/repository_trees.cpp": "details of damage, for whoever repairs it",
    "core/workspace/setup/setup_text.cpp": "comments of the files that are made",
    "core/workspace/setup/vpn_move.cpp": "YAML of the files that are made, beside what is in the phrases",
    "core/workspace/catalog/catalog.cpp": "faults of the catalog that tests keep out",
    "core/workspace/catalog/read_entry.cpp": "faults of the catalog that tests keep out",
    "core/workspace/schema/schema_reader.cpp": "details of a schema that cannot be used, for whoever wrote it",
    "core/workspace/schema/schema_pattern.cpp": "details of a schema that cannot be used, for whoever wrote it",
    "core/workspace/schema/json_verdict.cpp": "details of a schema that cannot be used, for whoever wrote it",
    "core/workspace/schema/file_schemas.cpp": "faults of our own schemas, which go to the log",
    "core/workspace/schema/json_schema.cpp": "faults of schemas that only hostile ones have",
}
NOT_SHOWN = {
    # Words of libyaml, libgit2 and Docker that something is known by.
    *re.findall(r"(.+)\n", """\
found unknown escape character
mapping values
found character that cannot start any token
found a tab character that violates indentation
mapping values are not allowed
block sequence entries are not allowed
did not find expected key
did not find expected '-' indicator
could not find expected ':'
did not find expected ',' or ']'
did not find expected ',' or '}'
found unexpected end of stream
quoted scalar
found unexpected document indicator
did not find expected hex
found undefined tag handle
did not find expected alphabetic or numeric character
did not find expected node content
did not find expected comment or line break
block scalar
control characters are not allowed
did not find expected <document start>
variable is not set
compose version
docker compose 
roll back
finish what was interrupted
on disk
"""),
    # Lines of logs, and comments of files that are made.
    *re.findall(r"(.+)\n", """\
finishing what was interrupted
ended 'docker compose' that an earlier deployment had left behind
%1 is as it was
%1 is removed, as it was
removing %1, which was never started
removing %1, which was not there before
# Makes a container that is equal to 
the secret is kept, but not since when:
the secret is removed, but not its name:
no keychain, so secrets are kept in a sealed file:
an older value stays in the sealed file:
"""),
    # What only a fault of the program, or a hostile file, would bring up.
    *re.findall(r"(.+)\n", """\
the resolved model is no JSON object
a mirror is named by its absolute path
it names no revision and phase
cannot compare %1
a service's name is letters, digits, '.', '_' or '-'
a deployment needs a time
a deployment's summary is one line of at most 1000 characters
an image that ran has a service, a reference and a digest, without spaces
a revision of ours needs a kind
a revision has no files
the revision has too many deployments
not the key of a workspace's secret
"""),
}


def literals(path):
    """(line, text) of each string, adjacent ones as the one that they are."""
    text = re.sub(r"^#include.*$", "", re.sub(r"(?<!:)//[^\n]*", "", path.read_text(encoding="utf-8")), flags=re.MULTILINE)
    found, end = [], None
    for match in LITERAL.finditer(text):
        if found and end is not None and not text[end:match.start()].strip():
            found[-1][1] += match[1]
        else:
            found.append([text.count("\n", 0, match.start()) + 1, match[1]])
        end = match.end()
    return [(line, said.replace('\\"', '"').replace("\\\\", "\\")) for line, said in found]


def pieces(text):
    """Its stretches between places, of two words or more; what is put together from pieces is told by them."""
    stretches = [each.strip(" ;:,.'\"()") for each in PLACE.split(text)]
    return [each for each in stretches if len(re.findall(r"[A-Za-z']{2,}", each)) > 1]


def is_sentence(text):
    return bool(pieces(text)) and re.search(r"[a-z]{2} [a-z%']", text) and not re.search(r"\\n|%ls|%s", text)


def phrases():
    found = []
    for path in sorted((SOURCE / "ui" / "style" / "phrases").glob("*_phrases.cpp")):
        text = path.read_text(encoding="utf-8")
        for match in re.finditer(r'QT_TRANSLATE_NOOP\(\s*"Phrases",\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)', text):
            source = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match[1]))
            found.append(source.replace('\\"', '"').replace("\\\\", "\\"))
    return found


class Phrases(unittest.TestCase):
    def test_every_sentence_of_core_is_in_a_phrase(self):
        known = "\n".join(phrases())
        self.assertGreater(known.count("\n"), 500)
        missing = []
        for folder in FOLDERS:
            for path in sorted((SOURCE / folder).rglob("*.cpp")):
                name = str(path.relative_to(SOURCE))
                if name in NOT_SHOWN_FILES:
                    continue
                for line, said in literals(path):
                    if is_sentence(said) and said not in NOT_SHOWN and any(each not in known for each in pieces(said)):
                        missing.append(f"{name}:{line}: {said}")
        self.assertEqual(missing, [], "not in ui/style/phrases, so that the window shows it in English:\n" + "\n".join(missing))

    def test_every_phrase_is_still_said(self):
        said = [text for path in sorted((SOURCE / "core").rglob("*.[ch]*")) if path.is_file()
                for _, text in literals(path)]
        said += [text for path in (SOURCE / "resources" / "catalog").glob("*.json")
                 for text in re.findall(r'"((?:[^"\\]|\\.)*)"', path.read_text(encoding="utf-8"))]
        whole = "\n".join(said)
        gone = []
        for phrase in phrases():
            # Put together from pieces, of which one of some length has to be somewhere.
            parts = [part.strip(" ;:,.'\"()") for part in JOINTS.split(phrase)]
            if phrase not in whole and not any(len(part) >= 4 and part in whole for part in parts):
                gone.append(phrase)
        self.assertEqual(gone, [], "no longer said by core:\n" + "\n".join(gone))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
