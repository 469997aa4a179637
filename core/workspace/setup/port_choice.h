// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/setup/setup.h"

namespace mediahelm::workspace {

struct PortWish {
    QString variable;
    QString service;
    int number = 0;
    QStringList protocols;
    bool fixed = false; // the user's own choice
    bool wellKnown = false;
};

// A port for each wish, in its order: what is wanted where that is free, for the first who wants it; else the next free
// number that nobody else wants. A fixed one stays as it is, and comes first.
QList<SetupPort> choosePorts(const QList<PortWish> &wishes, const QList<TakenPort> &taken);

// What a sentence says of one that could not have its own; empty where it could.
QString portWarning(const SetupPort &port, const PortWish &wish);

} // namespace mediahelm::workspace
