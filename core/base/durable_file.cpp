// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"

#include "core/base/durable_temporary.h"
#include "core/base/unique_fd.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace mediahelm::base {

namespace {

Error ioError(const QString &what, const QString &path, int code, ErrorKind kind = ErrorKind::io)
{
    return Error{kind, QStringLiteral("%1 %2: %3").arg(what, path, QString::fromLocal8Bit(std::strerror(code))), {}};
}

bool writeAll(int fd, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t n = ::write(fd, content.constData() + done, static_cast<std::size_t>(content.size() - done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        done += n;
    }
    return true;
}

Status syncFolder(const QString &folder)
{
    const UniqueFd fd(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.valid() || ::fsync(fd.get()) != 0)
        return ioError(QStringLiteral("cannot make the change durable in"), folder, errno);
    return {};
}

// Where a chain of symbolic links ends, also when nothing is there yet.
QString endOfLinks(const QString &path)
{
    constexpr int longestChain = 40; // as the kernel's
    QFileInfo file(path);
    for (int i = 0; i < longestChain && file.isSymLink(); ++i)
        file = QFileInfo(file.symLinkTarget());
    return file.absoluteFilePath();
}

// The mode and, where given, owner and group of the new file.
struct Attributes {
    unsigned mode = 0600;
    std::optional<std::pair<uid_t, gid_t>> owner;
};

bool give(int fd, const Attributes &attributes)
{
    // First the owner: changing it takes set-user-ID bits away.
    return (!attributes.owner || ::fchown(fd, attributes.owner->first, attributes.owner->second) == 0)
        && ::fchmod(fd, attributes.mode) == 0;
}

bool renameOver(const QByteArray &from, const QByteArray &to)
{
    return ::rename(from.constData(), to.constData()) == 0;
}

bool renameToNew(const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    if (::link(from.constData(), to.constData()) != 0) // a file system that cannot rename so
        return false;
    ::unlink(from.constData());
    return true;
}

// Writes beside the target, then gives it its name.
Status writeAndRename(const QString &target, const QByteArray &content, const Attributes &attributes,
                      bool (*rename)(const QByteArray &from, const QByteArray &to) = renameOver)
{
    const QString folder = QFileInfo(target).absolutePath();
    sweepTemporaries(folder);
    DurableTemporary temporary(target);
    if (!temporary.valid())
        return ioError(QStringLiteral("cannot write in"), folder, errno);
    if (!give(temporary.fd(), attributes) || !writeAll(temporary.fd(), content) || ::fsync(temporary.fd()) != 0
        || !rename(temporary.path(), QFile::encodeName(target))) {
        const int code = errno;
        return ioError(QStringLiteral("cannot write"), target, code,
                       code == EEXIST ? ErrorKind::conflict : ErrorKind::io);
    }
    temporary.setRenamed();
    return syncFolder(folder);
}

} // namespace

Status writeDurably(const QString &path, const QByteArray &content, unsigned mode)
{
    return writeAndRename(endOfLinks(path), content, {mode, std::nullopt});
}

Status replaceDurably(const QString &path, const QByteArray &content, unsigned modeIfNew)
{
    const QString target = endOfLinks(path);
    struct stat status {
    };
    if (::stat(QFile::encodeName(target).constData(), &status) != 0) {
        if (errno != ENOENT)
            return ioError(QStringLiteral("cannot read"), target, errno);
        return writeAndRename(target, content, {modeIfNew, std::nullopt});
    }
    if (!S_ISREG(status.st_mode))
        return Error{ErrorKind::invalid, QStringLiteral("%1 is not a regular file").arg(target), {}};
    // The rename would get around a file that is write-protected.
    if (::access(QFile::encodeName(target).constData(), W_OK) != 0)
        return ioError(QStringLiteral("cannot write"), target, errno, ErrorKind::refused);
    return writeAndRename(target, content, {status.st_mode & 07777U, std::pair{status.st_uid, status.st_gid}});
}

Status createDurably(const QString &path, const QByteArray &content, unsigned mode)
{
    return writeAndRename(path, content, {mode, std::nullopt}, renameToNew);
}

Result<QByteArray> readBounded(const QString &path, qint64 limit)
{
    const UniqueFd fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd.valid()) {
        const int code = errno;
        const ErrorKind kind = code == ENOENT || code == ENOTDIR ? ErrorKind::notFound
            : code == EACCES || code == EPERM                    ? ErrorKind::refused
                                                                 : ErrorKind::io;
        return ioError(QStringLiteral("cannot read"), path, code, kind);
    }
    struct stat status {
    };
    if (::fstat(fd.get(), &status) != 0)
        return ioError(QStringLiteral("cannot read"), path, errno);
    if (!S_ISREG(status.st_mode))
        return Error{ErrorKind::invalid, QStringLiteral("%1 is not a regular file").arg(path), {}};

    QByteArray content;
    content.reserve(static_cast<qsizetype>(qMin<qint64>(status.st_size, limit)) + 1);
    char block[16384];
    for (;;) {
        const ssize_t n = ::read(fd.get(), block, sizeof block);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return ioError(QStringLiteral("cannot read"), path, errno);
        if (n == 0)
            return content;
        content.append(block, n);
        if (content.size() > limit)
            return Error{ErrorKind::invalid, QStringLiteral("%1 is larger than %2 bytes").arg(path).arg(limit), {}};
    }
}

Status makePrivateFolder(const QString &path)
{
    const QByteArray whole = QFile::encodeName(QFileInfo(path).absoluteFilePath());
    for (qsizetype end = whole.indexOf('/', 1);; end = whole.indexOf('/', end + 1)) {
        const QByteArray part = end < 0 ? whole : whole.left(end);
        if (::mkdir(part.constData(), 0700) != 0 && errno != EEXIST && end < 0)
            return ioError(QStringLiteral("cannot make the folder"), path, errno);
        if (end < 0)
            break;
    }
    if (!QFileInfo(path).isDir())
        return ioError(QStringLiteral("cannot make the folder"), path, ENOTDIR);
    return {};
}

} // namespace mediahelm::base
