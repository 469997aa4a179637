// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/edit/yaml_edit.h"

#include "core/workspace/edit/edit_check.h"
#include "core/workspace/edit/edit_patches.h"
#include "core/workspace/edit/second_reader.h"
#include "core/workspace/edit/value_writer.h"
#include "core/workspace/yaml/json_pointer.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <algorithm>

namespace mediahelm::workspace {

namespace {

using base::Error;
using base::ErrorKind;
using base::Result;

Error error(ErrorKind kind, const QString &message, const QString &detail = {})
{
    return {kind, message, detail};
}

QString lineOf(const YamlDocument &document, const YamlNode &node)
{
    return QString::number(document.place(node).line);
}

// How far a pointer leads.
struct Target {
    YamlNode node; // the last one that is there
    QStringList rest; // what misses
};

Result<Target> locate(const YamlDocument &document, const QString &pointer)
{
    const std::optional<QStringList> parts = splitPointer(pointer);
    if (!parts)
        return error(ErrorKind::invalid,
                     QStringLiteral("'%1' is no JSON pointer: write /services/NAME/KEY").arg(pointer));
    Target target{document.root(), *parts};
    while (!target.rest.isEmpty()) {
        const YamlNode node = target.node;
        const QString part = target.rest.first();
        YamlNode next;
        if (node.isMapping()) {
            next = node.value(part);
        } else if (node.isSequence()) {
            const std::optional<int> index = pointerIndex(part);
            if (index && *index < node.size())
                next = node.item(*index);
            else if (part != u"-")
                return error(ErrorKind::notFound,
                             QStringLiteral("the list at '%1' has no item %2").arg(node.pointer(), part));
        } else if (node.isAlias()) {
            return error(
                ErrorKind::conflict,
                QStringLiteral("'%1' is the alias *%2, which stands for what line %3 defines: edit '%4', or "
                               "write the value out here first")
                    .arg(node.pointer(), node.text(), lineOf(document, node.target()), node.target().pointer()));
        } else if (node.type() != ScalarType::null) {
            return error(ErrorKind::conflict,
                         QStringLiteral("'%1' is a single value and has no '%2'").arg(node.pointer(), part));
        }
        if (!next)
            break;
        target.node = next;
        target.rest.removeFirst();
    }
    return target;
}

Result<YamlDocument> readValue(const QByteArray &value)
{
    const YamlReading reading = readYaml(value);
    if (!reading.ok())
        return error(ErrorKind::invalid, QStringLiteral("the value is no YAML: ") + reading.problem->text());
    return reading.document;
}

// The value with what misses between it and where it is added: for "b/c" the mapping {b: {c: value}}.
Result<YamlDocument> wrapped(const YamlDocument &value, const QStringList &parts)
{
    YamlDocument document = value;
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) {
        if (pointerIndex(*part))
            return error(ErrorKind::notFound,
                         QStringLiteral("there is no list yet that could have an item %1").arg(*part));
        WritePlace place;
        const QByteArray key = *part == u"-" ? QByteArray() : *writeText(*part, YamlStyle::doubleQuoted, place);
        QByteArray keyText;
        if (!key.isEmpty())
            keyText = writeScalar(readYaml(key).document.root(), {YamlStyle::plain}, place, true);
        const QByteArray text =
            key.isEmpty() ? writeItem(document, {}, place) : writePair(keyText, document, {}, place);
        Result<YamlDocument> read = readValue(text + '\n');
        if (!read)
            return read;
        document = *read;
    }
    return document;
}

// The aliases that stand for a node or for what is around it.
QStringList aliasesOf(const YamlDocument &document, const YamlNode &edited)
{
    QStringList pointers;
    for (int id = 0; id < document.nodeCount(); ++id) {
        const YamlNode alias = document.node(id);
        if (!alias.isAlias())
            continue;
        for (YamlNode around = edited; around; around = around.parent()) {
            if (around == alias.target())
                pointers += alias.pointer();
        }
    }
    return pointers;
}

Result<YamlEdit> carryOut(const YamlDocument &document, const QList<Patches> &ways, const TreeChange &change)
{
    const bool second = secondReaderAgrees(document);
    QString why;
    for (const Patches &patches : ways) {
        YamlEdit edit;
        edit.bytes = patched(document.bytes(), patches);
        const YamlReading reading = readYaml(edit.bytes);
        if (!reading.ok()) {
            why = reading.problem->text();
            continue;
        }
        edit.document = reading.document;
        if (!isExactly(document, edit.document, change)) {
            why = QStringLiteral("more than this would change");
            continue;
        }
        if (second && !secondReaderAgrees(edit.document)) {
            why = QStringLiteral("two readers of YAML would differ on the result");
            continue;
        }
        edit.patches = patches;
        edit.alsoAffects = aliasesOf(document, change.node);
        return edit;
    }
    return error(ErrorKind::conflict,
                 QStringLiteral("'%1' cannot be edited here without touching something else; edit the text itself")
                     .arg(change.node.pointer()),
                 why);
}

Result<YamlEdit> replaced(const YamlDocument &document, const YamlNode &node, const YamlDocument &value)
{
    const YamlLayout layout(document);
    TreeChange change;
    change.node = node;
    change.value = value.root();
    return carryOut(document, replacePatches(layout, document, node, value), change);
}

} // namespace

Result<YamlEdit> setValue(const YamlDocument &document, const QString &pointer, const QByteArray &value)
{
    const Result<YamlDocument> read = readValue(value);
    if (!read)
        return read.error();
    const Result<Target> target = locate(document, pointer);
    if (!target)
        return target.error();
    const YamlNode node = target->node;
    if (target->rest.isEmpty())
        return replaced(document, node, *read);
    if (node.isSequence() && target->rest.size() == 1)
        return insertItem(document, node.pointer(), node.size(), value);
    // A value of nothing becomes the collection that the pointer asks for.
    const bool fill = node.isScalar() || (node.isMapping() && node.size() == 0 && node.style() == YamlStyle::block);
    const Result<YamlDocument> whole = wrapped(*read, fill ? target->rest : target->rest.mid(1));
    if (!whole)
        return whole.error();
    if (fill)
        return replaced(document, node, *whole);

    const YamlLayout layout(document);
    TreeChange change;
    change.kind = TreeChange::Kind::insert;
    change.node = node;
    change.index = node.size();
    change.key = target->rest.first();
    change.value = whole->root();
    if (node.isSequence())
        return carryOut(document, insertItemPatches(layout, document, node, node.size(), *whole), change);
    return carryOut(document, addPairPatches(layout, document, node, change.key, *whole), change);
}

Result<YamlEdit> insertItem(const YamlDocument &document, const QString &pointer, int index, const QByteArray &value)
{
    const Result<YamlDocument> read = readValue(value);
    if (!read)
        return read.error();
    const Result<Target> target = locate(document, pointer);
    if (!target)
        return target.error();
    const YamlNode list = target->node;
    if (!target->rest.isEmpty() || !list.isSequence() || index < 0 || index > list.size())
        return error(ErrorKind::notFound,
                     QStringLiteral("there is no list at '%1' with a place %2").arg(pointer).arg(index));
    const YamlLayout layout(document);
    TreeChange change;
    change.kind = TreeChange::Kind::insert;
    change.node = list;
    change.index = index;
    change.value = read->root();
    return carryOut(document, insertItemPatches(layout, document, list, index, *read), change);
}

Result<YamlEdit> removeNode(const YamlDocument &document, const QString &pointer)
{
    const Result<Target> target = locate(document, pointer);
    if (!target)
        return target.error();
    const YamlNode node = target->node;
    if (!target->rest.isEmpty()) {
        const YamlNode merged = findResolved(document, pointer);
        if (merged)
            return error(
                ErrorKind::conflict,
                QStringLiteral("'%1' is merged in from line %2: set it here to another value, or edit it there")
                    .arg(pointer, lineOf(document, merged)));
        return error(ErrorKind::notFound, QStringLiteral("there is nothing at '%1'").arg(pointer));
    }
    if (!node.parent())
        return error(ErrorKind::invalid, QStringLiteral("the whole document cannot be removed"));
    const YamlLayout layout(document);
    TreeChange change;
    change.kind = TreeChange::Kind::remove;
    change.node = node.parent();
    change.index = node.index();
    return carryOut(document, removePatches(layout, document, node.parent(), node.index()), change);
}

Result<YamlEdit> renameKey(const YamlDocument &document, const QString &pointer, const QString &key)
{
    const Result<Target> target = locate(document, pointer);
    if (!target)
        return target.error();
    const YamlNode value = target->node;
    if (!target->rest.isEmpty() || !value.pairKey())
        return error(ErrorKind::notFound, QStringLiteral("there is no pair at '%1'").arg(pointer));
    if (key.isEmpty())
        return error(ErrorKind::invalid, QStringLiteral("a key cannot be empty"));
    const YamlNode mapping = value.parent();
    if (mapping.value(key))
        return error(ErrorKind::conflict, QStringLiteral("'%1' has the key '%2' already").arg(mapping.pointer(), key));
    WritePlace place;
    place.flow = !mapping.isBlockCollection();
    const YamlNode old = value.pairKey();
    const YamlDocument read = readYaml(*writeText(key, YamlStyle::doubleQuoted, place)).document;
    const QByteArray text = writeScalar(read.root(), {old.style(), YamlStyle::plain}, place, true);
    TreeChange change;
    change.kind = TreeChange::Kind::rename;
    change.node = mapping;
    change.index = value.index();
    change.key = key;
    return carryOut(document, {{{old.span(), text}}}, change);
}

} // namespace mediahelm::workspace
