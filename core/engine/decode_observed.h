// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/observed_container.h"

#include <QByteArray>

namespace mediahelm::engine {

// As in decode_containers.h: pure functions that trust nothing; kind invalid.

// GET /containers/json: the ids alone.
base::Result<QList<base::ContainerId>> decodeContainerIds(const QByteArray &json);
// GET /containers/{id}/json
base::Result<model::ObservedContainer> decodeObservedContainer(const QByteArray &json);
// GET /images/{name}/json
base::Result<model::ObservedImage> decodeObservedImage(const QByteArray &json);

} // namespace mediahelm::engine
