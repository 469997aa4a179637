// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_remote_session.h"

#include <QSignalSpy>
#include <QTest>

using namespace mediahelm;
using transport::SshRemoteSession;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

class SshRemoteSessionTest : public QObject
{
    Q_OBJECT

    QByteArray m_sent;
    SshRemoteSession make()
    {
        m_sent.clear();
        return SshRemoteSession([this](const QByteArray &bytes) { m_sent += bytes; });
    }

private Q_SLOTS:
    void wordsOfLoginScriptsBeforeTheGreetingAreSkipped()
    {
        auto session = make();
        session.feed("Welcome!\n== end 1\n== mediahelm 2\n");
        QVERIFY(!session.isGreeted());
        session.feed("== media");
        session.feed("helm 1\n");
        QVERIFY(session.isGreeted());
    }

    void repliesComeInOrderHoweverTheyAreCut()
    {
        auto session = make();
        const auto one = session.request("check", QStringLiteral("/run/my docker.sock"), 10s);
        const auto two = session.request("counters", {}, 10s);
        QCOMPARE(m_sent, QByteArray("1 check /run/my docker.sock\n2 counters\n"));
        for (const char c : QByteArray("== mediahelm 1\nsocket -esrw /x\n== end 1\na\nb\n== end 2\n"))
            session.feed(QByteArray(1, c));
        QCOMPARE(one.result().value(), QByteArray("socket -esrw /x\n"));
        QCOMPARE(two.result().value(), QByteArray("a\nb\n"));
    }

    void lateReplyDoesNotAnswerTheNextRequest()
    {
        auto session = make();
        session.feed("== mediahelm 1\n");
        QSignalSpy heard(&session, &SshRemoteSession::heard);
        const auto slow = session.request("counters", {}, 1ms);
        QTRY_VERIFY(slow.isFinished());
        QCOMPARE(slow.result().error().kind, base::ErrorKind::timeout);
        const auto next = session.request("ping", {}, 10s);
        session.feed("old\n== end 1\n");
        QVERIFY(!next.isFinished());
        QCOMPARE(heard.size(), 1); // it still shows that the host lives
        session.feed("== end 2\n");
        QVERIFY(next.result().value().isEmpty());
    }

    void endOfTheProcessFailsWhatWaits()
    {
        auto session = make();
        const auto waiting = session.request("ping", {}, 10s);
        session.end();
        QCOMPARE(waiting.result().error().kind, base::ErrorKind::unreachable);
        QCOMPARE(session.request("ping", {}, 10s).result().error().kind, base::ErrorKind::unreachable);
    }

    void tooManyRequestsAreRefused()
    {
        auto session = make();
        QList<QFuture<base::Result<QByteArray>>> futures;
        for (int i = 0; i < 17; ++i)
            futures << session.request("ping", {}, 10s);
        QVERIFY(!futures.at(15).isFinished());
        QCOMPARE(futures.at(16).result().error().kind, base::ErrorKind::conflict);
    }

    void replyWithoutEndIsBounded()
    {
        auto session = make();
        session.feed("== mediahelm 1\n");
        const auto reply = session.request("counters", {}, 10s);
        const QByteArray line = QByteArray(9'999, 'x') + '\n';
        for (int i = 0; i < 300; ++i)
            session.feed(line);
        session.feed(QByteArray(600'000, 'y'));
        session.feed("\n== end 1\n");
        QCOMPARE(reply.result().error().kind, base::ErrorKind::invalid);
        const auto next = session.request("ping", {}, 10s);
        session.feed("== end 2\n");
        QVERIFY(next.result().ok());
    }

    void requestIsOneLine()
    {
        auto session = make();
        QCOMPARE(session.request("check", QStringLiteral("/a\n9 ping"), 10s).result().error().kind,
                 base::ErrorKind::invalid);
        QVERIFY(m_sent.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SshRemoteSessionTest)
#include "ssh_remote_session_test.moc"
