// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/loop_thread.h"
#include "core/base/mailbox.h"
#include "core/revision/deployment/deployment_source.h"
#include "core/revision/input/workspace_snapshot.h"
#include "core/secrets/secret_values.h"
#include "core/workspace/project/workspace.h"

#include <QMap>
#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

namespace mediahelm::revision {

// A workspace of this machine, read for deployments: files on a thread of its own, secrets from the store. Owned by who
// opened the workspace; main thread.
class LocalDeploymentSource final : public QObject, public DeploymentSource
{
    Q_OBJECT

public:
    // `folder`: absolute. `process`: the environment, whose variables win over the files'. The store is borrowed.
    LocalDeploymentSource(const QString &folder, const QMap<QString, QString> &process, secrets::SecretStore &store);
    ~LocalDeploymentSource() override;

    QString folder() const override { return m_folder; }
    QFuture<base::Result<DeploymentInput>> read() override;
    // What is wrong with the files as they lie there: findings of severity error, by the files alone. Errors: as
    // read()'s.
    QFuture<base::Result<QList<model::Diagnostic>>> errors();
    // As if the workspace's files were these, those that Compose files refer to among them: they are put into a
    // temporary folder (workspace_mirror.h), which lasts until the next call. For questions alone.
    QFuture<base::Result<DeploymentInput>> readAsIf(const Snapshot &snapshot);

private:
    struct Reading {
        QString folder; // the workspace's, as Compose is told it
        workspace::Workspace workspace;
        WorkspaceContent content;
        QStringList folders; // as in DeploymentInput, as the next one
        std::optional<base::Error> incomplete;
    };
    struct Reader {
    }; // what is on the thread

    template<typename T>
    QFuture<base::Result<T>> onThread(std::function<base::Result<T>()> work);
    QCoro::Task<base::Result<DeploymentInput>> steps(std::optional<Snapshot> asIf);
    QFuture<base::Result<Reading>> readFiles(const QString &mirror, const std::optional<Snapshot> &put);

    const QString m_folder;
    const QMap<QString, QString> m_process;
    secrets::SecretReader m_secrets;
    std::unique_ptr<QTemporaryDir> m_asIf;
    base::Mailbox m_answers;
    std::unique_ptr<QObject> m_served;
    base::Threaded<Reader> m_reader;
};

} // namespace mediahelm::revision
