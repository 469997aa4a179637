// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/instance.h"

#include "core/workspace/env/yaml_variables.h"
#include "core/workspace/yaml/json_pointer.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QJsonArray>
#include <QJsonObject>

namespace mediahelm::workspace {

namespace {

constexpr qsizetype longestName = 60;

QString cut(const QString &name)
{
    return name.size() > longestName ? name.left(longestName) + u'…' : name;
}

Instance childOf(const Instance &parent, const QString &step, const QJsonValue &value)
{
    Instance child;
    child.value = value;
    child.pointer = parent.pointer + step;
    child.depth = parent.depth + 1;
    child.shared = parent.shared || (parent.node && parent.node.isAlias());
    return child;
}

Instance pairOf(const Instance &parent, const YamlEntry &entry, const QJsonValue &value)
{
    Instance child = childOf(parent, pointerStep(entry.key), value);
    child.node = entry.value;
    child.keyNode = entry.keyNode;
    child.key = entry.key;
    child.shared = child.shared || entry.merged;
    return child;
}

QList<Instance> pairs(const Instance &parent)
{
    QList<Instance> found;
    const QJsonObject object = parent.value.toObject();
    found.reserve(object.size());
    if (!parent.node) {
        for (auto it = object.begin(); it != object.end(); ++it) {
            Instance child = childOf(parent, pointerStep(it.key()), it.value());
            child.key = it.key();
            found.append(child);
        }
        return found;
    }
    const QList<YamlEntry> entries = resolvedEntries(parent.node);
    for (const YamlEntry &entry : entries) {
        if (entry.value.tag() == u"!reset")
            continue;
        found.append(pairOf(parent, entry, object.value(entry.key)));
    }
    return found;
}

QList<Instance> items(const Instance &parent)
{
    QList<Instance> found;
    const QJsonArray array = parent.value.toArray();
    found.reserve(array.size());
    const YamlNode list = parent.node ? parent.node.target() : YamlNode();
    int index = 0;
    for (const QJsonValue &value : array) {
        while (list && index < list.size() && list.item(index).tag() == u"!reset")
            ++index;
        Instance child = childOf(parent, u'/' + QString::number(index), value);
        child.index = index;
        child.around = parent.key.isEmpty() ? parent.around : parent.key;
        if (list)
            child.node = list.item(index);
        found.append(child);
        ++index;
    }
    return found;
}

} // namespace

Instance Instance::of(const YamlDocument &document, const VariableLookup &lookup)
{
    Instance root;
    if (document.isNull())
        return root;
    root.node = document.root();
    root.value = lookup ? toExpandedJson(root.node, lookup) : toJson(root.node);
    return root;
}

Instance Instance::of(const QJsonValue &value)
{
    Instance root;
    root.value = value;
    return root;
}

QList<Instance> Instance::children() const
{
    if (value.isObject())
        return pairs(*this);
    return value.isArray() ? items(*this) : QList<Instance>();
}

std::optional<Instance> Instance::child(const QString &wanted) const
{
    const QList<YamlEntry> entries = node ? resolvedEntries(node) : QList<YamlEntry>();
    for (const YamlEntry &entry : entries) {
        if (entry.key == wanted && entry.value.tag() != u"!reset")
            return pairOf(*this, entry, value.toObject().value(wanted));
    }
    return std::nullopt;
}

QString Instance::name() const
{
    if (keyNode || !key.isEmpty())
        return key.isEmpty() ? QStringLiteral("the key without a name") : cut(key);
    if (index >= 0)
        return QStringLiteral("item %1 of %2")
            .arg(index + 1)
            .arg(around.isEmpty() ? QStringLiteral("the list") : cut(around));
    return QStringLiteral("the file");
}

bool Instance::isExpanded() const
{
    return node && value.isString() && node.target().isScalar() && node.target().text() != value.toString()
        && node.target().text().contains(u'$');
}

} // namespace mediahelm::workspace
