// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/yaml/yaml_document.h"

namespace mediahelm::control {

enum class ScalarWish {
    text, // a string, bare where that reads as one; a number or a truth where one stood there bare
    quoted, // a string in quotes: ports, which other readers take for numbers of base 60
    number, // a number, where it is one
    boolean, // a truth, where it is one
};

// A text as the YAML that workspace::setValue() takes. `old` is what it takes the place of, or no node.
QByteArray scalarYaml(const QString &text, ScalarWish wish, const workspace::YamlNode &old);

} // namespace mediahelm::control
