// SPDX-License-Identifier: GPL-3.0-or-later
//
// SshTransport against a real sshd: what the host allows, where its engine is, and how long the connection lives.
#include "integration/ssh_bench.h"

#include <QTcpServer>

#include <csignal>

using namespace mediahelm;
using namespace mediahelm::tests;

class SshHostTest : public QObject
{
    Q_OBJECT

    ScriptedQuestioner m_nobody;

private Q_SLOTS:
    void missingSocketIsNoEngine()
    {
        SshdFixture sshd;
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        const auto transport = bench.make(m_nobody, QStringLiteral("root"), sshd.file(QStringLiteral("none.sock")));
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QStringLiteral("noEngine"));
        QVERIFY(outcome.failure().detail.contains(QLatin1String("none.sock")));
        QVERIFY(bench.socketsLeft().isEmpty());
    }

    void socketOfSomebodyElseIsNoPermission()
    {
        SshdFixture sshd;
        sshd.addAccount({QStringLiteral("plain"), 4242, QStringLiteral("/bin/sh"), {}});
        TinyEngine engine(sshd.file(QStringLiteral("engine.sock")));
        QVERIFY(QFile::setPermissions(engine.fullServerName(), QFile::ReadOwner | QFile::WriteOwner));
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        const auto transport = bench.make(m_nobody, QStringLiteral("plain"), engine.fullServerName());
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QStringLiteral("noPermission"));
        QVERIFY2(outcome.failure().detail.contains(QLatin1String("groups: plain")),
                 qPrintable(outcome.failure().detail));
    }

    void engineAtAnotherSocketIsFoundAndRemembered()
    {
        SshdFixture sshd;
        sshd.addAccount({QStringLiteral("plain"), 4242, QStringLiteral("/bin/sh"), {}});
        TinyEngine engine(sshd.file(QStringLiteral("rootless.sock")));
        sshd.addServerLine("SetEnv DOCKER_HOST=unix://" + engine.fullServerName().toUtf8());
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        for (int attempt = 0; attempt < 2; ++attempt) {
            const auto transport = bench.make(m_nobody, QStringLiteral("plain"));
            Outcome outcome(*transport);
            transport->start();
            QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
            QVERIFY2(outcome.problem().isEmpty(), qPrintable(outcome.problem() + outcome.failure().detail));
            QVERIFY(fetch(*transport, pingRequest, "OK").contains("200 OK"));
            QCOMPARE(bench.memory->remoteSocket, engine.fullServerName());
        }
        // Once to find it, and once with what is known.
        QCOMPARE(sshd.log().count(QLatin1String("Accepted publickey for plain")), 3);
    }

    void forwardingRefusedIsTold()
    {
        SshdFixture sshd;
        sshd.addServerLine("AllowStreamLocalForwarding no");
        TinyEngine engine(sshd.file(QStringLiteral("docker.sock")));
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        const auto transport = bench.make(m_nobody, QStringLiteral("root"), engine.fullServerName());
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QString());
        QVERIFY(fetch(*transport, pingRequest, "OK").isEmpty());
        const auto verdict = transport->diagnose();
        QTRY_VERIFY_WITH_TIMEOUT(verdict.isFinished(), 15'000);
        QCOMPARE(model::problemName(verdict.result()->problem), QStringLiteral("forwardingRefused"));
        QCOMPARE(engine.connections, 0);
    }

    void engineThatEndedIsNoEngineAndNoRefusal()
    {
        SshdFixture sshd;
        auto engine = std::make_unique<TinyEngine>(sshd.file(QStringLiteral("docker.sock")));
        const QString path = engine->fullServerName();
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        const auto transport = bench.make(m_nobody, QStringLiteral("root"), path);
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QVERIFY(fetch(*transport, pingRequest, "OK").contains("200 OK"));

        const auto healthy = transport->diagnose();
        QTRY_VERIFY_WITH_TIMEOUT(healthy.isFinished(), 15'000);
        QCOMPARE(model::problemName(healthy.result()->problem), QStringLiteral("none"));

        engine.reset();
        QVERIFY(fetch(*transport, pingRequest, "OK").isEmpty());
        const auto gone = transport->diagnose();
        QTRY_VERIFY_WITH_TIMEOUT(gone.isFinished(), 15'000);
        QCOMPARE(model::problemName(gone.result()->problem), QStringLiteral("noEngine"));

        engine = std::make_unique<TinyEngine>(path);
        QVERIFY(fetch(*transport, pingRequest, "OK").contains("200 OK")); // the forward lives on
        QVERIFY(outcome.failed.isEmpty());
    }

    void B08_deadPeerIsFoundWithin15Seconds_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::newRow("by our own ping") << "/bin/sh";
        QTest::newRow("by ssh where no command runs") << "/usr/sbin/nologin";
    }
    void B08_deadPeerIsFoundWithin15Seconds()
    {
        QFETCH(QString, shell);
        SshdFixture sshd;
        sshd.addAccount({QStringLiteral("other"), 0, shell, {}});
        TinyEngine engine(sshd.file(QStringLiteral("docker.sock")));
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        const auto transport = bench.make(m_nobody, QStringLiteral("other"), engine.fullServerName());
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QString());
        sshd.freezeConnections(true);
        QTRY_VERIFY_WITH_TIMEOUT(!outcome.failed.isEmpty(), 15'000);
        QCOMPARE(outcome.problem(), QStringLiteral("timeout"));
        sshd.freezeConnections(false);
        QTRY_VERIFY(bench.sshLeft().isEmpty());
    }

    void B08_connectionThatEndsIsNoticedAtOnce()
    {
        SshdFixture sshd;
        TinyEngine engine(sshd.file(QStringLiteral("docker.sock")));
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        const auto transport = bench.make(m_nobody, QStringLiteral("root"), engine.fullServerName());
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        const auto counters = transport->readHostCounters();
        for (const qint64 pid : sshd.connectionProcesses())
            ::kill(static_cast<pid_t>(pid), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(!outcome.failed.isEmpty(), 3'000);
        QCOMPARE(outcome.problem(), QStringLiteral("unreachable"));
        QVERIFY(counters.isFinished());
    }

    void sixtyStreamsAtOnceThroughOneProcess()
    {
        SshdFixture sshd;
        TinyEngine engine(sshd.file(QStringLiteral("docker.sock")));
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        const auto transport = bench.make(m_nobody, QStringLiteral("root"), engine.fullServerName());
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        std::vector<std::unique_ptr<transport::ByteStream>> streams;
        int answered = 0;
        for (int i = 0; i < 60; ++i) {
            streams.push_back(transport->openStream());
            transport::ByteStream *stream = streams.back().get();
            connect(stream, &transport::ByteStream::readable, stream, [stream, &answered] {
                if (stream->takeAll().contains("200 OK"))
                    ++answered;
            });
            stream->write(pingRequest);
        }
        QTRY_COMPARE_WITH_TIMEOUT(answered, 60, 20'000);
        QCOMPARE(engine.connections, 60);
        QCOMPARE(bench.sshLeft().size(), 1);
    }

    void B08_nothingIsLeftBehindAfterTwentyReconnects()
    {
        SshdFixture sshd;
        TinyEngine engine(sshd.file(QStringLiteral("docker.sock")));
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        ScriptedQuestioner person([](const model::Question &) { return ScriptedQuestioner::yes(); });
        for (int i = 0; i < 20; ++i) {
            auto transport = bench.make(person, QStringLiteral("root"), engine.fullServerName());
            Outcome outcome(*transport);
            transport->start();
            if (i % 2 == 0) { // every other one is dropped at some moment of its handshake
                QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
                QCOMPARE(outcome.problem(), QString());
            } else {
                QTRY_VERIFY(!bench.socketsLeft().isEmpty());
            }
            if (i % 3 == 0)
                continue; // destroyed as at the end of the program
            QEventLoop loop; // destroyed while the program runs on
            QTimer::singleShot(0, &loop, [&] {
                transport.reset();
                loop.quit();
            });
            loop.exec();
        }
        QTRY_VERIFY_WITH_TIMEOUT(bench.sshLeft().isEmpty(), 10'000);
        QVERIFY2(bench.socketsLeft().isEmpty(), qPrintable(bench.socketsLeft().join(u' ')));
        QTRY_VERIFY_WITH_TIMEOUT(sshd.connectionProcesses().isEmpty(), 10'000);
    }

    void destroyedWhileAskingWithdrawsTheQuestion()
    {
        SshdFixture sshd;
        START_TRUSTED_SSHD(sshd);
        sshd.forget();
        SshBench bench(sshd);
        ScriptedQuestioner person([](const model::Question &) { return std::nullopt; });
        auto transport = bench.make(person);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(!person.asked.isEmpty(), 20'000);
        transport.reset();
        QCOMPARE(person.withdrawn, QList<quint64>{person.asked.first().id});
        QTRY_VERIFY_WITH_TIMEOUT(bench.sshLeft().isEmpty(), 10'000);
        QVERIFY(bench.socketsLeft().isEmpty());
        QCOMPARE(person.conclusions, QList<bool>{false});
    }

    void handshakeThatHangsTimesOut()
    {
        SshdFixture sshd;
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        // The kernel accepts, nobody speaks.
        bench.settings.handshake = std::chrono::milliseconds(1500);
        ScriptedQuestioner person([](const model::Question &) { return ScriptedQuestioner::yes(); });
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const auto target =
            base::SshTarget::parse(QStringLiteral("root@127.0.0.1:%1").arg(silent.serverPort())).value();
        const auto transport = bench.make(person, target);
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QStringLiteral("timeout"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.sshLeft().isEmpty(), 10'000);
    }

    void userConfiguredJumpHostWorksAndLeavesNothing()
    {
        SshdFixture jump;
        SshdFixture sshd;
        TinyEngine engine(sshd.file(QStringLiteral("docker.sock")));
        START_TRUSTED_SSHD(jump);
        START_TRUSTED_SSHD(sshd);
        const QByteArray port = QByteArray::number(jump.port());
        // The jump runs under its own configuration, as it does from a user's ~/.ssh/config.
        sshd.addClientLine("ProxyCommand ssh -F " + jump.clientArguments().last().toUtf8() + " -W %h:%p -p " + port
                           + " root@127.0.0.1");
        SshBench bench(sshd);
        auto transport = bench.make(m_nobody, QStringLiteral("root"), engine.fullServerName());
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QVERIFY2(outcome.problem().isEmpty(), qPrintable(outcome.problem() + outcome.failure().detail));
        QVERIFY(fetch(*transport, pingRequest, "OK").contains("200 OK"));
        QVERIFY(!jump.connectionProcesses().isEmpty());
        transport.reset();
        QTRY_VERIFY_WITH_TIMEOUT(bench.sshLeft().isEmpty(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(SshBench::processesNaming(jump.clientArguments().last()).isEmpty(), 10'000);
    }

    void proxyJumpAsksForBothHostKeys()
    {
        SshdFixture jump;
        SshdFixture sshd;
        TinyEngine engine(sshd.file(QStringLiteral("docker.sock")));
        START_TRUSTED_SSHD(jump);
        START_TRUSTED_SSHD(sshd);
        sshd.forget();
        QVERIFY(QFile::remove(jump.file(QStringLiteral("authorized_keys"))));
        QVERIFY(QFile::copy(sshd.file(QStringLiteral("id.pub")), jump.file(QStringLiteral("authorized_keys"))));
        sshd.addClientLine("Match host 127.0.0.1 exec \"test %p = " + QByteArray::number(sshd.port())
                           + "\"\nProxyJump root@127.0.0.1:" + QByteArray::number(jump.port()) + "\nHost *");
        SshBench bench(sshd);
        ScriptedQuestioner person([](const model::Question &) { return ScriptedQuestioner::yes(); });
        const auto transport = bench.make(person, QStringLiteral("root"), engine.fullServerName());
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QVERIFY2(outcome.problem().isEmpty(), qPrintable(outcome.problem() + outcome.failure().detail));
        QCOMPARE(person.asked.size(), 2);
        QCOMPARE(person.asked.first().fingerprint, QString::fromLatin1(jump.fingerprint()));
        QCOMPARE(person.asked.last().fingerprint, QString::fromLatin1(sshd.fingerprint()));
    }
};

QTEST_GUILESS_MAIN(SshHostTest)
#include "ssh_host_test.moc"
