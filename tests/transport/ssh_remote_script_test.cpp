// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_remote_script.h"

#include <QLocalServer>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace mediahelm;

// The script itself runs here as it does on a host: handed to a login shell by -c.
class SshRemoteScriptTest : public QObject
{
    Q_OBJECT

    static QByteArray run(const QString &shell, const QByteArray &requests)
    {
        QProcess process;
        process.start(shell, {QStringLiteral("-c"), transport::remoteSessionCommand()});
        process.write(requests);
        process.closeWriteChannel();
        QSignalSpy finished(&process, &QProcess::finished);
        if (process.state() != QProcess::NotRunning)
            finished.wait(20'000);
        return process.readAllStandardOutput() + process.readAllStandardError();
    }

private Q_SLOTS:
    void everyLoginShellRunsIt_data()
    {
        QTest::addColumn<QString>("shell");
        for (const char *shell : {"sh", "bash", "dash", "zsh", "fish", "tcsh", "csh", "busybox"}) {
            const QString found = QStandardPaths::findExecutable(QLatin1String(shell));
            if (!found.isEmpty() && qstrcmp(shell, "busybox") != 0)
                QTest::newRow(shell) << found;
        }
    }
    void everyLoginShellRunsIt()
    {
        QFETCH(QString, shell);
        QCOMPARE(run(shell, "1 ping\n2 check /dev/null\n3 nonsense\n"),
                 QByteArray("== mediahelm 1\n== end 1\nsocket -erw /dev/null\n== end 2\n== end 3\n"));
    }

    void commandHasNothingThatALoginShellCouldMisread()
    {
        const QString command = transport::remoteSessionCommand();
        QCOMPARE(command.count(u'\''), 2);
        for (const QChar c : {u'\\', u'!', u'\n', u'`'})
            QVERIFY2(!command.contains(c), qPrintable(QString(c)));
    }

    void countersComeLabelled()
    {
        const QByteArray reply = run(QStringLiteral("/bin/sh"), "1 counters\n");
        const QByteArray body = reply.mid(reply.indexOf('\n') + 1).chopped(9);
        const auto labelled = transport::labelHostCounters(body);
        QVERIFY(labelled);
        QVERIFY(labelled->startsWith("== stat\ncpu "));
        QVERIFY(labelled->contains("\n== meminfo\nMemTotal:"));
        QVERIFY(labelled->contains("\n== loadavg\n"));
        QVERIFY(labelled->endsWith('\n'));
        QVERIFY(!transport::labelHostCounters("cat: /proc/stat: No such file\n"));
        QVERIFY(!transport::labelHostCounters({}));
    }

    void diagnosisFindsASocketAndWhoListens()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("docker one.sock"));
        QLocalServer server;
        QVERIFY(server.listen(path));
        const QByteArray reply = run(QStringLiteral("/bin/sh"), "7 diagnose " + path.toUtf8() + "\n");
        QVERIFY2(reply.endsWith("== end 7\n"), reply.constData());
        const transport::RemoteFacts facts = transport::parseRemoteFacts(reply);
        QVERIFY(!facts.uid.isEmpty());
        QVERIFY(!facts.groups.isEmpty());
        QVERIFY(!facts.sockets.isEmpty());
        QCOMPARE(facts.sockets.first().path, path);
        QVERIFY(facts.sockets.first().usable());
        QVERIFY(facts.someoneListensOn(path));
    }

    void factsAreReadFromLinesAndJunkIsSkipped()
    {
        const transport::RemoteFacts facts = transport::parseRemoteFacts(
            "motd: hello\nuid 1000\ngroups u docker\ndockerhost unix:///run/d.sock\ncontext \n"
            "socket -es /var/run/docker.sock\nsocket -esrw /run/docker.sock\nsocket -esrw /run/my d.sock\n"
            "listening /run/docker.sock\n\xff\xfe\n");
        QCOMPARE(facts.uid, QStringLiteral("1000"));
        QCOMPARE(facts.groups, QStringLiteral("u docker"));
        QCOMPARE(facts.dockerHost, QStringLiteral("unix:///run/d.sock"));
        QCOMPARE(facts.sockets.size(), 2); // /run and /var/run are one place
        QVERIFY(!facts.sockets.first().usable());
        QCOMPARE(facts.sockets.last().path, QStringLiteral("/run/my d.sock"));
        QVERIFY(facts.someoneListensOn(QStringLiteral("/var/run/docker.sock")));
    }
};

QTEST_GUILESS_MAIN(SshRemoteScriptTest)
#include "ssh_remote_script_test.moc"
