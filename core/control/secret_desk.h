// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/control/secret_texts.h"

#include <QByteArray>
#include <QFuture>
#include <QStringList>

namespace mediahelm::control {

// What is kept of a project's secrets: names, never a value.
struct KeptSecrets {
    QStringList names;
    bool inKeychain = true; // else in a file sealed under a key
};

// Where the values of secrets are kept: the keychain, or a sealed file. Values go in and never come out. Owned by a
// composition root; main thread. A locked keychain asks its user, for up to a minute. Errors: invalid (a name or
// project that can have none, a value that no environment variable can hold), refused (locked), io.
class SecretDesk
{
public:
    virtual ~SecretDesk() = default;

    virtual QFuture<base::Result<KeptSecrets>> kept(const QString &project) = 0;
    // Takes a copy of the value at once; the caller wipes its own (core/base/wipe.h).
    virtual QFuture<base::Status> set(const QString &project, const QString &name, const QByteArray &value) = 0;
    // Makes one up, by the system's randomness. Nobody sees it.
    virtual QFuture<base::Status> generate(const QString &project, const QString &name, const SecretRecipe &recipe) = 0;
    virtual QFuture<base::Status> remove(const QString &project, const QString &name) = 0; // no error without one
};

} // namespace mediahelm::control
