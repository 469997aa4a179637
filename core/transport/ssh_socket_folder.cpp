// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/ssh_socket_folder.h"

#include "core/base/durable_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <cerrno>
#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

namespace mediahelm::transport {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr qsizetype longestSocketPath = 107;

Error notPrivate(const QString &path)
{
    return Error{ErrorKind::refused, QStringLiteral("somebody else could change the folder %1").arg(path), {}};
}

// A folder above may be shared (as /tmp is) when its sticky bit keeps others from renaming what is ours.
bool isSafeParent(const struct stat &status)
{
    const bool trusted = status.st_uid == ::geteuid() || status.st_uid == 0;
    const bool sharedWithoutSticky = (status.st_mode & 022) != 0 && (status.st_mode & S_ISVTX) == 0;
    return S_ISDIR(status.st_mode) && trusted && !sharedWithoutSticky;
}

Status checkParents(const QString &folder)
{
    // Resolved first, so that a link in the middle (/var/run) is judged by where it leads.
    QString path = QDir(folder).canonicalPath();
    while (path != QLatin1String("/")) {
        path = path.section(u'/', 0, -2);
        if (path.isEmpty())
            path = QStringLiteral("/");
        struct stat status {
        };
        if (::lstat(QFile::encodeName(path).constData(), &status) != 0 || !isSafeParent(status))
            return notPrivate(path);
    }
    return {};
}

// Names are "<pid>-<hash>"; a crashed process cannot have removed its own.
void removeAbandonedSockets(const QString &folder)
{
    const QDir dir(folder);
    for (const QString &name : dir.entryList(QDir::System | QDir::Files | QDir::Hidden)) {
        const pid_t pid = name.section(u'-', 0, 0).toInt();
        if (pid > 0 && pid != ::getpid() && ::kill(pid, 0) != 0 && errno == ESRCH)
            ::unlink(QFile::encodeName(dir.filePath(name)).constData());
    }
}

} // namespace

Status preparePrivateSocketFolder(const QString &folder)
{
    if (const Status made = base::makePrivateFolder(folder); !made)
        return made;
    const QByteArray name = QFile::encodeName(folder);
    struct stat status {
    };
    if (::lstat(name.constData(), &status) != 0 || !S_ISDIR(status.st_mode) || status.st_uid != ::geteuid())
        return notPrivate(folder);
    if ((status.st_mode & 077) != 0 && ::chmod(name.constData(), 0700) != 0)
        return notPrivate(folder);
    if (const Status parents = checkParents(folder); !parents)
        return parents;
    removeAbandonedSockets(folder);
    return {};
}

Result<QString> newSocketPath(const QString &folder, const QString &purpose)
{
    const QString seed = QStringLiteral("%1 %2").arg(purpose).arg(QRandomGenerator::system()->generate64());
    const QByteArray hash = QCryptographicHash::hash(seed.toUtf8(), QCryptographicHash::Sha256).toHex().left(10);
    const QString path = QStringLiteral("%1/%2-%3").arg(folder).arg(::getpid()).arg(QLatin1String(hash));
    if (QFile::encodeName(path).size() > longestSocketPath)
        return Error{
            ErrorKind::invalid, QStringLiteral("the folder's path is too long to hold a socket: %1").arg(folder), {}};
    return path;
}

} // namespace mediahelm::transport
