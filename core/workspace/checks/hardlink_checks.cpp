// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/hardlink_checks.h"

#include "core/workspace/checks/checks.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using model::Severity;

namespace {

const QSet<QString> &downloadWords()
{
    static const QSet<QString> words{u"downloads"_s, u"download"_s, u"torrents"_s, u"usenet"_s, u"complete"_s};
    return words;
}

const QSet<QString> &libraryWords()
{
    static const QSet<QString> words{u"media"_s,  u"library"_s, u"movies"_s, u"films"_s, u"tv"_s,
                                     u"series"_s, u"shows"_s,   u"music"_s,  u"books"_s};
    return words;
}

bool isAbout(const ModelMount &mount, const QSet<QString> &words)
{
    return words.contains(mount.target.section(u'/', -1, -1, QString::SectionSkipEmpty).toLower());
}

bool isWritableBind(const ModelMount &mount)
{
    return mount.kind == ModelMount::Kind::bind && mount.known && !mount.readOnly;
}

quint64 fileSystemOf(const HostFacts &facts, const QString &path)
{
    return facts.paths.value(path).fileSystem;
}

// One mount of all, below which two disks lie.
void checkWithin(const ModelService &service, const ModelMount &mount, const HostFacts &facts, CheckReport &report)
{
    QString downloads;
    QString library;
    const QStringList folders = commonFolders(mount);
    for (const QString &folder : folders) {
        if (fileSystemOf(facts, folder) == 0)
            continue;
        QString &place = downloadWords().contains(folder.section(u'/', -1)) ? downloads : library;
        if (place.isEmpty())
            place = folder;
    }
    if (downloads.isEmpty() || library.isEmpty() || fileSystemOf(facts, downloads) == fileSystemOf(facts, library))
        return;
    report.add(Severity::warning, u"hardlinks-impossible"_s, mount.source,
               u"%1 and %2 lie on different file systems, so %3 has to copy what it could link; put both on one"_s.arg(
                   shownName(downloads), shownName(library), shownName(service.name)));
}

} // namespace

QStringList commonFolders(const ModelMount &mount)
{
    QStringList folders;
    if (!isWritableBind(mount) || isAbout(mount, downloadWords()) || isAbout(mount, libraryWords()))
        return folders;
    static const QSet<QString> wholes{u"data"_s, u"mnt"_s, u"storage"_s, u"srv"_s, u"pool"_s};
    if (!isAbout(mount, wholes))
        return folders;
    for (const QString &name : {u"downloads"_s, u"torrents"_s, u"usenet"_s, u"media"_s, u"movies"_s, u"tv"_s})
        folders.append(mount.from + (mount.from.endsWith(u'/') ? QString() : u"/"_s) + name);
    return folders;
}

void checkHardlinks(const ComposeModel &model, const HostFacts &facts, CheckReport &report)
{
    for (const ModelService &service : model.services) {
        const ModelMount *downloads = nullptr;
        const ModelMount *library = nullptr;
        for (const ModelMount &mount : service.mounts) {
            if (!isWritableBind(mount))
                continue;
            checkWithin(service, mount, facts, report);
            if (!downloads && isAbout(mount, downloadWords()))
                downloads = &mount;
            else if (!library && isAbout(mount, libraryWords()))
                library = &mount;
        }
        if (!downloads || !library)
            continue;
        const quint64 first = fileSystemOf(facts, downloads->from);
        const quint64 second = fileSystemOf(facts, library->from);
        if (first == 0 || second == 0)
            continue;
        const QString both = u"%1 and %2"_s.arg(shownName(downloads->target), shownName(library->target));
        if (first != second)
            report.add(Severity::warning, u"hardlinks-impossible"_s, library->source,
                       u"%1 lie on different file systems, so %2 has to copy what it could link; put both on one, and "
                       "mount what is above them"_s.arg(both, shownName(service.name)));
        else
            report.add(
                Severity::hint, u"hardlinks-impossible"_s, library->source,
                u"%1 are two mounts, so %2 has to copy what it could link; mount the one folder above them"_s.arg(
                    both, shownName(service.name)));
    }
}

} // namespace mediahelm::workspace
