// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/json_schema.h"

#include "core/workspace/yaml/yaml_limits.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLoggingCategory>

namespace mediahelm::workspace {

Q_LOGGING_CATEGORY(lcExplain, "mediahelm.workspace.explain")

namespace {

// The first key that is too long for valijson's matcher of keys; the YAML reader refuses such ones itself.
const QString *overlongKey(const QJsonValue &value, QString &found)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array) {
            if (overlongKey(item, found))
                return &found;
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key().size() > YamlLimits().keyLength) {
                found = it.key();
                return &found;
            }
            if (overlongKey(it.value(), found))
                return &found;
        }
    }
    return nullptr;
}

// The part of a value that a path leads to, as far as it does.
Instance along(const Instance &root, const QStringList &path)
{
    Instance at = root;
    for (const QString &step : path) {
        const QList<Instance> children = at.children();
        bool found = false;
        for (int i = 0; i < children.size() && !found; ++i) {
            const Instance &child = children[i];
            found = at.value.isObject() ? child.key == step : QString::number(i) == step;
            if (found)
                at = child;
        }
        if (!found)
            break;
    }
    return at;
}

} // namespace

base::Result<JsonSchema> JsonSchema::compile(const QByteArray &json, SchemaOrigin origin)
{
    const base::Result<SchemaReading> reading = readSchema(json, origin);
    if (!reading.ok())
        return reading.error();
    const auto verdict = JsonVerdict::compile(*reading);
    if (!verdict.ok())
        return verdict.error();
    return JsonSchema(reading->tree, *verdict);
}

JsonSchema::JsonSchema(std::shared_ptr<const SchemaTree> tree, std::shared_ptr<const JsonVerdict> verdict)
    : m_tree(std::move(tree))
    , m_verdict(std::move(verdict))
{
}

QList<SchemaFault> JsonSchema::faults(const Instance &instance) const
{
    QString key;
    if (!instance.node && overlongKey(instance.value, key)) {
        return {
            {QStringLiteral("schema-length"), instance, false,
             QStringLiteral("a key of %1 has more than %2 characters").arg(instance.name()).arg(YamlLimits().keyLength),
             std::nullopt}};
    }
    const JsonVerdict::Answer answer = m_verdict->ask(instance.value);
    if (answer == JsonVerdict::Answer::fits)
        return {};
    const QList<SchemaFault> faults = SchemaExplainer(*m_tree).explain(instance);
    if (!faults.isEmpty() || answer == JsonVerdict::Answer::none)
        return faults;
    const Instance where = along(instance, m_verdict->failingPath(instance.value));
    qCWarning(lcExplain) << "a fault cannot be explained at" << where.pointer;
    return {{QStringLiteral("schema-form"), where, false,
             where.name() + QStringLiteral(" does not have the form that it must have"), std::nullopt}};
}

} // namespace mediahelm::workspace
