// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/store/snapshot.h"

#include <QSet>
#include <QStringList>

namespace mediahelm::revision {

// Files of a workspace that are no configuration by themselves, but handed to Compose, to a build or to containers, as
// it lies on disk today. A plain value.
struct HandedOver {
    QSet<model::FilePath> files; // that its snapshot holds
    // Files and folders that are there, and that it does not hold: what containers may write, what is secret, or much.
    QStringList notKept;

    bool isNotKept(const QString &path) const;

    friend bool operator==(const HandedOver &, const HandedOver &) = default;
};

// A restore as it concerns such files: one that only one side knows, or that both have alike, is somebody's own affair.
struct RestoreSides {
    Snapshot expected;
    Snapshot target;
    QList<model::FilePath> left; // of the target, and left as they lie there
};
// Makes no look at a file but whether it is there. Blocks for the disk.
RestoreSides withoutHandedOver(const QString &workspace, const Snapshot &expected, const Snapshot &target,
                               const HandedOver &handed);

} // namespace mediahelm::revision
