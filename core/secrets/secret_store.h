// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QList>

#include <optional>

namespace mediahelm::secrets {

enum class SecretKeeper { none, keychain, sealedFile };

// The keeper's stable name in JSON and tests: "none", "keychain", "sealed_file".
inline QString secretKeeperName(SecretKeeper keeper)
{
    return keeper == SecretKeeper::keychain  ? QStringLiteral("keychain")
        : keeper == SecretKeeper::sealedFile ? QStringLiteral("sealed_file")
                                             : QStringLiteral("none");
}

// Where a store keeps what is written to it now.
struct SecretPlace {
    SecretKeeper keeper = SecretKeeper::none;
    QString where; // a file; empty for a keychain
    QString key; // of a sealed file: the file that its key lies in
    std::optional<base::Error> insteadOfKeychain; // why a keychain, which would be better, is not used
};

// One kept secret. Never its value.
struct SecretEntry {
    QString key;
    QDateTime setAt; // UTC; when it was last written
    SecretKeeper keeper = SecretKeeper::none;

    friend bool operator==(const SecretEntry &, const SecretEntry &) = default;
};

// Where secrets are kept. Owned by the composition root; main thread. Keys are ours, "ssh-password/user@host:22" or
// "workspace/media/API_KEY"; values never appear in an error, a log or an argument. Every call ends within 60 s for
// each question that a locked keyring asks the user.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    // The bytes belong to the caller alone, who wipes them (core/base/wipe.h).
    // nullopt: nothing is kept under this key, or the store cannot tell (a locked keyring says "not found"). Whoever
    // has to know asks list().
    virtual QFuture<base::Result<std::optional<QByteArray>>> read(const QString &key) = 0;
    // Takes its copy of the value at once.
    virtual QFuture<base::Result<void>> write(const QString &key, const QByteArray &value) = 0;
    virtual QFuture<base::Result<void>> remove(const QString &key) = 0; // no error when there was none
    // What is kept under keys that begin so, by key. Only what is there; when that cannot be known, the error says why.
    virtual QFuture<base::Result<QList<SecretEntry>>> list(const QString &prefix) = 0;
    virtual QFuture<base::Result<SecretPlace>> place() = 0; // changes nothing that is kept
};

} // namespace mediahelm::secrets
