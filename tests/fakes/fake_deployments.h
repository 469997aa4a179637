// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/control/deployments.h"
#include "core/control/revision_desk.h"

#include <QHash>

namespace mediahelm::fakes {

// Revisions in memory; answers are what a test puts in. Calls are answered at once, and each call is kept.
class FakeRevisionDesk final : public control::RevisionDesk
{
    Q_OBJECT

public:
    void fill(); // the sample
    void add(const model::Revision &revision); // the newest one, and tells of it
    void failNext(const base::Error &error) { m_fails = error; }

    QFuture<base::Result<model::RevisionPage>> list(const model::RevisionFilter &filter, int limit,
                                                    const std::optional<model::RevisionId> &from) override;
    QFuture<base::Result<model::Changes>> diff(const std::optional<model::RevisionId> &before,
                                               const model::RevisionId &after) override;
    QFuture<base::Result<model::Changes>> unsaved() override;
    QFuture<base::Result<QByteArray>> file(const model::RevisionId &id, const model::FilePath &path) override;
    QFuture<base::Result<QList<model::Deployment>>> deployments(const model::RevisionId &id) override;
    QFuture<base::Result<QByteArray>> deploymentLog(const model::RevisionId &id, const QDateTime &when) override;
    QFuture<base::Result<model::Revision>> save(const QString &message) override;
    QFuture<base::Status> addTag(const model::TagName &name, const model::RevisionId &id) override;
    QFuture<base::Status> removeTag(const model::TagName &name) override;
    QFuture<base::Result<std::optional<control::StoreDamage>>> damage() override;
    QFuture<base::Result<QString>> beginAnew() override;

    QList<model::Revision> known; // newest first
    model::Changes changes; // of any two
    model::Changes onDisk;
    QList<model::Deployment> ran; // of any
    QHash<QDateTime, QByteArray> logs; // of deployments
    QList<model::RevisionFilter> filters; // that were asked for
    QStringList diffs; // "before..after" that were asked for, of each the first digit
    QStringList saved; // messages
    std::optional<control::StoreDamage> damaged; // then nothing can be read
    std::optional<base::Error> anewFails;

private:
    std::optional<base::Error> takeError() { return std::exchange(m_fails, std::nullopt); }

    std::optional<base::Error> m_fails;
};

// A workspace's deployments in memory: the test says what a preview shows, and takes the deployment on step by step.
class FakeWorkspaceDeployments final : public control::WorkspaceDeployments
{
    Q_OBJECT

public:
    explicit FakeWorkspaceDeployments(QString folder);

    QString folder() const override { return m_folder; }
    QFuture<base::Result<control::DeploymentPreview>> preview(const std::optional<model::RevisionId> &backTo,
                                                              control::Orphans orphans) override;
    QFuture<base::Result<QMap<QString, qint64>>> downloadSizes(const QStringList &images) override;
    QFuture<base::Result<std::optional<control::InterruptedDeployment>>> interrupted() override;
    base::Status start(const control::DeploymentOrder &order) override; // begins at the stage `check`
    void cancel() override { ++cancels; }
    bool isRunning() const override { return m_running; }
    const std::optional<model::DeploymentProgress> &progress() const override { return m_progress; }
    control::RevisionDesk &revisions() override { return desk; }

    void answerPreview(); // one that was held
    void run(const model::DeploymentProgress &progress); // one that somebody else began, at that point
    void advance(const model::DeploymentProgress &progress);
    void finish(const model::DeploymentProgress &progress);

    FakeRevisionDesk desk;
    base::Result<control::DeploymentPreview> shown; // by the previews
    bool holdsPreviews = false;
    QMap<QString, qint64> sizes; // of images
    QList<QStringList> weighed; // that were asked for
    std::optional<control::InterruptedDeployment> cutShort;
    std::optional<base::Error> startFails;
    QList<std::optional<model::RevisionId>> previews; // that were asked for
    QList<control::DeploymentOrder> orders;
    int cancels = 0;

Q_SIGNALS:
    void runningChanged();

private:
    const QString m_folder;
    base::Pending<control::DeploymentPreview> m_held;
    std::optional<model::DeploymentProgress> m_progress;
    bool m_running = false;
};

// Owned by the test; main thread. Workspaces live as long as it.
class FakeDeployments final : public control::Deployments
{
    Q_OBJECT

public:
    std::shared_ptr<control::WorkspaceDeployments> of(const QString &folder) override { return workspace(folder); }
    QList<std::shared_ptr<control::WorkspaceDeployments>> running() const override;

    std::shared_ptr<FakeWorkspaceDeployments> workspace(const QString &folder); // filled with the samples

private:
    QHash<QString, std::shared_ptr<FakeWorkspaceDeployments>> m_all;
};

} // namespace mediahelm::fakes
