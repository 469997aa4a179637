// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/restore/handed_over.h"

#include <QFileInfo>

#include <algorithm>

namespace mediahelm::revision {

bool HandedOver::isNotKept(const QString &path) const
{
    return std::ranges::any_of(notKept, [&](const QString &each) { return model::isWithin(path, each); });
}

RestoreSides withoutHandedOver(const QString &workspace, const Snapshot &expected, const Snapshot &target,
                               const HandedOver &handed)
{
    QSet<model::FilePath> notExpected;
    QSet<model::FilePath> notWanted;
    for (const model::FilePath &path : handed.files) {
        const FileContent *before = expected.find(path);
        const FileContent *after = target.find(path);
        if (!after || (before && *before == *after)) {
            notExpected.insert(path);
            notWanted.insert(path);
        }
    }
    RestoreSides sides;
    for (auto file = target.files().begin(); file != target.files().end(); ++file) {
        const QString path = file.key().text();
        if (expected.find(file.key()) || !handed.isNotKept(path) || !QFileInfo::exists(workspace + u'/' + path))
            continue;
        notWanted.insert(file.key());
        sides.left.append(file.key());
    }
    sides.expected = without(expected, notExpected);
    sides.target = without(target, notWanted);
    return sides;
}

} // namespace mediahelm::revision
