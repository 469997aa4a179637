// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/control/fleet.h"

#include <functional>
#include <utility>
#include <vector>

namespace mediahelm::fakes {

// A fleet that the test changes by hand; each change is signalled at once. Owned by the test; main thread.
class FakeFleet final : public control::Fleet
{
    Q_OBJECT

public:
    explicit FakeFleet(QObject *parent = nullptr);

    QList<control::HostStatus> hosts() const override;
    std::optional<control::HostStatus> host(const base::HostId &id) const override;
    QList<model::Container> containers(const base::HostId &host) const override;
    std::optional<model::Container> container(const model::ContainerKey &key) const override;
    bool listed(const base::HostId &host) const override;
    // The detail that was set, or one made of the container; notFound without a container.
    QFuture<base::Result<model::ContainerDetail>> inspect(const model::ContainerKey &key) override;
    // The one that was set; notFound without.
    QFuture<base::Result<model::RawContainer>> rawContainer(const model::ContainerKey &key) override;

    // Adds the host at the end, or changes it.
    void setHost(const control::HostStatus &status);
    // Puts `status` in the place of `id`, which may change the name.
    void replaceHost(const base::HostId &id, const control::HostStatus &status);
    void removeHost(const base::HostId &id);
    void setConnection(const base::HostId &id, const model::ConnectionState &state);
    void setEngine(const base::HostId &id, const std::optional<model::EngineInfo> &engine);

    // The whole list: what is not in it goes, and the host counts as listed.
    void setContainers(const base::HostId &host, const QList<model::Container> &containers);
    void upsert(const base::HostId &host, const model::Container &container);
    void removeContainer(const model::ContainerKey &key);
    // Changes one container in place; false when there is none.
    bool change(const model::ContainerKey &key, const std::function<void(model::Container &)> &edit);

    void setDetail(const model::ContainerKey &key, const model::ContainerDetail &detail);
    void setRaw(const model::ContainerKey &key, const model::RawContainer &raw);
    void holdRaw() { m_holdsRaw = true; } // rawContainer() waits for answerRaw() from now on
    void answerRaw(const model::ContainerKey &key);
    void failInspections(const std::optional<base::Error> &error); // nullopt: they work again
    int inspections() const { return m_inspections; }

    // By the names that a person would use; a default value when there is none.
    model::ContainerKey key(const QString &host, const QString &containerName) const;

private:
    struct Entry {
        control::HostStatus status;
        QList<model::Container> containers;
        bool listed = false;
    };

    Entry *find(const base::HostId &id);
    const Entry *find(const base::HostId &id) const;

    QList<Entry> m_entries;
    QHash<model::ContainerKey, model::ContainerDetail> m_details;
    QHash<model::ContainerKey, model::RawContainer> m_raw;
    bool m_holdsRaw = false;
    std::vector<std::pair<model::ContainerKey, base::Pending<model::RawContainer>>> m_heldRaw;
    std::optional<base::Error> m_inspectError;
    int m_inspections = 0;
};

} // namespace mediahelm::fakes
