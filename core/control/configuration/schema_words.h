// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration_file.h"
#include "core/workspace/schema/file_schemas.h"

#include <QStringList>

#include <optional>

namespace mediahelm::control {

// What a schema says about one key or one value. A plain value.
struct SchemaWords {
    QString text; // the key, or the value as YAML writes it
    QString title;
    QString documentation;
    QStringList examples; // as YAML, in one line
    bool isCollection = false; // a key whose value is a mapping or a list, and nothing shorter
};

// What a value may be, put together from all that a schema allows in a place. A plain value.
struct SchemaShape {
    bool isBoolean = false;
    bool isNumber = false; // and no text but digits, or a reference to a variable
    bool isText = false;
    bool isOtherText = false; // than a number, a truth or a reference
    bool isList = false;
    bool isObject = false;
    QStringList values; // where they can be counted, as plain texts
    bool isOpen = false; // others are allowed besides
    std::optional<double> least; // of a number
    std::optional<double> most;
};

// Finds its way in the schemas that the program brings along: keys above a place lead to what may stand there. A view;
// lives as long as the schemas.
class SchemaGuide
{
public:
    explicit SchemaGuide(const workspace::FileSchemas &schemas)
        : m_schemas(schemas)
    {
    }

    // The keys that the mapping at `path` may have; "-" leads into lists. None where there is no schema.
    QList<SchemaWords> keys(FileKind kind, const QStringList &path) const;
    // The values that the key or item at `path` may have, where they can be counted.
    QList<SchemaWords> values(FileKind kind, const QStringList &path) const;
    // What is said of the last key of the path itself; an empty title where nothing is.
    SchemaWords about(FileKind kind, const QStringList &path) const;
    SchemaShape shape(FileKind kind, const QStringList &path) const;
    // Of a known variable.
    SchemaWords aboutVariable(const QString &name) const;
    SchemaShape shapeOfVariable(const QString &name) const;
    QStringList knownVariables() const;
    QList<SchemaWords> variableValues(const QString &name) const;

private:
    const workspace::FileSchemas &m_schemas;
};

} // namespace mediahelm::control
