// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/project/workspace_files.h"

#include <QMap>

namespace mediahelm::tests {

// A workspace that is on no disk. Counts how often each file is read.
class MemoryFiles final : public workspace::WorkspaceFiles
{
public:
    QMap<QString, QByteArray> files;
    mutable QMap<QString, int> reads;

    QString folderName() const override { return QStringLiteral("media"); }

    base::Result<QByteArray> read(const QString &path) const override
    {
        const auto found = files.constFind(path);
        if (found == files.constEnd())
            return base::Error{base::ErrorKind::notFound, QStringLiteral("there is no %1").arg(path), {}};
        ++reads[path];
        return *found;
    }

    base::Result<QStringList> names(const QString &folder) const override
    {
        QStringList found;
        const QString start = folder.isEmpty() ? QString() : folder + u'/';
        for (auto it = files.begin(); it != files.end(); ++it) {
            if (it.key().startsWith(start) && !it.key().mid(start.size()).contains(u'/'))
                found.append(it.key().mid(start.size()));
        }
        return found;
    }
};

} // namespace mediahelm::tests
