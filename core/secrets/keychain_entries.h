// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>

#include <optional>

namespace mediahelm::secrets {

// The entries of the user's keychain that are ours, as a keychain gives them: one at a time, and without a word about
// which there are. Owned by the composition root; main thread. A locked keychain reads as if nothing were there, and
// says that it removed what it did not; only a write tells that it is locked.
// Errors: timeout; refused (locked, or the user said no); unsupported, io (no keychain that can be used).
class KeychainEntries
{
public:
    virtual ~KeychainEntries() = default;

    virtual QFuture<base::Result<std::optional<QByteArray>>> read(const QString &key) = 0;
    virtual QFuture<base::Result<void>> write(const QString &key, const QByteArray &value) = 0;
    virtual QFuture<base::Result<void>> remove(const QString &key) = 0;
};

} // namespace mediahelm::secrets
