#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clang with clazy, and clang-tidy, over every source of the program: clang_packs.py BUILD-FOLDER [SOURCE...]

Most of what either does is reading Qt's headers, so sources are looked at in packs: one translation unit that includes a dozen.
Which go together packs.py knows. A pack with any finding is halved and looked at again, down to
the single file: only what is found in a file of its own counts, so that no finding comes of the packing.
"""

import concurrent.futures
import json
import os
import shlex
import subprocess
import sys
import tempfile

PACK_FILES = 32
PACK_LINES = 5000
ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))

sys.path.insert(0, os.path.join(ROOT, "packaging", "cmake"))
import packs  # noqa: E402


class Source:
    def __init__(self, path, arguments):
        self.path = path
        self.flags, self.macros, self.includes = split_flags(arguments)
        self.text = packs.Text(path)


def split_flags(arguments):
    """Those of a compile command that say how to read the file: (flags, macros, include folders), without precompiled headers and output."""
    flags, macros, includes = [], [], []
    words = iter(arguments[1:])
    for word in words:
        if word in ("-o", "-c"):
            next(words)
        elif word == "-Xclang":
            value = next(words)
            if value == "-plugin-arg-clazy":
                next(words)
                flags += ["-Xclang", value, "-Xclang", next(words)]
            elif value in ("-include-pch", "-include"):
                next(words)
                header = next(words)
                if value == "-include":
                    flags += ["-include", header]
        elif word == "-isystem":
            includes.append((word, next(words)))
        elif word.startswith("-I"):
            includes.append(("-I", word[2:]))
        elif word.startswith("-D"):
            macros.append(word)
        elif word not in ("-Winvalid-pch",):
            flags.append(word)
    return flags, macros, includes


def sources_of(build, wanted):
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        commands = json.load(file)
    result = {}
    for entry in commands:
        path = os.path.realpath(os.path.join(entry["directory"], entry["file"]))
        inside = os.path.relpath(path, ROOT)
        if inside.split("/")[0] in ("app", "core", "ui") and (not wanted or path in wanted):
            result[path] = Source(path, shlex.split(entry["command"]))
    return [result[path] for path in sorted(result)]


def packed(sources):
    def side(source):
        return "ui" if "-DQT_WIDGETS_LIB" in source.macros else "core"

    return packs.packed([(source, source.text, side(source)) for source in sources], PACK_FILES, PACK_LINES)


def run(command):
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.returncode, done.stdout


def look_at(sources, scratch):
    """The findings of these sources, as text; empty where there are none."""
    flags = sources[0].flags
    macros = list(dict.fromkeys(macro for source in sources for macro in source.macros))
    includes = list(dict.fromkeys(folder for source in sources for folder in source.includes))
    # The order of one's own folders first, as in each command.
    includes.sort(key=lambda folder: folder[0] == "-isystem")
    read = macros + [word for folder in includes for word in ([folder[0] + folder[1]] if folder[0] == "-I" else list(folder))]
    if len(sources) == 1:
        unit = sources[0].path
    else:
        unit = tempfile.mkstemp(suffix=".cpp", dir=scratch)[1]
        with open(unit, "w", encoding="utf-8") as file:
            file.writelines(f'#include "{source.path}" // NOLINT: it is a pack\n' for source in sources)
    clazy_code, clazy_said = run(["clazy", *flags, *read, "-fsyntax-only", unit])
    plain = []
    words = iter(flags)
    for word in words:
        if word == "-Xclang":
            for _ in range(3):
                next(words)
        else:
            plain.append(word)
    tidy_code, tidy_said = run(["clang-tidy", "--quiet", unit, "--config-file", os.path.join(ROOT, ".clang-tidy"), "--", *plain, *read])
    if clazy_code == 0 and tidy_code == 0:
        return ""
    if len(sources) == 1:
        said = [text for code, text in ((clazy_code, clazy_said), (tidy_code, tidy_said)) if code != 0]
        return f"{os.path.relpath(sources[0].path, ROOT)}:\n" + "\n".join(said)
    print(f"looking closer at {len(sources)} files of a pack", flush=True)
    middle = len(sources) // 2
    return look_at(sources[:middle], scratch) + look_at(sources[middle:], scratch)


def main():
    build = sys.argv[1]
    wanted = {os.path.realpath(path) for path in sys.argv[2:]}
    sources = sources_of(build, wanted)
    units = packed(sources)
    print(f"{len(sources)} sources in {len(units)} packs", flush=True)
    with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        findings = 0
        for said in pool.map(lambda unit: look_at(unit, scratch), units):
            if said:
                findings += 1
                print(said, flush=True)
    if findings:
        print(f"findings in {findings} packs", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
