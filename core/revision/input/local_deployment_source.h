// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/loop_thread.h"
#include "core/base/mailbox.h"
#include "core/revision/deployment/deployment_source.h"
#include "core/revision/input/workspace_snapshot.h"
#include "core/secrets/secret_values.h"
#include "core/workspace/checks/patient_probe.h"
#include "core/workspace/project/workspace_validator.h"

#include <QMap>
#include <QObject>
#include <QTemporaryDir>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace mediahelm::revision {

// What is wrong although Compose takes it, so that not all would come up. A plain value.
struct DeploymentErrors {
    QList<model::Diagnostic> found; // of severity error
    QString unasked; // why this machine could not be looked at; empty where it was, or need not be
};

// How this machine is asked what it has; another way in tests.
struct HostAccess {
    std::shared_ptr<const workspace::HostProbe> probe = nullptr; // null: the machine itself
    std::chrono::milliseconds patience = std::chrono::seconds(5); // with its disks
};

// A workspace of this machine, read for deployments: files on a thread of its own, secrets from the store. Owned by who
// opened the workspace; main thread.
class LocalDeploymentSource final : public QObject, public DeploymentSource
{
    Q_OBJECT

public:
    // `folder`: absolute. `process`: the environment, whose variables win over the files'. The store is borrowed.
    LocalDeploymentSource(const QString &folder, const QMap<QString, QString> &process, secrets::SecretStore &store,
                          const HostAccess &host = {});
    ~LocalDeploymentSource() override;

    QString folder() const override { return m_folder; }
    QFuture<base::Result<DeploymentInput>> read() override;
    // Of the files as they lie there, and of what this machine lacks for them, where `engine` says what runs on it;
    // else of the files alone. A disk that does not answer is waited for only so long. Errors: as read()'s.
    QFuture<base::Result<DeploymentErrors>> errors(const std::optional<workspace::EngineFacts> &engine);
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
    struct Reader { // what is on the thread
        workspace::WorkspaceValidator validator;
    };
    struct Findings {
        QString project;
        QList<model::Diagnostic> found;
        workspace::HostQuestions questions;
    };

    template<typename T>
    QFuture<base::Result<T>> onThread(std::function<base::Result<T>(Reader &)> work);
    QCoro::Task<base::Result<DeploymentInput>> steps(std::optional<Snapshot> asIf);
    QCoro::Task<base::Result<DeploymentErrors>> errorSteps(std::optional<workspace::EngineFacts> engine);
    QFuture<base::Result<Findings>> validateFiles();
    QFuture<base::Result<QList<model::Diagnostic>>> against(const workspace::HostFacts &facts);
    QFuture<base::Result<Reading>> readFiles(const QString &mirror, const std::optional<Snapshot> &put);

    const QString m_folder;
    const QMap<QString, QString> m_process;
    secrets::SecretReader m_secrets;
    std::unique_ptr<QTemporaryDir> m_asIf;
    workspace::PatientProbe m_host;
    base::Mailbox m_answers;
    std::unique_ptr<QObject> m_served;
    base::Threaded<Reader> m_reader;
};

} // namespace mediahelm::revision
