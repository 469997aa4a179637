// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/response_writer.h"

#include <QJsonDocument>

namespace mediahelm::server {

// 200 with JSON, by schemas/api/openapi.json.
http::OutgoingResponse jsonReply(const QJsonDocument &document);

// {"error": {"kind": ..., "message": ...}}; schemas/api/error.schema.json lists the kinds.
http::OutgoingResponse errorReply(int status, const QString &kind, const QString &message);
http::OutgoingResponse errorReply(const http::Refusal &refusal);

// The fields that every reply carries: nothing is cached, framed, sniffed or run.
void addSecurityFields(http::OutgoingResponse &response);

} // namespace mediahelm::server
