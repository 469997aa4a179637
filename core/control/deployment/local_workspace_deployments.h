// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/deployment/local_revision_desk.h"
#include "core/control/deployments.h"
#include "core/revision/async/threaded_revisions.h"
#include "core/revision/input/forecaster.h"
#include "core/revision/input/local_engine.h"
#include "core/revision/input/pull_sizes.h"

#include <QMap>

namespace mediahelm::control {

// The deployments of a workspace of this machine, on the engine of this machine, which is looked for anew each time.
// Owned by LocalDeployments and by who looks; main thread.
class LocalWorkspaceDeployments final : public WorkspaceDeployments
{
    Q_OBJECT

public:
    // `folder`: absolute. `process`: the environment, which wins over the workspace's layers. Store and clock are
    // borrowed.
    LocalWorkspaceDeployments(const QString &folder, const QMap<QString, QString> &process, secrets::SecretStore &store,
                              const base::Clock &clock);
    ~LocalWorkspaceDeployments() override;

    // Finishes what a crash left half restored, and keeps changes of others as a revision. Once, at first.
    void open();

    QString folder() const override { return m_folder; }
    QFuture<base::Result<DeploymentPreview>> preview(const std::optional<model::RevisionId> &backTo,
                                                     Orphans orphans) override;
    QFuture<base::Result<QMap<QString, qint64>>> downloadSizes(const QStringList &images) override;
    QFuture<base::Result<std::optional<InterruptedDeployment>>> interrupted() override;
    base::Status start(const DeploymentOrder &order) override;
    void cancel() override;
    bool isRunning() const override { return m_running; }
    const std::optional<model::DeploymentProgress> &progress() const override { return m_progress; }
    RevisionDesk &revisions() override { return m_desk; }

private:
    struct Preview { // one that is being made
        Preview(const model::EngineAddress &address, LocalWorkspaceDeployments &deployments);

        revision::LocalEngine engine;
        revision::Forecaster forecaster;
    };

    struct Weighing { // of images, one that is being made
        explicit Weighing(const model::EngineAddress &address);

        revision::LocalEngine engine;
        revision::PullSizes sizes;
    };

    QCoro::Task<> openSteps();
    QCoro::Task<> finishWhatWasInterrupted();
    QCoro::Task<base::Result<DeploymentPreview>> previewSteps(std::optional<model::RevisionId> backTo, Orphans orphans);
    QCoro::Task<base::Result<QMap<QString, qint64>>> sizeSteps(QStringList images);
    QCoro::Task<> deploy();
    void takeProgress();
    void end(const std::optional<base::Error> &error); // an error: nothing was deployed

    const QString m_folder;
    const base::Clock &m_clock;
    revision::ThreadedRevisions m_log;
    revision::LocalDeploymentSource m_source;
    LocalRevisionDesk m_desk;
    std::unique_ptr<Preview> m_preview;
    std::unique_ptr<Weighing> m_weighing;
    int m_previews = 0; // that were asked for: the newest one counts
    int m_weighings = 0;
    std::unique_ptr<revision::LocalEngine> m_engine; // of the job
    std::unique_ptr<revision::DeploymentJob> m_job;
    std::optional<model::DeploymentProgress> m_progress;
    bool m_running = false;
};

} // namespace mediahelm::control
