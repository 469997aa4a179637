// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"
#include "core/server/feed_fields.h"

#include <QHash>
#include <QList>

namespace mediahelm::server {

// What the clients of the metrics feed know, with the number of the tick at which each part last changed. So what
// changed since any recent tick can be told in one message that holds only the newest value of everything, however
// much happened in between, and nothing has to be queued for a slow reader. A value without threads; owned by the feed.
class FeedState
{
public:
    // `window`: how many ticks back deltaSince() reaches. `epoch` names this numbering; another one begins anew.
    FeedState(QByteArray epoch, quint64 window);

    void setHost(const control::HostStatus &status);
    void removeHost(const base::HostId &host);
    void setContainer(const base::HostId &host, const model::Container &container);
    void removeContainer(const model::ContainerKey &key);
    void addSamples(const QList<model::ContainerSample> &containers, const QList<model::HostSample> &hosts);

    // Gives what changed since the last call the next number. `at` stands in the messages until the next call.
    quint64 advance(const QDateTime &at);
    quint64 seq() const { return m_seq; }
    const QByteArray &epoch() const { return m_epoch; }

    // schemas/api/feed-snapshot.schema.json
    QByteArray snapshot() const;
    bool reaches(quint64 seq) const; // whether deltaSince(seq) can be told
    // What changed after `seq`; schemas/api/feed-delta.schema.json. Only if it reaches.
    QByteArray deltaSince(quint64 seq) const;

private:
    struct Host {
        QByteArray json;
        quint64 changed = 0;
        FeedFields sample;
    };
    struct Service {
        quint32 ref = 0; // stands for the container in samples and removals: its id is long
        QByteArray facts;
        QByteArray json; // the facts with the ref
        quint64 changed = 0;
        FeedFields sample;
    };
    template<typename Name>
    struct Removed {
        Name name;
        quint64 at = 0;
    };

    QByteArray message(const char *type, quint64 since) const;

    QByteArray m_epoch;
    quint64 m_window;
    quint64 m_seq = 0;
    QByteArray m_at;
    quint32 m_lastRef = 0;
    QHash<base::HostId, Host> m_hosts;
    QHash<model::ContainerKey, Service> m_services;
    QList<Removed<base::HostId>> m_removedHosts;
    QList<Removed<quint32>> m_removedServices;
};

} // namespace mediahelm::server
