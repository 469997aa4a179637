// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/revision/restore/restore_plan.h"

namespace mediahelm::revision {

// Takes the steps of a restore, or takes them back. Each may have been taken already, or not; what is neither as it was
// nor as it is to be is somebody's, and stays. Owned by one call of the restorer; its thread.
class StepRunner
{
public:
    explicit StepRunner(const QString &workspace);

    // First what is removed, then what is written: a folder may make place for a file, and a file for a folder. Stops
    // at the first error: io, refused.
    base::Status run(const QList<RestoreStep> &steps);
    static QList<RestoreStep> reversed(QList<RestoreStep> steps);

    const QList<model::FilePath> &kept() const { return m_kept; } // somebody's

private:
    base::Status remove(const RestoreStep &step);
    base::Status write(const RestoreStep &step);
    base::Status removeEmptyFolders(const QList<RestoreStep> &steps, bool onlyInTheWay);
    QString at(const model::FilePath &path) const { return m_workspace + u'/' + path.text(); }

    const QString m_workspace;
    QList<model::FilePath> m_kept;
};

} // namespace mediahelm::revision
