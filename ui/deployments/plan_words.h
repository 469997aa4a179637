// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/file_diff.h"
#include "core/model/plan.h"
#include "ui/style/palette.h"

#include <QString>
#include <QStringList>

// The user's words for a plan; translated. Main thread.
namespace mediahelm::ui {

QString planActionWord(model::PlanAction action); // "Recreate"
Tone planActionTone(model::PlanAction action);
QString planActionSymbol(model::PlanAction action);

// A kind of reason with all its subjects, of which a few are named: "variables: PUID, TZ and 3 more".
QString planReasonWords(model::PlanReason::Kind kind, const QStringList &subjects);
QString followUpWords(const model::FollowUp &followUp); // "is recreated with vpn: it lives in its network"
// Why something is done to a service, one line for each kind of reason, and the follow-up last.
QStringList planReasonLines(const model::ServicePlan &service);
bool isUnchanged(const model::ServicePlan &service); // nothing is done, and nothing follows

QString imageHowWords(model::ImageStep::How how); // "is pulled"
QString imageWhyWords(model::ImageStep::Why why); // "it is not here yet"

// "2 recreated, 1 created, 12 unchanged": all of the plan in one line.
QString planSummary(const model::Plan &plan);
// Services whose containers are removed, and containers that no file names any more.
QStringList removedServices(const model::Plan &plan);
// Containers that no file names any more, and that stay.
QStringList keptOrphans(const model::Plan &plan);

QString fileChangeWord(model::FileChangeKind kind); // "Changed"
Tone fileChangeTone(model::FileChangeKind kind);
QString fileChangeSymbol(model::FileChangeKind kind);

} // namespace mediahelm::ui
