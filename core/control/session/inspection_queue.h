// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/session/timings.h"
#include "core/engine/engine_client.h"

#include <QHash>
#include <QObject>
#include <QQueue>
#include <QSet>
#include <QTimer>

namespace mediahelm::control {

// Inspects containers as often as needed and no more: each at most once at a time and not too often, a few of a host at
// a time, so that calls of the user always find room. One that does not answer is asked again ever more rarely and
// holds up nobody. A reply that was overtaken by an event is asked for again instead of being believed. Owned by the
// ContainerWatch; dies with the connection.
class InspectionQueue final : public QObject
{
    Q_OBJECT

public:
    InspectionQueue(engine::EngineClient &engine, const base::Clock &clock, const Timings &timings,
                    QObject *parent = nullptr);

    // False when too many wait already: read the whole list instead.
    bool want(const base::ContainerId &id);
    void forget(const base::ContainerId &id); // it is gone; a reply under way is void
    qsizetype waiting() const { return m_items.size(); }

Q_SIGNALS:
    void inspected(const mediahelm::model::ContainerDetail &detail);
    void gone(const mediahelm::base::ContainerId &id);
    void unanswered(const mediahelm::base::ContainerId &id); // in time; it is asked for again, ever more rarely
    void answered(); // the engine said something, whatever it was

private:
    struct Item {
        std::chrono::milliseconds notBefore{0}; // monotonic
        quint64 call = 0; // under way; 0 for none
        bool wanted = false;
        int overtaken = 0; // replies dropped in a row
        int unanswered = 0; // in a row
    };

    void makeReady(const base::ContainerId &id);
    void forgetRested();
    void pump();
    void ask(const base::ContainerId &id);
    void replied(const base::ContainerId &id, quint64 call, const base::Result<model::ContainerDetail> &reply);
    bool keepReply(Item &item, const base::Result<model::ContainerDetail> &reply);
    void wakeForSpaced();

    engine::EngineClient &m_engine;
    const base::Clock &m_clock;
    const Timings &m_timings;
    QHash<base::ContainerId, Item> m_items;
    QQueue<base::ContainerId> m_ready; // wanted, and far enough from the last time; may hold forgotten ones
    QTimer m_spaced;
    quint64 m_lastCall = 0;
    int m_underWay = 0;
};

} // namespace mediahelm::control
