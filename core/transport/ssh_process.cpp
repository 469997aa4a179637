// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_process.h"

#include "core/base/child_signals.h"
#include "core/transport/ssh_arguments.h"

#include <QCoreApplication>
#include <QFile>
#include <QThread>
#include <QTimer>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace mediahelm::transport {

namespace {

constexpr qsizetype keptHead = 8 * 1024;
constexpr qsizetype keptTail = 24 * 1024;
constexpr qsizetype longestHead = 64 * 1024;
constexpr std::chrono::seconds patience{2};
constexpr int lastPatience = 500; // milliseconds

// Runs in the child between fork and exec.
void leaveTerminalAndFollowParent()
{
    ::setsid();
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    base::restoreChildSignals();
}

} // namespace

SshProcess::SshProcess(const QString &localSocket)
    : m_process(new QProcess)
    , m_localSocket(localSocket)
{
    m_process->setChildProcessModifier(leaveTerminalAndFollowParent);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &SshProcess::readOutput);
    connect(m_process, &QProcess::readyReadStandardError, this, &SshProcess::readErrors);
    connect(m_process, &QProcess::finished, this, [this] {
        const QPointer<SshProcess> self(this);
        readErrors();
        if (self)
            readOutput();
        if (self)
            Q_EMIT ended();
    });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failedToStart(m_process->errorString());
    });
}

SshProcess::~SshProcess()
{
    m_process->disconnect();
    QFile::remove(m_localSocket);
    if (m_process->state() == QProcess::NotRunning) {
        m_process->deleteLater();
        return;
    }
    m_process->closeWriteChannel();
    m_process->terminate();
    if (QThread::currentThread()->loopLevel() == 0) { // the program ends: nobody else would see to it
        if (!m_process->waitForFinished(lastPatience)) { // may block: no event loop runs any more
            m_process->kill();
            m_process->waitForFinished(lastPatience); // may block: as above
        }
        delete m_process;
        return;
    }
    m_process->setParent(QCoreApplication::instance());
    QObject::connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
    QTimer::singleShot(patience, m_process, &QProcess::kill);
}

void SshProcess::start(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    m_process->setProcessEnvironment(environment);
    const base::SignalsHeldBack held;
    m_process->start(program, arguments);
}

void SshProcess::write(const QByteArray &bytes)
{
    m_process->write(bytes);
}

void SshProcess::readOutput()
{
    const QByteArray bytes = m_process->readAllStandardOutput();
    if (m_forwarding) {
        if (!bytes.isEmpty())
            Q_EMIT output(bytes);
        return;
    }
    m_head = (m_head + bytes).right(longestHead);
    const QByteArray marker = QByteArray(sshReadyMarker) + '\n';
    const qsizetype at = m_head.indexOf(marker);
    if (at < 0)
        return;
    const QByteArray rest = m_head.mid(at + marker.size());
    m_head.clear();
    m_forwarding = true;
    const QPointer<SshProcess> self(this);
    Q_EMIT forwarding();
    if (self && !rest.isEmpty())
        Q_EMIT output(rest);
}

void SshProcess::readErrors()
{
    const QByteArray bytes = m_process->readAllStandardError();
    if (bytes.isEmpty())
        return;
    m_standardError += bytes;
    if (m_standardError.size() > keptHead + keptTail)
        m_standardError.remove(keptHead, m_standardError.size() - keptHead - keptTail);
    Q_EMIT complained(bytes);
}

} // namespace mediahelm::transport
