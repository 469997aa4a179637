// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/schema_words.h"

#include <QJsonDocument>

#include <algorithm>

namespace mediahelm::control {

using workspace::JsonSchema;
using workspace::JsonType;
using workspace::SchemaNode;
using workspace::SchemaTree;

namespace {

constexpr int mostNodes = 2000; // looked at for one place; schemas are finite, see readSchema()

// A value as YAML writes it in one line; texts stay bare where that reads as a text.
QString yamlText(const QJsonValue &value)
{
    if (value.isString()) {
        const QString text = value.toString();
        static const QStringList words{QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("null"),
                                       QStringLiteral("yes"),  QStringLiteral("no"),    QStringLiteral("on"),
                                       QStringLiteral("off"),  QStringLiteral("~"),     QString()};
        bool number = false;
        text.toDouble(&number);
        const bool odd = std::ranges::any_of(text, [](QChar c) { return u"#{}[],&*!|>'\"%@`\n"_qs.contains(c); });
        if (words.contains(text.toLower()) || number || odd || text.contains(QLatin1String(": ")))
            return u'"' + QString(text).replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""))
                + u'"';
        return text;
    }
    if (value.isArray() || value.isObject()) {
        const QJsonDocument document =
            value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
    }
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : QStringLiteral("null");
}

// A schema by its number, as it is named where it is used: the words there count before those of the definition.
struct Use {
    const SchemaTree *tree = nullptr;
    int id = -1;
};

// All schemas that a value may fit: references, allOf, anyOf and oneOf followed.
QList<const SchemaNode *> expanded(const Use &use)
{
    QList<const SchemaNode *> found;
    QList<int> open{use.id};
    while (!open.isEmpty() && found.size() < mostNodes) {
        const SchemaNode &node = use.tree->resolved(open.takeFirst());
        if (node.never)
            continue;
        found.append(&node);
        for (const QList<int> &list : {node.allOf, node.anyOf, node.oneOf})
            open.append(list);
    }
    return found;
}

QList<Use> step(const Use &use, const QString &part)
{
    QList<Use> next;
    const QList<const SchemaNode *> nodes = expanded(use);
    for (const SchemaNode *node : nodes) {
        int id = -1;
        if (part == u"-") {
            id = !node->firstItems.isEmpty() ? node->firstItems.constFirst() : node->furtherItems;
        } else {
            id = use.tree->schemaOfKey(*node, part);
        }
        if (id >= 0 && !use.tree->resolved(id).never)
            next.append({use.tree, id});
    }
    return next;
}

QList<Use> walk(const JsonSchema &schema, const QStringList &path)
{
    QList<Use> here{{&schema.tree(), 0}};
    for (const QString &part : path) {
        QList<Use> next;
        for (const Use &use : std::as_const(here))
            next.append(step(use, part));
        here = next.mid(0, 200);
        if (here.isEmpty())
            break;
    }
    return here;
}

QList<Use> usesAt(const workspace::FileSchemas &schemas, FileKind kind, const QStringList &path)
{
    if (kind == FileKind::manifest)
        return walk(schemas.manifest(), path);
    if (kind != FileKind::compose)
        return {};
    const bool extension = path.size() >= 3 && path.at(0) == u"services" && path.at(2) == u"x-mediahelm";
    return extension ? walk(schemas.extension(), path.mid(3)) : walk(schemas.service(), path);
}

SchemaWords wordsOf(const Use &use, const QString &text)
{
    SchemaWords words;
    words.text = text;
    const SchemaNode *node = &use.tree->at(use.id);
    while (true) {
        if (words.title.isEmpty())
            words.title = node->title;
        if (words.documentation.isEmpty())
            words.documentation = node->description;
        if (words.examples.isEmpty()) {
            for (const QJsonValue &example : node->examples)
                words.examples.append(yamlText(example));
        }
        if (node->reference < 0)
            break;
        node = &use.tree->at(node->reference);
    }
    bool collection = false;
    bool scalar = false;
    const QList<const SchemaNode *> nodes = expanded(use);
    for (const SchemaNode *each : nodes) {
        const workspace::JsonTypes collections = JsonType::object | JsonType::array;
        collection = collection || (each->types & collections);
        scalar = scalar || (each->types & ~collections & ~workspace::JsonTypes(JsonType::null));
    }
    words.isCollection = collection && !scalar;
    return words;
}

void addValues(const Use &use, QList<SchemaWords> &values)
{
    const auto add = [&values](const QString &text, const SchemaNode &node) {
        const auto known = [&text](const SchemaWords &words) { return words.text == text; };
        if (std::ranges::none_of(values, known))
            values.append({text, node.title, node.description, {}, false});
    };
    const QList<const SchemaNode *> nodes = expanded(use);
    for (const SchemaNode *node : nodes) {
        if (node->values) {
            for (const QJsonValue &value : *node->values)
                add(yamlText(value), *node);
        } else if (node->types.testFlag(JsonType::boolean)) {
            add(QStringLiteral("true"), *node);
            add(QStringLiteral("false"), *node);
        }
    }
}

void takeShape(const SchemaNode &node, SchemaShape &shape)
{
    const bool composed = !node.anyOf.isEmpty() || !node.oneOf.isEmpty();
    shape.isBoolean = shape.isBoolean || node.types.testFlag(JsonType::boolean);
    shape.isList = shape.isList || node.types.testFlag(JsonType::array);
    shape.isObject = shape.isObject || node.types.testFlag(JsonType::object);
    if (node.types & (workspace::JsonTypes(JsonType::integer) | JsonType::number)) {
        shape.isNumber = true;
        shape.least = node.number.least ? node.number.least : shape.least;
        shape.most = node.number.most ? node.number.most : shape.most;
    }
    if (node.values) {
        for (const QJsonValue &value : std::as_const(*node.values))
            shape.values.append(value.isString() ? value.toString() : yamlText(value));
    } else if (!composed && (node.types.testFlag(JsonType::string) || node.pattern)) {
        shape.isOpen = true;
        shape.isText = true;
        // "1k" tells sizes, and "a" names, from what is a number in quotes.
        const auto fits = [&node](const char *text) {
            return !node.pattern || node.pattern->matches(QString::fromLatin1(text));
        };
        if (fits("1k") || fits("a"))
            shape.isOtherText = true;
    }
}

SchemaShape shapeOf(const QList<Use> &uses)
{
    SchemaShape shape;
    for (const Use &use : uses) {
        const QList<const SchemaNode *> nodes = expanded(use);
        for (const SchemaNode *node : nodes)
            takeShape(*node, shape);
    }
    shape.isNumber = shape.isNumber && !shape.isOtherText;
    shape.values.removeDuplicates();
    return shape;
}

} // namespace

QList<SchemaWords> SchemaGuide::keys(FileKind kind, const QStringList &path) const
{
    QMap<QString, SchemaWords> found;
    const QList<Use> uses = usesAt(m_schemas, kind, path);
    for (const Use &use : uses) {
        const QList<const SchemaNode *> nodes = expanded(use);
        for (const SchemaNode *node : nodes) {
            for (auto it = node->properties.cbegin(); it != node->properties.cend(); ++it) {
                if (!found.contains(it.key()) && !use.tree->resolved(it.value()).never)
                    found.insert(it.key(), wordsOf({use.tree, it.value()}, it.key()));
            }
        }
    }
    if (kind == FileKind::compose && path.size() == 2 && path.at(0) == u"services") {
        const QString key = QStringLiteral("x-mediahelm");
        SchemaWords words = wordsOf({&m_schemas.extension().tree(), 0}, key);
        words.isCollection = true;
        found.insert(key, words);
    }
    return found.values();
}

QList<SchemaWords> SchemaGuide::values(FileKind kind, const QStringList &path) const
{
    QList<SchemaWords> values;
    const QList<Use> uses = usesAt(m_schemas, kind, path);
    for (const Use &use : uses)
        addValues(use, values);
    return values;
}

SchemaWords SchemaGuide::about(FileKind kind, const QStringList &path) const
{
    if (path.isEmpty())
        return {};
    const QList<Use> uses = usesAt(m_schemas, kind, path);
    for (const Use &use : uses) {
        SchemaWords words = wordsOf(use, path.constLast());
        if (!words.title.isEmpty() || !words.documentation.isEmpty())
            return words;
    }
    return {path.constLast(), {}, {}, {}, false};
}

SchemaShape SchemaGuide::shape(FileKind kind, const QStringList &path) const
{
    return shapeOf(usesAt(m_schemas, kind, path));
}

SchemaShape SchemaGuide::shapeOfVariable(const QString &name) const
{
    return shapeOf(walk(m_schemas.variables(), {name}));
}

SchemaWords SchemaGuide::aboutVariable(const QString &name) const
{
    const QList<Use> uses = walk(m_schemas.variables(), {name});
    return uses.isEmpty() ? SchemaWords{name, {}, {}, {}, false} : wordsOf(uses.constFirst(), name);
}

QStringList SchemaGuide::knownVariables() const
{
    return m_schemas.variables().tree().root().properties.keys();
}

QList<SchemaWords> SchemaGuide::variableValues(const QString &name) const
{
    QList<SchemaWords> values;
    const QList<Use> uses = walk(m_schemas.variables(), {name});
    for (const Use &use : uses)
        addValues(use, values);
    return values;
}

} // namespace mediahelm::control
