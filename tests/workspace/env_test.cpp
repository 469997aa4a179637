// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/env/env_edit.h"
#include "core/workspace/env/environment.h"
#include "core/workspace/env/yaml_variables.h"
#include "workspace/cpu_time.h"

#include <QTest>

using namespace mediahelm;
using namespace mediahelm::workspace;

namespace {

QByteArray told(const base::Result<QByteArray> &result)
{
    return result ? *result : "refused: " + base::errorKindName(result.error().kind).toUtf8();
}

} // namespace

class EnvTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assignmentsTellTheirBytes();
    void everyValueTellsWhereItComesFrom();
    void missingAndUnusedVariablesAreFound();
    void faultsTellTheirPlace_data();
    void faultsTellTheirPlace();
    void referencesInYamlTellTheirPlace();
    void S13_expansionIsBounded_data();
    void S13_expansionIsBounded();
    void setsOneVariable_data();
    void setsOneVariable();
    void unsetsOneVariable_data();
    void unsetsOneVariable();
    void everyVariableOfEveryStyleIsEditedAlone();
};

void EnvTest::assignmentsTellTheirBytes()
{
    const EnvFile file = readEnvFile("\xEF\xBB\xBF# c\r\nexport ä = 'b\r\nc' # d\r\nE\r\nF: \"g\\n\"\r\n");
    QVERIFY(file.ok());
    QCOMPARE(file.assignments.size(), 3);
    const QByteArray text = file.lines.text();
    const EnvAssignment &first = file.assignments[0];
    QCOMPARE(first.name, QStringLiteral("ä"));
    QCOMPARE(first.place, (model::Place{2, 8, 8}));
    QCOMPARE(text.mid(first.nameSpan.begin, first.nameSpan.length()), QByteArray("ä"));
    QCOMPARE(text.mid(first.valueSpan.begin, first.valueSpan.length()), QByteArray("'b\r\nc'"));
    QCOMPARE(first.quote, EnvQuote::single);
    QVERIFY(file.assignments[1].inherits);
    QCOMPARE(file.assignments[2].text, QStringLiteral("g\n"));
    QCOMPARE(file.assignments[2].place, (model::Place{5, 1, 1}));
}

void EnvTest::everyValueTellsWhereItComesFrom()
{
    const Environment environment = Environment::resolve(
        {{QStringLiteral("base.env"), "A=1\nB=$A/b\n"}, {QStringLiteral("local.env"), "\nA=2\nB=${B}c\n"}},
        {{QStringLiteral("A"), QStringLiteral("p")}});
    QVERIFY(environment.ok());
    const EnvVariable b = environment.variables().value(QStringLiteral("B"));
    QCOMPARE(b.value, QStringLiteral("p/bc"));
    QCOMPARE(b.origins.size(), 2);
    QCOMPARE(b.origins[0],
             (EnvOrigin{QStringLiteral("base.env"),
                        {2, 1, 1},
                        QStringLiteral("p/b"),
                        QStringLiteral("$A/b"),
                        {QStringLiteral("A")}}));
    QCOMPARE(b.origins[1].file, QStringLiteral("local.env"));
    QCOMPARE(b.origins[1].place.line, 3);
    const QList<EnvOrigin> a = environment.variables().value(QStringLiteral("A")).origins;
    QCOMPARE(a.size(), 3);
    QCOMPARE(a[0].value, QStringLiteral("1"));
    QCOMPARE(a[2].file, QString());
    QCOMPARE(a[2].value, QStringLiteral("p"));
    QCOMPARE(a[2].place.line, 0);
}

void EnvTest::missingAndUnusedVariablesAreFound()
{
    const Environment environment =
        Environment::resolve({{QStringLiteral("a.env"), "A=1\nB=$A\nC=$NOWHERE${ELSE:-x}\nD=4\n"}},
                             {{QStringLiteral("P"), QStringLiteral("p")}});
    QVERIFY(environment.ok());
    QCOMPARE(environment.findings().size(), 1);
    QCOMPARE(environment.findings().first().kind, EnvFinding::Kind::missing);
    QCOMPARE(environment.findings().first().name, QStringLiteral("NOWHERE"));
    QCOMPARE(environment.findings().first().place.line, 3);
    QCOMPARE(environment.unused({QStringLiteral("C")}), (QStringList{QStringLiteral("B"), QStringLiteral("D")}));
}

void EnvTest::faultsTellTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<EnvFinding::Kind>("kind");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    using Kind = EnvFinding::Kind;
    QTest::newRow("open quote") << QByteArray("A=1\nB=\"c\nD=e\n") << Kind::unreadable << 2 << 3;
    QTest::newRow("bad name") << QByteArray("A=1\nB/C=d\n") << Kind::unreadable << 2 << 2;
    QTest::newRow("blank in the name") << QByteArray("A=1\nB C=d\n") << Kind::unreadable << 2 << 1;
    QTest::newRow("no name") << QByteArray("=d\n") << Kind::unreadable << 1 << 1;
    QTest::newRow("name that does not end") << QByteArray("A=1\nB") << Kind::unreadable << 2 << 1;
    QTest::newRow("Latin-1") << QByteArray("A=1\nB=\xfc\n") << Kind::unreadable << 2 << 3;
    QTest::newRow("bad reference") << QByteArray("A=1\nB=x${A:}\n") << Kind::badReference << 2 << 1;
    QTest::newRow("required") << QByteArray("\nB=${A:?m}\n") << Kind::required << 2 << 1;
}

void EnvTest::faultsTellTheirPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(EnvFinding::Kind, kind);
    QFETCH(int, line);
    QFETCH(int, column);
    const Environment environment = Environment::resolve({{QStringLiteral("a.env"), text}}, {});
    QVERIFY(!environment.ok());
    const EnvFinding finding = environment.findings().last();
    QCOMPARE(finding.kind, kind);
    QCOMPARE(finding.file, QStringLiteral("a.env"));
    QCOMPARE(finding.place.line, line);
    QCOMPARE(finding.place.column, column);
    QVERIFY(!finding.what.isEmpty() && !finding.mend.isEmpty());
}

void EnvTest::referencesInYamlTellTheirPlace()
{
    const YamlDocument document =
        readYaml("$KEY: 5\na: ä $A b ${B:-$C}\nb: \"\\u0024D\"\nc: |\n  x\n  ${E?m}\nd: !!int \"5\"\n").document;
    const YamlVariables found = variablesOf(document, [](const QString &) { return std::nullopt; });
    QStringList seen;
    for (const YamlVariableUse &use : found.uses)
        seen += use.use.name + use.use.op + QString::number(use.place.line) + u':' + QString::number(use.place.column)
            + (use.use.missing() ? u'!' : u' ');
    QCOMPARE(seen.join(u' '), QStringLiteral("A2:6! B:-2:11  C2:16! D3:4! E?6:3 "));
    QCOMPARE(found.problems.size(), 1);
    QCOMPARE(found.problems.first().place.line, 6);
    QCOMPARE(found.problems.first().node.pointer(), QStringLiteral("/c"));
}

void EnvTest::S13_expansionIsBounded_data()
{
    QTest::addColumn<QByteArray>("text");
    QByteArray doubling = "A0=xxxxxxxxxx\n";
    for (int i = 1; i < 60; ++i)
        doubling += "A" + QByteArray::number(i) + "=${A" + QByteArray::number(i - 1) + "}${A"
            + QByteArray::number(i - 1) + "}\n";
    QTest::newRow("doubling") << doubling;
    QTest::newRow("nesting") << "A=" + QByteArray("${B:-").repeated(100'000) + QByteArray("}").repeated(100'000) + '\n';
    QTest::newRow("wide and deep") << "A=" + QByteArray("x").repeated(500'000) + '\n'
            + QByteArray("B=$A$A\n").repeated(2000);
    QTest::newRow("too large") << "A=" + QByteArray("x").repeated(3'000'000) + '\n';
}

void EnvTest::S13_expansionIsBounded()
{
    QFETCH(QByteArray, text);
    const qint64 started = tests::cpuMilliseconds();
    QVERIFY(!Environment::resolve({{QStringLiteral("a.env"), text}}, {}).ok());
    const qint64 milliseconds = tests::cpuMilliseconds() - started;
    QVERIFY2(milliseconds < 1000 * tests::cpuFactor, qPrintable(QString::number(milliseconds)));
}

void EnvTest::setsOneVariable_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<EnvText>("kind");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &text, const char *value, const QByteArray &expected,
                        EnvText kind = EnvText::expanded) {
        QTest::newRow(name) << text << QString::fromUtf8(value) << kind << expected;
    };
    row("plain", "# c\nA=b # d\nB=c\n", "x", "# c\nA=x # d\nB=c\n");
    row("blanks around", "  A = b\t\nB=c\n", "x y", "  A = x y\t\nB=c\n");
    row("export", "export A=b\n", "x", "export A=x\n");
    row("colon", "A: b\n", "x", "A: x\n");
    row("double quotes stay", "A=\"b\" # c\n", "x # y", "A=\"x # y\" # c\n");
    row("single quotes stay", "A='b' # c\n", "it's", "A='it\\'s' # c\n");
    row("single quotes give way to a reference", "A='b'\n", "${B}", "A=${B}\n");
    row("single quotes keep a dollar", "A='b'\n", "$x", "A='$x'\n", EnvText::literal);
    row("a dollar", "A=b\n", "p$$w$x", "A=p$$$$w$$x\n", EnvText::literal);
    row("a reference", "A=b\n", "${B:-c}/d", "A=${B:-c}/d\n");
    row("lines", "A=b\nB=c\n", "x\ny", "A=\"x\ny\"\nB=c\n");
    row("a comment sign", "A=b\n", "x #y", "A=\"x #y\"\n");
    row("blanks at the ends", "A=b\n", " x ", "A=\" x \"\n");
    row("quotes", "A=b\n", "\"x\"", "A=\"\\\"x\\\"\"\n");
    row("quotes within", "A=b\n", "x\"y", "A=x\"y\n");
    row("backslashes", "A=\"b\"\n", "c:\\new\\\"", "A=\"c:\\\\new\\\\\\\"\"\n");
    row("nothing", "A=b\nB=c\n", "", "A=\nB=c\n");
    row("over nothing", "A=\nB=c\n", "x", "A=x\nB=c\n");
    row("the last one holds", "A=b\nA=c\n", "x", "A=b\nA=x\n");
    row("a name alone", "A\nB=c\n", "x", "A=x\nB=c\n");
    row("over lines", "A=\"b\nc\"\nB=c\n", "x", "A=\"x\"\nB=c\n");
    row("CRLF", "A=b\r\nB=c\r\n", "x", "A=x\r\nB=c\r\n");
    row("byte order mark",
        "\xEF\xBB\xBF"
        "A=b\n",
        "x",
        "\xEF\xBB\xBF"
        "A=x\n");
    row("no newline at the end", "B=c\nA=b", "x", "B=c\nA=x");
    row("added", "B=c\n# d\n", "x", "B=c\n# d\nA=x\n");
    row("added with CRLF", "B=c\r\n", "x", "B=c\r\nA=x\r\n");
    row("added behind a line that does not end", "B=c", "x", "B=c\nA=x");
    row("added to nothing", "", "x", "A=x\n");
    row("in a file with a fault", "A=b\nB=\"c\n", "x", "refused: invalid");
}

void EnvTest::setsOneVariable()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, value);
    QFETCH(EnvText, kind);
    QFETCH(QByteArray, expected);
    QCOMPARE(told(setEnvValue(text, QStringLiteral("A"), value, kind)), expected);
    QVERIFY(!setEnvValue(text, QStringLiteral("A B"), value).ok());
    QVERIFY(!setEnvValue(text, QStringLiteral("1A"), value).ok());
}

void EnvTest::unsetsOneVariable_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("its line") << QByteArray("B=c\nA=b # d\n\nC=d\n") << QByteArray("B=c\n\nC=d\n");
    QTest::newRow("its comment") << QByteArray("B=c\n# about A\n# more\nA=b\n# about C\nC=d\n")
                                 << QByteArray("B=c\n# about C\nC=d\n");
    QTest::newRow("comment apart") << QByteArray("B=c\n# apart\n\nA=b\n") << QByteArray("B=c\n# apart\n\n");
    QTest::newRow("commented out") << QByteArray("B=c\n#A=x\nA=b\n") << QByteArray("B=c\n#A=x\n");
    QTest::newRow("head of the file") << QByteArray("# My server\nA=b\nB=c\n") << QByteArray("# My server\nB=c\n");
    QTest::newRow("all of them") << QByteArray("A=b\nB=c\nA=d\n") << QByteArray("B=c\n");
    QTest::newRow("export") << QByteArray("export A=b\nB=c\n") << QByteArray("B=c\n");
    QTest::newRow("over lines") << QByteArray("A='b\nc'\nB=c\n") << QByteArray("B=c\n");
    QTest::newRow("name alone") << QByteArray("A\nB=c\n") << QByteArray("B=c\n");
    QTest::newRow("at the end") << QByteArray("B=c\nA=b") << QByteArray("B=c\n");
    QTest::newRow("CRLF") << QByteArray("A=b\r\nB=c\r\n") << QByteArray("B=c\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "A=b\nB=c\n")
                                     << QByteArray("\xEF\xBB\xBF"
                                                   "B=c\n");
    QTest::newRow("two on a line") << QByteArray("A=\"b\" B='c'\n") << QByteArray(" B='c'\n");
    QTest::newRow("not there") << QByteArray("B=c\n") << QByteArray("refused: notFound");
}

void EnvTest::unsetsOneVariable()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(told(unsetEnvValue(text, QStringLiteral("A"))), expected);
}

// Files of every style, every variable of which is set and unset: the bytes around it stay.
void EnvTest::everyVariableOfEveryStyleIsEditedAlone()
{
    const QByteArrayList values{"x",        "\"x y\"", "'x # y'",  "",        "\"x\ny\"",
                                "${V0:-x}", "x\\ny",   "'it\\'s'", "\"\\$\"", "ä€😀"};
    const QByteArrayList heads{"", "export ", "  ", "\t"};
    const QByteArrayList tails{"", " # c", "\t", "   # d = e"};
    int edits = 0;
    for (int number = 0; number < 160; ++number) {
        QByteArray text = number % 7 == 3 ? "\xEF\xBB\xBF" : "";
        for (int i = 0; i < 8; ++i) {
            const int mix = number * 31 + i * 7;
            if (mix % 5 == 0)
                text += "\n# between " + QByteArray::number(i) + "\n\n";
            text += heads[mix % 4] + 'V' + QByteArray::number(i)
                + (mix % 3       ? "="
                       : mix % 2 ? ": "
                                 : " = ")
                + values[mix % 10] + tails[(mix / 3) % 4] + '\n';
        }
        if (number % 4 == 1)
            text.chop(1);
        if (number % 3 == 1)
            text.replace("\n", "\r\n");
        const EnvFile file = readEnvFile(text);
        QVERIFY2(file.ok(), text.constData());
        for (const EnvAssignment &assignment : file.assignments) {
            const base::Result<QByteArray> set = setEnvValue(text, assignment.name, QStringLiteral("new value"));
            QVERIFY2(set.ok(), text.constData());
            QVERIFY(set->startsWith(text.left(assignment.valueSpan.begin)));
            QVERIFY(set->endsWith(text.mid(assignment.valueSpan.end)));
            const base::Result<QByteArray> unset = unsetEnvValue(text, assignment.name);
            QVERIFY2(unset.ok(), text.constData());
            QCOMPARE(unset->count("# between"), text.count("# between"));
            edits += 2;
        }
    }
    QCOMPARE(edits, 160 * 8 * 2);
}

QTEST_GUILESS_MAIN(EnvTest)
#include "env_test.moc"
