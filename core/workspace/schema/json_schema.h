// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/schema/explainer.h"
#include "core/workspace/schema/json_verdict.h"

namespace mediahelm::workspace {

// A JSON schema (draft-07), compiled. valijson says whether a value fits; what is wrong, where and in which words comes
// from the SchemaExplainer. A plain value that shares; may be used on any thread.
class JsonSchema
{
public:
    // Errors: invalid, see readSchema().
    static base::Result<JsonSchema> compile(const QByteArray &json, SchemaOrigin origin);

    // None where the value fits. Where valijson finds a fault that cannot be explained, one of the code "schema-form"
    // at the place that it names.
    QList<SchemaFault> faults(const Instance &instance) const;

    // Whether there are none, by valijson's word alone. Keys of more than 1024 characters must have been refused
    // before.
    bool fits(const QJsonValue &value) const { return m_verdict->ask(value) == JsonVerdict::Answer::fits; }

    // Titles, descriptions, examples and values, for whoever completes and explains.
    const SchemaTree &tree() const { return *m_tree; }

private:
    JsonSchema(std::shared_ptr<const SchemaTree> tree, std::shared_ptr<const JsonVerdict> verdict);

    std::shared_ptr<const SchemaTree> m_tree;
    std::shared_ptr<const JsonVerdict> m_verdict;
};

} // namespace mediahelm::workspace
