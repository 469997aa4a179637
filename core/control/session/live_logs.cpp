// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/live_logs.h"

#include "core/control/session/live_fleet.h"
#include "core/engine/engine_client.h"

#include <QPointer>

namespace mediahelm::control {

using base::Error;
using base::ErrorKind;
using base::HostId;
using base::Result;
using model::ContainerDetail;
using model::ContainerKey;

namespace {

class LiveLogFeed final : public LogFeed
{
public:
    LiveLogFeed(LiveFleet &fleet, const ContainerKey &key, const model::LogOptions &options)
        : m_fleet(&fleet)
        , m_key(key)
        , m_options(options)
    {
        connect(&fleet, &LiveFleet::linkGone, this, [this](const HostId &host) {
            if (host == m_key.host)
                end(Error{ErrorKind::unreachable, QStringLiteral("the connection to the host ended"), {}});
        });
        QMetaObject::invokeMethod(this, &LiveLogFeed::begin, Qt::QueuedConnection);
    }

    void setPaused(bool paused) override
    {
        m_paused = paused;
        if (m_stream)
            m_stream->setPaused(paused);
    }

private:
    void begin()
    {
        if (m_ended)
            return;
        HostSession *session = m_fleet ? m_fleet->session(m_key.host) : nullptr;
        if (!session || !session->engine()) {
            end(Error{ErrorKind::unreachable, QStringLiteral("the host is not connected"), {}});
            return;
        }
        // Whether the container has a terminal tells how its log is framed.
        if (const std::optional<bool> tty = session->table().tty(m_key.id)) {
            read(*session, *tty);
            return;
        }
        session->engine()->inspect(m_key.id).then(this, [this](const Result<ContainerDetail> &detail) {
            if (m_ended)
                return;
            HostSession *still = m_fleet ? m_fleet->session(m_key.host) : nullptr;
            if (!detail)
                end(detail.error());
            else if (still && still->engine())
                read(*still, detail->tty);
        });
    }

    void read(HostSession &session, bool tty)
    {
        m_stream = session.engine()->logs(m_key.id, tty, m_options);
        m_stream->setPaused(m_paused);
        connect(m_stream.get(), &engine::LogStream::lines, this, &LogFeed::lines);
        connect(m_stream.get(), &engine::LogStream::failed, this, &LiveLogFeed::end);
        connect(m_stream.get(), &engine::LogStream::closed, this, [this] { end(std::nullopt); });
    }

    void end(const std::optional<Error> &error)
    {
        if (std::exchange(m_ended, true))
            return;
        if (m_stream) {
            m_stream->disconnect(this);
            m_stream.release()->deleteLater();
        }
        if (error)
            Q_EMIT failed(*error);
        else
            Q_EMIT closed();
    }

    QPointer<LiveFleet> m_fleet;
    ContainerKey m_key;
    model::LogOptions m_options;
    std::unique_ptr<engine::LogStream> m_stream;
    bool m_paused = false;
    bool m_ended = false;
};

} // namespace

LiveLogs::LiveLogs(LiveFleet &fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
{
}

std::unique_ptr<LogFeed> LiveLogs::open(const ContainerKey &key, const model::LogOptions &options)
{
    return std::make_unique<LiveLogFeed>(m_fleet, key, options);
}

} // namespace mediahelm::control
