// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/engine_streams.h"

#include <QByteArray>
#include <QJsonObject>

namespace mediahelm::engine {

// One object of GET /events. invalid: no type, no action, no time, or a container's id that breaks its rule. Pure, any
// thread.
base::Result<model::EngineEvent> decodeEvent(const QJsonObject &object);

// The value of filters= for GET /events.
QByteArray encodeEventFilters(const EventFilter &filter);

} // namespace mediahelm::engine
