// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/process_run.h"

#include "core/base/child_signals.h"
#include "core/revision/compose/run_note.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QThread>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;

namespace {

constexpr int lastPatience = 2000; // milliseconds

// Runs in the child between fork and exec.
void leadGroupAndFollowParent(pid_t parent)
{
    ::setsid();
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) // it has ended before it could be followed
        ::_exit(127);
}

} // namespace

ProcessRun::ProcessRun(Program program)
    : m_program(std::move(program))
    , m_process(new QProcess)
    , m_lifeline(m_program.note.isEmpty() ? nullptr : std::make_shared<Lifeline>())
{
    m_process->setChildProcessModifier([parent = ::getpid(), lifeline = m_lifeline.get()] {
        leadGroupAndFollowParent(parent);
        if (lifeline)
            lifeline->startWatcher();
        base::restoreChildSignals();
    });
    m_process->setProcessEnvironment(m_program.environment);
    m_process->setWorkingDirectory(m_program.folder);
    if (m_program.input.isEmpty())
        m_process->setStandardInputFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &ProcessRun::readOutput);
    connect(m_process, &QProcess::readyReadStandardError, this, &ProcessRun::readErrors);
    connect(m_process, &QProcess::finished, this, &ProcessRun::finish);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            failToStart();
    });
    // A signal sent before the child leads its group reaches nobody.
    connect(m_process, &QProcess::started, this, [this] {
        if (m_stopped)
            signalGroup(*m_process, SIGINT);
    });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        stop({ErrorKind::timeout,
              QStringLiteral("%1 did not finish within %2 s")
                  .arg(m_program.name)
                  .arg(std::chrono::duration<double>(m_program.deadline).count(), 0, 'g', 4),
              {}});
    });
    m_killer.setSingleShot(true);
    connect(&m_killer, &QTimer::timeout, this, [this] { signalGroup(*m_process, SIGKILL); });
}

ProcessRun::~ProcessRun()
{
    m_process->disconnect();
    if (m_process->state() == QProcess::NotRunning) {
        m_process->deleteLater();
        return;
    }
    if (!m_stopped)
        signalGroup(*m_process, SIGINT);
    if (QThread::currentThread()->loopLevel() == 0) { // the program ends: nobody else would see to it
        if (!m_process->waitForFinished(lastPatience)) { // may block: no event loop runs any more
            signalGroup(*m_process, SIGKILL);
            m_process->waitForFinished(lastPatience); // may block: as above
        }
        untie();
        delete m_process;
        return;
    }
    m_process->setParent(QCoreApplication::instance());
    // It stays tied to this program, and noted.
    QObject::connect(m_process, &QProcess::finished, m_process,
                     [process = m_process, lifeline = m_lifeline, file = m_program.note, mark = m_program.mark] {
                         if (lifeline) {
                             lifeline->childHasEnded();
                             removeRunNote(file, mark);
                         }
                         process->deleteLater();
                     });
    QTimer::singleShot(m_program.grace, m_process, [process = m_process] { signalGroup(*process, SIGKILL); });
}

void ProcessRun::start()
{
    m_deadline.start(m_program.deadline);
    const QPointer<ProcessRun> self(this);
    if (const base::Status noted = note(); !noted.ok()) {
        m_ended = true;
        m_deadline.stop();
        Q_EMIT ended(noted.error());
        return;
    }
    {
        const base::SignalsHeldBack held;
        m_process->start(m_program.name, m_program.arguments);
    }
    if (!self || m_ended)
        return;
    m_group = m_process->processId();
    if (m_lifeline)
        noteSession(m_program.note, m_group);
    if (m_program.input.isEmpty())
        return;
    m_process->write(m_program.input);
    m_process->closeWriteChannel();
    m_program.input.clear();
}

// Before the first of its processes does anything.
base::Status ProcessRun::note()
{
    if (!m_lifeline)
        return {};
    if (!m_lifeline->valid())
        return Error{ErrorKind::io, QStringLiteral("too many files are open"), {}};
    return noteRun(m_program.note, m_program.mark);
}

void ProcessRun::untie()
{
    if (!m_lifeline)
        return;
    m_lifeline->childHasEnded();
    removeRunNote(m_program.note, m_program.mark);
}

void ProcessRun::cancel()
{
    stop({ErrorKind::cancelled, QStringLiteral("%1 was cancelled").arg(m_program.name), {}});
}

void ProcessRun::stop(const Error &because)
{
    if (m_stopped || m_ended)
        return;
    m_stopped = true;
    m_stoppedBecause = because;
    m_deadline.stop();
    m_killer.start(m_program.grace);
    signalGroup(*m_process, SIGINT);
}

// Only while Qt has not reaped it: until then no other process can have its number.
void ProcessRun::signalGroup(const QProcess &process, int number)
{
    if (const qint64 id = process.processId(); process.state() == QProcess::Running && id > 1)
        ::kill(-static_cast<pid_t>(id), number);
}

void ProcessRun::readOutput()
{
    const QByteArray bytes = m_process->readAllStandardOutput();
    m_outputSize += bytes.size();
    if (m_outputSize <= m_program.mostOutput) {
        if (!bytes.isEmpty() && !m_stopped)
            Q_EMIT output(bytes);
        return;
    }
    stop({ErrorKind::invalid,
          QStringLiteral("%1 printed more than %2 MiB").arg(m_program.name).arg(m_program.mostOutput >> 20),
          {}});
    m_killer.start(0); // it is not heard any more, so that it would only fill the pipe
}

void ProcessRun::readErrors()
{
    const QByteArray bytes = m_process->readAllStandardError();
    if (!bytes.isEmpty())
        Q_EMIT errorOutput(bytes);
}

void ProcessRun::finish(int exitCode, QProcess::ExitStatus status)
{
    if (m_ended)
        return;
    const QPointer<ProcessRun> self(this);
    readErrors();
    if (self)
        readOutput();
    if (!self)
        return;
    m_ended = true;
    m_deadline.stop();
    m_killer.stop();
    if (m_stopped
        && m_group > 1) // what it started and left behind; a group's number is not given anew while it has members
        ::kill(-static_cast<pid_t>(m_group), SIGKILL);
    untie();
    if (m_stopped)
        Q_EMIT ended(m_stoppedBecause);
    else if (status == QProcess::CrashExit)
        Q_EMIT ended(Error{ErrorKind::io, QStringLiteral("%1 was ended by a signal").arg(m_program.name), {}});
    else
        Q_EMIT ended(exitCode);
}

void ProcessRun::failToStart()
{
    m_ended = true;
    m_deadline.stop();
    untie();
    if (!QFileInfo(m_program.folder).isDir())
        Q_EMIT ended(Error{ErrorKind::notFound, QStringLiteral("the folder %1 is not there").arg(m_program.folder),
                           m_process->errorString()});
    else if (m_process->error() == QProcess::FailedToStart)
        Q_EMIT ended(Error{ErrorKind::notFound,
                           QStringLiteral("the command %1 could not be started").arg(m_program.name),
                           m_process->errorString()});
}

} // namespace mediahelm::revision
