// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/revision/compose/lifeline.h"

#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <memory>

namespace mediahelm::revision {

// One run of a program of this machine: without a shell or a terminal, in a process group of its own so that what it
// starts ends with it, with a deadline and a bound on what it prints. Owned by who runs it; its thread. Destroying it
// stops the group: SIGINT, and SIGKILL after 10 s; it blocks for this only where no event loop turns any more, at the
// end of the program. The program itself gets a SIGTERM when the thread that started it ends.
class ProcessRun final : public QObject
{
    Q_OBJECT

public:
    struct Program {
        QString name; // found by PATH, or a path
        QStringList arguments;
        QProcessEnvironment environment;
        QString folder; // absolute
        QByteArray input; // its standard input
        std::chrono::milliseconds deadline{60000};
        std::chrono::milliseconds grace{10000}; // from SIGINT to SIGKILL
        qint64 mostOutput = 64 * 1024 * 1024; // bytes of standard output
        // A file that says while it runs which processes it is (run_note.h), and the mark that is in its environment.
        // Such a run ends with this program, whatever ends that: the whole group.
        QString note;
        QByteArray mark;
    };

    explicit ProcessRun(Program program);
    ~ProcessRun() override;

    void start();
    void cancel();

Q_SIGNALS:
    void output(const QByteArray &bytes);
    void errorOutput(const QByteArray &bytes);
    // Once, at the end. Errors: notFound: no such program or folder; cancelled; timeout; io: it could not be started,
    // or was ended by a signal; invalid: too much output.
    void ended(const mediahelm::base::Result<int> &exitCode);

private:
    base::Status note();
    void untie();
    void stop(const base::Error &because);
    void readOutput();
    void readErrors();
    void finish(int exitCode, QProcess::ExitStatus status);
    void failToStart();
    static void signalGroup(const QProcess &process, int number);

    Program m_program;
    QProcess *m_process; // outlives this object until the program has ended
    std::shared_ptr<Lifeline> m_lifeline; // with it; only of a run that is noted
    QTimer m_deadline;
    QTimer m_killer;
    qint64 m_group = 0; // the process group's number
    qint64 m_outputSize = 0;
    bool m_stopped = false;
    bool m_ended = false;
    base::Error m_stoppedBecause;
};

} // namespace mediahelm::revision
