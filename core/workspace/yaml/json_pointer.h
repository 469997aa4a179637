// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace mediahelm::workspace {

// RFC 6901, the one spelling of where a node stands: "" is the whole document, "/services/sonarr/ports/0" an item.

// The unescaped parts, or nothing where it is no pointer: it neither is empty nor begins with '/', or has a '~' that
// neither 0 nor 1 follows.
std::optional<QStringList> splitPointer(const QString &pointer);
QString joinPointer(const QStringList &parts);
QString pointerStep(const QString &key); // "/" and the key, escaped

// An index as RFC 6901 writes it: digits without a leading zero.
std::optional<int> pointerIndex(const QString &part);

} // namespace mediahelm::workspace
