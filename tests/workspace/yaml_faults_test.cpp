// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/yaml_resolved.h"
#include "workspace/cpu_time.h"

#include <QFile>
#include <QTest>

using namespace mediahelm::workspace;

namespace {

// Kilobytes that the process has had in memory at most.
qint64 peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong();
}

QByteArray laughs(int levels, int width, bool merges)
{
    QByteArray text = "x0: &x0 {k: lol}\n";
    for (int level = 1; level <= levels; ++level) {
        const QByteArray number = QByteArray::number(level);
        const QByteArray below = "*x" + QByteArray::number(level - 1);
        QByteArray list = below;
        for (int i = 1; i < width; ++i)
            list += ", " + below;
        text += "x" + number + ": &x" + number + (merges ? " {<<: [" : " [") + list + (merges ? "]}\n" : "]\n");
    }
    return text;
}

} // namespace

class YamlFaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultsAreToldWithTheirPlace_data();
    void faultsAreToldWithTheirPlace();
    void aDuplicateKeyTellsBothPlaces();
    void everyFaultHasAName();
    void S13_bombsAreRefusedSoonAndCheaply_data();
    void S13_bombsAreRefusedSoonAndCheaply();
    void whatIsWithinTheLimitsIsRead();
    void mutilatedTextsAreReadOrRefused();
};

void YamlFaultsTest::faultsAreToldWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("pointer");

    const auto row = [](const char *title, const QByteArray &text, const char *name, int line, int column,
                        const char *pointer = "") {
        QTest::newRow(title) << text << QString::fromLatin1(name) << line << column << QString::fromLatin1(pointer);
    };
    row("key twice", "a: 1\nb:\n  c: 2\n  d: 3\n  c: 4\n", "yaml-duplicate-key", 5, 3, "/b/c");
    row("key twice in braces", "a: {b: 1, b: 2}\n", "yaml-duplicate-key", 1, 11, "/a/b");
    row("key twice, once quoted", "a: 1\n'a': 2\n", "yaml-duplicate-key", 2, 1, "/a");
    row("number as key twice", "1: a\n\"1\": b\n", "yaml-duplicate-key", 2, 1, "/1");
    row("merge twice", "x: &x {a: 1}\ny:\n  <<: *x\n  <<: *x\n", "yaml-duplicate-key", 4, 3, "/y/<<");
    row("tab as indentation", "a:\n\tb: c\n", "yaml-syntax", 2, 1, "/a");
    row("second colon", "a: b: c\n", "yaml-syntax", 1, 5);
    row("list behind a key", "a: - b\n", "yaml-syntax", 1, 4);
    row("no colon", "a: 1\nb\nc: 2\n", "yaml-syntax", 2, 1);
    row("too little indentation", "a:\n    b: 1\n  c: 2\n", "yaml-syntax", 3, 3);
    row("key in a list", "a:\n  - b\n  c: d\n", "yaml-syntax", 3, 3);
    row("list not closed", "a: [b, c\nd: e\n", "yaml-syntax", 2, 2);
    row("list not closed at the end", "a: [b, c\n", "yaml-syntax", 2, 1);
    row("braces not closed", "a: {b: c\n", "yaml-syntax", 2, 1);
    row("quote not closed", "a: 1\nb: \"c\nd: e\n", "yaml-syntax", 2, 4);
    row("quote not closed, at the end", "a: \"abc", "yaml-syntax", 1, 4);
    row("single quote not closed", "a: 'it\n", "yaml-syntax", 1, 4);
    row("unknown escape", "a: \"c:\\media\"\n", "yaml-syntax", 1, 7);
    row("at sign", "a: @b\n", "yaml-syntax", 1, 4);
    row("backtick", "a: `b`\n", "yaml-syntax", 1, 4);
    row("percent", "a: %b\n", "yaml-syntax", 1, 4);
    row("bare asterisk", "a: *\n", "yaml-syntax", 1, 4);
    row("glob", "a: *.mkv\n", "yaml-syntax", 1, 4);
    row("text behind a bar", "a: | b\n  c\n", "yaml-syntax", 1, 6);
    row("unknown tag handle", "a: !x!y z\n", "yaml-syntax", 1, 4);
    row("unknown anchor", "a: 1\nb: *a\n", "yaml-unknown-anchor", 2, 4, "/b");
    row("anchor below", "b: *a\na: &a 1\n", "yaml-unknown-anchor", 1, 4, "/b");
    row("alias of what is around it", "a: &a [1, *a]\n", "yaml-recursive-alias", 1, 11, "/a/1");
    row("merge of what is around it", "a: &a\n  <<: *a\n", "yaml-recursive-alias", 2, 7, "/a/<<");
    row("merge of a scalar", "a:\n  <<: 5\n", "yaml-merge-value", 2, 7, "/a");
    row("merge of nothing", "a:\n  <<:\n", "yaml-merge-value", 2, 6, "/a");
    row("merge of a list in a list", "x: &x [{a: 1}]\na:\n  <<: [*x]\n", "yaml-merge-value", 3, 7, "/a");
    row("escaped slash", "a: \"b\\/c\"\n", "yaml-syntax", 1, 6);
    row("version 1.2", "%YAML 1.2\n---\na: b\n", "yaml-syntax", 1, 1);
    row("merge of a list of scalars", "a:\n  <<: [5]\n", "yaml-merge-value", 2, 7, "/a");
    row("two documents", "a: 1\n---\nb: 2\n", "yaml-many-documents", 2, 1);
    row("list as key", "a:\n  [b]: c\n", "yaml-complex-key", 2, 3, "/a");
    row("mapping as key", "{{a: b}: c}\n", "yaml-complex-key", 1, 2);
    row("mustache", "a: {{ b }}\n", "yaml-complex-key", 1, 5, "/a");
    row("explicit list as key", "? [a]\n: b\n", "yaml-complex-key", 1, 3);
    row("long key", QByteArray(1025, 'k') + ": 1\n", "yaml-long-key", 1, 1);
    row("long explicit key", "? " + QByteArray(1025, 'k') + "\n: 1\n", "yaml-long-key", 1, 3);
    row("Latin-1", "a: 1\nb: m\xfcller\n", "yaml-encoding", 2, 5);
    row("UTF-16",
        QByteArray("\xff\xfe"
                   "a\0:\0",
                   6),
        "yaml-encoding", 1, 1);
    row("surrogate", "a: \xed\xa0\x80\n", "yaml-encoding", 1, 4);
    row("over-long", "a: \xc0\xaf\n", "yaml-encoding", 1, 4);
    row("cut in a character", "a: \xe2\x82", "yaml-encoding", 1, 4);
    row("NUL", QByteArray("a: b\n\0c: d\n", 11), "yaml-encoding", 2, 1);
    row("control character", "a: b\x07\n", "yaml-encoding", 1, 5);
    row("NUL behind a byte order mark",
        QByteArray("\xEF\xBB\xBF"
                   "a: \0",
                   7),
        "yaml-encoding", 1, 4);
}

void YamlFaultsTest::faultsAreToldWithTheirPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, pointer);

    const YamlReading reading = readYaml(text);
    QVERIFY(!reading.ok());
    const YamlProblem &problem = *reading.problem;
    const QByteArray told = (yamlFaultName(problem.fault) + u' ' + problem.text()).toUtf8();
    QVERIFY2(yamlFaultName(problem.fault) == name && problem.place.line == line && problem.place.column == column,
             told.constData());
    QVERIFY2(!pointer.isEmpty() ? problem.pointer == pointer : true, qPrintable(problem.pointer));
    QVERIFY(!problem.what.isEmpty());
    QVERIFY(!problem.mend.isEmpty());
    QVERIFY2(!problem.what.startsWith(u"this is no valid YAML"), told.constData());
}

void YamlFaultsTest::aDuplicateKeyTellsBothPlaces()
{
    const YamlReading reading = readYaml("ä: 1\nb: {x: 1, ä: 2, ö: 3, ä: 4}\n");
    QVERIFY(!reading.ok());
    QCOMPARE(reading.problem->place, (mediahelm::model::Place{2, 23, 23}));
    QVERIFY(reading.problem->other.has_value());
    QCOMPARE(*reading.problem->other, (mediahelm::model::Place{2, 11, 11}));
    QCOMPARE(reading.problem->offset, qsizetype(30));
}

void YamlFaultsTest::everyFaultHasAName()
{
    QSet<QString> names;
    for (int i = 0; i <= int(YamlFault::mergeValue); ++i) {
        const QString name = yamlFaultName(YamlFault(i));
        QVERIFY(name.startsWith(u"yaml-"));
        QVERIFY(!names.contains(name));
        names.insert(name);
    }
}

void YamlFaultsTest::S13_bombsAreRefusedSoonAndCheaply_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *title, const QByteArray &text, const char *name) {
        QTest::newRow(title) << text << QString::fromLatin1(name);
    };
    constexpr qsizetype most = 2 * 1024 * 1024;
    row("billion laughs", laughs(9, 10, false), "yaml-alias-budget");
    row("billion laughs of merges", laughs(9, 10, true), "yaml-alias-budget");
    row("doubling", laughs(40, 2, false), "yaml-alias-budget");
    row("long chain of aliases", laughs(200, 1, false), "yaml-too-deep");
    row("a thousand brackets", QByteArray(1000, '['), "yaml-too-deep");
    row("brackets to the limit", QByteArray(most, '['), "yaml-too-deep");
    row("braces", QByteArray("{a: ").repeated(1000), "yaml-too-deep");
    row("dashes", QByteArray("- ").repeated(1000), "yaml-too-deep");
    row("question marks", QByteArray("? ").repeated(1000), "yaml-complex-key");
    row("ten megabytes in a line", "a: " + QByteArray(10 * 1024 * 1024, 'x'), "yaml-too-large");
    row("many values in a line", "[" + QByteArray("1,").repeated(most / 2 - 8) + "]", "yaml-too-many-nodes");
    row("many lines", QByteArray("- 1\n").repeated(200'000), "yaml-too-many-nodes");
    row("an open quote to the limit", "a: \"" + QByteArray(most - 8, 'x'), "yaml-syntax");
    row("colons", QByteArray("a:\n").repeated(600'000), "yaml-duplicate-key");
    row("anchors", QByteArray("- &a\n").repeated(300'000), "yaml-too-many-nodes");
    row("a key to the limit", QByteArray(most - 8, 'k') + ": 1", "yaml-long-key");
    row("tabs", "a:\n" + QByteArray(most - 8, '\t') + "b", "yaml-syntax");
}

void YamlFaultsTest::S13_bombsAreRefusedSoonAndCheaply()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);

    const qint64 before = peakMemory();
    const qint64 started = mediahelm::tests::cpuMilliseconds();
    const YamlReading reading = readYaml(text);
    const qint64 milliseconds = mediahelm::tests::cpuMilliseconds() - started;
    QVERIFY(!reading.ok());
    if (name == u"yaml-duplicate-key") // 600,000 keys: whichever limit comes first
        QVERIFY(reading.problem->fault == YamlFault::duplicateKey || reading.problem->fault == YamlFault::tooManyNodes);
    else
        QVERIFY2(yamlFaultName(reading.problem->fault) == name, qPrintable(reading.problem->text()));
    QVERIFY2(milliseconds < 1000 * mediahelm::tests::cpuFactor, qPrintable(QString::number(milliseconds)));
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    const qint64 most = 256 * 1024; // these keep what is freed, and shadows of what is not
#else
    const qint64 most = 64 * 1024;
#endif
    QVERIFY2(peakMemory() - before < most, qPrintable(QString::number(peakMemory() - before)));
}

void YamlFaultsTest::whatIsWithinTheLimitsIsRead()
{
    QVERIFY(readYaml(QByteArray(64, '[') + QByteArray(64, ']')).ok());
    QVERIFY(!readYaml(QByteArray(65, '[') + QByteArray(65, ']')).ok());
    QVERIFY(readYaml("? " + QByteArray(1024, 'k') + "\n: 1\n").ok());
    QVERIFY(readYaml(QByteArray("- 1\n").repeated(99'999)).ok());
    QVERIFY(!readYaml(QByteArray("- 1\n").repeated(100'000)).ok());
    QVERIFY(readYaml("a: |\n" + QByteArray("  x\n").repeated(500'000)).ok());
    QVERIFY(readYaml(laughs(5, 10, false)).ok());
    QVERIFY(toJson(readYaml(laughs(4, 10, true)).document.root()).isObject());
}

// A good text with every byte in turn taken out, doubled or replaced by each of YAML's own characters.
void YamlFaultsTest::mutilatedTextsAreReadOrRefused()
{
    const QByteArray good =
        "x: &a !t {k: [1, 'q', \"d\\n\"]}\nä:\n  - |+ # c\n    l\n\n  - <<: *a\n    ? e\n    : >\n     f\r\n";
    QVERIFY(readYaml(good).ok());
    const QByteArray specials = QByteArray::fromRawData("\n\t -?:,[]{}#&*!|>'\"%@`\\~<\r\0\xc3", 28);
    int read = 0;
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (const char special : specials) {
            for (int kind = 0; kind < 3; ++kind) {
                QByteArray text = good;
                text.replace(at, kind == 0 ? 0 : 1, kind == 2 ? QByteArray() : QByteArray(1, special));
                const YamlReading reading = readYaml(text);
                for (int id = 0; reading.ok() && id < reading.document.nodeCount(); ++id) {
                    const mediahelm::model::Span whole = reading.document.node(id).whole();
                    QVERIFY(whole.begin >= 0 && whole.begin <= whole.end && whole.end <= text.size());
                    const mediahelm::model::Span span = reading.document.node(id).span();
                    QVERIFY(span.begin >= whole.begin && span.begin <= span.end);
                }
                read += reading.ok() ? 1 : 0;
            }
        }
    }
    QVERIFY(read > 1000);
}

QTEST_GUILESS_MAIN(YamlFaultsTest)
#include "yaml_faults_test.moc"
