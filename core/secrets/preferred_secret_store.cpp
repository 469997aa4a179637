// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/preferred_secret_store.h"

#include "core/base/steps.h"
#include "core/base/wipe.h"

#include <QLoggingCategory>
#include <QMap>
#include <QPointer>
#include <QScopeGuard>

#include <algorithm>

namespace mediahelm::secrets {

using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;
using Value = std::optional<QByteArray>;
using Entries = QList<SecretEntry>;

namespace {

Q_LOGGING_CATEGORY(log, "mediahelm.secrets")

// Whether a keychain that failed so is there all the same.
bool isThere(ErrorKind kind)
{
    return kind == ErrorKind::refused || kind == ErrorKind::timeout || kind == ErrorKind::cancelled;
}

std::optional<QDateTime> timeOf(const Entries &entries, const QString &key)
{
    const auto found = std::ranges::find(entries, key, &SecretEntry::key);
    return found == entries.end() ? std::nullopt : std::optional(found->setAt);
}

} // namespace

PreferredSecretStore::PreferredSecretStore(KeychainSecretStore &keychain, SecretStore &sealed)
    : m_keychain(keychain)
    , m_sealed(sealed)
{
}

QFuture<Result<Value>> PreferredSecretStore::read(const QString &key)
{
    return base::futureOf<Value>(readSteps(key));
}

QFuture<Status> PreferredSecretStore::write(const QString &key, const QByteArray &value)
{
    return base::futureOf<void>(writeSteps(key, QByteArray(value.constData(), value.size())));
}

QFuture<Status> PreferredSecretStore::remove(const QString &key)
{
    return base::futureOf<void>(removeSteps(key));
}

QFuture<Result<Entries>> PreferredSecretStore::list(const QString &prefix)
{
    return base::futureOf<Entries>(listSteps(prefix));
}

QFuture<Result<SecretPlace>> PreferredSecretStore::place()
{
    return base::futureOf<SecretPlace>(placeSteps());
}

PreferredSecretStore::Steps<bool> PreferredSecretStore::hasKeychain()
{
    if (m_found)
        co_return true;
    const QPointer<PreferredSecretStore> self(this);
    const Status answer = co_await m_keychain.probe();
    if (!self)
        co_return base::abandoned();
    if (answer) {
        m_found = true;
        m_missing.reset();
        co_return true;
    }
    if (isThere(answer.error().kind))
        co_return answer.error();
    if (!m_missing)
        qCWarning(log) << "no keychain, so secrets are kept in a sealed file:" << answer.error().message
                       << answer.error().detail;
    m_missing = answer.error();
    co_return false;
}

PreferredSecretStore::Steps<bool> PreferredSecretStore::sealedIsNewer(QString key)
{
    const QPointer<PreferredSecretStore> self(this);
    const Result<Entries> sealed = co_await m_sealed.list(key);
    if (!self)
        co_return base::abandoned();
    if (!sealed)
        co_return sealed.error();
    const std::optional<QDateTime> there = timeOf(*sealed, key);
    if (!there)
        co_return false;
    const Result<Entries> kept = co_await m_keychain.list(key);
    if (!kept)
        co_return kept.error();
    const std::optional<QDateTime> here = timeOf(*kept, key);
    co_return !here || *here < *there;
}

PreferredSecretStore::Steps<Value> PreferredSecretStore::readSteps(QString key)
{
    const QPointer<PreferredSecretStore> self(this);
    const Result<bool> keychain = co_await hasKeychain();
    if (!self)
        co_return base::abandoned();
    if (!keychain)
        co_return keychain.error();
    if (*keychain) {
        const Result<bool> newer = co_await sealedIsNewer(key);
        if (!self)
            co_return base::abandoned();
        if (!newer)
            co_return newer.error();
        if (!*newer)
            co_return co_await m_keychain.read(key);
    }
    co_return co_await m_sealed.read(key);
}

PreferredSecretStore::Steps<void> PreferredSecretStore::writeSteps(QString key, QByteArray value)
{
    const auto wiped = qScopeGuard([&value] { base::wipe(value); });
    const QPointer<PreferredSecretStore> self(this);
    const Result<bool> keychain = co_await hasKeychain();
    if (!self)
        co_return base::abandoned();
    if (!keychain)
        co_return keychain.error();
    if (!*keychain)
        co_return co_await m_sealed.write(key, value);
    const Status written = co_await m_keychain.write(key, value);
    if (!self)
        co_return base::abandoned();
    if (!written)
        co_return written;
    const Status removed = co_await m_sealed.remove(key);
    if (!removed) // the newer one counts, so this one does no harm
        qCWarning(log) << "an older value stays in the sealed file:" << removed.error().message;
    co_return Status();
}

PreferredSecretStore::Steps<void> PreferredSecretStore::removeSteps(QString key)
{
    const QPointer<PreferredSecretStore> self(this);
    const Result<bool> keychain = co_await hasKeychain();
    if (!self)
        co_return base::abandoned();
    if (!keychain)
        co_return keychain.error();
    if (*keychain) {
        const Status removed = co_await m_keychain.remove(key);
        if (!self)
            co_return base::abandoned();
        if (!removed)
            co_return removed;
    }
    co_return co_await m_sealed.remove(key);
}

PreferredSecretStore::Steps<Entries> PreferredSecretStore::listSteps(QString prefix)
{
    const QPointer<PreferredSecretStore> self(this);
    const Result<bool> keychain = co_await hasKeychain();
    if (!self)
        co_return base::abandoned();
    if (!keychain)
        co_return keychain.error();
    const Result<Entries> sealed = co_await m_sealed.list(prefix);
    if (!self)
        co_return base::abandoned();
    if (!sealed || !*keychain)
        co_return sealed;
    const Result<Entries> kept = co_await m_keychain.list(prefix);
    if (!kept)
        co_return kept;
    QMap<QString, SecretEntry> newest;
    for (const SecretEntry &entry : *kept)
        newest.insert(entry.key, entry);
    for (const SecretEntry &entry : *sealed) {
        const auto other = newest.constFind(entry.key);
        if (other == newest.constEnd() || other->setAt < entry.setAt)
            newest.insert(entry.key, entry);
    }
    co_return newest.values();
}

PreferredSecretStore::Steps<SecretPlace> PreferredSecretStore::placeSteps()
{
    const QPointer<PreferredSecretStore> self(this);
    const Result<bool> keychain = co_await hasKeychain();
    if (!self)
        co_return base::abandoned();
    if (!keychain && !isThere(keychain.error().kind))
        co_return keychain.error();
    if (!keychain || *keychain)
        co_return co_await m_keychain.place();
    Result<SecretPlace> place = co_await m_sealed.place();
    if (self && place)
        place->insteadOfKeychain = m_missing;
    co_return place;
}

} // namespace mediahelm::secrets
