// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_configurations.h"

#include "core/base/pending.h"

namespace mediahelm::fakes {

using base::Error;
using base::ErrorKind;
using base::finishedWith;
using base::Result;
using base::Status;
using control::FileKind;

QString FakeConfiguration::patternFor(FileKind kind) const
{
    switch (kind) {
    case FileKind::manifest: break;
    case FileKind::env: return QStringLiteral("defaults/NAME.env");
    case FileKind::compose: return QStringLiteral("services/NAME.yaml");
    case FileKind::alerts: return QStringLiteral("alerts/NAME.yaml");
    case FileKind::handedOver: return QStringLiteral("templates/NAME");
    case FileKind::schema: return QStringLiteral("schemas/NAME.json");
    }
    return {};
}

QFuture<Result<control::FileStake>> FakeConfiguration::stake(const QString &path)
{
    control::FileStake stake = stakes;
    stake.digest = control::textDigest(disk.value(path));
    return finishedWith<control::FileStake>(stake);
}

QFuture<Status> FakeConfiguration::create(const QString &path, FileKind kind, const QByteArray &text)
{
    if (const auto error = std::exchange(m_fileWorkFails, std::nullopt))
        return finishedWith<void>(*error);
    if (disk.contains(path))
        return finishedWith<void>(Error{ErrorKind::conflict, path, {}});
    addFile(path, kind, text);
    return finishedWith<void>(Status());
}

QFuture<Status> FakeConfiguration::createService(const QString &path, const QByteArray &text,
                                                 const QStringList &secrets)
{
    m_facts.secrets += secrets;
    return create(path, FileKind::compose, text);
}

void FakeConfiguration::setChecks(const control::CheckState &state)
{
    m_checks = state;
    Q_EMIT checksChanged();
}

QFuture<Status> FakeConfiguration::rename(const QString &path, const QString &to)
{
    if (const auto error = std::exchange(m_fileWorkFails, std::nullopt))
        return finishedWith<void>(*error);
    if (disk.contains(to))
        return finishedWith<void>(Error{ErrorKind::conflict, to, {}});
    disk.insert(to, disk.take(path));
    for (control::ConfigurationFile &file : m_facts.files)
        file.path = file.path == path ? to : file.path;
    Q_EMIT factsChanged();
    return finishedWith<void>(Status());
}

QFuture<Result<control::RemovedFile>> FakeConfiguration::remove(const QString &path, const QByteArray &digest)
{
    using Removed = control::RemovedFile;
    if (const auto error = std::exchange(m_fileWorkFails, std::nullopt))
        return finishedWith<Removed>(*error);
    if (digest != control::textDigest(disk.value(path)))
        return finishedWith<Removed>(Error{ErrorKind::conflict, path, {}});
    Removed removed{path, FileKind::compose, disk.take(path), {}, {}};
    m_facts.files.removeIf([&](const control::ConfigurationFile &file) {
        if (file.path == path)
            removed.kind = file.kind;
        return file.path == path;
    });
    Q_EMIT factsChanged();
    return finishedWith<Removed>(removed);
}

QFuture<Status> FakeConfiguration::restore(const control::RemovedFile &file)
{
    return create(file.path, file.kind, file.bytes);
}

} // namespace mediahelm::fakes
