// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/secrets/secret_name.h"
#include "core/secrets/secret_store.h"
#include "core/workspace/setup/setup.h"

#include <QObject>

namespace mediahelm::app {

// Makes up the secrets of a workspace that can be made up and are not kept yet, and keeps them. Owned by a job; borrows
// the store; main thread.
class NewSecrets final : public QObject
{
    Q_OBJECT

public:
    explicit NewSecrets(secrets::SecretStore &store);

    // Once. Without a secret that is to be made up the store is not touched.
    void make(const secrets::ProjectName &project, const QList<workspace::SetupSecret> &wanted);
    // Takes those away again that were made; done() follows with the error that it was called with.
    void undo(const base::Error &because);

    const QStringList &made() const { return m_made; } // names
    const QStringList &kept() const { return m_kept; } // were there already, and are left alone
    const secrets::SecretPlace &place() const { return m_place; }

Q_SIGNALS:
    void done(const mediahelm::base::Status &status);

private:
    void compare(const QList<secrets::SecretEntry> &entries);
    void makeNext();
    void undoNext(const base::Error &because);

    secrets::SecretStore &m_store;
    secrets::ProjectName m_project;
    QList<workspace::SetupSecret> m_wanted; // still to be made
    QStringList m_made;
    QStringList m_kept;
    secrets::SecretPlace m_place;
};

} // namespace mediahelm::app
