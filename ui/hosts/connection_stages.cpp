// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/connection_stages.h"

#include <QCoreApplication>

#include <array>
#include <span>

namespace mediahelm::ui {

using model::ConnectionProblem;
using Kind = model::EngineAddress::Kind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ConnectionStages)
};

enum Step { reach, identify, signIn, engine, speak, done };

Step stepOf(ConnectionProblem problem)
{
    switch (problem) {
    case ConnectionProblem::none: return done;
    case ConnectionProblem::unreachable:
    case ConnectionProblem::refused:
    case ConnectionProblem::timeout:
    case ConnectionProblem::invalidAddress:
    case ConnectionProblem::sshMissing:
    case ConnectionProblem::disconnectedByUser: return reach;
    case ConnectionProblem::hostKeyUnknown:
    case ConnectionProblem::hostKeyChanged: return identify;
    case ConnectionProblem::authenticationFailed:
    case ConnectionProblem::answerNeeded: return signIn;
    case ConnectionProblem::noPermission:
    case ConnectionProblem::noEngine:
    case ConnectionProblem::forwardingRefused: return engine;
    case ConnectionProblem::apiTooOld:
    case ConnectionProblem::notAnEngine: return speak;
    }
    return reach;
}

QString stepText(Step step)
{
    switch (step) {
    case reach: return Text::tr("Reach the host");
    case identify: return Text::tr("Recognise its host key");
    case signIn: return Text::tr("Sign in");
    case engine: return Text::tr("Open the engine's socket");
    case speak: return Text::tr("Speak with the engine");
    case done: break;
    }
    return {};
}

} // namespace

QList<ConnectionStage> connectionStages(Kind kind, ConnectionProblem problem)
{
    constexpr std::array overSsh{reach, identify, signIn, engine, speak};
    constexpr std::array overTcp{reach, speak};
    constexpr std::array overSocket{engine, speak};
    std::span<const Step> steps = overSocket;
    if (kind == Kind::ssh)
        steps = overSsh;
    else if (kind == Kind::tcp)
        steps = overTcp;

    const Step failed = stepOf(problem);
    QList<ConnectionStage> stages;
    bool reached = true;
    for (const Step step : steps) {
        ConnectionStage stage{stepText(step), ConnectionStage::Result::notReached};
        if (reached) {
            reached = step < failed;
            stage.result = reached ? ConnectionStage::Result::passed : ConnectionStage::Result::failed;
        }
        stages.append(stage);
    }
    return stages;
}

} // namespace mediahelm::ui
