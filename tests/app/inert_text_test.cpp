// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inert_text.h"

#include "app/run/log_sink.h"
#include "app/run/text_marks.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace mediahelm;

namespace {

bool isInert(const QString &text, bool tabs = true)
{
    return std::none_of(text.begin(), text.end(), [tabs](QChar c) {
        return (app::isControlMark(c.unicode()) && !(tabs && c == u'\t')) || app::isReorderingMark(c.unicode());
    });
}

} // namespace

class InertTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void S29_whatActsIsTakenOut_data();
    void S29_whatActsIsTakenOut();
    void S29_noCharacterActsAlone();
    void S29_nothingPutTogetherActs();
    void S29_cleaningTwiceChangesNothing();
    void S29_bytesThatAreNoTextAreReplaced();
    void S29_wordsStandInOneLine();
    void S29_jsonSaysTheSameAndActsNowhere();
    void S29_logLinesActNowhere();
};

void InertTextTest::S29_whatActsIsTakenOut_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char16_t *line, const char16_t *expected) {
        QTest::newRow(name) << QString::fromUtf16(line) << QString::fromUtf16(expected);
    };
    row("plain", u"plain text", u"plain text");
    row("empty", u"", u"");
    row("colour", u"\x1b[1;31mred\x1b[0m", u"red");
    row("private parameters", u"\x1b[?25lx", u"x");
    row("intermediates", u"\x1b[1 qx", u"x");
    row("CSI with a newline in it", u"\x1b[3\n1mx", u"1mx");
    row("title, BEL", u"\x1b]0;t\x07x", u"x");
    row("title, ST", u"\x1b]0;t\x1b\\x", u"x");
    row("title, C1 ST", u"\x1b]0;t\u009cx", u"x");
    row("OSC 8", u"\x1b]8;;http://e\x1b\\docs\x1b]8;;\x1b\\", u"docs");
    row("OSC 52 in C1", u"\u009d52;c;AA\u009cx", u"x");
    row("OSC left open", u"a\x1b]52;c;AA", u"a");
    row("DCS", u"\x1bP1$r\x1b\\x", u"x");
    row("SOS PM APC", u"\x1bXa\x1b\\\x1b^b\x1b\\\x1b_c\x1b\\x", u"x");
    row("C1 CSI", u"\u009b31mx", u"x");
    row("C1 DCS", u"\u0090q\u009cx", u"x");
    row("C1 NEL", u"a\u0085b", u"ab");
    row("charset", u"\x1b(0x\x1b(B", u"x");
    row("reset",
        u"\x1b"
        u"cx",
        u"x");
    row("escape before a control", u"\x1b\x07x", u"x");
    row("escape before escape", u"\x1b\x1b[31mx", u"x");
    row("escape alone", u"x\x1b", u"x");
    row("escape before a letter beyond ASCII", u"\x1b\u00e4x", u"\u00e4x");
    row("carriage return", u"good\revil", u"goodevil");
    row("backspace", u"good\b\b\b\bevil", u"goodevil");
    row("tabulator", u"a\tb", u"a\tb");
    row("override", u"user\u202etxt.exe", u"usertxt.exe");
    row("isolates", u"\u2066a\u2067b\u2068c\u2069", u"abc");
    row("marks", u"\u200ea\u200fb\u061c", u"ab");
    row("writing", u"gr\u00f6\u00dfe \u65e5\u672c \u05d0\u05d1", u"gr\u00f6\u00dfe \u65e5\u672c \u05d0\u05d1");
    row("beyond the first plane", u"\U0001f600", u"\U0001f600");
    QTest::newRow("NUL") << QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b")) << QStringLiteral("ab");
    QTest::newRow("endless parameters") << QString(QStringLiteral("\x1b[") + QStringLiteral("1;").repeated(100'000))
                                        << QString();
}

void InertTextTest::S29_whatActsIsTakenOut()
{
    QFETCH(const QString, line);
    QFETCH(const QString, expected);
    QCOMPARE(app::inertText(line), expected);
    QCOMPARE(app::inertBytes(line.toUtf8()), expected.toUtf8());
}

void InertTextTest::S29_noCharacterActsAlone()
{
    for (char16_t code = 0; code < 0xffff; ++code) {
        const QString text = QStringLiteral("a") + QChar(code) + QStringLiteral("b");
        const QString out = app::inertText(text);
        QVERIFY2(isInert(out), qPrintable(QString::number(code, 16)));
        if (!app::isControlMark(code) && !app::isReorderingMark(code))
            QCOMPARE(out, text);
    }
}

void InertTextTest::S29_nothingPutTogetherActs()
{
    QRandomGenerator random(29);
    const QString parts = QString::fromUtf16(
        u"\x1b\x1b\x1b[]PX^_\\()0;:?12mHJcq \x07\x08\t\n\r\u0085\u0090\u009b\u009c\u009d\u202ea\u00e4");
    for (int round = 0; round < 20'000; ++round) {
        QString line;
        for (int i = random.bounded(40); i > 0; --i)
            line += parts.at(random.bounded(int(parts.size())));
        QVERIFY2(isInert(app::inertText(line)), line.toUtf8().toHex().constData());
        QVERIFY2(isInert(app::inertWords(line), false), line.toUtf8().toHex().constData());
    }
}

void InertTextTest::S29_cleaningTwiceChangesNothing()
{
    QRandomGenerator random(30);
    const QString parts = QString::fromUtf16(u"\x1b[]31m\u009b\x07\\ax");
    for (int round = 0; round < 5'000; ++round) {
        QString line;
        for (int i = random.bounded(20); i > 0; --i)
            line += parts.at(random.bounded(int(parts.size())));
        const QString once = app::inertText(line);
        QCOMPARE(app::inertText(once), once);
    }
}

void InertTextTest::S29_bytesThatAreNoTextAreReplaced()
{
    QRandomGenerator random(31);
    for (int round = 0; round < 5'000; ++round) {
        QByteArray line;
        for (int i = random.bounded(40); i > 0; --i)
            line += char(random.bounded(256));
        const QByteArray out = app::inertBytes(line);
        QVERIFY(isInert(QString::fromUtf8(out)));
        QCOMPARE(QString::fromUtf8(out).toUtf8(), out); // it is UTF-8
    }
    QCOMPARE(app::inertBytes("\x9b"
                             "31mx"),
             QByteArray("\xef\xbf\xbd"
                        "31mx"));
}

void InertTextTest::S29_wordsStandInOneLine()
{
    QCOMPARE(app::inertWords(QStringLiteral("a\nb\r\nc\td\re")), QStringLiteral("a b c de"));
}

void InertTextTest::S29_jsonSaysTheSameAndActsNowhere()
{
    QString all;
    for (char16_t code = 0; code < 0x3000; ++code)
        all += QChar(code);
    const QJsonDocument document(QJsonObject{{all, all}});
    for (const bool oneLine : {false, true}) {
        const QByteArray json = app::inertJson(document, oneLine);
        QCOMPARE(QJsonDocument::fromJson(json), document);
        QString shown = QString::fromUtf8(json);
        QCOMPARE(shown.contains(u'\n'), !oneLine);
        QVERIFY(isInert(shown.remove(u'\n'), false));
    }
}

void InertTextTest::S29_logLinesActNowhere()
{
    const QString message = QString::fromUtf16(u"a\x1b[31m\u009b\u202e\n\" level=error msg=\"forged\\\x7f");
    const QByteArray line =
        app::logLine(QtWarningMsg, "mediahelm.test", message, QDateTime::currentDateTimeUtc(), false);
    QVERIFY(isInert(QString::fromUtf8(line), false));
    QVERIFY2(line.endsWith("msg=\"a\\x1b[31m\\x9b\\u202e\\n\\\" level=error msg=\\\"forged\\\\\\x7f\""),
             line.constData());
}

QTEST_GUILESS_MAIN(InertTextTest)
#include "inert_text_test.moc"
