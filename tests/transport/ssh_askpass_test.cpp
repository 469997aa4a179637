// SPDX-License-Identifier: GPL-3.0-or-later
//
// The askpass program and the server that answers it, together.
#include "core/transport/ssh_askpass_server.h"

#include "transport/scripted_questioner.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm;
using namespace mediahelm::tests;
using model::Question;
using transport::SshAskpassServer;

namespace {

const QByteArray passwordPrompt("u@box's password: ");

struct Run {
    int exitCode = -1;
    QByteArray output;
};

// One start of the program by ssh.
class Askpass
{
public:
    Askpass(const SshAskpassServer &server, const QByteArray &prompt, const QByteArray &hint = {},
            const QByteArray &token = {})
    {
        const transport::AskpassHandle &handle = server.handle();
        QProcessEnvironment environment = transport::sshEnvironment({}, &handle);
        if (!token.isEmpty())
            environment.insert(QStringLiteral("MEDIAHELM_ASKPASS_TOKEN"), QString::fromLatin1(token));
        if (!hint.isEmpty())
            environment.insert(QStringLiteral("SSH_ASKPASS_PROMPT"), QString::fromLatin1(hint));
        process.setProcessEnvironment(environment);
        process.start(handle.program, {QString::fromUtf8(prompt)});
    }
    Run wait()
    {
        [[maybe_unused]] const bool over =
            QTest::qWaitFor([this] { return process.state() == QProcess::NotRunning; }, 10'000);
        return {process.exitCode(), process.readAllStandardOutput()};
    }
    QProcess process;
};

} // namespace

class SshAskpassTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_sockets = 0;

    std::unique_ptr<SshAskpassServer> serve(transport::Questioner &questioner)
    {
        auto server = std::make_unique<SshAskpassServer>(questioner, base::HostId::parse(u"box").value(),
                                                         QStringLiteral(MEDIAHELM_ASKPASS));
        const base::Status listening = server->listen(m_folder.filePath(QString::number(++m_sockets)));
        if (!listening)
            qFatal("%s", qPrintable(listening.error().detail));
        return server;
    }

private Q_SLOTS:
    void answerIsPrinted_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("plain") << QByteArray("s3cret");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("UTF-8 and spaces") << QByteArray(" p\xc3\xa4ss w\xe2\x82\xacrd ");
        QTest::newRow("long") << QByteArray(1000, 'x');
    }
    void answerIsPrinted()
    {
        QFETCH(QByteArray, answer);
        ScriptedQuestioner person([&](const Question &) { return ScriptedQuestioner::yes(answer); });
        const auto server = serve(person);
        const Run run = Askpass(*server, passwordPrompt).wait();
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.output, answer + '\n');
        QCOMPARE(person.asked.first().subject, QStringLiteral("u@box"));
        QVERIFY(!server->asking());
    }

    void hostKeyIsAnsweredWithTheWord()
    {
        ScriptedQuestioner person([](const Question &) { return ScriptedQuestioner::yes(); });
        const auto server = serve(person);
        const Run run = Askpass(*server,
                                "The authenticity of host 'b (1.2.3.4)' can't be established.\n"
                                "ED25519 key fingerprint is SHA256:x.\nAre you sure you want to continue "
                                "connecting (yes/no/[fingerprint])? ")
                            .wait();
        QCOMPARE(run.output, QByteArray("yes\n"));
    }

    void declinedOnceIsDeclinedForTheAttempt()
    {
        ScriptedQuestioner person([](const Question &) { return ScriptedQuestioner::no(); });
        const auto server = serve(person);
        QSignalSpy declined(server.get(), &SshAskpassServer::declined);
        QCOMPARE(Askpass(*server, "Enter passphrase for key '/k': ").wait().exitCode, 1);
        const Run next = Askpass(*server, passwordPrompt).wait();
        QCOMPARE(next.exitCode, 1);
        QVERIFY(next.output.isEmpty());
        QCOMPARE(person.asked.size(), 1);
        QCOMPARE(declined.size(), 1);
    }

    void wrongTokenIsNotHeard()
    {
        ScriptedQuestioner person([](const Question &) { return ScriptedQuestioner::yes("x"); });
        const auto server = serve(person);
        QCOMPARE(Askpass(*server, passwordPrompt, {}, "guess").wait().exitCode, 1);
        QVERIFY(person.asked.isEmpty());
    }

    void programWithNobodyThereFails()
    {
        ScriptedQuestioner person([](const Question &) { return ScriptedQuestioner::yes("x"); });
        auto server = serve(person);
        QProcess process;
        process.start(server->handle().program, {QStringLiteral("p")}); // outside of any attempt
        QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 10'000));
        QCOMPARE(process.exitCode(), 1);
    }

    void secondQuestionForTheSameSaysAgain()
    {
        ScriptedQuestioner person([](const Question &) { return ScriptedQuestioner::yes("x"); });
        const auto server = serve(person);
        Askpass(*server, passwordPrompt).wait();
        Askpass(*server, passwordPrompt).wait();
        QVERIFY(!person.asked.at(0).again);
        QVERIFY(person.asked.at(1).again);
        QVERIFY(person.asked.at(0).id != person.asked.at(1).id);
    }

    void answersAreRepeatedOnceForASecondRun()
    {
        int given = 0;
        ScriptedQuestioner person(
            [&](const Question &) { return ScriptedQuestioner::yes(QByteArray::number(++given)); });
        const auto server = serve(person);
        QCOMPARE(Askpass(*server, passwordPrompt).wait().output, QByteArray("1\n"));
        server->repeatAnswers();
        QCOMPARE(Askpass(*server, passwordPrompt).wait().output, QByteArray("1\n"));
        QCOMPARE(Askpass(*server, passwordPrompt).wait().output, QByteArray("2\n")); // it was wrong this time
        server->forgetAnswers();
        QCOMPARE(person.asked.size(), 2);
    }

    void noticeIsWithdrawnWhenSshIsDoneWithIt()
    {
        ScriptedQuestioner person([](const Question &) { return std::nullopt; });
        const auto server = serve(person);
        Askpass touch(*server, "Confirm user presence for key ED25519-SK SHA256:x", "none");
        QTRY_COMPARE(person.asked.size(), 1);
        QCOMPARE(person.asked.first().kind, Question::Kind::notice);
        QVERIFY(!server->asking()); // nobody has to answer: deadlines run on
        touch.process.terminate();
        QTRY_COMPARE(person.withdrawn, QList<quint64>{person.asked.first().id});
    }

    void openQuestionEndsWithTheServer()
    {
        ScriptedQuestioner person([](const Question &) { return std::nullopt; });
        auto server = serve(person);
        Askpass one(*server, passwordPrompt);
        QTRY_VERIFY(server->asking());
        server.reset();
        QCOMPARE(person.withdrawn.size(), 1);
        QCOMPARE(one.wait().exitCode, 1);
    }

    void strangeBytesAreDropped_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("too long") << QByteArray(20'000, 'x');
        QTest::newRow("no token") << QByteArray("\0\0prompt\0", 9);
        QTest::newRow("empty fields") << QByteArray("\0\0\0", 3);
    }
    void strangeBytesAreDropped()
    {
        QFETCH(QByteArray, bytes);
        ScriptedQuestioner person([](const Question &) { return ScriptedQuestioner::yes("x"); });
        const auto server = serve(person);
        QLocalSocket socket;
        QSignalSpy gone(&socket, &QLocalSocket::disconnected);
        socket.connectToServer(server->handle().socketPath);
        socket.write(bytes);
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(socket.readAll().isEmpty());
        QVERIFY(person.asked.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SshAskpassTest)
#include "ssh_askpass_test.moc"
