// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/overlaid_files.h"

#include "core/base/durable_file.h"
#include "core/workspace/project/local_workspace_files.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace mediahelm::control {

namespace {

constexpr qint64 largestFile = qint64(4) * 1024 * 1024;

} // namespace

OverlaidFiles::OverlaidFiles(const QString &folder)
    : m_folder(folder)
{
}

QString OverlaidFiles::folderName() const
{
    return QFileInfo(m_folder).fileName();
}

base::Result<QByteArray> OverlaidFiles::read(const QString &path) const
{
    const auto text = m_texts.constFind(path);
    if (text != m_texts.constEnd())
        return *text;
    return readDisk(path);
}

base::Result<QByteArray> OverlaidFiles::readDisk(const QString &path) const
{
    struct stat status {
    };
    if (::stat(QFile::encodeName(absolute(path)).constData(), &status) == 0) {
        const qint64 changed = qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
        const auto kept = m_kept.constFind(path);
        if (kept != m_kept.constEnd() && kept->inode == quint64(status.st_ino) && kept->size == qint64(status.st_size)
            && kept->changedNs == changed)
            return kept->bytes;
        base::Result<QByteArray> bytes = base::readBounded(absolute(path), largestFile);
        if (bytes && bytes->size() == qint64(status.st_size))
            m_kept.insert(path, {quint64(status.st_ino), qint64(status.st_size), changed, *bytes});
        else
            m_kept.remove(path);
        return bytes;
    }
    m_kept.remove(path);
    return base::readBounded(absolute(path), largestFile);
}

base::Result<QStringList> OverlaidFiles::names(const QString &folder) const
{
    base::Result<QStringList> names = workspace::LocalWorkspaceFiles(m_folder).names(folder);
    if (!names)
        return names;
    for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
        const qsizetype slash = it.key().lastIndexOf(u'/');
        const QString name = it.key().mid(slash + 1);
        if (it.key().left(std::max<qsizetype>(slash, 0)) == folder && !names->contains(name))
            names->append(name);
    }
    names->sort();
    return names;
}

} // namespace mediahelm::control
