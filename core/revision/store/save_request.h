// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/revision.h"
#include "core/revision/store/snapshot.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace mediahelm::revision {

// What to save. `when` is the store's clock's.
struct SaveRequest {
    Snapshot snapshot;
    model::Author author;
    QString message; // why; not blank
    model::RevisionKind kind = model::RevisionKind::savePoint;
    QStringList services; // Compose's names: letters, digits, '.', '_' and '-'
    std::optional<model::RevisionId> basedOn; // refuse with conflict when the newest revision is another
    QList<QByteArray> secrets; // values that must not be in any file; see SecretScan
};

struct SaveOutcome {
    model::Revision revision; // the new one, or the newest when there was nothing to save
    bool saved = false; // false: the files are equal to the newest revision's
};

} // namespace mediahelm::revision
