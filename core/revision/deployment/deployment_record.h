// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/deployment_progress.h"
#include "core/revision/compose/compose_progress.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace mediahelm::revision {

// What is known of a deployment while it goes, written by its job and read by everybody. Tells of changes at most some
// ten times a second. Owned by the job; its thread.
class DeploymentRecord final : public QObject
{
    Q_OBJECT

public:
    // The clock is borrowed.
    DeploymentRecord(const base::Clock &clock, const QString &purpose);

    const model::DeploymentProgress &progress() const { return m_progress; }

    void setProject(const QString &name) { m_progress.project = name; }
    void addStages(const QList<model::DeploymentStage> &stages);
    void begin(model::DeploymentStage stage); // ends the one that runs as done
    void end(model::DeploymentStage stage, model::StageState state);
    bool isRunning(model::DeploymentStage stage) const;
    void setGoesBack(bool goesBack) { m_progress.goesBack = goesBack; }
    void setPlan(const model::Plan &plan);
    void setRevision(const model::RevisionId &revision) { m_progress.revision = revision; }
    void setRolledBackTo(const model::RevisionId &revision) { m_progress.rolledBackTo = revision; }
    void setService(const model::ServiceProgress &service);
    void setServices(const QStringList &services, model::ServiceProgress::State state);
    void setFailures(const QList<model::ServiceFailure> &failures);
    void log(const QString &line); // without its end; nothing secret
    void takeCompose(const ComposeProgress &step); // of `docker compose pull` and `up`
    // Without a verdict nothing was deployed.
    void finish(std::optional<model::Verdict> verdict, const QString &summary);

Q_SIGNALS:
    void changed();

private:
    void tell();
    model::StageProgress *find(model::DeploymentStage stage);
    void takeImage(const ComposeProgress &step);
    void takeLayer(const ComposeProgress &step);
    void takeContainer(const ComposeProgress &step);
    model::ImageProgress &image(const QString &name);

    const base::Clock &m_clock;
    model::DeploymentProgress m_progress;
    QHash<QString, QString> m_serviceOf; // by the container's name
    QTimer m_tell;
};

} // namespace mediahelm::revision
