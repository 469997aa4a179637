// SPDX-License-Identifier: GPL-3.0-or-later
//
// SshTransport against a real sshd: what it needs to connect, what it asks, and why it does not.
#include "integration/ssh_bench.h"

using namespace mediahelm;
using namespace mediahelm::tests;
using Kind = model::Question::Kind;

class SshConnectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheContainersOfTheRealEngine()
    {
        if (!QFileInfo::exists(QStringLiteral("/var/run/docker.sock")))
            QSKIP("no Docker engine runs here");
        SshdFixture sshd;
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        ScriptedQuestioner nobody;
        const auto transport = bench.make(nobody);
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QString());
        const QByteArray reply = fetch(
            *transport, "GET /v1.41/containers/json?all=1 HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n", "\n]");
        QVERIFY2(reply.startsWith("HTTP/1.1 200 OK"), reply.left(400).constData());
        QCOMPARE(nobody.conclusions, QList<bool>{true});
    }

    void accountsOfEveryShellReachTheEngine_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<bool>("counters");
        QTest::newRow("sh") << "/bin/sh" << true;
        QTest::newRow("bash") << "/bin/bash" << true;
        QTest::newRow("fish") << "/usr/bin/fish" << true;
        QTest::newRow("csh") << "/bin/csh" << true;
        QTest::newRow("zsh") << "/bin/zsh" << true;
        QTest::newRow("nologin runs no command: the forward stands alone") << "/usr/sbin/nologin" << false;
        QTest::newRow("false") << "/bin/false" << false;
    }
    void accountsOfEveryShellReachTheEngine()
    {
        QFETCH(QString, shell);
        QFETCH(bool, counters);
        if (!QFileInfo::exists(shell))
            QSKIP("this shell is not installed");
        SshdFixture sshd;
        sshd.addAccount({QStringLiteral("other"), 0, shell, {}});
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        TinyEngine engine(sshd.file(QStringLiteral("engine.sock")));
        ScriptedQuestioner nobody;
        const auto transport = bench.make(nobody, QStringLiteral("other"), engine.fullServerName());
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 30'000);
        QVERIFY2(outcome.problem().isEmpty(), qPrintable(outcome.problem() + outcome.failure().detail));
        QVERIFY(fetch(*transport, pingRequest, "OK").contains("200 OK"));

        const auto reply = transport->readHostCounters();
        QTRY_VERIFY(reply.isFinished());
        QCOMPARE(reply.result().ok(), counters);
        if (counters)
            QVERIFY(reply.result()->contains("== meminfo\nMemTotal:"));
        else
            QCOMPARE(reply.result().error().kind, base::ErrorKind::unsupported);
        QCOMPARE(bench.memory->withoutSession, !counters);
    }

    void B09_unknownHostKeyIsAskedWithItsFingerprintAndThenKnown()
    {
        SshdFixture sshd;
        START_SSHD(sshd);
        SshBench bench(sshd);
        ScriptedQuestioner person([](const model::Question &) { return ScriptedQuestioner::yes(); });
        const auto transport = bench.make(person);
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QString());
        QCOMPARE(person.asked.size(), 1);
        const model::Question question = person.asked.first();
        QCOMPARE(question.kind, Kind::hostKey);
        QCOMPARE(question.fingerprint, QString::fromLatin1(sshd.fingerprint()));
        QCOMPARE(question.keyType, QStringLiteral("ED25519"));
        QCOMPARE(question.subject, QStringLiteral("[127.0.0.1]:%1").arg(sshd.port()));
        QCOMPARE(question.host.text(), QStringLiteral("box"));
        QVERIFY(sshd.knownHosts().contains("ssh-ed25519"));
    }

    void declinedHostKeyStopsAndIsNotKept()
    {
        SshdFixture sshd;
        START_SSHD(sshd);
        SshBench bench(sshd);
        ScriptedQuestioner person([](const model::Question &) { return ScriptedQuestioner::no(); });
        const auto transport = bench.make(person);
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QStringLiteral("hostKeyUnknown"));
        QVERIFY(sshd.knownHosts().isEmpty());
    }

    void B09_unknownHostKeyWithNobodyThereStops()
    {
        SshdFixture sshd;
        START_SSHD(sshd);
        SshBench bench(sshd);
        ScriptedQuestioner nobody;
        const auto transport = bench.make(nobody);
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QStringLiteral("hostKeyUnknown"));
        QVERIFY(sshd.knownHosts().isEmpty());
        QVERIFY(bench.socketsLeft().isEmpty());
    }

    void B08_changedHostKeyIsAHardStop_data()
    {
        QTest::addColumn<QByteArray>("clientLine");
        QTest::newRow("as usual") << QByteArray();
        QTest::newRow("even where the configuration says not to check") << QByteArray("StrictHostKeyChecking no");
    }
    void B08_changedHostKeyIsAHardStop()
    {
        QFETCH(QByteArray, clientLine);
        SshdFixture sshd;
        sshd.addClientLine(clientLine);
        START_TRUSTED_SSHD(sshd);
        sshd.stop();
        sshd.replaceHostKey();
        QVERIFY(sshd.start());
        SshBench bench(sshd);
        ScriptedQuestioner person([](const model::Question &) { return ScriptedQuestioner::yes(); });
        const auto transport = bench.make(person);
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QStringLiteral("hostKeyChanged"));
        const QString detail = outcome.failure().detail;
        QVERIFY2(detail.contains(QString::fromLatin1(sshd.fingerprint())), qPrintable(detail));
        QVERIFY2(detail.contains(sshd.file(QStringLiteral("known_hosts:1"))), qPrintable(detail));
        QCOMPARE(person.asked.size(), 0);
    }

    void passphraseIsAskedAgainAfterAWrongOne()
    {
        SshdFixture sshd;
        sshd.usePassphrase("it's a p\xc3\xa4ssphrase");
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        ScriptedQuestioner person([](const model::Question &question) {
            return ScriptedQuestioner::yes(question.again ? "it's a p\xc3\xa4ssphrase" : "wrong");
        });
        const auto transport = bench.make(person);
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QString());
        QCOMPARE(person.asked.size(), 2);
        QCOMPARE(person.asked.first().kind, Kind::passphrase);
        QCOMPARE(person.asked.first().subject, sshd.file(QStringLiteral("id")));
        QVERIFY(person.asked.first().mayBeKept);
    }

    void cancelledPassphraseAsksNothingMore()
    {
        SshdFixture sshd;
        sshd.addAccount({QStringLiteral("other"), 0, QStringLiteral("/bin/sh"), QStringLiteral("secret")});
        sshd.usePassphrase("hidden words");
        START_TRUSTED_SSHD(sshd);
        SshBench bench(sshd);
        ScriptedQuestioner person([](const model::Question &) { return ScriptedQuestioner::no(); });
        const auto transport = bench.make(person, QStringLiteral("other"));
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QStringLiteral("disconnectedByUser"));
        QCOMPARE(person.asked.size(), 1);
        QCOMPARE(person.conclusions, QList<bool>{false});
    }

    void passwordIsAskedOnceAlsoWhenSshIsStartedAnew_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::newRow("one run") << "/bin/sh";
        QTest::newRow("two runs: no command allowed") << "/usr/sbin/nologin";
    }
    void passwordIsAskedOnceAlsoWhenSshIsStartedAnew()
    {
        QFETCH(QString, shell);
        SshdFixture sshd;
        sshd.addAccount({QStringLiteral("other"), 0, shell, QStringLiteral("s3cret")});
        START_SSHD(sshd);
        sshd.authorizeNobody();
        sshd.trust();
        SshBench bench(sshd);
        TinyEngine engine(sshd.file(QStringLiteral("engine.sock")));
        ScriptedQuestioner person([](const model::Question &) { return ScriptedQuestioner::yes("s3cret"); });
        const auto transport = bench.make(person, QStringLiteral("other"), engine.fullServerName());
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 30'000);
        QVERIFY2(outcome.problem().isEmpty(), qPrintable(outcome.problem() + outcome.failure().detail));
        QCOMPARE(person.asked.size(), 1);
        QCOMPARE(person.asked.first().kind, Kind::password);
        QCOMPARE(person.asked.first().subject, QStringLiteral("other@127.0.0.1"));
        QVERIFY(fetch(*transport, pingRequest, "OK").contains("200 OK"));
    }

    void B08_refusedKeyAndPasswordStop()
    {
        SshdFixture sshd;
        sshd.addAccount({QStringLiteral("other"), 0, QStringLiteral("/bin/sh"), QStringLiteral("s3cret")});
        START_SSHD(sshd);
        sshd.authorizeNobody();
        sshd.trust();
        SshBench bench(sshd);
        ScriptedQuestioner person([](const model::Question &) { return ScriptedQuestioner::yes("wrong"); });
        const auto transport = bench.make(person, QStringLiteral("other"));
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 30'000);
        QCOMPARE(outcome.problem(), QStringLiteral("authenticationFailed"));
        QVERIFY(model::stopsRetrying(outcome.failure().problem));
        QCOMPARE(person.asked.size(), 3);
        QCOMPARE(person.conclusions, QList<bool>{false});
    }

    void B09_neededPasswordWithNobodyThereSaysSo()
    {
        SshdFixture sshd;
        START_SSHD(sshd);
        sshd.authorizeNobody();
        sshd.trust();
        SshBench bench(sshd);
        ScriptedQuestioner nobody;
        const auto transport = bench.make(nobody);
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QStringLiteral("answerNeeded"));
    }

    void B08_refusedPort()
    {
        SshdFixture sshd;
        START_SSHD(sshd);
        sshd.stop();
        SshBench bench(sshd);
        ScriptedQuestioner nobody;
        const auto transport = bench.make(nobody);
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 20'000);
        QCOMPARE(outcome.problem(), QStringLiteral("refused"));
    }

    void B08_unknownName()
    {
        SshdFixture sshd;
        START_SSHD(sshd);
        SshBench bench(sshd);
        ScriptedQuestioner nobody;
        const auto transport = bench.make(nobody, base::SshTarget::parse(u"no-such-host.invalid").value());
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.over(), 30'000);
        QCOMPARE(outcome.problem(), QStringLiteral("unreachable"));
        QVERIFY(outcome.failure().detail.contains(QLatin1String("Could not resolve hostname")));
    }

    void missingSshIsSaid()
    {
        SshdFixture sshd;
        START_SSHD(sshd);
        SshBench bench(sshd);
        bench.settings.environment.insert(QStringLiteral("PATH"), sshd.file(QStringLiteral("nothing")));
        ScriptedQuestioner nobody;
        const auto transport = bench.make(nobody);
        Outcome outcome(*transport);
        transport->start();
        QTRY_VERIFY(outcome.over());
        QCOMPARE(outcome.problem(), QStringLiteral("sshMissing"));
    }
};

QTEST_GUILESS_MAIN(SshConnectTest)
#include "ssh_connect_test.moc"
