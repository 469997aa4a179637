// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/private_file.h"

#include <QFile>
#include <QtEndian>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace mediahelm::secrets {

using base::Error;
using base::ErrorKind;

namespace {

constexpr unsigned readOrWrite = 06;

// linux/posix_acl_xattr.h: a version, then entries of tag, permissions and id, all little-endian.
constexpr quint32 aclVersion = 2;
constexpr std::size_t aclHeader = 4;
constexpr std::size_t aclEntry = 8;
enum AclTag : quint16 { ownerTag = 1, userTag = 2, ownerGroupTag = 4, groupTag = 8, maskTag = 16, otherTag = 32 };

// Whether a list lets somebody in but the owner, this user and root. One that is not understood does.
bool aclLetsOthersIn(const unsigned char *list, std::size_t size)
{
    if (size < aclHeader || (size - aclHeader) % aclEntry != 0 || qFromLittleEndian<quint32>(list) != aclVersion)
        return true;
    unsigned mask = readOrWrite;
    for (std::size_t at = aclHeader; at < size; at += aclEntry) {
        if (qFromLittleEndian<quint16>(list + at) == maskTag)
            mask = qFromLittleEndian<quint16>(list + at + 2);
    }
    for (std::size_t at = aclHeader; at < size; at += aclEntry) {
        const auto tag = qFromLittleEndian<quint16>(list + at);
        const unsigned permissions = qFromLittleEndian<quint16>(list + at + 2) & readOrWrite;
        const auto id = qFromLittleEndian<quint32>(list + at + 4);
        const bool ours = tag == ownerTag || tag == maskTag || (tag == userTag && (id == ::geteuid() || id == 0));
        if (!ours && (permissions & (tag == otherTag ? readOrWrite : mask)))
            return true;
    }
    return false;
}

bool othersMayUse(int fd, const struct stat &status)
{
    unsigned char list[4096];
    const ssize_t size = ::fgetxattr(fd, "system.posix_acl_access", list, sizeof list);
    if (size >= 0)
        return aclLetsOthersIn(list, static_cast<std::size_t>(size));
    if (errno == ERANGE) // a list longer than any of ours
        return true;
    return status.st_mode & 066;
}

bool isOurs(const struct stat &status)
{
    return status.st_uid == ::geteuid() || status.st_uid == 0;
}

Error systemError(const QString &path, int code)
{
    const ErrorKind kind = code == ENOENT || code == ENOTDIR ? ErrorKind::notFound
        : code == EACCES || code == EPERM                    ? ErrorKind::refused
                                                             : ErrorKind::io;
    return {kind, QStringLiteral("cannot open %1: %2").arg(path, QString::fromLocal8Bit(std::strerror(code))), {}};
}

} // namespace

base::Result<base::UniqueFd> openPrivateFile(const QString &path)
{
    base::UniqueFd fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!fd.valid() && errno == ELOOP)
        return Error{ErrorKind::refused, QStringLiteral("%1 is a symbolic link, which is not followed here").arg(path),
                     QStringLiteral("Put the file itself there.")};
    if (!fd.valid())
        return systemError(path, errno);
    struct stat status {
    };
    if (::fstat(fd.get(), &status) != 0)
        return systemError(path, errno);
    if (!S_ISREG(status.st_mode))
        return Error{ErrorKind::refused, QStringLiteral("%1 is not a regular file").arg(path), {}};
    if (!isOurs(status))
        return Error{ErrorKind::refused, QStringLiteral("%1 belongs to another user").arg(path),
                     QStringLiteral("Make it yours: chown %1 %2").arg(::geteuid()).arg(path)};
    if (othersMayUse(fd.get(), status))
        return Error{ErrorKind::refused, QStringLiteral("%1 may be used by other users").arg(path),
                     QStringLiteral("Take their permission away: chmod 600 %1").arg(path)};
    return fd;
}

base::Status checkPrivateFolder(const QString &path)
{
    struct stat status {
    };
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return systemError(path, errno);
    if (!S_ISDIR(status.st_mode))
        return Error{ErrorKind::refused, QStringLiteral("%1 is not a folder").arg(path), {}};
    if (!isOurs(status))
        return Error{ErrorKind::refused, QStringLiteral("the folder %1 belongs to another user").arg(path), {}};
    if (status.st_mode & 022)
        return Error{ErrorKind::refused, QStringLiteral("other users may put files into %1").arg(path),
                     QStringLiteral("Take their permission away: chmod 700 %1").arg(path)};
    return {};
}

} // namespace mediahelm::secrets
