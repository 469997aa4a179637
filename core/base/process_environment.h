// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace mediahelm::base {

// The environment of this process as it is now, by name. Any thread, as long as none changes it.
QMap<QString, QString> processEnvironment();

} // namespace mediahelm::base
