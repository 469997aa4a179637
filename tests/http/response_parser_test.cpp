// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/request_writer.h"
#include "core/http/response_parser.h"

#include <QTest>

using namespace mediahelm;
using http::ResponseParser;

namespace {

QByteArray crlf(const char *text)
{
    return QByteArray(text).replace('\n', "\r\n");
}

} // namespace

class ResponseParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAResponseCutAnywhere_data();
    void readsAResponseCutAnywhere();
    void refusesWhatBreaksTheRules_data();
    void refusesWhatBreaksTheRules();
    void aCutReplyIsUnreachable_data();
    void aCutReplyIsUnreachable();
    void handsOnWhatFollowsAnUpgrade();
    void skipsInterimResponses();
    void holdsItsLimits();
    void bodyCanBeTakenAsItComes();
    void writesARequest();
    void aTargetAddsNoHeaderLine();
};

void ResponseParserTest::readsAResponseCutAnywhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("needsEnd");

    QTest::newRow("length") << crlf("HTTP/1.1 200 OK\nContent-Length: 5\nApi-Version: 1.41\n\nhello") << 200
                            << QByteArray("hello") << false;
    QTest::newRow("no body") << crlf("HTTP/1.1 204 No Content\nApi-Version: 1.41\n\n") << 204 << QByteArray() << false;
    QTest::newRow("not modified") << crlf("HTTP/1.1 304 Not Modified\nApi-Version: 1.41\nContent-Length: 9\n\n") << 304
                                  << QByteArray() << false;
    QTest::newRow("chunked") << crlf("HTTP/1.1 200 OK\nApi-Version: 1.41\nTransfer-Encoding: chunked\n\n"
                                     "3\nabc\n1;ext=1\nd\n0\nTrailer: x\n\n")
                             << 200 << QByteArray("abcd") << false;
    QTest::newRow("until the end") << crlf("HTTP/1.1 500 Oops\nApi-Version: 1.41\n\nsome text") << 500
                                   << QByteArray("some text") << true;
    QTest::newRow("HTTP/1.0") << crlf("HTTP/1.0 200 OK\napi-version: 1.41\n\nx") << 200 << QByteArray("x") << true;
}

void ResponseParserTest::readsAResponseCutAnywhere()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, needsEnd);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        ResponseParser parser({});
        QByteArray body;
        for (const QByteArray &part : {bytes.first(cut), bytes.sliced(cut)}) {
            QVERIFY(parser.feed(part));
            body += parser.takeBody();
        }
        QCOMPARE(parser.isComplete(), !needsEnd);
        QVERIFY(parser.endOfInput());
        QVERIFY(parser.isComplete());
        QTEST(parser.status(), "status");
        QTEST(body, "body");
        QCOMPARE(parser.header("API-version"), "1.41");
        QCOMPARE(parser.header("Missing"), QByteArray());
    }
}

void ResponseParserTest::refusesWhatBreaksTheRules_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n");
    QTest::newRow("HTTP/9.9") << crlf("HTTP/9.9 200 OK\n\n");
    QTest::newRow("HTTP/2.0") << crlf("HTTP/2.0 200 OK\n\n");
    QTest::newRow("folded line") << crlf("HTTP/1.1 200 OK\nX-A: 1\n  2\nContent-Length: 0\n\n");
    QTest::newRow("folded by a tab") << crlf("HTTP/1.1 200 OK\nX-A: 1\n\t2\nContent-Length: 0\n\n");
    QTest::newRow("identity") << crlf("HTTP/1.1 200 OK\nTransfer-Encoding: identity\n\n");
    QTest::newRow("gzip, chunked") << crlf("HTTP/1.1 200 OK\nTransfer-Encoding: gzip, chunked\n\n");
    QTest::newRow("length and chunked") << crlf(
        "HTTP/1.1 200 OK\nContent-Length: 3\nTransfer-Encoding: chunked\n\nabc");
    QTest::newRow("chunked and length") << crlf(
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nContent-Length: 3\n\nabc");
    QTest::newRow("two lengths") << crlf("HTTP/1.1 200 OK\nContent-Length: 3\nContent-Length: 4\n\nabc");
    QTest::newRow("negative length") << crlf("HTTP/1.1 200 OK\nContent-Length: -3\n\nabc");
    QTest::newRow("huge length") << crlf("HTTP/1.1 200 OK\nContent-Length: 99999999999999999999999\n\nabc");
    QTest::newRow("bare line feeds") << QByteArray("HTTP/1.1 200 OK\nContent-Length: 0\n\n\n\n\r\n\r\n");
    QTest::newRow("space before the colon") << crlf("HTTP/1.1 200 OK\nContent-Length : 0\n\n");
    QTest::newRow("bad chunk size") << crlf("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nzz\nabc\n0\n\n");
    QTest::newRow("negative chunk size") << crlf("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n-1\nabc\n0\n\n");
    QTest::newRow("huge chunk size") << crlf(
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nfffffffffffffffff\nabc\n0\n\n");
    QTest::newRow("chunk longer than it says") << crlf("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nabc\n0\n\n");
}

void ResponseParserTest::refusesWhatBreaksTheRules()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        ResponseParser parser({});
        base::Status status = parser.feed(bytes.first(cut));
        if (status)
            status = parser.feed(bytes.sliced(cut));
        QVERIFY2(!status, qPrintable(QStringLiteral("cut at %1").arg(cut)));
        QCOMPARE(status.error().kind, base::ErrorKind::invalid);
        QVERIFY(!parser.feed("more"));
        QVERIFY(!parser.endOfInput());
    }
}

void ResponseParserTest::aCutReplyIsUnreachable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("length") << crlf("HTTP/1.1 200 OK\nContent-Length: 5\n\nhello");
    QTest::newRow("chunked") << crlf("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3\nabc\n2\nde\n0\n\n");
}

void ResponseParserTest::aCutReplyIsUnreachable()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        ResponseParser parser({});
        QVERIFY(parser.feed(bytes.first(length)));
        const base::Status status = parser.endOfInput();
        QVERIFY(!status);
        QCOMPARE(status.error().kind, base::ErrorKind::unreachable);
    }
}

void ResponseParserTest::handsOnWhatFollowsAnUpgrade()
{
    const QByteArray header = crlf("HTTP/1.1 101 UPGRADED\nConnection: Upgrade\nUpgrade: tcp\n\n");
    const QByteArray raw("raw\0bytes\r\n\r\n", 13);
    for (qsizetype cut = 0; cut <= header.size() + raw.size(); ++cut) {
        ResponseParser parser({});
        QVERIFY(parser.feed((header + raw).first(cut)));
        QByteArray rest = parser.takeRest();
        QVERIFY(parser.feed((header + raw).sliced(cut)));
        rest += parser.takeRest();
        QVERIFY(parser.isUpgrade());
        QCOMPARE(rest, raw);
        QVERIFY(parser.takeBody().isEmpty());
    }
}

void ResponseParserTest::skipsInterimResponses()
{
    ResponseParser parser({});
    QVERIFY(parser.feed(crlf("HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\nContent-Length: 2\n\nok")));
    QVERIFY(parser.isComplete());
    QCOMPARE(parser.status(), 200);
    QCOMPARE(parser.takeBody(), "ok");
}

void ResponseParserTest::holdsItsLimits()
{
    ResponseParser::Limits limits;
    limits.headerBytes = 1024;
    limits.bodyBytes = 10;
    const auto feeds = [&](const QByteArray &bytes, qsizetype step) {
        ResponseParser parser(limits);
        for (qsizetype at = 0; at < bytes.size(); at += step) {
            if (!parser.feed(bytes.mid(at, step)))
                return false;
        }
        return true;
    };
    const QByteArray longHeader = "HTTP/1.1 200 OK\r\nX: " + QByteArray(2000, 'x') + "\r\n\r\n";
    const QByteArray manyHeaders = "HTTP/1.1 200 OK\r\n" + QByteArray("X: y\r\n").repeated(300) + "\r\n";
    const QByteArray endless = "HTTP/1.1 200 OK\r\nX: " + QByteArray(2000, 'x');
    const QByteArray longLength = crlf("HTTP/1.1 200 OK\nContent-Length: 11\n\nhello world");
    const QByteArray longChunks = crlf("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n6\nhello \n5\nworld\n0\n\n");
    const QByteArray longChunkHeader =
        crlf("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n1;") + QByteArray(2000, 'x');
    const QByteArray longUntilEnd = crlf("HTTP/1.1 200 OK\n\nhello world");
    for (const QByteArray &bytes :
         {longHeader, manyHeaders, endless, longLength, longChunks, longChunkHeader, longUntilEnd}) {
        QVERIFY2(!feeds(bytes, 1), bytes.constData());
        QVERIFY2(!feeds(bytes, 100), bytes.constData());
        QVERIFY2(!feeds(bytes, bytes.size()), bytes.constData());
    }
    QVERIFY(feeds(crlf("HTTP/1.1 200 OK\nContent-Length: 10\n\nhello worl"), 3));
}

void ResponseParserTest::bodyCanBeTakenAsItComes()
{
    ResponseParser parser({});
    QVERIFY(parser.feed(crlf("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3\nabc\n3\nd")));
    QVERIFY(parser.hasHeader());
    QCOMPARE(parser.takeBody(), "abcd");
    QVERIFY(parser.feed("ef\r\n"));
    QCOMPARE(parser.takeBody(), "ef");
    QVERIFY(!parser.isComplete());
}

void ResponseParserTest::writesARequest()
{
    http::OutgoingRequest request;
    request.target = "/v1.41/containers/json?all=1";
    const QByteArray get = http::writeRequest(request);
    QVERIFY(get.startsWith("GET /v1.41/containers/json?all=1 HTTP/1.1\r\nHost: docker\r\n"));
    QVERIFY(get.endsWith("Connection: close\r\n\r\n"));
    request.method = "POST";
    request.contentType = "application/json";
    request.body = "{}";
    request.upgrade = true;
    const QByteArray post = http::writeRequest(request);
    QVERIFY(post.contains("\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Type: application/json\r\n"));
    QVERIFY(post.endsWith("\r\nContent-Length: 2\r\n\r\n{}"));
}

void ResponseParserTest::aTargetAddsNoHeaderLine()
{
    http::OutgoingRequest request;
    request.target = "/x HTTP/1.1\r\nEvil: 1\r\n\r\n\xc3\xa4";
    const QByteArray bytes = http::writeRequest(request);
    QVERIFY(bytes.startsWith("GET /x%20HTTP/1.1%0D%0AEvil:%201%0D%0A%0D%0A%C3%A4 HTTP/1.1\r\n"));
}

QTEST_GUILESS_MAIN(ResponseParserTest)
#include "response_parser_test.moc"
