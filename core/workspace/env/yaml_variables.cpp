// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/env/yaml_variables.h"

#include "core/workspace/yaml/yaml_resolved.h"

#include <QJsonArray>
#include <QJsonObject>

namespace mediahelm::workspace {

namespace {

// The n-th dollar of a value stands where the n-th dollar of its bytes does: no style escapes one, but double quotes
// can.
model::Place placeOf(const YamlDocument &document, const YamlNode &node, qsizetype offset)
{
    const model::Span span = node.span();
    const QByteArray bytes = document.bytes().mid(span.begin, span.length());
    const qsizetype wanted = node.text().left(offset).count(u'$');
    if (bytes.count('$') != node.text().count(u'$'))
        return document.lines().place(span.begin);
    qsizetype at = bytes.indexOf('$');
    for (qsizetype i = 0; i < wanted; ++i)
        at = bytes.indexOf('$', at + 1);
    return document.lines().place(span.begin + at);
}

QJsonValue expandedScalar(const YamlNode &scalar, const VariableLookup &lookup)
{
    const QJsonValue value = scalarJson(scalar.text(), scalar.tag(), scalar.style() == YamlStyle::plain);
    if (!value.isString() || !scalar.text().contains(u'$'))
        return value;
    const Expansion expansion = expandVariables(value.toString(), lookup);
    return expansion.ok() ? QJsonValue(expansion.text) : value;
}

} // namespace

YamlVariables variablesOf(const YamlDocument &document, const VariableLookup &lookup)
{
    YamlVariables found;
    for (int id = 0; id < document.nodeCount(); ++id) {
        const YamlNode node = document.node(id);
        if (!node.isScalar() || node.isKey() || node.type() != ScalarType::string || !node.text().contains(u'$'))
            continue;
        const Expansion expansion = expandVariables(node.text(), lookup);
        for (const VariableUse &use : expansion.uses)
            found.uses.append({use, node, placeOf(document, node, use.offset)});
        if (expansion.problem)
            found.problems.append({*expansion.problem, node, placeOf(document, node, expansion.problem->offset)});
    }
    return found;
}

QJsonValue toExpandedJson(const YamlNode &node, const VariableLookup &lookup)
{
    const YamlNode target = node.target();
    if (target.isScalar())
        return expandedScalar(target, lookup);
    if (target.isSequence()) {
        QJsonArray array;
        for (int i = 0; i < target.size(); ++i) {
            if (target.item(i).tag() != u"!reset")
                array.append(toExpandedJson(target.item(i), lookup));
        }
        return array;
    }
    QJsonObject object;
    const QList<YamlEntry> entries = resolvedEntries(target);
    for (const YamlEntry &entry : entries) {
        if (entry.value.tag() != u"!reset")
            object.insert(entry.key, toExpandedJson(entry.value, lookup));
    }
    return object;
}

} // namespace mediahelm::workspace
