// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/loop_thread.h"
#include "core/base/mailbox.h"
#include "core/control/adoption.h"
#include "core/control/adoption/adoption_survey.h"
#include "core/secrets/secret_store.h"
#include "core/workspace/import/import_container.h"

#include <QCoroTask>

namespace mediahelm::control {

// What runs on this machine, asked of the fleet's hosts that are here. Folders are looked at on a thread of its own,
// which begins with the first look. Owned by a composition root; main thread.
class LocalAdoption final : public QObject, public Adoption
{
    Q_OBJECT

public:
    // Both are borrowed.
    LocalAdoption(Fleet &fleet, secrets::SecretStore &store);
    ~LocalAdoption() override; // wipes

    QFuture<base::Result<RunningHere>> look() override;
    QFuture<base::Result<ImportedFile>> import(const model::ContainerKey &key) override;
    QFuture<base::Status> keepSecrets(const QString &project) override;

private:
    struct Disk {
    }; // what is on the thread

    QCoro::Task<base::Result<RunningHere>> lookSteps();
    QCoro::Task<base::Result<ImportedFile>> importSteps(model::ContainerKey key);
    QCoro::Task<base::Status> keepSteps(QString project);
    QFuture<base::Result<QList<RunningProject>>> projectsOf(const Surveyed &surveyed);
    void wipeSecrets();

    Fleet &m_fleet;
    secrets::SecretStore &m_store;
    QList<workspace::ImportedSecret> m_secrets; // of what was imported last
    base::Mailbox m_answers;
    std::unique_ptr<QObject> m_served;
    std::unique_ptr<base::Threaded<Disk>> m_disk; // null before the first look
};

} // namespace mediahelm::control
