// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/setup/setup_folder.h"

#include "core/base/durable_file.h"
#include "core/base/durable_folder.h"
#include "core/base/unique_fd.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Status;

namespace {

constexpr mode_t folderMode = 0755;
constexpr unsigned fileMode = 0644;
constexpr qint64 largestFile = qint64(8) * 1024 * 1024;

Error failed(const QString &what, const QString &path, int code)
{
    const ErrorKind kind = code == EACCES || code == EPERM || code == EROFS ? ErrorKind::refused
        : code == EEXIST || code == ENOTEMPTY                               ? ErrorKind::conflict
                                                                            : ErrorKind::io;
    return Error{kind, u"%1 %2: %3"_s.arg(what, path, QString::fromLocal8Bit(std::strerror(code))), {}};
}

Status syncFolder(const QString &folder)
{
    const base::UniqueFd fd(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.valid() || ::fsync(fd.get()) != 0)
        return failed(u"cannot make the change durable in"_s, folder, errno);
    return {};
}

Status checkUnchanged(const QString &path, const QByteArray &before)
{
    const base::Result<QByteArray> now = base::readBounded(path, largestFile);
    if (!now)
        return now.error();
    if (*now != before)
        return Error{
            ErrorKind::conflict, u"%1 has just been changed by somebody else; nothing was done"_s.arg(path), {}};
    return {};
}

// "1000:1000", or the setup's own.
std::pair<uid_t, gid_t> ownerOf(const CatalogFolder &folder, const Setup &setup)
{
    if (folder.owner.isEmpty())
        return {static_cast<uid_t>(setup.userId), static_cast<gid_t>(setup.groupId)};
    return {folder.owner.section(u':', 0, 0).toUInt(), folder.owner.section(u':', 1, 1).toUInt()};
}

} // namespace

SetupFolder::~SetupFolder()
{
    if (!m_temporary.isEmpty())
        QDir(m_temporary).removeRecursively();
}

Status SetupFolder::write(const Setup &setup)
{
    const QFileInfo target(setup.folder);
    m_target = target.absoluteFilePath();
    const QString above = target.absolutePath();
    if (const Status made = base::makeFolderDurably(above); !made)
        return made;
    QByteArray name = QFile::encodeName(u"%1/.%2.new-XXXXXX"_s.arg(above, target.fileName()));
    if (!::mkdtemp(name.data()))
        return failed(u"cannot make a folder in"_s, above, errno);
    m_temporary = QFile::decodeName(name);
    if (::chmod(name.constData(), folderMode) != 0)
        return failed(u"cannot set the mode of"_s, m_temporary, errno);
    for (const SetupFile &file : setup.files) {
        const QString path = m_temporary + u'/' + file.path;
        Status done = base::makeFolderDurably(QFileInfo(path).absolutePath());
        if (done)
            done = base::createDurably(path, file.bytes, fileMode);
        if (!done)
            return done;
    }
    return syncFolder(m_temporary);
}

Status SetupFolder::finish()
{
    // An empty folder gives way, anything else does not.
    if (::rmdir(QFile::encodeName(m_target).constData()) != 0 && errno != ENOENT)
        return failed(u"cannot put the workspace to"_s, m_target, errno == ENOTDIR ? EEXIST : errno);
    const QByteArray from = QFile::encodeName(m_temporary);
    const QByteArray to = QFile::encodeName(m_target);
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) != 0
        && ((errno != EINVAL && errno != ENOSYS) || ::rename(from.constData(), to.constData()) != 0))
        return failed(u"cannot put the workspace to"_s, m_target, errno);
    m_temporary.clear();
    return syncFolder(QFileInfo(m_target).absolutePath());
}

Status writeInto(const Setup &setup)
{
    const QDir folder(setup.folder);
    for (const SetupFile &file : setup.files) {
        if (!file.before)
            continue;
        if (const Status same = checkUnchanged(folder.filePath(file.path), *file.before); !same)
            return same;
    }
    qsizetype done = 0;
    Status status;
    for (; done < setup.files.size() && status; ++done) {
        const SetupFile &file = setup.files.at(done);
        const QString path = folder.filePath(file.path);
        if (file.before) {
            status = base::replaceDurably(path, file.bytes);
            continue;
        }
        status = base::makeFolderDurably(QFileInfo(path).absolutePath());
        if (status)
            status = base::createDurably(path, file.bytes, fileMode);
    }
    if (status)
        return {};
    for (qsizetype i = done - 2; i >= 0; --i) { // the last one is the one that failed
        const SetupFile &file = setup.files.at(i);
        if (file.before)
            static_cast<void>(base::replaceDurably(folder.filePath(file.path), *file.before));
        else
            QFile::remove(folder.filePath(file.path));
    }
    return status;
}

QStringList makeFolders(const Setup &setup)
{
    QStringList failures;
    for (const CatalogFolder &folder : setup.folders) {
        QStringList made; // what has no owner yet, the uppermost first
        for (QString path = folder.path; !QFileInfo::exists(path) && path.size() > 1;
             path = QFileInfo(path).absolutePath())
            made.prepend(path);
        const auto [user, group] = ownerOf(folder, setup);
        const Status status = base::makeFolderDurably(folder.path);
        if (!status) {
            failures.append(u"%1; make it, and give it to %2:%3"_s.arg(status.error().message).arg(user).arg(group));
            continue;
        }
        bool owned = true;
        for (const QString &path : std::as_const(made))
            owned = ::chown(QFile::encodeName(path).constData(), user, group) == 0 && owned;
        if (!owned)
            failures.append(u"%1 has to belong to %2:%3: sudo chown %2:%3 %1"_s.arg(folder.path).arg(user).arg(group));
    }
    return failures;
}

base::Result<QStringList> whatStandsIn(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists() && !info.isSymLink())
        return QStringList();
    if (!info.isDir())
        return Error{ErrorKind::invalid, u"%1 is no folder"_s.arg(folder), {}};
    if (::access(QFile::encodeName(folder).constData(), R_OK | X_OK) != 0)
        return failed(u"cannot read the folder"_s, folder, errno);
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace mediahelm::workspace
