// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"
#include "core/workspace/checks/compose_model.h"
#include "core/workspace/env/yaml_variables.h"
#include "core/workspace/project/workspace.h"
#include "core/workspace/schema/file_schemas.h"

#include <QMap>

#include <memory>
#include <optional>

namespace mediahelm::workspace {

// What a reference to a variable in a file comes to. Of a secret nothing but that there is one.
struct VariableReference {
    std::optional<QString> value;
    bool secret = false;

    friend bool operator==(const VariableReference &, const VariableReference &) = default;
};

// What one Compose file was found to have, and what that rests on. A plain value.
struct FileFindings {
    QByteArray bytes;
    YamlDocument document; // null where it cannot be read
    QList<mediahelm::model::Diagnostic> findings;
    QMap<QString, VariableReference> references; // what the findings rest on
    std::shared_ptr<const FileModel> model;
    FittingServices fitting;
    YamlVariables variables; // their nodes are of the document
    bool fitsSchema = false;

    QStringList changedReferences(const Workspace &workspace, const Environment &environment) const;
    // Whether what the schema says stays as it is when these variables change.
    bool outlives(const QStringList &changed) const;
};

// A file whose findings are not known already.
struct FileLook {
    FileModelPlace place;
    const ComposeFile *file = nullptr;
    const Environment *environment = nullptr;
    FileFindings *kept = nullptr;
    bool isRead = false; // the same bytes as before
    QStringList changed; // variables that it refers to

    // Makes the document anew where the bytes are others. Touches nothing but its own findings, as judge() does.
    void read() const;
    // What is wrong in it; after read(). Different looks may do either at once.
    void judge(const Workspace &workspace, const FileSchemas &schemas) const;
};

} // namespace mediahelm::workspace
