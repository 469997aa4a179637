// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/rest_api.h"

#include "core/control/service_json.h"
#include "core/server/replies.h"

#include <QJsonArray>
#include <QJsonObject>

namespace mediahelm::server {

using namespace Qt::StringLiterals;

RestApi::RestApi(control::Fleet &fleet, StatsKeeper &stats, const base::Clock &clock)
    : m_fleet(fleet)
    , m_stats(stats)
    , m_clock(clock)
    , m_startedAt(clock.monotonic())
{
}

void RestApi::addRoutes(Router &router)
{
    const auto get = [&router](const QString &pattern, Access access, const QStringList &queries, auto handler) {
        router.add({"GET", pattern, access, queries, 0, false, std::move(handler)});
    };
    get(u"/healthz"_s, Access::open, {}, [this](const RouteCall &call) { return health(call); });
    get(u"/api/v1/hosts"_s, Access::token, {}, [this](const RouteCall &call) { return hosts(call); });
    get(u"/api/v1/services"_s, Access::token, {u"host"_s, u"project"_s},
        [this](const RouteCall &call) { return services(call); });
    get(u"/api/v1/services/{id}"_s, Access::token, {u"host"_s},
        [this](const RouteCall &call) { return service(call); });
}

// Open to everybody, so it tells nothing of hosts and services.
http::OutgoingResponse RestApi::health(const RouteCall &) const
{
    const auto uptime = std::chrono::duration_cast<std::chrono::seconds>(m_clock.monotonic() - m_startedAt);
    return jsonReply(QJsonDocument(QJsonObject{
        {u"status"_s, u"ok"_s},
        {u"version"_s, QStringLiteral(MEDIAHELM_VERSION)},
        {u"uptime_seconds"_s, qint64(uptime.count())},
    }));
}

http::OutgoingResponse RestApi::hosts(const RouteCall &) const
{
    QJsonArray items;
    const auto statuses = m_fleet.hosts();
    for (const control::HostStatus &status : statuses)
        items.append(control::hostJson(status));
    return jsonReply(QJsonDocument(items));
}

http::OutgoingResponse RestApi::services(const RouteCall &call) const
{
    m_stats.touch();
    const auto host = call.query.constFind(u"host"_s);
    const auto project = call.query.constFind(u"project"_s);
    QJsonArray items;
    bool known = host == call.query.constEnd();
    const auto statuses = m_fleet.hosts();
    for (const control::HostStatus &status : statuses) {
        const base::HostId &id = status.profile.id;
        if (host != call.query.constEnd() && id.text() != *host)
            continue;
        known = true;
        const auto containers = m_fleet.containers(id);
        for (const model::Container &container : containers) {
            if (project == call.query.constEnd() || container.project == *project)
                items.append(control::serviceJson(status, container, m_stats.latest({id, container.id})));
        }
    }
    if (!known)
        return errorReply(404, u"notFound"_s, u"there is no such host"_s);
    return jsonReply(QJsonDocument(items));
}

// By the container's id or a part of it from its beginning, as the engine takes it.
http::OutgoingResponse RestApi::service(const RouteCall &call) const
{
    const auto id = base::ContainerId::parse(call.path.value(u"id"_s));
    if (!id)
        return errorReply(400, u"invalid"_s, id.error().message);
    m_stats.touch();
    const auto host = call.query.constFind(u"host"_s);
    std::optional<QJsonObject> found;
    const auto statuses = m_fleet.hosts();
    for (const control::HostStatus &status : statuses) {
        if (host != call.query.constEnd() && status.profile.id.text() != *host)
            continue;
        const auto containers = m_fleet.containers(status.profile.id);
        for (const model::Container &container : containers) {
            if (!container.id.text().startsWith(id->text()))
                continue;
            if (found)
                return errorReply(409, u"conflict"_s, u"more than one service has an id that begins so"_s);
            found = control::serviceJson(status, container, m_stats.latest({status.profile.id, container.id}));
        }
    }
    if (!found)
        return errorReply(404, u"notFound"_s, u"there is no service with this id"_s);
    return jsonReply(QJsonDocument(*found));
}

} // namespace mediahelm::server
