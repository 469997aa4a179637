// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/yaml/yaml_document.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace mediahelm::control {

// What service files say of a variable that they read: under x-mediahelm's "variables", or by the default in a
// reference, as in ${NAME:-8096}. A plain value.
struct DeclaredVariable {
    QString type; // as x-mediahelm names it; empty where it does not
    QString description;
    QStringList values; // the only ones
    std::optional<QString> fallback; // what holds where no layer sets it
};

// By name; of several files the first one counts, and x-mediahelm before references.
QHash<QString, DeclaredVariable> declaredVariables(const QList<workspace::YamlDocument> &documents);

} // namespace mediahelm::control
