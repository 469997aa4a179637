// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace mediahelm::base {

// The known name that `given` most likely meant, or an empty string when none is near: by Damerau-Levenshtein distance
// (optimal string alignment), case folded, at most a third of the longer name's length. Long input is cut at 128
// characters.
QString nearestName(const QString &given, const QStringList &known);

} // namespace mediahelm::base
