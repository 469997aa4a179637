// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/container_table.h"

#include "core/control/session/container_events.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace mediahelm::control {

using base::ContainerId;
using model::Container;
using model::ContainerState;
using model::EngineEvent;
using model::Health;

namespace {

// More strangers than this in one go are read by one list instead of one by one.
constexpr qsizetype mostStrangers = 64;

// Engines differ in what they say about the health and the ports of a container that does not run; to us it has none.
void normalise(Container &container)
{
    if (!container.running()) {
        container.health = Health::none;
        container.ports.clear();
    }
    if (container.state == ContainerState::running || container.state == ContainerState::paused)
        container.exitCode.reset();
}

bool byName(const Container &a, const Container &b)
{
    const auto key = [](const Container &c) { return std::tie(c.project, c.service, c.number, c.name, c.id); };
    return key(a) < key(b);
}

// The list is silent, or says less, about what an inspection tells: keep that.
Container merged(const Container &listed, const Container &known, bool healthChecked)
{
    Container result = listed;
    if (known.startedAt.isValid() && listed.running() == known.running())
        result.ports = known.ports;
    result.restarts = known.restarts;
    result.oomKilled = known.oomKilled;
    result.startedAt = known.startedAt;
    result.finishedAt = known.finishedAt;
    result.noAnswer = known.noAnswer;
    if (known.createdAt.isValid())
        result.createdAt = known.createdAt; // the list knows it to the second
    if (result.image.startsWith(QLatin1String("sha256:")) && !known.image.isEmpty())
        result.image = known.image; // its name has moved on to another image
    if (!result.exitCode && result.state == known.state)
        result.exitCode = known.exitCode;
    // "Up 3 minutes (Paused)" leaves no room for the health.
    const bool silentOnHealth = listed.state == ContainerState::paused || listed.state == ContainerState::restarting;
    if (healthChecked && silentOnHealth && listed.health == Health::none)
        result.health = known.health;
    return result;
}

} // namespace

QList<Container> ContainerTable::containers() const
{
    QList<Container> all;
    all.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        all.append(entry.current);
    std::sort(all.begin(), all.end(), byName);
    return all;
}

std::optional<Container> ContainerTable::find(const ContainerId &id) const
{
    const auto it = m_entries.constFind(id);
    return it == m_entries.constEnd() ? std::nullopt : std::optional(it->current);
}

std::optional<bool> ContainerTable::tty(const ContainerId &id) const
{
    const auto it = m_entries.constFind(id);
    return it == m_entries.constEnd() || !it->inspected ? std::nullopt : std::optional(it->tty);
}

void ContainerTable::doubtAll()
{
    for (Entry &entry : m_entries)
        entry.fresh = false;
    m_listUnderWay = false;
    m_overtaken.clear();
}

void ContainerTable::listAsked()
{
    m_listUnderWay = true;
    m_overtaken.clear();
}

QSet<ContainerId> ContainerTable::applyList(const QList<Container> &list)
{
    QSet<ContainerId> inspect;
    QSet<ContainerId> present;
    present.reserve(list.size());
    for (const Container &listed : list) {
        present.insert(listed.id);
        const auto it = m_entries.find(listed.id);
        if (m_overtaken.contains(listed.id)) {
            inspect.insert(listed.id); // changed, or destroyed, since the engine wrote the list
            continue;
        }
        const bool isNew = it == m_entries.end();
        Entry &entry = isNew ? m_entries[listed.id] : *it;
        Container next = isNew ? listed : merged(listed, entry.current, entry.healthChecked);
        normalise(next);
        if (isNew || !entry.fresh || next != entry.current)
            inspect.insert(listed.id);
        entry.current = std::move(next);
        touch(listed.id);
    }
    const QList<ContainerId> known = m_entries.keys();
    for (const ContainerId &id : known) {
        if (!present.contains(id) && !m_overtaken.contains(id))
            remove(id);
    }
    m_listUnderWay = false;
    m_overtaken.clear();
    m_listed = true;
    return inspect;
}

ContainerTable::Wishes ContainerTable::applyEvents(const QList<EngineEvent> &events, bool live)
{
    Wishes wishes;
    qsizetype strangers = 0;
    for (const EngineEvent &event : events) {
        if (event.type != QLatin1String("container"))
            continue;
        const base::Result<ContainerId> id = ContainerId::parse(event.actorId);
        if (!id)
            continue;
        const auto it = m_entries.find(*id);
        const bool gone = isEndOfContainer(event);
        if (gone && live) {
            if (m_listUnderWay && it != m_entries.end())
                m_overtaken.insert(*id);
            wishes.inspect.remove(*id);
            wishes.gone.insert(*id);
            remove(*id);
        } else if (it == m_entries.end()) {
            if (!gone && !wishes.inspect.contains(*id) && ++strangers <= mostStrangers)
                wishes.inspect.insert(*id);
        } else if (!live || applyEvent(event, *it)) {
            wishes.inspect.insert(*id);
        }
    }
    wishes.list = strangers > mostStrangers;
    return wishes;
}

// True if an inspection has to tell the rest.
bool ContainerTable::applyEvent(const EngineEvent &event, Entry &entry)
{
    const EventEffect effect = applyTo(entry.current, event, entry.healthChecked);
    if (effect.changed) {
        normalise(entry.current);
        touch(entry.current.id);
    }
    if (m_listUnderWay && (effect.changed || effect.inspect))
        m_overtaken.insert(entry.current.id);
    return effect.inspect;
}

void ContainerTable::applyDetail(const model::ContainerDetail &detail)
{
    Entry &entry = m_entries[detail.container.id];
    entry.current = detail.container;
    normalise(entry.current);
    entry.inspected = true;
    entry.fresh = true;
    entry.healthChecked = detail.healthCheck.has_value();
    entry.tty = detail.tty;
    touch(detail.container.id);
}

void ContainerTable::noteNoAnswer(const ContainerId &id)
{
    const auto it = m_entries.find(id);
    if (it == m_entries.end())
        return;
    it->current.noAnswer = true;
    touch(id);
}

void ContainerTable::remove(const ContainerId &id)
{
    const auto it = m_entries.find(id);
    if (it == m_entries.end())
        return;
    if (it->reported)
        m_vanished.insert(id);
    m_entries.erase(it);
    m_touched.remove(id);
}

void ContainerTable::clear()
{
    const QList<ContainerId> known = m_entries.keys();
    for (const ContainerId &id : known)
        remove(id);
    m_listed = false;
    m_listUnderWay = false;
    m_overtaken.clear();
}

model::ContainerChanges ContainerTable::takeChanges()
{
    model::ContainerChanges changes;
    const QSet<ContainerId> touched = std::exchange(m_touched, {});
    for (const ContainerId &id : touched) {
        const auto it = m_entries.find(id);
        if (it == m_entries.end() || it->reported == it->current)
            continue;
        it->reported = it->current;
        changes.upserted.append(it->current);
    }
    const QSet<ContainerId> vanished = std::exchange(m_vanished, {});
    for (const ContainerId &id : vanished) {
        if (!m_entries.contains(id))
            changes.removed.append(id);
    }
    return changes;
}

} // namespace mediahelm::control
