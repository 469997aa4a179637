// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace mediahelm::workspace {

// Keys of a service that the model keeps in one way.
const QSet<QString> &singleKeys(); // of one value
const QSet<QString> &listKeys();
const QSet<QString> &referenceKeys(); // names of other parts of the project

} // namespace mediahelm::workspace
