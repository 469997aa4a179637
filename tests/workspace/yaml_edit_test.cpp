// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/yaml_edit.h"

#include <QTest>

using namespace mediahelm;
using namespace mediahelm::workspace;

namespace {

using Edited = base::Result<YamlEdit>;

QByteArray told(const Edited &edit)
{
    return edit ? edit->bytes : "refused: " + edit.error().message.toUtf8() + ' ' + edit.error().detail.toUtf8();
}

} // namespace

class YamlEditTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsOneNode_data();
    void setsOneNode();
    void addsKeysAndItems_data();
    void addsKeysAndItems();
    void insertsAnItemBeforeAnother_data();
    void insertsAnItemBeforeAnother();
    void removesOneNodeWithItsOwnComment_data();
    void removesOneNodeWithItsOwnComment();
    void refusesWhatItCannotDo_data();
    void refusesWhatItCannotDo();
    void tellsWhichAliasesChangeWithIt();
    void renamesAKeyInItsOwnBytes_data();
    void renamesAKeyInItsOwnBytes();
    void patchesAreTheWholeDifference();
};

void YamlEditTest::setsOneNode_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &text, const char *pointer, const QByteArray &value,
                        const QByteArray &expected) {
        QTest::newRow(name) << text << QString::fromUtf8(pointer) << value << expected;
    };
    row("plain", "a: b # c\nd: e\n", "/a", "x", "a: x # c\nd: e\n");
    row("plain in a list", "a:\n  - b # c\n\n  # d\n  - e\n", "/a/1", "x", "a:\n  - b # c\n\n  # d\n  - x\n");
    row("double quotes stay", "a: \"80:80\"  # c\n", "/a", "81:80", "a: \"81:80\"  # c\n");
    row("single quotes stay", "a: 'it''s'\n", "/a", "he's", "a: 'he''s'\n");
    row("quotes give way to a number", "a: \"80\"\n", "/a", "81", "a: 81\n");
    row("quotes stay for a quoted number", "a: '80'\n", "/a", "\"81\"", "a: '81'\n");
    row("plain stays for quoted text", "a: b\n", "/a", "\"x y\"", "a: x y\n");
    row("quotes where plain would be a number", "a: b\n", "/a", "\"81\"", "a: \"81\"\n");
    row("quotes where plain would be a comment", "a: b\n", "/a", "'x # y'", "a: 'x # y'\n");
    row("yes is a text", "a: b\n", "/a", "yes", "a: yes\n");
    row("octal as spelled", "mode: 0644\n", "/mode", "0o755", "mode: 0o755\n");
    row("truth", "a: false # c\n", "/a", "true", "a: true # c\n");
    row("null for nothing", "a: b\n", "/a", "", "a: null\n");
    row("tilde", "a: b\n", "/a", "~", "a: ~\n");
    row("empty text", "a: b\n", "/a", "\"\"", "a: \"\"\n");
    row("in place of nothing", "a: # c\nb: d\n", "/a", "x", "a: x # c\nb: d\n");
    row("in place of nothing at the end", "a:", "/a", "x", "a: x");
    row("in place of an empty item", "a:\n  -\n  - c\n", "/a/0", "x", "a:\n  - x\n  - c\n");
    row("behind an anchor alone", "a: &x\nb: *x\n", "/a", "y", "a: &x y\nb: *x\n");
    row("anchor stays", "a: &x b\nc: *x\n", "/a", "y", "a: &x y\nc: *x\n");
    row("alias goes", "a: &x b\nc: *x # d\n", "/c", "y", "a: &x b\nc: y # d\n");
    row("tag that fits stays", "a: !!str 5\n", "/a", "\"6\"", "a: !!str 6\n");
    row("tag that does not fit goes", "a: !!str 5\n", "/a", "6", "a: 6\n");
    row("tag goes, anchor stays", "a: !!str &x 5\n", "/a", "6", "a: &x 6\n");
    row("own tag", "a: b\n", "/a", "!!str 6", "a: !!str 6\n");
    row("reset goes", "a: !reset null # c\n", "/a", "5", "a: 5 # c\n");
    row("override stays", "a: !override [b] # c\n", "/a", "[d]", "a: !override [d] # c\n");
    row("CRLF", "a: b\r\nc: d # e\r\n", "/c", "x", "a: b\r\nc: x # e\r\n");
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a: b\n",
        "/a", "x",
        "\xEF\xBB\xBF"
        "a: x\n");
    row("no newline at the end", "a: b", "/a", "x", "a: x");
    row("tab before the comment", "a: b\t# c\td\n", "/a", "x", "a: x\t# c\td\n");
    row("umlauts", "ä: ö # ü\nß: é\n", "/ß", "€😀", "ä: ö # ü\nß: €😀\n");
    row("plain over lines", "a: b\n  c\n  d # e\nf: g\n", "/a", "x", "a: x # e\nf: g\n");
    row("on a line of its own", "a:\n  b # c\nd: e\n", "/a", "x", "a:\n  x # c\nd: e\n");
    row("literal stays", "a: |\n    b\n    c\nd: e\n", "/a", "\"x\\ny\\n\"", "a: |\n    x\n    y\nd: e\n");
    row("literal strips", "a: |\n  b\nd: e\n", "/a", "\"x\\ny\"", "a: |-\n  x\n  y\nd: e\n");
    row("literal keeps", "a: |-\n  b\nd: e\n", "/a", "\"x\\n\\n\\n\"", "a: |+\n  x\n\n\nd: e\n");
    row("literal with its comment", "a: | # h\n  b\nd: e\n", "/a", "\"x\\n\"", "a: | # h\n  x\nd: e\n");
    row("literal of one line", "a: |\n  b\nd: e\n", "/a", "x", "a: |-\n  x\nd: e\n");
    row("literal with blanks first", "a: |\n  b\nd: e\n", "/a", "\"  x\\ny\\n\"", "a: |2\n    x\n  y\nd: e\n");
    row("literal to a number", "a: | # h\n  b\n\nd: e\n", "/a", "5", "a: 5 # h\n\nd: e\n");
    row("literal with CRLF", "a: |\r\n  b\r\nd: e\r\n", "/a", "\"x\\ny\\n\"", "a: |\r\n  x\r\n  y\r\nd: e\r\n");
    row("folded stays", "a: >-\n  b\n  c\nd: e\n", "/a", "\"x y\"", "a: >-\n  x y\nd: e\n");
    row("folded of two lines", "a: >\n  b\nd: e\n", "/a", "\"x\\ny\\n\"", "a: >\n  x\n\n  y\nd: e\n");
    row("text of lines in place of plain", "a: b # c\n", "/a", "\"x\\ny\"", "a: \"x\\ny\" # c\n");
    row("literal as given", "a: b\nd: e\n", "/a", "|\n  x\n  y\n", "a: |\n  x\n  y\nd: e\n");
    row("control characters", "a: b\n", "/a", "\"\\e\\x00\"", "a: \"\\u001b\\u0000\"\n");
    row("flow item", "a: [b, \"c\", d] # e\n", "/a/1", "x", "a: [b, \"x\", d] # e\n");
    row("flow value", "a: {b: c, d: e}\n", "/a/b", "x", "a: {b: x, d: e}\n");
    row("flow value that needs quotes", "a: {b: c, d: e}\n", "/a/b", "\"x, y\"", "a: {b: \"x, y\", d: e}\n");
    row("flow value of nothing", "a: {b: , d: e}\n", "/a/b", "x", "a: {b: x , d: e}\n");
    row("flow key alone", "a: {b, d: e}\n", "/a/b", "x", "a: {b: x, d: e}\n");
    row("pair in a list", "a: [b: c, d]\n", "/a/0/b", "x", "a: [b: x, d]\n");
    row("flow list for flow list", "a: [b,\n  c] # d\n", "/a", "[x, \"y\"]", "a: [x, \"y\"] # d\n");
    row("flow for scalar, as given", "a: b # c\n", "/a", "[x, y]", "a: [x, y] # c\n");
    row("block for flow in flow", "a: {b: c}\n", "/a/b", "x: 1\ny: [2]\n", "a: {b: {x: 1, y: [2]}}\n");
    row("block for block", "a:\n  # c\n  - b # d\n  - e # f\ng: h\n", "/a", "[x, \"y\"]",
        "a:\n  # c\n  - x\n  - \"y\" # f\ng: h\n");
    row("block mapping for block list", "a:\n  - b\ng: h\n", "/a", "{x: 1, y: {z: [2]}}",
        "a:\n  x: 1\n  y:\n    z:\n      - 2\ng: h\n");
    row("block keeps the spelling of the value", "a:\n    b: c\nd: e\n", "/a", "x: 0x1F # why\n\ny:\n - '1'\n",
        "a:\n    x: 0x1F # why\n\n    y:\n     - '1'\nd: e\n");
    row("scalar for block", "a: # c\n  - b # d\n  - e\n\nf: g\n", "/a", "x", "a: x # c\n\nf: g\n");
    row("scalar for block without indentation", "a:\n- b\n- c\nf: g\n", "/a", "x", "a: x\nf: g\n");
    row("scalar for compact mapping", "- a: b\n  c: d # e\n- f\n", "/0", "x", "- x # e\n- f\n");
    row("nothing left of a list", "a:\n  - b\nc: d\n", "/a", "[]", "a: []\nc: d\n");
    row("block for scalar", "a: b # c\nd: e\n", "/a", "x: 1\ny: 2\n", "a: # c\n  x: 1\n  y: 2\nd: e\n");
    row("block list for scalar where lists are flush", "l:\n- a\na: b\n", "/a", "- x\n- y\n",
        "l:\n- a\na:\n- x\n- y\n");
    row("block for an item", "- a # b\n- c\n", "/1", "x: 1\ny: 2\n", "- a # b\n- x: 1\n  y: 2\n");
    row("block for literal", "a: | # h\n  b\nd: e\n", "/a", "x: 1\n", "a: # h\n  x: 1\nd: e\n");
    row("block for anchored nothing", "a: &x # c\nb: *x\n", "/a", "x: 1\n", "a: &x # c\n  x: 1\nb: *x\n");
    row("block at the end without newline", "a: b", "/a", "x: 1\n", "a:\n  x: 1");
    row("anchored block", "a: &x\n  b: c\nd: *x\n", "/a", "{e: f}", "a: &x\n  e: f\nd: *x\n");
    row("root", "a: b\nc: d\n", "", "{x: 1}", "x: 1\n");
    row("root of nothing", "# c\n", "", "a: 1\n", "# c\na: 1\n");
    row("explicit key", "? a\n: b\n? c\n: d\n", "/a", "x", "? a\n: x\n? c\n: d\n");
    row("json", "{\"a\":{\"b\":\"c\"}}", "/a/b", "x", "{\"a\":{\"b\":\"x\"}}");
    row("a value that looks like an item", "a: b\n", "/a", "'- x'", "a: '- x'\n");
    row("four blanks deep", "a:\n    b:\n        c: d\n", "/a/b/c", "{x: {y: z}}",
        "a:\n    b:\n        c: {x: {y: z}}\n");
    row("a merged key becomes its own", "x: &x {a: 1}\ny:\n  <<: *x\n  b: 2\n", "/y/a", "3",
        "x: &x {a: 1}\ny:\n  <<: *x\n  b: 2\n  a: 3\n");
}

void YamlEditTest::setsOneNode()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, expected);
    const YamlDocument document = readYaml(text).document;
    QVERIFY(!document.isNull());
    QCOMPARE(told(setValue(document, pointer, value)), expected);
}

void YamlEditTest::addsKeysAndItems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &text, const char *pointer, const QByteArray &value,
                        const QByteArray &expected) {
        QTest::newRow(name) << text << QString::fromUtf8(pointer) << value << expected;
    };
    row("key", "a:\n  b: c # d\n\n# e\nf: g\n", "/a/x", "1", "a:\n  b: c # d\n  x: 1\n\n# e\nf: g\n");
    row("key at the end", "a: b", "/x", "1", "a: b\nx: 1");
    row("key with CRLF", "a:\r\n  b: c\r\nd: e\r\n", "/a/x", "1", "a:\r\n  b: c\r\n  x: 1\r\nd: e\r\n");
    row("key behind a literal", "a:\n  b: |\n    c\n\nd: e\n", "/a/x", "1", "a:\n  b: |\n    c\n  x: 1\n\nd: e\n");
    row("key behind a kept literal", "a:\n  b: |+\n    c\n\nd: e\n", "/a/x", "1",
        "a:\n  b: |+\n    c\n\n  x: 1\nd: e\n");
    row("key behind comments of a list", "a:\n  b:\n    - 1\n    # - 2\n  # end\nd: e\n", "/a/x", "1",
        "a:\n  b:\n    - 1\n    # - 2\n  x: 1\n  # end\nd: e\n");
    row("key of a compact mapping", "- a: b\n  c: d\n- e\n", "/0/x", "1", "- a: b\n  c: d\n  x: 1\n- e\n");
    row("key that needs quotes", "a: b\n", "/80", "1", "a: b\n\"80\": 1\n");
    row("key with a colon", "a: b\n", "/c: d", "1", "a: b\n\"c: d\": 1\n");
    row("key with a slash", "a: b\n", "/c~1d", "1", "a: b\nc/d: 1\n");
    row("quoted keys beside", "\"a\": b\n", "/x", "1", "\"a\": b\n\"x\": 1\n");
    row("key in braces", "a: {b: c} # d\n", "/a/x", "1", "a: {b: c, x: 1} # d\n");
    row("key in empty braces", "a: {} # d\n", "/a/x", "1", "a: {x: 1} # d\n");
    row("key in json", "{\"a\":{\"b\":1}}", "/a/x", "y", "{\"a\":{\"b\":1, \"x\": y}}");
    row("key in braces over lines", "a: {\n  b: c # d\n}\n", "/a/x", "1", "a: {\n  b: c, # d\n  x: 1\n}\n");
    row("key in braces with a last comma", "a: {\n  b: c, # d\n}\n", "/a/x", "1", "a: {\n  b: c, # d\n  x: 1,\n}\n");
    row("key where nothing is", "a:\n  b: # c\nd: e\n", "/a/b/x", "1", "a:\n  b: # c\n    x: 1\nd: e\n");
    row("keys that all miss", "a:\n  b: c\n", "/a/x/y/z", "1", "a:\n  b: c\n  x:\n    y:\n      z: 1\n");
    row("key of an empty file", "", "/a/b", "1", "a:\n  b: 1\n");
    row("key of a file of comments", "# c\n", "/a", "1", "# c\na: 1\n");
    row("collection as given", "a:\n  b: c\n", "/a/x", "['y', {z: 1}]", "a:\n  b: c\n  x: ['y', {z: 1}]\n");
    row("block as given", "a:\n  b: c\n", "/a/x", "- y\n- z: 1\n  u: 2 # v\n",
        "a:\n  b: c\n  x:\n    - y\n    - z: 1\n      u: 2 # v\n");
    row("block where lists are flush", "a:\n  b:\n  - c\n", "/a/x", "- y\n", "a:\n  b:\n  - c\n  x:\n  - y\n");
    row("literal as given", "a:\n  b: c\n", "/a/x", "|\n  y\n  z\n", "a:\n  b: c\n  x: |\n    y\n    z\n");
    row("item", "a:\n  - b # c\n  # d\ne: f\n", "/a/-", "x", "a:\n  - b # c\n  - x\n  # d\ne: f\n");
    row("item among quotes", "a:\n  - \"80:80\"\n", "/a/-", "81:81", "a:\n  - \"80:80\"\n  - \"81:81\"\n");
    row("item flush", "a:\n- b\nc: d\n", "/a/-", "x", "a:\n- b\n- x\nc: d\n");
    row("item at the end", "a:\n  - b", "/a/-", "x", "a:\n  - b\n  - x");
    row("item in brackets", "a: [b, 'c'] # d\n", "/a/-", "x", "a: [b, 'c', 'x'] # d\n");
    row("item in empty brackets", "a: []\n", "/a/-", "{b: c}", "a: [{b: c}]\n");
    row("item in brackets over lines", "a: [\n  b, # c\n  d # e\n]\n", "/a/-", "x",
        "a: [\n  b, # c\n  d, # e\n  x\n]\n");
    row("item where nothing is", "a:\nb: c\n", "/a/-", "x", "a:\n  - x\nb: c\n");
    row("item of a list that misses", "a:\n  b: c\n", "/a/x/-", "'y'", "a:\n  b: c\n  x:\n    - 'y'\n");
    row("item of a list in a list", "- - a\n  - b\n- c\n", "/0/-", "x", "- - a\n  - b\n  - x\n- c\n");
    row("mapping as item", "a:\n  - b: c\n    d: e\n", "/a/-", "{x: 1, y: 2}",
        "a:\n  - b: c\n    d: e\n  - {x: 1, y: 2}\n");
    row("block mapping as item", "a:\n  - b\n", "/a/-", "x: 1\ny:\n  - 2\n",
        "a:\n  - b\n  - x: 1\n    y:\n      - 2\n");
    row("item of a new item", "a:\n  - b\n", "/a/-/c", "1", "a:\n  - b\n  - c: 1\n");
}

void YamlEditTest::addsKeysAndItems()
{
    setsOneNode();
}

void YamlEditTest::insertsAnItemBeforeAnother_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<int>("index");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &text, const char *pointer, int index,
                        const QByteArray &expected) {
        QTest::newRow(name) << text << QString::fromUtf8(pointer) << index << expected;
    };
    row("first", "a:\n  # c\n  - b\n", "/a", 0, "a:\n  - x\n  # c\n  - b\n");
    row("between", "a:\n  - b # c\n\n  # d\n  - e\n", "/a", 1, "a:\n  - b # c\n\n  - x\n  # d\n  - e\n");
    row("last", "a:\n  - b\n", "/a", 1, "a:\n  - b\n  - x\n");
    row("list in a list", "- - a\n", "/0", 0, "- - x\n  - a\n");
    row("brackets", "a: [b, c]\n", "/a", 1, "a: [b, x, c]\n");
    row("first in brackets", "a: [b, c]\n", "/a", 0, "a: [x, b, c]\n");
    row("brackets over lines", "a: [\n  b, # d\n  c\n]\n", "/a", 1, "a: [\n  b, # d\n  x,\n  c\n]\n");
    row("CRLF", "a:\r\n- b\r\n- c\r\n", "/a", 1, "a:\r\n- b\r\n- x\r\n- c\r\n");
}

void YamlEditTest::insertsAnItemBeforeAnother()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(int, index);
    QFETCH(QByteArray, expected);
    QCOMPARE(told(insertItem(readYaml(text).document, pointer, index, "x")), expected);
}

void YamlEditTest::removesOneNodeWithItsOwnComment_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &text, const char *pointer, const QByteArray &expected) {
        QTest::newRow(name) << text << QString::fromUtf8(pointer) << expected;
    };
    row("pair", "a: b\nc: d # e\nf: g\n", "/c", "a: b\nf: g\n");
    row("comment above", "a: b\n# about c\n# still\nc: d\nf: g\n", "/c", "a: b\nf: g\n");
    row("comment apart", "a: b\n# apart\n\nc: d\nf: g\n", "/c", "a: b\n# apart\n\nf: g\n");
    row("comment of the next", "a: b\nc: d\n# about f\nf: g\n", "/c", "a: b\n# about f\nf: g\n");
    row("comment of another depth", "a:\n  b: c\n  # deep\nd: e\nf: g\n", "/d", "a:\n  b: c\n  # deep\nf: g\n");
    row("commented out above", "a:\n  - b\n  # - c\n  - d\n", "/a/1", "a:\n  - b\n  # - c\n");
    row("commented out pair above", "a: b\n#c: d\ne: f\n", "/e", "a: b\n#c: d\n");
    row("head of the file", "# My server\na: b\nc: d\n", "/a", "# My server\nc: d\n");
    row("last", "a: b\nc: d # e\n", "/c", "a: b\n");
    row("last without newline", "a: b\nc: d", "/c", "a: b\n");
    row("CRLF", "a: b\r\n# c\r\nc: d # e\r\nf: g\r\n", "/c", "a: b\r\nf: g\r\n");
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a: b\nc: d\n",
        "/a",
        "\xEF\xBB\xBF"
        "c: d\n");
    row("collection", "a:\n  b: # c\n    - d\n    # - e\n  # f\n  g: h\n", "/a/b", "a:\n  # f\n  g: h\n");
    row("literal", "a: |\n  b\n\n  c\n\nd: e\n", "/a", "\nd: e\n");
    row("blank lines stay", "a: b\n\nc: d\n\ne: f\n", "/c", "a: b\n\n\ne: f\n");
    row("item", "a:\n  - b # c\n  - d # e\n", "/a/0", "a:\n  - d # e\n");
    row("item between comments", "a:\n  # one\n  - b\n  # two\n  - c\n  # three\n  - d\n", "/a/1",
        "a:\n  # one\n  - b\n  # three\n  - d\n");
    row("mapping item", "- a: b\n  c: d\n- e: f\n", "/0", "- e: f\n");
    row("first of a compact mapping", "- a: b # x\n  c: d\n- e\n", "/0/a", "- c: d\n- e\n");
    row("first of a compact mapping, comment between", "- a: b # x\n  # y\n  c: d\n- e\n", "/0/a",
        "-\n  # y\n  c: d\n- e\n");
    row("second of a compact mapping", "- a: b\n  c: d # x\n- e\n", "/0/c", "- a: b\n- e\n");
    row("first of a compact list", "- - a\n  - b\n", "/0/0", "- - b\n");
    row("the only pair", "a:\n  b: c # d\ne: f\n", "/a/b", "a: {}\ne: f\n");
    row("the only pair, comments stay", "a: # x\n  # y\n\n  b: c\n  # z: u\ne: f\n", "/a/b",
        "a: {} # x\n  # y\n\n  # z: u\ne: f\n");
    row("the only item", "a: &x\n  - b\nc: *x\n", "/a/0", "a: &x []\nc: *x\n");
    row("the only item of a tagged list", "a: !override\n  - b\nc: d\n", "/a/0", "a: !override []\nc: d\n");
    row("the only pair of an item", "- a: b # c\n- d\n", "/0/a", "- {}\n- d\n");
    row("the only key", "# h\n\na: b\n# t\n", "/a", "# h\n\n{}\n# t\n");
    row("first in brackets", "a: [b, c, d] # e\n", "/a/0", "a: [c, d] # e\n");
    row("middle in brackets", "a: [b, c, d]\n", "/a/1", "a: [b, d]\n");
    row("last in brackets", "a: [b, c, d]\n", "/a/2", "a: [b, c]\n");
    row("only in brackets", "a: [b]\n", "/a/0", "a: []\n");
    row("last before a comma", "a: [b, c, ]\n", "/a/1", "a: [b, ]\n");
    row("pair in braces", "a: {b: c, d: {e: f}}\n", "/a/d/e", "a: {b: c, d: {}}\n");
    row("bracket lines", "a: [\n  b, # one\n  # two\n  c, # three\n  d\n]\n", "/a/1", "a: [\n  b, # one\n  d\n]\n");
    row("last bracket line", "a: [\n  b, # one\n  c # two\n]\n", "/a/1", "a: [\n  b, # one\n]\n");
    row("bracket on the last line", "a: [b,\n    c]\n", "/a/1", "a: [b,\n    ]\n");
    row("first of two in a bracket line", "a: [\n  b, c,\n  d ]\n", "/a/0", "a: [\n  c,\n  d ]\n");
    row("last of a bracket line", "a: [\n  b, c,\n  d ]\n", "/a/1", "a: [\n  b,\n  d ]\n");
    row("pair in a list", "a: [b: c, d]\n", "/a/0/b", "a: [{}, d]\n");
    row("json", "{\"a\":1,\"b\":{\"c\":2}}", "/a", "{\"b\":{\"c\":2}}");
    row("explicit key", "? a\n: b\n? c\n: d\n", "/c", "? a\n: b\n");
    row("empty value", "a:\nb: c\n", "/a", "b: c\n");
    row("alias", "x: &x 1\ny: *x # z\nu: v\n", "/y", "x: &x 1\nu: v\n");
    row("merge key", "x: &x {a: 1}\ny:\n  <<: *x\n  b: 2\n", "/y/<<", "x: &x {a: 1}\ny:\n  b: 2\n");
}

void YamlEditTest::removesOneNodeWithItsOwnComment()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(QByteArray, expected);
    const YamlDocument document = readYaml(text).document;
    QVERIFY(!document.isNull());
    QCOMPARE(told(removeNode(document, pointer)), expected);
}

void YamlEditTest::refusesWhatItCannotDo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value"); // "-" removes
    QTest::addColumn<base::ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *text, const char *pointer, const char *value,
                        base::ErrorKind kind, const char *words) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(pointer) << QString::fromUtf8(value) << kind
                            << QString::fromUtf8(words);
    };
    using enum base::ErrorKind;
    row("no pointer", "a: b\n", "a", "x", invalid, "JSON pointer");
    row("no YAML", "a: b\n", "/a", "[x", invalid, "not closed");
    row("an unknown alias as value", "a: &y b\n", "/a", "*y", invalid, "&y");
    row("two documents as value", "a: b\n", "/a", "x\n---\ny\n", invalid, "document");
    row("an item beyond", "a: [b]\n", "/a/1", "x", notFound, "item 1");
    row("an item with a zero before", "a: [b]\n", "/a/00", "x", notFound, "item 00");
    row("below a scalar", "a: b\n", "/a/c", "x", conflict, "single value");
    row("behind an alias", "a: &x {b: c}\nd: *x\n", "/d/b", "e", conflict, "line 1");
    row("an item of no list", "a:\n  b: c\n", "/a/x/0", "y", notFound, "no list");
    row("removes what is not there", "a: b\n", "/c", "-", notFound, "/c");
    row("removes what is merged in", "x: &x {a: 1}\ny:\n  <<: *x\n", "/y/a", "-", conflict, "line 1");
    row("removes what an alias names", "a: &x b\nc: *x\n", "/a", "-", conflict, "");
    row("removes all", "a: b\n", "", "-", invalid, "whole");
}

void YamlEditTest::refusesWhatItCannotDo()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(base::ErrorKind, kind);
    QFETCH(QString, words);
    const YamlDocument document = readYaml(text).document;
    const Edited edit = value == u"-" ? removeNode(document, pointer) : setValue(document, pointer, value.toUtf8());
    QVERIFY2(!edit.ok(), edit.ok() ? edit->bytes.constData() : "");
    QCOMPARE(edit.error().kind, kind);
    QVERIFY2(edit.error().message.contains(words), qPrintable(edit.error().message));
}

void YamlEditTest::tellsWhichAliasesChangeWithIt()
{
    const YamlDocument document = readYaml("x: &x {a: &y [1]}\nb: *x\nc: {<<: *x}\nd: *y\ne: f\n").document;
    QCOMPARE(setValue(document, QStringLiteral("/x/a/0"), "2")->alsoAffects,
             (QStringList{QStringLiteral("/b"), QStringLiteral("/c/<<"), QStringLiteral("/d")}));
    QCOMPARE(setValue(document, QStringLiteral("/x/z"), "2")->alsoAffects,
             (QStringList{QStringLiteral("/b"), QStringLiteral("/c/<<")}));
    QCOMPARE(setValue(document, QStringLiteral("/e"), "2")->alsoAffects, QStringList());
}

void YamlEditTest::renamesAKeyInItsOwnBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("expected"); // empty: refused
    const auto row = [](const char *name, const char *text, const char *pointer, const char *key,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(pointer) << QString::fromUtf8(key)
                            << QByteArray(expected);
    };
    row("plain", "a:\n  # own\n  b: 1 # x\n", "/a/b", "c", "a:\n  # own\n  c: 1 # x\n");
    row("quoted", "'a': 1\r\n", "/a", "b", "'b': 1\r\n");
    row("in brackets", "{a: 1, b: 2}", "/b", "c", "{a: 1, c: 2}");
    row("needs quotes", "a: 1\n", "/a", "b: c", "\"b: c\": 1\n");
    row("a collection below", "a:\n  - 1\n", "/a", "b", "b:\n  - 1\n");
    row("with a tag and an anchor", "&k !!str a: 1\n", "/a", "b", "&k !!str b: 1\n");
    row("explicit", "? a\n: 1\n", "/a", "b", "? b\n: 1\n");
    row("there already", "a: 1\nb: 2\n", "/a", "b", "");
    row("empty", "a: 1\n", "/a", "", "");
    row("an item", "- 1\n", "/0", "b", "");
    row("not there", "a: 1\n", "/b", "c", "");
}

void YamlEditTest::renamesAKeyInItsOwnBytes()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(QString, key);
    QFETCH(QByteArray, expected);
    const Edited edit = renameKey(readYaml(text).document, pointer, key);
    QVERIFY2(edit.ok() == !expected.isEmpty(), told(edit).constData());
    if (edit)
        QCOMPARE(edit->bytes, expected);
}

void YamlEditTest::patchesAreTheWholeDifference()
{
    const QByteArray text = "a:\n  b: c # d\ne: f\n";
    const YamlDocument document = readYaml(text).document;
    const Edited edit = removeNode(document, QStringLiteral("/a/b"));
    QVERIFY(edit.ok());
    QCOMPARE(patched(text, edit->patches), edit->bytes);
    QCOMPARE(edit->document.bytes(), edit->bytes);
    QCOMPARE(edit->patches, (QList<model::TextPatch>{{{2, 2}, " {}"}, {{3, 14}, {}}}));
}

QTEST_GUILESS_MAIN(YamlEditTest)
#include "yaml_edit_test.moc"
