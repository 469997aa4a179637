// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/form_writer.h"

#include "core/control/configuration/form_rows.h"
#include "core/control/configuration/form_scalar.h"
#include "core/workspace/yaml/json_pointer.h"

#include <algorithm>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using workspace::YamlDocument;
using workspace::YamlEdit;
using workspace::YamlNode;

namespace {

Error noRow()
{
    return {ErrorKind::invalid, u"the cells make no row: some that every row has are empty"_s, {}};
}

Error locked(FormLock lock, const QString &pointer)
{
    const QString why = lock == FormLock::alias ? u"an alias stands here for what is written elsewhere"_s
        : lock == FormLock::merged              ? u"it is merged in, and a part of it here would hide the rest"_s
                                                : u"it is written in a way that a form has no columns for"_s;
    return {ErrorKind::conflict, u"'%1' cannot be edited by a form: %2"_s.arg(pointer, why), {}};
}

// One change, with all that it needs to know.
class Change
{
public:
    Change(const YamlDocument &document, const FormField &field, const FormEdit &edit)
        : m_document(document)
        , m_field(field)
        , m_edit(edit)
    {
    }

    Result<YamlEdit> apply() const;

private:
    Result<YamlEdit> setValue() const;
    Result<YamlEdit> addRow() const;
    Result<YamlEdit> setCell(const FormRow &row) const;
    Result<YamlEdit> setPairCell(const FormRow &row) const;
    Result<YamlEdit> setLongCell(const FormRow &row) const;
    bool isMapping() const;

    const YamlDocument &m_document;
    const FormField &m_field;
    const FormEdit &m_edit;
};

bool Change::isMapping() const
{
    const YamlNode node = m_document.find(m_field.pointer);
    return node && node.isMapping();
}

Result<YamlEdit> Change::apply() const
{
    if (m_field.lock != FormLock::none)
        return locked(m_field.lock, m_field.pointer);
    if (m_edit.action == FormEdit::Action::add)
        return addRow();
    if (m_edit.pointer == m_field.pointer) {
        if (m_edit.action == FormEdit::Action::remove)
            return workspace::removeNode(m_document, m_field.pointer);
        return setValue();
    }
    const auto row = std::ranges::find(m_field.rows, m_edit.pointer, &FormRow::pointer);
    if (row == m_field.rows.cend())
        return Error{ErrorKind::notFound, u"there is no row at '%1'"_s.arg(m_edit.pointer), {}};
    if (m_edit.action == FormEdit::Action::remove) {
        if (row->lock == FormLock::merged)
            return locked(row->lock, row->pointer);
        return workspace::removeNode(m_document, row->pointer);
    }
    if (row->lock != FormLock::none)
        return locked(row->lock, row->pointer);
    return setCell(*row);
}

Result<YamlEdit> Change::setValue() const
{
    if (columnsOf(m_field.kind) > 0 || m_edit.texts.size() != 1)
        return Error{ErrorKind::invalid, u"'%1' is not a single value"_s.arg(m_field.pointer), {}};
    const YamlNode old = m_document.find(m_field.pointer);
    const ScalarWish wish = m_field.kind == FieldKind::number ? ScalarWish::number
        : m_field.kind == FieldKind::boolean                  ? ScalarWish::boolean
                                                              : ScalarWish::text;
    return workspace::setValue(m_document, m_field.pointer, scalarYaml(m_edit.texts.first(), wish, old));
}

Result<YamlEdit> Change::addRow() const
{
    if (m_edit.pointer != m_field.pointer || m_edit.texts.size() != columnsOf(m_field.kind))
        return Error{ErrorKind::invalid, u"'%1' has no such rows"_s.arg(m_edit.pointer), {}};
    const std::optional<QString> text = textOfCells(m_field.kind, m_edit.texts);
    if (!text)
        return noRow();
    const YamlNode node = m_document.find(m_field.pointer);
    if (m_field.kind == FieldKind::pairs && !(node && node.isSequence())) {
        const QString pointer = m_field.pointer + workspace::pointerStep(m_edit.texts.first().trimmed());
        const auto known = [&pointer](const FormRow &row) { return row.pointer == pointer; };
        if (std::ranges::any_of(m_field.rows, known))
            return Error{ErrorKind::conflict, u"'%1' is there already"_s.arg(m_edit.texts.first().trimmed()), {}};
        return workspace::setValue(m_document, pointer, scalarYaml(m_edit.texts.at(1), ScalarWish::text, {}));
    }
    const ScalarWish wish = m_field.kind == FieldKind::ports ? ScalarWish::quoted : ScalarWish::text;
    return workspace::setValue(m_document, m_field.pointer + u"/-"_s, scalarYaml(*text, wish, {}));
}

Result<YamlEdit> Change::setCell(const FormRow &row) const
{
    if (m_edit.column < 0 || m_edit.column >= columnsOf(m_field.kind) || m_edit.texts.size() != 1)
        return Error{ErrorKind::invalid, u"'%1' has no such cell"_s.arg(row.pointer), {}};
    const YamlNode node = m_document.find(row.pointer);
    if (!node)
        return Error{ErrorKind::notFound, u"there is no row at '%1'"_s.arg(row.pointer), {}};
    if (m_field.kind == FieldKind::pairs && isMapping())
        return setPairCell(row);
    if (node.isMapping())
        return setLongCell(row);
    QStringList cells;
    for (const FormCell &cell : row.cells)
        cells.append(cell.text);
    cells[m_edit.column] = m_edit.texts.first();
    const QString before = node.target().text();
    std::optional<QString> text = textOfCells(m_field.kind, cells, before);
    if (!text)
        return noRow();
    const bool bareName = m_field.kind == FieldKind::pairs && m_edit.column == 0 && !row.cells.at(1).isSet;
    if (bareName)
        text = cells.first().trimmed();
    return workspace::setValue(m_document, row.pointer, scalarYaml(*text, ScalarWish::text, node));
}

Result<YamlEdit> Change::setPairCell(const FormRow &row) const
{
    if (m_edit.column == 0) {
        const QString name = m_edit.texts.first().trimmed();
        return name.isEmpty() ? Result<YamlEdit>(noRow()) : workspace::renameKey(m_document, row.pointer, name);
    }
    return workspace::setValue(m_document, row.pointer,
                               scalarYaml(m_edit.texts.first(), ScalarWish::text, m_document.find(row.pointer)));
}

Result<YamlEdit> Change::setLongCell(const FormRow &row) const
{
    const QString key = longKeys(m_field.kind).at(m_edit.column);
    const QString pointer = row.pointer + workspace::pointerStep(key);
    const QString text = m_edit.texts.first().trimmed();
    const bool isFlag = key == u"read_only";
    if (text.isEmpty() || (isFlag && text != u"true")) {
        if (key == u"target" || (key == u"source" && m_field.kind == FieldKind::devices))
            return noRow();
        if (!m_document.find(pointer)) // it is as it shall be
            return YamlEdit{m_document.bytes(), m_document, {}, {}};
        if (!isFlag)
            return workspace::removeNode(m_document, pointer);
    }
    const bool isNumber = key == u"target" && m_field.kind == FieldKind::ports;
    const ScalarWish wish = isFlag ? ScalarWish::boolean : isNumber ? ScalarWish::number : ScalarWish::text;
    return workspace::setValue(
        m_document, pointer, scalarYaml(isFlag && text.isEmpty() ? u"false"_s : text, wish, m_document.find(pointer)));
}

} // namespace

Result<YamlEdit> writeField(const YamlDocument &document, const FormReader &reader, const FormEdit &edit)
{
    const std::optional<FormField> field = reader.fieldAt(edit.pointer);
    if (!field)
        return Error{ErrorKind::invalid, u"'%1' is no field of a form"_s.arg(edit.pointer), {}};
    return Change(document, *field, edit).apply();
}

} // namespace mediahelm::control
