// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/observed_container.h"
#include "core/revision/compose/compose_process.h"
#include "core/revision/compose/resolved_project.h"

#include <functional>

namespace mediahelm::revision {

// What a plan needs of Compose. A plain value.
struct ProjectReading {
    ComposeVersion version;
    ResolvedProject project;
    QHash<QString, QString> hashes; // service to the hash that its containers would be labelled with
    QStringList knownServices; // also those that no active profile enables
    QByteArray warnings; // standard error of the reading, redacted: for composeFindings()
};

// Asks Compose once what the files of a command come to, beside the containers that are there (for references, and to
// know which services are merely switched off). Runs `docker compose` two or three times, one after the other; the
// resolved model never touches a disk. Owned by who asks; its thread. Destroying it stops the run under way.
class ProjectReader final : public QObject
{
    Q_OBJECT

public:
    // `process` outlives this.
    ProjectReader(ComposeProcess &process, ComposeCommand command, ComposeSecrets secrets,
                  std::chrono::milliseconds deadline = std::chrono::minutes(1)); // of each run

    // Once. Errors as in ComposeRun::output(); cancelled when destroyed.
    QFuture<base::Result<ProjectReading>> read(const QList<model::ObservedContainer> &containers);

private:
    using Step = void (ProjectReader::*)(const ComposeOutput &);

    void ask(const QStringList &arguments, const QByteArray &input, Step next);
    void takeModel(const ComposeOutput &output);
    void takeHashes(const ComposeOutput &output);
    void takeServices(const ComposeOutput &output);
    bool hasUnknownService() const;
    QString withoutMirror(QString words) const;
    void fail(const base::Error &error);

    ComposeProcess &m_process;
    ComposeCommand m_command;
    ComposeSecrets m_secrets;
    std::chrono::milliseconds m_deadline;
    QList<model::ObservedContainer> m_containers;
    ProjectReading m_reading;
    std::unique_ptr<ComposeRun> m_run;
    base::Pending<ProjectReading> m_pending;
};

} // namespace mediahelm::revision
