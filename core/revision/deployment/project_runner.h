// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/pending.h"
#include "core/engine/engine_client.h"
#include "core/revision/deployment/deployment_record.h"
#include "core/revision/deployment/health_gate.h"
#include "core/revision/deployment/project_survey.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QObject>

#include <memory>

namespace mediahelm::revision {

// One bringing up of a project. A plain value.
struct RunRequest {
    ComposeCommand command;
    ComposeSecrets secrets;
    Survey survey;
    HealthExpectation expectation;
    std::chrono::milliseconds interval{1000}; // of the gate's looks
    bool back = false; // on the way back: its stages are others
    QStringList alsoGated; // services that have to be up besides those that the plan touches
    QStringList brought = {}; // on the way back: services in no file whose containers this deployment has made
    QString note = {}; // a file that says which processes of Compose are at work (ComposeRequest::note)
};

struct RunOutcome {
    QString problem; // one sentence; empty: everything came up
    QList<model::ServiceFailure> failures;

    bool passed() const { return problem.isEmpty(); }
};
RunOutcome failedWith(const QString &problem, const QList<model::ServiceFailure> &failures = {});

// Carries a plan out: images that are not here, `docker compose up`, what Compose leaves undone, and the health gate
// over what was touched and what depends on it. Writes into the record. Owned by who deploys; its thread. Destroying it
// cancels.
class ProjectRunner final : public QObject
{
    Q_OBJECT

public:
    // All are borrowed.
    ProjectRunner(ComposeProcess &compose, engine::EngineClient &engine, const base::Clock &clock,
                  DeploymentRecord &record);

    // Once. Errors: cancelled alone; what fails otherwise is told by the outcome.
    QFuture<base::Result<RunOutcome>> run(const RunRequest &request);
    // Instead: fetches and builds the plan's images alone, those that are here and are to be fetched anew among them.
    // What a name means may be another image afterwards, so that another plan has to be made.
    QFuture<base::Result<RunOutcome>> refreshImages(const RunRequest &request);
    // Something of the project on the engine may be another than before.
    bool touched() const { return m_touched; }
    // Stops Compose or the gate; what was done stays done.
    void cancel();

private:
    using Outcome = base::Result<RunOutcome>;

    QCoro::Task<Outcome> steps();
    enum class Images { absent, all };
    QCoro::Task<Outcome> getImages(Images which);
    QCoro::Task<Outcome> bringUp();
    QCoro::Task<Outcome> act(QStringList arguments);
    // Takes away what a Compose that was killed has left half made, which would be in the way, and what was brought.
    QCoro::Task<Outcome> sweep();
    QCoro::Task<Outcome> remove(base::ContainerId id, bool stops);
    // Of services whose mounted files are others: Compose does not look at them.
    QCoro::Task<Outcome> restartForFiles();
    QCoro::Task<Outcome> followUp();
    QCoro::Task<Outcome> gate(QStringList services);
    QCoro::Task<base::Result<void>> compose(QStringList arguments, std::chrono::milliseconds deadline);
    // What is wrong with the services that were touched, after Compose has failed with `error`.
    QCoro::Task<Outcome> explain(base::Error error);
    void takeLine(const QString &line);
    GateRequest gateRequest(const QStringList &services) const;

    ComposeProcess &m_compose;
    engine::EngineClient &m_engine;
    const base::Clock &m_clock;
    DeploymentRecord &m_record;
    std::optional<RunRequest> m_request;
    std::unique_ptr<ComposeRun> m_run;
    std::unique_ptr<HealthGate> m_gate;
    bool m_touched = false;
    bool m_cancelled = false;
};

// Whether there are images that are here, and are to be fetched or built anew all the same. Pure.
bool refreshesImages(const model::Plan &plan);

// The services that a plan touches, and those that need one of them, over any number of steps; in start order. Pure.
QStringList gatedServices(const model::Plan &plan, const ResolvedProject &project);

} // namespace mediahelm::revision
