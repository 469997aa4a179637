// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/compose/local_compose_process.h"

#include <QTemporaryDir>

namespace mediahelm::tests {

// A `docker` command that does what a test says, as a shell script: `compose version` says a version, everything else
// runs the test's own lines. $log is a file in the folder, to tell what it was given. For tests alone.
class FakeDocker
{
public:
    explicit FakeDocker(const QByteArray &lines, const QByteArray &version = "echo Docker Compose version v2.40.3");

    QString program() const { return m_folder.filePath(QStringLiteral("docker")); }
    QString folder() const { return m_folder.path(); }
    QString logPath() const { return m_folder.filePath(QStringLiteral("log")); }
    QByteArray log() const;

    revision::LocalComposeProcess process(std::chrono::milliseconds grace = std::chrono::seconds(10)) const;
    revision::ComposeRequest request(const QStringList &arguments) const;

private:
    QTemporaryDir m_folder;
};

constexpr int patience = 30000; // milliseconds

// Turns the event loop until the run has ended.
base::Result<revision::ComposeOutput> outputOf(const revision::ComposeRun &run);
// A process that is there, and is no zombie.
bool isAlive(qint64 process);

} // namespace mediahelm::tests
