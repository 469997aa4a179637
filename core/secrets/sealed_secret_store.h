// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/secrets/folder_lock.h"
#include "core/secrets/sealed_document.h"
#include "core/secrets/secret_store.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace mediahelm::secrets {

// Secrets in one file, sealed under a key that lies in a credential of the service manager or in a file of its own
// (sealed_document.h, sealing_key.h). For where there is no keychain. Owned by the composition root; main thread, which
// blocks for an fsync at a write.
// What is there is never overwritten unless it could be opened: a damaged file, a missing or wrong key and a newer
// version are errors that leave it as it is. A write is durable when it succeeds, and takes what another process wrote
// meanwhile with it. Neither key nor values stay in memory between calls.
// Errors: refused (others may use the key, no permission), invalid (damaged, wrong or missing key, value too long),
// unsupported (newer version), timeout (another process holds the lock), io.
class SealedSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    // The file and the key file lie in `folder`, which is made at the first write.
    SealedSecretStore(const QString &folder, const base::Clock &clock,
                      std::chrono::milliseconds deadline = std::chrono::seconds(10));

    QFuture<base::Result<std::optional<QByteArray>>> read(const QString &key) override;
    QFuture<base::Result<void>> write(const QString &key, const QByteArray &value) override;
    QFuture<base::Result<void>> remove(const QString &key) override;
    QFuture<base::Result<QList<SecretEntry>>> list(const QString &prefix) override;
    QFuture<base::Result<SecretPlace>> place() override;

    QString file() const { return m_file; }

private:
    struct Opened {
        std::shared_ptr<const SealingKey> key; // null: there is neither key nor file
        std::shared_ptr<SealedDocument> document; // empty when there is no file
    };
    using Change = std::function<base::Status(SealedDocument &document)>;

    base::Result<Opened> open() const;
    QFuture<base::Result<void>> change(const Change &change);
    base::Status changeNow(const Change &change);

    const QString m_folder;
    const QString m_file;
    const KeyPlaces m_keys;
    const base::Clock &m_clock;
    const std::chrono::milliseconds m_deadline;
};

} // namespace mediahelm::secrets
