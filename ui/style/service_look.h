// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"
#include "ui/style/palette.h"

#include <QString>

class QPainter;

namespace mediahelm::ui {

// How a container's state looks: one shape, one word, one tone for each, told apart without colour too.
enum class ServiceLook {
    running, // disc: runs, nothing checks its health
    healthy, // disc with a tick
    unhealthy, // triangle with an exclamation mark
    starting, // ring, three quarters: runs, its health is not known yet
    restarting, // ring with an arrow
    paused, // two bars
    exited, // hollow square: ended by itself or by the user
    failed, // crossed square: ended with an exit code other than 0, or out of memory
    dead, // crossed octagon
    created, // dotted ring
    removing, // ring with a minus
    unknown, // ring with a question mark
};
inline constexpr int serviceLookCount = 12;

ServiceLook lookOf(const model::Container &container);
Tone toneOf(ServiceLook look);
// What is wrong comes first: failed and unhealthy, then what is under way, then the rest. For sorting.
int urgencyOf(ServiceLook look);
// Needs the user's eye: unhealthy, failed, dead, restarting.
bool isTrouble(ServiceLook look);
// The engine has started it at least three times by itself, the last time less than ten minutes ago: it restarts over
// and over, also in the moments in which it runs. Engines count from the last start by hand. `now` is UTC.
bool restartsOverAndOver(const model::Container &container, const QDateTime &now);
// isTrouble() of its look, or restartsOverAndOver(), which a look does not tell.
bool needsAttention(const model::Container &container, const QDateTime &now);
// When needsAttention() ends by the passing of time alone; invalid where it does not.
QDateTime attentionEnds(const model::Container &container, const QDateTime &now);

QString lookName(ServiceLook look); // "Unhealthy", translated
QString lookCount(ServiceLook look, int count); // "3 unhealthy", translated
// As lookName(), with what belongs to it: "Exited (137)", "Out of memory (137)".
QString stateText(const model::Container &container);

// Draws the shape into the largest square in the middle of `rect`. Antialiased at any size.
void paintLook(QPainter *painter, const QRectF &rect, ServiceLook look, const QColor &color);

} // namespace mediahelm::ui
