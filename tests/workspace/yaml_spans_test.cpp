// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/json_pointer.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QTest>

using namespace mediahelm::workspace;

namespace {

QByteArray cut(const YamlDocument &document, mediahelm::model::Span span)
{
    return document.bytes().mid(span.begin, span.length());
}

} // namespace

class YamlSpansTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNodesSpanIsItsOwnBytes_data();
    void aNodesSpanIsItsOwnBytes();
    void tagAndAnchorStandOutsideOfTheSpan();
    void placesCountCharactersAndUtf16();
    void everyNodeIsFoundByItsPointer();
    void theNodeUnderTheCursor();
    void aFileWithoutADocumentHasAnEmptyRoot_data();
    void aFileWithoutADocumentHasAnEmptyRoot();
    void mergesAreResolvedAndTellWhereTheyStand();
    void pointersEscape();
};

void YamlSpansTest::aNodesSpanIsItsOwnBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("plain") << QByteArray("a: b # c\n") << "/a" << QByteArray("b");
    QTest::newRow("plain of many words") << QByteArray("a: b c  d   # e\n") << "/a" << QByteArray("b c  d");
    QTest::newRow("plain over lines") << QByteArray("a: b\n  c\n\n  d\ne: f\n") << "/a" << QByteArray("b\n  c\n\n  d");
    QTest::newRow("plain that holds #") << QByteArray("a: b#c\n") << "/a" << QByteArray("b#c");
    QTest::newRow("single quotes") << QByteArray("a: 'it''s' # c\n") << "/a" << QByteArray("'it''s'");
    QTest::newRow("double quotes") << QByteArray("a: \"x\\\"y\" # c\n") << "/a" << QByteArray("\"x\\\"y\"");
    QTest::newRow("quotes over lines") << QByteArray("a: \"x\n  y\"\n") << "/a" << QByteArray("\"x\n  y\"");
    QTest::newRow("after umlauts") << QByteArray("ä: \"öü\" # ß\n€: x\n") << QStringLiteral("/€") << QByteArray("x");
    QTest::newRow("umlauts themselves") << QByteArray("ä: öü # ß\n") << QStringLiteral("/ä") << QByteArray("öü");
    QTest::newRow("after an emoji") << QByteArray("a: 😀\nb: 😀😀\n") << "/b" << QByteArray("😀😀");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a: b\n")
                                     << "/a" << QByteArray("b");
    QTest::newRow("byte order mark and umlauts") << QByteArray("\xEF\xBB\xBF"
                                                               "a: ä\nb: ö\n")
                                                 << "/b" << QByteArray("ö");
    QTest::newRow("CRLF") << QByteArray("a: b\r\nc: d\r\n") << "/c" << QByteArray("d");
    QTest::newRow("CRLF and umlauts") << QByteArray("ä: ö\r\nc: ü\r\n") << "/c" << QByteArray("ü");
    QTest::newRow("no newline at the end") << QByteArray("a: b") << "/a" << QByteArray("b");
    QTest::newRow("tab before a comment") << QByteArray("a: b\t# c\n") << "/a" << QByteArray("b");
    QTest::newRow("empty value") << QByteArray("a:\nb: c\n") << "/a" << QByteArray("");
    QTest::newRow("literal") << QByteArray("a: |\n  x\n  y\nb: c\n") << "/a" << QByteArray("|\n  x\n  y");
    QTest::newRow("literal before blank lines") << QByteArray("a: |\n  x\n\n\nb: c\n") << "/a" << QByteArray("|\n  x");
    QTest::newRow("literal before a comment") << QByteArray("a: |\n  x\n# c\nb: c\n") << "/a" << QByteArray("|\n  x");
    QTest::newRow("literal that strips") << QByteArray("a: |-\n  x\n\nb: c\n") << "/a" << QByteArray("|-\n  x");
    QTest::newRow("literal that keeps") << QByteArray("a: |+\n  x\n\nb: c\n") << "/a" << QByteArray("|+\n  x\n");
    QTest::newRow("literal at the end") << QByteArray("a: |\n  x") << "/a" << QByteArray("|\n  x");
    QTest::newRow("literal with a comment") << QByteArray("a: | # h\n  x\n") << "/a" << QByteArray("| # h\n  x");
    QTest::newRow("literal with blanks as text")
        << QByteArray("a: |\n  x\n    \nb: c\n") << "/a" << QByteArray("|\n  x\n    ");
    QTest::newRow("literal of nothing") << QByteArray("a: |\nb: c\n") << "/a" << QByteArray("|");
    QTest::newRow("literal with CRLF") << QByteArray("a: |\r\n  x\r\n\r\nb: c\r\n") << "/a" << QByteArray("|\r\n  x");
    QTest::newRow("folded") << QByteArray("a: >-\n  x\n  y\n\nb: c\n") << "/a" << QByteArray(">-\n  x\n  y");
    QTest::newRow("flow list") << QByteArray("a: [b, 'c' ] # d\n") << "/a" << QByteArray("[b, 'c' ]");
    QTest::newRow("flow item") << QByteArray("a: [b, 'c' ] # d\n") << "/a/1" << QByteArray("'c'");
    QTest::newRow("flow over lines") << QByteArray("a: {\n  b: c, # d\n  e: f\n}\n") << "/a"
                                     << QByteArray("{\n  b: c, # d\n  e: f\n}");
    QTest::newRow("pair in a list") << QByteArray("a: [b: c, d]\n") << "/a/0" << QByteArray("b: c");
    QTest::newRow("block mapping") << QByteArray("a:\n  b: c\n  d: e # f\n# g\nh: i\n") << "/a"
                                   << QByteArray("b: c\n  d: e");
    QTest::newRow("block list") << QByteArray("a:\n  - b\n  # c\n  - d\n\n  # e\nf: g\n") << "/a"
                                << QByteArray("- b\n  # c\n  - d");
    QTest::newRow("list without indentation")
        << QByteArray("a:\n- b\n- c # d\ne: f\n") << "/a" << QByteArray("- b\n- c");
    QTest::newRow("mapping in a list") << QByteArray("- a: b\n  c: d\n- e\n") << "/0" << QByteArray("a: b\n  c: d");
    QTest::newRow("list in a list") << QByteArray("- - a\n  - b\n") << "/0" << QByteArray("- a\n  - b");
    QTest::newRow("ends with an empty value") << QByteArray("a:\n  b:   # c\nd: e\n") << "/a" << QByteArray("b:");
    QTest::newRow("ends with an empty item") << QByteArray("a:\n  - b\n  -\nd: e\n") << "/a" << QByteArray("- b\n  -");
    QTest::newRow("alias") << QByteArray("a: &x b\nc: *x # d\n") << "/c" << QByteArray("*x");
    QTest::newRow("behind an anchor") << QByteArray("a: &x b\n") << "/a" << QByteArray("b");
    QTest::newRow("behind a tag") << QByteArray("a: !!str 5\n") << "/a" << QByteArray("5");
    QTest::newRow("behind a long tag") << QByteArray("a: !<tag:yaml.org,2002:str> 5\n") << "/a" << QByteArray("5");
    QTest::newRow("behind both on lines of their own")
        << QByteArray("a: !override &x # why\n  b: c\nd: e\n") << "/a" << QByteArray("b: c");
    QTest::newRow("list behind an anchor") << QByteArray("a: &x\n- b\n") << "/a" << QByteArray("- b");
    QTest::newRow("flow behind a tag") << QByteArray("a: !reset []\n") << "/a" << QByteArray("[]");
    QTest::newRow("anchored in flow") << QByteArray("a: [&x b, *x]\n") << "/a/0" << QByteArray("b");
    QTest::newRow("nothing behind an anchor") << QByteArray("a: &x\nb: c\n") << "/a" << QByteArray("");
    QTest::newRow("anchored key") << QByteArray("&k a: b\nc: d\n") << "/a" << QByteArray("b");
    QTest::newRow("quoted key") << QByteArray("\"a/b\": c\n") << "/a~1b" << QByteArray("c");
    QTest::newRow("explicit key") << QByteArray("? a\n: b\n") << "/a" << QByteArray("b");
    QTest::newRow("root") << QByteArray("# h\n---\na: b\n# t\n") << "" << QByteArray("a: b");
    QTest::newRow("json") << QByteArray("{\"a\":{\"b\":[1,2]}}") << "/a/b/1" << QByteArray("2");
}

void YamlSpansTest::aNodesSpanIsItsOwnBytes()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(QByteArray, expected);

    const YamlReading reading = readYaml(text);
    QVERIFY2(reading.ok(), qPrintable(reading.ok() ? QString() : reading.problem->text()));
    const YamlNode node = reading.document.find(pointer);
    QVERIFY(node.exists());
    QCOMPARE(cut(reading.document, node.span()), expected);
    QCOMPARE(node.pointer(), pointer);
}

void YamlSpansTest::tagAndAnchorStandOutsideOfTheSpan()
{
    const YamlDocument document = readYaml("a: !override &x # why\n  b: &y !!str 5\n").document;
    const YamlNode mapping = document.find(QStringLiteral("/a"));
    QCOMPARE(mapping.tag(), QStringLiteral("!override"));
    QCOMPARE(mapping.anchor(), QStringLiteral("x"));
    QCOMPARE(cut(document, mapping.whole()), QByteArray("!override &x # why\n  b: &y !!str 5"));
    const YamlNode scalar = document.find(QStringLiteral("/a/b"));
    QCOMPARE(scalar.tag(), QStringLiteral("!!str"));
    QCOMPARE(cut(document, scalar.whole()), QByteArray("&y !!str 5"));
    QCOMPARE(scalar.type(), ScalarType::string);
}

void YamlSpansTest::placesCountCharactersAndUtf16()
{
    const YamlDocument document = readYaml("\xEF\xBB\xBF{😀ä: [x, y],\r\n é: z}\r\n").document;
    QCOMPARE(document.place(document.find(QStringLiteral("/😀ä/1"))), (mediahelm::model::Place{1, 10, 11}));
    QCOMPARE(document.place(document.find(QStringLiteral("/é"))), (mediahelm::model::Place{2, 5, 5}));
    QCOMPARE(document.place(document.root()), (mediahelm::model::Place{1, 1, 1}));
    const YamlNode y = document.find(QStringLiteral("/😀ä/1"));
    QCOMPARE(document.lines().byteAt(1, 10), y.span().begin);
}

void YamlSpansTest::everyNodeIsFoundByItsPointer()
{
    const QByteArray text = "x: &a {k: [1, {z: 2}]}\nservices:\n  s:\n    ports:\n    - \"80:80\"\n    - target: 5\n"
                            "      mode: host\n    a/b~c: d\n";
    const YamlDocument document = readYaml(text).document;
    for (int id = 0; id < document.nodeCount(); ++id) {
        const YamlNode node = document.node(id);
        if (!node.isKey())
            QCOMPARE(document.find(node.pointer()), node);
    }
}

void YamlSpansTest::theNodeUnderTheCursor()
{
    const QByteArray text = "a:\n  b: [x, yy]\n";
    const YamlDocument document = readYaml(text).document;
    QCOMPARE(document.at(text.indexOf("yy") + 1).pointer(), QStringLiteral("/a/b/1"));
    QVERIFY(document.at(text.indexOf("b:")).isKey());
    QCOMPARE(document.at(text.indexOf("b:")).pointer(), QStringLiteral("/a/b"));
}

void YamlSpansTest::aFileWithoutADocumentHasAnEmptyRoot_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a comment") << QByteArray("# only this\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("a bare document") << QByteArray("---\n");
}

void YamlSpansTest::aFileWithoutADocumentHasAnEmptyRoot()
{
    QFETCH(QByteArray, text);
    const YamlReading reading = readYaml(text);
    QVERIFY(reading.ok());
    QVERIFY(reading.document.root().isScalar());
    QCOMPARE(reading.document.root().type(), ScalarType::null);
    QVERIFY(reading.document.root().span().isEmpty());
}

void YamlSpansTest::mergesAreResolvedAndTellWhereTheyStand()
{
    const QByteArray text = "x-one: &one {a: 1, b: 2}\nx-two: &two\n  <<: *one\n  b: 3\n  c: 4\n"
                            "s:\n  c: own\n  <<: [*two, {d: 5, a: 9}]\n  e: *one\n  \"<<\": quoted\n";
    const YamlReading reading = readYaml(text);
    // A quoted "<<" beside a plain one is the same key twice to Compose.
    QVERIFY(!reading.ok());
    QCOMPARE(reading.problem->fault, YamlFault::duplicateKey);

    const YamlDocument document = readYaml(QByteArray(text).replace("  \"<<\": quoted\n", "")).document;
    QStringList seen;
    for (const YamlEntry &entry : resolvedEntries(document.find(QStringLiteral("/s"))))
        seen += entry.key + u'=' + entry.value.target().text() + (entry.merged ? u'm' : u'o')
            + QString::number(document.place(entry.value).line);
    QCOMPARE(seen.join(u' '), QStringLiteral("c=owno7 e=o9 b=3m4 a=1m1 d=5m8"));
    QCOMPARE(findResolved(document, QStringLiteral("/s/a")).text(), QStringLiteral("1"));
    QCOMPARE(findResolved(document, QStringLiteral("/s/e/b")).text(), QStringLiteral("2"));
    QVERIFY(!findResolved(document, QStringLiteral("/s/<<")).exists());
    QVERIFY(!document.find(QStringLiteral("/s/a")).exists());
}

void YamlSpansTest::pointersEscape()
{
    QCOMPARE(joinPointer({QStringLiteral("a/b"), QStringLiteral("~1"), QString()}), QStringLiteral("/a~1b/~01/"));
    QCOMPARE(*splitPointer(QStringLiteral("/a~1b/~01/")),
             (QStringList{QStringLiteral("a/b"), QStringLiteral("~1"), QString()}));
    QVERIFY(!splitPointer(QStringLiteral("a")));
    QVERIFY(!splitPointer(QStringLiteral("/a~2")));
    QVERIFY(!splitPointer(QStringLiteral("/a~")));
    QVERIFY(!pointerIndex(QStringLiteral("01")));
    QVERIFY(!pointerIndex(QStringLiteral("-")));
    QCOMPARE(*pointerIndex(QStringLiteral("10")), 10);
}

QTEST_GUILESS_MAIN(YamlSpansTest)
#include "yaml_spans_test.moc"
