// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/pending.h"
#include "core/control/service_operations.h"

#include <QHash>
#include <QQueue>

#include <map>

namespace mediahelm::control {

class LiveFleet;

// Runs what the user asks for: one operation a container at a time, a few a host at a time, the others in order after
// them. Owned by Sessions; main thread.
class LiveOperations final : public ServiceOperations
{
    Q_OBJECT

public:
    LiveOperations(LiveFleet &fleet, const base::Clock &clock, QObject *parent = nullptr);
    ~LiveOperations() override; // what is under way ends as cancelled for its caller; the engine may still act

    QFuture<base::Result<void>> perform(const model::ContainerKey &key, model::ContainerAction action,
                                        const OperationOptions &options) override;
    std::optional<Operation> running(const model::ContainerKey &key) const override;

private:
    struct Entry {
        Operation operation;
        OperationOptions options;
        base::Pending<void> answer;
        bool sent = false;
    };

    void pump(const base::HostId &host);
    void send(Entry &entry);
    void finish(const model::ContainerKey &key, quint64 id, const base::Result<void> &result);
    void hostLost(const base::HostId &host);

    LiveFleet &m_fleet;
    const base::Clock &m_clock;
    std::map<model::ContainerKey, Entry> m_entries;
    QHash<base::HostId, QQueue<model::ContainerKey>> m_waiting;
    QHash<base::HostId, int> m_sent;
    quint64 m_lastId = 0;
};

} // namespace mediahelm::control
