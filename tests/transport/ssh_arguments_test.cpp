// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_arguments.h"

#include "core/transport/ssh_remote_script.h"

#include <QTest>

using namespace mediahelm;
using transport::SshInvocation;

namespace {

SshInvocation invocation(const QString &target = QStringLiteral("ssh://admin@box:2222"))
{
    SshInvocation one;
    one.target = base::SshTarget::parse(target).value();
    one.localSocket = QStringLiteral("/run/user/1000/mediahelm/1-a");
    one.remoteSocket = QStringLiteral("/var/run/docker.sock");
    return one;
}

} // namespace

class SshArgumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostStandsAfterTheDashesAndOnlyTheConstantCommandFollows()
    {
        const QStringList arguments = transport::sshArguments(invocation()).value();
        const qsizetype dashes = arguments.indexOf(QStringLiteral("--"));
        QCOMPARE(arguments.mid(dashes),
                 QStringList({QStringLiteral("--"), QStringLiteral("box"), transport::remoteSessionCommand()}));
        QCOMPARE(arguments.value(arguments.indexOf(QStringLiteral("-p")) + 1), QStringLiteral("2222"));
        QCOMPARE(arguments.value(arguments.indexOf(QStringLiteral("-l")) + 1), QStringLiteral("admin"));
        QCOMPARE(arguments.value(arguments.indexOf(QStringLiteral("-L")) + 1),
                 QStringLiteral("/run/user/1000/mediahelm/1-a:/var/run/docker.sock"));
    }

    void userAndPortAreLeftToTheUsersConfigurationWhenNotGiven()
    {
        const QStringList arguments = transport::sshArguments(invocation(QStringLiteral("mediabox"))).value();
        QVERIFY(!arguments.contains(QStringLiteral("-p")));
        QVERIFY(!arguments.contains(QStringLiteral("-l")));
    }

    void withoutASessionTheRunHasNoCommand()
    {
        SshInvocation one = invocation();
        one.withSession = false;
        const QStringList arguments = transport::sshArguments(one).value();
        QVERIFY(arguments.contains(QStringLiteral("-N")));
        QCOMPARE(arguments.last(), QStringLiteral("box"));
    }

    void batchModeExactlyWhenNobodyAnswers()
    {
        SshInvocation one = invocation();
        QVERIFY(transport::sshArguments(one).value().contains(QStringLiteral("BatchMode=yes")));
        one.mayAsk = true;
        QVERIFY(!transport::sshArguments(one).value().contains(QStringLiteral("BatchMode=yes")));
    }

    void S10_hostKeysAreAlwaysCheckedAsTheUserConfigured()
    {
        for (const bool mayAsk : {false, true}) {
            SshInvocation one = invocation();
            one.mayAsk = mayAsk;
            const QString all = transport::sshArguments(one).value().join(u'\n');
            QVERIFY(!all.contains(QLatin1String("StrictHostKeyChecking")));
            QVERIFY(!all.contains(QLatin1String("KnownHostsFile")));
            QVERIFY(all.contains(QLatin1String("ConnectTimeout=10")));
            QVERIFY(all.contains(QLatin1String("ServerAliveInterval=")));
        }
    }

    void extraArgumentsComeFirst()
    {
        SshInvocation one = invocation();
        one.extraArguments = QStringList{QStringLiteral("-F"), QStringLiteral("/tmp/config")};
        QCOMPARE(transport::sshArguments(one).value().mid(0, 2), one.extraArguments);
    }

    void socketPathsAreEscapedForTheForward_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected"); // empty: refused
        QTest::newRow("plain") << "/run/docker.sock"
                               << "/run/docker.sock";
        QTest::newRow("space") << "/run/my docker.sock"
                               << "/run/my docker.sock";
        QTest::newRow("colon") << "/run/a:b"
                               << "/run/a\\:b";
        QTest::newRow("backslash") << "/run/a\\b"
                                   << "/run/a\\\\b";
        QTest::newRow("percent") << "/run/%h"
                                 << "/run/%%h";
        QTest::newRow("dollar alone") << "/run/$h"
                                      << "/run/$h";
        QTest::newRow("variable") << "/run/${HOME}"
                                  << "";
        QTest::newRow("relative") << "run/docker.sock"
                                  << "";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("newline") << "/run/a\nb"
                                 << "";
        QTest::newRow("too long") << QString(QStringLiteral("/") + QString(107, u'a')) << QString();
    }
    void socketPathsAreEscapedForTheForward()
    {
        QFETCH(QString, path);
        QFETCH(QString, expected);
        SshInvocation one = invocation();
        one.remoteSocket = path;
        const base::Result<QStringList> arguments = transport::sshArguments(one);
        QCOMPARE(arguments.ok(), !expected.isEmpty());
        if (!arguments) {
            QCOMPARE(arguments.error().kind, base::ErrorKind::invalid);
            return;
        }
        QCOMPARE(arguments->value(arguments->indexOf(QStringLiteral("-L")) + 1), one.localSocket + u':' + expected);
    }

    void environmentIsEnglishAndHasAShell_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << ""
                              << "/bin/sh";
        QTest::newRow("nologin") << "/usr/sbin/nologin"
                                 << "/bin/sh";
        QTest::newRow("false") << "/bin/false"
                               << "/bin/sh";
        QTest::newRow("fish stays, the user's ProxyCommand may need it") << "/usr/bin/fish"
                                                                         << "/usr/bin/fish";
    }
    void environmentIsEnglishAndHasAShell()
    {
        QFETCH(QString, shell);
        QFETCH(QString, expected);
        QProcessEnvironment base;
        base.insert(QStringLiteral("SHELL"), shell);
        base.insert(QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8"));
        base.insert(QStringLiteral("SSH_ASKPASS"), QStringLiteral("/usr/bin/ksshaskpass"));
        base.insert(QStringLiteral("SSH_AUTH_SOCK"), QStringLiteral("/run/agent"));
        const QProcessEnvironment made = transport::sshEnvironment(base, nullptr);
        QCOMPARE(made.value(QStringLiteral("SHELL")), expected);
        QCOMPARE(made.value(QStringLiteral("LC_ALL")), QStringLiteral("C"));
        QCOMPARE(made.value(QStringLiteral("SSH_AUTH_SOCK")), QStringLiteral("/run/agent"));
        QVERIFY(!made.contains(QStringLiteral("SSH_ASKPASS")));
    }

    void environmentNamesTheAskpassWhenSomebodyAnswers()
    {
        const transport::AskpassHandle handle{QStringLiteral("/usr/libexec/ask"), QStringLiteral("/run/s"), "token"};
        const QProcessEnvironment made = transport::sshEnvironment({}, &handle);
        QCOMPARE(made.value(QStringLiteral("SSH_ASKPASS")), handle.program);
        QCOMPARE(made.value(QStringLiteral("SSH_ASKPASS_REQUIRE")), QStringLiteral("force"));
        QCOMPARE(made.value(QStringLiteral("MEDIAHELM_ASKPASS_SOCKET")), handle.socketPath);
    }
};

QTEST_GUILESS_MAIN(SshArgumentsTest)
#include "ssh_arguments_test.moc"
