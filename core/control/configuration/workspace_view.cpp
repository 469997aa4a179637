// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/workspace_view.h"

#include "core/workspace/env/yaml_variables.h"
#include "core/workspace/project/references.h"
#include "core/workspace/project/validation.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <algorithm>

namespace mediahelm::control {

using workspace::ComposeFile;
using workspace::EnvLayer;
using workspace::YamlDocument;
using workspace::YamlNode;

namespace {

bool has(const QList<ComposeFile> &files, const QString &path)
{
    return std::ranges::any_of(files, [&path](const ComposeFile &file) { return file.path == path; });
}

// The variables of the inclusion that has a file; none where it is the project's own.
std::optional<workspace::Environment> environmentIn(const workspace::ComposeUnit &unit,
                                                    const workspace::Environment &environment, const QString &path,
                                                    const QByteArray &text)
{
    for (const workspace::Inclusion &onDisk : unit.inclusions) {
        workspace::Inclusion inclusion = onDisk;
        bool mine = has(inclusion.composeFiles, path);
        for (const workspace::ExtendedFile &extended : std::as_const(inclusion.extended))
            mine = mine || extended.file.path == path;
        for (EnvLayer &layer : inclusion.envLayers) {
            if (layer.path != path)
                continue;
            layer.bytes = text;
            mine = true;
        }
        workspace::Environment own = workspace::environmentOf(inclusion, environment);
        if (mine)
            return own;
        if (auto deeper = environmentIn(inclusion, own, path, text))
            return deeper;
    }
    return std::nullopt;
}

void addMerged(const workspace::ComposeUnit &unit, QSet<QString> &merged)
{
    for (const ComposeFile &file : unit.composeFiles)
        merged.insert(file.path);
    for (const workspace::Inclusion &inclusion : unit.inclusions)
        addMerged(inclusion, merged);
}

QSet<QString> extendedAlone(const workspace::Workspace &workspace, const QList<ComposeFile> &files)
{
    QSet<QString> merged;
    addMerged(workspace, merged);
    QSet<QString> alone;
    for (const ComposeFile &file : files) {
        if (!merged.contains(file.path))
            alone.insert(file.path);
    }
    return alone;
}

} // namespace

WorkspaceView::WorkspaceView(QMap<QString, QString> process)
    : m_process(std::move(process))
{
}

void WorkspaceView::set(const workspace::Workspace &workspace)
{
    m_workspace = workspace;
    m_composeFiles = workspace.composeFiles + workspace::referredFiles(workspace);
    m_layers = workspace.envLayers + workspace::referredLayers(workspace);
    m_extended = extendedAlone(workspace, m_composeFiles);
}

workspace::Environment WorkspaceView::environment(const QString &path, const QByteArray &text) const
{
    workspace::Workspace changed = m_workspace;
    for (EnvLayer &layer : changed.envLayers) {
        if (layer.path == path)
            layer.bytes = text;
    }
    const workspace::Environment ofProject = workspace::environmentOf(changed, m_process);
    const auto own = environmentIn(changed, ofProject, path, text);
    return own ? *own : ofProject;
}

FileKind WorkspaceView::kindOf(const QString &path) const
{
    if (!m_workspace.manifest.isEmpty() && path == m_workspace.manifest)
        return FileKind::manifest;
    if (std::ranges::any_of(m_layers, [&path](const EnvLayer &layer) { return layer.path == path; }))
        return FileKind::env;
    if (std::ranges::any_of(m_composeFiles, [&path](const ComposeFile &file) { return file.path == path; }))
        return FileKind::compose;
    if (path.startsWith(u"schemas/"))
        return FileKind::schema;
    return path.startsWith(u"alerts/") ? FileKind::alerts : FileKind::handedOver;
}

YamlDocument WorkspaceView::document(const QString &path, const QByteArray &text) const
{
    Read &read = m_read[path];
    if (read.bytes != text || read.bytes.isNull()) {
        read.bytes = text;
        const workspace::YamlReading reading = workspace::readYaml(text);
        if (reading.ok())
            read.document = reading.document;
    }
    return read.document;
}

QList<WorkspaceName> WorkspaceView::names(const QString &section, const QString &path, const QByteArray &text) const
{
    QList<WorkspaceName> found;
    for (const ComposeFile &file : m_composeFiles) {
        if (file.path != path && m_extended.contains(file.path))
            continue;
        const YamlDocument document = this->document(file.path, file.path == path ? text : file.bytes);
        if (document.isNull())
            continue;
        const YamlNode node = workspace::findResolved(document, u'/' + section);
        const YamlNode mapping = node ? node.target() : node;
        if (!mapping || !mapping.isMapping())
            continue;
        const QList<workspace::YamlEntry> entries = workspace::resolvedEntries(mapping);
        for (const workspace::YamlEntry &entry : entries)
            found.append({entry.key, file.path, entry.keyNode.span(), document.place(entry.keyNode)});
    }
    return found;
}

QList<YamlDocument> WorkspaceView::composeDocuments() const
{
    QList<YamlDocument> documents;
    for (const ComposeFile &file : m_composeFiles) {
        const YamlDocument document = this->document(file.path, file.bytes);
        if (!document.isNull())
            documents.append(document);
    }
    return documents;
}

QStringList WorkspaceView::usedVariables(const QString &path, const QByteArray &text) const
{
    QStringList used;
    for (const ComposeFile &file : m_composeFiles) {
        const YamlDocument document = this->document(file.path, file.path == path ? text : file.bytes);
        if (document.isNull())
            continue;
        const workspace::YamlVariables variables =
            workspace::variablesOf(document, [](const QString &) { return std::optional<QString>(); });
        for (const workspace::YamlVariableUse &use : variables.uses) {
            if (!used.contains(use.use.name))
                used.append(use.use.name);
        }
    }
    return used;
}

} // namespace mediahelm::control
