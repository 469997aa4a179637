// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/project/local_workspace_files.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QFileInfo>

namespace mediahelm::workspace {

using base::Error;
using base::ErrorKind;

namespace {

constexpr qint64 largestFile = qint64(4) * 1024 * 1024;

} // namespace

LocalWorkspaceFiles::LocalWorkspaceFiles(const QString &folder)
    : m_folder(QDir(folder).absolutePath())
{
}

QString LocalWorkspaceFiles::folderName() const
{
    return QFileInfo(m_folder).fileName();
}

base::Result<QByteArray> LocalWorkspaceFiles::read(const QString &path) const
{
    return base::readBounded(path.startsWith(u'/') ? path : m_folder + u'/' + path, largestFile);
}

base::Result<QStringList> LocalWorkspaceFiles::names(const QString &folder) const
{
    const QFileInfo info(folder.isEmpty() ? m_folder : m_folder + u'/' + folder);
    if (!info.exists())
        return QStringList();
    if (!info.isDir() || !info.isReadable())
        return Error{ErrorKind::refused, QStringLiteral("%1 is no folder that can be read").arg(info.filePath()), {}};
    return QDir(info.filePath()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace mediahelm::workspace
