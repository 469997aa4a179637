// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/secret_desk.h"
#include "core/secrets/secret_store.h"

#include <QObject>

namespace mediahelm::control {

// Secrets of projects in the program's secret store, as `mediahelm secrets` keeps them too. Owned by a composition
// root; main thread.
class StoredSecrets final : public QObject, public SecretDesk
{
    Q_OBJECT

public:
    explicit StoredSecrets(secrets::SecretStore &store); // borrowed

    QFuture<base::Result<KeptSecrets>> kept(const QString &project) override;
    QFuture<base::Status> set(const QString &project, const QString &name, const QByteArray &value) override;
    QFuture<base::Status> generate(const QString &project, const QString &name, const SecretRecipe &recipe) override;
    QFuture<base::Status> remove(const QString &project, const QString &name) override;

private:
    secrets::SecretStore &m_store;
};

} // namespace mediahelm::control
