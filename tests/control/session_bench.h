// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/fleet.h"
#include "core/control/host_directory.h"
#include "core/control/service_operations.h"
#include "core/control/session/question_board.h"
#include "core/control/session/sessions.h"
#include "tests/control/scripted_transport.h"
#include "tests/fakes/fake_engine.h"
#include "tests/fakes/memory_host_profile_store.h"

#include <algorithm>
#include <memory>

namespace mediahelm::tests {

inline base::HostId hostId(const QString &name)
{
    return *base::HostId::parse(name);
}

inline model::HostProfile profileOf(const QString &name, const QString &address = QStringLiteral("local"))
{
    return {hostId(name), *model::EngineAddress::parse(address), {}};
}

// Short enough for a test, long enough for a busy machine.
inline control::Timings shortTimings()
{
    using std::chrono::milliseconds;
    control::Timings timings;
    timings.quietBeforePing = milliseconds(150);
    timings.answerDeadline = milliseconds(250);
    timings.silenceBeforeAnew = milliseconds(1500);
    timings.pingDeadline = milliseconds(400);
    timings.listDeadline = milliseconds(400);
    timings.inspectDeadline = milliseconds(800);
    timings.actionDeadline = milliseconds(800);
    timings.firstRetry = milliseconds(20);
    timings.longestRetry = milliseconds(200);
    timings.nearbyRetry = milliseconds(100);
    timings.silentEngineRetry = milliseconds(100);
    timings.noPermissionRetry = milliseconds(600);
    timings.suspendCheck = milliseconds(50);
    timings.inspectSpacing = milliseconds(20);
    timings.relistSpacing = milliseconds(50);
    timings.statsTick = milliseconds(100);
    timings.statsRetry = milliseconds(100);
    timings.connectionTest = milliseconds(3000);
    return timings;
}

// The machine's clock, and a sleep that a test dreams up.
class SleepyClock final : public base::Clock
{
public:
    QDateTime utcNow() const override { return m_system.utcNow().addMSecs(slept.count()); }
    std::chrono::milliseconds monotonic() const override { return m_system.monotonic(); }
    std::chrono::milliseconds sinceBoot() const override { return m_system.sinceBoot() + slept; }

    std::chrono::milliseconds slept{0};

private:
    base::SystemClock m_system;
};

// Sessions over a fake engine, one host named "box", and what a face would have seen.
class SessionBench : public QObject
{
    Q_OBJECT

public:
    explicit SessionBench(int containers = 0, const control::Timings &timings = shortTimings(),
                          QList<model::HostProfile> profiles = {profileOf(QStringLiteral("box"))})
        : store(std::move(profiles))
    {
        engine.machine().populate(containers);
        for (const model::HostProfile &profile : store.hosts())
            transports.of(profile.id.text()).socketPath = engine.socketPath();
        sessions = std::make_unique<control::Sessions>(
            control::SessionDependencies{transports, store, questions, clock}, timings);
        connect(&fleet(), &control::Fleet::containersChanged, this,
                [this](const base::HostId &, const model::ContainerChanges &changes) { note(changes); });
        connect(&fleet(), &control::Fleet::hostChanged, this,
                [this](const base::HostId &host) { phases.append(fleet().host(host)->connection.phase); });
    }

    control::Fleet &fleet() { return sessions->control().fleet; }
    Script &script() { return transports.of(QStringLiteral("box")); }
    base::HostId box() const { return hostId(QStringLiteral("box")); }
    model::ConnectionState state() { return fleet().host(box())->connection; }
    model::ConnectionPhase phase() { return state().phase; }
    bool connected() { return phase() == model::ConnectionPhase::connected; }

    base::ContainerId idOf(const QString &name)
    {
        const fakes::FakeContainer *container = engine.machine().find(name);
        return container ? *base::ContainerId::parse(container->id) : base::ContainerId();
    }
    model::ContainerKey keyOf(const QString &name) { return {box(), idOf(name)}; }
    std::optional<model::Container> known(const QString &name) { return fleet().container(keyOf(name)); }
    // How often the engine was asked so; a path may end in '*'.
    int asked(const QByteArray &method, const QByteArray &path) const
    {
        return engine.requestCount(QString::fromLatin1(method), QString::fromLatin1(path));
    }
    // Every container has been inspected, and reported so: the start of each is known.
    bool detailed()
    {
        return fleet().listed(box()) && seen.size() == engine.machine().count()
            && std::all_of(seen.begin(), seen.end(), [](const model::Container &c) { return c.startedAt.isValid(); });
    }

    fakes::FakeEngine engine;
    ScriptedTransports transports;
    fakes::MemoryHostProfileStore store;
    control::QuestionBoard questions;
    SleepyClock clock;
    std::unique_ptr<control::Sessions> sessions;

    // Seen through the seam.
    QList<model::ContainerChanges> reports;
    QList<model::ConnectionPhase> phases;
    QHash<base::ContainerId, model::Container> seen; // what a face that follows the reports shows
    int upserts = 0;
    int removals = 0;
    void forgetSeen()
    {
        reports.clear();
        phases.clear();
        upserts = 0;
        removals = 0;
    }

private:
    void note(const model::ContainerChanges &changes)
    {
        reports.append(changes);
        for (const model::Container &container : changes.upserted)
            seen.insert(container.id, container);
        for (const base::ContainerId &id : changes.removed)
            seen.remove(id);
        upserts += int(changes.upserted.size());
        removals += int(changes.removed.size());
    }
};

} // namespace mediahelm::tests
