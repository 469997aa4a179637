// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>

#include <optional>

namespace mediahelm::secrets {

// Where secrets are kept. Owned by the composition root; main thread. Keys are ours, "ssh-password/user@host:22";
// values never appear in an error, a log or an argument. Every call ends within 60 s (a locked keyring may ask the
// user).
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    // nullopt: nothing is kept under this key, or the store cannot tell (a locked keyring says "not found").
    virtual QFuture<base::Result<std::optional<QByteArray>>> read(const QString &key) = 0;
    virtual QFuture<base::Result<void>> write(const QString &key, const QByteArray &value) = 0;
    virtual QFuture<base::Result<void>> remove(const QString &key) = 0; // no error when there was none
};

} // namespace mediahelm::secrets
