// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration/schema_words.h"
#include "core/control/configuration/workspace_view.h"
#include "core/control/configuration/yaml_cursor.h"
#include "core/control/text_help.h"

namespace mediahelm::control {

// Answers "what could go on here" for one text. A view, made for one question.
class Completer
{
public:
    Completer(const WorkspaceView &view, const workspace::FileSchemas &schemas, const QString &path,
              const QByteArray &text);

    Completions at(qsizetype byte) const;

private:
    void addVariables(const VariableCursor &cursor, Completions &found) const;
    void completeYaml(qsizetype byte, Completions &found) const;
    void completeEnv(qsizetype byte, Completions &found) const;
    void addKeys(const YamlCursor &cursor, const QStringList &path, Completions &found) const;
    void addValues(const YamlCursor &cursor, Completions &found) const;
    void addNames(const YamlCursor &cursor, Completions &found) const;
    void addSection(const QString &section, CompletionKind kind, const YamlCursor &cursor, Completions &found,
                    const QString &before = {}) const;

    const WorkspaceView &m_view;
    const SchemaGuide m_guide;
    const QString m_path;
    const QByteArray m_text;
    const FileKind m_kind;
};

// Which section of Compose files the names at a place come from: "services", "networks", ...; empty for none. `before`
// is what stands before the name in the same value, such as "service:".
struct NamedSection {
    QString section;
    CompletionKind kind = CompletionKind::service;
    QString before;
};
QList<NamedSection> sectionsNamedAt(const QStringList &path);

} // namespace mediahelm::control
