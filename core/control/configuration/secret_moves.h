// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/control/secret_texts.h"

#include <QMap>
#include <QStringList>

namespace mediahelm::control {

// A secret in plain text, and what moving it takes. Holds its value, as SecretMove does.
struct PlannedMove {
    PlainSecret secret;
    std::optional<SecretMove> move; // for the files as the moves before it leave them
    QString problem; // why there is none
};

// The moves of all secrets that stand in plain text in a workspace of this machine, or of those variables that are
// named: each as the editor makes it (secret_list.h). Of a variable that several files set, the value that counts is
// moved. Reads files, and changes none; `process` is the environment of the process. Errors: those of readWorkspace().
base::Result<QList<PlannedMove>> plannedMoves(const QString &folder, const QMap<QString, QString> &process,
                                              const QStringList &named = {});

// Writes the files of a move, the manifest first; to be called when its value is kept. Killed half-way, the name is
// listed and the value still in the file. Errors: conflict (a file is no longer what the move was made for; what was
// not written yet stays), and what reading and writing may give.
base::Status writeMove(const QString &folder, const SecretMove &move);

} // namespace mediahelm::control
