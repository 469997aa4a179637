// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"
#include "core/model/engine_address.h"

#include <QUrl>

#include <optional>

namespace mediahelm::ui {

struct PortLink {
    QString text; // "8096", "53/udp"
    std::optional<QUrl> url; // where a browser finds it; nullopt when it is not TCP
};

// The published ports, each once, in the order of the engine. The machine in the URL is the one that the address names;
// a port that is bound to one address of the machine is reached under that.
QList<PortLink> portLinks(const QList<model::PortBinding> &ports, const model::EngineAddress &address);

} // namespace mediahelm::ui
