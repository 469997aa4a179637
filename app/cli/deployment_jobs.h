// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/deployment_text.h"
#include "app/cli/job.h"
#include "app/cli/standard_input.h"
#include "app/cli/terminal.h"
#include "core/revision/async/revisions.h"
#include "core/revision/deployment/deployment_job.h"
#include "core/revision/input/forecaster.h"

#include <QCoroFuture>
#include <QCoroTask>

#include <memory>

namespace mediahelm::app {

// What the verbs on deployments stand on: one workspace, and the engine of this machine. All are borrowed.
struct DeploymentTools {
    revision::LocalDeploymentSource &source;
    revision::RevisionLog &log;
    revision::RevisionKeeper &keeper;
    revision::ComposeProcess &compose;
    engine::EngineClient &engine;
    const base::Clock &clock;
    bool engineIsHere; // by a local socket: its ports and paths count as this machine's
};

// `plan DIR`: what applying would do; changes nothing.
class PlanJob final : public Job
{
    Q_OBJECT

public:
    struct Options {
        bool json = false;
        bool sizes = false; // registries are asked what the images weigh
        bool removesOrphans = true;
    };

    PlanJob(const DeploymentTools &tools, Terminal &terminal, Options options);
    void start() override;

private:
    QCoro::Task<> steps();
    QCoro::Task<> addSizes();
    void tell(const revision::ComposeCommand &command);

    const DeploymentTools m_tools;
    Terminal &m_terminal;
    const Options m_options;
    model::Plan m_plan;
};

// `apply DIR` and `rollback DIR REV`: first what was interrupted, then the plan, the question, and the deployment. Exit
// status 1 when something did not come up, whether it was put back or not.
class DeployJob final : public Job
{
    Q_OBJECT

public:
    struct Options {
        revision::DeploymentRequest request; // without target
        QString target; // of a roll-back: "head", a tag, or the beginning of an id
        bool yes = false;
        bool json = false;
        bool despiteErrors = false; // applies files although errors were found in them
    };

    DeployJob(const DeploymentTools &tools, Terminal &terminal, Options options);
    ~DeployJob() override;
    void start() override;
    void interrupted() override;
    bool cancels() override;

private:
    QCoro::Task<> steps();
    QCoro::Task<bool> finishWhatWasInterrupted();
    void tell(const revision::Forecast &seen);
    bool stopsFor(const QList<model::Diagnostic> &errors);
    QCoro::Task<bool> agreed(model::Plan plan);
    QCoro::Task<> deploy();
    void begin(const revision::DeploymentRequest &request);
    void tellProgress();
    void conclude(const base::Result<model::Verdict> &verdict);
    void end(const base::Error &error);

    const DeploymentTools m_tools;
    Terminal &m_terminal;
    Options m_options;
    ProgressLines m_lines;
    StandardInput m_input;
    std::unique_ptr<revision::DeploymentJob> m_job;
    bool m_cancelled = false;
};

} // namespace mediahelm::app
