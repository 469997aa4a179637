// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/metrics_feed.h"

#include "core/server/replies.h"
#include "core/server/web_socket_frame.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRandomGenerator>

namespace mediahelm::server {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcFeed, "mediahelm.server.feed", QtInfoMsg)

constexpr quint64 window = 60; // ticks that a client may have missed and still be told only what changed
constexpr std::chrono::seconds rest{30}; // of working on after the last client has gone

QByteArray newEpoch()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
}

QByteArray helloFrame(const QByteArray &epoch, const FeedLimits &limits)
{
    const QJsonObject hello{
        {u"type"_s, u"hello"_s},
        {u"protocol"_s, 1},
        {u"version"_s, QStringLiteral(MEDIAHELM_VERSION)},
        {u"epoch"_s, QString::fromLatin1(epoch)},
        {u"interval_ms"_s, int(limits.tick.count())},
        {u"resume_window"_s, int(window)},
    };
    return textFrame(QJsonDocument(hello).toJson(QJsonDocument::Compact));
}

} // namespace

MetricsFeed::MetricsFeed(control::Fleet &fleet, StatsKeeper &stats, const FeedLimits &limits,
                         const PlaceCounter::Limits &places, const base::Clock &clock)
    : m_fleet(fleet)
    , m_stats(stats)
    , m_limits(limits)
    , m_clock(clock)
    , m_counter(places)
    , m_served(m_fromClients.serve())
    , m_clients(u"metrics-feed"_s, [this, limits, total = places.total] {
        return std::make_unique<FeedClients>(
            limits, total,
            FeedClients::Wires{
                [this](const QSet<quint64> &knows) { m_fromClients.post([this, knows] { tell(knows); }); },
                [this](quint64 id) { m_fromClients.post([this, id] { onEnded(id); }); }});
    })
{
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(m_limits.tick);
    connect(&m_tick, &QTimer::timeout, this, &MetricsFeed::tick);
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, &MetricsFeed::stop);
}

MetricsFeed::~MetricsFeed()
{
    stop();
}

std::optional<http::OutgoingResponse> MetricsFeed::join(Handover &connection, const Peer &peer, const QString &resume,
                                                        const BearerToken &token)
{
    const PlaceCounter::Lease place = m_counter.take(peer.remote);
    if (!place)
        return errorReply(503, u"refused"_s, u"there are too many clients already"_s);
    m_places.insert(++m_lastId, place);
    start();
    // Shared, as calls can be copied.
    const auto entry = std::make_shared<FeedEntry>(
        FeedEntry{m_lastId, std::move(connection.connection), connection.unread, resume, token});
    m_clients.post([entry](FeedClients &clients) { clients.join(*entry); });
    return std::nullopt;
}

// Made at most once per tick for all who know the same.
QByteArray MetricsFeed::catchUp(quint64 knows)
{
    const quint64 since = m_state->reaches(knows) ? knows : 0;
    QByteArray &frame = m_frames[since];
    if (frame.isEmpty())
        frame = textFrame(since > 0 ? m_state->deltaSince(since) : m_state->snapshot());
    return frame;
}

void MetricsFeed::tell(const QSet<quint64> &knows)
{
    if (!m_state)
        return;
    QHash<quint64, QByteArray> frames;
    for (const quint64 seq : knows)
        frames.insert(seq, catchUp(seq));
    m_clients.post([seq = m_state->seq(), frames](FeedClients &clients) { clients.tell(seq, frames); });
}

void MetricsFeed::onEnded(quint64 id)
{
    m_places.remove(id);
    if (m_places.isEmpty())
        m_rest.start();
    Q_EMIT clientEnded();
}

void MetricsFeed::start()
{
    m_rest.stop();
    if (m_state)
        return;
    m_state = std::make_unique<FeedState>(newEpoch(), window);
    m_wires = std::make_unique<QObject>();
    QObject *wires = m_wires.get();
    const auto setHost = [this](const base::HostId &host) {
        if (const auto status = m_fleet.host(host))
            m_state->setHost(*status);
    };
    connect(&m_fleet, &control::Fleet::hostAdded, wires, setHost);
    connect(&m_fleet, &control::Fleet::hostChanged, wires, setHost);
    connect(&m_fleet, &control::Fleet::hostRemoved, wires,
            [this](const base::HostId &host) { m_state->removeHost(host); });
    connect(&m_fleet, &control::Fleet::containersChanged, wires,
            [this](const base::HostId &host, const model::ContainerChanges &changes) {
                for (const model::Container &container : changes.upserted)
                    m_state->setContainer(host, container);
                for (const base::ContainerId &id : changes.removed)
                    m_state->removeContainer({host, id});
            });
    connect(&m_stats, &StatsKeeper::sampled, wires,
            [this](const QList<model::ContainerSample> &containers, const QList<model::HostSample> &hosts) {
                m_state->addSamples(containers, hosts);
            });
    const auto hosts = m_fleet.hosts();
    for (const control::HostStatus &status : hosts) {
        m_state->setHost(status);
        const auto containers = m_fleet.containers(status.profile.id);
        for (const model::Container &container : containers)
            m_state->setContainer(status.profile.id, container);
    }
    m_state->advance(m_clock.utcNow());
    m_clients.post([epoch = m_state->epoch(), hello = helloFrame(m_state->epoch(), m_limits)](FeedClients &clients) {
        clients.begin(epoch, hello);
    });
    m_stats.hold();
    m_tick.start();
    qCInfo(lcFeed) << "the first client has joined";
}

void MetricsFeed::stop()
{
    if (!m_state)
        return;
    m_tick.stop();
    m_wires.reset();
    m_state.reset();
    m_frames.clear();
    m_stats.release();
}

void MetricsFeed::tick()
{
    m_state->advance(m_clock.utcNow());
    m_frames.clear();
    const FeedTick tick{m_state->seq(), catchUp(m_state->seq() - 1), m_clock.monotonic()};
    m_clients.post([tick](FeedClients &clients) { clients.tick(tick); });
}

void MetricsFeed::closeAll(QWebSocketProtocol::CloseCode code, const QString &reason)
{
    m_clients.post([code, reason](FeedClients &clients) { clients.closeAll(code, reason); });
}

void MetricsFeed::closeOthersThan(const BearerToken &token)
{
    m_clients.post([token](FeedClients &clients) { clients.closeOthersThan(token); });
}

void MetricsFeed::abortAll()
{
    m_clients.post([](FeedClients &clients) { clients.abortAll(); });
}

} // namespace mediahelm::server
