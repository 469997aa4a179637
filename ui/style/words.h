// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/connection_state.h"
#include "core/model/container_action.h"
#include "ui/style/palette.h"

#include <QString>
#include <QStringList>

// The user's words for what the core says in enums and error kinds; translated. Main thread.
namespace mediahelm::ui {

// "Stop", as a button says it; for a count over 1 with it: "Stop 3 services".
QString actionLabel(model::ContainerAction action, int count = 1);
QString actionUnderWay(model::ContainerAction action); // "Stopping…"
QString actionFailed(model::ContainerAction action); // "Stop failed"
QString actionDone(model::ContainerAction action); // "Stopped"
// "Stopped jellyfin"; of several "Stopped 3 services".
QString actionDone(model::ContainerAction action, const QStringList &services);

QString phaseWord(model::ConnectionPhase phase); // "Reconnecting"
Tone phaseTone(model::ConnectionPhase phase);
QString phaseIcon(model::ConnectionPhase phase); // a symbol's name
// The whole line under a host: "Connected", "Reconnecting: next try in 5 s", "Stopped: The host key has changed."
QString connectionText(const model::ConnectionState &state, const QDateTime &now);
QString problemSentence(model::ConnectionProblem problem); // one sentence; empty for none
QString remedySentence(model::ConnectionProblem problem); // likewise

// What happened, why and what to do, as the user reads it.
struct ErrorWords {
    QString headline; // "Could not stop jellyfin"
    QString reason; // one sentence by the error's kind
    QString remedy; // one sentence; may be empty
    QString details; // the other side's own words, for copying; may be empty

    QString oneLine() const; // headline and reason
    QString all() const; // everything, for the clipboard
};
ErrorWords wordsFor(const base::Error &error, const QString &headline);
ErrorWords wordsFor(const base::Error &error, model::ContainerAction action, const QString &service);

} // namespace mediahelm::ui
