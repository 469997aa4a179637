// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/loop_thread.h"
#include "core/base/mailbox.h"
#include "core/base/pending.h"
#include "core/control/adoption.h"
#include "core/control/adoption/adoption_survey.h"
#include "core/secrets/secret_store.h"
#include "core/workspace/import/import_container.h"
#include "core/workspace/setup/setup_folder.h"

#include <QCoroTask>

#include <functional>
#include <optional>

namespace mediahelm::control {

// What runs on this machine, asked of the fleet's hosts that are here. Folders are looked at and written on a thread of
// its own, which begins with the first need. Owned by a composition root; main thread.
class LocalAdoption final : public QObject, public Adoption
{
    Q_OBJECT

public:
    // Both are borrowed.
    LocalAdoption(Fleet &fleet, secrets::SecretStore &store);
    ~LocalAdoption() override; // wipes

    QFuture<base::Result<RunningHere>> look() override;
    QFuture<base::Status> writeManifest(const RunningProject &project) override;
    QFuture<base::Result<ImportedFile>> import(const model::ContainerKey &key) override;
    QFuture<base::Status> keepSecrets(const QString &project) override;
    QFuture<base::Result<SetupOutcome>> makeWorkspace(const QString &folder, const QString &project) override;

private:
    struct Disk { // what is on the thread
        std::unique_ptr<workspace::SetupFolder> folder; // that is being made
    };

    QCoro::Task<base::Result<RunningHere>> lookSteps();
    QCoro::Task<base::Result<ImportedFile>> importSteps(model::ContainerKey key);
    QCoro::Task<base::Status> keepSteps(QString project);
    QCoro::Task<base::Result<SetupOutcome>> makeSteps(QString folder, QString project);
    QCoro::Task<> takeBack();
    QFuture<base::Result<QList<RunningProject>>> projectsOf(const Surveyed &surveyed);
    template<typename T>
    QFuture<base::Result<T>> onDisk(std::function<base::Result<T>(Disk &)> work);
    void wipeSecrets();

    Fleet &m_fleet;
    secrets::SecretStore &m_store;
    std::optional<workspace::ImportedService> m_imported; // last
    int m_asked = 0; // imports so far: the newest one counts
    QStringList m_written; // keys that keepSteps() has written
    bool m_making = false;
    base::Mailbox m_answers;
    std::unique_ptr<QObject> m_served;
    std::unique_ptr<base::Threaded<Disk>> m_disk; // null before the first need
};

template<typename T>
QFuture<base::Result<T>> LocalAdoption::onDisk(std::function<base::Result<T>(Disk &)> work)
{
    if (!m_disk)
        m_disk =
            std::make_unique<base::Threaded<Disk>>(QStringLiteral("adoption"), [] { return std::make_unique<Disk>(); });
    auto pending = std::make_shared<base::Pending<T>>();
    QFuture<base::Result<T>> future = pending->future();
    m_disk->post([this, pending = std::move(pending), work = std::move(work)](Disk &disk) mutable {
        auto result = std::make_shared<base::Result<T>>(work(disk));
        m_answers.post(
            [pending = std::move(pending), result = std::move(result)] { pending->finish(std::move(*result)); });
    });
    return future;
}

} // namespace mediahelm::control
