// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/response_writer.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace mediahelm::server {

// What a handler is told. Percent-encoding is undone.
struct RouteCall {
    QHash<QString, QString> path; // of "{id}" and the like
    QHash<QString, QString> query;
    QByteArray body;
};

// Whom a route answers. There is no default: every route says it.
enum class Access { open, token };

struct Route {
    QByteArray method;
    QString pattern; // "/api/v1/services/{id}"
    Access access;
    QStringList queries; // the parameters that it knows; others are refused, so that a misspelt filter is no filter
    qint64 bodyLimit; // bytes; 0 for none
    bool webSocket; // its GET is an upgrade
    std::function<http::OutgoingResponse(const RouteCall &)> handler; // unused for a WebSocket
};

// The routes of the server and nothing else: what is not listed does not exist. GET routes answer HEAD too. Owned by
// the server; main thread.
class Router
{
public:
    // A path that some route has, or the reply to give instead.
    struct Match {
        const Route *route = nullptr;
        RouteCall call;
        std::optional<http::OutgoingResponse> refusal; // 400, 404, 405
    };

    void add(Route route) { m_routes.append(std::move(route)); }
    const QList<Route> &routes() const { return m_routes; }

    // Valid until the next add().
    Match match(const QByteArray &method, const QByteArray &target) const;

private:
    QList<Route> m_routes;
};

} // namespace mediahelm::server
