// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/workspace_mirror.h"

#include "core/revision/store/store_names.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Status;

namespace {

constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

Error failed(const QString &path)
{
    return Error{ErrorKind::io, QStringLiteral("the revision's files cannot be put into a temporary folder"), path};
}

class Mirror
{
public:
    Mirror(const QString &root, const QString &folder, const Snapshot &snapshot, const Snapshot &today)
        : m_root(root)
        , m_folder(folder)
        , m_snapshot(snapshot)
    {
        for (const Snapshot *each : {&snapshot, &today}) {
            for (auto file = each->files().cbegin(); file != each->files().cend(); ++file) {
                m_owned.insert(file.key().text());
                for (QString inner = folderOf(file.key()); !inner.isEmpty(); inner = inner.section(u'/', 0, -2))
                    m_folders.insert(inner);
            }
        }
    }

    Status make() const
    {
        if (!QDir().mkpath(m_root + m_folder))
            return failed(m_root + m_folder);
        if (leadsUp()) {
            if (Status linked = linkAbove(); !linked.ok())
                return linked;
        }
        if (Status written = write(); !written.ok())
            return written;
        if (Status linked = linkIn(QString()); !linked.ok())
            return linked;
        for (const QString &inner : m_folders) {
            if (Status linked = linkIn(inner); !linked.ok())
                return linked;
        }
        return {};
    }

private:
    bool leadsUp() const
    {
        return std::any_of(m_snapshot.files().begin(), m_snapshot.files().end(),
                           [](const FileContent &file) { return file.bytes.contains("../"); });
    }

    Status write() const
    {
        for (auto file = m_snapshot.files().cbegin(); file != m_snapshot.files().cend(); ++file) {
            const QString path = m_root + m_folder + u'/' + file.key().text();
            QFile out(path);
            if (!QDir().mkpath(QFileInfo(path).path()) || !out.open(QIODevice::WriteOnly)
                || out.write(file->bytes) != file->bytes.size())
                return failed(path);
        }
        return {};
    }

    // What lies in a folder of the workspace, but for the program's own, and what the snapshots speak of.
    Status linkIn(const QString &inner) const
    {
        const QString prefix = inner.isEmpty() ? QString() : inner + u'/';
        return linkAll(m_folder + u'/' + inner, [&](const QString &name) {
            const QString path = prefix + name;
            return m_owned.contains(path) || m_folders.contains(path) || path == QLatin1String(ownFolder);
        });
    }

    Status linkAbove() const
    {
        for (QString below = m_folder; below.count(u'/') > 0 && below.size() > 1;) {
            const QString above = below.section(u'/', 0, -2);
            const QString own = below.section(u'/', -1);
            if (Status linked = linkAll(above + u'/', [&](const QString &name) { return name == own; }); !linked.ok())
                return linked;
            below = above;
        }
        return {};
    }

    template<typename Skipped>
    Status linkAll(const QString &folder, const Skipped &skipped) const
    {
        const QString here = m_root + folder;
        const QStringList names = QDir(folder).entryList(everything);
        for (const QString &name : names) {
            if (skipped(name))
                continue;
            if (!QDir().mkpath(here) || !QFile::link(QDir(folder).filePath(name), QDir(here).filePath(name)))
                return failed(here);
        }
        return {};
    }

    const QString m_root;
    const QString m_folder;
    const Snapshot &m_snapshot;
    QSet<QString> m_owned; // files of either
    QSet<QString> m_folders; // theirs
};

} // namespace

Status makeMirror(const QString &root, const QString &folder, const Snapshot &snapshot, const Snapshot &today)
{
    return Mirror(root, folder, snapshot, today).make();
}

} // namespace mediahelm::revision
