// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/keychain_secret_store.h"

#include <QHash>

namespace mediahelm::secrets {

// The keychain where one answers, the sealed file where none does; which, is found out at the first call, so that
// nobody is asked to unlock a keychain that is not needed. A keychain that is locked or slow to answer is there: its
// error stands, and nothing is put elsewhere meanwhile. Without one the log says so once, and each call looks again.
// Both are read, because a secret may have been set while there was no keychain (over SSH): of two the newer counts. A
// write to the keychain takes the other away. Owned by the composition root; borrows both; main thread.
class PreferredSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    PreferredSecretStore(KeychainSecretStore &keychain, SecretStore &sealed);

    QFuture<base::Result<std::optional<QByteArray>>> read(const QString &key) override;
    QFuture<base::Result<void>> write(const QString &key, const QByteArray &value) override;
    QFuture<base::Result<void>> remove(const QString &key) override;
    QFuture<base::Result<QList<SecretEntry>>> list(const QString &prefix) override;
    QFuture<base::Result<SecretPlace>> place() override;

private:
    template<typename T>
    using Steps = QCoro::Task<base::Result<T>>;

    // Whether there is a keychain. Errors: refused, timeout, cancelled: there is one, and it cannot be used now.
    Steps<bool> hasKeychain();
    Steps<std::optional<QByteArray>> readSteps(QString key);
    Steps<void> writeSteps(QString key, QByteArray value);
    Steps<void> removeSteps(QString key);
    Steps<QList<SecretEntry>> listSteps(QString prefix);
    Steps<SecretPlace> placeSteps();
    Steps<bool> sealedIsNewer(QString key);

    KeychainSecretStore &m_keychain;
    SecretStore &m_sealed;
    bool m_found = false; // a keychain has answered
    std::optional<base::Error> m_missing; // why there is none
};

} // namespace mediahelm::secrets
