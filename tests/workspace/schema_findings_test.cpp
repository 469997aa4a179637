// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/file_schemas.h"

#include "workspace/schema_rows.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace mediahelm::workspace;

namespace {

QByteArray fileWith(const QByteArray &snippet)
{
    QByteArray text = "services:\n  app:\n";
    for (const QByteArray &line : snippet.split('\n'))
        text += "    " + line + '\n';
    return text;
}

QString told(const QList<mediahelm::model::Diagnostic> &diagnostics)
{
    QString text;
    for (const mediahelm::model::Diagnostic &one : diagnostics)
        text += QStringLiteral("%1:%2 %3 %4\n").arg(one.place.line).arg(one.place.column).arg(one.code, one.message);
    return text;
}

} // namespace

// What is found in Compose files, where, and in which words.
class SchemaFindingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFaultIsToldWhereItIs_data();
    void eachFaultIsToldWhereItIs();
    void whatComposeTakesIsSilent_data();
    void whatComposeTakesIsSilent();
    void theCatalogIsSilent();
    void everyFaultOfAFileIsTold();
    void aVariableIsFilledInBefore();
    void noValueIsShown();

private:
    const FileSchemas m_schemas;
};

void SchemaFindingsTest::eachFaultIsToldWhereItIs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("fix");

    const auto add = [](const BrokenSnippet &row, const QByteArray &text) {
        QTest::newRow(row.text) << text << row.line << row.column << QString::fromUtf8(row.code)
                                << QString::fromUtf8(row.words) << QString::fromUtf8(row.fix);
    };
    for (const BrokenSnippet &row : brokenServices)
        add(row, fileWith(row.text));
    for (const BrokenSnippet &row : brokenFiles)
        add(row, row.text);
    static_assert(std::size(brokenServices) + std::size(brokenFiles) >= 120);
}

void SchemaFindingsTest::eachFaultIsToldWhereItIs()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, code);
    QFETCH(const QString, words);
    QFETCH(const QString, fix);

    const YamlReading reading = readYaml(text);
    QVERIFY(reading.ok());
    const QList<mediahelm::model::Diagnostic> found =
        m_schemas.checkService(QStringLiteral("services/app.yaml"), reading.document);
    QVERIFY2(found.size() == 1, qPrintable(told(found)));
    QCOMPARE(found[0].code, code);
    QTEST(found[0].place.line, "line");
    QTEST(found[0].place.column, "column");
    QVERIFY2(found[0].message.contains(words), qPrintable(found[0].message));
    QVERIFY2(!found[0].message.endsWith(u'.'), qPrintable(found[0].message));
    QCOMPARE(found[0].file, QStringLiteral("services/app.yaml"));
    QCOMPARE(found[0].severity, mediahelm::model::Severity::error);
    QCOMPARE(found[0].fix ? found[0].fix->title : QString(), fix);
    if (!found[0].fix)
        return;
    const YamlReading mended = readYaml(patched(text, found[0].fix->patches));
    QVERIFY(mended.ok());
    QVERIFY2(m_schemas.checkService(QString(), mended.document).isEmpty(), "the fix does not mend it");
}

void SchemaFindingsTest::whatComposeTakesIsSilent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("accepted");

    QFile table(QStringLiteral(MEDIAHELM_SOURCES "/tests/workspace/compose_snippets.py"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    const QRegularExpression row(QStringLiteral("^    \\(\"(.*)\", (\"\"|[A-Z]+)\\),$"));
    QString part;
    int rows = 0;
    while (!table.atEnd()) {
        const QString line = QString::fromUtf8(table.readLine()).chopped(1);
        if (line.endsWith(u" = ["))
            part = line;
        const QRegularExpressionMatch match = row.match(line);
        if (!match.hasMatch())
            continue;
        const QByteArray snippet = match.captured(1)
                                       .replace(QStringLiteral("\\n"), QStringLiteral("\n"))
                                       .replace(QStringLiteral("\\\""), QStringLiteral("\""))
                                       .toUtf8();
        QTest::newRow(snippet) << (part.startsWith(u"SERVICE") ? fileWith(snippet) : snippet)
                               << part.contains(u"ACCEPTED");
        ++rows;
    }
    QVERIFY(rows > 500);
}

void SchemaFindingsTest::whatComposeTakesIsSilent()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, accepted);

    const YamlReading reading = readYaml(text);
    QVERIFY(reading.ok());
    const Instance instance = Instance::of(reading.document);
    const QList<SchemaFault> faults = m_schemas.service().faults(instance);
    QCOMPARE(faults.isEmpty(), accepted);
    // The explaining layer agrees with the verdict, which is valijson's alone.
    QCOMPARE(SchemaExplainer(m_schemas.service().tree()).explain(instance).isEmpty(), accepted);
    for (const SchemaFault &fault : faults)
        QVERIFY2(fault.code != u"schema-form", qPrintable(fault.message));
}

void SchemaFindingsTest::theCatalogIsSilent()
{
    const QDir catalog(QStringLiteral(MEDIAHELM_SOURCES "/resources/catalog"));
    const QStringList names = catalog.entryList({QStringLiteral("*.yaml")});
    QVERIFY(names.size() > 50);
    for (const QString &name : names) {
        QFile file(catalog.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const YamlReading reading = readYaml(file.readAll());
        QVERIFY2(reading.ok(), qPrintable(name));
        const QList<mediahelm::model::Diagnostic> written = m_schemas.checkService(name, reading.document);
        QVERIFY2(written.isEmpty(), qPrintable(name + u'\n' + told(written)));
    }
}

void SchemaFindingsTest::everyFaultOfAFileIsTold()
{
    const YamlReading reading =
        readYaml("services:\n  a:\n    image: 3\n    ports: [x, 0]\n    tty: 5\n  b c: {}\nvolume: {}\n");
    const QList<mediahelm::model::Diagnostic> found = m_schemas.checkService(QStringLiteral("f"), reading.document);
    QCOMPARE(found.size(), 6);
    QVERIFY(std::is_sorted(found.begin(), found.end()));
    QCOMPARE(found[1].pointer, QStringLiteral("/services/a/ports/0"));
    QCOMPARE(found[2].pointer, QStringLiteral("/services/a/ports/1"));
}

void SchemaFindingsTest::aVariableIsFilledInBefore()
{
    const YamlReading reading = readYaml("services:\n  a:\n    image: x\n    restart: ${WHEN}\n");
    const auto check = [&](const QString &value) {
        return m_schemas.checkService(QStringLiteral("f"), reading.document,
                                      [value](const QString &) { return std::optional(value); });
    };
    QVERIFY(m_schemas.checkService(QStringLiteral("f"), reading.document).isEmpty());
    QVERIFY(check(QStringLiteral("always")).isEmpty());
    const QList<mediahelm::model::Diagnostic> found = check(QStringLiteral("forever"));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].place.line, 4);
    QVERIFY2(found[0].message.contains(QStringLiteral("once its variables are filled in")),
             qPrintable(found[0].message));
    QVERIFY(!check(QStringLiteral("alwayz")).first().fix);
}

void SchemaFindingsTest::noValueIsShown()
{
    const YamlReading reading =
        readYaml("services:\n  a:\n    image: hunter2 hunter2\n    restart: hunter2\n"
                 "    mem_limit: hunter2\n    environment: [\"=hunter2\"]\n    user: [hunter2]\n");
    const QList<mediahelm::model::Diagnostic> found = m_schemas.checkService(QStringLiteral("f"), reading.document);
    QCOMPARE(found.size(), 5);
    QVERIFY(!told(found).contains(QStringLiteral("hunter2")));
}

QTEST_APPLESS_MAIN(SchemaFindingsTest)
#include "schema_findings_test.moc"
