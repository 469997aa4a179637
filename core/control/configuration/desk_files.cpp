// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/configuration_desk.h"
#include "core/control/configuration/file_changes.h"

// The desk's work on whole files.
namespace mediahelm::control {

using base::Result;
using base::Status;

void ConfigurationDesk::noteFile(const QString &path, const QByteArray &digest)
{
    if (digest.isEmpty())
        m_digests.remove(path);
    else
        m_digests.insert(path, digest);
}

Result<FileStake> ConfigurationDesk::stake(const QString &path) const
{
    return FileChanges(m_files, m_view.workspace()).stake(path);
}

Status ConfigurationDesk::createFile(const QString &path, FileKind kind, const QByteArray &text,
                                     const QStringList &secrets)
{
    const Status done = FileChanges(m_files, m_view.workspace()).create(path, kind, text, secrets);
    if (done)
        noteFile(path, textDigest(text));
    return done;
}

Status ConfigurationDesk::renameFile(const QString &path, const QString &to)
{
    const Status done = FileChanges(m_files, m_view.workspace()).rename(path, to);
    if (!done)
        return done;
    noteFile(to, m_digests.value(path));
    noteFile(path, {});
    return done;
}

Result<RemovedFile> ConfigurationDesk::removeFile(const QString &path, const QByteArray &digest)
{
    const Result<RemovedFile> removed = FileChanges(m_files, m_view.workspace()).remove(path, digest);
    if (!removed)
        return removed;
    dropText(path);
    noteFile(path, {});
    return removed;
}

Status ConfigurationDesk::restoreFile(const RemovedFile &file)
{
    const Status done = FileChanges(m_files, m_view.workspace()).restore(file);
    if (done)
        noteFile(file.path, textDigest(file.bytes));
    return done;
}

} // namespace mediahelm::control
