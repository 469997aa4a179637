// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/remedy.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace mediahelm;
using model::ConnectionProblem;

namespace {

model::HostProfile at(const QString &address)
{
    return {*base::HostId::parse(u"nas"), *model::EngineAddress::parse(address), {}};
}

// The command in a sentence, between its single quotes.
QString commandIn(const QString &sentence, const QString &program)
{
    const qsizetype from = sentence.indexOf(u'\'' + program);
    return from < 0 ? QString() : sentence.mid(from + 1, sentence.indexOf(u'\'', from + 1) - from - 1);
}

} // namespace

class RemedyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsAreThoseOfTheHost_data();
    void commandsAreThoseOfTheHost();
    void shellsReadTheHostAsOneWord_data();
    void shellsReadTheHostAsOneWord();
    void everyProblemHasWordsAndOnlyItsOwnHost();
};

void RemedyTest::commandsAreThoseOfTheHost_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("problem");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *address, ConnectionProblem problem, const char *expected) {
        QTest::newRow(expected) << QString::fromLatin1(address) << int(problem) << QString::fromLatin1(expected);
    };
    row("ssh://me@nas:2222", ConnectionProblem::hostKeyChanged, "'ssh-keygen -R \"[nas]:2222\"'");
    row("ssh://nas", ConnectionProblem::hostKeyChanged, "'ssh-keygen -R nas'");
    row("ssh://me@[2001:db8::7]:22", ConnectionProblem::hostKeyChanged, "'ssh-keygen -R \"[2001:db8::7]:22\"'");
    row("ssh://me@nas:2222", ConnectionProblem::authenticationFailed, "'ssh -p 2222 me@nas'");
    row("ssh://nas", ConnectionProblem::hostKeyUnknown, "'ssh nas'");
    row("ssh://me@nas", ConnectionProblem::noPermission, "sudo usermod -aG docker me)");
    row("local", ConnectionProblem::noPermission, "sudo usermod -aG docker USER)");
}

void RemedyTest::commandsAreThoseOfTheHost()
{
    QFETCH(const QString, address);
    QFETCH(const int, problem);
    QFETCH(const QString, expected);
    const QString text = model::remedyFor(at(address), ConnectionProblem(problem));
    QVERIFY2(text.contains(expected), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("HOST")), qPrintable(text));
}

void RemedyTest::shellsReadTheHostAsOneWord_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("sh") << QStringLiteral("sh") << QStringList();
    QTest::newRow("bash") << QStringLiteral("bash") << QStringList{QStringLiteral("--norc")};
    QTest::newRow("zsh") << QStringLiteral("zsh") << QStringList{QStringLiteral("-f")};
    QTest::newRow("fish") << QStringLiteral("fish") << QStringList{QStringLiteral("--no-config")};
}

void RemedyTest::shellsReadTheHostAsOneWord()
{
    QFETCH(const QString, shell);
    QFETCH(const QStringList, options);
    if (QStandardPaths::findExecutable(shell).isEmpty())
        QSKIP("SKIPPED: this shell is not installed");
    QString command =
        commandIn(model::remedyFor(at(QStringLiteral("ssh://me@nas:2222")), ConnectionProblem::hostKeyChanged),
                  QStringLiteral("ssh-keygen"));
    QVERIFY(command.startsWith(QStringLiteral("ssh-keygen -R ")));
    command.replace(QStringLiteral("ssh-keygen -R"), QStringLiteral("echo"));
    QProcess process;
    process.start(shell, options + QStringList{QStringLiteral("-c"), command});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput(), QByteArray("[nas]:2222\n"));
}

void RemedyTest::everyProblemHasWordsAndOnlyItsOwnHost()
{
    for (int i = int(ConnectionProblem::unreachable); i <= int(ConnectionProblem::disconnectedByUser); ++i) {
        const auto problem = ConnectionProblem(i);
        QVERIFY(!model::problemName(problem).isEmpty());
        QVERIFY(QByteArray(model::problemText(problem)).endsWith('.'));
        for (const char *address : {"local", "unix:///run/d.sock", "tcp://nas:2375", "ssh://me@nas:2222"}) {
            const QString text = model::remedyFor(at(QString::fromLatin1(address)), problem);
            QVERIFY2(text.endsWith(u'.'), qPrintable(text));
            if (QByteArray(address).startsWith("ssh:"))
                QVERIFY2(!text.contains(QStringLiteral("USER")) && !text.contains(QStringLiteral("HOST")),
                         qPrintable(text));
        }
    }
}

QTEST_GUILESS_MAIN(RemedyTest)
#include "remedy_test.moc"
