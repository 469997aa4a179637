// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/secrets/folder_lock.h"
#include "core/secrets/keychain_entries.h"
#include "core/secrets/keychain_index.h"
#include "core/secrets/secret_store.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QObject>

#include <chrono>

namespace mediahelm::secrets {

// Secrets in the user's keychain, each an entry, with an index of them as a further entry. Owned by the composition
// root; borrows entries and clock; main thread.
// A locked keychain is never taken for an empty one: whatever changes or lists first reads the index, and when there is
// none, a test entry is written, which a locked keychain refuses (or asks its user to unlock it). The index names a key
// before the entry is written and until it is removed. Two processes take turns by a lock on `lockFolder`.
// Errors: as those of the entries; and invalid, unsupported for an index that cannot be read.
class KeychainSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    // `lockWait` is as long as another process may keep its user's question open.
    KeychainSecretStore(KeychainEntries &entries, const QString &lockFolder, const base::Clock &clock,
                        std::chrono::milliseconds lockWait = std::chrono::seconds(60));

    QFuture<base::Result<std::optional<QByteArray>>> read(const QString &key) override;
    QFuture<base::Result<void>> write(const QString &key, const QByteArray &value) override;
    QFuture<base::Result<void>> remove(const QString &key) override;
    QFuture<base::Result<QList<SecretEntry>>> list(const QString &prefix) override;
    QFuture<base::Result<SecretPlace>> place() override;

    // Writes, reads and removes a test entry. Errors: refused (locked), timeout; every other one means that there is no
    // keychain to be used.
    QFuture<base::Result<void>> probe();

private:
    template<typename T>
    using Steps = QCoro::Task<base::Result<T>>;

    Steps<void> writeSteps(QString key, QByteArray value);
    Steps<void> removeSteps(QString key);
    Steps<QList<SecretEntry>> listSteps(QString prefix);
    Steps<void> probeSteps();
    Steps<KeychainIndex> readIndex();
    QFuture<base::Result<void>> writeIndex(const KeychainIndex &index);

    KeychainEntries &m_entries;
    const QString m_lockFolder;
    const base::Clock &m_clock;
    const std::chrono::milliseconds m_lockWait;
};

} // namespace mediahelm::secrets
