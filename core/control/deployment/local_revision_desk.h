// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/revision_desk.h"
#include "core/revision/async/revisions.h"
#include "core/revision/deployment/deployment_job.h"

#include <QCoroFuture>
#include <QCoroTask>

namespace mediahelm::control {

// The revisions of a workspace of this machine. Owned by its deployments; main thread.
class LocalRevisionDesk final : public RevisionDesk
{
    Q_OBJECT

public:
    // All are borrowed.
    LocalRevisionDesk(revision::RevisionLog &log, revision::RevisionKeeper &keeper, revision::DeploymentSource &source);

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
    QFuture<base::Result<std::optional<StoreDamage>>> damage() override;
    QFuture<base::Result<QString>> beginAnew() override;

    // Makes what others have changed on disk since the newest revision one of its own; true where there was something.
    // A workspace without revisions stays without, and one whose deployment was interrupted as it is.
    QFuture<base::Result<bool>> keepExternalChanges();
    void tell() { Q_EMIT changed(); }

private:
    QCoro::Task<base::Result<model::Changes>> unsavedSteps();
    QCoro::Task<base::Result<model::Revision>> saveSteps(QString message, model::RevisionKind kind);
    QCoro::Task<base::Result<bool>> externalSteps();
    QCoro::Task<base::Result<std::optional<StoreDamage>>> damageSteps();
    QCoro::Task<base::Result<QString>> anewSteps();
    QFuture<base::Status> told(const QFuture<base::Status> &done);
    QCoro::Task<base::Status> toldSteps(QFuture<base::Status> done);

    revision::RevisionLog &m_log;
    revision::RevisionKeeper &m_keeper;
    revision::DeploymentSource &m_source;
};

} // namespace mediahelm::control
