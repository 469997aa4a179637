// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/sealed_secret_store.h"

#include "core/base/durable_file.h"
#include "core/base/pending.h"
#include "core/base/wipe.h"
#include "core/secrets/private_file.h"

namespace mediahelm::secrets {

using base::Error;
using base::ErrorKind;
using base::Pending;
using base::Result;
using base::Status;

namespace {

// Which file it is about, for errors of the document, which knows none.
Error about(const Error &error, const QString &file)
{
    return {error.kind, QStringLiteral("%1: %2").arg(file, error.message), error.detail};
}

Error keyIsMissing(const KeyPlaces &places, const QString &file)
{
    return {
        ErrorKind::invalid, QStringLiteral("the key of the sealed secrets is missing: %1").arg(places.keyFile),
        QStringLiteral("%1 cannot be read without it, and is left as it is. Put the key back; or, if it is lost, move "
                       "the file away and set the secrets again.")
            .arg(file)};
}

} // namespace

SealedSecretStore::SealedSecretStore(const QString &folder, const base::Clock &clock,
                                     std::chrono::milliseconds deadline)
    : m_folder(folder)
    , m_file(folder + QStringLiteral("/secrets.sealed"))
    , m_keys(KeyPlaces::inEnvironment(folder + QStringLiteral("/secrets.key")))
    , m_clock(clock)
    , m_deadline(deadline)
{
}

// The file before the key: whoever makes both makes the key first.
Result<SealedSecretStore::Opened> SealedSecretStore::open() const
{
    const Result<QByteArray> file = base::readBounded(m_file, SealedDocument::largestFile);
    const bool missing = !file && file.error().kind == ErrorKind::notFound;
    if (!file && !missing)
        return file.error();
    Result<std::shared_ptr<const SealingKey>> key = SealingKey::read(m_keys);
    if (!key && key.error().kind != ErrorKind::notFound)
        return key.error();
    if (!key && !missing)
        return keyIsMissing(m_keys, m_file);
    if (missing)
        return Opened{key ? *key : nullptr, std::make_shared<SealedDocument>()};
    const Result<std::shared_ptr<SealedDocument>> document = SealedDocument::open(*file, **key);
    if (!document)
        return about(document.error(), m_file);
    return Opened{*key, *document};
}

QFuture<Result<std::optional<QByteArray>>> SealedSecretStore::read(const QString &key)
{
    using Value = std::optional<QByteArray>;
    const Result<Opened> opened = open();
    if (!opened)
        return base::finishedWith<Value>(opened.error());
    const SealedDocument::Entry *entry = opened->document->find(key);
    return base::finishedWith<Value>(entry ? Value(opened->document->value(*entry)) : Value());
}

QFuture<Result<void>> SealedSecretStore::write(const QString &key, const QByteArray &value)
{
    // Bytes of our own, which are wiped when nobody needs them any more.
    const auto wiped = [](QByteArray *bytes) {
        base::wipe(*bytes);
        delete bytes;
    };
    const std::shared_ptr<QByteArray> copy(new QByteArray(value.constData(), value.size()), wiped);
    return change([this, key, copy](SealedDocument &document) { return document.set(key, *copy, m_clock.utcNow()); });
}

QFuture<Result<void>> SealedSecretStore::remove(const QString &key)
{
    const Result<Opened> opened = open();
    if (opened && !opened->document->find(key)) // nothing to do, and nothing to make
        return base::finishedWith<void>(Status());
    return change([key](SealedDocument &document) { return document.remove(key); });
}

QFuture<Result<QList<SecretEntry>>> SealedSecretStore::list(const QString &prefix)
{
    const Result<Opened> opened = open();
    if (!opened)
        return base::finishedWith<QList<SecretEntry>>(opened.error());
    QList<SecretEntry> entries;
    for (const SealedDocument::Entry &entry : opened->document->entries()) {
        if (entry.key.startsWith(prefix))
            entries.append({entry.key, entry.setAt, SecretKeeper::sealedFile});
    }
    return base::finishedWith<QList<SecretEntry>>(std::move(entries));
}

QFuture<Result<SecretPlace>> SealedSecretStore::place()
{
    return base::finishedWith<SecretPlace>(SecretPlace{SecretKeeper::sealedFile, m_file, m_keys.inUse(), std::nullopt});
}

QFuture<Result<void>> SealedSecretStore::change(const Change &change)
{
    const auto pending = std::make_shared<Pending<void>>();
    const QFuture<Status> future = pending->future(); // first: a lock that is free finishes it at once
    lockFolder(m_folder, m_deadline, this).then(this, [this, change, pending](const Result<HeldLock> &lock) {
        pending->finish(lock ? changeNow(change) : Status(lock.error()));
    });
    return future;
}

// Under the lock. What another process wrote before is read here, so that it is kept.
Status SealedSecretStore::changeNow(const Change &change)
{
    if (const Status usable = checkPrivateFolder(m_folder); !usable)
        return usable;
    Result<Opened> opened = open();
    if (opened && !opened->key) {
        if (const Status made = SealingKey::makeKeyFile(m_keys.keyFile); !made)
            return made;
        opened = open();
    }
    if (!opened)
        return opened.error();
    if (!opened->key)
        return keyIsMissing(m_keys, m_file);
    if (const Status changed = change(*opened->document); !changed)
        return changed;
    const Result<QByteArray> sealed = opened->document->seal(*opened->key);
    if (!sealed)
        return sealed.error();
    return base::writeDurably(m_file, *sealed);
}

} // namespace mediahelm::secrets
