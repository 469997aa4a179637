// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/inspection_queue.h"

#include <algorithm>

namespace mediahelm::control {

using base::ContainerId;
using base::ErrorKind;
using base::Result;
using model::ContainerDetail;
using std::chrono::milliseconds;

namespace {

constexpr int mostUnderWay = 3; // of the 8 calls that an engine gets from us
constexpr qsizetype mostItems = 1024;
constexpr int mostOvertaken = 3; // then a reply is believed all the same, lest a busy container is never read
constexpr milliseconds firstPatience{5000}; // before one that did not answer is asked again; doubles
constexpr int mostDoublings = 6;

} // namespace

InspectionQueue::InspectionQueue(engine::EngineClient &engine, const base::Clock &clock, const Timings &timings,
                                 QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_timings(timings)
{
    m_spaced.setSingleShot(true);
    connect(&m_spaced, &QTimer::timeout, this, &InspectionQueue::wakeForSpaced);
}

bool InspectionQueue::want(const ContainerId &id)
{
    if (m_items.size() >= mostItems && !m_items.contains(id)) {
        forgetRested();
        if (m_items.size() >= mostItems)
            return false;
    }
    Item &item = m_items[id];
    if (item.wanted)
        return true;
    item.wanted = true;
    if (item.call != 0)
        return true; // asked again when the reply is here
    if (item.notBefore > m_clock.monotonic()) {
        if (!m_spaced.isActive())
            m_spaced.start(m_timings.inspectSpacing);
        return true;
    }
    makeReady(id);
    pump();
    return true;
}

// While all places are taken by containers that hang, others come and go: what was forgotten does not pile up.
void InspectionQueue::makeReady(const ContainerId &id)
{
    if (m_ready.size() >= 2 * mostItems) {
        QSet<ContainerId> kept;
        m_ready.removeIf([&](const ContainerId &one) {
            const bool idle = !m_items.value(one).wanted || kept.contains(one);
            kept.insert(one);
            return idle;
        });
    }
    m_ready.enqueue(id);
}

// Those that nobody wants any more, and that may be asked for again at once.
void InspectionQueue::forgetRested()
{
    const milliseconds now = m_clock.monotonic();
    m_items.removeIf([now](QHash<ContainerId, Item>::iterator item) {
        return !item->wanted && item->call == 0 && item->notBefore <= now;
    });
}

void InspectionQueue::forget(const ContainerId &id)
{
    const auto it = m_items.constFind(id);
    if (it == m_items.constEnd())
        return;
    m_items.erase(it);
}

void InspectionQueue::pump()
{
    while (m_underWay < mostUnderWay && !m_ready.isEmpty()) {
        const ContainerId id = m_ready.dequeue();
        const auto it = m_items.constFind(id);
        if (it != m_items.constEnd() && it->wanted && it->call == 0)
            ask(id);
    }
}

void InspectionQueue::ask(const ContainerId &id)
{
    Item &item = m_items[id];
    item.wanted = false;
    item.call = ++m_lastCall;
    ++m_underWay;
    m_engine.inspect(id).then(
        this, [this, id, call = item.call](const Result<ContainerDetail> &reply) { replied(id, call, reply); });
}

void InspectionQueue::replied(const ContainerId &id, quint64 call, const Result<ContainerDetail> &reply)
{
    --m_underWay;
    const bool engineSpoke =
        reply || (reply.error().kind != ErrorKind::timeout && reply.error().kind != ErrorKind::unreachable);
    const auto it = m_items.find(id);
    bool believe = false;
    if (it != m_items.end() && it->call == call) {
        it->call = 0;
        believe = keepReply(*it, reply);
        if (it->wanted && !m_spaced.isActive())
            m_spaced.start(m_timings.inspectSpacing);
    }
    const bool isGone = believe && !reply && reply.error().kind == ErrorKind::notFound;
    const bool hangs = it != m_items.end() && !reply && reply.error().kind == ErrorKind::timeout;
    if (isGone)
        m_items.remove(id);
    pump();
    if (engineSpoke)
        Q_EMIT answered();
    if (isGone)
        Q_EMIT gone(id);
    else if (believe && reply)
        Q_EMIT inspected(*reply);
    else if (hangs)
        Q_EMIT unanswered(id);
}

// Whether the reply is good; if not, the container is wanted again.
bool InspectionQueue::keepReply(Item &item, const Result<ContainerDetail> &reply)
{
    const milliseconds now = m_clock.monotonic();
    item.notBefore = now + m_timings.inspectSpacing;
    const bool answered = reply || reply.error().kind == ErrorKind::notFound;
    if (!answered) {
        item.wanted = true;
        item.notBefore = now + firstPatience * (1 << std::min(item.unanswered, mostDoublings));
        ++item.unanswered;
        return false;
    }
    item.unanswered = 0;
    if (item.wanted && item.overtaken < mostOvertaken) {
        ++item.overtaken;
        return false;
    }
    item.overtaken = 0;
    return true;
}

// Looks for those whose time has come, and forgets those that nobody wants any more.
void InspectionQueue::wakeForSpaced()
{
    forgetRested();
    const milliseconds now = m_clock.monotonic();
    bool more = false;
    for (auto it = m_items.cbegin(); it != m_items.cend(); ++it) {
        const bool rested = it->notBefore <= now;
        if (it->wanted && it->call == 0 && rested)
            makeReady(it.key());
        more = more || (it->wanted && !rested);
    }
    pump();
    if (more)
        m_spaced.start(m_timings.inspectSpacing);
}

} // namespace mediahelm::control
