// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/workspace_snapshot.h"

#include "core/base/durable_file.h"
#include "core/workspace/project/handed_files.h"
#include "core/workspace/project/project_model.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr qint64 largestReferred = 1024 * 1024; // what is larger is data
constexpr qint64 mostMounted = 8 * 1024 * 1024; // of all together
constexpr int mostInFolder = 200; // a mounted folder of more holds data

QDateTime changeTimeOf(const QFileInfo &info)
{
    return std::max(info.lastModified(), info.metadataChangeTime()).toUTC();
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
        m_content.changedAt.insert(*parsed, changeTimeOf(info));
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
        for (const QString &path : handed.mounted) {
            if (const Status added = addMounted(ownPath(path)); !added.ok())
                return added;
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
        m_content.handed.insert(*parsed);
        return add(path, bytes);
    }

    Status addMounted(const QString &path)
    {
        const QFileInfo info(m_folder, path);
        const QString clean = QDir::cleanPath(path);
        if (clean.isEmpty() || clean == u"." || clean.startsWith(u'/') || clean.startsWith(u".."))
            return {};
        if (info.isFile())
            return addMountedFile(clean);
        if (!info.isDir() || info.isSymLink())
            return {};
        QStringList found;
        QDirIterator entries(info.filePath(), QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (entries.hasNext() && found.size() <= mostInFolder)
            found.append(QDir(m_folder).relativeFilePath(entries.next()));
        if (found.size() > mostInFolder)
            return {};
        for (const QString &file : std::as_const(found)) {
            if (const Status added = addMountedFile(file); !added.ok())
                return added;
        }
        return {};
    }

    Status addMountedFile(const QString &path)
    {
        const bool writable = std::ranges::any_of(
            m_writable, [&](const QString &source) { return source == u"." || model::isWithin(path, source); });
        const bool isSecret = m_secret.contains(path) || isNamedAsSecret(path);
        const auto parsed = model::FilePath::parse(path);
        if (writable || isSecret || !parsed)
            return {};
        const Result<QByteArray> bytes = read(path);
        if (!bytes || isPrivate(path, *bytes) || m_mounted + bytes->size() > mostMounted)
            return {}; // one that we may not read is not the workspace's to keep
        m_mounted += bytes->size();
        const bool isNew = !m_content.snapshot.find(*parsed);
        const Status added = addHandedFile(path, *bytes);
        if (isNew && added.ok())
            m_content.mounted.insert(*parsed);
        return added;
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
