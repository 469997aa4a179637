// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/run_note.h"
#include "revision/fake_docker.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <unistd.h>
#include <utility>

using namespace mediahelm;
using namespace mediahelm::revision;
using base::ErrorKind;
using tests::FakeDocker;
using tests::isAlive;
using tests::outputOf;
using tests::patience;

namespace {

const QString verb = QStringLiteral("up");

base::Result<int> ended(LocalComposeProcess &process, const QString &note)
{
    const auto future = process.endLeftBehind(note);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        return base::Error{ErrorKind::internal, QStringLiteral("the test ran out of patience"), {}};
    return future.result();
}

void noteAll(const QString &file, const QByteArray &mark, qint64 session)
{
    QVERIFY(noteRun(file, mark).ok());
    noteSession(file, session);
    const auto read = readRunNote(file);
    QVERIFY(read && *read == std::optional(RunNote{mark, session}));
}

// The process of a session that watches over it; 0 for none.
qint64 watcherIn(qint64 session)
{
    const QStringList names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        QFile file(QStringLiteral("/proc/%1/comm").arg(name));
        if (file.open(QIODevice::ReadOnly) && file.readAll() == "compose-watch\n"
            && ::getsid(name.toInt()) == static_cast<pid_t>(session))
            return name.toLongLong();
    }
    return 0;
}

// Leads a session, as what a run starts does, and prints the numbers of its processes; ended with the test.
class Session
{
public:
    Session(const QString &script, const QByteArray &mark)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1String(RunNote::variable), QString::fromLatin1(mark));
        m_process.setProcessEnvironment(environment);
        m_process.setChildProcessModifier([] { ::setsid(); });
        m_process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script});
    }
    ~Session()
    {
        for (const qint64 each : members())
            ::kill(static_cast<pid_t>(each), SIGKILL);
        m_process.kill();
        QSignalSpy finished(&m_process, &QProcess::finished);
        if (m_process.state() != QProcess::NotRunning)
            finished.wait(patience);
    }

    qint64 leader() const { return m_process.processId(); }
    const QList<qint64> &members()
    {
        while (m_process.canReadLine())
            m_members.append(m_process.readLine().trimmed().toLongLong());
        return m_members;
    }

private:
    QProcess m_process;
    QList<qint64> m_members;
};

} // namespace

class ComposeLeftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunThatChangesSomethingIsNotedWhileItRuns();
    void aRunThatCannotBeNotedIsNone();
    void aNoteThatIsNotWholeIsNone_data();
    void aNoteThatIsNotWholeIsNone();
    void whatIsLeftBehindIsEnded();
    void nothingElseIsEnded();
    void B16_killedItTakesComposeWithIt_data();
    void B16_killedItTakesComposeWithIt();
};

void ComposeLeftTest::aRunThatChangesSomethingIsNotedWhileItRuns()
{
    const FakeDocker docker("echo $$ $MEDIAHELM_RUN >$log; echo ready >&2; exec sleep 1000");
    auto process = docker.process();
    ComposeRequest request = docker.request({verb});
    request.note = docker.folder() + QStringLiteral("/run");
    const auto run = process.start(request);
    QSignalSpy spy(run.get(), &ComposeRun::lineRead);
    QVERIFY(spy.wait(patience));
    const auto note = readRunNote(request.note);
    QVERIFY(note && *note);
    QCOMPARE(QByteArray::number((*note)->session) + ' ' + (*note)->mark, docker.log().trimmed());
    QCOMPARE(::getsid(static_cast<pid_t>((*note)->session)), static_cast<pid_t>((*note)->session));
    QCOMPARE((*note)->mark.size(), 36);
    run->cancel();
    QCOMPARE(outputOf(*run).error().kind, ErrorKind::cancelled);
    QVERIFY(!QFile::exists(request.note));

    const auto question = process.start(docker.request({verb}));
    QSignalSpy asked(question.get(), &ComposeRun::lineRead);
    QVERIFY(asked.wait(patience));
    QVERIFY(!docker.log().contains((*note)->mark)); // each its own, or none
}

void ComposeLeftTest::aRunThatCannotBeNotedIsNone()
{
    const FakeDocker docker("touch $log");
    auto process = docker.process();
    ComposeRequest request = docker.request({verb});
    request.note = docker.folder() + QStringLiteral("/missing/run");
    const auto output = outputOf(*process.start(request));
    QVERIFY(!output);
    QCOMPARE(output.error().kind, ErrorKind::io);
    QVERIFY(!QFile::exists(docker.logPath()));
}

void ComposeLeftTest::aNoteThatIsNotWholeIsNone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("without its end") << QByteArray("abc");
    QTest::newRow("no mark") << QByteArray("\n12\n");
}

void ComposeLeftTest::aNoteThatIsNotWholeIsNone()
{
    QFETCH(const QByteArray, content);
    const FakeDocker docker("");
    QFile file(docker.folder() + QStringLiteral("/run"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto note = readRunNote(file.fileName());
    QVERIFY(note && !*note);
    auto process = docker.process();
    QCOMPARE(*ended(process, file.fileName()), 0);
    QVERIFY(!file.exists());
    QCOMPARE(*ended(process, file.fileName()), 0); // nothing noted at all
}

void ComposeLeftTest::whatIsLeftBehindIsEnded()
{
    // Its leader has ended, as docker has when it was told to; what that had started goes on, deaf to what is polite.
    Session session(QStringLiteral("trap '' TERM INT HUP; sh -c 'echo $$; while :; do sleep 0.05; done' & "
                                   "sh -c 'echo $$; exec sleep 1000' & echo $$; wait"),
                    "mark-1");
    QTRY_COMPARE_WITH_TIMEOUT(session.members().size(), 3, patience);
    const QList<qint64> members = session.members();
    const qint64 number = session.leader();
    QVERIFY(members.contains(number));
    QCOMPARE(::kill(static_cast<pid_t>(number), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(number), patience);
    const FakeDocker docker("");
    const QString file = docker.folder() + QStringLiteral("/run");
    noteAll(file, "mark-1", number);
    auto process = docker.process();
    const auto count = ended(process, file);
    QVERIFY2(count.ok(), count ? "" : qPrintable(count.error().message));
    QVERIFY(*count >= 2);
    for (const qint64 each : members)
        QVERIFY(!isAlive(each));
    QVERIFY(!QFile::exists(file));
}

void ComposeLeftTest::nothingElseIsEnded()
{
    // A daemon that something of the run has started, in a session of its own, and another run.
    Session session(QStringLiteral("setsid sh -c 'echo $$; exec sleep 1000' & wait"), "mark-2");
    Session other(QStringLiteral("echo $$; exec sleep 1000"), "mark-3");
    QTRY_COMPARE_WITH_TIMEOUT(session.members().size() + other.members().size(), 2, patience);
    const qint64 daemon = session.members().first();
    const FakeDocker docker("");
    const QString file = docker.folder() + QStringLiteral("/run");
    auto process = docker.process();
    noteAll(file, "mark-2", session.leader());
    QCOMPARE(*ended(process, file), 1);
    QVERIFY(isAlive(daemon));
    // The number of a session that means another one by now.
    noteAll(file, "mark-2", other.leader());
    QCOMPARE(*ended(process, file), 0);
    QVERIFY(isAlive(other.leader()));
    // Killed before it could note the session: the mark says enough.
    QVERIFY(noteRun(file, "mark-3").ok());
    QCOMPARE(*ended(process, file), 1);
    QVERIFY(isAlive(daemon));
}

void ComposeLeftTest::B16_killedItTakesComposeWithIt_data()
{
    QTest::addColumn<bool>("watched");
    QTest::newRow("its watcher ends the group") << true;
    QTest::newRow("without its watcher the next one does") << false;
}

void ComposeLeftTest::B16_killedItTakesComposeWithIt()
{
    QFETCH(const bool, watched);
    // As older docker commands: deaf to the polite signal, with Compose as a child that nobody tells of their end.
    const FakeDocker docker("trap '' TERM INT HUP PIPE\n"
                            "sh -c 'echo $$ >>$1; while :; do sleep 0.05; done' sh $log &\n"
                            "echo $$ >>$log\nwait");
    const QString file = docker.folder() + QStringLiteral("/run");
    QProcess starter;
    starter.start(qEnvironmentVariable("COMPOSE_STARTER"), {docker.program(), docker.folder(), file});
    QTRY_COMPARE_WITH_TIMEOUT(docker.log().count('\n'), 2, patience);
    QList<qint64> members;
    for (const QByteArray &line : docker.log().trimmed().split('\n'))
        members.append(line.toLongLong());
    const auto cleared = qScopeGuard([&] {
        for (const qint64 each : std::as_const(members)) {
            if (isAlive(each))
                ::kill(static_cast<pid_t>(each), SIGKILL);
        }
    });
    QTRY_VERIFY_WITH_TIMEOUT(readRunNote(file) && *readRunNote(file) && (*readRunNote(file))->session > 0, patience);
    const qint64 watcher = watcherIn((*readRunNote(file))->session);
    QVERIFY(watcher > 1);
    if (!watched) {
        QCOMPARE(::kill(static_cast<pid_t>(watcher), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(watcher), patience);
    }
    starter.kill();
    QTRY_COMPARE_WITH_TIMEOUT(starter.state(), QProcess::NotRunning, patience);
    auto process = docker.process();
    if (watched) {
        for (const qint64 each : std::as_const(members))
            QTRY_VERIFY_WITH_TIMEOUT(!isAlive(each), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(watcher), patience);
        QCOMPARE(*ended(process, file), 0);
    } else {
        for (const qint64 each : std::as_const(members))
            QVERIFY(isAlive(each));
        const auto count = ended(process, file);
        QVERIFY2(count.ok(), count ? "" : qPrintable(count.error().message));
        QVERIFY(*count >= 2);
        for (const qint64 each : std::as_const(members))
            QVERIFY(!isAlive(each));
    }
    QVERIFY(!QFile::exists(file));
}

QTEST_GUILESS_MAIN(ComposeLeftTest)
#include "compose_left_test.moc"
