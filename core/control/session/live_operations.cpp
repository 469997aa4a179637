// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/live_operations.h"

#include "core/control/session/live_fleet.h"
#include "core/engine/engine_client.h"

namespace mediahelm::control {

using base::Error;
using base::ErrorKind;
using base::HostId;
using base::Result;
using model::ContainerAction;
using model::ContainerKey;

namespace {

// Of the 8 calls that an engine gets from us: stopping may take long, and lists and pings must find room.
constexpr int mostAtOnce = 4;

Error notConnected(const HostId &host)
{
    return {ErrorKind::unreachable, QStringLiteral("the host '%1' is not connected").arg(host.text()), {}};
}

Error connectionLost(const HostId &host)
{
    return {ErrorKind::unreachable,
            QStringLiteral("the connection to '%1' ended before its engine answered; it may have acted all the same")
                .arg(host.text()),
            {}};
}

} // namespace

LiveOperations::LiveOperations(LiveFleet &fleet, const base::Clock &clock, QObject *parent)
    : ServiceOperations(parent)
    , m_fleet(fleet)
    , m_clock(clock)
{
    connect(&m_fleet, &LiveFleet::linkGone, this, &LiveOperations::hostLost);
}

LiveOperations::~LiveOperations() = default;

QFuture<Result<void>> LiveOperations::perform(const ContainerKey &key, ContainerAction action,
                                              const OperationOptions &options)
{
    if (m_entries.contains(key))
        return base::finishedWith<void>(
            Error{ErrorKind::conflict, QStringLiteral("an operation on this container is under way"), {}});
    const HostSession *session = m_fleet.session(key.host);
    if (!session || !session->connected())
        return base::finishedWith<void>(notConnected(key.host));

    Entry entry;
    entry.operation.id = ++m_lastId;
    entry.operation.key = key;
    entry.operation.action = action;
    entry.operation.startedAt = m_clock.utcNow();
    entry.options = options;
    const QFuture<Result<void>> future = entry.answer.future();
    const Operation begun = entry.operation;
    m_entries.emplace(key, std::move(entry));
    m_waiting[key.host].enqueue(key);
    Q_EMIT started(begun);
    pump(key.host);
    return future;
}

std::optional<Operation> LiveOperations::running(const ContainerKey &key) const
{
    const auto it = m_entries.find(key);
    return it == m_entries.end() ? std::nullopt : std::optional(it->second.operation);
}

void LiveOperations::pump(const HostId &host)
{
    while (m_sent[host] < mostAtOnce) {
        const auto waiting = m_waiting.find(host); // anew: what is sent may end at once, and with it the host
        if (waiting == m_waiting.end() || waiting->isEmpty())
            return;
        const auto it = m_entries.find(waiting->dequeue());
        if (it != m_entries.end() && !it->second.sent)
            send(it->second);
    }
}

void LiveOperations::send(Entry &entry)
{
    const ContainerKey key = entry.operation.key;
    const HostSession *session = m_fleet.session(key.host);
    engine::EngineClient *engine = session ? session->engine() : nullptr;
    if (!engine)
        return; // hostLost() ends it
    entry.sent = true;
    ++m_sent[key.host];
    engine::EngineClient::ActionOptions options;
    options.force = entry.options.force;
    options.removeAnonymousVolumes = entry.options.removeAnonymousVolumes;
    engine->act(key.id, entry.operation.action, options)
        .then(this, [this, key, id = entry.operation.id](const Result<void> &result) { finish(key, id, result); });
}

void LiveOperations::finish(const ContainerKey &key, quint64 id, const Result<void> &result)
{
    const auto it = m_entries.find(key);
    if (it == m_entries.end() || it->second.operation.id != id)
        return; // ended with its host
    Entry entry = std::move(it->second);
    m_entries.erase(it);
    if (entry.sent)
        --m_sent[key.host];
    entry.operation.finished = true;
    if (!result)
        entry.operation.error = result.error();
    if (HostSession *session = m_fleet.session(key.host))
        session->lookAt(key.id);
    pump(key.host);
    entry.answer.finish(result);
    Q_EMIT finished(entry.operation);
}

void LiveOperations::hostLost(const HostId &host)
{
    QList<std::pair<ContainerKey, quint64>> lost;
    for (const auto &[key, entry] : m_entries) {
        if (key.host == host)
            lost.append({key, entry.operation.id});
    }
    m_waiting.remove(host);
    for (const auto &[key, id] : std::as_const(lost))
        finish(key, id, connectionLost(host));
}

} // namespace mediahelm::control
