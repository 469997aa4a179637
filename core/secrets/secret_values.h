// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret_name.h"
#include "core/secrets/secret_store.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <memory>

namespace mediahelm::secrets {

// The values of a workspace's secrets, for the environment of a child process and for the redactor. Wiped at its end;
// whoever copies a value out wipes the copy. Does not copy.
class SecretValues
{
public:
    SecretValues() = default;
    SecretValues(const SecretValues &) = delete;
    SecretValues &operator=(const SecretValues &) = delete;
    ~SecretValues();

    void insert(const SecretName &name, const QByteArray &value); // takes a copy
    void addMissing(const SecretName &name) { m_missing.append(name.text()); }

    const QMap<QString, QByteArray> &values() const { return m_values; } // by name
    QStringList missing() const { return m_missing; } // asked for, and certainly not kept

private:
    QMap<QString, QByteArray> m_values;
    QStringList m_missing;
};

// Reads a workspace's secrets. Owned by who asks; borrows the store; main thread.
class SecretReader final : public QObject
{
    Q_OBJECT

public:
    explicit SecretReader(SecretStore &store);

    // The values of `names` (the manifest's `secrets:`). One that is not found counts as missing only when the store
    // can tell; a locked keychain is an error. Errors: those of the store.
    QFuture<base::Result<std::shared_ptr<const SecretValues>>> read(const ProjectName &project,
                                                                    const QList<SecretName> &names);

private:
    QCoro::Task<base::Result<std::shared_ptr<const SecretValues>>> readSteps(ProjectName project,
                                                                             QList<SecretName> names);

    SecretStore &m_store;
};

} // namespace mediahelm::secrets
