// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/container_detail.h"

#include <QByteArray>

namespace mediahelm::engine {

// Replies to model values, trusting nothing: an id that breaks its rule or a value of another type than it must have is
// an error (kind invalid; the message says what is wrong, the caller adds the endpoint); what is merely absent stays
// empty. Pure functions, any thread.

// GET /containers/json
base::Result<QList<model::Container>> decodeContainers(const QByteArray &json);

struct Inspection {
    model::ContainerDetail detail;
    std::optional<int> stopTimeoutSeconds; // the container's own grace; nullopt for the engine's 10 s
};
// GET /containers/{id}/json
base::Result<Inspection> decodeInspection(const QByteArray &json);

// What the list tells in words alone: "Up 6 seconds (healthy)", "Exited (137) 3 minutes ago".
model::Health healthOfStatus(QStringView status);
std::optional<int> exitCodeOfStatus(QStringView status);

} // namespace mediahelm::engine
