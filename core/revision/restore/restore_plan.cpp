// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/restore/restore_plan.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <set>
#include <sys/stat.h>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr unsigned executableBits = 0111;
constexpr unsigned readableBits = 0444;

using Reason = RestoreConflict::Reason;

QString at(const QString &workspace, const QString &path)
{
    return workspace + u'/' + path;
}

MaybeFile wanted(const FileContent *content, const MaybeFile &now)
{
    if (!content)
        return std::nullopt;
    unsigned mode = now ? now->mode : 0644;
    mode = content->executable ? mode | ((mode & readableBits) >> 2) : mode & ~executableBits;
    return FileState{content->bytes, mode};
}

// What stands in the way of one file, whose own path holds something that is no file.
class Obstacles
{
public:
    Obstacles(const QString &workspace, const std::set<model::FilePath> &removed)
        : m_workspace(workspace)
        , m_removed(removed)
    {
    }

    // A folder goes away by itself when every file in it does; one that is empty now is somebody's.
    bool isFolderThatEmpties(const model::FilePath &path) const
    {
        const QFileInfo info(at(m_workspace, path.text()));
        if (!info.isDir() || info.isSymLink() || isEmptyFolder(info))
            return false;
        const QDir root(m_workspace);
        QDirIterator it(info.filePath(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            it.next();
            if (it.fileInfo().isDir() && !it.fileInfo().isSymLink() && !isEmptyFolder(it.fileInfo()))
                continue;
            const auto below = model::FilePath::parse(root.relativeFilePath(it.filePath()));
            if (!below.ok() || !m_removed.contains(*below))
                return false;
        }
        return true;
    }

    // For a file that is to be made: its folders must be in the workspace, or makeable there.
    std::optional<Reason> above(const model::FilePath &path) const
    {
        const QString root = QFileInfo(m_workspace).canonicalFilePath();
        for (QString folder = folderOf(path); !folder.isEmpty(); folder = folder.section(u'/', 0, -2)) {
            const QFileInfo info(at(m_workspace, folder));
            if (info.isDir()) {
                const QString real = info.canonicalFilePath();
                return real.startsWith(root + u'/') ? std::nullopt : std::optional(Reason::outside);
            }
            const auto asFile = model::FilePath::parse(folder);
            if ((info.exists() || info.isSymLink()) && !(asFile.ok() && m_removed.contains(*asFile)))
                return Reason::inTheWay;
        }
        return std::nullopt;
    }

private:
    static bool isEmptyFolder(const QFileInfo &info)
    {
        return QDir(info.filePath()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    const QString &m_workspace;
    const std::set<model::FilePath> &m_removed;
};

struct Wish {
    const FileContent *expected = nullptr;
    const FileContent *target = nullptr;
};

QMap<model::FilePath, Wish> wishes(const Snapshot &expected, const Snapshot &target)
{
    QMap<model::FilePath, Wish> all;
    for (auto it = expected.files().begin(); it != expected.files().end(); ++it)
        all[it.key()].expected = &*it;
    for (auto it = target.files().begin(); it != target.files().end(); ++it)
        all[it.key()].target = &*it;
    return all;
}

// A folder is no file: that is enough where none is wanted, and nearly so where it empties by itself.
Result<MaybeFile> lookOrNothing(const QString &workspace, const model::FilePath &path, const Wish &wish,
                                const Obstacles &obstacles)
{
    auto now = lookAtFile(workspace, path);
    if (!now.ok() && now.error().kind == ErrorKind::conflict
        && (wish.target ? obstacles.isFolderThatEmpties(path) : isFolder(workspace, path)))
        return MaybeFile();
    return now;
}

} // namespace

bool isFolder(const QString &workspace, const model::FilePath &path)
{
    const QFileInfo info(at(workspace, path.text()));
    return info.isDir() && !info.isSymLink();
}

bool FileState::isLike(const FileState &other) const
{
    return (mode & 0100) == (other.mode & 0100) && bytes == other.bytes;
}

bool alike(const MaybeFile &a, const MaybeFile &b)
{
    return a.has_value() == b.has_value() && (!a || a->isLike(*b));
}

Result<MaybeFile> lookAtFile(const QString &workspace, const model::FilePath &path)
{
    const QString whole = at(workspace, path.text());
    struct stat link {
    };
    struct stat status {
    };
    const QByteArray name = QFile::encodeName(whole);
    if (::lstat(name.constData(), &link) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return MaybeFile();
        return Error{ErrorKind::io,
                     QStringLiteral("cannot look at %1: %2").arg(whole, QString::fromLocal8Bit(std::strerror(errno))),
                     {}};
    }
    if (::stat(name.constData(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > Snapshot::largestFile)
        return Error{ErrorKind::conflict, QStringLiteral("%1 is no plain file").arg(path.text()), {}};
    auto bytes = base::readBounded(whole, Snapshot::largestFile);
    if (!bytes.ok())
        return bytes.error();
    return MaybeFile(FileState{std::move(*bytes), unsigned(status.st_mode) & 07777U});
}

Result<RestorePlan> planRestore(const QString &workspace, const Snapshot &expected, const Snapshot &target)
{
    const auto all = wishes(expected, target);
    std::set<model::FilePath> removed;
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (!it->target)
            removed.insert(it.key());
    }
    const Obstacles obstacles(workspace, removed);
    RestorePlan plan;
    for (auto it = all.begin(); it != all.end(); ++it) {
        const auto now = lookOrNothing(workspace, it.key(), *it, obstacles);
        if (!now.ok() && now.error().kind != ErrorKind::conflict)
            return now.error();
        if (!now.ok()) {
            plan.conflicts.append({it.key(), Reason::inTheWay});
            continue;
        }
        const MaybeFile after = wanted(it->target, *now);
        if (alike(*now, after))
            continue;
        if (!alike(*now, wanted(it->expected, *now))) {
            plan.conflicts.append({it.key(),
                                   !*now              ? Reason::removed
                                       : it->expected ? Reason::changed
                                                      : Reason::inTheWay});
            continue;
        }
        if (const auto obstacle = *now ? std::nullopt : obstacles.above(it.key()))
            plan.conflicts.append({it.key(), *obstacle});
        else
            plan.steps.append({it.key(), *now, after});
    }
    return plan;
}

} // namespace mediahelm::revision
