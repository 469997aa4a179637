// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/revision/compose/compose_process.h"
#include "core/revision/restore/handed_over.h"

#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QStringList>

#include <optional>

namespace mediahelm::revision {

inline constexpr int usualKeptLogs = 50; // where the workspace does not say

// A workspace as it lies on disk now. A plain value.
struct DeploymentInput {
    ComposeCommand command;
    Snapshot snapshot; // without anything secret
    ComposeSecrets secrets;
    QStringList
        missingSecrets; // listed, and neither kept nor in the environment: Compose decides whether it can do without
    // Files that the manifest names are not there: what is deployed without them would take their services away.
    std::optional<base::Error> incomplete = std::nullopt;
    // What the folder is called: by the command, and without links.
    QStringList folders = {};
    HandedOver handed = {};
    int keptLogs = usualKeptLogs; // of deployments
    // UTC; when the files of the snapshot were last written or moved; none where that is not known.
    QHash<model::FilePath, QDateTime> changedAt = {};
};

// Reads it, wherever it lies. Owned by who opened the workspace; main thread.
class DeploymentSource
{
public:
    virtual ~DeploymentSource() = default;

    virtual QString folder() const = 0; // the workspace's, absolute
    // Errors: what keeps the workspace from being read.
    virtual QFuture<base::Result<DeploymentInput>> read() = 0;
};

} // namespace mediahelm::revision
