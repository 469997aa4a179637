// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/log_decoder.h"

#include <QTest>
#include <QtEndian>

using namespace mediahelm;
using engine::LogDecoder;
using model::LogLine;

namespace {

const QByteArray stamp = "2026-11-22T16:39:08.539089685Z ";

QByteArray frame(char stream, const QByteArray &payload)
{
    QByteArray header(8, '\0');
    header[0] = stream;
    qToBigEndian(static_cast<quint32>(payload.size()), header.data() + 4);
    return header + payload;
}

QByteArray show(const QList<LogLine> &lines)
{
    QByteArray text;
    for (const LogLine &line : lines) {
        text += line.stream == LogLine::Stream::out ? 'o' : 'e';
        text += line.at.isValid() ? '@' : ':';
        text += line.text + (line.cut ? "..." : "") + '|';
    }
    return text;
}

} // namespace

class LogDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLinesCutAnywhere_data();
    void readsLinesCutAnywhere();
    void readsLinesByteByByte_data() { readsLinesCutAnywhere_data(); }
    void readsLinesByteByByte();
    void B06_refusesWhatIsNoFrame_data();
    void B06_refusesWhatIsNoFrame();
    void B06_knowsAnEndInTheMiddleOfAFrame();
    void B06_aLineOf10MiBCostsNoMore();
    void aFrameThatPromisesMuchCostsNothing();
};

void LogDecoderTest::readsLinesCutAnywhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("multiplexed");
    QTest::addColumn<bool>("timestamps");
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char *name, const QByteArray &bytes, bool multiplexed, bool timestamps,
                        const QByteArray &lines) {
        QTest::newRow(name) << bytes << multiplexed << timestamps << lines;
    };
    row("empty", {}, true, true, {});
    row("one line", frame(1, stamp + "hello\n"), true, true, "o@hello|");
    row("two streams", frame(1, stamp + "a\n") + frame(2, stamp + "b\n") + frame(1, stamp + "c\n"), true, true,
        "o@a|e@b|o@c|");
    row("two streams, plain", frame(2, "a\n") + frame(1, "b\n"), true, false, "e:a|o:b|");
    row("an empty line", frame(1, stamp + "\n") + frame(1, stamp + "x\n"), true, true, "o@|o@x|");
    row("no line end", frame(1, stamp + "tail"), true, true, "o@tail|");
    row("several lines in a frame", frame(1, "a\nb\nc"), true, false, "o:a|o:b|o:c|");
    row("a line over three frames", frame(1, stamp + "aa") + frame(1, stamp + "bb") + frame(1, stamp + "cc\n"), true,
        true, "o@aabbcc|");
    row("a line over two frames, plain", frame(1, "aa") + frame(1, "bb\n"), true, false, "o:aabb|");
    row("a line over two frames, another between",
        frame(1, stamp + "aa") + frame(2, stamp + "x\n") + frame(1, stamp + "bb\n"), true, true, "e@x|o@aabb|");
    row("empty frames", frame(1, {}) + frame(2, {}) + frame(1, "x\n") + frame(1, {}), true, false, "o:x|");
    row("the engine's own words", frame(3, "lost\n"), true, false, "e:lost|");
    row("not UTF-8", frame(1, stamp + "\xff\xfe\x80\n"), true, true, "o@\xff\xfe\x80|");
    row("no stamp where one was asked for", frame(1, "no stamp here\nplain\n"), true, true, "o:no stamp here|o:plain|");
    row("a long word for a stamp", frame(1, QByteArray(60, 'w') + "\n"), true, true, "o:" + QByteArray(60, 'w') + "|");
    row("an unfinished stamp", frame(1, "2026-11-22T1"), true, true, "o:2026-11-22T1|");
    row("too long", frame(1, stamp + QByteArray(150, 'x') + "\n") + frame(1, stamp + "next\n"), true, true,
        "o@" + QByteArray(100, 'x') + "...|o@next|");
    row("just not too long", frame(1, QByteArray(100, 'x') + "\ny\n"), true, false,
        "o:" + QByteArray(100, 'x') + "|o:y|");
    row("tty", stamp + "hello\r\n" + stamp + "\x1b[31mred\x1b[0m\r\n", false, true, "o@hello|o@\x1b[31mred\x1b[0m|");
    row("tty, plain", "a\r\nb\rc\r\n", false, false, "o:a|o:b\rc|");
}

void LogDecoderTest::readsLinesCutAnywhere()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, multiplexed);
    QFETCH(bool, timestamps);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        LogDecoder decoder({multiplexed, timestamps, 100});
        const base::Result<QList<LogLine>> before = decoder.feed(bytes.first(cut));
        const base::Result<QList<LogLine>> after = decoder.feed(bytes.sliced(cut));
        QVERIFY(before && after);
        QVERIFY(!decoder.midFrame());
        QTEST(show(*before + *after + decoder.finish()), "lines");
        QVERIFY(decoder.finish().isEmpty());
    }
}

void LogDecoderTest::readsLinesByteByByte()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, multiplexed);
    QFETCH(bool, timestamps);
    LogDecoder decoder({multiplexed, timestamps, 100});
    QList<LogLine> lines;
    for (const char byte : std::as_const(bytes)) {
        const base::Result<QList<LogLine>> some = decoder.feed(QByteArray(1, byte));
        QVERIFY(some);
        lines += *some;
    }
    QTEST(show(lines + decoder.finish()), "lines");
}

void LogDecoderTest::B06_refusesWhatIsNoFrame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("plain text of a terminal");
    QTest::newRow("stream 4") << frame(4, "x");
    QTest::newRow("stream 200") << frame('\xc8', "x");
    QTest::newRow("not zero") << QByteArray("\1\0\0\1\0\0\0\1x", 9);
    QTest::newRow("after a good one") << frame(1, "ok\n") + "rubbish!!";
}

void LogDecoderTest::B06_refusesWhatIsNoFrame()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        LogDecoder decoder({});
        const bool before = decoder.feed(bytes.first(cut)).ok();
        QVERIFY(!before || !decoder.feed(bytes.sliced(cut)).ok());
        QVERIFY(!decoder.feed(frame(1, "later\n")));
    }
}

void LogDecoderTest::B06_knowsAnEndInTheMiddleOfAFrame()
{
    const QByteArray bytes = frame(1, "hello\n");
    for (qsizetype length = 1; length < bytes.size(); ++length) {
        LogDecoder decoder({true, false, 100});
        QVERIFY(decoder.feed(bytes.first(length)));
        QVERIFY(decoder.midFrame());
    }
}

void LogDecoderTest::B06_aLineOf10MiBCostsNoMore()
{
    for (const bool multiplexed : {true, false}) {
        LogDecoder decoder({multiplexed, false, 64 * 1024});
        for (int i = 0; i < 640; ++i) {
            const QByteArray part(16 * 1024, 'x');
            const base::Result<QList<LogLine>> lines = decoder.feed(multiplexed ? frame(1, part) : part);
            QVERIFY(lines && lines->isEmpty());
        }
        const base::Result<QList<LogLine>> lines = decoder.feed(multiplexed ? frame(1, "\nnext\n") : "\nnext\n");
        QVERIFY(lines);
        QCOMPARE(lines->size(), 2);
        QCOMPARE(lines->first().text.size(), 64 * 1024);
        QVERIFY(lines->first().cut);
        QCOMPARE(lines->last().text, QByteArray("next"));
        QVERIFY(!lines->last().cut);
    }
}

void LogDecoderTest::aFrameThatPromisesMuchCostsNothing()
{
    LogDecoder decoder({true, false, 100});
    const base::Result<QList<LogLine>> lines = decoder.feed(QByteArray("\1\0\0\0\xff\xff\xff\xff", 8) + "line\n");
    QVERIFY(lines);
    QCOMPARE(show(*lines), "o:line|");
}

QTEST_GUILESS_MAIN(LogDecoderTest)
#include "log_decoder_test.moc"
