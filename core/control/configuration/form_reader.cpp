// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/form_reader.h"

#include "core/control/configuration/form_rows.h"
#include "core/workspace/yaml/json_pointer.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <algorithm>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using workspace::ScalarType;
using workspace::YamlEntry;
using workspace::YamlNode;

namespace {

constexpr int mostExtended = 8; // services one above the other
constexpr qsizetype mostRows = 500; // of a field

YamlNode targetOf(const YamlNode &node)
{
    return node ? node.target() : node;
}

YamlEntry entryOf(const YamlNode &mapping, const QString &key)
{
    const YamlNode target = targetOf(mapping);
    if (!target || !target.isMapping())
        return {};
    if (const YamlNode own = target.value(key))
        return {key, own.pairKey(), own, false};
    if (!target.value(u"<<"_s))
        return {};
    const QList<YamlEntry> entries = workspace::resolvedEntries(target);
    const auto found = std::ranges::find(entries, key, &YamlEntry::key);
    return found == entries.cend() ? YamlEntry() : *found;
}

bool isNull(const YamlNode &node)
{
    return node.isScalar() && node.type() == ScalarType::null;
}

} // namespace

FormReader::FormReader(const workspace::YamlDocument &document, const QList<FormFieldKind> &fields,
                       const Variables &variables)
    : m_document(document)
    , m_fields(fields)
    , m_variables(variables)
{
}

YamlNode FormReader::services() const
{
    const YamlNode services = targetOf(workspace::findResolved(m_document, u"/services"_s));
    return services && services.isMapping() ? services : YamlNode();
}

ComposeForm FormReader::form() const
{
    ComposeForm form;
    const YamlNode services = this->services();
    if (!services)
        return form;
    for (int i = 0; i < services.size(); ++i) {
        const YamlNode value = services.value(i);
        if (services.key(i).text() == u"<<")
            continue;
        ServiceForm service;
        service.name = services.key(i).text();
        service.pointer = u"/services"_s + workspace::pointerStep(service.name);
        service.span = {services.key(i).whole().begin, value.span().end};
        for (const FormFieldKind &kind : m_fields) {
            FormField field = read(value, service.pointer, kind);
            if (kind.isUsual || field.origin.kind != FieldOrigin::Kind::nowhere)
                service.fields.append(std::move(field));
        }
        form.services.append(service);
    }
    return form;
}

std::optional<FormField> FormReader::fieldAt(const QString &pointer) const
{
    const std::optional<QStringList> parts = workspace::splitPointer(pointer);
    const YamlNode services = this->services();
    if (!parts || parts->size() < 3 || parts->at(0) != u"services" || !services)
        return std::nullopt;
    const YamlNode service = services.value(parts->at(1));
    if (!service)
        return std::nullopt;
    for (const FormFieldKind &kind : m_fields) {
        if (parts->mid(2, kind.path.size()) == kind.path)
            return read(service, workspace::joinPointer(parts->mid(0, 2)), kind);
    }
    return std::nullopt;
}

FieldOrigin FormReader::originOf(const YamlNode &node, FieldOrigin::Kind kind) const
{
    FieldOrigin origin{kind, {}, m_document.place(node)};
    if (node.isAlias() && kind == FieldOrigin::Kind::here) {
        origin.kind = FieldOrigin::Kind::alias;
        origin.name = node.text();
        origin.place = m_document.place(node.target());
    }
    return origin;
}

FormReader::Found FormReader::find(const YamlNode &service, const QStringList &path) const
{
    Found found{service, {}, service.isAlias() ? FormLock::alias : FormLock::none};
    found.origin.place.line = 0;
    bool merged = false;
    for (const QString &part : path) {
        if (found.node.isAlias() && found.around == FormLock::none)
            found.around = FormLock::alias;
        if (merged)
            found.around = FormLock::merged;
        const YamlEntry entry = entryOf(found.node, part);
        if (!entry.value) {
            // What is no mapping has no room for it.
            if (!targetOf(found.node).isMapping() && !isNull(targetOf(found.node)))
                found.around = FormLock::shape;
            found.node = {};
            return found;
        }
        found.node = entry.value;
        merged = entry.merged;
    }
    found.origin = originOf(found.node, merged ? FieldOrigin::Kind::merged : FieldOrigin::Kind::here);
    return found;
}

FormReader::Found FormReader::findExtended(const YamlNode &service, const QStringList &path) const
{
    YamlNode here = service;
    for (int i = 0; i < mostExtended; ++i) {
        const YamlNode extends = targetOf(entryOf(here, u"extends"_s).value);
        if (!extends)
            return {};
        const YamlNode name = extends.isScalar() ? extends : targetOf(entryOf(extends, u"service"_s).value);
        if (!name || !name.isScalar() || (extends.isMapping() && entryOf(extends, u"file"_s).value))
            return {};
        here = services().value(name.text());
        if (!here)
            return {};
        Found found = find(here, path);
        if (found.node) {
            found.origin = {FieldOrigin::Kind::extended, name.text(), m_document.place(found.node)};
            found.around = FormLock::none;
            return found;
        }
    }
    return {};
}

FormField FormReader::read(const YamlNode &service, const QString &pointer, const FormFieldKind &kind) const
{
    FormField field = kind.field;
    field.pointer = pointer;
    for (const QString &part : kind.path)
        field.pointer += workspace::pointerStep(part);
    Found found = find(service, kind.path);
    field.lock = found.around;
    field.origin = found.origin;
    if (!found.node) {
        const Found above = findExtended(service, kind.path);
        if (above.node && targetOf(above.node).isScalar() && columnsOf(field.kind) == 0) {
            field.origin = above.origin;
            readValue(above, field);
            field.value.isSet = false;
        }
        return field;
    }
    field.places = aliasesOf(found.node);
    if (found.node.tag() == u"!reset") {
        field.lock = FormLock::shape;
        return field;
    }
    if (field.kind == FieldKind::text && kind.mayBeList && targetOf(found.node).isSequence())
        field.kind = FieldKind::texts;
    if (columnsOf(field.kind) > 0)
        readRows(found, field);
    else
        readValue(found, field);
    return field;
}

void FormReader::readValue(const Found &found, FormField &field) const
{
    const YamlNode target = targetOf(found.node);
    if (target.isScalar())
        field.value = cell(target);
    else if (field.lock == FormLock::none)
        field.lock = FormLock::shape;
}

void FormReader::readRows(const Found &found, FormField &field) const
{
    // A part of what stands elsewhere would have to be written there, or hide the rest.
    if (field.lock == FormLock::none && found.origin.kind == FieldOrigin::Kind::merged)
        field.lock = FormLock::merged;
    if (field.lock == FormLock::none && found.origin.kind == FieldOrigin::Kind::alias)
        field.lock = FormLock::alias;
    const YamlNode target = targetOf(found.node);
    if (target.isSequence()) {
        for (int i = 0; i < target.size() && field.rows.size() < mostRows; ++i)
            field.rows.append(rowOfItem(field.kind, target.item(i)));
    } else if (target.isMapping()) {
        addPairs(target, field);
    } else if (!isNull(target)) {
        field.rows.append(rowOfItem(field.kind, target));
        field.lock = field.lock == FormLock::none ? FormLock::shape : field.lock;
    }
    for (FormRow &row : field.rows) {
        if (field.lock != FormLock::none)
            row.lock = field.lock;
    }
}

void FormReader::addPairs(const YamlNode &mapping, FormField &field) const
{
    if (field.kind != FieldKind::pairs && field.lock == FormLock::none)
        field.lock = FormLock::shape; // depends_on with conditions, networks with addresses
    const QList<YamlEntry> entries = workspace::resolvedEntries(mapping);
    for (const YamlEntry &entry : entries) {
        if (field.rows.size() >= mostRows)
            break;
        FormRow row;
        row.pointer = field.pointer + workspace::pointerStep(entry.key);
        row.place = m_document.place(entry.keyNode);
        row.lock = entry.merged ? FormLock::merged : FormLock::none;
        row.cells.append({entry.key, true, {}, false});
        if (field.kind == FieldKind::pairs) {
            const YamlNode value = targetOf(entry.value);
            row.cells.append(value.isScalar() ? cell(value) : FormCell());
            if (!value.isScalar() || value.tag() == u"!reset")
                row.lock = FormLock::shape;
        }
        while (row.cells.size() < columnsOf(field.kind))
            row.cells.append(FormCell());
        field.rows.append(row);
    }
}

FormRow FormReader::rowOfItem(FieldKind kind, const YamlNode &item) const
{
    const YamlNode target = targetOf(item);
    if (target.isMapping() && !longKeys(kind).isEmpty())
        return rowOfMapping(kind, item);
    FormRow row;
    row.pointer = item.pointer();
    row.place = m_document.place(item);
    const auto cells = target.isScalar() ? cellsOfText(kind, target.text()) : std::nullopt;
    if (!cells || target.tag() == u"!reset") {
        row.lock = FormLock::shape;
        row.cells.append({target.isScalar() ? target.text() : QString(), true, {}, false});
    } else {
        for (const QString &text : *cells) {
            row.cells.append(cell(text));
            row.cells.last().isSet = !text.isEmpty();
        }
        if (kind == FieldKind::pairs)
            row.cells.last().isSet = target.text().contains(u'=');
    }
    while (row.cells.size() < columnsOf(kind))
        row.cells.append(FormCell());
    return row;
}

FormRow FormReader::rowOfMapping(FieldKind kind, const YamlNode &item) const
{
    FormRow row;
    row.pointer = item.pointer();
    row.place = m_document.place(item);
    row.lock = item.isAlias() ? FormLock::alias : FormLock::none;
    const QStringList keys = longKeys(kind);
    for (const QString &key : keys) {
        const YamlEntry entry = entryOf(item, key);
        const YamlNode value = targetOf(entry.value);
        row.cells.append(value && value.isScalar() ? cell(value) : FormCell());
        if (entry.merged || (value && !value.isScalar()))
            row.lock = entry.merged ? FormLock::merged : FormLock::shape;
    }
    return row;
}

FormCell FormReader::cell(const QString &text) const
{
    FormCell cell{text, true, {}, false};
    if (!text.contains(u'$'))
        return cell;
    const workspace::Expansion expansion = workspace::expandVariables(text, m_variables.lookup);
    const auto isSecret = [this](const workspace::VariableUse &use) { return m_variables.secrets.contains(use.name); };
    cell.hidden = std::ranges::any_of(expansion.uses, isSecret);
    if (expansion.ok() && !cell.hidden && !expansion.uses.isEmpty())
        cell.resolved = expansion.text;
    return cell;
}

FormCell FormReader::cell(const YamlNode &scalar) const
{
    if (isNull(scalar))
        return {};
    return cell(scalar.text());
}

int FormReader::aliasesOf(const YamlNode &node) const
{
    if (node.anchor().isEmpty())
        return 0;
    int count = 0;
    for (int id = 0; id < m_document.nodeCount(); ++id) {
        const YamlNode each = m_document.node(id);
        count += each.isAlias() && each.target() == node ? 1 : 0;
    }
    return count;
}

} // namespace mediahelm::control
