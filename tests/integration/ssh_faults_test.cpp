// SPDX-License-Identifier: GPL-3.0-or-later
//
// SshTransport against a real sshd: bad lines, and what a user's own configuration says that is not meant for us.
#include "integration/chaos_proxy.h"
#include "integration/ssh_bench.h"

#include <QNetworkProxy>

using namespace mediahelm;
using namespace mediahelm::tests;

namespace {

base::SshTarget through(const ChaosProxy &proxy)
{
    return base::SshTarget::parse(QStringLiteral("root@127.0.0.1:%1").arg(proxy.port())).value();
}

constexpr char localHostNeedsNoKey[] = "NoHostAuthenticationForLocalhost yes"; // the proxy's port is another each time

} // namespace

class SshFaultsTest : public QObject
{
    Q_OBJECT

    ScriptedQuestioner m_nobody;

private Q_SLOTS:
    void B08_aLineOf256KilobitsIsEnough()
    {
        SshdFixture sshd;
        sshd.addClientLine(localHostNeedsNoKey);
        TinyEngine engine(sshd.file(QStringLiteral("docker.sock")));
        START_TRUSTED_SSHD(sshd);
        ChaosProxy proxy(sshd.port(), 256 * 1000 / 8);
        SshBench bench(sshd);
        const auto transport = bench.make(m_nobody, through(proxy), engine.fullServerName());
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QVERIFY2(outcome.problem().isEmpty(), qPrintable(outcome.problem() + outcome.failure().detail));
        QVERIFY(fetch(*transport, pingRequest, "OK").contains("200 OK"));
        const auto counters = transport->readHostCounters();
        QTRY_VERIFY_WITH_TIMEOUT(counters.isFinished(), 15'000);
        QVERIFY(counters.result().ok());
    }

    void B08_aLineThatBreaksIsNoticed_data()
    {
        QTest::addColumn<bool>("reset"); // or swallowed
        QTest::addColumn<int>("withinMs");
        QTest::addColumn<QString>("problem");
        QTest::newRow("a black hole within 15 seconds") << false << 15'000 << "timeout";
        QTest::newRow("a reset at once") << true << 5'000 << "unreachable";
    }
    void B08_aLineThatBreaksIsNoticed()
    {
        QFETCH(bool, reset);
        QFETCH(int, withinMs);
        SshdFixture sshd;
        sshd.addClientLine(localHostNeedsNoKey);
        TinyEngine engine(sshd.file(QStringLiteral("docker.sock")));
        START_TRUSTED_SSHD(sshd);
        ChaosProxy proxy(sshd.port());
        SshBench bench(sshd);
        const auto transport = bench.make(m_nobody, through(proxy), engine.fullServerName());
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QString());
        if (reset)
            proxy.reset();
        else
            proxy.swallow();
        QTRY_VERIFY_WITH_TIMEOUT(!outcome.failed.isEmpty(), withinMs);
        QTEST(outcome.problem(), "problem");
        QTRY_VERIFY_WITH_TIMEOUT(bench.sshLeft().isEmpty(), 10'000);
    }

    void B08_aServerThatTakesNoMoreIsTriedAgain()
    {
        SshdFixture sshd;
        sshd.addServerLine("MaxStartups 1:100:1");
        TinyEngine engine(sshd.file(QStringLiteral("docker.sock")));
        START_TRUSTED_SSHD(sshd);
        QTcpSocket inTheWay; // speaks no word, and holds the one place for those who have not said who they are
        inTheWay.setProxy(QNetworkProxy::NoProxy);
        inTheWay.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(sshd.port()));
        QTRY_VERIFY(inTheWay.bytesAvailable() > 0);
        SshBench bench(sshd);
        {
            const auto transport = bench.make(m_nobody, QStringLiteral("root"), engine.fullServerName());
            Outcome outcome(*transport);
            transport->start();
            QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
            QCOMPARE(outcome.problem(), QStringLiteral("unreachable"));
            QVERIFY(!model::stopsRetrying(outcome.failure().problem));
            QVERIFY(!outcome.failure().detail.isEmpty());
        }
        inTheWay.abort();
        const auto connects = [&] {
            const auto transport = bench.make(m_nobody, QStringLiteral("root"), engine.fullServerName());
            Outcome outcome(*transport);
            transport->start();
            return QTest::qWaitFor([&] { return outcome.over(); }, 20'000) && outcome.problem().isEmpty();
        };
        QTRY_VERIFY(connects());
    }

    void B08_aJumpHostThatIsDownIsTriedAgain()
    {
        SshdFixture jump;
        SshdFixture sshd;
        START_TRUSTED_SSHD(jump);
        START_TRUSTED_SSHD(sshd);
        const QByteArray port = QByteArray::number(jump.port());
        jump.stop();
        sshd.addClientLine("Match host 127.0.0.1 exec \"test %p = " + QByteArray::number(sshd.port())
                           + "\"\nProxyJump root@127.0.0.1:" + port + "\nHost *");
        SshBench bench(sshd);
        const auto transport = bench.make(m_nobody);
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QStringLiteral("refused"));
        QVERIFY2(outcome.failure().detail.contains(QString::fromLatin1(port)), qPrintable(outcome.failure().detail));
        QVERIFY(!model::stopsRetrying(outcome.failure().problem));
    }

    void aUsersOwnConfigurationDoesNotGetInTheWay_data()
    {
        QTest::addColumn<QByteArray>("line"); // TAKEN: a port in use; FOLDER: the fixture's
        for (const char *line : {"LocalForward 127.0.0.1:TAKEN 127.0.0.1:1",
                                 "LocalForward 127.0.0.1:TAKEN 127.0.0.1:1\nExitOnForwardFailure yes",
                                 "RemoteForward 127.0.0.1:TAKEN 127.0.0.1:1\nExitOnForwardFailure yes",
                                 "DynamicForward 127.0.0.1:TAKEN\nExitOnForwardFailure yes",
                                 "ClearAllForwardings yes",
                                 "ControlMaster auto\nControlPath FOLDER/master\nControlPersist 10m",
                                 "ControlMaster yes\nControlPath FOLDER/master",
                                 "RemoteCommand tail -f /dev/null",
                                 "RemoteCommand tail -f /dev/null\nRequestTTY force",
                                 "RequestTTY force",
                                 "SessionType none",
                                 "SessionType subsystem",
                                 "PermitLocalCommand yes\nLocalCommand touch FOLDER/ran",
                                 "PermitLocalCommand no",
                                 "ForkAfterAuthentication yes",
                                 "StdinNull yes",
                                 "StreamLocalBindUnlink no\nStreamLocalBindMask 0777",
                                 "ServerAliveInterval 0\nTCPKeepAlive no",
                                 "ServerAliveInterval 300\nServerAliveCountMax 100",
                                 "LogLevel QUIET",
                                 "LogLevel DEBUG3",
                                 "VisualHostKey yes",
                                 "EscapeChar x",
                                 "ForwardAgent yes\nForwardX11 yes\nForwardX11Trusted yes",
                                 "Compression yes",
                                 "GatewayPorts yes",
                                 "HashKnownHosts yes\nUpdateHostKeys yes",
                                 "AddKeysToAgent yes",
                                 "SendEnv *",
                                 "SetEnv LC_ALL=de_DE.UTF-8 SHELL=/bin/false",
                                 "ConnectionAttempts 5",
                                 "BatchMode yes",
                                 "NumberOfPasswordPrompts 0"})
            QTest::newRow(line) << QByteArray(line);
    }
    void aUsersOwnConfigurationDoesNotGetInTheWay()
    {
        QFETCH(QByteArray, line);
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress(QHostAddress::LocalHost)));
        SshdFixture sshd;
        line.replace("TAKEN", QByteArray::number(taken.serverPort()));
        line.replace("FOLDER", QFile::encodeName(sshd.file(QString()).chopped(1)));
        sshd.addClientLine(line);
        TinyEngine engine(sshd.file(QStringLiteral("docker.sock")));
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        {
            const auto transport = bench.make(m_nobody, QStringLiteral("root"), engine.fullServerName());
            Outcome outcome(*transport);
            transport->start();
            QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
            QVERIFY2(outcome.problem().isEmpty(), qPrintable(outcome.problem() + outcome.failure().detail));
            QVERIFY(fetch(*transport, pingRequest, "OK").contains("200 OK"));
            const auto counters = transport->readHostCounters();
            QTRY_VERIFY_WITH_TIMEOUT(counters.isFinished(), 10'000);
            QVERIFY(counters.result().ok()); // the session is ours too
            QCOMPARE(bench.sshLeft().size(), 1);
            QVERIFY(!QFileInfo::exists(sshd.file(QStringLiteral("master"))));
            QVERIFY(!QFileInfo::exists(sshd.file(QStringLiteral("ran"))));
        }
        QTRY_VERIFY_WITH_TIMEOUT(bench.sshLeft().isEmpty(), 10'000);
        QVERIFY(bench.socketsLeft().isEmpty());
    }

    void aMasterOfTheUsersIsLeftAlone()
    {
        SshdFixture sshd;
        sshd.addClientLine("ControlMaster auto\nControlPath " + QFile::encodeName(sshd.file(QStringLiteral("master"))));
        TinyEngine engine(sshd.file(QStringLiteral("docker.sock")));
        START_TRUSTED_SSHD(sshd);
        QProcess master; // in a terminal of theirs
        master.start(QStringLiteral("ssh"),
                     sshd.clientArguments()
                         + QStringList{QStringLiteral("-N"), QStringLiteral("-p"), QString::number(sshd.port()),
                                       QStringLiteral("root@127.0.0.1")});
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(sshd.file(QStringLiteral("master"))), 10'000);
        SshBench bench(sshd);
        {
            const auto transport = bench.make(m_nobody, QStringLiteral("root"), engine.fullServerName());
            Outcome outcome(*transport);
            transport->start();
            QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
            QVERIFY2(outcome.problem().isEmpty(), qPrintable(outcome.problem() + outcome.failure().detail));
            QVERIFY(fetch(*transport, pingRequest, "OK").contains("200 OK"));
        }
        QTRY_COMPARE(bench.sshLeft(), QStringList{QString::number(master.processId())});
        QCOMPARE(master.state(), QProcess::Running);
        master.terminate();
        QVERIFY(master.waitForFinished());
    }
};

QTEST_GUILESS_MAIN(SshFaultsTest)
#include "ssh_faults_test.moc"
