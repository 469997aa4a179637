// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/env/variable_template.h"
#include "core/workspace/yaml/yaml_document.h"

#include <QSet>

namespace mediahelm::workspace {

struct FileModel;

// Where something is written; valid as long as the model that it belongs to.
struct ModelSource {
    const FileModel *file = nullptr;
    YamlNode node; // as written: perhaps an alias
};

// A scalar of a Compose file with its variables filled in.
struct ModelText {
    QString text;
    ModelSource source;
    bool known = true; // false: there is a variable in it that is not set, or secret, so that nothing can be said of it
    bool literal = true; // no variable in it
};

// What variables come to, and which are secret.
struct ModelVariables {
    VariableLookup lookup;
    QSet<QString> secrets;
};

// Of a scalar, also one behind an alias; of anything else an unknown one.
ModelText readText(const FileModel &file, const YamlNode &node, const ModelVariables &variables);

} // namespace mediahelm::workspace
