// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/restore/durable_steps.h"

#include "core/base/durable_file.h"
#include "core/base/unique_fd.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
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

void sweepTemporaries(const QString &path, const QList<QByteArray> &contents)
{
    const QFileInfo info(path);
    const QFileInfo real(info.exists() ? info.canonicalFilePath() : path); // as writeDurably follows links
    const QString stem = real.fileName() + u'.';
    const QDir folder = real.dir();
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden | QDir::NoSymLinks)) {
        const QStringView ending = QStringView(name).mid(stem.size());
        const bool named = name.startsWith(stem) && ending.size() == 6
            && std::all_of(ending.begin(), ending.end(),
                           [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
        if (!named)
            continue;
        const auto bytes = base::readBounded(folder.filePath(name), 1 << 28);
        const bool ours = bytes.ok() && std::any_of(contents.begin(), contents.end(), [&](const QByteArray &content) {
                              return content.startsWith(*bytes);
                          });
        if (ours)
            QFile::remove(folder.filePath(name));
    }
}

} // namespace mediahelm::revision
