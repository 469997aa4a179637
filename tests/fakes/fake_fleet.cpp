// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_fleet.h"

#include "core/base/pending.h"

#include <algorithm>

namespace mediahelm::fakes {

using base::Error;
using base::ErrorKind;
using base::HostId;
using base::Result;
using model::Container;
using model::ContainerDetail;
using model::ContainerKey;

FakeFleet::FakeFleet(QObject *parent)
    : Fleet(parent)
{
}

FakeFleet::Entry *FakeFleet::find(const HostId &id)
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&id](const Entry &entry) { return entry.status.profile.id == id; });
    return it == m_entries.end() ? nullptr : &*it;
}

const FakeFleet::Entry *FakeFleet::find(const HostId &id) const
{
    const auto it = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                 [&id](const Entry &entry) { return entry.status.profile.id == id; });
    return it == m_entries.cend() ? nullptr : &*it;
}

QList<control::HostStatus> FakeFleet::hosts() const
{
    QList<control::HostStatus> statuses;
    for (const Entry &entry : m_entries)
        statuses.append(entry.status);
    return statuses;
}

std::optional<control::HostStatus> FakeFleet::host(const HostId &id) const
{
    const Entry *entry = find(id);
    return entry ? std::optional(entry->status) : std::nullopt;
}

QList<Container> FakeFleet::containers(const HostId &host) const
{
    const Entry *entry = find(host);
    return entry ? entry->containers : QList<Container>();
}

std::optional<Container> FakeFleet::container(const ContainerKey &key) const
{
    const Entry *entry = find(key.host);
    if (!entry)
        return std::nullopt;
    const auto it = std::find_if(entry->containers.cbegin(), entry->containers.cend(),
                                 [&key](const Container &container) { return container.id == key.id; });
    return it == entry->containers.cend() ? std::nullopt : std::optional(*it);
}

bool FakeFleet::listed(const HostId &host) const
{
    const Entry *entry = find(host);
    return entry && entry->listed;
}

QFuture<Result<ContainerDetail>> FakeFleet::inspect(const ContainerKey &key)
{
    ++m_inspections;
    if (m_inspectError)
        return base::finishedWith<ContainerDetail>(*m_inspectError);
    const std::optional<Container> known = container(key);
    if (!known)
        return base::finishedWith<ContainerDetail>(
            Error{ErrorKind::notFound, QStringLiteral("there is no container %1").arg(key.id.text().left(12)), {}});
    ContainerDetail detail = m_details.value(key);
    detail.container = *known;
    return base::finishedWith<ContainerDetail>(detail);
}

QFuture<Result<model::RawContainer>> FakeFleet::rawContainer(const ContainerKey &key)
{
    if (m_inspectError)
        return base::finishedWith<model::RawContainer>(*m_inspectError);
    if (!m_raw.contains(key))
        return base::finishedWith<model::RawContainer>(
            Error{ErrorKind::notFound, QStringLiteral("there is no container %1").arg(key.id.text().left(12)), {}});
    if (m_holdsRaw)
        return m_heldRaw.emplace_back(key, base::Pending<model::RawContainer>()).second.future();
    return base::finishedWith<model::RawContainer>(m_raw.value(key));
}

void FakeFleet::answerRaw(const ContainerKey &key)
{
    const auto found = std::ranges::find(m_heldRaw, key, &decltype(m_heldRaw)::value_type::first);
    if (found == m_heldRaw.end())
        return;
    base::Pending<model::RawContainer> held = std::move(found->second);
    m_heldRaw.erase(found);
    held.finish(m_raw.value(key));
}

void FakeFleet::setRaw(const ContainerKey &key, const model::RawContainer &raw)
{
    m_raw.insert(key, raw);
}

void FakeFleet::setHost(const control::HostStatus &status)
{
    if (Entry *entry = find(status.profile.id)) {
        entry->status = status;
        Q_EMIT hostChanged(status.profile.id);
        return;
    }
    m_entries.append(Entry{status, {}, false});
    Q_EMIT hostAdded(status.profile.id);
}

void FakeFleet::replaceHost(const HostId &id, const control::HostStatus &status)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    if (status.profile.id == id) {
        setHost(status);
        return;
    }
    const qsizetype row = entry - m_entries.data();
    m_entries.removeAt(row);
    Q_EMIT hostRemoved(id);
    m_entries.insert(row, Entry{status, {}, false});
    Q_EMIT hostAdded(status.profile.id);
}

void FakeFleet::removeHost(const HostId &id)
{
    const Entry *entry = find(id);
    if (!entry)
        return;
    const HostId gone = id; // the caller's may live in the entry
    m_entries.removeAt(entry - m_entries.data());
    Q_EMIT hostRemoved(gone);
}

void FakeFleet::setConnection(const HostId &id, const model::ConnectionState &state)
{
    if (Entry *entry = find(id)) {
        entry->status.connection = state;
        Q_EMIT hostChanged(id);
    }
}

void FakeFleet::setEngine(const HostId &id, const std::optional<model::EngineInfo> &engine)
{
    if (Entry *entry = find(id)) {
        entry->status.engine = engine;
        Q_EMIT hostChanged(id);
    }
}

void FakeFleet::setContainers(const HostId &host, const QList<Container> &containers)
{
    Entry *entry = find(host);
    if (!entry)
        return;
    model::ContainerChanges changes;
    changes.upserted = containers;
    for (const Container &old : std::as_const(entry->containers)) {
        const bool stays = std::any_of(containers.cbegin(), containers.cend(),
                                       [&old](const Container &container) { return container.id == old.id; });
        if (!stays)
            changes.removed.append(old.id);
    }
    entry->containers = containers;
    const bool first = !entry->listed;
    entry->listed = true;
    if (!changes.isEmpty())
        Q_EMIT containersChanged(host, changes);
    if (first)
        Q_EMIT hostListed(host);
}

void FakeFleet::upsert(const HostId &host, const Container &container)
{
    Entry *entry = find(host);
    if (!entry)
        return;
    const auto it = std::find_if(entry->containers.begin(), entry->containers.end(),
                                 [&container](const Container &other) { return other.id == container.id; });
    if (it == entry->containers.end())
        entry->containers.append(container);
    else
        *it = container;
    Q_EMIT containersChanged(host, model::ContainerChanges{{container}, {}});
}

void FakeFleet::removeContainer(const ContainerKey &key)
{
    Entry *entry = find(key.host);
    if (!entry)
        return;
    const qsizetype removed =
        entry->containers.removeIf([&key](const Container &container) { return container.id == key.id; });
    if (removed > 0)
        Q_EMIT containersChanged(key.host, model::ContainerChanges{{}, {key.id}});
}

bool FakeFleet::change(const ContainerKey &key, const std::function<void(Container &)> &edit)
{
    std::optional<Container> known = container(key);
    if (!known)
        return false;
    edit(*known);
    upsert(key.host, *known);
    return true;
}

void FakeFleet::setDetail(const ContainerKey &key, const ContainerDetail &detail)
{
    m_details.insert(key, detail);
}

void FakeFleet::failInspections(const std::optional<Error> &error)
{
    m_inspectError = error;
}

ContainerKey FakeFleet::key(const QString &host, const QString &containerName) const
{
    const Result<HostId> id = HostId::parse(host);
    if (!id)
        return {};
    const QList<Container> all = containers(*id);
    for (const Container &container : all) {
        if (container.name.text() == containerName)
            return {*id, container.id};
    }
    return {};
}

} // namespace mediahelm::fakes
