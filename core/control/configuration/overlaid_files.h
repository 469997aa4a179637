// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/project/workspace_files.h"

#include <QHash>
#include <QMap>

namespace mediahelm::control {

// A workspace of this machine as its editor sees it: texts that are not saved stand before the files. A file is read
// again only when its inode, size or time is another. Owned by the desk; one thread.
class OverlaidFiles final : public workspace::WorkspaceFiles
{
public:
    explicit OverlaidFiles(const QString &folder); // absolute

    QString folderName() const override;
    base::Result<QByteArray> read(const QString &path) const override;
    base::Result<QStringList> names(const QString &folder) const override;

    base::Result<QByteArray> readDisk(const QString &path) const;
    void set(const QString &path, const QByteArray &text) { m_texts.insert(path, text); }
    void drop(const QString &path) { m_texts.remove(path); }
    bool has(const QString &path) const { return m_texts.contains(path); }
    QString absolute(const QString &path) const { return path.startsWith(u'/') ? path : m_folder + u'/' + path; }

private:
    struct Kept {
        quint64 inode = 0;
        qint64 size = 0;
        qint64 changedNs = 0;
        QByteArray bytes;
    };

    const QString m_folder;
    QMap<QString, QByteArray> m_texts;
    mutable QHash<QString, Kept> m_kept;
};

} // namespace mediahelm::control
