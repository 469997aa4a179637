// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration_file.h"
#include "core/workspace/env/environment.h"
#include "core/workspace/project/workspace.h"
#include "core/workspace/yaml/yaml_document.h"

#include <QHash>
#include <QMap>

namespace mediahelm::control {

// A name that one file gives and others use: a service, a network, a volume.
struct WorkspaceName {
    QString name;
    QString file;
    model::Span span;
    model::Place place;
};

// A workspace as it was last read, and what can be asked about it while its files are being typed in: a file that
// cannot be read just now counts as it last could. Owned by the desk; one thread.
class WorkspaceView
{
public:
    explicit WorkspaceView(QMap<QString, QString> process);

    void set(const workspace::Workspace &workspace);
    const workspace::Workspace &workspace() const { return m_workspace; }
    const QMap<QString, QString> &process() const { return m_process; }

    // Those that are merged, included or extended, and all files of variables; also such as lie elsewhere.
    const QList<workspace::ComposeFile> &composeFiles() const { return m_composeFiles; }
    const QList<workspace::EnvLayer> &layers() const { return m_layers; }

    // The variables that a file sees, those of the project or of what is included, with one text in place of a
    // layer's.
    workspace::Environment environment(const QString &path = {}, const QByteArray &text = {}) const;
    bool isSecret(const QString &name) const { return m_workspace.secrets.contains(name); }
    FileKind kindOf(const QString &path) const;

    // `section` is "services", "networks", "volumes", "configs" or "secrets"; in the order of the files.
    QList<WorkspaceName> names(const QString &section, const QString &path, const QByteArray &text) const;
    // Those of the workspace, as they last could be read.
    QList<workspace::YamlDocument> composeDocuments() const;
    // The variables that a Compose file with this text, and the others, refer to.
    QStringList usedVariables(const QString &path, const QByteArray &text) const;

private:
    workspace::YamlDocument document(const QString &path, const QByteArray &text) const;

    const QMap<QString, QString> m_process;
    workspace::Workspace m_workspace;
    QList<workspace::ComposeFile> m_composeFiles;
    QList<workspace::EnvLayer> m_layers;
    QSet<QString> m_extended; // files that give services to extend, and no names
    struct Read {
        QByteArray bytes; // that were looked at last
        workspace::YamlDocument document; // the last that could be read
    };
    mutable QHash<QString, Read> m_read;
};

} // namespace mediahelm::control
