// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/env/variable_template.h"
#include "core/workspace/yaml/yaml_document.h"

#include <QJsonValue>

namespace mediahelm::workspace {

// A reference to a variable in a YAML file. Compose expands the values that are strings, never keys.
struct YamlVariableUse {
    VariableUse use;
    YamlNode node; // valid as long as its document
    // Of the '$', where the value is plain or a literal as it stands; else of the value.
    model::Place place;
};

struct YamlVariables {
    QList<YamlVariableUse> uses; // in order of the file; those behind aliases once
    struct Problem {
        TemplateProblem problem;
        YamlNode node;
        model::Place place;
    };
    QList<Problem> problems; // one for each value at most
};

YamlVariables variablesOf(const YamlDocument &document, const VariableLookup &lookup);

// As toJson(), with the strings expanded; one that cannot be is left as it stands. What Compose makes numbers and
// truths of afterwards, at the paths where it wants these, is a string here.
QJsonValue toExpandedJson(const YamlNode &node, const VariableLookup &lookup);

} // namespace mediahelm::workspace
