// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/diagnostic.h"
#include "core/workspace/env/environment.h"
#include "core/workspace/schema/json_schema.h"
#include "core/workspace/yaml/yaml_document.h"

#include <QHash>
#include <QJsonValue>

#include <memory>

namespace mediahelm::workspace {

// Checks files of a workspace, each alone, against JSON schemas. Codes of the findings, all errors: schema-type,
// schema-unknown-key, schema-key (the name of an entry), schema-enum, schema-required, schema-pattern, schema-range,
// schema-length, schema-duplicate (an item twice), schema-conflict (two keys that exclude each other),
// schema-excluded, schema-form. Each stands on the smallest node at fault, once where aliases show it several times.

// With a lookup the variables are filled in before. `file` is the name that the findings carry.
QList<model::Diagnostic> checkYaml(const JsonSchema &schema, const QString &file, const YamlDocument &document,
                                   const VariableLookup &lookup = {});

// The variables that a file of the workspace sets, as schemas/README.md says: empty ones are left out, and values
// become numbers and truths where the schema has such. A finding stands at the name in the file whose value holds (the
// process' own environment has none, and line 0) and never shows the value.
QList<model::Diagnostic> checkVariables(const JsonSchema &schema, const Environment &environment);

// Services of one file, by name, as they were when they fitted their schemas.
using FittingServices = QHash<QString, QJsonValue>;

// The schemas that the program brings along. Each is compiled at its first use and kept; may be used on any thread, one
// object for all.
class FileSchemas
{
public:
    FileSchemas();
    ~FileSchemas();
    Q_DISABLE_COPY_MOVE(FileSchemas)

    // A Compose file, and x-mediahelm under each of its services. What is in `fitting` is not looked at again as long
    // as it is the same; it is left with what was found without fault.
    QList<model::Diagnostic> checkService(const QString &file, const YamlDocument &document,
                                          const VariableLookup &lookup = {}, FittingServices *fitting = nullptr) const;
    QList<model::Diagnostic> checkManifest(const QString &file, const YamlDocument &document) const; // mediahelm.yaml
    QList<model::Diagnostic> checkVariables(const Environment &environment) const;

    const JsonSchema &service() const;
    const JsonSchema &extension() const; // x-mediahelm
    const JsonSchema &manifest() const;
    const JsonSchema &variables() const;

private:
    struct Kept;

    std::unique_ptr<Kept> m_kept;
};

} // namespace mediahelm::workspace
