// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/store_folder.h"

#include "core/base/durable_file.h"
#include "core/base/durable_temporary.h"
#include "core/base/unique_fd.h"
#include "core/revision/store/git_handles.h"
#include "core/revision/store/git_library.h"
#include "core/revision/store/store_names.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr auto longestGitWork = std::chrono::minutes(10);

Error ioError(const QString &what, const QString &path)
{
    return Error{
        ErrorKind::io, QStringLiteral("%1 %2: %3").arg(what, path, QString::fromLocal8Bit(std::strerror(errno))), {}};
}

Status sync(const QString &path)
{
    const base::UniqueFd fd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    if (!fd.valid() || ::fsync(fd.get()) != 0)
        return ioError(QStringLiteral("cannot make durable"), path);
    return {};
}

Status syncAllBelow(const QString &folder)
{
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        if (Status synced = sync(it.next()); !synced.ok())
            return synced;
    }
    return sync(folder);
}

Status makeEmptyRepository(const QString &folder)
{
    const GitLibrary library;
    git_repository_init_options options{};
    git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
    options.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_NO_REINIT | GIT_REPOSITORY_INIT_MKDIR;
    options.initial_head = mainBranch;
    options.description = "Mediahelm's revisions of the workspace beside it. Plain git reads it.";
    const QByteArray path = QFile::encodeName(folder);
    int code = 0;
    const auto repository = owned<RepositoryHandle>(code, git_repository_init_ext, path.constData(), &options);
    if (!repository)
        return gitError(QStringLiteral("cannot make %1").arg(folder), code);
    if (::chmod(path.constData(), 0700) != 0 || !QDir(folder).mkpath(QStringLiteral("refs/notes")))
        return ioError(QStringLiteral("cannot make"), folder);
    return {};
}

} // namespace

StoreFolder::StoreFolder(const FolderLock &lock, const base::Clock &clock)
    : m_lock(lock)
    , m_clock(clock)
    , m_path(lock.folder() + u'/' + QLatin1String(storeFolder))
{
}

bool StoreFolder::exists() const
{
    return identity() != 0;
}

quint64 StoreFolder::identity() const
{
    struct stat status {
    };
    return ::stat(QFile::encodeName(m_path).constData(), &status) == 0 ? status.st_ino : 0;
}

Status StoreFolder::make()
{
    const QString fresh = m_path + QStringLiteral(".new");
    QDir(fresh).removeRecursively(); // of one that was killed
    Status made = makeEmptyRepository(fresh);
    if (made.ok())
        made = syncAllBelow(fresh);
    if (made.ok())
        made = base::writeDurably(m_lock.folder() + QStringLiteral("/.gitignore"), "*\n", 0600);
    if (made.ok() && ::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(m_path).constData()) != 0)
        made = ioError(QStringLiteral("cannot make"), m_path);
    if (!made.ok()) {
        QDir(fresh).removeRecursively();
        return made;
    }
    if (Status synced = sync(m_lock.folder()); !synced.ok())
        return synced;
    return sync(m_lock.workspace());
}

bool StoreFolder::isStale(const QString &path) const
{
    const QDateTime now = m_clock.utcNow();
    const QDateTime written = QFileInfo(path).lastModified();
    return written < now.addMSecs(-m_clock.sinceBoot().count())
        || written < now.addMSecs(-std::chrono::milliseconds(longestGitWork).count());
}

Status StoreFolder::removeLocks(const QString &folder, bool formerDied, QDirIterator::IteratorFlags flags) const
{
    QDirIterator locks(folder, {QStringLiteral("*.lock")}, QDir::Files | QDir::Hidden, flags);
    while (locks.hasNext()) {
        const QString path = locks.next();
        if ((formerDied || isStale(path)) && !QFile::remove(path))
            return ioError(QStringLiteral("cannot remove"), path);
    }
    return {};
}

Status StoreFolder::mend(bool formerDied)
{
    Status done = removeLocks(m_path, formerDied, QDirIterator::NoIteratorFlags);
    if (done.ok())
        done = removeLocks(m_path + QStringLiteral("/refs"), formerDied, QDirIterator::Subdirectories);
    if (!done.ok() || !formerDied)
        return done;
    // The names that libgit2 gives to objects that it has not finished.
    const QDir objects(m_path + QStringLiteral("/objects"));
    for (const QString &name : objects.entryList({QStringLiteral("tmp_object_git2_*")}, QDir::Files | QDir::Hidden)) {
        if (!QFile::remove(objects.filePath(name)))
            return ioError(QStringLiteral("cannot remove"), objects.filePath(name));
    }
    base::sweepTemporaries(m_lock.folder());
    // What it had renamed, but not made durable, would not be written again.
    const base::UniqueFd fd(::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.valid() || ::syncfs(fd.get()) != 0)
        return ioError(QStringLiteral("cannot make durable"), m_path);
    return {};
}

QString StoreFolder::asideStem() const
{
    return m_path + QStringLiteral(".corrupt-");
}

Result<QString> StoreFolder::setAside()
{
    if (!exists())
        return Error{
            ErrorKind::notFound, QStringLiteral("there is no revision store in %1").arg(m_lock.workspace()), {}};
    const QString stem = asideStem() + m_clock.utcNow().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    QString target = stem;
    for (int i = 2; QFileInfo::exists(target); ++i)
        target = stem + QStringLiteral("-%1").arg(i);
    if (::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(target).constData()) != 0)
        return ioError(QStringLiteral("cannot set aside"), m_path);
    if (Status synced = sync(m_lock.folder()); !synced.ok())
        return synced.error();
    return target;
}

} // namespace mediahelm::revision
