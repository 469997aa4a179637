// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_folder.h"

#include "core/base/unique_fd.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mediahelm::base {

namespace {

constexpr mode_t folderMode = 0755;

Error failed(const QString &what, const QString &path, int code)
{
    const ErrorKind kind = code == EACCES || code == EPERM || code == EROFS ? ErrorKind::refused
        : code == EEXIST || code == ENOTEMPTY                               ? ErrorKind::conflict
        : code == ENOENT                                                    ? ErrorKind::notFound
                                                                            : ErrorKind::io;
    return Error{kind, QStringLiteral("%1 %2: %3").arg(what, path, QString::fromLocal8Bit(std::strerror(code))), {}};
}

Status syncFolder(const QString &folder)
{
    const UniqueFd fd(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.valid() || ::fsync(fd.get()) != 0)
        return failed(QStringLiteral("cannot make the change durable in"), folder, errno);
    return {};
}

bool renameToNew(const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    // A file system that cannot rename so.
    return ::link(from.constData(), to.constData()) == 0 && ::unlink(from.constData()) == 0;
}

} // namespace

Status makeFolderDurably(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    const QString above = QFileInfo(path).absolutePath();
    if (above != path) {
        if (const Status made = makeFolderDurably(above); !made)
            return made;
    }
    if (::mkdir(QFile::encodeName(path).constData(), folderMode) != 0 && errno != EEXIST)
        return failed(QStringLiteral("cannot make the folder"), path, errno);
    return syncFolder(above);
}

Status renameDurably(const QString &from, const QString &to)
{
    if (!renameToNew(QFile::encodeName(from), QFile::encodeName(to)))
        return failed(QStringLiteral("cannot rename to"), to, errno);
    const QString before = QFileInfo(from).absolutePath();
    const QString after = QFileInfo(to).absolutePath();
    if (before != after) {
        if (const Status synced = syncFolder(before); !synced)
            return synced;
    }
    return syncFolder(after);
}

Status removeDurably(const QString &path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0)
        return failed(QStringLiteral("cannot delete"), path, errno);
    return syncFolder(QFileInfo(path).absolutePath());
}

} // namespace mediahelm::base
