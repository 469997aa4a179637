// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"
#include "core/model/revision.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace mediahelm::model {

// The steps of a deployment, in their order. Those from `restore` on are the way back, where there is one.
enum class DeploymentStage {
    check, // what is there, what the files come to, what would be done; the revision is saved
    pull, // images, and those that are built
    create,
    start,
    health, // the gate
    restore, // the last good revision's files and images
    recreate, // its containers
    recover, // their health
};
QString deploymentStageName(DeploymentStage stage); // "pull"

enum class StageState { waiting, running, done, failed, skipped };
QString stageStateName(StageState state); // "running"

struct StageProgress {
    DeploymentStage stage = DeploymentStage::check;
    StageState state = StageState::waiting;
    QDateTime startedAt; // UTC; invalid before
    QDateTime finishedAt;
};

struct LayerProgress {
    QString id;
    QString status; // Compose's own word
    qint64 current = 0; // bytes, where it is told
    qint64 total = 0;
    bool done = false;
};

struct ImageProgress {
    QString name; // as Compose names what it pulls, a service or an image; empty: layers of which it does not say whose
    QString status;
    QList<LayerProgress> layers;
    bool done = false;
    bool failed = false;
};

struct ServiceProgress {
    // What is known of its containers together; the worst counts.
    enum class State {
        waiting, // nothing was done yet
        creating,
        starting, // created or started, and not yet judged
        stillStarting, // its health check has not decided; its start period or its retries run
        healthy, // its health check says so, or it ran long enough where it has none
        completed, // it ran to its end, as it was to
        failed,
        untouched, // not part of this deployment
    };
    QString service;
    State state = State::waiting;
    QString detail; // in English: "health check: 2 of 3 attempts failed", "exited with 1"
    QDateTime since; // UTC; of the state
};
QString serviceProgressName(ServiceProgress::State state); // "still-starting"

// Why a service did not come up. Text from the containers is as they wrote it, without what is known to be secret.
struct ServiceFailure {
    QString service;
    QString container;
    QString reason; // "its health check failed 3 times", "it exited with 127"
    QStringList lastLog; // newest last
    QString healthOutput; // of the last probe
};

// A deployment as it goes, and how it ended. A plain value.
struct DeploymentProgress {
    QString project;
    QString purpose; // "apply", "roll back", "finish what was interrupted"
    bool goesBack = true; // by itself, on failure and when it is cancelled
    std::optional<Plan> plan; // from the end of `check`
    std::optional<RevisionId> revision; // that is deployed
    std::optional<RevisionId> rolledBackTo;
    QList<StageProgress> stages;
    QList<ImageProgress> images;
    QList<ServiceProgress> services;
    QStringList log; // the last lines of Compose and of this program
    QDateTime startedAt;
    QDateTime finishedAt; // invalid while it runs
    std::optional<Verdict> verdict; // at the end
    QString summary; // one sentence, at the end
    QList<ServiceFailure> failures;

    static constexpr qsizetype mostLogLines = 1000;

    bool finished() const { return finishedAt.isValid(); }
    const StageProgress *current() const; // the one that runs; nullptr where none does
};

} // namespace mediahelm::model
