// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/compose_model.h"
#include "core/workspace/yaml/yaml_document.h"

#include <QHash>

namespace mediahelm::workspace {

// A text of a Compose file that names another, with its variables as they stand there.
struct ReferenceText {
    QString text;
    QString pointer;
    model::Place place;
};

struct IncludeEntry {
    ReferenceText entry; // itself; its text is that of its first path
    QList<ReferenceText> paths;
    std::optional<ReferenceText> folder; // project_directory
    std::optional<QList<ReferenceText>> envFiles;
};

struct ExtendsEntry {
    QString service;
    std::optional<ReferenceText> file; // none: the same
};

// What a Compose file names of others. A plain value; holds nothing of the document.
struct FileReferences {
    ModelTag includeTag = ModelTag::none; // what it says of the entries of files below it
    QList<IncludeEntry> includes;
    QHash<QString, ExtendsEntry> extends; // by the service that extends
};

// Whether a file may have any, from its bytes alone: most have none, and reading one takes time.
bool mayRefer(const QByteArray &bytes);
FileReferences referencesIn(const YamlDocument &document);

} // namespace mediahelm::workspace
