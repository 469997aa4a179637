// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/engine_info.h"

#include <QByteArray>

#include <optional>

namespace mediahelm::engine {

// What an engine says of itself, to model values; as in decode_containers.h.

// "1.41"; nullopt for anything else.
std::optional<model::ApiVersion> parseApiVersion(QByteArrayView text);

struct VersionReply {
    QString product; // "Docker", "Podman"
    QString version;
    model::ApiVersion newest;
    model::ApiVersion oldest; // 1.12 where the engine does not say
};
base::Result<VersionReply> decodeVersion(const QByteArray &json); // GET /version
base::Result<model::EngineInfo> decodeInfo(const QByteArray &json); // GET /info: without product, version and api
base::Result<model::DiskUsage> decodeDiskUsage(const QByteArray &json); // GET /system/df
base::Result<QList<model::Image>> decodeImages(const QByteArray &json); // GET /images/json

} // namespace mediahelm::engine
