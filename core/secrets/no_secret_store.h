// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret_store.h"

namespace mediahelm::secrets {

// Keeps nothing: for a process without a keyring. Reading finds nothing, writing is refused.
class NoSecretStore final : public SecretStore
{
public:
    QFuture<base::Result<std::optional<QByteArray>>> read(const QString &key) override;
    QFuture<base::Result<void>> write(const QString &key, const QByteArray &value) override;
    QFuture<base::Result<void>> remove(const QString &key) override;
    QFuture<base::Result<QList<SecretEntry>>> list(const QString &prefix) override;
    QFuture<base::Result<SecretPlace>> place() override;
};

} // namespace mediahelm::secrets
