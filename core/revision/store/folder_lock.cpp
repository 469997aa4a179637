// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/folder_lock.h"

#include "core/base/durable_file.h"
#include "core/revision/store/store_names.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

Error ioError(const QString &path)
{
    const int code = errno;
    return Error{code == EACCES || code == EPERM || code == EROFS ? ErrorKind::refused : ErrorKind::io,
                 QStringLiteral("cannot lock %1: %2").arg(path, QString::fromLocal8Bit(std::strerror(code))),
                 {}};
}

// What the holder has written: "PID\nPROGRAM\nPURPOSE\nSINCE\n".
QString readHolder(int fd)
{
    std::array<char, 1024> block{};
    const ssize_t size = ::pread(fd, block.data(), block.size(), 0);
    return QString::fromUtf8(block.data(), size > 0 ? size : 0);
}

Error taken(const QString &workspace, const QString &holder)
{
    const QStringList lines = holder.split(u'\n');
    const QString who = lines.size() < 4
        ? QStringLiteral("another process")
        : QStringLiteral("%1 (process %2), which is %3 since %4").arg(lines[1], lines[0], lines[2], lines[3]);
    return Error{ErrorKind::conflict, QStringLiteral("the workspace %1 is held by %2").arg(workspace, who), {}};
}

} // namespace

FolderLock::FolderLock(const QString &workspace, const QString &program, const base::Clock &clock)
    : m_workspace(workspace)
    , m_program(program.section(u'\n', 0, 0))
    , m_clock(clock)
{
}

QString FolderLock::folder() const
{
    return m_workspace + u'/' + QLatin1String(ownFolder);
}

Result<FolderLock::Lease> FolderLock::take(const QString &purpose)
{
    if (m_leases == 0) {
        if (Status opened = open(purpose); !opened.ok())
            return opened.error();
    }
    ++m_leases;
    return Lease(*this);
}

Status FolderLock::open(const QString &purpose)
{
    // In a workspace that is gone nothing is made.
    struct stat status {
    };
    if (::stat(QFile::encodeName(m_workspace).constData(), &status) != 0)
        return ioError(m_workspace);
    if (Status made = base::makePrivateFolder(folder()); !made.ok())
        return made;
    const QString path = folder() + u'/' + QLatin1String(lockFile);
    base::UniqueFd fd(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fd.valid())
        return ioError(path);
    if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? taken(m_workspace, readHolder(fd.get())) : ioError(path);

    // Whoever lets go empties the file first. What stands there is of one that could not.
    m_formerDied = !readHolder(fd.get()).isEmpty();
    const QByteArray holder = QStringLiteral("%1\n%2\n%3\n%4\n")
                                  .arg(::getpid())
                                  .arg(m_program, purpose, m_clock.utcNow().toString(Qt::ISODate))
                                  .toUtf8()
                                  .left(1000);
    const ssize_t written = ::pwrite(fd.get(), holder.constData(), std::size_t(holder.size()), 0);
    if (written != holder.size() || ::ftruncate(fd.get(), holder.size()) != 0)
        return ioError(path);
    m_fd = std::move(fd);
    return {};
}

void FolderLock::letGo()
{
    if (--m_leases > 0)
        return;
    (void)!::ftruncate(m_fd.get(), 0);
    m_fd = base::UniqueFd();
    m_formerDied = false;
}

} // namespace mediahelm::revision
