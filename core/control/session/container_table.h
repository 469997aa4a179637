// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container_detail.h"
#include "core/model/engine_info.h"

#include <QMap>
#include <QSet>

#include <optional>

namespace mediahelm::control {

// What is known of one host's containers, put together from lists, inspections and events, and what of it has changed
// since it was last reported. Three sources that overtake each other meet here: a reply that was on its way while an
// event came is not believed over the event. Pure: no engine, no timers. Owned by the HostSession.
class ContainerTable
{
public:
    // What a batch of events asks for.
    struct Wishes {
        QSet<base::ContainerId> inspect;
        QSet<base::ContainerId> gone; // whose inspections are void
        bool list = false; // too much is unknown: read everything
    };

    bool listed() const { return m_listed; }
    QList<model::Container> containers() const; // by project, service, name
    std::optional<model::Container> find(const base::ContainerId &id) const;
    std::optional<bool> tty(const base::ContainerId &id) const; // once inspected
    qsizetype size() const { return m_entries.size(); }

    // A new connection: what happened meanwhile may not show in a list (a restart), so each is inspected once more.
    void doubtAll();
    // Before a list is asked for, and with its reply. Returns what should be inspected.
    void listAsked();
    QSet<base::ContainerId> applyList(const QList<model::Container> &list);

    // `live`: false while events may be old ones that are told again after a reconnect: they then only say where to
    // look.
    Wishes applyEvents(const QList<model::EngineEvent> &events, bool live);

    void applyDetail(const model::ContainerDetail &detail);
    void noteNoAnswer(const base::ContainerId &id); // until its next detail
    void remove(const base::ContainerId &id);
    void clear(); // everything goes; listed() is false again

    // What is different from the last report: each container at most once, nothing that changed back meanwhile.
    model::ContainerChanges takeChanges();

private:
    struct Entry {
        model::Container current;
        std::optional<model::Container> reported;
        bool inspected = false;
        bool fresh = false; // inspected since doubtAll()
        bool healthChecked = false; // it has a health check
        bool tty = false;
    };

    bool applyEvent(const model::EngineEvent &event, Entry &entry);
    void touch(const base::ContainerId &id) { m_touched.insert(id); }

    QMap<base::ContainerId, Entry> m_entries;
    QSet<base::ContainerId> m_touched; // since the last report
    QSet<base::ContainerId> m_vanished; // reported before, gone since
    bool m_listed = false;
    bool m_listUnderWay = false;
    QSet<base::ContainerId> m_overtaken; // by live events while the list is under way
};

} // namespace mediahelm::control
