// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_prompt.h"

#include <QTest>

using namespace mediahelm;
using Kind = model::Question::Kind;

class SshPromptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promptBecomesAQuestion_data()
    {
        QTest::addColumn<QByteArray>("prompt");
        QTest::addColumn<QByteArray>("hint");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<bool>("mayBeKept");
        QTest::addColumn<QByteArray>("yes");

        QTest::newRow("host key") << QByteArray(
            "The authenticity of host '[box]:2222 ([10.0.0.2]:2222)' can't be established.\n"
            "ED25519 key fingerprint is SHA256:abc+/123.\nThis key is not known by any other names.\n"
            "Are you sure you want to continue connecting (yes/no/[fingerprint])? ")
                                  << QByteArray() << Kind::hostKey << "[box]:2222" << false << QByteArray("yes");
        QTest::newRow("password") << QByteArray("root@box's password: ") << QByteArray() << Kind::password << "root@box"
                                  << true << QByteArray();
        QTest::newRow("password by PAM") << QByteArray("(root@box) Password: ") << QByteArray() << Kind::password
                                         << "root@box" << true << QByteArray();
        QTest::newRow("password on BSD") << QByteArray("(root@box) Password for root@box: ") << QByteArray()
                                         << Kind::password << "root@box" << true << QByteArray();
        QTest::newRow("one-time code") << QByteArray("(root@box) Verification code: ") << QByteArray() << Kind::other
                                       << "" << false << QByteArray();
        QTest::newRow("passphrase") << QByteArray("Enter passphrase for key '/home/u/it's/.ssh/id_ed25519': ")
                                    << QByteArray() << Kind::passphrase << "/home/u/it's/.ssh/id_ed25519" << true
                                    << QByteArray();
        QTest::newRow("a server that asks for a passphrase gets no kept one")
            << QByteArray("(root@box) Enter passphrase for key '/home/u/.ssh/id_ed25519': ") << QByteArray()
            << Kind::other << "" << false << QByteArray();
        QTest::newRow("a server that asks for another host's password")
            << QByteArray("(root@box) root@bank's password: ") << QByteArray() << Kind::other << "" << false
            << QByteArray();
        QTest::newRow("new password") << QByteArray("root@box's new password: ") << QByteArray() << Kind::other << ""
                                      << false << QByteArray();
        QTest::newRow("pin") << QByteArray("Enter PIN for ED25519-SK key /home/u/.ssh/id_sk: ") << QByteArray()
                             << Kind::other << "" << false << QByteArray();
        QTest::newRow("touch") << QByteArray("Confirm user presence for key ED25519-SK SHA256:x") << QByteArray("none")
                               << Kind::notice << "" << false << QByteArray();
        QTest::newRow("agent") << QByteArray("Add key /home/u/.ssh/id (u@box) to agent?") << QByteArray("confirm")
                               << Kind::confirm << "" << false << QByteArray();
        QTest::newRow("new host keys") << QByteArray("Accept updated hostkeys? (yes/no): ") << QByteArray()
                                       << Kind::confirm << "" << false << QByteArray("yes");
        QTest::newRow("empty") << QByteArray() << QByteArray() << Kind::other << "" << false << QByteArray();
    }
    void promptBecomesAQuestion()
    {
        QFETCH(QByteArray, prompt);
        QFETCH(QByteArray, hint);
        QFETCH(Kind, kind);
        QFETCH(QString, subject);
        QFETCH(bool, mayBeKept);
        QFETCH(QByteArray, yes);
        const model::Question question = transport::parseSshPrompt(prompt, hint);
        QCOMPARE(question.kind, kind);
        QCOMPARE(question.subject, subject);
        QCOMPARE(question.mayBeKept, mayBeKept);
        QCOMPARE(transport::affirmative(question), yes);
    }

    void hostKeyTellsTypeAndFingerprint()
    {
        const model::Question question = transport::parseSshPrompt(
            "The authenticity of host 'box (10.0.0.2)' can't be established.\n"
            "ED25519 key fingerprint is SHA256:Uu4+oZ.\nThis host key is known by the following other "
            "names/addresses:\n"
            "    ~/.ssh/known_hosts:3: nas\nAre you sure you want to continue connecting (yes/no/[fingerprint])? ",
            {});
        QCOMPARE(question.keyType, QStringLiteral("ED25519"));
        QCOMPARE(question.fingerprint, QStringLiteral("SHA256:Uu4+oZ"));
        QCOMPARE(question.subject, QStringLiteral("box"));
    }

    void promptsAreBoundedAndHaveNoControlCharacters()
    {
        const model::Question question = transport::parseSshPrompt("\x1b[2J" + QByteArray(100'000, 'a'), {});
        QVERIFY(question.prompt.size() <= 4096);
        QVERIFY(question.prompt.startsWith(QLatin1String("[2Ja")));
    }
};

QTEST_GUILESS_MAIN(SshPromptTest)
#include "ssh_prompt_test.moc"
