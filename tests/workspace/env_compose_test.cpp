// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/env/environment.h"
#include "core/workspace/env/yaml_variables.h"

#include "workspace/compose_oracle.h"

#include <QTest>

using namespace mediahelm::workspace;
using mediahelm::tests::ComposeOracle;

namespace {

using Variables = QMap<QString, QString>;

const char *const templates[] = {
    "",
    "plain",
    "$A",
    "${A}",
    "$A$B",
    "${A}${B}",
    "$A-$B",
    "a${A}b",
    "$UNSET",
    "${UNSET}",
    "$EMPTY",
    "${EMPTY}",
    "$$",
    "$$A",
    "$$$A",
    "$$$$A",
    "$${A}",
    "$$${A}",
    "${A:-x}",
    "${UNSET:-x}",
    "${EMPTY:-x}",
    "${A-x}",
    "${UNSET-x}",
    "${EMPTY-x}",
    "${A:+x}",
    "${UNSET:+x}",
    "${EMPTY:+x}",
    "${A+x}",
    "${UNSET+x}",
    "${EMPTY+x}",
    "${A:?m}",
    "${UNSET:?m}",
    "${EMPTY:?m}",
    "${A?m}",
    "${UNSET?m}",
    "${EMPTY?m}",
    "${UNSET:?}",
    "${UNSET?}",
    "${UNSET:?a $B}",
    "${UNSET:-}",
    "${UNSET-}",
    "${A:+}",
    "${UNSET:-${B}}",
    "${UNSET:-$B}",
    "${UNSET:-${ALSO:-x}}",
    "${UNSET:-${ALSO-${B:+y}}}",
    "${A:-${UNSET:?m}}",
    "${A:+${UNSET:?m}}",
    "${UNSET:+${ALSO:?m}}",
    "${UNSET:-a}b",
    "${UNSET:-a} ${ALSO:-b}",
    "${UNSET:-a} ${A} c",
    "${UNSET:-a}}",
    "${UNSET:-{a}}",
    "${UNSET:-{}}",
    "${UNSET:-{a}",
    "${UNSET:-{}} ${A}",
    "${UNSET:-{}x} ${A:-}",
    "${UNSET:-a{b}c}",
    "${UNSET:-}}",
    "${UNSET:-a:b}",
    "${UNSET:-a-b}",
    "${UNSET-a:-b}",
    "${UNSET:-a?b}",
    "${UNSET:-a+b}",
    "${UNSET+a-b}",
    "${A+a:-b}",
    "${UNSET:-a b}",
    "${UNSET:- a }",
    "${UNSET:-\"a\"}",
    "${UNSET:-'a'}",
    "${UNSET:-$$}",
    "${UNSET:-$$A}",
    "${UNSET:-/a/b.c}",
    "${UNSET:-a\\}b}",
    "$",
    "$ ",
    "a$",
    "$1",
    "$-",
    "$/",
    "$.A",
    "${",
    "${}",
    "${ A}",
    "${A ",
    "${A }",
    "${1}",
    "${A:}",
    "${A:b}",
    "${A!}",
    "${A",
    "${A:-",
    "${A:-b",
    "$}",
    "$A}",
    "{$A}",
    "{{$A}}",
    "$a",
    "${a}",
    "$_X",
    "${_X}",
    "${A1}",
    "$A1",
    "$A.b",
    "$A_",
    "${A.B}",
    "${A-B-C}",
    "${B/x}",
    "${#A}",
    "${!A}",
    "${A^^}",
    "$(A)",
    "$[A]",
    "`$A`",
    "${UNSET:-${B}",
    "${UNSET:-${B}}}",
    "${UNSET:-${B}x}y",
    "${UNSET:-x${B}y}z",
    "${UNSET:-${A}${B}}",
    "${UNSET:-$A$B}",
    "${UNSET:-${A}-${B}}${A}",
    "${UNSET:-${UNSET:-${UNSET:-deep}}}",
    "${A:-}${B:-}",
    "${DOLLAR}",
    "${REF}",
    "${UNSET:-$DOLLAR}",
    "${UNSET:-ä€😀}",
    "ä${A}€",
    "${Ä}",
    "$Ä",
    "${UNSET:?ä $A}",
    "${A:?m} ${UNSET:?n}",
    "${UNSET:?first} ${ALSO:?second}",
    "${UNSET:?m}$",
    "${UNSET-$}",
    "${UNSET-a$}",
    "${UNSET:-\t}",
    "${SPACES}",
};

struct FileRow {
    const char *name;
    QByteArray text;
};

const FileRow files[] = {
    {"plain", "A=b\n"},
    {"no newline", "A=b"},
    {"empty", "A=\nB="},
    {"blanks around", "  A = b c  \nB=  d\n"},
    {"tabs around", "\tA\t=\tb\t\nB=c\td\n"},
    {"comments", "# c\nA=b # c\nB=c#d\nC=d\t# e\n  # f\n"},
    {"value of a comment", "A=#b\nB= # c\nC=  #d\n"},
    {"colon", "A: b\nB:c\nC:d=e\n"},
    {"equals in the value", "A=b=c\nB==d\n"},
    {"export", "export A=b\nexport\tB=c\nexportC=d\nexport  D=e\n"},
    {"double quotes", "A=\"b c\"\nB=\"\"\nC=\"d # e\" # f\n"},
    {"single quotes", "A='b c'\nB=''\nC='d # $A' # f\n"},
    {"quotes in the middle", "A=b\"c\"\nB=d'e\n"},
    {"over lines", "A=\"b\nc\n\"\nB='d\ne'\nC=f\n"},
    {"two on a line", "A=\"b\" B='c'\nC=\"d\"D=e\n"},
    {"escapes in double quotes", "A=\"b\\nc\\td\\\\e\\\"f\"\nB=\"\\a\\b\\f\\v\\r\"\n"},
    {"unknown escapes", "A=\"\\c\\d\\x41\\u0041\\'\"\n"},
    {"octal escapes", "A=\"\\0101\\0\\01\\012\\0377\\0777\\0089\"\n"},
    {"escaped dollar", "A=\"\\$B\"\nB=c\nC=\"\\\\$B\"\nD=\\$B\n"},
    {"escapes in single quotes", "A='b\\nc\\'d\\\\'\n"},
    {"escapes outside quotes", "A=b\\nc\\\\d\\\"e\n"},
    {"references", "B=c\nA=$B\nC=${B}d\nD=\"${B} e\"\n"},
    {"references in single quotes", "B=c\nA='$B ${B}'\n"},
    {"reference below", "A=$B\nB=c\n"},
    {"defaults", "A=${X:-y}\nB=${X-\"y\"}\nC=\"${X:-y z}\"\n"},
    {"required", "A=${X:?must}\n"},
    {"required in single quotes", "A='${X:?must}'\n"},
    {"bad reference", "A=${\n"},
    {"double dollar", "A=$$B\nB=\"$$$$\"\nC='$$'\n"},
    {"again", "A=b\nA=c\nB=$A\n"},
    {"own value", "A=b\nA=${A}c\n"},
    {"name alone", "A\nB=c\nB\nC\n"},
    {"name alone at the end", "A=b\nB"},
    {"byte order mark",
     "\xEF\xBB\xBF"
     "A=b\n"},
    {"CRLF", "A=b\r\nB=\"c\r\nd\"\r\n\r\n# e\r\nC=f # g\r\nD\r\n"},
    {"umlauts", "A=ä€😀\nB=\"ö\"\n"},
    {"odd names", "a.b=c\nA-B=d\nA[0]=e\nÄ=f\n1=g\nA=h\n"},
    {"blank in the name", "A B=c\n"},
    {"bad name", "A$=b\n"},
    {"slash", "A=b\n/c\n"},
    {"open double quote", "A=\"b\nB=c\n"},
    {"open single quote", "A='b\n"},
    {"quote closed by an escape", "A=\"b\\\"\n"},
    {"text behind quotes", "A=\"b\"c\nB=d\n"},
    {"no name", "=b\nA=c\n"},
    {"only blanks", "  \n\t\n"},
    {"no-break space",
     "A=b\xC2\xA0\nB=\xC2\xA0"
     "c\n"},
    {"json", "A={\"b\": [\"c\"]}\n"},
    {"url", "A=https://u:p@example.org:80/?b=c&d=e#f\n"},
    {"windows path", "A=C:\\media\\x\nB='C:\\media'\n"},
    {"inline braces", "A=${B:-{c}}\nC=${B:-}}\n"},
    {"a line of a default", "A=\"${B:-c\nd}\"\n"},
    {"backslash at the end", "A=b\\\nB=c\n"},
};

struct LayerRow {
    const char *name;
    QByteArray first;
    QByteArray second;
    Variables process;
};

const LayerRow layers[] = {
    {"later wins", "A=1\n", "A=2\n", {}},
    {"both stay", "A=1\n", "B=2\n", {}},
    {"process wins", "A=1\n", "A=2\n", {{QStringLiteral("A"), QStringLiteral("p")}}},
    {"process alone", "B=1\n", "", {{QStringLiteral("A"), QStringLiteral("p")}}},
    {"empty process wins", "A=1\n", "", {{QStringLiteral("A"), QString()}}},
    {"reference to the layer before", "A=1\n", "B=$A\n", {}},
    {"reference to the layer behind", "B=$A\n", "A=1\n", {}},
    {"reference to what both set", "A=1\n", "A=2\nB=$A\n", {}},
    {"reference to oneself", "A=1\n", "A=${A}2\n", {}},
    {"reference to the process", "A=1\nB=$A\n", "C=$A\n", {{QStringLiteral("A"), QStringLiteral("p")}}},
    {"default of the layer before", "A=1\n", "A=${A:-2}\nB=${C:-3}\n", {}},
    {"name alone", "A=1\n", "A\nB\n", {{QStringLiteral("B"), QStringLiteral("p")}}},
    {"empty over full", "A=1\n", "A=\n", {}},
    {"value of the process is not expanded", "", "B=$A\n", {{QStringLiteral("A"), QStringLiteral("$C ${D:-x}")}}},
    {"value of a layer is not expanded again", "A='$C'\n", "B=$A\n", {}},
    {"fault in the second", "A=1\n", "B=\"c\n", {}},
    {"required by the first", "A=${B:?m}\n", "B=1\n", {}},
    {"required, set by the process", "A=${B:?m}\n", "", {{QStringLiteral("B"), QStringLiteral("p")}}},
};

QByteArray shown(const Variables &variables)
{
    QByteArray text;
    for (auto it = variables.begin(); it != variables.end(); ++it)
        text += it.key().toUtf8() + "=[" + it.value().toUtf8() + "] ";
    return text;
}

// It shows values as a Compose file has them, each dollar doubled.
QString undoubled(const QJsonValue &value)
{
    return value.toString().replace(QStringLiteral("$$"), QStringLiteral("$"));
}

const QStringList names{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C"), QStringLiteral("D")};

} // namespace

class EnvComposeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void templatesExpandAsComposeDoes_data();
    void templatesExpandAsComposeDoes();
    void filesReadAsComposeDoes_data();
    void filesReadAsComposeDoes();
    void layersResolveAsComposeDoes_data();
    void layersResolveAsComposeDoes();

private:
    void compare(const QList<QByteArray> &texts, const Variables &process);
};

void EnvComposeTest::initTestCase()
{
    const QString missing = ComposeOracle::unavailable();
    if (!missing.isEmpty())
        QSKIP(qPrintable(missing));
}

void EnvComposeTest::templatesExpandAsComposeDoes_data()
{
    QTest::addColumn<QString>("text");
    for (size_t i = 0; i < std::size(templates); ++i)
        QTest::addRow("%zu %s", i, templates[i]) << QString::fromUtf8(templates[i]);
}

void EnvComposeTest::templatesExpandAsComposeDoes()
{
    QFETCH(QString, text);
    const QByteArray env = "A=av\nB=bv\nEMPTY=\na=small\n_X=under\nA1=one\nDOLLAR='$A'\nREF=$A\nSPACES='  x  '\n";
    const QByteArray yaml =
        "services: {a: {image: x}}\nx-v: '" + QString(text).replace(u'\'', QStringLiteral("''")).toUtf8() + "'\n";
    const ComposeOracle oracle;
    oracle.write(QStringLiteral("a.env"), env);
    oracle.write(QStringLiteral("compose.yaml"), yaml);
    const ComposeOracle::Answer answer = oracle.config({QStringLiteral("compose.yaml")}, {QStringLiteral("a.env")});

    const Environment environment = Environment::resolve({{QStringLiteral("a.env"), env}}, {});
    const YamlDocument document = readYaml(yaml).document;
    const YamlVariables variables = variablesOf(document, environment.lookup());
    QVERIFY2(variables.problems.isEmpty() == answer.ok, qPrintable(answer.words));
    if (!answer.ok) {
        const TemplateProblem problem = variables.problems.first().problem;
        QCOMPARE(problem.fault == TemplateFault::required, answer.words.contains(u"required variable"));
        QVERIFY2(answer.words.contains(problem.message), qPrintable(answer.words));
        return;
    }
    QCOMPARE(toExpandedJson(document.find(QStringLiteral("/x-v")), environment.lookup()).toString(),
             undoubled(answer.model.value(u"x-v")));
    // It warns of the same variables.
    for (const YamlVariableUse &use : variables.uses)
        QCOMPARE(answer.words.contains(u'"' + use.use.name + QStringLiteral("\\\" variable is not set"))
                     || answer.words.contains(u'"' + use.use.name + QStringLiteral("\" variable is not set")),
                 use.use.missing());
}

void EnvComposeTest::compare(const QList<QByteArray> &texts, const Variables &process)
{
    const ComposeOracle oracle;
    QStringList written;
    QList<EnvLayer> given;
    for (const QByteArray &text : texts) {
        const QString name = QString::number(written.size()) + QStringLiteral(".env");
        oracle.write(name, text);
        written += name;
        given += EnvLayer{name, text};
    }
    QByteArray yaml = "services: {a: {image: x}}\nx-v:\n";
    for (const QString &name : names)
        yaml += "  " + name.toUtf8() + ": '${" + name.toUtf8() + "-<unset>}'\n";
    oracle.write(QStringLiteral("compose.yaml"), yaml);
    const ComposeOracle::Answer answer = oracle.config({QStringLiteral("compose.yaml")}, written, process);
    const Environment environment = Environment::resolve(given, process);
    QVERIFY2(environment.ok() == answer.ok, qPrintable(answer.words));
    if (!answer.ok)
        return;
    Variables ours;
    Variables theirs;
    for (const QString &name : names) {
        ours.insert(name, environment.value(name).value_or(QStringLiteral("<unset>")));
        theirs.insert(name, undoubled(answer.model.value(u"x-v")[name]));
    }
    QCOMPARE(shown(ours), shown(theirs));
}

void EnvComposeTest::filesReadAsComposeDoes_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const FileRow &row : files)
        QTest::newRow(row.name) << row.text;
}

void EnvComposeTest::filesReadAsComposeDoes()
{
    QFETCH(QByteArray, text);
    compare({text}, {});
}

void EnvComposeTest::layersResolveAsComposeDoes_data()
{
    QTest::addColumn<int>("number");
    for (size_t i = 0; i < std::size(layers); ++i)
        QTest::newRow(layers[i].name) << int(i);
}

void EnvComposeTest::layersResolveAsComposeDoes()
{
    QFETCH(int, number);
    const LayerRow &row = layers[size_t(number)];
    compare({row.first, row.second}, row.process);
}

QTEST_GUILESS_MAIN(EnvComposeTest)
#include "env_compose_test.moc"
