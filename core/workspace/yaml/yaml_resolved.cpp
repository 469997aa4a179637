// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/yaml/yaml_resolved.h"

#include "core/workspace/yaml/json_pointer.h"
#include "core/workspace/yaml/yaml_reader.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace mediahelm::workspace {

namespace {

void collect(const YamlNode &mapping, bool merged, QSet<QString> &known, QList<YamlEntry> &entries)
{
    YamlNode merge;
    for (int i = 0; i < mapping.size(); ++i) {
        const YamlNode key = mapping.key(i);
        if (isMergeKey(key)) {
            merge = mapping.value(i);
            continue;
        }
        const QString name = key.target().text();
        if (known.contains(name))
            continue;
        known.insert(name);
        entries.append({name, key, mapping.value(i), merged});
    }
    if (!merge)
        return;
    const YamlNode source = merge.target();
    if (source.isMapping()) {
        collect(source, true, known, entries);
        return;
    }
    for (int i = 0; i < source.size(); ++i)
        collect(source.item(i).target(), true, known, entries);
}

bool hasMerge(const YamlNode &mapping)
{
    for (int i = 0; i < mapping.size(); ++i) {
        if (isMergeKey(mapping.key(i)))
            return true;
    }
    return false;
}

} // namespace

QList<YamlEntry> resolvedEntries(const YamlNode &mapping)
{
    QList<YamlEntry> entries;
    const YamlNode target = mapping.target();
    if (!target.isMapping())
        return entries;
    entries.reserve(target.size());
    if (!hasMerge(target)) {
        // No key is there twice, the reader sees to that.
        for (int i = 0; i < target.size(); ++i) {
            const YamlNode key = target.key(i);
            entries.append({key.target().text(), key, target.value(i), false});
        }
        return entries;
    }
    QSet<QString> known;
    known.reserve(target.size());
    collect(target, false, known, entries);
    return entries;
}

YamlNode findResolved(const YamlDocument &document, const QString &pointer)
{
    const std::optional<QStringList> parts = splitPointer(pointer);
    if (!parts)
        return {};
    YamlNode node = document.root();
    for (const QString &part : *parts) {
        const YamlNode around = node.target();
        node = {};
        if (around.isSequence()) {
            const std::optional<int> index = pointerIndex(part);
            if (index && *index < around.size())
                node = around.item(*index);
        } else if (around.isMapping()) {
            node = around.value(part);
            if (node && isMergeKey(node.pairKey()))
                node = {};
            const QList<YamlEntry> entries = node ? QList<YamlEntry>() : resolvedEntries(around);
            for (const YamlEntry &entry : entries) {
                if (entry.key == part)
                    node = entry.value;
            }
        }
        if (!node)
            return {};
    }
    return node;
}

QJsonValue toJson(const YamlNode &node)
{
    const YamlNode target = node.target();
    if (target.isScalar())
        return scalarJson(target.text(), target.tag(), target.style() == YamlStyle::plain);
    if (target.isSequence()) {
        QJsonArray array;
        for (int i = 0; i < target.size(); ++i) {
            if (target.item(i).tag() != u"!reset")
                array.append(toJson(target.item(i)));
        }
        return array;
    }
    QJsonObject object;
    const QList<YamlEntry> entries = resolvedEntries(target);
    for (const YamlEntry &entry : entries) {
        if (entry.value.tag() != u"!reset")
            object.insert(entry.key, toJson(entry.value));
    }
    return object;
}

} // namespace mediahelm::workspace
