// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/request_parser.h"
#include "core/http/response_writer.h"

#include <QTest>

using namespace mediahelm::http;

class RequestParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAHead();
    void readsAHeadCutAnywhere();
    void stopsAtTheHeadsEnd();
    void S26_refusesWhatAnotherParserMayReadDifferently_data();
    void S26_refusesWhatAnotherParserMayReadDifferently();
    void S26_holdsItsLimits_data();
    void S26_holdsItsLimits();
    void tellsWhetherToKeepTheConnection_data();
    void tellsWhetherToKeepTheConnection();
    void readsListsWhateverTheirCase();
    void neverFailsOnMutatedBytes();
    void writesAResponse();
    void answersHeadWithoutABody();
    void leavesOutFieldsThatWouldSplitTheResponse();
};

namespace {

const QByteArray plain = "GET /api/v1/hosts?x=1 HTTP/1.1\r\nHost: localhost:3000\r\nAccept:  */* \r\n\r\n";

} // namespace

void RequestParserTest::readsAHead()
{
    RequestParser parser;
    QVERIFY(!parser.started());
    QCOMPARE(parser.feed(plain), plain.size());
    QVERIFY(parser.hasHead());
    QCOMPARE(parser.head().method, "GET");
    QCOMPARE(parser.head().target, "/api/v1/hosts?x=1");
    QCOMPARE(parser.head().field("host"), "localhost:3000");
    QCOMPARE(parser.head().field("ACCEPT"), "*/*");
    QCOMPARE(parser.head().contentLength, 0);
    QVERIFY(parser.head().keepAlive);
}

void RequestParserTest::readsAHeadCutAnywhere()
{
    for (qsizetype cut = 1; cut < plain.size(); ++cut) {
        RequestParser parser;
        QCOMPARE(parser.feed(QByteArrayView(plain).first(cut)), cut);
        QVERIFY2(!parser.hasHead() && !parser.refusal(), qPrintable(QString::number(cut)));
        parser.feed(QByteArrayView(plain).sliced(cut));
        QVERIFY2(parser.hasHead(), qPrintable(QString::number(cut)));
    }
}

void RequestParserTest::stopsAtTheHeadsEnd()
{
    RequestParser parser;
    const QByteArray head = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n";
    QCOMPARE(parser.feed(head + "hello" + plain), head.size());
    QCOMPARE(parser.head().contentLength, 5);
    QCOMPARE(parser.feed("hello"), 0);
    parser.reset();
    QCOMPARE(parser.feed(plain), plain.size());
    QVERIFY(parser.hasHead());
}

void RequestParserTest::S26_refusesWhatAnotherParserMayReadDifferently_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto get = [](const QByteArray &fields) { return "GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n"; };
    QTest::newRow("length and coding") << get("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("coding and length") << get("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") << 400;
    QTest::newRow("two lengths") << get("Content-Length: 5\r\nContent-Length: 6\r\n") << 400;
    QTest::newRow("two equal lengths") << get("Content-Length: 5\r\nContent-Length: 5\r\n") << 400;
    QTest::newRow("length list") << get("Content-Length: 5, 5\r\n") << 400;
    QTest::newRow("negative length") << get("Content-Length: -5\r\n") << 400;
    QTest::newRow("signed length") << get("Content-Length: +5\r\n") << 400;
    QTest::newRow("hex length") << get("Content-Length: 0x5\r\n") << 400;
    QTest::newRow("empty length") << get("Content-Length:\r\n") << 400;
    QTest::newRow("huge length") << get("Content-Length: 99999999999999999999\r\n") << 400;
    QTest::newRow("chunked") << get("Transfer-Encoding: chunked\r\n") << 411;
    QTest::newRow("identity coding") << get("Transfer-Encoding: identity\r\n") << 501;
    QTest::newRow("gzip coding") << get("Transfer-Encoding: gzip\r\n") << 501;
    QTest::newRow("chunked twice") << get("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("coding with a tab") << get("Transfer-Encoding:\tchunked\r\n") << 411;
    QTest::newRow("folded field") << get("X: a\r\n b\r\n") << 400;
    QTest::newRow("folded with a tab") << get("X: a\r\n\tb\r\n") << 400;
    QTest::newRow("folded first field") << QByteArray("GET / HTTP/1.1\r\n Host: a\r\n\r\n") << 400;
    QTest::newRow("space before colon") << get("X : a\r\n") << 400;
    QTest::newRow("no colon") << get("X\r\n") << 400;
    QTest::newRow("no name") << get(": a\r\n") << 400;
    QTest::newRow("name with a space") << get("X Y: a\r\n") << 400;
    QTest::newRow("bare LF at a field") << QByteArray("GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n") << 400;
    QTest::newRow("bare LF at the line") << QByteArray("GET / HTTP/1.1\nHost: a\r\n\r\n") << 400;
    QTest::newRow("bare LF at the end") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\n") << 400;
    QTest::newRow("bare CR in a value") << get("X: a\rb\r\n") << 400;
    QTest::newRow("NUL in a value") << get(QByteArray("X: a\0b\r\n", 8)) << 400;
    QTest::newRow("NUL in the target") << QByteArray("GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n", 30) << 400;
    QTest::newRow("control in a value") << get("X: a\x01\r\n") << 400;
    QTest::newRow("HTTP/9.9") << QByteArray("GET / HTTP/9.9\r\nHost: a\r\n\r\n") << 505;
    QTest::newRow("HTTP/2.0") << QByteArray("PRI * HTTP/2.0\r\n\r\n") << 505;
    QTest::newRow("HTTP/1.2") << QByteArray("GET / HTTP/1.2\r\nHost: a\r\n\r\n") << 505;
    QTest::newRow("HTTP/0.9") << QByteArray("GET /\r\n\r\n") << 400;
    QTest::newRow("lower-case version") << QByteArray("GET / http/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("two spaces") << QByteArray("GET  / HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("empty line first") << QByteArray("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("no Host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("no Host in 1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << 400;
    QTest::newRow("two Hosts") << get("Host: b\r\n") << 400;
    QTest::newRow("absolute target") << QByteArray("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("asterisk target") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("authority target") << QByteArray("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("fragment") << QByteArray("GET /#a HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("target beyond ASCII") << QByteArray("GET /\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\r\n\r\n", 12) << 400;
    QTest::newRow("binary") << QByteArray("\xff\xfe\xfd\r\n\r\n") << 400;
}

void RequestParserTest::S26_refusesWhatAnotherParserMayReadDifferently()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    RequestParser whole;
    whole.feed(bytes);
    QVERIFY(!whole.hasHead());
    QVERIFY(whole.refusal());
    QCOMPARE(whole.refusal()->status, status);
    QVERIFY(!whole.refusal()->reason.isEmpty());
    QCOMPARE(whole.feed(plain), 0);

    RequestParser single;
    for (qsizetype i = 0; i < bytes.size(); ++i)
        single.feed(QByteArrayView(bytes).sliced(i, 1));
    QVERIFY(single.refusal());
    QCOMPARE(single.refusal()->status, status);
}

void RequestParserTest::S26_holdsItsLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status"); // 0: accepted
    const auto head = [](const QByteArray &target, const QByteArray &fields) {
        return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
    };
    const auto sized = [&](qsizetype size) {
        const qsizetype rest = size - head("/", "X: \r\n").size();
        return head("/", "X: " + QByteArray(rest, 'a') + "\r\n");
    };
    const auto fields = [&](int count) {
        QByteArray all;
        for (int i = 0; i < count; ++i)
            all += "X" + QByteArray::number(i) + ": a\r\n";
        return head("/", all);
    };
    QTest::newRow("head of 16 KiB") << sized(16 * 1024) << 0;
    QTest::newRow("head of 16 KiB and a byte") << sized(16 * 1024 + 1) << 431;
    QTest::newRow("head of 1 MiB") << sized(1024 * 1024) << 431;
    QTest::newRow("100 fields") << fields(99) << 0;
    QTest::newRow("101 fields") << fields(100) << 431;
    QTest::newRow("10,000 fields") << fields(10000) << 431;
    QTest::newRow("target of 8 KiB") << head('/' + QByteArray(8191, 'a'), {}) << 0;
    QTest::newRow("target of 8 KiB and a byte") << head('/' + QByteArray(8192, 'a'), {}) << 414;
    QTest::newRow("target of 1 MiB") << head('/' + QByteArray(1024 * 1024, 'a'), {}) << 414;
    QTest::newRow("line without an end") << QByteArray(20000, 'a') << 414;
}

void RequestParserTest::S26_holdsItsLimits()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    RequestParser parser;
    const qsizetype taken = parser.feed(bytes);
    QCOMPARE(parser.refusal() ? parser.refusal()->status : 0, status);
    QCOMPARE(parser.hasHead(), status == 0);
    QVERIFY(taken <= 16 * 1024);
}

void RequestParserTest::tellsWhetherToKeepTheConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << true;
    QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") << false;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\nHost: a\r\n\r\n") << false;
    QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nHost: a\r\nConnection: Keep-Alive\r\n\r\n")
                                    << true;
}

void RequestParserTest::tellsWhetherToKeepTheConnection()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, keepAlive);
    RequestParser parser;
    parser.feed(bytes);
    QVERIFY(parser.hasHead());
    QCOMPARE(parser.head().keepAlive, keepAlive);
}

void RequestParserTest::readsListsWhateverTheirCase()
{
    RequestParser parser;
    parser.feed("GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Upgrade\r\nX: a\r\nX: B , c\r\n\r\n");
    QVERIFY(parser.hasHead());
    QVERIFY(parser.head().lists("connection", "upgrade"));
    QVERIFY(parser.head().lists("x", "b"));
    QVERIFY(!parser.head().lists("x", "b , c"));
    QCOMPARE(parser.head().count("x"), 2);
}

void RequestParserTest::neverFailsOnMutatedBytes()
{
    // A fixed sequence, so that a failure can be run again.
    quint32 state = 12345;
    const auto next = [&state] { return state = state * 1664525U + 1013904223U; };
    for (int round = 0; round < 20000; ++round) {
        QByteArray bytes = plain;
        for (quint32 edits = 1 + (next() >> 8) % 4; edits > 0; --edits)
            bytes[(next() >> 8) % quint32(bytes.size())] = char(next() >> 16);
        RequestParser parser;
        const qsizetype taken = parser.feed(bytes);
        QVERIFY(taken <= bytes.size());
        if (parser.hasHead()) {
            QVERIFY(parser.head().target.startsWith('/'));
            QCOMPARE(parser.head().count("Host"), 1);
        }
    }
}

void RequestParserTest::writesAResponse()
{
    const QDateTime date(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    OutgoingResponse response{404, "application/json", "{}", {{"Allow", "GET"}}};
    QCOMPARE(writeResponse(response, {true, false, date}),
             QByteArray("HTTP/1.1 404 Not Found\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                        "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\nAllow: GET\r\n"
                        "\r\n{}"));
}

void RequestParserTest::answersHeadWithoutABody()
{
    const QByteArray reply =
        writeResponse({200, "text/plain", "hello", {}}, {false, true, QDateTime::currentDateTime()});
    QVERIFY(reply.contains("Content-Length: 5\r\n"));
    QVERIFY(reply.contains("Connection: keep-alive\r\n"));
    QVERIFY(reply.endsWith("\r\n\r\n"));
}

void RequestParserTest::leavesOutFieldsThatWouldSplitTheResponse()
{
    const QByteArray reply = writeResponse({200, {}, {}, {{"X", "a\r\nSet-Cookie: b"}, {"Y\n", "a"}, {"Z", "ok"}}}, {});
    QVERIFY(!reply.contains("Set-Cookie"));
    QVERIFY(!reply.contains("Y"));
    QVERIFY(reply.contains("Z: ok\r\n"));
}

QTEST_GUILESS_MAIN(RequestParserTest)
#include "request_parser_test.moc"
