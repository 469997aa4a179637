// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/file_changes.h"
#include "core/control/configuration/local_configuration.h"
#include "core/control/configuration/local_configuration_run.h"

#include <algorithm>

namespace mediahelm::control {

using base::Result;
using base::Status;

QString LocalConfiguration::patternFor(FileKind kind) const
{
    const bool hasManifest = std::ranges::any_of(
        m_facts.files, [](const ConfigurationFile &file) { return file.kind == FileKind::manifest; });
    return FileChanges::patternFor(kind, hasManifest);
}

QFuture<Result<FileStake>> LocalConfiguration::stake(const QString &path)
{
    return run<FileStake>([path](ConfigurationDesk &desk) { return desk.stake(path); });
}

QFuture<Status> LocalConfiguration::create(const QString &path, FileKind kind, const QByteArray &text)
{
    auto done = run<void>([=](ConfigurationDesk &desk) { return desk.createFile(path, kind, text, {}); });
    look();
    return done;
}

QFuture<Status> LocalConfiguration::createService(const QString &path, const QByteArray &text,
                                                  const QStringList &secrets)
{
    auto done =
        run<void>([=](ConfigurationDesk &desk) { return desk.createFile(path, FileKind::compose, text, secrets); });
    look();
    return done;
}

QFuture<Status> LocalConfiguration::rename(const QString &path, const QString &to)
{
    auto done = run<void>([=](ConfigurationDesk &desk) { return desk.renameFile(path, to); });
    look();
    return done;
}

QFuture<Result<RemovedFile>> LocalConfiguration::remove(const QString &path, const QByteArray &digest)
{
    // A future has one continuation, and that one is the caller's.
    const auto pending = std::make_shared<base::Pending<RemovedFile>>();
    QFuture<Result<RemovedFile>> future = pending->future();
    run<RemovedFile>([=](ConfigurationDesk &desk) {
        return desk.removeFile(path, digest);
    }).then(this, [this, path, pending](const Result<RemovedFile> &file) {
        if (file)
            m_texts.remove(path);
        look();
        pending->finish(file);
    });
    return future;
}

QFuture<Status> LocalConfiguration::restore(const RemovedFile &file)
{
    auto done = run<void>([file](ConfigurationDesk &desk) { return desk.restoreFile(file); });
    look();
    return done;
}

} // namespace mediahelm::control
