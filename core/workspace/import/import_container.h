// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/raw_container.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

namespace mediahelm::workspace {

// A value of the container's environment that does not belong into a file. Whoever has it wipes it.
struct ImportedSecret {
    QString environment; // the name in the container
    QString variable; // what the file refers to
    QByteArray value;
};

struct ImportedService {
    QString service;
    QByteArray yaml; // a Compose file; no secret in it
    QList<ImportedSecret> secrets;
    QStringList warnings; // what a Compose file cannot say, or what looks like a secret and stands in it all the same
};

// What an inspection does not say by itself.
struct ImportContext {
    QHash<QString, QString> containerNames; // by id
    QString hostName; // of the engine's machine, which containers in its network bear
};

// The Compose file of a container that was started by hand, which makes an equal one: what the image says is left out,
// networks and named volumes are external, so that both data and neighbours stay. Anonymous volumes are named by their
// ids, since they hold data. Keys and their meaning: compose-spec; fields: Engine API 1.41. Errors: invalid (no
// inspection), conflict (the container belongs to a Compose project already).
base::Result<ImportedService> importContainer(const model::RawContainer &raw, const ImportContext &context);

} // namespace mediahelm::workspace
