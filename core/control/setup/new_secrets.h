// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/secrets/secret_name.h"
#include "core/secrets/secret_store.h"
#include "core/workspace/setup/setup.h"

#include <QCoroTask>
#include <QFuture>
#include <QMap>
#include <QObject>

namespace mediahelm::control {

// Makes up the secrets of a workspace that can be made up and are not kept yet, and keeps them with those that the user
// gave. Owned by who makes the workspace; borrows the store; main thread.
class NewSecrets final : public QObject
{
    Q_OBJECT

public:
    explicit NewSecrets(secrets::SecretStore &store, QObject *parent = nullptr);
    ~NewSecrets() override; // wipes

    // Once. Without a secret that is to be kept the store is not touched. Where one cannot be kept, those before it are
    // taken away again. Errors: those of the store.
    QFuture<base::Status> make(const secrets::ProjectName &project, const QList<workspace::SetupSecret> &wanted,
                               const QMap<QString, QByteArray> &given);
    // Takes those away again that were made, and puts back what was replaced; errors are left.
    QFuture<base::Status> undo();

    const QStringList &made() const { return m_made; } // names
    const QStringList &given() const { return m_written; }
    const QStringList &kept() const { return m_kept; } // were there already, and are left alone
    const secrets::SecretPlace &place() const { return m_place; }

private:
    QCoro::Task<base::Status> makeSteps();
    QCoro::Task<base::Status> undoSteps();
    QCoro::Task<base::Status> keepSteps(QString name, QByteArray value, bool mayBeThere);
    void compare(const QList<secrets::SecretEntry> &entries);

    secrets::SecretStore &m_store;
    secrets::ProjectName m_project;
    QList<workspace::SetupSecret> m_wanted; // still to be made
    QMap<QString, QByteArray> m_given; // still to be kept
    QMap<QString, QByteArray> m_before; // of those that were replaced
    QStringList m_there; // names
    QStringList m_made;
    QStringList m_written;
    QStringList m_kept;
    secrets::SecretPlace m_place;
};

} // namespace mediahelm::control
