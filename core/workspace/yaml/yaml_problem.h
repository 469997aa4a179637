// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text_place.h"

#include <QString>

#include <optional>

namespace mediahelm::workspace {

// Why a file is not read. Each has a stable name, see yamlFaultName().
enum class YamlFault {
    tooLarge, // more bytes than a configuration file may have
    encoding, // not UTF-8, or a character that YAML forbids
    syntax, // breaks YAML's grammar
    duplicateKey,
    complexKey, // a key that is no scalar
    longKey,
    tooDeep,
    tooManyNodes,
    aliasBudget, // aliases that would expand to too much
    recursiveAlias,
    unknownAnchor,
    manyDocuments,
    mergeValue, // a merge key whose value is neither a mapping nor a list of mappings
};

QString yamlFaultName(YamlFault fault);

// A fault of a YAML text: where, what and how to mend it. A plain value; the words are English, in whole sentences
// without a full stop, and hold nothing of the file but names of keys and anchors.
struct YamlProblem {
    YamlFault fault = YamlFault::syntax;
    qsizetype offset = 0; // byte
    model::Place place;
    std::optional<model::Place> other; // the second place where two make the fault: the first of two equal keys
    QString pointer; // of the nearest node around it that is known
    QString what;
    QString mend;

    QString text() const; // "LINE:COLUMN: what; mend"
};

} // namespace mediahelm::workspace
