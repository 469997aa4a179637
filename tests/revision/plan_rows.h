// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "revision/compose_bench.h"

#include <QMetaType>
#include <QStringList>

#include <functional>

namespace mediahelm::tests {

// The table of the plan's test against the real Compose: projects, and what is done to them.

using Change = std::function<void(ComposeBench &)>;

QString text(const char *latin1);
// "web|    key: value\n" each, on a common ground: one image, and stopping takes no time.
QString project(const QStringList &services, const char *rest = "");
QString line(const char *yaml); // indented as a service's

// Rows of (before, change, actions, reasons).
void addChangesOfAService();
void addChangesOfContainers();
void addChangesOfWhoIsNeeded();

} // namespace mediahelm::tests

Q_DECLARE_METATYPE(mediahelm::tests::Change)
