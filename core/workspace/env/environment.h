// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/env/env_file.h"
#include "core/workspace/env/variable_template.h"

#include <QMap>
#include <QStringList>

namespace mediahelm::workspace {

// A .env file of a workspace; `path` is the name that is shown.
struct EnvLayer {
    QString path;
    QByteArray bytes;
};

// A place that gives a variable a value.
struct EnvOrigin {
    QString file; // empty: the environment of the process
    model::Place place; // of the name; line 0 for the process
    QString value; // what the variable is after this place
    QString text; // what stands there, not expanded
    QStringList uses; // the variables that it refers to

    friend bool operator==(const EnvOrigin &, const EnvOrigin &) = default;
};

struct EnvVariable {
    QString value;
    QList<EnvOrigin> origins; // the weakest first; the last one holds
};

struct EnvFinding {
    enum class Kind {
        unreadable, // the file breaks the syntax
        badReference, // "${" that does not go on as it must
        required, // ${NAME:?message} without a value
        tooLarge,
        missing, // a reference to what has no value: it comes out blank
    };
    Kind kind = Kind::unreadable;
    QString file;
    model::Place place;
    QString name; // of the variable at fault, where there is one
    QString what;
    QString mend;

    bool isError() const { return kind != Kind::missing; }
};

// The variables of a workspace, as `docker compose --env-file A --env-file B` has them. A plain value.
class Environment
{
public:
    // Layers, the weakest first, then the environment of the process, which wins. Within a file a reference sees the
    // process, then the layers before, then what stands above it in the file, as Compose's do. After an error the
    // variables are what could be found out; Compose itself stops there.
    static Environment resolve(const QList<EnvLayer> &layers, const QMap<QString, QString> &process);

    const QMap<QString, EnvVariable> &variables() const { return m_variables; }
    std::optional<QString> value(const QString &name) const;
    VariableLookup lookup() const; // lives as long as this object

    const QList<EnvFinding> &findings() const { return m_findings; }
    bool ok() const;

    // Variables that a layer sets and that neither another layer nor one of `used` refers to.
    QStringList unused(const QStringList &used) const;

private:
    void add(const EnvLayer &layer, const QMap<QString, QString> &process);
    bool expand(const EnvLayer &layer, const EnvAssignment &assignment, const VariableLookup &lookup,
                EnvOrigin &origin);

    QMap<QString, EnvVariable> m_variables;
    QList<EnvFinding> m_findings;
    qsizetype m_size = 0; // of all values together
};

} // namespace mediahelm::workspace
