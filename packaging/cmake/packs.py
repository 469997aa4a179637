#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which source files can be read as one translation unit: packs.py FOLDER FILE... prints a line for each pack.

Most of what a compiler does is reading Qt's headers, so files go in packs. Two files which name the same thing in an unnamed namespace
do not go into one. Used by mediahelm.cmake and by the linters."""

import os
import re
import sys

# What a line at the first column of an unnamed namespace declares. Too many names only make more packs, too few are found by the compiler.
DECLARED = re.compile(r"^(?![ /#}]|(?:if|for|while|switch|return|else|namespace|using|template|public|private)\b)"
                      r"[\w:<>,&*\[\] ]*?\b(\w+)\s*(\([^\n]*|=|\{|;|\[)", re.M)
CALLED = re.compile(r" ?\b\w+(?= ?[,)=])")


class Text:
    """What of a source file decides with which others it may go."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        self.lines = text.count("\n")
        self.names = set()
        outer = re.search(r"^namespace ([\w:]+) \{", text, re.M)
        for part in re.split(r"^namespace \{\s*$", text, flags=re.M)[1:]:
            body = re.split(r"^\}\s*// namespace\s*$", part, flags=re.M)[0]
            # Functions of one name go together when they take other things, whatever these are called.
            self.names |= {(outer.group(1) if outer else "", name, CALLED.sub("", taken)) for name, taken in DECLARED.findall(body)}
        self.names |= {("category", name) for name in re.findall(r"^Q_LOGGING_CATEGORY\((\w+)", text, re.M)}


class Pack:
    def __init__(self, kind):
        self.kind, self.members, self.lines, self.names = kind, [], 0, set()


def packed(sources, most_files, most_lines):
    """`sources`: (member, Text, kind), and only those of one kind go together. Lists of members."""
    packs = []
    for member, text, kind in sources:
        for pack in packs:
            if pack.kind == kind and len(pack.members) < most_files and pack.lines + text.lines <= most_lines \
                    and not pack.names & text.names:
                break
        else:
            pack = Pack(kind)
            packs.append(pack)
        pack.members.append(member)
        pack.lines += text.lines
        pack.names |= text.names
    packs.sort(key=lambda pack: -pack.lines)
    return [pack.members for pack in packs]


def main():
    folder = sys.argv[1]
    paths = [(name, os.path.join(folder, name)) for name in sys.argv[2:]]
    sources = [(name, Text(path), "") for name, path in paths if os.path.exists(path)]  # some are made by the build
    for members in packed(sources, 12, 2400):
        if len(members) > 1:
            print(" ".join(members))


if __name__ == "__main__":
    main()
