// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/revision/async/threaded_revisions.h"
#include "core/revision/deployment/deployment_job.h"
#include "revision/compose_bench.h"

namespace mediahelm::tests {

// A workspace of one compose.yaml on the machine's engine, with its revisions, and deployments of it. Blocks; for tests
// alone.
class DeploymentBench final : public revision::DeploymentSource
{
public:
    DeploymentBench();

    ComposeBench &project() { return m_project; }
    revision::ThreadedRevisions &revisions() { return *m_revisions; }
    void write(const QString &text) { m_project.write(QStringLiteral("compose.yaml"), text); }
    QString file() const; // compose.yaml, with "@" in place of the name
    QString folder() const override { return m_project.folder(); }
    QFuture<base::Result<revision::DeploymentInput>> read() override;

    // The gate is quick: 50 ms between looks, 400 ms without a health check.
    revision::DeploymentRequest request(const QString &message) const;
    std::unique_ptr<revision::DeploymentJob> job(const revision::DeploymentRequest &request);
    // Until it is over. The record stays until the next call.
    base::Result<model::Verdict> run(const revision::DeploymentRequest &request);
    base::Result<model::Verdict> apply(const QString &message) { return run(request(message)); }
    const model::DeploymentProgress &progress() const { return m_job->record().progress(); }

    void letGo(); // of what a job that was destroyed held, as the end of its process would
    model::Revision head();
    std::optional<model::Revision> named(const QString &name);
    QString imageOf(const QString &service); // the id that its container was made of; empty without one
    QString stateOf(const QString &service); // "running healthy"

    revision::ComposeSecrets secrets;

private:
    ComposeBench m_project;
    base::SystemClock m_clock;
    std::unique_ptr<revision::ThreadedRevisions> m_revisions;
    std::unique_ptr<engine::EngineClient> m_engine;
    std::unique_ptr<revision::DeploymentJob> m_job;
};

} // namespace mediahelm::tests
