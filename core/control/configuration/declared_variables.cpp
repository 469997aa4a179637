// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/declared_variables.h"

#include "core/workspace/env/yaml_variables.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QJsonArray>
#include <QJsonObject>

namespace mediahelm::control {

using workspace::YamlDocument;
using workspace::YamlNode;

namespace {

QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

void takeExtension(const QJsonObject &variables, QHash<QString, DeclaredVariable> &known)
{
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        if (known.contains(it.key()) || !it->isObject())
            continue;
        const QJsonObject object = it->toObject();
        DeclaredVariable variable;
        variable.type = object.value(QLatin1String("type")).toString();
        variable.description = object.value(QLatin1String("description")).toString();
        const QJsonArray values = object.value(QLatin1String("values")).toArray();
        for (const QJsonValue &value : values)
            variable.values.append(textOf(value));
        const QJsonValue fallback = object.value(QLatin1String("default"));
        if (!fallback.isUndefined() && !fallback.isNull())
            variable.fallback = textOf(fallback);
        known.insert(it.key(), variable);
    }
}

// Of "${NAME:-text}" at its dollar the text; nothing where the reference has no default.
std::optional<QString> defaultAt(const QString &text, const workspace::VariableUse &use)
{
    if (use.op != u":-" && use.op != u"-")
        return std::nullopt;
    const qsizetype from = use.offset + 2 + use.name.size() + use.op.size();
    int depth = 1;
    for (qsizetype at = from; at < text.size(); ++at) {
        depth += text.at(at) == u'{' ? 1 : text.at(at) == u'}' ? -1 : 0;
        if (depth == 0)
            return text.mid(from, at - from);
    }
    return std::nullopt;
}

void takeReferences(const YamlDocument &document, QHash<QString, DeclaredVariable> &known)
{
    const workspace::YamlVariables variables =
        workspace::variablesOf(document, [](const QString &) { return std::optional<QString>(); });
    for (const workspace::YamlVariableUse &use : variables.uses) {
        const std::optional<QString> fallback = defaultAt(use.node.text(), use.use);
        if (fallback && !known[use.use.name].fallback)
            known[use.use.name].fallback = fallback;
    }
}

} // namespace

QHash<QString, DeclaredVariable> declaredVariables(const QList<YamlDocument> &documents)
{
    QHash<QString, DeclaredVariable> known;
    for (const YamlDocument &document : documents) {
        const YamlNode node = workspace::findResolved(document, QStringLiteral("/services"));
        const QJsonObject services = node ? workspace::toJson(node).toObject() : QJsonObject();
        for (const QJsonValue &service : services)
            takeExtension(service[QLatin1String("x-mediahelm")][QLatin1String("variables")].toObject(), known);
    }
    for (const YamlDocument &document : documents)
        takeReferences(document, known);
    return known;
}

} // namespace mediahelm::control
