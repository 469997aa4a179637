// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_failure.h"

#include <QTest>

using namespace mediahelm;
using P = model::ConnectionProblem;

class SshFailureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standardErrorTellsTheProblem_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("batchMode");
        QTest::addColumn<P>("problem");
        QTest::addColumn<QString>("detail");

        QTest::newRow("unknown key") << QByteArray("Host key verification failed.\r\n") << true << P::hostKeyUnknown
                                     << "Host key verification failed.";
        QTest::newRow("changed key") << QByteArray(
            "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\r\n"
            "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\r\n"
            "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\r\n"
            "IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!\r\n"
            "The fingerprint for the ED25519 key sent by the remote host is\n"
            "SHA256:abc.\r\n"
            "Please contact your system administrator.\r\n"
            "Add correct host key in /home/u/.ssh/known_hosts to get rid of this message.\r\n"
            "Offending ED25519 key in /home/u/.ssh/known_hosts:7\r\n"
            "Host key for box has changed and you have requested strict checking.\r\n"
            "Host key verification failed.\r\n")
                                     << false << P::hostKeyChanged
                                     << "The fingerprint for the ED25519 key sent by the remote host is\nSHA256:abc.\n"
                                        "Offending ED25519 key in /home/u/.ssh/known_hosts:7";
        QTest::newRow("refused key") << QByteArray("u@box: Permission denied (publickey).\r\n") << true
                                     << P::authenticationFailed << "u@box: Permission denied (publickey).";
        QTest::newRow("wrong password") << QByteArray(
            "Permission denied, please try again.\r\nu@box: Permission denied (publickey,password).\r\n")
                                        << false << P::authenticationFailed
                                        << "u@box: Permission denied (publickey,password).";
        QTest::newRow("nobody to type the password")
            << QByteArray("u@box: Permission denied (publickey,password).\r\n") << true << P::answerNeeded
            << "u@box: Permission denied (publickey,password).";
        QTest::newRow("nobody to type the code")
            << QByteArray("u@box: Permission denied (keyboard-interactive).\r\n") << true << P::answerNeeded
            << "u@box: Permission denied (keyboard-interactive).";
        QTest::newRow("too many keys")
            << QByteArray("Received disconnect from 10.0.0.2 port 22:2: Too many authentication failures\r\n"
                          "Disconnected from 10.0.0.2 port 22\r\n")
            << false << P::authenticationFailed
            << "Received disconnect from 10.0.0.2 port 22:2: Too many authentication failures";
        QTest::newRow("port closed") << QByteArray("ssh: connect to host box port 22: Connection refused\r\n") << false
                                     << P::refused << "ssh: connect to host box port 22: Connection refused";
        QTest::newRow("no route") << QByteArray("ssh: connect to host 10.9.9.9 port 22: No route to host\r\n") << false
                                  << P::unreachable << "ssh: connect to host 10.9.9.9 port 22: No route to host";
        QTest::newRow("name") << QByteArray("ssh: Could not resolve hostname nas: Name or service not known\r\n")
                              << false << P::unreachable
                              << "ssh: Could not resolve hostname nas: Name or service not known";
        QTest::newRow("timeout") << QByteArray("ssh: connect to host 10.9.9.9 port 22: Connection timed out\r\n")
                                 << false << P::timeout
                                 << "ssh: connect to host 10.9.9.9 port 22: Connection timed out";
        QTest::newRow("banner timeout") << QByteArray(
            "Connection timed out during banner exchange\r\nConnection to 10.0.0.2 port 22 timed out\r\n")
                                        << false << P::timeout << "Connection to 10.0.0.2 port 22 timed out";
        QTest::newRow("dead peer") << QByteArray("Timeout, server box not responding.\r\n") << false << P::timeout
                                   << "Timeout, server box not responding.";
        QTest::newRow("jump host finds the port closed")
            << QByteArray("channel 0: open failed: connect failed: Connection refused\r\nstdio forwarding failed\r\n"
                          "kex_exchange_identification: Connection closed by remote host\r\n"
                          "Connection closed by UNKNOWN port 65535\r\n")
            << false << P::refused << "channel 0: open failed: connect failed: Connection refused";
        QTest::newRow("jump host forwards nothing")
            << QByteArray("channel 0: open failed: administratively prohibited: open failed\r\n"
                          "stdio forwarding failed\r\nConnection closed by UNKNOWN port 65535\r\n")
            << false << P::forwardingRefused << "channel 0: open failed: administratively prohibited: open failed";
        QTest::newRow("closed early") << QByteArray("kex_exchange_identification: Connection closed by remote host\r\n"
                                                    "Connection closed by 10.0.0.2 port 22\r\n")
                                      << false << P::unreachable << "Connection closed by 10.0.0.2 port 22";
        QTest::newRow("local socket") << QByteArray(
            "unix_listener: cannot bind to path /x/y: No such file or directory\r\n"
            "Could not request local forwarding.\r\n")
                                      << false << P::unreachable
                                      << "unix_listener: cannot bind to path /x/y: No such file or directory";
        QTest::newRow("a banner does not decide")
            << QByteArray("Connection refused to whoever is not us. Permission denied!\r\n"
                          "u@box: Permission denied (publickey).\r\n")
            << false << P::authenticationFailed << "u@box: Permission denied (publickey).";
        QTest::newRow("unknown words") << QByteArray("something new\r\n") << false << P::unreachable << "something new";
        QTest::newRow("nothing") << QByteArray() << false << P::unreachable << "";
        QTest::newRow("control characters are not shown")
            << QByteArray("\x1b]0;title\x07text\n") << false << P::unreachable << "]0;titletext";
    }
    void standardErrorTellsTheProblem()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, batchMode);
        QFETCH(P, problem);
        QFETCH(QString, detail);
        const transport::TransportFailure failure = transport::classifySshFailure(text, batchMode);
        QCOMPARE(model::problemName(failure.problem), model::problemName(problem));
        QCOMPARE(failure.detail, detail);
    }

    void factsTellWhyTheEngineDoesNotAnswer_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<bool>("openFailed");
        QTest::addColumn<P>("problem");
        QTest::addColumn<QString>("other");
        QTest::newRow("missing") << QByteArray("socket - /var/run/docker.sock\n") << true << P::noEngine << "";
        QTest::newRow("a file") << QByteArray("socket -erw /var/run/docker.sock\n") << true << P::noEngine << "";
        QTest::newRow("denied") << QByteArray("groups u video\nsocket -es /var/run/docker.sock\n") << true
                                << P::noPermission << "";
        QTest::newRow("stale") << QByteArray("socket -esrw /var/run/docker.sock\n") << true << P::noEngine << "";
        QTest::newRow("not forwarded") << QByteArray("socket -esrw /var/run/docker.sock\nlistening /run/docker.sock\n")
                                       << true << P::forwardingRefused << "";
        QTest::newRow("fine") << QByteArray("socket -esrw /var/run/docker.sock\nlistening /run/docker.sock\n") << false
                              << P::none << "";
        QTest::newRow("rootless") << QByteArray("socket - /var/run/docker.sock\nsocket -esr /run/x\n"
                                                "socket -esrw /run/user/1000/docker.sock\n")
                                  << true << P::noEngine << "/run/user/1000/docker.sock";
        QTest::newRow("no facts") << QByteArray("junk\nsocket\n") << true << P::none << "";
    }
    void factsTellWhyTheEngineDoesNotAnswer()
    {
        QFETCH(QByteArray, reply);
        QFETCH(bool, openFailed);
        QFETCH(P, problem);
        QFETCH(QString, other);
        const QString socket = QStringLiteral("/var/run/docker.sock");
        const transport::RemoteFacts facts = transport::parseRemoteFacts(reply);
        QCOMPARE(model::problemName(transport::judgeRemoteSocket(facts, socket, openFailed).problem),
                 model::problemName(problem));
        QCOMPARE(transport::otherUsableSocket(facts, socket), other);
    }
};

QTEST_GUILESS_MAIN(SshFailureTest)
#include "ssh_failure_test.moc"
