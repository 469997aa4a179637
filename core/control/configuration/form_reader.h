// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration/form_fields.h"
#include "core/workspace/env/environment.h"
#include "core/workspace/yaml/yaml_document.h"

namespace mediahelm::control {

// Makes a form of a Compose file that could be read. A view, made for one question.
class FormReader
{
public:
    // What variables come to, and which of them are secrets.
    struct Variables {
        workspace::VariableLookup lookup;
        QStringList secrets;
    };

    // All are borrowed.
    FormReader(const workspace::YamlDocument &document, const QList<FormFieldKind> &fields, const Variables &variables);

    ComposeForm form() const;
    // The field that a pointer names, or that holds the row that it names, also one that is not set; nothing where
    // there is no such field.
    std::optional<FormField> fieldAt(const QString &pointer) const;

private:
    // What stands at a path below a service, and how one comes there.
    struct Found {
        workspace::YamlNode node; // as written: perhaps an alias
        FieldOrigin origin;
        FormLock around = FormLock::none; // of what it stands in
    };

    workspace::YamlNode services() const;
    Found find(const workspace::YamlNode &service, const QStringList &path) const;
    Found findExtended(const workspace::YamlNode &service, const QStringList &path) const;
    FieldOrigin originOf(const workspace::YamlNode &node, FieldOrigin::Kind kind) const;
    FormField read(const workspace::YamlNode &service, const QString &pointer, const FormFieldKind &kind) const;
    void readValue(const Found &found, FormField &field) const;
    void readRows(const Found &found, FormField &field) const;
    FormRow rowOfItem(FieldKind kind, const workspace::YamlNode &item) const;
    FormRow rowOfMapping(FieldKind kind, const workspace::YamlNode &item) const;
    void addPairs(const workspace::YamlNode &mapping, FormField &field) const;
    FormCell cell(const QString &text) const;
    FormCell cell(const workspace::YamlNode &scalar) const;
    int aliasesOf(const workspace::YamlNode &node) const;

    const workspace::YamlDocument &m_document;
    const QList<FormFieldKind> &m_fields;
    const Variables &m_variables;
};

} // namespace mediahelm::control
