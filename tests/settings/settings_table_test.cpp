// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/json_positions.h"
#include "core/settings/settings_migrations.h"
#include "core/settings/settings_table.h"

#include <QJsonArray>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::settings;

class SettingsTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowDescribesItselfAndHasAValidBuiltInValue();
    void aTextBecomesAValueOrAnError_data();
    void aTextBecomesAValueOrAnError();
    void positionsAreLineAndColumn_data();
    void positionsAreLineAndColumn();
    void aKeyThatStandsTwiceIsFound();
    void migrationsRunInOrderAndKeepUnknownKeys();
    void versionsOutsideTheMigrationsAreRefused_data();
    void versionsOutsideTheMigrationsAreRefused();
};

void SettingsTableTest::everyRowDescribesItselfAndHasAValidBuiltInValue()
{
    int index = 0;
    for (const SettingRow &row : settingRows()) {
        QCOMPARE(static_cast<int>(row.setting), index++);
        QVERIFY2(QByteArray(row.help).endsWith('.'), row.key);
        QVERIFY2(QByteArray(row.environment).startsWith("MEDIAHELM_"), row.key);
        QVERIFY2(QByteArray(row.key).count('.') == 1, row.key);
        QVERIFY2(settingFromText(row, QString::fromLatin1(row.builtIn)).ok(), row.key);
        QCOMPARE(&settingRow(row.setting), &row);
    }
}

void SettingsTableTest::aTextBecomesAValueOrAnError_data()
{
    QTest::addColumn<Setting>("setting");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonValue>("value"); // Undefined: refused
    const QJsonValue refused(QJsonValue::Undefined);
    QTest::newRow("port") << Setting::serverPort << u"8080"_qs << QJsonValue(8080);
    QTest::newRow("any free port") << Setting::serverPort << u"0"_qs << QJsonValue(0);
    QTest::newRow("port too large") << Setting::serverPort << u"65536"_qs << refused;
    QTest::newRow("port negative") << Setting::serverPort << u"-1"_qs << refused;
    QTest::newRow("port in words") << Setting::serverPort << u"http"_qs << refused;
    QTest::newRow("port with rest") << Setting::serverPort << u"80x"_qs << refused;
    QTest::newRow("address") << Setting::serverHost << u"::1"_qs << QJsonValue(u"::1"_qs);
    QTest::newRow("address with a line end") << Setting::serverHost << u"a\nb"_qs << refused;
    QTest::newRow("list") << Setting::serverAllowOrigins << u"https://a, https://b"_qs
                          << QJsonValue(QJsonArray{u"https://a"_qs, u"https://b"_qs});
    QTest::newRow("choice") << Setting::logLevel << u"debug"_qs << QJsonValue(u"debug"_qs);
    QTest::newRow("no choice") << Setting::logLevel << u"verbose"_qs << refused;
}

void SettingsTableTest::aTextBecomesAValueOrAnError()
{
    QFETCH(Setting, setting);
    QFETCH(QString, text);
    QFETCH(QJsonValue, value);
    const base::Result<QJsonValue> result = settingFromText(settingRow(setting), text);
    QCOMPARE(result.ok(), !value.isUndefined());
    if (result)
        QCOMPARE(*result, value);
    else
        QVERIFY(result.error().message.startsWith(u"must "_qs));
}

void SettingsTableTest::positionsAreLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("place");
    QTest::newRow("top") << QByteArray("{}") << u""_qs << u"1:1"_qs;
    QTest::newRow("value") << QByteArray("{\n  \"a\": 5\n}") << u"/a"_qs << u"2:8"_qs;
    QTest::newRow("CRLF") << QByteArray("{\r\n  \"a\": 5\r\n}") << u"/a"_qs << u"2:8"_qs;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{\"a\": 5}") << u"/a"_qs << u"1:7"_qs;
    QTest::newRow("characters, not bytes") << QByteArray("{\"ä\": {\"b\": 1}}") << u"/ä/b"_qs << u"1:13"_qs;
    QTest::newRow("escaped key") << QByteArray("{\"\\u0061\": 5}") << u"/a"_qs << u"1:12"_qs;
    QTest::newRow("in a list") << QByteArray("{\"a\": [1, [2, {\"b\": null}]]}") << u"/a/1/1/b"_qs << u"1:21"_qs;
    QTest::newRow("missing: what encloses it") << QByteArray("{\"a\": {\"b\": 1}}") << u"/a/c/d"_qs << u"1:7"_qs;
    QTest::newRow("quote in a text") << QByteArray(R"({"a": "\"}", "b": 1})") << u"/b"_qs << u"1:19"_qs;
}

void SettingsTableTest::positionsAreLineAndColumn()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(QString, place);
    QCOMPARE(JsonPositions::lineAndColumn(text, JsonPositions::of(text).offset(pointer)), place);
}

void SettingsTableTest::aKeyThatStandsTwiceIsFound()
{
    QCOMPARE(JsonPositions::of(R"({"a": {"x": 1, "y": 2, "x": 3}})").duplicate(), u"/a/x"_qs);
    QCOMPARE(JsonPositions::of(R"({"a": {"x": 1}, "b": {"x": 1}})").duplicate(), QString());
}

void SettingsTableTest::migrationsRunInOrderAndKeepUnknownKeys()
{
    const std::array steps{
        Migration{1,
                  [](QJsonObject settings) {
                      settings.insert(u"second"_qs, settings.take(u"first"_qs));
                      return settings;
                  }},
        Migration{2,
                  [](QJsonObject settings) {
                      settings.insert(u"third"_qs, settings.take(u"second"_qs));
                      return settings;
                  }},
    };
    const base::Result<QJsonObject> result = migrate({{u"first"_qs, 7}, {u"other"_qs, u"kept"_qs}}, steps, 3);
    QVERIFY(result);
    QCOMPARE(*result, (QJsonObject{{u"version"_qs, 3}, {u"third"_qs, 7}, {u"other"_qs, u"kept"_qs}}));
}

void SettingsTableTest::versionsOutsideTheMigrationsAreRefused_data()
{
    QTest::addColumn<QJsonValue>("version");
    QTest::addColumn<base::ErrorKind>("kind");
    QTest::newRow("newer") << QJsonValue(4) << base::ErrorKind::unsupported;
    QTest::newRow("older than the first step") << QJsonValue(1) << base::ErrorKind::unsupported;
    QTest::newRow("zero") << QJsonValue(0) << base::ErrorKind::invalid;
    QTest::newRow("fraction") << QJsonValue(1.5) << base::ErrorKind::invalid;
    QTest::newRow("text") << QJsonValue(u"3"_qs) << base::ErrorKind::invalid;
}

void SettingsTableTest::versionsOutsideTheMigrationsAreRefused()
{
    QFETCH(QJsonValue, version);
    QFETCH(base::ErrorKind, kind);
    const std::array steps{Migration{2, [](QJsonObject settings) { return settings; }}};
    const base::Result<QJsonObject> result = migrate({{u"version"_qs, version}}, steps, 3);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
}

QTEST_GUILESS_MAIN(SettingsTableTest)
#include "settings_table_test.moc"
