// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret_redactor.h"
#include "core/secrets/secret_values.h"

#include "secrets/waiting.h"
#include "tests/fakes/memory_secret_store.h"

using namespace mediahelm;
using base::ErrorKind;
using fakes::MemorySecretStore;
using secrets::SecretName;
using secrets::SecretReader;
using secrets::SecretRedactor;
using secrets::SecretValues;
using tests::wait;

namespace {

SecretName name(QStringView text)
{
    return *SecretName::parse(text);
}

QString redacted(const QList<std::pair<QString, QByteArray>> &values, const QString &text)
{
    SecretValues kept;
    for (const auto &[key, value] : values)
        kept.insert(name(key), value);
    return SecretRedactor(kept.values()).redacted(text);
}

} // namespace

class SecretValuesTest : public QObject
{
    Q_OBJECT

    const secrets::ProjectName m_media = *secrets::ProjectName::parse(u"media");

private Q_SLOTS:
    void readsAllAndSaysWhichAreMissing()
    {
        MemorySecretStore store;
        store.content.insert(QStringLiteral("workspace/media/A"), "a-value");
        store.content.insert(QStringLiteral("workspace/media/C"), "c-value");
        store.content.insert(QStringLiteral("workspace/other/B"), "of another project");
        SecretReader reader(store);
        const auto values = wait(reader.read(m_media, {name(u"A"), name(u"B"), name(u"C")}));
        QVERIFY(values.ok());
        QCOMPARE((*values)->values().size(), 2);
        QCOMPARE((*values)->values().value(QStringLiteral("A")), QByteArray("a-value"));
        QCOMPARE((*values)->missing(), QStringList{QStringLiteral("B")});
        QCOMPARE(store.content.value(QStringLiteral("workspace/media/A")), QByteArray("a-value"));
    }

    void noNamesAreNoQuestion()
    {
        MemorySecretStore store;
        store.locked = true;
        SecretReader reader(store);
        QVERIFY((*wait(reader.read(m_media, {})))->missing().isEmpty());
        QCOMPARE(store.reads, 0);
    }

    void lockedStoreIsAnErrorAndNotAMissingSecret()
    {
        MemorySecretStore store;
        store.content.insert(QStringLiteral("workspace/media/A"), "a-value");
        store.locked = true;
        SecretReader reader(store);
        QCOMPARE(wait(reader.read(m_media, {name(u"A")})).error().kind, ErrorKind::refused);
        store.locked = false;
        store.failure = base::Error{ErrorKind::io, {}, {}};
        QCOMPARE(wait(reader.read(m_media, {name(u"A")})).error().kind, ErrorKind::io);
    }

    void readerThatGoesAwayCancels()
    {
        MemorySecretStore store;
        store.slow = true;
        auto reader = std::make_unique<SecretReader>(store);
        const auto values = reader->read(m_media, {name(u"A")});
        reader.reset();
        store.pending.finish(std::optional(QByteArray("late")));
        QCOMPARE(wait(values).error().kind, ErrorKind::cancelled);
    }

    void valueIsWipedAtItsEnd()
    {
        auto values = std::make_unique<SecretValues>();
        values->insert(name(u"A"), "canary");
        const QByteArray shared = values->values().value(QStringLiteral("A"));
        values.reset();
        QCOMPARE(shared, QByteArray(6, '\0'));
    }

    void S11_redactorFindsAValueInEachForm_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *tag, const QByteArray &value, const QString &text, const QString &expected) {
            QTest::newRow(tag) << value << text << expected;
        };
        const QString hidden = QStringLiteral("[secret KEY]");
        const QByteArray value("p4ss/w?rd+&\"x\"");
        const auto latin = [](const QByteArray &bytes) { return QString::fromLatin1(bytes); };
        row("alone", value, latin(value), hidden);
        row("within", value, QStringLiteral("a ") + latin(value) + QStringLiteral(" b"),
            QStringLiteral("a ") + hidden + QStringLiteral(" b"));
        row("twice", value, latin(value) + latin(value), hidden + hidden);
        row("Base64", value, latin(value.toBase64()), hidden);
        row("Base64 without padding", value, latin(value.toBase64(QByteArray::OmitTrailingEquals)), hidden);
        row("Base64 for URLs", QByteArray("\xff\xfe\xfd~~~~"),
            latin(QByteArray("\xff\xfe\xfd~~~~").toBase64(QByteArray::Base64UrlEncoding)), hidden);
        row("percent-encoded", value, QStringLiteral("?k=") + latin(value.toPercentEncoding()),
            QStringLiteral("?k=") + hidden);
        row("percent-encoded in lower case", value, QStringLiteral("p4ss%2fw%3frd%2b%26%22x%22"), hidden);
        row("as forms have it", QByteArray("two words"), QStringLiteral("k=two+words"), QStringLiteral("k=") + hidden);
        row("in JSON", value, QStringLiteral("{\"k\":\"p4ss/w?rd+&\\\"x\\\"\"}"),
            QStringLiteral("{\"k\":\"") + hidden + QStringLiteral("\"}"));
        row("in JSON of Go", "a\"b\\c<d", QStringLiteral("{\"p\":\"a\\\"b\\\\c\\u003cd\"}"),
            QStringLiteral("{\"p\":\"") + hidden + QStringLiteral("\"}"));
        row("with '$' doubled", "pa$$word", QStringLiteral("x pa$$$$word y"),
            QStringLiteral("x ") + hidden + QStringLiteral(" y"));
        row("of four characters", "abcd", QStringLiteral("xabcdx"), QStringLiteral("x") + hidden + QStringLiteral("x"));
        row("too short to tell", "abc", QStringLiteral("xabcx"), QStringLiteral("xabcx"));
        row("not there", value, QStringLiteral("nothing of it"), QStringLiteral("nothing of it"));
        row("beyond ASCII", "schl\xc3\xbcssel", QStringLiteral("der schlüssel"), QStringLiteral("der ") + hidden);
        row("a line of several", "-----BEGIN KEY-----\nabcdefghijkl\n-----END KEY-----\n",
            QStringLiteral("read: abcdefghijkl"), QStringLiteral("read: ") + hidden);
        row("the frame of several lines", "-----BEGIN KEY-----\nabcdefghijkl\n-----END KEY-----\n",
            QStringLiteral("-----BEGIN KEY-----"), QStringLiteral("-----BEGIN KEY-----"));
    }
    void S11_redactorFindsAValueInEachForm()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, text);
        QTEST(redacted({{QStringLiteral("KEY"), value}}, text), "expected");
    }

    void S11_valueInALongerBase64IsFoundWhereverItStands()
    {
        const QByteArray value("correct-horse-battery");
        for (int before = 0; before < 12; ++before) {
            for (int after = 0; after < 4; ++after) {
                const QByteArray whole = (QByteArray(before, 'u') + value + QByteArray(after, 'v')).toBase64();
                const QString left = redacted({{QStringLiteral("KEY"), value}}, QString::fromLatin1(whole));
                QVERIFY2(left.contains(QStringLiteral("[secret KEY]")), whole.constData());
                QVERIFY2(!QByteArray::fromBase64(left.toLatin1()).contains("horse"), whole.constData());
            }
        }
    }

    void overlappingValuesLeaveNoEnd()
    {
        const QList<std::pair<QString, QByteArray>> values{{QStringLiteral("A"), "abcdef"},
                                                           {QStringLiteral("B"), "efgh"}};
        QCOMPARE(redacted(values, QStringLiteral("xabcdefghx")), QStringLiteral("x[secret A, B]x"));
        QCOMPARE(redacted(values, QStringLiteral("xefghx")), QStringLiteral("x[secret B]x"));
    }

    void valueThatTheMarkItselfHoldsDoesNoHarm()
    {
        const QList<std::pair<QString, QByteArray>> values{{QStringLiteral("A"), "secret"},
                                                           {QStringLiteral("B"), "[secret A]"}};
        QCOMPARE(redacted(values, QStringLiteral("my secret")), QStringLiteral("my [secret A]"));
    }

    void longerOfTwoThatBeginAlikeCounts()
    {
        const QList<std::pair<QString, QByteArray>> values{{QStringLiteral("A"), "pass"},
                                                           {QStringLiteral("B"), "password"}};
        QCOMPARE(redacted(values, QStringLiteral("password pass")), QStringLiteral("[secret B] [secret A]"));
    }
};

QTEST_GUILESS_MAIN(SecretValuesTest)
#include "secret_values_test.moc"
