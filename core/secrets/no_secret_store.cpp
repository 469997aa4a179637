// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/no_secret_store.h"

#include "core/base/pending.h"

namespace mediahelm::secrets {

QFuture<base::Result<std::optional<QByteArray>>> NoSecretStore::read(const QString &)
{
    return base::finishedWith<std::optional<QByteArray>>(std::optional<QByteArray>());
}

QFuture<base::Result<void>> NoSecretStore::write(const QString &, const QByteArray &)
{
    return base::finishedWith<void>(
        base::Error{base::ErrorKind::unsupported, QStringLiteral("there is no keychain to keep the secret in"), {}});
}

QFuture<base::Result<void>> NoSecretStore::remove(const QString &)
{
    return base::finishedWith<void>(base::Status());
}

QFuture<base::Result<QList<SecretEntry>>> NoSecretStore::list(const QString &)
{
    return base::finishedWith<QList<SecretEntry>>(QList<SecretEntry>());
}

QFuture<base::Result<SecretPlace>> NoSecretStore::place()
{
    return base::finishedWith<SecretPlace>(SecretPlace());
}

} // namespace mediahelm::secrets
