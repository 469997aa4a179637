// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/deployment_progress.h"
#include "ui/style/palette.h"
#include "ui/style/words.h"

#include <QString>

// The user's words for deployments and revisions; translated. Main thread.
namespace mediahelm::ui {

QString stageWord(model::DeploymentStage stage); // "Health"
bool isWayBack(model::DeploymentStage stage);
QString stageStateWord(model::StageState state); // "running"
Tone stageStateTone(model::StageState state);
QString stageStateSymbol(model::StageState state);

QString serviceStateWord(model::ServiceProgress::State state); // "Still starting"
Tone serviceStateTone(model::ServiceProgress::State state);
QString serviceStateSymbol(model::ServiceProgress::State state);
bool isUp(model::ServiceProgress::State state); // healthy, or ran to its end

QString verdictWord(model::Verdict verdict); // "Rolled back"
Tone verdictTone(model::Verdict verdict);
QString verdictSymbol(model::Verdict verdict);

QString revisionKindWord(model::RevisionKind kind); // "Save point"
QString revisionKindSymbol(model::RevisionKind kind);

// What the core says, as a sentence: a capital first, a full stop last.
QString asSentence(const QString &text);
// Of planning, deploying and revisions: the core's own sentence, and what to do.
ErrorWords deploymentError(const base::Error &error, const QString &headline);

// Of a deployment, in the present: "Applying media".
QString deploymentTitle(const model::DeploymentProgress &progress);
// "Health: 3 of 12"; empty where no stage runs.
QString stageLine(const model::DeploymentProgress &progress);
// Both: "Applying media. Health: 3 of 12".
QString deploymentLine(const model::DeploymentProgress &progress);
// At the end, in the past: "media: applied, and healthy", "media: put back to an earlier revision".
QString deploymentEnd(const model::DeploymentProgress &progress);
Tone deploymentTone(const model::DeploymentProgress &progress);
// What to do next, after its end; empty where nothing is left.
QString deploymentRemedy(const model::DeploymentProgress &progress);
// The whole as plain text, for the clipboard.
QString deploymentReport(const model::DeploymentProgress &progress);

} // namespace mediahelm::ui
