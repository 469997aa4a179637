// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/revision/compose/compose_command.h"
#include "core/revision/compose/compose_version.h"

#include <QByteArray>
#include <QFuture>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <memory>

namespace mediahelm::revision {

// Values that only the environment of a run may hold: name of the variable to value.
using ComposeSecrets = QMap<QString, QByteArray>;

// One run of `docker compose`. A plain value.
struct ComposeRequest {
    ComposeCommand command;
    QStringList arguments; // the verb and what belongs to it: {"config", "--format", "json"}; never a secret
    ComposeSecrets secrets;
    QByteArray input; // a resolved model, read in place of the command's files; empty for the files
    std::chrono::milliseconds deadline = std::chrono::minutes(1);
    // Progress is reported: lines of JSON where the installed version can, else plain ones (compose_progress.h).
    // Without it standard output is an answer, which is collected and not reported.
    bool reportsProgress = false;
    // Of a run that changes something: a file on the project's host that is to say which processes it is while it runs
    // (run_note.h). It ends with this program then, and what even so is left behind can be ended by the next.
    QString note = {};
};

// What a run that succeeded said.
struct ComposeOutput {
    QByteArray standardOutput; // whole, and as it came: may hold values of secrets; at most 64 MiB
    QByteArray standardError; // redacted; the first 8 and the last 24 KiB
};

// A run under way. Owned by who started it; its thread. Destroying it cancels.
class ComposeRun : public QObject
{
    Q_OBJECT

public:
    // Finishes once, always. Errors: cancelled; timeout; notFound: no docker command, no Compose, no such folder, with
    // what to do; unsupported: Compose too old; refused and unreachable: the engine; invalid: a configuration that
    // Compose refuses (detail: its words, for composeFindings()), or too much output; internal: Compose failed.
    virtual QFuture<base::Result<ComposeOutput>> output() const = 0;
    // Asks Compose to stop (SIGINT) and, where it does not, ends it and all that it started.
    virtual void cancel() = 0;

Q_SIGNALS:
    // One line of standard error, and of standard output where progress is reported; redacted, without its end, at most
    // 16 KiB.
    void lineRead(const QString &line);

protected:
    using QObject::QObject;
};

// Runs Compose on the host that a project lives on: here, or behind SSH. Nothing of a request or reply says where.
// Owned by the host's session; its thread.
class ComposeProcess
{
public:
    virtual ~ComposeProcess() = default;

    // Of the installed Compose; found out once and remembered. Errors as in ComposeRun::output().
    virtual QFuture<base::Result<ComposeVersion>> version() = 0;
    // Begins in the next turn of the event loop, after version() has said that Compose will do.
    virtual std::unique_ptr<ComposeRun> start(const ComposeRequest &request) = 0;
    // Ends the run that `note` tells of, with all that it has started, and gives the number of processes that had to be
    // ended; the note is gone then. For who knows that none may run there: the workspace is held. Errors: timeout: one
    // does not end; refused, io.
    virtual QFuture<base::Result<int>> endLeftBehind(const QString &note) = 0;
};

} // namespace mediahelm::revision
