// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/schema/schema_tree.h"

#include <QJsonValue>
#include <QStringList>

#include <memory>

namespace mediahelm::workspace {

// valijson's word on whether a value fits a schema; its headers stay in the one source file behind this. Its messages
// name neither what is wrong nor what was expected, so only yes, no and a place are taken from it. Made once for a
// schema, then for any thread.
class JsonVerdict
{
public:
    enum class Answer {
        fits,
        fails,
        none, // valijson itself failed
    };

    // Errors: invalid, where valijson cannot take the schema.
    static base::Result<std::shared_ptr<const JsonVerdict>> compile(const SchemaReading &schema);
    ~JsonVerdict();
    Q_DISABLE_COPY_MOVE(JsonVerdict)

    // Keys of more than 1024 characters must have been refused before.
    Answer ask(const QJsonValue &value) const;
    // Of what fails: keys and indexes down to the deepest place that it complains of.
    QStringList failingPath(const QJsonValue &value) const;

private:
    struct Compiled;

    explicit JsonVerdict(std::unique_ptr<Compiled> compiled);

    std::unique_ptr<Compiled> m_compiled;
};

} // namespace mediahelm::workspace
