// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/schema_reader.h"

#include <QSet>

namespace mediahelm::workspace {

namespace {

constexpr size_t mostSchemas = 10'000;
constexpr int mostLevels = 64;
constexpr qint64 mostExpanded = 20'000;

const QSet<QString> &knownKeywords()
{
    static const QStringList words =
        QStringLiteral(
            "$schema $id $comment $ref id title description default examples readOnly writeOnly definitions $defs type "
            "enum const minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems "
            "minProperties maxProperties pattern format uniqueItems required properties patternProperties "
            "additionalProperties propertyNames items additionalItems allOf anyOf oneOf not")
            .split(u' ');
    static const QSet<QString> known(words.begin(), words.end());
    return known;
}

std::optional<JsonType> typeOfName(const QString &name)
{
    static const QMap<QString, JsonType> types{
        {QStringLiteral("null"), JsonType::null},       {QStringLiteral("boolean"), JsonType::boolean},
        {QStringLiteral("integer"), JsonType::integer}, {QStringLiteral("number"), JsonType::number},
        {QStringLiteral("string"), JsonType::string},   {QStringLiteral("array"), JsonType::array},
        {QStringLiteral("object"), JsonType::object}};
    const auto found = types.constFind(name);
    return found == types.constEnd() ? std::nullopt : std::optional(found.value());
}

// Whether "$ref" names a definition of the same file by a name without anything to unescape.
bool isLocalReference(const QString &reference)
{
    static const QRegularExpression local(QStringLiteral("^#/(definitions|\\$defs)/[A-Za-z0-9_.-]{1,100}\\z"));
    return local.match(reference).hasMatch();
}

} // namespace

SchemaReader::SchemaReader(SchemaOrigin origin)
    : m_origin(origin)
    , m_tree(std::make_shared<SchemaTree>())
{
}

base::Result<SchemaReading> SchemaReader::read(const QJsonObject &root)
{
    QJsonValue plain;
    schema(root, plain);
    QJsonObject whole = plain.toObject();
    definitions(root, QStringLiteral("definitions"), whole);
    definitions(root, QStringLiteral("$defs"), whole);
    if (m_problem.isEmpty())
        connectReferences();
    if (m_problem.isEmpty()) {
        std::vector<Extent> known(m_tree->nodes.size());
        for (int id = 0; id < int(m_tree->nodes.size()) && m_problem.isEmpty(); ++id)
            extent(id, known, 0);
    }
    if (!m_problem.isEmpty())
        return base::Error{base::ErrorKind::invalid, m_problem, {}};
    return SchemaReading{m_tree, whole};
}

void SchemaReader::definitions(const QJsonObject &root, const QString &keyword, QJsonObject &plain)
{
    const QJsonObject in = root.value(keyword).toObject();
    QJsonObject out;
    for (auto it = in.begin(); it != in.end() && m_problem.isEmpty(); ++it) {
        QJsonValue part;
        m_definitions.insert(QStringLiteral("#/%1/%2").arg(keyword, it.key()), schema(it.value(), part));
        out.insert(it.key(), part);
    }
    if (!out.isEmpty())
        plain.insert(keyword, out);
}

int SchemaReader::schema(const QJsonValue &value, QJsonValue &plain)
{
    const int id = int(m_tree->nodes.size());
    m_tree->nodes.emplace_back();
    if (!m_problem.isEmpty())
        return id;
    if (m_tree->nodes.size() > mostSchemas || m_depth > mostLevels)
        refuse(QStringLiteral("it is too large or nested too deeply"));
    else if (!value.isObject() && !value.isBool())
        refuse(QStringLiteral("a schema is neither an object nor true or false"));
    SchemaNode node;
    if (!value.isObject()) {
        node.never = !value.toBool();
        plain = value;
    } else {
        ++m_depth;
        const QJsonObject in = value.toObject();
        for (auto it = in.begin(); it != in.end(); ++it) {
            if (!knownKeywords().contains(it.key()))
                refuse(QStringLiteral("the keyword %1 is not known").arg(it.key().left(60)));
        }
        QJsonObject out;
        words(in, node);
        if (in.contains(QStringLiteral("$ref"))) {
            reference(in, node, out);
        } else {
            types(in, node, out);
            bounds(in, node, out);
            texts(in, node);
            objects(in, node, out);
            lists(in, node, out);
            combinations(in, node, out);
            const bool whole = node.types.testFlag(JsonType::integer) && !node.types.testFlag(JsonType::number);
            if (whole || node.pattern || node.date || node.distinct || node.closedKeys)
                out.insert(schemaRuleKey(), id);
        }
        plain = out;
        --m_depth;
    }
    m_tree->nodes[size_t(id)] = std::move(node);
    return id;
}

void SchemaReader::reference(const QJsonObject &in, SchemaNode &node, QJsonObject &out)
{
    const QString name = in.value(QStringLiteral("$ref")).toString();
    if (!isLocalReference(name)) {
        refuse(QStringLiteral("$ref may name a definition of the same file alone, as #/definitions/NAME"));
        return;
    }
    node.referenceName = name;
    out.insert(QStringLiteral("$ref"), name);
}

void SchemaReader::words(const QJsonObject &in, SchemaNode &node)
{
    node.title = in.value(QStringLiteral("title")).toString();
    node.description = in.value(QStringLiteral("description")).toString();
    node.examples = in.value(QStringLiteral("examples")).toArray();
}

void SchemaReader::types(const QJsonObject &in, SchemaNode &node, QJsonObject &out)
{
    const QJsonValue type = in.value(QStringLiteral("type"));
    if (!type.isUndefined()) {
        const QJsonArray names = type.isArray() ? type.toArray() : QJsonArray{type};
        QJsonArray plain;
        for (const QJsonValue &name : names) {
            const std::optional<JsonType> known = typeOfName(name.toString());
            if (!known) {
                refuse(QStringLiteral("a type is not known"));
                return;
            }
            node.types.setFlag(*known);
            // To valijson a whole number of more than 31 bits is none: the rule of the node looks.
            const QJsonValue seen = *known == JsonType::integer ? QJsonValue(QStringLiteral("number")) : name;
            if (!plain.contains(seen))
                plain.append(seen);
        }
        out.insert(QStringLiteral("type"), plain);
    }
    const QJsonValue values = in.value(QStringLiteral("enum"));
    if (!values.isUndefined()) {
        if (!values.isArray())
            refuse(QStringLiteral("enum is not a list"));
        node.values = values.toArray();
        out.insert(QStringLiteral("enum"), values);
    }
    const QJsonValue only = in.value(QStringLiteral("const"));
    if (!only.isUndefined()) {
        node.values = QJsonArray{only};
        out.insert(QStringLiteral("enum"), *node.values);
    }
}

void SchemaReader::bounds(const QJsonObject &in, SchemaNode &node, QJsonObject &out)
{
    const auto read = [&](const QString &keyword, std::optional<double> &bound, bool count) {
        const QJsonValue value = in.value(keyword);
        if (value.isUndefined())
            return;
        if (!value.isDouble() || (count && value.toInt(-1) < 0)) {
            refuse(QStringLiteral("%1 is no number that it can be").arg(keyword));
            return;
        }
        bound = value.toDouble();
        out.insert(keyword, value);
    };
    read(QStringLiteral("minimum"), node.number.least, false);
    read(QStringLiteral("maximum"), node.number.most, false);
    read(QStringLiteral("exclusiveMinimum"), node.numberExclusive.least, false);
    read(QStringLiteral("exclusiveMaximum"), node.numberExclusive.most, false);
    read(QStringLiteral("minLength"), node.length.least, true);
    read(QStringLiteral("maxLength"), node.length.most, true);
    read(QStringLiteral("minItems"), node.items.least, true);
    read(QStringLiteral("maxItems"), node.items.most, true);
    read(QStringLiteral("minProperties"), node.keys.least, true);
    read(QStringLiteral("maxProperties"), node.keys.most, true);
}

void SchemaReader::texts(const QJsonObject &in, SchemaNode &node)
{
    node.date = in.value(QStringLiteral("format")).toString() == u"date";
    node.distinct = in.value(QStringLiteral("uniqueItems")).toBool();
    const QJsonValue value = in.value(QStringLiteral("pattern"));
    if (value.isUndefined())
        return;
    node.pattern = pattern(value.toString());
    const QString problem = m_origin == SchemaOrigin::workspace ? node.pattern->problem() : QString();
    if (!value.isString() || !problem.isEmpty())
        refuse(value.isString() ? problem : QStringLiteral("a pattern is no text"));
}

SchemaPattern SchemaReader::pattern(const QString &source)
{
    auto known = m_patterns.find(source);
    if (known == m_patterns.end())
        known = m_patterns.insert(source, SchemaPattern(source, m_origin));
    return *known;
}

void SchemaReader::child(const QJsonObject &in, const QString &keyword, int &id, QJsonObject &out)
{
    const QJsonValue value = in.value(keyword);
    if (value.isUndefined())
        return;
    QJsonValue plain;
    id = schema(value, plain);
    out.insert(keyword, plain);
}

void SchemaReader::children(const QJsonObject &in, const QString &keyword, QList<int> &ids, QJsonObject &out)
{
    const QJsonValue value = in.value(keyword);
    if (value.isUndefined())
        return;
    const QJsonArray schemas = value.toArray();
    if (schemas.isEmpty())
        refuse(QStringLiteral("%1 is not a list of schemas").arg(keyword));
    QJsonArray list;
    for (const QJsonValue &part : schemas) {
        QJsonValue plain;
        ids.append(schema(part, plain));
        list.append(plain);
    }
    out.insert(keyword, list);
}

void SchemaReader::objects(const QJsonObject &in, SchemaNode &node, QJsonObject &out)
{
    const QJsonValue required = in.value(QStringLiteral("required"));
    if (!required.isUndefined()) {
        const QJsonArray names = required.toArray();
        for (const QJsonValue &name : names) {
            if (!name.isString())
                refuse(QStringLiteral("required is not a list of names"));
            node.required.append(name.toString());
        }
        out.insert(QStringLiteral("required"), names);
    }
    for (const QString &keyword : {QStringLiteral("properties"), QStringLiteral("patternProperties")}) {
        const QJsonValue value = in.value(keyword);
        if (value.isUndefined())
            continue;
        if (!value.isObject())
            refuse(QStringLiteral("%1 is not an object").arg(keyword));
        const QJsonObject schemas = value.toObject();
        QJsonObject plain;
        for (auto it = schemas.begin(); it != schemas.end(); ++it) {
            QJsonValue part;
            const int id = schema(it.value(), part);
            plain.insert(it.key(), part);
            if (keyword == u"properties") {
                node.properties.insert(it.key(), id);
                continue;
            }
            if (m_origin == SchemaOrigin::workspace && !SchemaPattern::keyPatternProblem(it.key()).isEmpty())
                refuse(SchemaPattern::keyPatternProblem(it.key()));
            node.patternProperties.append({pattern(it.key()), id});
        }
        out.insert(keyword, plain);
    }
    child(in, QStringLiteral("additionalProperties"), node.additionalProperties, out);
    closeKeys(node, out);
}

// Where each key is a property or must match the one pattern that there is, the rule of the node looks at the keys, and
// what the pattern asks of values is asked of all that are no properties: valijson makes its matcher of a pattern anew
// for each object, which takes longer than all else that it does.
void SchemaReader::closeKeys(SchemaNode &node, QJsonObject &out)
{
    const QJsonObject patterns = out.value(QStringLiteral("patternProperties")).toObject();
    if (patterns.size() != 1 || out.value(QStringLiteral("additionalProperties")) != QJsonValue(false))
        return;
    const QJsonValue values = patterns.begin().value();
    const bool anyValue = values == QJsonValue(true) || (values.isObject() && values.toObject().isEmpty());
    // A property whose name matches, too, would have to be both.
    if (!anyValue && !node.properties.isEmpty())
        return;
    node.closedKeys = true;
    out.remove(QStringLiteral("patternProperties"));
    out.remove(QStringLiteral("additionalProperties"));
    if (!anyValue)
        out.insert(QStringLiteral("additionalProperties"), values);
}

void SchemaReader::lists(const QJsonObject &in, SchemaNode &node, QJsonObject &out)
{
    if (in.value(QStringLiteral("items")).isArray()) {
        children(in, QStringLiteral("items"), node.firstItems, out);
        child(in, QStringLiteral("additionalItems"), node.furtherItems, out);
    } else {
        child(in, QStringLiteral("items"), node.furtherItems, out);
    }
}

void SchemaReader::combinations(const QJsonObject &in, SchemaNode &node, QJsonObject &out)
{
    children(in, QStringLiteral("allOf"), node.allOf, out);
    children(in, QStringLiteral("anyOf"), node.anyOf, out);
    children(in, QStringLiteral("oneOf"), node.oneOf, out);
    child(in, QStringLiteral("not"), node.excluded, out);
    QJsonObject names;
    child(in, QStringLiteral("propertyNames"), node.propertyNames, names);
    if (!names.isEmpty()) {
        // valijson gives the schema of the names the same path as the one around it, and may then take the one for the
        // other: a path of its own keeps them apart.
        QJsonArray all = out.value(QStringLiteral("allOf")).toArray();
        all.append(names);
        out.insert(QStringLiteral("allOf"), all);
    }
}

void SchemaReader::connectReferences()
{
    for (SchemaNode &node : m_tree->nodes) {
        if (node.referenceName.isEmpty())
            continue;
        node.reference = m_definitions.value(node.referenceName, -1);
        if (node.reference < 0)
            refuse(QStringLiteral("%1 is not defined").arg(node.referenceName));
        node.referenceName = node.referenceName.section(u'/', -1);
    }
}

// How many schemas it is, and how many levels, with every reference followed. A size of -2: being counted.
SchemaReader::Extent SchemaReader::extent(int id, std::vector<Extent> &known, int level)
{
    if (known[size_t(id)].size == -2)
        refuse(QStringLiteral("a schema contains itself"));
    if (known[size_t(id)].size != -1)
        return known[size_t(id)];
    known[size_t(id)].size = -2;
    Extent sum{1, 1};
    if (level > mostLevels * 2)
        refuse(QStringLiteral("it is nested too deeply with its references followed"));
    forEachChild(m_tree->at(id), [&](int part) {
        if (!m_problem.isEmpty())
            return;
        const Extent inner = extent(part, known, level + 1);
        sum.size += inner.size;
        sum.levels = qMax(sum.levels, inner.levels + 1);
    });
    if (sum.size > mostExpanded || sum.levels > mostLevels * 2)
        refuse(QStringLiteral("it is too large with its references followed"));
    known[size_t(id)] = sum;
    return sum;
}

void SchemaReader::refuse(const QString &why)
{
    if (m_problem.isEmpty())
        m_problem = QStringLiteral("The schema cannot be used: ") + why;
}

} // namespace mediahelm::workspace
