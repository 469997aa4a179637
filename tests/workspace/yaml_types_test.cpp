// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/yaml_resolved.h"

#include "workspace/compose_oracle.h"

#include <QJsonArray>
#include <QTest>

using namespace mediahelm::workspace;
using mediahelm::tests::ComposeOracle;

namespace {

const char head[] = "services: {a: {image: x}}\n";

const char *const scalars[] = {
    "0644",
    "0o644",
    "08",
    "0x1F",
    "0b11",
    "-0b11",
    "+5",
    "1_000",
    "_1",
    "1__0",
    "0_7",
    "0x_1",
    "1_",
    ".5",
    ".5_0",
    "5.",
    "1e3",
    "1_0.5",
    "+.5",
    "-.5",
    "0x1p-2",
    "0X1F",
    "0B1",
    "0O7",
    "0o8",
    "0b2",
    "-0o7",
    "-0x10",
    "+0x10",
    "0x",
    "0o",
    "0b",
    "00",
    "-0",
    "0.0",
    "-0.0",
    "1e",
    "1e+3",
    "1.5e3_0",
    ".e3",
    ".",
    "..",
    "1.2.3",
    "1e400",
    "1e-400",
    "1e21",
    "1.50",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775808",
    "-9223372036854775809",
    "9007199254740993",
    "0777777777777777777777777",
    "22:22",
    "22:22:22",
    "8080:80",
    "3000-3005",
    "127.0.0.1:80:80",
    "yes",
    "Yes",
    "no",
    "on",
    "On",
    "off",
    "y",
    "n",
    "\"yes\"",
    "true",
    "True",
    "TRUE",
    "tRUE",
    "false",
    "FALSE",
    "~",
    "null",
    "Null",
    "NULL",
    "nULL",
    "",
    "\"\"",
    "''",
    "'5'",
    "\"5\"",
    "\"true\"",
    "'~'",
    "=",
    "<<",
    "2001-12-14",
    "2001-1-4",
    "2001-12-14T21:59:43.10-05:00",
    "2001-12-14t21:59:43Z",
    "2001-12-14 21:59:43.10",
    "2001-12-14 1:2:3",
    "2001-12-14 21:59:43.10 -5",
    "2001-13-14",
    "2001-02-29",
    "2004-02-29",
    "2001-12-14T24:00:00Z",
    "0000-01-01",
    "2001-12-14T21:59:43+00:00",
    "2001-12-14T21:59:43",
    "20011-12-14",
    "2001-12-14T21:59:43.123456789123Z",
    "!!str 5",
    "!!str",
    "!!int \"5\"",
    "!!int 0644",
    "!!float 5",
    "!!bool \"true\"",
    "!!null ''",
    "!foo 5",
    "!foo",
    "! 5",
    "! \"5\"",
    "!!binary aGVsbG8=",
    "!!timestamp 2001-01-01",
    "!!timestamp '2001-01-01'",
    "!<tag:yaml.org,2002:str> 5",
    "a # b",
    "a#b",
    "'it''s'",
    "\"a\\tb\\u00e4\\x41\"",
    "\"a\\\n      b\"",
    "a\n      b\n\n      c",
    "\"a\n      b\"",
    "|\n      a\n       b\n",
    "|-\n      a\n\n",
    "|+\n      a\n\n",
    ">\n      a\n      b\n\n      c\n       d\n",
    ">-\n      a\n      b\n",
    "|2\n      a\n     b\n",
    "- x",
    "[a, [b], {c: d}, e: f, ]",
    "{a, b: , \"c\":d}",
    "{}",
    "[]",
    "{? a : b, ? c}",
    "é😀",
    "a: b\n    ? c\n    : - d\n      - e",
};

const char *const documents[] = {
    "x-t: {a: &x [1, {b: 2}], c: *x, d: [*x, *x]}\n",
    "x-a: &x {a: 1, b: 2}\nx-t:\n  <<: *x\n  b: 3\n",
    "x-a: &x {a: 1, b: 2}\nx-t:\n  b: 3\n  <<: *x\n",
    "x-a: &x {a: 1, b: 2}\nx-b: &y {b: 5, c: 6}\nx-t:\n  <<: [*x, *y]\n  d: 3\n",
    "x-a: &x {a: 1, b: 2}\nx-b: &y\n  <<: *x\n  b: 4\nx-t:\n  <<: *y\n  c: 3\n",
    "x-a: &x {a: {b: 1}}\nx-t:\n  <<: *x\n  a: {c: 1}\n",
    "x-t:\n  <<: {a: 1}\n  a: 2\n",
    "x-t:\n  <<: [{a: 1}, {a: 2, b: 3}]\n",
    "x-t:\n  <<: []\n  a: 2\n",
    "x-t:\n  \"<<\": {a: 1}\n",
    "x-a: &x 1\nx-b: &x 2\nx-t: *x\n",
    "x-a: &x k\nx-t:\n  *x : v\n",
    "x-t: {a: !reset null, b: [1, !reset 2, 3], c: !override [4]}\n",
    "x-t: &x\n  a: b\nx-u: {<<: *x, c: d}\n",
    "\xEF\xBB\xBFx-t: 1\n",
    "%YAML 1.2\n---\nx-t: yes\n",
    "x-t:\r\n  - a\r\n  - |\r\n    b\r\n    c\r\n",
    "{\"x-t\": [1, \"a\\/b\", true, null]}\n",
    "x-t: a\n...\n# end\n",
    "x-t:\n- a\n-\n  - b\n- - c\n  - d\n-\n",
    "x-t: [a,\n  # c\n  b # d\n  , c]\n",
    "x-t: {a: 'x\n\n    y', b: \"\\\n  z\"}\n",
    "x-t:\ta\n",
    "%YAML 1.1\n---\nx-t: yes\n",
    "x-a: &x [{a: 1}]\nx-t: {<<: [*x]}\n",
    "x-t: \"a\\\\/b\"\n",
    "x-t: a\t# b\n",
    "x-t: https://example.org/a?b=c&d=e#f\n",
    "x-t: a:b:c\n",
    "x-t: - a\n",
    "x-t: [a]: b\n",
    "x-t: {a: b}\nx-t: c\n",
    "x-t: {1: a}\n",
    "x-t: {<<: 5}\n",
    "x-t: {<<: ~}\n",
    "x-t: {<<: [5]}\n",
    "x-a: &x [{a: 1}]\nx-t: {<<: *x}\n",
    "x-a: &x {a: 1}\nx-t:\n  <<: *x\n  <<: *x\n",
    "x-t: *nobody\n",
    "x-t: &x [*x]\n",
    "x-t: 'a\n",
    "x-t: \"\\q\"\n",
    "x-t: @a\n",
    "x-t:\n\t- a\n",
    "x-t: a\n b: c\n",
    "x-t: {a: b, a: c}\n",
    "x-t: {a: b, \"a\": c}\n",
    "x-t: {[a]: b}\n",
};

} // namespace

class YamlTypesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void scalarsMeanWhatComposeSays_data();
    void scalarsMeanWhatComposeSays();
    void documentsMeanWhatComposeSays_data();
    void documentsMeanWhatComposeSays();
    void whatComposeCannotWriteIsTypedAllTheSame_data();
    void whatComposeCannotWriteIsTypedAllTheSame();

private:
    QByteArray m_scalarsText;
    QJsonObject m_scalars; // what Compose says, by number
};

void YamlTypesTest::initTestCase()
{
    const QString missing = ComposeOracle::unavailable();
    if (!missing.isEmpty())
        QSKIP(qPrintable(missing));
    m_scalarsText = QByteArray(head) + "x-t:\n";
    for (size_t i = 0; i < std::size(scalars); ++i) {
        const QByteArray scalar(scalars[i]);
        const bool block = scalar.startsWith("a: b\n") || scalar.startsWith("- ");
        m_scalarsText += "  k" + QByteArray::number(int(i)) + (block ? ":\n    " : ": ") + scalar + '\n';
    }
    const ComposeOracle::Answer answer = ComposeOracle().configOf(m_scalarsText);
    QVERIFY2(answer.ok, qPrintable(answer.words));
    m_scalars = answer.model.value(u"x-t").toObject();
    QCOMPARE(m_scalars.size(), qsizetype(std::size(scalars)));
}

void YamlTypesTest::scalarsMeanWhatComposeSays_data()
{
    QTest::addColumn<int>("number");
    for (size_t i = 0; i < std::size(scalars); ++i)
        QTest::addRow("%zu %s", i, QByteArray(scalars[i]).replace('\n', '/').constData()) << int(i);
}

void YamlTypesTest::scalarsMeanWhatComposeSays()
{
    QFETCH(int, number);
    const YamlReading reading = readYaml(m_scalarsText);
    QVERIFY2(reading.ok(), qPrintable(reading.ok() ? QString() : reading.problem->text()));
    const QString key = u'k' + QString::number(number);
    const QJsonValue ours = toJson(reading.document.find(QStringLiteral("/x-t/") + key));
    QJsonValue theirs = m_scalars.value(key);
    if (theirs.isNull() && ours == QJsonArray())
        theirs = QJsonArray(); // it writes empty lists so
    QVERIFY2(ours == theirs,
             QJsonDocument(QJsonObject{{QStringLiteral("ours"), ours}, {QStringLiteral("compose"), theirs}}).toJson());
}

void YamlTypesTest::documentsMeanWhatComposeSays_data()
{
    QTest::addColumn<QByteArray>("text");
    for (size_t i = 0; i < std::size(documents); ++i) {
        QTest::addRow("%zu %s", i, QByteArray(documents[i]).replace('\n', '/').constData()) << QByteArray(documents[i]);
    }
}

void YamlTypesTest::documentsMeanWhatComposeSays()
{
    QFETCH(QByteArray, text);
    if (text.startsWith('{'))
        text.replace("{\"x-t\"", "{\"services\": {\"a\": {\"image\": \"x\"}}, \"x-t\"");
    else if (text.contains("...\n"))
        text.prepend(head);
    else
        text += head;
    const ComposeOracle::Answer answer = ComposeOracle().configOf(text);
    const YamlReading reading = readYaml(text);
    const QString ours = reading.ok() ? QString() : reading.problem->text();
    // What Compose calls no string as a key is for the checks of the schema to say.
    if (answer.words.contains(u"on-string key"))
        return;
    QVERIFY2(reading.ok() == answer.ok, qPrintable(ours + answer.words));
    if (answer.ok)
        QCOMPARE(toJson(reading.document.find(QStringLiteral("/x-t"))), answer.model.value(u"x-t"));
}

void YamlTypesTest::whatComposeCannotWriteIsTypedAllTheSame_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<ScalarType>("type");
    QTest::newRow("infinite") << ".inf"
                              << "" << ScalarType::floating;
    QTest::newRow("less than all") << "-.INF"
                                   << "" << ScalarType::floating;
    QTest::newRow("more than all") << "+.Inf"
                                   << "" << ScalarType::floating;
    QTest::newRow("no number") << ".nan"
                               << "" << ScalarType::floating;
    QTest::newRow("signed no number") << "-.nan"
                                      << "" << ScalarType::string;
    QTest::newRow("not an integer") << "abc"
                                    << "!!int" << ScalarType::unfit;
    QTest::newRow("not a truth") << "5"
                                 << "!!bool" << ScalarType::unfit;
    QTest::newRow("not nothing") << "x"
                                 << "!!null" << ScalarType::unfit;
    QTest::newRow("no time") << "x"
                             << "!!timestamp" << ScalarType::unfit;
}

void YamlTypesTest::whatComposeCannotWriteIsTypedAllTheSame()
{
    QFETCH(QString, text);
    QFETCH(QString, tag);
    QFETCH(ScalarType, type);
    QCOMPARE(scalarType(text, tag, true), type);
    QCOMPARE(scalarJson(text, tag, true), QJsonValue(text));
}

QTEST_GUILESS_MAIN(YamlTypesTest)
#include "yaml_types_test.moc"
