// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/container_watch.h"

#include <algorithm>

namespace mediahelm::control {

using base::Result;
using model::Container;
using model::EngineEvent;

namespace {

constexpr std::chrono::milliseconds firstResubscription{500};
constexpr std::chrono::milliseconds longestResubscription{10000};

} // namespace

ContainerWatch::ContainerWatch(engine::EngineClient &engine, ContainerTable &table, const base::Clock &clock,
                               const Timings &timings, std::optional<qint64> sinceNano, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_table(table)
    , m_timings(timings)
    , m_inspections(engine, clock, timings)
    , m_resubscribe(firstResubscription, longestResubscription)
    , m_lastEventNano(sinceNano)
{
    for (QTimer *timer : {&m_resubscribeTimer, &m_quietTimer, &m_listPause})
        timer->setSingleShot(true);
    connect(&m_resubscribeTimer, &QTimer::timeout, this, &ContainerWatch::subscribe);
    connect(&m_quietTimer, &QTimer::timeout, this, &ContainerWatch::askForList);
    connect(&m_listPause, &QTimer::timeout, this, [this] {
        if (m_listWanted)
            askForList();
    });
    connect(&m_inspections, &InspectionQueue::answered, this, &ContainerWatch::heard);
    connect(&m_inspections, &InspectionQueue::inspected, this, [this](const model::ContainerDetail &detail) {
        m_table.applyDetail(detail);
        Q_EMIT tableChanged();
    });
    connect(&m_inspections, &InspectionQueue::unanswered, this, &ContainerWatch::containerHangs);
    connect(&m_inspections, &InspectionQueue::gone, this, [this](const base::ContainerId &id) {
        m_table.remove(id);
        Q_EMIT tableChanged();
    });
}

ContainerWatch::~ContainerWatch() = default;

void ContainerWatch::start()
{
    m_table.doubtAll();
    subscribe();
    askForList();
}

void ContainerWatch::lookAt(const base::ContainerId &id)
{
    inspectAll({id});
}

void ContainerWatch::subscribe()
{
    engine::EventFilter filter;
    filter.sinceNano = m_lastEventNano;
    m_feed = Feed::asked;
    m_events = m_engine.events(filter);
    connect(m_events.get(), &engine::EventStream::opened, this, &ContainerWatch::subscribed);
    connect(m_events.get(), &engine::EventStream::events, this, &ContainerWatch::takeEvents);
    connect(m_events.get(), &engine::EventStream::failed, this, &ContainerWatch::streamEnded);
    connect(m_events.get(), &engine::EventStream::closed, this, &ContainerWatch::streamEnded);
}

// Only a list that is asked for from now on cannot have missed anything.
void ContainerWatch::subscribed()
{
    m_feed = Feed::subscribed;
    m_resubscribe.reset();
    Q_EMIT heard();
    if (!m_listUnderWay)
        sendForList();
}

void ContainerWatch::streamEnded()
{
    m_feed = Feed::none;
    m_events.release()->deleteLater();
    m_resubscribeTimer.start(m_resubscribe.next());
    Q_EMIT streamBroke();
}

void ContainerWatch::takeEvents(const QList<EngineEvent> &batch)
{
    for (const EngineEvent &event : batch)
        m_lastEventNano = std::max(m_lastEventNano.value_or(0), event.timeNano);
    const ContainerTable::Wishes wishes = m_table.applyEvents(batch, m_feed == Feed::live);
    for (const base::ContainerId &id : wishes.gone)
        m_inspections.forget(id);
    inspectAll(wishes.inspect);
    if (wishes.list)
        askForList();
    if (m_table.listed())
        m_quietTimer.start(m_timings.relistInterval);
    Q_EMIT heard();
    Q_EMIT tableChanged();
}

void ContainerWatch::inspectAll(const QSet<base::ContainerId> &ids)
{
    for (const base::ContainerId &id : ids) {
        if (!m_inspections.want(id))
            askForList();
    }
}

void ContainerWatch::askForList()
{
    if (m_listUnderWay || m_listPause.isActive())
        m_listWanted = true;
    else
        sendForList();
}

void ContainerWatch::sendForList()
{
    m_listWanted = false;
    m_listUnderWay = true;
    m_listCoversEvents = m_feed == Feed::subscribed || m_feed == Feed::live;
    m_table.listAsked();
    m_engine.containers().then(this, [this](const Result<QList<Container>> &list) {
        m_listUnderWay = false;
        m_listPause.start(m_timings.relistSpacing);
        if (list) {
            takeList(*list);
            return;
        }
        m_listWanted = true;
        Q_EMIT listFailed(list.error());
    });
}

void ContainerWatch::takeList(const QList<Container> &list)
{
    const QSet<base::ContainerId> inspect = m_table.applyList(list);
    m_quietTimer.start(m_timings.relistInterval);
    if (m_feed == Feed::subscribed) {
        if (m_listCoversEvents)
            m_feed = Feed::live;
        else
            sendForList();
    }
    inspectAll(inspect);
    Q_EMIT tableChanged();
    Q_EMIT listRead();
}

} // namespace mediahelm::control
