// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/snapshot.h"

namespace mediahelm::revision {

namespace {

base::Error tooLarge(const QString &what, qint64 limit)
{
    return base::Error{base::ErrorKind::invalid, QStringLiteral("%1: the limit is %2").arg(what).arg(limit), {}};
}

base::Error clash(const model::FilePath &path, const QString &other)
{
    return base::Error{base::ErrorKind::conflict,
                       path.text() == other ? QStringLiteral("%1 is there twice").arg(other)
                                            : QStringLiteral("%1 and %2 cannot both be files").arg(path.text(), other),
                       {}};
}

} // namespace

base::Status Snapshot::add(const model::FilePath &path, const FileContent &content)
{
    if (path.isEmpty())
        return base::Error{base::ErrorKind::invalid, model::FilePathRule::describe(), {}};
    if (m_files.size() >= mostFiles)
        return tooLarge(QStringLiteral("the workspace has too many files"), mostFiles);
    if (content.bytes.size() > largestFile)
        return tooLarge(QStringLiteral("%1 has too many bytes").arg(path.text()), largestFile);
    if (m_bytes + content.bytes.size() > largestTotal)
        return tooLarge(QStringLiteral("the workspace's files have too many bytes together"), largestTotal);

    if (m_files.contains(path))
        return clash(path, path.text());
    for (qsizetype slash = path.text().indexOf(u'/'); slash >= 0; slash = path.text().indexOf(u'/', slash + 1)) {
        const auto folder = model::FilePath::parse(QStringView(path.text()).left(slash));
        if (folder.ok() && m_files.contains(*folder))
            return clash(path, folder->text());
    }
    // Whatever lies below is in order right after `path` + '/', which is no path itself.
    const QString below = path.text() + u'/';
    for (auto it = m_files.lowerBound(path); it != m_files.end() && it.key().text().startsWith(path.text()); ++it) {
        if (it.key().text().startsWith(below))
            return clash(path, it.key().text());
    }

    m_bytes += content.bytes.size();
    m_files.insert(path, content);
    return {};
}

const FileContent *Snapshot::find(const model::FilePath &path) const
{
    const auto it = m_files.constFind(path);
    return it == m_files.constEnd() ? nullptr : &*it;
}

Snapshot without(const Snapshot &snapshot, const QSet<model::FilePath> &paths)
{
    Snapshot rest;
    for (auto file = snapshot.files().begin(); file != snapshot.files().end(); ++file) {
        if (!paths.contains(file.key()))
            (void)rest.add(file.key(), *file); // it was in one
    }
    return rest;
}

} // namespace mediahelm::revision
