// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/model_text.h"

#include <QString>

#include <optional>

namespace mediahelm::workspace {

// Ports of a container published on the host. A plain value.
struct ModelPort {
    QString hostIp; // empty for all addresses
    int first = 0; // on the host; 0: the engine chooses
    int last = 0;
    int targetFirst = 0; // in the container
    int targetLast = 0;
    QString protocol; // "tcp", "udp", "sctp"
    bool literal = true; // no variable in it
    ModelSource source; // of the item
    ModelSource published; // of what says the host's port: the item, or a value in it

    bool isFixed() const { return first > 0 && last == first; }
    // Whether both cannot be published at once: one address covers the other, same protocol, one port in both.
    bool collidesWith(const ModelPort &other) const;
    // Whether each of the other's ports is published by this one too, and so.
    bool covers(const ModelPort &other) const;
    // "8080", "8000-8010"
    QString publishedText() const;
};

// Whether who listens on one address keeps another from doing so; empty, 0.0.0.0 and :: mean all.
bool addressesOverlap(const QString &a, const QString &b);

// Compose's short form, "[[IP:]PUBLISHED:]TARGET[/PROTOCOL]" with ranges; nothing where it is none.
std::optional<ModelPort> parsePort(const QString &text);
// "80" or "80-90" as first and last.
std::optional<std::pair<int, int>> parsePortRange(const QString &text);

} // namespace mediahelm::workspace
