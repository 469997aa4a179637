// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/control/session/container_table.h"
#include "core/control/session/inspection_queue.h"
#include "core/control/session/timings.h"
#include "core/engine/engine_client.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace mediahelm::control {

// Keeps a ContainerTable true while a connection lasts: events, the full list where events cannot be trusted, and
// inspections of what they point at. Owned by the HostSession and gone with the connection, so that no late reply finds
// it; the table stays.
class ContainerWatch final : public QObject
{
    Q_OBJECT

public:
    // `sinceNano`: the last event of the connection before, to be told what happened meanwhile.
    ContainerWatch(engine::EngineClient &engine, ContainerTable &table, const base::Clock &clock,
                   const Timings &timings, std::optional<qint64> sinceNano, QObject *parent = nullptr);
    ~ContainerWatch() override;

    void start(); // asks for the list and the events at once
    void lookAt(const base::ContainerId &id); // something was done to it
    std::optional<qint64> lastEventNano() const { return m_lastEventNano; }

Q_SIGNALS:
    void tableChanged();
    void heard(); // something came from the engine
    void containerHangs(const mediahelm::base::ContainerId &id); // an inspection of it went unanswered
    void listRead();
    void listFailed(const mediahelm::base::Error &error);
    void streamBroke(); // the events ended: is the engine still there?

private:
    enum class Feed {
        none,
        asked,
        subscribed, // events come, old ones that are told again among them
        live, // and a list was read that was asked for after that: what comes now is new
    };

    void subscribe();
    void subscribed();
    void streamEnded();
    void takeEvents(const QList<model::EngineEvent> &batch);
    void askForList(); // soon: lists keep their distance
    void sendForList();
    void takeList(const QList<model::Container> &list);
    void inspectAll(const QSet<base::ContainerId> &ids);

    engine::EngineClient &m_engine;
    ContainerTable &m_table;
    const Timings &m_timings;
    InspectionQueue m_inspections;
    std::unique_ptr<engine::EventStream> m_events;
    base::Backoff m_resubscribe;
    QTimer m_resubscribeTimer;
    QTimer m_quietTimer; // the list that nothing asked for
    QTimer m_listPause; // between lists that events ask for
    std::optional<qint64> m_lastEventNano;
    bool m_listUnderWay = false;
    bool m_listWanted = false; // once more
    bool m_listCoversEvents = false; // it was asked for while subscribed
    Feed m_feed = Feed::none;
};

} // namespace mediahelm::control
