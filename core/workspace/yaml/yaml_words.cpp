// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/yaml_words.h"

namespace mediahelm::workspace {

namespace {

struct Row {
    const char *problem; // libyaml's words begin with this
    const char *context; // and those of the construct contain this
    char character; // and this is where it stopped; 0 for any
    bool atContext;
    const char *what;
    const char *mend;
};

constexpr Row rows[] = {
    {"found character that cannot start any token", "", '\t', false, "a tab indents this line",
     "YAML is indented with spaces: replace the tab"},
    {"found character that cannot start any token", "", '@', false, "a plain value cannot begin with '@'",
     "put the value in quotes"},
    {"found character that cannot start any token", "", '`', false, "a plain value cannot begin with '`'",
     "put the value in quotes"},
    {"found character that cannot start any token", "", '%', false, "a plain value cannot begin with '%'",
     "put the value in quotes"},
    {"found a tab character that violates indentation", "", 0, false, "a tab indents this line",
     "YAML is indented with spaces: replace the tab"},
    {"mapping values are not allowed", "", 0, false, "a ':' stands where no key can be",
     "put a value that holds ': ' in quotes, and check that the line is indented like its neighbours"},
    {"block sequence entries are not allowed", "", 0, false, "a '-' stands where no list item can be",
     "begin the list on a line of its own, indented like its neighbours"},
    {"did not find expected key", "", 0, false, "this line fits no mapping around it",
     "indent it like its neighbours, and give it the form 'key: value'"},
    {"did not find expected '-' indicator", "", 0, false, "this line is no item of the list around it",
     "begin it with '- ', indented like the other items, or indent it less"},
    {"could not find expected ':'", "", 0, true, "a key without its ':'",
     "write 'key: value', with a space behind the colon"},
    {"did not find expected ',' or ']'", "", 0, false, "the list in brackets is not closed here",
     "put ',' between items and ']' at the end"},
    {"did not find expected ',' or '}'", "", 0, false, "the mapping in braces is not closed here",
     "put ',' between pairs and '}' at the end"},
    {"found unexpected end of stream", "quoted scalar", 0, true, "the quote that opens here is never closed",
     "close it, or take it out"},
    {"found unexpected document indicator", "quoted scalar", 0, true, "the quote that opens here is never closed",
     "close it, or take it out"},
    {"found unknown escape character", "", 0, false, "an escape that YAML does not know in double quotes",
     "write '\\\\' for a backslash, or use single quotes"},
    {"did not find expected hex", "", 0, false, "an escape needs hexadecimal digits here",
     "write '\\\\' for a backslash, or use single quotes"},
    {"found undefined tag handle", "", 0, false, "a tag whose prefix nobody has defined",
     "take the tag out, or put a value that begins with '!' in quotes"},
    {"did not find expected alphabetic or numeric character", "alias", 0, true, "a '*' without the name of an anchor",
     "put a value that begins with '*' in quotes"},
    {"did not find expected alphabetic or numeric character", "anchor", 0, true, "a '&' without a name",
     "put a value that begins with '&' in quotes"},
    {"did not find expected node content", "", 0, false, "a value is missing here",
     "write a value, or take the comma out"},
    {"did not find expected comment or line break", "block scalar", 0, false, "text stands behind '|' or '>'",
     "begin the text on the next line"},
    {"control characters are not allowed", "", 0, false, "a control character stands here", "take it out"},
    {"did not find expected <document start>", "", 0, false, "text stands behind the end of the document",
     "check the indentation of this line: it stands outside of all that is above it"},
};

} // namespace

SyntaxWords syntaxWords(const QByteArray &problem, const QByteArray &context, char character)
{
    for (const Row &row : rows) {
        if (problem.startsWith(row.problem) && context.contains(row.context)
            && (row.character == 0 || row.character == character))
            return {QString::fromUtf8(row.what), QString::fromUtf8(row.mend), row.atContext};
    }
    SyntaxWords words;
    words.what = QStringLiteral("this is no valid YAML: ") + QString::fromUtf8(problem);
    if (!context.isEmpty())
        words.what += QStringLiteral(" (") + QString::fromUtf8(context) + u')';
    words.mend = QStringLiteral("look at this line and the one above it");
    return words;
}

} // namespace mediahelm::workspace
