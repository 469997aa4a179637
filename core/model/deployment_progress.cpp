// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/deployment_progress.h"

#include <algorithm>

namespace mediahelm::model {

QString deploymentStageName(DeploymentStage stage)
{
    switch (stage) {
    case DeploymentStage::check: return QStringLiteral("check");
    case DeploymentStage::pull: return QStringLiteral("pull");
    case DeploymentStage::create: return QStringLiteral("create");
    case DeploymentStage::start: return QStringLiteral("start");
    case DeploymentStage::health: return QStringLiteral("health");
    case DeploymentStage::restore: return QStringLiteral("restore");
    case DeploymentStage::recreate: return QStringLiteral("recreate");
    case DeploymentStage::recover: break;
    }
    return QStringLiteral("recover");
}

QString stageStateName(StageState state)
{
    switch (state) {
    case StageState::waiting: return QStringLiteral("waiting");
    case StageState::running: return QStringLiteral("running");
    case StageState::done: return QStringLiteral("done");
    case StageState::failed: return QStringLiteral("failed");
    case StageState::skipped: break;
    }
    return QStringLiteral("skipped");
}

QString serviceProgressName(ServiceProgress::State state)
{
    using State = ServiceProgress::State;
    switch (state) {
    case State::waiting: return QStringLiteral("waiting");
    case State::creating: return QStringLiteral("creating");
    case State::starting: return QStringLiteral("starting");
    case State::stillStarting: return QStringLiteral("still-starting");
    case State::healthy: return QStringLiteral("healthy");
    case State::completed: return QStringLiteral("completed");
    case State::failed: return QStringLiteral("failed");
    case State::untouched: break;
    }
    return QStringLiteral("untouched");
}

const StageProgress *DeploymentProgress::current() const
{
    const auto running =
        std::ranges::find_if(stages, [](const StageProgress &stage) { return stage.state == StageState::running; });
    return running == stages.end() ? nullptr : &*running;
}

} // namespace mediahelm::model
