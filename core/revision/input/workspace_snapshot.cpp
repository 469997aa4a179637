// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/workspace_snapshot.h"

#include "core/base/durable_file.h"
#include "core/workspace/project/handed_files.h"
#include "core/workspace/project/project_model.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

#include <sys/stat.h>

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr qint64 largestReferred = 1024 * 1024; // what is larger is data
constexpr qint64 mostMounted = 8 * 1024 * 1024; // of all together
constexpr qsizetype mostMountedFiles = 1000;
constexpr int mostInFolder = 200; // a mounted folder of more holds data

qint64 milliseconds(const struct timespec &time)
{
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

// When a folder on the way to a file was last put in its place, in milliseconds; 0 where that does not show. What is
// moved keeps its times but that of the inode; what comes and goes within a folder touches both.
qint64 movedAt(const QString &folder)
{
    struct stat status {
    };
    if (::lstat(QFile::encodeName(folder).constData(), &status) != 0)
        return 0;
    const qint64 content = milliseconds(status.st_mtim);
    const qint64 inode = milliseconds(status.st_ctim);
    return S_ISLNK(status.st_mode) || inode > content ? inode : 0;
}

// When a file of the workspace, or a link that leads to it, was last touched in any way, or put in its place.
QDateTime changeTimeOf(const QString &folder, const QString &path)
{
    qint64 latest = 0; // milliseconds
    for (qsizetype slash = path.indexOf(u'/'); slash > 0; slash = path.indexOf(u'/', slash + 1))
        latest = std::max(latest, movedAt(folder + u'/' + path.first(slash)));
    const auto take = [&latest](const struct stat &status) {
        latest = std::max({latest, milliseconds(status.st_mtim), milliseconds(status.st_ctim)});
    };
    const QByteArray name = QFile::encodeName(folder + u'/' + path);
    struct stat status {
    };
    if (::lstat(name.constData(), &status) == 0)
        take(status);
    if (::stat(name.constData(), &status) == 0)
        take(status);
    return latest > 0 ? QDateTime::fromMSecsSinceEpoch(latest, Qt::UTC) : QDateTime();
}

// A folder or a file that is called so holds what must not be kept.
bool isNamedAsSecret(const QString &path)
{
    static const QStringList words{u"secret"_s, u"passw"_s, u"credential"_s, u"token"_s, u"private"_s, u".ssh"_s};
    return std::ranges::any_of(words, [&](const QString &word) { return path.contains(word, Qt::CaseInsensitive); });
}

// Keys that a service is given are as secret as those in `secrets:`.
bool isPrivate(const QString &path, const QByteArray &bytes)
{
    static const QSet<QString> endings{u"key"_s, u"p12"_s, u"pfx"_s, u"kdbx"_s, u"jks"_s};
    return endings.contains(QFileInfo(path).suffix().toLower()) || bytes.contains("PRIVATE KEY-----")
        || bytes.contains("PrivateKey") || bytes.contains('\0');
}

class Gatherer
{
public:
    explicit Gatherer(const QString &folder)
        : m_folder(folder)
        , m_canonical(QFileInfo(folder).canonicalFilePath())
    {
    }

    Status add(const QString &path, const QByteArray &bytes)
    {
        const auto parsed = model::FilePath::parse(QDir::cleanPath(path));
        if (!parsed)
            return parsed.error();
        if (m_content.snapshot.find(*parsed))
            return {};
        const QFileInfo info(m_folder, path);
        m_content.changedAt.insert(*parsed, changeTimeOf(m_folder, path));
        return m_content.snapshot.add(*parsed, {bytes, info.isExecutable()});
    }

    // One that is not there, is no plain file or lies elsewhere is left out.
    Status addFromDisk(const QString &path)
    {
        const Result<QByteArray> bytes = read(path);
        return bytes ? add(path, *bytes) : statusOf(bytes.error());
    }

    Status addFolder(const QString &folder)
    {
        QDirIterator entries(m_folder + u'/' + folder, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QString path = QDir(m_folder).relativeFilePath(entries.next());
            if (const Status added = addFromDisk(path); !added.ok())
                return added;
        }
        return {};
    }

    Status addHanded(const workspace::HandedFiles &handed)
    {
        for (const QString &path : handed.read) {
            const QString within = ownPath(path);
            const Result<QByteArray> bytes = read(within);
            const Status added = bytes ? addHandedFile(within, *bytes) : statusOf(bytes.error());
            if (!added.ok())
                return added;
        }
        for (const QString &path : handed.writable)
            m_writable.append(holdsAll(path) ? u"."_s : ownPath(path));
        for (const QString &path : handed.secret)
            m_secret.insert(ownPath(path));
        // In an order of their own, so that what is too much is the same each time.
        QStringList mounted;
        for (const QString &path : handed.mounted)
            mounted.append(ownPath(path));
        mounted.sort();
        for (const QString &path : std::as_const(mounted)) {
            if (const Status added = addMounted(path); !added.ok())
                return added;
        }
        // What containers write was kept as long as it was mounted read-only.
        for (const QString &path : std::as_const(m_writable)) {
            if (path != u"." && !path.startsWith(u'/') && !path.startsWith(u".."))
                (void)leaveOut(path);
        }
        return {};
    }

    WorkspaceContent take() { return std::move(m_content); }

private:
    // A folder above the workspace, or that itself.
    bool holdsAll(const QString &path) const
    {
        const QString whole = QDir::cleanPath(QDir(m_folder).absoluteFilePath(path));
        return model::isWithin(m_folder, whole) || model::isWithin(m_canonical, whole);
    }

    // As the workspace's folder sees it, also where it is written whole.
    QString ownPath(const QString &path) const
    {
        for (const QString &folder : {m_folder, m_canonical}) {
            if (!folder.isEmpty() && path.startsWith(folder + u'/'))
                return path.sliced(folder.size() + 1);
        }
        return path;
    }

    // Errors: also notFound: it is not for us.
    Result<QByteArray> read(const QString &path) const
    {
        const QString clean = QDir::cleanPath(path);
        const QFileInfo info(m_folder, clean);
        const bool inside = !clean.isEmpty() && !clean.startsWith(u'/') && !clean.startsWith(u"../");
        if (!inside || !info.isFile() || info.size() > largestReferred || !model::FilePath::parse(clean))
            return Error{ErrorKind::notFound, {}, {}};
        return base::readBounded(info.absoluteFilePath(), largestReferred);
    }

    static Status statusOf(const Error &error) { return error.kind == ErrorKind::notFound ? Status() : Status(error); }

    Status addHandedFile(const QString &path, const QByteArray &bytes)
    {
        const auto parsed = model::FilePath::parse(QDir::cleanPath(path));
        if (!parsed || m_content.snapshot.find(*parsed))
            return {};
        m_content.handed.files.insert(*parsed);
        return add(path, bytes);
    }

    Status addMounted(const QString &path)
    {
        const QFileInfo info(m_folder, path);
        const QString clean = QDir::cleanPath(path);
        if (clean.isEmpty() || clean == u"." || clean.startsWith(u'/') || clean.startsWith(u".."))
            return {};
        // Where a link leads out to may hang with a disk, and is nobody's configuration.
        if (info.isSymLink() && !model::isWithin(QDir::cleanPath(info.symLinkTarget()), m_folder))
            return leaveOut(clean);
        if (info.isFile())
            return addMountedFile(clean);
        if (!info.isDir() || info.isSymLink())
            return leaveOut(clean);
        QStringList found;
        QDirIterator entries(info.filePath(), QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (entries.hasNext() && found.size() <= mostInFolder)
            found.append(QDir(m_folder).relativeFilePath(entries.next()));
        if (found.size() > mostInFolder)
            return leaveOut(clean);
        found.sort();
        for (const QString &file : std::as_const(found)) {
            if (const Status added = addMountedFile(file); !added.ok())
                return added;
        }
        return {};
    }

    // It is there, and not kept.
    Status leaveOut(const QString &path)
    {
        if (QFileInfo::exists(m_folder + u'/' + path) || QFileInfo(m_folder, path).isSymLink())
            m_content.handed.notKept.append(path);
        return {};
    }

    Status addMountedFile(const QString &path)
    {
        const bool writable = std::ranges::any_of(
            m_writable, [&](const QString &source) { return source == u"." || model::isWithin(path, source); });
        const bool isSecret = m_secret.contains(path) || isNamedAsSecret(path);
        const auto parsed = model::FilePath::parse(path);
        if (parsed && m_content.snapshot.find(*parsed))
            return {};
        if (writable || isSecret || !parsed || m_content.mounted.size() >= mostMountedFiles)
            return leaveOut(path);
        const Result<QByteArray> bytes = read(path);
        if (!bytes || isPrivate(path, *bytes) || m_mounted + bytes->size() > mostMounted)
            return leaveOut(path); // one that we may not read is not the workspace's to keep
        m_mounted += bytes->size();
        m_content.mounted.insert(*parsed);
        return addHandedFile(path, *bytes);
    }

    const QString m_folder;
    const QString m_canonical;
    QStringList m_writable;
    qint64 m_mounted = 0; // bytes
    QSet<QString> m_secret;
    WorkspaceContent m_content;
};

// What a unit includes and extends.
Status addReferred(Gatherer &gatherer, const workspace::ComposeUnit &unit)
{
    QStringList paths;
    for (const workspace::ExtendedFile &extended : unit.extended)
        paths.append(extended.file.path);
    for (const workspace::Inclusion &inclusion : unit.inclusions) {
        for (const workspace::EnvLayer &layer : inclusion.envLayers)
            paths.append(layer.path);
        for (const workspace::ComposeFile &file : inclusion.composeFiles)
            paths.append(file.path);
    }
    for (const QString &path : std::as_const(paths)) {
        if (const Status added = gatherer.addFromDisk(path); !added.ok())
            return added;
    }
    for (const workspace::Inclusion &inclusion : unit.inclusions) {
        if (const Status added = addReferred(gatherer, inclusion); !added.ok())
            return added;
    }
    return {};
}

} // namespace

Result<WorkspaceContent> contentOf(const QString &folder, const workspace::Workspace &workspace,
                                   const QMap<QString, QString> &process)
{
    Gatherer gatherer(folder);
    Status status;
    const auto add = [&](const QString &path, const QByteArray &bytes) {
        if (status.ok() && !path.isEmpty())
            status = gatherer.add(path, bytes);
    };
    add(workspace.manifest, workspace.manifestBytes);
    for (const workspace::EnvLayer &layer : workspace.envLayers)
        add(layer.path, layer.bytes);
    for (const QList<workspace::ComposeFile> &files : {workspace.composeFiles, workspace.schemas}) {
        for (const workspace::ComposeFile &file : files)
            add(file.path, file.bytes);
    }
    if (status.ok())
        status = addReferred(gatherer, workspace);
    if (!workspace.manifest.isEmpty()) {
        for (const QString &own : {u"templates"_s, u"alerts"_s}) {
            if (status.ok())
                status = gatherer.addFolder(own);
        }
    }
    if (status.ok())
        status = gatherer.addHanded(workspace::handedFiles(workspace::projectModelOf(workspace, process)));
    if (!status.ok())
        return status.error();
    return gatherer.take();
}

} // namespace mediahelm::revision
