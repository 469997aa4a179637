// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/yaml_cursor.h"

#include <QTest>

using namespace mediahelm;
using control::YamlCursor;
using Where = control::YamlCursor::Where;
Q_DECLARE_METATYPE(Where)

// Texts with '|' where the cursor is.
class YamlCursorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhereItStands_data();
    void tellsWhereItStands();
    void tellsTheOtherKeys();
    void findsTheVariable_data();
    void findsTheVariable();
    void endsOnAnyText();
};

void YamlCursorTest::tellsWhereItStands_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Where>("where");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("begun");

    const auto row = [](const char *name, const char *text, Where where, const char *path, const char *begun) {
        QTest::newRow(name) << QByteArray(text) << where << QString::fromLatin1(path) << QString::fromLatin1(begun);
    };
    row("empty file", "^", Where::key, "", "");
    row("first key", "serv^", Where::key, "", "serv");
    row("behind a byte order mark", "\xef\xbb\xbfserv^", Where::key, "", "serv");
    row("key of a service", "services:\n  a:\n    ima^", Where::key, "services/a", "ima");
    row("blank line", "services:\n  a:\n    ^", Where::key, "services/a", "");
    row("blank line further left", "services:\n  a:\n    image: x\n  ^", Where::key, "services", "");
    row("in a key", "services:\n  a:\n    im^age: x\n", Where::key, "services/a", "im");
    row("value", "services:\n  a:\n    restart: unl^", Where::value, "services/a/restart", "unl");
    row("empty value", "services:\n  a:\n    restart: ^\n", Where::value, "services/a/restart", "");
    row("quoted value", "a: \"b^c\"\n", Where::value, "a", "b");
    row("colon in a value", "image: a:b^", Where::value, "image", "a:b");
    row("item", "services:\n  a:\n    depends_on:\n      - v^", Where::value, "services/a/depends_on/-", "v");
    row("item beside its key", "services:\n  a:\n    depends_on:\n    - v^", Where::value, "services/a/depends_on/-",
        "v");
    row("second item beside its key", "services:\n  a:\n    ports:\n    - x\n    - v^", Where::value,
        "services/a/ports/-", "v");
    row("mapping in an item", "services:\n  a:\n    volumes:\n      - type: bind\n        sou^", Where::key,
        "services/a/volumes/-", "sou");
    row("first key of an item", "volumes:\n  - type: b^", Where::value, "volumes/-/type", "b");
    row("list in a list", "a:\n  - - x^", Where::value, "a/-/-", "x");
    row("comments and blank lines between", "services:\n\n# no: key\n  a:\n  # b:\n\n    ima^", Where::key,
        "services/a", "ima");
    row("comment", "a: b # c^", Where::comment, "", "");
    row("a number sign in a text", "a: b#c^", Where::value, "a", "b#c");
    row("block scalar", "a:\n  b: |\n    some: tex^t\n", Where::text, "a/b", "");
    row("after a block scalar", "a:\n  b: |\n    text\n  c^", Where::key, "a", "c");
    row("Windows line ends", "services:\r\n  a:\r\n    ima^\r\n", Where::key, "services/a", "ima");
    row("quoted key", "\"services\":\n  'a':\n    ^", Where::key, "services/a", "");
    row("item in brackets", "a: [b, c^]", Where::value, "a/-", "c");
    row("first item in brackets", "a: [ ^ ]", Where::value, "a/-", "");
    row("quoted item in brackets", "a: ['b', \"c, d^\"]", Where::value, "a/-", "c, d");
    row("behind brackets", "a: [b, c]^", Where::value, "a", "[b, c]");
    row("brackets that are open still", "services:\n  a:\n    depends_on: [v^\n    image: x\n", Where::value,
        "services/a/depends_on/-", "v");
    row("key in braces", "services: {a: {im^age: x, restart: no}}", Where::key, "services/a", "im");
    row("value in braces", "services: {a: {image: x, restart: n^}}", Where::value, "services/a/restart", "n");
    row("list in braces", "services: {a: {ports: ['80:80'], networks: [fr^]}}", Where::value, "services/a/networks/-",
        "fr");
    row("braces in a list", "volumes:\n  - {type: bind, sou^}\n", Where::key, "volumes/-", "sou");
    row("brackets over lines", "a:\n  b: [\n    one,\n    tw^,\n    {c: d}\n  ]\n", Where::value, "a/b/-", "tw");
    row("braces over lines", "a: {b: {c: [x,\n           y],\n       d^}}\n", Where::key, "a/b", "d");
    row("comment in brackets", "a: [b, # c, d^\n  e]\n", Where::comment, "a/-", "");
    row("behind a comment in brackets", "a: [b, # c, [d\n  e^]\n", Where::value, "a/-", "e");
    row("no brackets of a reference", "a: ${B}\nc^", Where::key, "", "c");
    row("a reference in brackets", "a: [\"${B:-x}\", c^]", Where::value, "a/-", "c");
    row("a pair in a list", "a: [b: c^]", Where::value, "a/-/b", "c");
    row("an item behind one that is open still", "a:\n  - [b\n  - c^", Where::value, "a/-", "c");
    row("a blank line in braces", "a: {b: c,\n^\n}\n", Where::key, "a", "");
    row("without a blank, as JSON has it", "{\"a\":{\"b\":\"c^\"}}", Where::value, "a/b", "c");
    row("Windows line ends in brackets", "a: [b,\r\n  c^\r\n]\r\n", Where::value, "a/-", "c");
    row("a doubled quote", "a: ['b''c, d^']", Where::value, "a/-", "b''c, d");
    row("all of it in braces", "{\"services\": {\"a\": {\n  \"image\": \"x^\"}}}", Where::value, "services/a/image",
        "x");
}

void YamlCursorTest::tellsWhereItStands()
{
    QFETCH(QByteArray, text);
    QFETCH(Where, where);
    QFETCH(QString, path);
    QFETCH(QString, begun);
    const qsizetype at = text.indexOf('^');
    const YamlCursor cursor = control::yamlCursor(text.remove(at, 1), at);
    QCOMPARE(cursor.path.join(u'/'), path);
    QCOMPARE(cursor.where, where);
    QCOMPARE(cursor.begun, begun);
    QVERIFY2(!cursor.whole.endsWith(u'\r'), qPrintable(cursor.whole));
    QCOMPARE(cursor.begunSpan.end, at);
}

void YamlCursorTest::tellsTheOtherKeys()
{
    QByteArray text = "services:\n  a:\n    image: x\n    ^\n    restart: no\n  b:\n    ports: []\n";
    const qsizetype at = text.indexOf('^');
    const YamlCursor cursor = control::yamlCursor(text.remove(at, 1), at);
    QCOMPARE(cursor.siblings, (QStringList{QStringLiteral("image"), QStringLiteral("restart")}));
    QByteArray flow = "services: {a: {image: x, ports: [80], ^, restart: no}, b: {user: 1}}\n";
    const qsizetype place = flow.indexOf('^');
    const YamlCursor within = control::yamlCursor(flow.remove(place, 1), place);
    QCOMPARE(within.siblings,
             (QStringList{QStringLiteral("image"), QStringLiteral("ports"), QStringLiteral("restart")}));
    QVERIFY(within.inFlow);
}

void YamlCursorTest::findsTheVariable_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("closed");
    QTest::newRow("in braces") << QByteArray("a: ${NA^ME}") << QByteArray("NAME") << true;
    QTest::newRow("begun") << QByteArray("a: ${NA^") << QByteArray("NA") << false;
    QTest::newRow("nothing yet") << QByteArray("a: ${^") << QByteArray("") << false;
    QTest::newRow("with a default") << QByteArray("a: ${NAME^:-x}") << QByteArray("NAME") << true;
    QTest::newRow("bare") << QByteArray("a: $NA^ME/x") << QByteArray("NAME") << false;
    QTest::newRow("on the dollar") << QByteArray("a: ^${NAME}") << QByteArray("NAME") << true;
    QTest::newRow("in a default") << QByteArray("a: ${A:-${B^}}") << QByteArray("B") << true;
    QTest::newRow("two dollars are one") << QByteArray("a: $${NA^ME}") << QByteArray() << false;
    QTest::newRow("three are one and a reference") << QByteArray("a: $$${NA^ME}") << QByteArray("NAME") << true;
    QTest::newRow("none") << QByteArray("a: NA^ME") << QByteArray() << false;
}

void YamlCursorTest::findsTheVariable()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, name);
    QFETCH(bool, closed);
    const qsizetype at = text.indexOf('^');
    text.remove(at, 1);
    const control::VariableCursor cursor = control::variableCursor(text, at);
    QCOMPARE(cursor.exists, !name.isNull());
    if (cursor.exists)
        QCOMPARE(text.sliced(cursor.name.begin, cursor.name.length()), name);
    QCOMPARE(cursor.closed, closed);
}

void YamlCursorTest::endsOnAnyText()
{
    const QByteArray text = "a:\n- - : '\n\"#\t- |\r\n\xff${$\n  -\n-:\n ? [{\n"
                            "b: [c, {d: \"e\\\", f\", 'g: # h\n  ${i}}, ]: {j:[k\n l], } ]\n";
    for (qsizetype size = 0; size <= text.size(); ++size) {
        const QByteArray begun = text.first(size);
        for (qsizetype at = 0; at <= size; ++at) {
            const YamlCursor cursor = control::yamlCursor(begun, at);
            QVERIFY(cursor.begunSpan.begin <= cursor.begunSpan.end && cursor.begunSpan.end <= size);
            (void)control::variableCursor(begun, at);
        }
    }
}

QTEST_APPLESS_MAIN(YamlCursorTest)
#include "yaml_cursor_test.moc"
