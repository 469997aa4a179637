// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/keychain_entries.h"

#include <QObject>
#include <QString>

#include <chrono>

namespace mediahelm::secrets {

// The keychain of the desktop (Secret Service, KWallet) through QtKeychain. Never falls back to a plain file. Owned by
// the composition root; main thread. A call that its deadline ends may still act later: a dialog of the keyring's may
// be open.
class QtKeychainEntries final : public QObject, public KeychainEntries
{
    Q_OBJECT

public:
    explicit QtKeychainEntries(const QString &service = QStringLiteral("mediahelm"),
                               std::chrono::milliseconds deadline = std::chrono::seconds(60));

    QFuture<base::Result<std::optional<QByteArray>>> read(const QString &key) override;
    QFuture<base::Result<void>> write(const QString &key, const QByteArray &value) override;
    QFuture<base::Result<void>> remove(const QString &key) override;

private:
    QString m_service;
    std::chrono::milliseconds m_deadline;
};

} // namespace mediahelm::secrets
