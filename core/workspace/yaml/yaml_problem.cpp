// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/yaml_problem.h"

namespace mediahelm::workspace {

QString yamlFaultName(YamlFault fault)
{
    switch (fault) {
    case YamlFault::tooLarge: return QStringLiteral("yaml-too-large");
    case YamlFault::encoding: return QStringLiteral("yaml-encoding");
    case YamlFault::syntax: return QStringLiteral("yaml-syntax");
    case YamlFault::duplicateKey: return QStringLiteral("yaml-duplicate-key");
    case YamlFault::complexKey: return QStringLiteral("yaml-complex-key");
    case YamlFault::longKey: return QStringLiteral("yaml-long-key");
    case YamlFault::tooDeep: return QStringLiteral("yaml-too-deep");
    case YamlFault::tooManyNodes: return QStringLiteral("yaml-too-many-nodes");
    case YamlFault::aliasBudget: return QStringLiteral("yaml-alias-budget");
    case YamlFault::recursiveAlias: return QStringLiteral("yaml-recursive-alias");
    case YamlFault::unknownAnchor: return QStringLiteral("yaml-unknown-anchor");
    case YamlFault::manyDocuments: return QStringLiteral("yaml-many-documents");
    case YamlFault::mergeValue: return QStringLiteral("yaml-merge-value");
    }
    return {};
}

QString YamlProblem::text() const
{
    const QString line =
        QString::number(place.line) + u':' + QString::number(place.column) + QStringLiteral(": ") + what;
    return mend.isEmpty() ? line : line + QStringLiteral("; ") + mend;
}

} // namespace mediahelm::workspace
