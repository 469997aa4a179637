// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace mediahelm::workspace {

// A timestamp that Compose's reader knows, as RFC 3339: "2001-12-14", "2001-12-14 21:59:43.1" and
// "2001-12-14T21:59:43.1-05:00" or with Z; month, day, hour, minute and second may be of one digit. Nothing where it is
// none.
std::optional<QString> yamlTimestamp(const QString &text);

} // namespace mediahelm::workspace
