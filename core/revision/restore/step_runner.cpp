// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/restore/step_runner.h"

#include "core/base/durable_file.h"
#include "core/revision/restore/durable_steps.h"

#include <algorithm>
#include <utility>

namespace mediahelm::revision {

using base::ErrorKind;
using base::Status;

StepRunner::StepRunner(const QString &workspace)
    : m_workspace(workspace)
{
}

QList<RestoreStep> StepRunner::reversed(QList<RestoreStep> steps)
{
    for (RestoreStep &step : steps)
        std::swap(step.before, step.after);
    return steps;
}

Status StepRunner::run(const QList<RestoreStep> &steps)
{
    m_kept.clear();
    for (const RestoreStep &step : steps) {
        if (Status done = step.after ? Status() : remove(step); !done.ok())
            return done;
    }
    if (Status done = removeEmptyFolders(steps, true); !done.ok())
        return done;
    for (const RestoreStep &step : steps) {
        if (Status done = step.after ? write(step) : Status(); !done.ok())
            return done;
    }
    return removeEmptyFolders(steps, false);
}

Status StepRunner::remove(const RestoreStep &step)
{
    const auto now = lookAtFile(m_workspace, step.path);
    if (!now.ok() && now.error().kind != ErrorKind::conflict)
        return now.error();
    if (now.ok() ? !*now : isFolder(m_workspace, step.path))
        return {};
    if (now.ok() && alike(*now, step.before))
        return removeDurably(at(step.path));
    m_kept.append(step.path);
    return {};
}

Status StepRunner::write(const RestoreStep &step)
{
    const auto now = lookAtFile(m_workspace, step.path);
    if (!now.ok() && now.error().kind != ErrorKind::conflict)
        return now.error();
    if (now.ok() && alike(*now, step.after))
        return {};
    if (!now.ok() || !alike(*now, step.before)) {
        m_kept.append(step.path);
        return {};
    }
    if (Status made = makeFolders(m_workspace, folderOf(step.path)); !made.ok())
        return made;
    return base::writeDurably(at(step.path), step.after->bytes, step.after->mode);
}

Status StepRunner::removeEmptyFolders(const QList<RestoreStep> &steps, bool onlyInTheWay)
{
    const auto inTheWay = [&](const QString &folder) {
        return std::any_of(steps.begin(), steps.end(), [&](const RestoreStep &step) {
            return step.after && (folder == step.path.text() || folder.startsWith(step.path.text() + u'/'));
        });
    };
    for (const RestoreStep &step : steps) {
        const QString folder = folderOf(step.path);
        if (step.after || folder.isEmpty() || (onlyInTheWay && !inTheWay(folder)))
            continue;
        if (Status removed = revision::removeEmptyFolders(m_workspace, folder); !removed.ok())
            return removed;
    }
    return {};
}

} // namespace mediahelm::revision
