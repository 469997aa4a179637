// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/workspace/schema/schema_pattern.h"

#include <QByteArray>
#include <QFlags>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace mediahelm::workspace {

enum class JsonType {
    null = 1,
    boolean = 2,
    integer = 4,
    number = 8,
    string = 16,
    array = 32,
    object = 64,
};
Q_DECLARE_FLAGS(JsonTypes, JsonType)
Q_DECLARE_OPERATORS_FOR_FLAGS(JsonTypes)

JsonType jsonType(const QJsonValue &value); // a number without a fraction is an integer, however large
bool isOfType(const QJsonValue &value, JsonTypes types); // no types at all: any

// One schema within a schema: the keywords of draft-07 that are known here, children by their numbers, -1 for none. The
// rest of draft-07 is refused when it is read, so that nothing is taken for checked that is not.
struct SchemaNode {
    struct Bounds {
        std::optional<double> least;
        std::optional<double> most;
    };
    struct KeyPattern {
        SchemaPattern pattern;
        int schema = -1;
    };

    QString title;
    QString description;
    QJsonArray examples;

    int reference = -1; // what "$ref" names; then nothing below counts
    QString referenceName;
    bool never = false; // the schema `false`

    JsonTypes types;
    std::optional<QJsonArray> values; // "enum", "const"
    Bounds number;
    Bounds numberExclusive;
    Bounds length; // of texts, in characters
    Bounds items;
    Bounds keys; // how many an object has
    std::optional<SchemaPattern> pattern;
    bool date = false; // "format": "date"; other formats have a pattern beside them, or are not looked at
    bool distinct = false; // "uniqueItems"
    QStringList required;
    QMap<QString, int> properties;
    QList<KeyPattern> patternProperties;
    bool closedKeys = false; // what is no property must match the one pattern: see fitsKey()
    int additionalProperties = -1;
    int propertyNames = -1;
    QList<int> firstItems; // "items" as a list
    int furtherItems = -1; // "items" as a schema, or "additionalItems"
    QList<int> allOf;
    QList<int> anyOf;
    QList<int> oneOf;
    int excluded = -1; // "not"
};

// A schema that was read: what explains, completes and validates stands on it. Immutable, so for any thread.
struct SchemaTree {
    std::vector<SchemaNode> nodes; // the first one is the root

    const SchemaNode &root() const { return nodes.front(); }
    const SchemaNode &at(int id) const { return nodes[size_t(id)]; }
    // What stands behind references.
    const SchemaNode &resolved(int id) const;
    // The schema of a key of an object: its property, else the first pattern that fits, else what is additional.
    int schemaOfKey(const SchemaNode &object, const QString &key) const;
};

void forEachChild(const SchemaNode &node, const std::function<void(int)> &visit);

struct SchemaReading {
    std::shared_ptr<const SchemaTree> tree;
    // The same for valijson, without words, and with what valijson does badly (patterns, formats, whole numbers,
    // distinct items, keys that must match) left to the node whose number stands under schemaRuleKey().
    QJsonObject plain;
};

QString schemaRuleKey();

// Errors: invalid, with what is refused. Refused are: more than 1 MiB, 10,000 schemas, 64 levels; a "$ref" to anything
// but a definition of the same file; a schema that contains itself (so every schema is a finite tree, and of 20,000
// nodes at most with references followed); keywords that are not known here; patterns as SchemaPattern says.
base::Result<SchemaReading> readSchema(const QByteArray &json, SchemaOrigin origin);

} // namespace mediahelm::workspace
