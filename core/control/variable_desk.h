// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/secret_texts.h"
#include "core/control/text_help.h"

#include <optional>

namespace mediahelm::control {

// What a variable's value is, as far as schemas and service files say.
enum class VariableType {
    text,
    number, // whole
    port, // a number, perhaps with an address before it, or a range
    path,
    boolean,
    choice, // one of `values`
    timeZone,
};

// A variable of a workspace: one that its files set, use, or keep as a secret.
struct WorkspaceVariable {
    QString name;
    QString value; // what it comes out as; empty where it is hidden
    QString text; // what stands in the file that holds, not expanded; empty where it is hidden
    bool isSet = false;
    bool hidden = false; // a secret of the manifest
    bool isUsed = false; // a Compose file refers to it
    QList<ValueOrigin> origins; // the weakest first; the last one holds
    QString title; // from the schema
    QString documentation;
    QStringList values; // that it may have, where they can be counted
    VariableType type = VariableType::text;
    std::optional<double> least; // of a number
    std::optional<double> most;
    // What holds where the strongest file that sets it does not: a weaker layer's value, else what a service file
    // gives. Not expanded; empty where it is hidden.
    QString fallback;
    bool hasFallback = false;

    friend bool operator==(const WorkspaceVariable &, const WorkspaceVariable &) = default;
};

// The variables and secrets of an open workspace, as its files stand in the editor. Owned by the open configuration;
// main thread.
class VariableDesk
{
public:
    virtual ~VariableDesk() = default;

    // By name.
    virtual QFuture<base::Result<QList<WorkspaceVariable>>> variables() = 0;
    // The text of a layer with another value for the variable, which is added at the end where it is not there; no byte
    // of another line changes. `value` may hold references, and is then not judged. Nothing is written. Errors: invalid
    // (a value that does not fit, with what would; a name that is none; a text that cannot be read), refused (a
    // secret), conflict (it cannot be written there).
    virtual QFuture<base::Result<QByteArray>> withValue(const QByteArray &layer, const QString &name,
                                                        const QString &value) = 0;
    // The text of a layer without the variable, its lines and its own comment. Errors: invalid (as above), notFound.
    virtual QFuture<base::Result<QByteArray>> withoutValue(const QByteArray &layer, const QString &name) = 0;

    virtual QFuture<base::Result<WorkspaceSecrets>> secrets() = 0;
    // What takes a plain secret out of its file: its name goes into the manifest's list, and the line out of a file of
    // variables, or ${NAME} into its place in a Compose file. Nothing is written. Errors: notFound (it is there no
    // longer), conflict (why it must be moved by hand).
    virtual QFuture<base::Result<SecretMove>> moveOut(const PlainSecret &secret) = 0;
};

} // namespace mediahelm::control
