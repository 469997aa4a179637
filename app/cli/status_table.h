// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"
#include "core/model/sample.h"

#include <QList>
#include <QString>

#include <optional>

namespace mediahelm::app {

struct StatusRow {
    base::HostId host;
    model::Container container;
    std::optional<model::ContainerSample> sample;
};

struct TableLook {
    int columns = 0; // what it must fit; 0 for no bound
    bool colours = false;
    bool withHost = false; // several hosts are shown
    bool withStats = true;
};

// Hosts in their order, then projects by name (containers without one last), then services by name and number.
void sortForTable(QList<StatusRow> &rows);

// The rows as a text table with a head line; names from outside are made harmless. Pure; `now` is for the uptimes.
QString statusTable(const QList<StatusRow> &rows, const TableLook &look, const QDateTime &now);

// "running", "healthy", "unhealthy", "starting", "restarting", "paused", "exited (3)", "created", "dead"; with ", no
// answer" where the engine hangs when asked about it.
QString stateWords(const model::Container &container);

} // namespace mediahelm::app
