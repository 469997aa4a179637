// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/text_help.h"

namespace mediahelm::control {

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

    friend bool operator==(const WorkspaceVariable &, const WorkspaceVariable &) = default;
};

// The variables of an open workspace, as its files stand in the editor. Owned by the open configuration; main thread.
class VariableDesk
{
public:
    virtual ~VariableDesk() = default;

    // By name.
    virtual QFuture<base::Result<QList<WorkspaceVariable>>> variables() = 0;
    // The text of a layer with another value for the variable, which is added at the end where it is not there; no byte
    // of another line changes. `value` may hold references. Nothing is written. Errors: invalid (a name that is none, a
    // text that cannot be read), refused (a secret), conflict (it cannot be written there).
    virtual QFuture<base::Result<QByteArray>> withValue(const QByteArray &layer, const QString &name,
                                                        const QString &value) = 0;
};

} // namespace mediahelm::control
