// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace mediahelm::workspace {

// Compose's byte values (compose-spec, "Specifying byte values"): "512M", "1.5g", "1024k", "4kb", "100": bytes; units
// are powers of 1024. Nothing where it is none.
std::optional<qint64> byteSize(const QString &text);

// For people: "1.5 GB", "640 MB".
QString byteSizeText(qint64 bytes);

} // namespace mediahelm::workspace
