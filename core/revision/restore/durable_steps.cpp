// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/restore/durable_steps.h"

#include "core/base/unique_fd.h"

#include <QFile>
#include <QStringList>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Status;

namespace {

Error ioError(const QString &what, const QString &path)
{
    return Error{
        ErrorKind::io, QStringLiteral("%1 %2: %3").arg(what, path, QString::fromLocal8Bit(std::strerror(errno))), {}};
}

Status syncFolder(const QString &folder)
{
    const base::UniqueFd fd(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.valid() || ::fsync(fd.get()) != 0)
        return ioError(QStringLiteral("cannot make the change durable in"), folder);
    return {};
}

QString parentOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

} // namespace

Status removeDurably(const QString &path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0)
        return errno == ENOENT || errno == ENOTDIR ? Status() : ioError(QStringLiteral("cannot remove"), path);
    return syncFolder(parentOf(path));
}

Status makeFolders(const QString &root, const QString &folder)
{
    QString path = root;
    for (const QString &part : folder.split(u'/', Qt::SkipEmptyParts)) {
        const QString parent = path;
        path += u'/' + part;
        if (::mkdir(QFile::encodeName(path).constData(), 0755) == 0) {
            if (Status synced = syncFolder(parent); !synced.ok())
                return synced;
        } else if (errno != EEXIST) {
            return ioError(QStringLiteral("cannot make the folder"), path);
        }
    }
    return {};
}

Status removeEmptyFolders(const QString &root, const QString &folder)
{
    for (QString below = folder; !below.isEmpty(); below = parentOf(below)) {
        const QString path = root + u'/' + below;
        if (::rmdir(QFile::encodeName(path).constData()) != 0) {
            if (errno == ENOENT)
                continue;
            // Not empty, a link, or not ours to remove: it stays.
            return errno == EIO || errno == EROFS ? ioError(QStringLiteral("cannot remove the folder"), path)
                                                  : Status();
        }
        if (Status synced = syncFolder(parentOf(path)); !synced.ok())
            return synced;
    }
    return {};
}

} // namespace mediahelm::revision
