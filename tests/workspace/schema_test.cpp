// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/file_schemas.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <thread>

using namespace mediahelm::workspace;

namespace {

// Milliseconds; what is bounded takes a hundredth of it.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int generous = 100'000;
#else
constexpr int generous = 10'000;
#endif

JsonSchema workspaceSchema(const char *json)
{
    const auto compiled = JsonSchema::compile(json, SchemaOrigin::workspace);
    if (!compiled.ok())
        qFatal("%s", qPrintable(compiled.error().message + compiled.error().detail));
    return *compiled;
}

QString codes(const QList<SchemaFault> &faults)
{
    QStringList names;
    for (const SchemaFault &fault : faults)
        names.append(fault.code + u' ' + fault.where.pointer);
    return names.join(u'\n');
}

QJsonValue json(const char *text)
{
    return QJsonDocument::fromJson('[' + QByteArray(text) + ']').array().at(0);
}

} // namespace

// Manifest and variables, a workspace's own schemas, and what is hostile.
class SchemaTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manifests_data();
    void manifests();
    void variables_data();
    void variables();
    void variablesStandWhereTheirValueComesFrom();
    void refusedSchemas_data();
    void refusedSchemas();
    void keywords_data();
    void keywords();
    void largeWholeNumbersAreWhole();
    void evilPatternsAreBounded();
    void S13_hostileFilesAreBounded_data();
    void S13_hostileFilesAreBounded();
    void severalThreadsMayCheck();

private:
    const FileSchemas m_schemas;
};

void SchemaTest::manifests_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code"); // empty: fits
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *text, const char *code = "", int line = 0, int column = 0) {
        QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(code) << line << column;
    };
    row("name: media\n");
    row("version: 1\nname: a_b-c\nservice_files: [services/*.yaml]\nsecrets: [A_B]\nretention: {deployment_logs: "
        "1}\nx-a: 1\n");
    row("version: 1\n", "schema-required", 1, 1);
    row("name: Media\n", "schema-pattern", 1, 7);
    row("name: 3\n", "schema-type", 1, 7);
    row("nahme: media\n", "schema-unknown-key", 1, 1);
    row("name: media\nversion: 2\n", "schema-enum", 2, 10);
    row("name: media\nservice_files: []\n", "schema-length", 2, 16);
    row("name: media\nservice_files: [a.yaml, a.yaml]\n", "schema-duplicate", 2, 25);
    row("name: media\nservice_files: [../a.yaml]\n", "schema-excluded", 2, 17);
    row("name: media\nenv_layers: [/etc/env]\n", "schema-pattern", 2, 14);
    row("name: media\nenv_layers:\n  - a.env\n  - a/../../b.env\n", "schema-excluded", 4, 5);
    row("name: media\nsecrets: [1A]\n", "schema-pattern", 2, 11);
    row("name: media\nretention: {deployment_logs: 0}\n", "schema-range", 2, 30);
    row("name: media\nretention: {deployment_logs: 1.5}\n", "schema-type", 2, 30);
    row("name: media\nretention: {weeks: 5}\n", "schema-unknown-key", 2, 13);
}

void SchemaTest::manifests()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, code);
    const YamlReading reading = readYaml(text);
    QVERIFY(reading.ok());
    const QList<mediahelm::model::Diagnostic> found =
        m_schemas.checkManifest(QStringLiteral("mediahelm.yaml"), reading.document);
    QCOMPARE(found.size(), code.isEmpty() ? 0 : 1);
    if (code.isEmpty())
        return;
    QCOMPARE(found[0].code, code);
    QTEST(found[0].place.line, "line");
    QTEST(found[0].place.column, "column");
}

void SchemaTest::variables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *text, const char *code = "") {
        QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(code);
    };
    row("PUID=1000\nPGID=0\nTZ=Europe/Berlin\nUMASK=002\nPORT=3000\nFORCE_SSL=true\nSONARR_PORT=127.0.0.1:8989\n");
    row("PUID=\nOTHER=anything at all\nMEDIA_PATH=/srv/media\nA_PATH=./config\n");
    row("PGID=4294967294\n");
    row("BASE=/srv\nMEDIA_PATH=${BASE}/media\n");
    row("PORT=08080\n", "schema-type");
    row("PORT=70000\n", "schema-range");
    row("PORT=web\n", "schema-type");
    row("FORCE_SSL=yes\n", "schema-type");
    row("PUID=-1\n", "schema-range");
    row("PUID=4294967295\n", "schema-range");
    row("TZ=Berlin Mitte\n", "schema-pattern");
    row("UMASK=999\n", "schema-pattern");
    row("SONARR_PORT=0\n", "schema-range");
    row("SONARR_PORT=eighty\n", "schema-pattern");
    row("MEDIA_PATH=media\n", "schema-pattern");
}

void SchemaTest::variables()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, code);
    const Environment environment = Environment::resolve({{QStringLiteral("local.env"), text}}, {});
    const QList<mediahelm::model::Diagnostic> found = m_schemas.checkVariables(environment);
    QCOMPARE(found.size(), code.isEmpty() ? 0 : 1);
    if (!code.isEmpty())
        QCOMPARE(found[0].code, code);
}

void SchemaTest::variablesStandWhereTheirValueComesFrom()
{
    const QString base = QStringLiteral("defaults/base.env");
    const QString local = QStringLiteral("local.env");
    const Environment environment = Environment::resolve(
        {{base, "PORT=3000\nTZ=hunter hunter\n"}, {local, "# mine\nPORT=0\n"}},
        {{QStringLiteral("PUID"), QStringLiteral("me")}, {QStringLiteral("TERM_PORT"), QStringLiteral("no")}});
    const QList<mediahelm::model::Diagnostic> found = m_schemas.checkVariables(environment);
    QCOMPARE(found.size(), 2); // the variables that only the process has are not the workspace's
    QCOMPARE(found[0].file, base);
    QCOMPARE(found[0].place.line, 2);
    QCOMPARE(found[1].file, local);
    QCOMPARE(found[1].place.line, 2);
    QVERIFY2(found[1].message.contains(QStringLiteral("from 1 to 65535")), qPrintable(found[1].message));
    QVERIFY(!found[0].message.contains(QStringLiteral("hunter")));
}

void SchemaTest::refusedSchemas_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &schema, const char *words) {
        QTest::newRow(name) << schema << QString::fromUtf8(words);
    };
    row("no JSON", "{", "JSON");
    row("a list", "[]", "JSON object");
    row("large", QByteArray(1024 * 1024 + 1, ' '), "1 MiB");
    row("refers to itself", R"({"$ref": "#/definitions/a", "definitions": {"a": {"$ref": "#/definitions/a"}}})",
        "itself");
    row("refers in a circle",
        R"({"definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"allOf": [{"$ref": "#/definitions/a"}]}}})",
        "itself");
    row("recursive", R"({"definitions": {"a": {"properties": {"x": {"$ref": "#/definitions/a"}}}}})", "itself");
    row("refers to all of itself", R"({"properties": {"x": {"$ref": "#"}}})", "same file");
    row("remote", R"({"$ref": "http://127.0.0.1:9/x.json"})", "same file");
    row("a file", R"({"$ref": "file:///etc/passwd"})", "same file");
    row("not defined", R"({"$ref": "#/definitions/a"})", "not defined");
    row("reference of no text", R"({"$ref": 5})", "same file");
    row("unknown keyword", R"({"dependencies": {}})", "dependencies");
    row("unknown type", R"({"type": "text"})", "type");
    row("a schema that is none", R"({"properties": {"a": 3}})", "schema");
    row("no pattern", R"({"pattern": "(["})", "pattern");
    row("callout", R"({"pattern": "a(?C1)b"})", "pattern");
    row("own limits", R"({"pattern": "(*LIMIT_MATCH=9)a"})", "pattern");
    row("pattern of keys with a group", R"({"patternProperties": {"^(a+)+$": {}}})", "keys");
    row("pattern of keys with two repetitions", R"({"patternProperties": {"^a*a*$": {}}})", "keys");
    row("negative length", R"({"minLength": -1})", "minLength");
    row("deep", QByteArray(R"({"not": )").repeated(200) + "{}" + QByteArray(200, '}'), "deep");
    QByteArray doubling = R"({"definitions": {"d0": {"type": "string"})";
    for (int i = 1; i < 40; ++i) {
        const QByteArray below = R"({"$ref": "#/definitions/d)" + QByteArray::number(i - 1) + "\"}";
        doubling += ", \"d" + QByteArray::number(i) + R"(": {"allOf": [)" + below + ", " + below + "]}";
    }
    row("doubling", doubling + "}}", "too large");
    QByteArray chain = R"({"definitions": {"c0000": {})";
    for (int i = 1; i < 5000; ++i)
        chain += ", \"c" + QByteArray::number(i).rightJustified(4, '0') + R"(": {"$ref": "#/definitions/c)"
            + QByteArray::number(i - 1).rightJustified(4, '0') + "\"}";
    row("long chain", chain + "}}", "too large");
}

void SchemaTest::refusedSchemas()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QString, words);
    QElapsedTimer timer;
    timer.start();
    const auto compiled = JsonSchema::compile(schema, SchemaOrigin::workspace);
    QVERIFY(!compiled.ok());
    QVERIFY2(compiled.error().message.contains(words), qPrintable(compiled.error().message));
    QVERIFY(timer.elapsed() < generous);
}

void SchemaTest::keywords_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("faults");
    const auto row = [](const char *schema, const char *value, const char *faults = "") {
        QTest::addRow("%s on %s", schema, value)
            << QByteArray(schema) << QByteArray(value) << QString::fromUtf8(faults);
    };
    row(R"({"exclusiveMinimum": 0})", "1");
    row(R"({"exclusiveMinimum": 0})", "0", "schema-range ");
    row(R"({"minimum": 1, "exclusiveMaximum": 5})", "5", "schema-range ");
    row(R"({"const": 5})", "6", "schema-enum ");
    row(R"({"enum": [{"a": [1]}]})", R"({"a": [1]})");
    row(R"({"maxLength": 2})", R"("\ud83d\ude00\ud83d\ude00")");
    row(R"({"maxLength": 2})", R"("abc")", "schema-length ");
    row(R"({"pattern": "^a$"})", R"("a\n")", "schema-pattern ");
    row(R"({"pattern": "[$]$"})", R"("a$")");
    row(R"({"pattern": "b"})", R"("abc")");
    row(R"({"maxItems": 1})", "[1, 2]", "schema-length ");
    row(R"({"maxProperties": 1})", R"({"a": 1, "b": 2})", "schema-length ");
    row(R"({"uniqueItems": true})", R"([1, "1", [1], {"a": 1}, null, true])");
    row(R"({"uniqueItems": true})", R"([{"a": 1, "b": 2}, {"b": 2, "a": 1}])", "schema-duplicate /1");
    row(R"({"items": [{"type": "null"}], "additionalItems": false})", "[null, 1]", "schema-form /1");
    row(R"({"properties": {"a": false}})", R"({"a": 1})", "schema-form /a");
    row(R"({"oneOf": [{"type": "integer"}, {"minimum": 5}]})", "6", "schema-form ");
    row(R"({"not": {"type": "null"}})", "null", "schema-excluded ");
    row(R"({"propertyNames": {"pattern": "^a"}})", R"({"b": 1})", "schema-key /b");
    row(R"({"patternProperties": {"^[ab]+$": {"type": "null"}}})", R"({"ab": 1, "c": 1})", "schema-type /ab");
    const char *const words = R"({"properties": {"a": {"type": "null"}}, "patternProperties": {"^x-": {}},
        "additionalProperties": false})";
    row(words, R"({"a": null, "x-b": 1})");
    row(words, R"({"a": 1, "x-b": 1})", "schema-type /a");
    row(words, R"({"x-a": 1, "ax-": 1})", "schema-unknown-key /ax-");
    const char *const names = R"({"patternProperties": {"^[a-b]+$": {"type": "null"}}, "additionalProperties": false})";
    row(names, R"({"ab": null})");
    row(names, R"({"ab": 1})", "schema-type /ab");
    row(names, R"({"abc": null})", "schema-key /abc");
    row(names, "[1]");
    const char *const both = R"({"properties": {"ab": {"minimum": 2}}, "patternProperties": {"^[ab]+$": {"maximum": 3}},
        "additionalProperties": false})";
    row(both, R"({"ab": 3, "b": 1})");
    row(both, R"({"ab": 4})", "schema-range /ab");
    row(both, R"({"ab": 1})", "schema-range /ab");
    row(R"({"additionalProperties": {"type": "null"}})", R"({"a/b": 1})", "schema-type /a~1b");
    row(R"({"$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}})", "1", "schema-type ");
    row(R"({"format": "date"})", R"("2024-02-29")");
    row(R"({"format": "date"})", R"("2023-02-29")", "schema-pattern ");
    row(R"({"format": "date"})", R"(["x"])");
    row(R"({"type": "integer"})", "1.0");
}

void SchemaTest::keywords()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, value);
    const JsonSchema compiled = workspaceSchema(schema);
    const Instance instance = Instance::of(json(value));
    QTEST(codes(compiled.faults(instance)), "faults");
    QTEST(codes(SchemaExplainer(compiled.tree()).explain(instance)), "faults");
}

void SchemaTest::largeWholeNumbersAreWhole()
{
    for (const char *number : {"4294967296", "8589934592", "9223372036854775807", "1e30"}) {
        const YamlReading reading =
            readYaml("services: {a: {image: x, mem_reservation: " + QByteArray(number) + "}}\n");
        QVERIFY(reading.ok());
        QVERIFY2(m_schemas.checkService(QStringLiteral("f"), reading.document).isEmpty(), number);
    }
}

void SchemaTest::evilPatternsAreBounded()
{
    const JsonSchema schema =
        workspaceSchema(R"({"properties": {"A": {"pattern": "^(a+)+$"}, "B": {"pattern": "(a|aa)+b"}}})");
    QElapsedTimer timer;
    timer.start();
    for (const int length : {28, 4000, 50'000}) {
        const QJsonObject value{{QStringLiteral("A"), QString(length, u'a') + u'!'},
                                {QStringLiteral("B"), QString(length, u'a')}};
        QCOMPARE(schema.faults(Instance::of(value)).size(), 2);
    }
    QVERIFY(timer.elapsed() < generous);
    QVERIFY(schema.faults(Instance::of(json(R"({"A": "aaaa", "B": "aab"})"))).isEmpty());
}

void SchemaTest::S13_hostileFilesAreBounded_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray service = "services:\n  a:\n    image: x\n";
    for (const char *key : {"hostname", "container_name", "mem_limit", "cpus", "stop_grace_period", "mac_address",
                            "restart", "pull_policy", "command"})
        QTest::addRow("long %s", key) << service + "    " + key + ": \"" + QByteArray(50'000, '1') + "\"\n";
    QTest::newRow("long port") << service + "    ports: [\"" + QByteArray(50'000, '8') + "\"]\n";
    QTest::newRow("long mount") << service + "    volumes: [\"" + QByteArray(50'000, ':') + "\"]\n";
    QTest::newRow("long number") << service + "    cpus: " + QByteArray(50'000, '9') + "\n";
    QTest::newRow("huge number") << service + "    cpu_shares: 1e308\n    scale: 99999999999999999999\n";
    QTest::newRow("key of 1024") << service + "    " + QByteArray(1024, 'k') + ": 1\n";
    QTest::newRow("name of 1024") << "services: {" + QByteArray(1024, 'k') + ": {image: x}}\n";
    QTest::newRow("deep") << service + "    labels: " + QByteArray(58, '[') + QByteArray(58, ']') + "\n";
    QTest::newRow("deep mappings") << "x-a: " + QByteArray("{a: ").repeated(60) + QByteArray(60, '}') + "\n";
    QTest::newRow("many items") << service + "    security_opt: [" + QByteArray("a, ").repeated(90'000) + "b]\n";
    QTest::newRow("many wrong ones") << service + "    ports: [" + QByteArray("x, ").repeated(90'000) + "y]\n";
    QByteArray keys = service;
    for (int i = 0; i < 40'000; ++i)
        keys += "    key" + QByteArray::number(i) + ": 1\n";
    QTest::newRow("many unknown keys") << keys;
    QByteArray aliases = "x-a: &a {restat: 1}\nservices:\n";
    for (int i = 0; i < 5000; ++i)
        aliases += "  s" + QByteArray::number(i) + ": *a\n";
    QTest::newRow("many aliases") << aliases;
}

void SchemaTest::S13_hostileFilesAreBounded()
{
    QFETCH(const QByteArray, text);
    const YamlReading reading = readYaml(text);
    QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.problem->text()));
    QElapsedTimer timer;
    timer.start();
    const QList<mediahelm::model::Diagnostic> found = m_schemas.checkService(QStringLiteral("f"), reading.document);
    QVERIFY2(timer.elapsed() < generous, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(found.size() <= 200);
    for (const mediahelm::model::Diagnostic &one : found)
        QVERIFY2(one.message.size() < 600, qPrintable(one.message));
}

void SchemaTest::severalThreadsMayCheck()
{
    const YamlReading reading =
        readYaml("services:\n  a:\n    image: 3\n    ports: [\"80:80\", x]\n    x-mediahelm: {a: 1}\n");
    const FileSchemas schemas;
    std::vector<std::thread> threads;
    std::array<qsizetype, 4> counts{};
    for (qsizetype &count : counts) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i)
                count += schemas.checkService(QStringLiteral("f"), reading.document).size();
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const qsizetype count : counts)
        QCOMPARE(count, 150);
}

QTEST_APPLESS_MAIN(SchemaTest)
#include "schema_test.moc"
