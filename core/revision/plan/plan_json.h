// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/plan.h"

#include <QJsonObject>

namespace mediahelm::revision {

// {"project": "media", "nothingToDo": false,
//  "services": [{"service": "web", "action": "recreate", "reasons": ["environment PUID"],
//                "containers": [{"name": "media-web-1", "id": "...", "action": "recreate"}],
//                "followUp": {"action": "restart", "because": "vpn"}, "orphan": true}],
//  "images": [{"image": "app:2", "action": "pull", "reason": "absent", "services": ["web"]}]}
// followUp and orphan stand only where there is something to say; of a service whose mounted files are others it is
// {"action": "restart", "because": "files"}, and its reasons name them.
QJsonObject planToJson(const model::Plan &plan);

} // namespace mediahelm::revision
