// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/explainer.h"

#include "core/base/nearest.h"
#include "core/workspace/schema/fault_fixes.h"
#include "core/workspace/schema/node_rules.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace mediahelm::workspace {

namespace {

constexpr qsizetype mostFaults = 200;
constexpr qsizetype mostNamed = 12; // keys or values that one message lists
constexpr qsizetype mostCompared = 1000; // keys that a missing one is looked for among

SchemaFault fault(const QString &code, const Instance &where, const QString &message)
{
    const QString filledIn = where.isExpanded() ? QStringLiteral(" once its variables are filled in") : QString();
    return {code, where, false, message + filledIn, std::nullopt};
}

SchemaFault faultOfKey(const QString &code, const Instance &pair, const QString &message)
{
    return {code, pair, bool(pair.keyNode), message, std::nullopt};
}

// With the title, where that says more than the key: "target (Port in the container)".
QString withTitle(const Instance &instance, const SchemaWords &words)
{
    const QString name = instance.name();
    const bool same = QString(name).replace(u'_', u' ').compare(words.title, Qt::CaseInsensitive) == 0;
    return words.title.isEmpty() || same ? name : QStringLiteral("%1 (%2)").arg(name, words.title);
}

// Messages begin with a key, which stays as it is, or with one of our own words.
QString asSentence(const QString &message)
{
    static const QStringList own{QStringLiteral("the "), QStringLiteral("item ")};
    const bool ours =
        std::any_of(own.begin(), own.end(), [&](const QString &word) { return message.startsWith(word); });
    return ours ? message[0].toUpper() + message.mid(1) : message;
}

bool isWithin(double number, const SchemaNode::Bounds &bounds)
{
    return (!bounds.least || number >= *bounds.least) && (!bounds.most || number <= *bounds.most);
}

double characters(const QString &text)
{
    qsizetype pairs = 0;
    for (const QChar c : text)
        pairs += c.isLowSurrogate() ? 1 : 0;
    return double(text.size() - pairs);
}

// A text that only equal values share.
QByteArray canonical(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

} // namespace

QList<SchemaFault> SchemaExplainer::explain(const Instance &root) const
{
    Faults faults;
    check(0, root, {}, faults);
    faults = faults.mid(0, mostFaults);
    for (SchemaFault &found : faults)
        found.message = asSentence(found.message);
    return faults;
}

bool SchemaExplainer::isFull(const Faults &faults) const
{
    return faults.size() >= mostFaults;
}

bool SchemaExplainer::fits(int schema, const QJsonValue &value) const
{
    Faults faults;
    check(schema, Instance::of(value), {}, faults);
    return faults.isEmpty();
}

void SchemaExplainer::check(int schema, const Instance &instance, const SchemaWords &around, Faults &faults) const
{
    const SchemaNode *node = &m_tree.at(schema);
    SchemaWords words = around.with(*node);
    while (node->reference >= 0) {
        node = &m_tree.at(node->reference);
        words = words.with(*node);
    }
    if (isFull(faults))
        return;
    if (node->never)
        faults.append(
            fault(QStringLiteral("schema-form"), instance, instance.name() + QStringLiteral(" has no place")));
    else if (!isOfType(instance.value, node->types))
        wrongType(*node, schema, instance, words, faults);
    else
        checkValue(*node, schema, instance, words, faults);
}

void SchemaExplainer::checkValue(const SchemaNode &node, int schema, const Instance &instance, const SchemaWords &words,
                                 Faults &faults) const
{
    if (node.values && !node.values->contains(instance.value))
        wrongValue(*node.values, {}, instance, words, faults);
    if (instance.value.isDouble())
        checkNumber(node, instance, words, faults);
    else if (instance.value.isString())
        checkText(node, instance, words, faults);
    else if (instance.value.isArray())
        checkList(node, instance, words, faults);
    else if (instance.value.isObject())
        checkObject(node, instance, words, faults);
    for (const int part : node.allOf)
        check(part, instance, words, faults);
    checkExclusion(node, instance, words, faults);
    if (!node.anyOf.isEmpty())
        checkBranches(node.anyOf, false, schema, instance, words, faults);
    if (!node.oneOf.isEmpty())
        checkBranches(node.oneOf, true, schema, instance, words, faults);
}

void SchemaExplainer::checkNumber(const SchemaNode &node, const Instance &instance, const SchemaWords &words,
                                  Faults &faults) const
{
    const double number = instance.value.toDouble();
    const SchemaNode::Bounds &outer = node.numberExclusive;
    const bool inside = (!outer.least || number > *outer.least) && (!outer.most || number < *outer.most);
    if (inside && isWithin(number, node.number))
        return;
    faults.append(
        fault(QStringLiteral("schema-range"), instance,
              QStringLiteral("%1 must be %2")
                  .arg(withTitle(instance, words), boundsWords(node.number, inside ? SchemaNode::Bounds() : outer))));
}

void SchemaExplainer::checkText(const SchemaNode &node, const Instance &instance, const SchemaWords &words,
                                Faults &faults) const
{
    const QString text = instance.value.toString();
    if (!isWithin(characters(text), node.length)) {
        const QString must = text.isEmpty() ? QStringLiteral("must not be empty")
                                            : QStringLiteral("must have %1 characters").arg(boundsWords(node.length));
        faults.append(fault(QStringLiteral("schema-length"), instance, withTitle(instance, words) + u' ' + must));
    } else if (node.pattern && !node.pattern->matches(text)) {
        faults.append(
            fault(QStringLiteral("schema-pattern"), instance,
                  QStringLiteral("%1 must %2").arg(withTitle(instance, words), patternWords(*node.pattern, words))));
    } else if (!fitsText(node, text)) {
        faults.append(
            fault(QStringLiteral("schema-pattern"), instance,
                  withTitle(instance, words) + QStringLiteral(" must be a day that there is, as 2025-12-31")));
    }
}

void SchemaExplainer::checkList(const SchemaNode &node, const Instance &instance, const SchemaWords &words,
                                Faults &faults) const
{
    const QList<Instance> items = instance.children();
    if (!isWithin(double(items.size()), node.items)) {
        const QString must = items.isEmpty() ? QStringLiteral("must not be an empty list")
                                             : QStringLiteral("must have %1 items").arg(boundsWords(node.items));
        faults.append(fault(QStringLiteral("schema-length"), instance, withTitle(instance, words) + u' ' + must));
    }
    QHash<QByteArray, int> seen;
    for (int i = 0; i < items.size() && !isFull(faults); ++i) {
        const bool first = i < node.firstItems.size();
        const int schema = first ? node.firstItems[i] : node.furtherItems;
        if (schema >= 0)
            check(schema, items[i], words.ofItems(), faults);
        if (!node.distinct)
            continue;
        const QByteArray text = canonical(items[i].value);
        const auto before = seen.constFind(text);
        if (before == seen.constEnd())
            seen.insert(text, i);
        else
            faults.append(fault(QStringLiteral("schema-duplicate"), items[i],
                                QStringLiteral("%1 is there twice: it is the same as item %2")
                                    .arg(items[i].name())
                                    .arg(before.value() + 1)));
    }
}

void SchemaExplainer::checkObject(const SchemaNode &node, const Instance &instance, const SchemaWords &words,
                                  Faults &faults) const
{
    const QList<Instance> pairs = instance.children();
    QSet<QString> present;
    for (const Instance &pair : pairs)
        present.insert(pair.key);
    if (!isWithin(double(pairs.size()), node.keys)) {
        const QString must = pairs.isEmpty() ? QStringLiteral("must not be empty")
                                             : QStringLiteral("must have %1 keys").arg(boundsWords(node.keys));
        faults.append(fault(QStringLiteral("schema-length"), instance, withTitle(instance, words) + u' ' + must));
    }
    for (const QString &name : node.required) {
        if (present.contains(name))
            continue;
        // One that is there, but misspelt, is told of there.
        const bool misspelt =
            present.size() <= mostCompared && std::any_of(present.begin(), present.end(), [&](const QString &key) {
                return !node.properties.contains(key) && !base::nearestName(key, {name}).isEmpty();
            });
        if (misspelt)
            continue;
        const int property = node.properties.value(name, -1);
        const SchemaWords about = property < 0 ? SchemaWords() : SchemaWords().with(m_tree.at(property));
        QString message = QStringLiteral("%1 needs the key %2").arg(withTitle(instance, words), name);
        if (!about.descriptions.isEmpty())
            message += QStringLiteral(": ") + about.descriptions.first().section(QStringLiteral(". "), 0, 0);
        if (message.endsWith(u'.'))
            message.chop(1);
        faults.append(faultOfKey(QStringLiteral("schema-required"), instance, message));
    }
    for (const Instance &pair : pairs) {
        if (isFull(faults))
            return;
        checkKey(node, pair, present, words, faults);
    }
}

void SchemaExplainer::checkKey(const SchemaNode &node, const Instance &pair, const QSet<QString> &present,
                               const SchemaWords &words, Faults &faults) const
{
    if (node.propertyNames >= 0) {
        const SchemaNode &names = m_tree.resolved(node.propertyNames);
        if (!fits(node.propertyNames, pair.key)) {
            const QString must = names.pattern ? patternWords(*names.pattern, {}) : QStringLiteral("have another form");
            faults.append(faultOfKey(QStringLiteral("schema-key"), pair,
                                     QStringLiteral("the key %1 must %2").arg(pair.name(), must)));
        }
    }
    bool known = false;
    const qsizetype before = faults.size();
    const auto property = node.properties.constFind(pair.key);
    if (property != node.properties.constEnd()) {
        known = true;
        check(property.value(), pair, {}, faults);
    }
    for (const SchemaNode::KeyPattern &candidate : node.patternProperties) {
        if (!candidate.pattern.matches(pair.key))
            continue;
        known = true;
        if (faults.size() == before) // what the property says of a value need not be said again
            check(candidate.schema, pair, {}, faults);
    }
    if (known || node.additionalProperties < 0)
        return;
    if (m_tree.resolved(node.additionalProperties).never)
        unknownKey(node, pair, present, words, faults);
    else
        check(node.additionalProperties, pair, {}, faults);
}

void SchemaExplainer::unknownKey(const SchemaNode &node, const Instance &pair, const QSet<QString> &present,
                                 const SchemaWords &words, Faults &faults) const
{
    if (node.properties.isEmpty() && !node.patternProperties.isEmpty()) {
        faults.append(faultOfKey(QStringLiteral("schema-key"), pair,
                                 QStringLiteral("the name %1 must %2")
                                     .arg(pair.name(), patternWords(node.patternProperties.first().pattern, {}))));
        return;
    }
    QStringList free;
    for (auto it = node.properties.begin(); it != node.properties.end(); ++it) {
        if (!present.contains(it.key()))
            free.append(it.key());
    }
    const QString near = base::nearestName(pair.key, free);
    QString message = QStringLiteral("%1 is not a known key").arg(pair.name());
    if (!words.title.isEmpty())
        message += QStringLiteral(" here (%1)").arg(words.title);
    if (!near.isEmpty())
        message += QStringLiteral("; did you mean %1?").arg(near);
    else if (node.properties.size() <= mostNamed)
        message += QStringLiteral("; known are ") + joined(node.properties.keys(), QStringLiteral("and"));
    SchemaFault found = faultOfKey(QStringLiteral("schema-unknown-key"), pair, message);
    if (!near.isEmpty() && fits(node.properties.value(near), pair.value))
        found.fix = renameKey(pair, near);
    faults.append(found);
}

void SchemaExplainer::checkExclusion(const SchemaNode &node, const Instance &instance, const SchemaWords &words,
                                     Faults &faults) const
{
    if (node.excluded < 0 || !fits(node.excluded, instance.value))
        return;
    const SchemaNode &excluded = m_tree.resolved(node.excluded);
    QString message = excluded.description.isEmpty() ? node.description : excluded.description;
    if (message.endsWith(u'.'))
        message.chop(1);
    if (message.isEmpty())
        message = withTitle(instance, words) + QStringLiteral(" has what it must not have");
    if (excluded.required.isEmpty()) {
        faults.append(fault(QStringLiteral("schema-excluded"), instance, message));
        return;
    }
    const QList<Instance> pairs = instance.children();
    for (const Instance &pair : pairs) {
        if (pair.key == excluded.required.last())
            faults.append(faultOfKey(QStringLiteral("schema-conflict"), pair, message));
    }
}

void SchemaExplainer::wrongType(const SchemaNode &node, int schema, const Instance &instance, const SchemaWords &words,
                                Faults &faults) const
{
    // A text of a certain form beside a number only says that in quotes, or has a variable.
    const JsonTypes unquoted = JsonType::integer | JsonType::number | JsonType::boolean;
    const bool formal = node.pattern && node.oneOf.isEmpty() && (node.types & unquoted);
    const JsonTypes told = formal ? node.types & ~JsonTypes(JsonType::string) : node.types;
    QString message = QStringLiteral("%1 must be %2, but is %3")
                          .arg(withTitle(instance, words), typeWords(told), typeWords(instance.value));
    const JsonType type = jsonType(instance.value);
    const bool quotable = type == JsonType::integer || type == JsonType::number || type == JsonType::boolean;
    std::optional<model::DiagnosticFix> fix;
    if (quotable && node.types.testFlag(JsonType::string)) {
        const QString text = instance.node ? instance.node.target().text() : QString();
        const bool numbers = type != JsonType::boolean && (node.types & unquoted);
        if (!node.pattern && !numbers && fits(schema, text)) {
            fix = putInQuotes(instance);
            message += QStringLiteral("; put it in quotes");
        } else if (const QString examples = exampleWords(words, JsonType::string); !examples.isEmpty()) {
            message += QStringLiteral("; it must look like ") + examples;
        }
    } else if (node.types.testFlag(JsonType::array) && (quotable || type == JsonType::string)) {
        message += QStringLiteral("; write it as a list");
        if (fits(schema, QJsonArray{instance.value}))
            fix = makeList(instance);
    } else if (const QString examples = exampleWords(words, node.types); !examples.isEmpty()) {
        message += QStringLiteral("; an example is ") + examples;
    }
    faults.append(fault(QStringLiteral("schema-type"), instance, message));
    faults.last().fix = fix;
}

void SchemaExplainer::wrongValue(const QJsonArray &values, const QStringList &further, const Instance &instance,
                                 const SchemaWords &words, Faults &faults) const
{
    const QStringList known = scalarTexts(values);
    const QStringList named = (known + further).mid(0, mostNamed);
    const QString text = instance.value.isString() ? instance.value.toString() : QString();
    const QString near = text.isEmpty() ? QString() : base::nearestName(text, known);
    QString message = named.size() == 1 ? QStringLiteral("%1 can only be %2") : QStringLiteral("%1 must be one of %2");
    message = message.arg(withTitle(instance, words), joined(named, QStringLiteral("or")));
    if (!near.isEmpty())
        message += QStringLiteral("; did you mean %1?").arg(near);
    faults.append(fault(QStringLiteral("schema-enum"), instance, message));
    if (!near.isEmpty() && values.contains(QJsonValue(near)))
        faults.last().fix = setText(instance, near);
}

} // namespace mediahelm::workspace
