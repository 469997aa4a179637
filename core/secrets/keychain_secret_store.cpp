// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychain_secret_store.h"

#include "core/base/steps.h"
#include "core/base/wipe.h"

#include <QLoggingCategory>
#include <QPointer>
#include <QScopeGuard>
#include <QUuid>

namespace mediahelm::secrets {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;
using Value = std::optional<QByteArray>;

namespace {

Q_LOGGING_CATEGORY(log, "mediahelm.secrets")

constexpr QLatin1String indexKey("index");

} // namespace

KeychainSecretStore::KeychainSecretStore(KeychainEntries &entries, const QString &lockFolder, const base::Clock &clock,
                                         std::chrono::milliseconds lockWait)
    : m_entries(entries)
    , m_lockFolder(lockFolder)
    , m_clock(clock)
    , m_lockWait(lockWait)
{
}

QFuture<Result<Value>> KeychainSecretStore::read(const QString &key)
{
    return m_entries.read(key);
}

QFuture<Status> KeychainSecretStore::write(const QString &key, const QByteArray &value)
{
    return base::futureOf<void>(writeSteps(key, QByteArray(value.constData(), value.size())));
}

QFuture<Status> KeychainSecretStore::remove(const QString &key)
{
    return base::futureOf<void>(removeSteps(key));
}

QFuture<Result<QList<SecretEntry>>> KeychainSecretStore::list(const QString &prefix)
{
    return base::futureOf<QList<SecretEntry>>(listSteps(prefix));
}

QFuture<Result<SecretPlace>> KeychainSecretStore::place()
{
    return base::finishedWith<SecretPlace>(SecretPlace{SecretKeeper::keychain, {}, {}, std::nullopt});
}

QFuture<Status> KeychainSecretStore::probe()
{
    return base::futureOf<void>(probeSteps());
}

QFuture<Status> KeychainSecretStore::writeIndex(const KeychainIndex &index)
{
    return m_entries.write(indexKey, index.toJson());
}

KeychainSecretStore::Steps<void> KeychainSecretStore::probeSteps()
{
    const QPointer<KeychainSecretStore> self(this);
    // A key of its own each time: two processes that try at once must not disturb each other.
    const QString key = QStringLiteral("probe/") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray token("probe");
    const Status written = co_await m_entries.write(key, token);
    if (!self)
        co_return base::abandoned();
    if (!written)
        co_return written;
    const Result<Value> found = co_await m_entries.read(key);
    if (!self)
        co_return base::abandoned();
    const Status removed = co_await m_entries.remove(key);
    if (!found)
        co_return found.error();
    if (*found != token)
        co_return Error{ErrorKind::io, QStringLiteral("the keychain does not keep what is written to it"), {}};
    co_return removed;
}

// Where nothing is found, the keychain may be locked: then it must not be taken for empty.
KeychainSecretStore::Steps<KeychainIndex> KeychainSecretStore::readIndex()
{
    const QPointer<KeychainSecretStore> self(this);
    Result<Value> found = co_await m_entries.read(indexKey);
    if (!self)
        co_return base::abandoned();
    if (found && !found->has_value()) {
        const Status open = co_await probeSteps();
        if (!self)
            co_return base::abandoned();
        if (!open)
            co_return open.error();
        found = co_await m_entries.read(indexKey); // its user may have unlocked it meanwhile
    }
    if (!found)
        co_return found.error();
    if (!found->has_value())
        co_return KeychainIndex();
    co_return KeychainIndex::parse(**found);
}

KeychainSecretStore::Steps<void> KeychainSecretStore::writeSteps(QString key, QByteArray value)
{
    const auto wiped = qScopeGuard([&value] { base::wipe(value); });
    const QPointer<KeychainSecretStore> self(this);
    const Result<HeldLock> lock = co_await lockFolder(m_lockFolder, m_lockWait, this);
    if (!self)
        co_return base::abandoned();
    if (!lock)
        co_return lock.error();
    Result<KeychainIndex> index = co_await readIndex();
    if (!self)
        co_return base::abandoned();
    if (!index)
        co_return index.error();
    const bool known = index->contains(key);
    index->insert(key, m_clock.utcNow());
    if (!known) {
        const Status named = co_await writeIndex(*index);
        if (!self)
            co_return base::abandoned();
        if (!named)
            co_return named;
    }
    const Status written = co_await m_entries.write(key, value);
    if (!self)
        co_return base::abandoned();
    if (!written || !known)
        co_return written;
    const Status timed = co_await writeIndex(*index);
    if (!timed)
        qCWarning(log) << "the secret is kept, but not since when:" << timed.error().message << timed.error().detail;
    co_return Status();
}

KeychainSecretStore::Steps<void> KeychainSecretStore::removeSteps(QString key)
{
    const QPointer<KeychainSecretStore> self(this);
    const Result<HeldLock> lock = co_await lockFolder(m_lockFolder, m_lockWait, this);
    if (!self)
        co_return base::abandoned();
    if (!lock)
        co_return lock.error();
    Result<KeychainIndex> index = co_await readIndex();
    if (!self)
        co_return base::abandoned();
    if (!index)
        co_return index.error();
    const Status removed = co_await m_entries.remove(key);
    if (!self)
        co_return base::abandoned();
    if (!removed)
        co_return removed;
    Result<Value> left = co_await m_entries.read(key);
    if (!self)
        co_return base::abandoned();
    if (!left)
        co_return left.error();
    if (left->has_value()) {
        base::wipe(**left);
        co_return Error{ErrorKind::refused, QStringLiteral("the keychain did not remove the secret"), {}};
    }
    if (!index->contains(key))
        co_return Status();
    index->remove(key);
    const Status named = co_await writeIndex(*index);
    if (!named) // it is gone all the same, and is not listed: whoever lists reads it
        qCWarning(log) << "the secret is removed, but not its name:" << named.error().message << named.error().detail;
    co_return Status();
}

KeychainSecretStore::Steps<QList<SecretEntry>> KeychainSecretStore::listSteps(QString prefix)
{
    const QPointer<KeychainSecretStore> self(this);
    const Result<KeychainIndex> index = co_await readIndex();
    if (!self)
        co_return base::abandoned();
    if (!index)
        co_return index.error();
    QList<SecretEntry> kept;
    const QList<SecretEntry> named = index->entries(prefix);
    for (const SecretEntry &entry : named) {
        Result<Value> found = co_await m_entries.read(entry.key);
        if (!self)
            co_return base::abandoned();
        if (!found)
            co_return found.error();
        if (!found->has_value())
            continue;
        base::wipe(**found);
        kept.append(entry);
    }
    co_return kept;
}

} // namespace mediahelm::secrets
