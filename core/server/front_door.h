// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/server/peer.h"
#include "core/server/request_handler.h"
#include "core/server/server_options.h"

#include <QTcpServer>

namespace mediahelm::server {

class HttpConnection;

// Accepts connections within its limits and lets each speak HTTP; one too many is closed at once, so that the backlog
// never fills. Owned by the server; main thread.
class FrontDoor final : public QTcpServer
{
    Q_OBJECT

public:
    // `handler` and `clock` outlive it.
    FrontDoor(RequestHandler &handler, const FrontDoorLimits &limits, const base::Clock &clock);
    ~FrontDoor() override;

    // Errors as of Server::listen().
    base::Status open(const QHostAddress &address, quint16 port);

    // Accepts nobody further; every connection ends as soon as it may.
    void finish();
    void abortAll();
    int connections() const { return m_places.taken(); }

Q_SIGNALS:
    void connectionEnded();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    RequestHandler &m_handler;
    const FrontDoorLimits m_limits;
    const base::Clock &m_clock;
    PlaceCounter m_places;
};

} // namespace mediahelm::server
