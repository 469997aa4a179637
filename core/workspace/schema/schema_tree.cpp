// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/schema_tree.h"

#include <cmath>

namespace mediahelm::workspace {

JsonType jsonType(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return JsonType::boolean;
    case QJsonValue::Double: {
        const double number = value.toDouble();
        return std::floor(number) == number ? JsonType::integer : JsonType::number;
    }
    case QJsonValue::String: return JsonType::string;
    case QJsonValue::Array: return JsonType::array;
    case QJsonValue::Object: return JsonType::object;
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return JsonType::null;
}

bool isOfType(const QJsonValue &value, JsonTypes types)
{
    if (!types)
        return true;
    const JsonType type = jsonType(value);
    return types.testFlag(type) || (type == JsonType::integer && types.testFlag(JsonType::number));
}

const SchemaNode &SchemaTree::resolved(int id) const
{
    const SchemaNode *node = &at(id);
    while (node->reference >= 0)
        node = &at(node->reference);
    return *node;
}

int SchemaTree::schemaOfKey(const SchemaNode &object, const QString &key) const
{
    const auto property = object.properties.constFind(key);
    if (property != object.properties.constEnd())
        return property.value();
    for (const SchemaNode::KeyPattern &candidate : object.patternProperties) {
        if (candidate.pattern.matches(key))
            return candidate.schema;
    }
    return object.additionalProperties;
}

void forEachChild(const SchemaNode &node, const std::function<void(int)> &visit)
{
    for (const int id :
         {node.reference, node.additionalProperties, node.propertyNames, node.furtherItems, node.excluded}) {
        if (id >= 0)
            visit(id);
    }
    for (const QList<int> &list : {node.firstItems, node.allOf, node.anyOf, node.oneOf}) {
        for (const int id : list)
            visit(id);
    }
    for (const int id : node.properties)
        visit(id);
    for (const SchemaNode::KeyPattern &candidate : node.patternProperties)
        visit(candidate.schema);
}

} // namespace mediahelm::workspace
