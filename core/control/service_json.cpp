// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/service_json.h"

#include "core/model/remedy.h"

#include <QJsonArray>

namespace mediahelm::control {

namespace {

using namespace Qt::StringLiterals;

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

template<typename Number>
QJsonValue numberOrNull(const std::optional<Number> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonArray portsJson(const QList<model::PortBinding> &ports)
{
    QJsonArray array;
    for (const model::PortBinding &port : ports) {
        array.append(QJsonObject{
            {u"host_ip"_s, textOrNull(port.hostIp)},
            {u"host_port"_s, port.hostPort > 0 ? QJsonValue(port.hostPort) : QJsonValue()},
            {u"container_port"_s, port.containerPort},
            {u"protocol"_s, port.protocol},
        });
    }
    return array;
}

QJsonValue engineJson(const std::optional<model::EngineInfo> &engine)
{
    if (!engine)
        return {};
    return QJsonObject{
        {u"product"_s, engine->product},
        {u"version"_s, engine->version},
        {u"api"_s, engine->api.text()},
        {u"operating_system"_s, engine->operatingSystem},
        {u"architecture"_s, engine->architecture},
        {u"kernel"_s, engine->kernel},
        {u"host_name"_s, engine->hostName},
        {u"cpus"_s, engine->cpus},
        {u"memory_bytes"_s, engine->memoryBytes},
        {u"rootless"_s, engine->rootless},
    };
}

} // namespace

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject containerJson(const base::HostId &host, const model::Container &container)
{
    return {
        {u"host"_s, host.text()},
        {u"project"_s, textOrNull(container.project)},
        {u"service"_s, textOrNull(container.service)},
        {u"container"_s, container.name.text()},
        {u"id"_s, container.id.text()},
        {u"image"_s, container.image},
        {u"state"_s, model::containerStateName(container.state)},
        {u"health"_s, model::healthName(container.health)},
        {u"exit_code"_s, numberOrNull(container.exitCode)},
        {u"oom_killed"_s, container.oomKilled},
        {u"restarts"_s, container.restarts},
        {u"created_at"_s, timeJson(container.createdAt)},
        {u"started_at"_s, timeJson(container.startedAt)},
        {u"finished_at"_s, timeJson(container.finishedAt)},
        {u"ports"_s, portsJson(container.ports)},
        {u"no_answer"_s, container.noAnswer},
    };
}

QJsonObject serviceJson(const HostStatus &host, const model::Container &container,
                        const std::optional<model::ContainerSample> &sample)
{
    QJsonObject item = containerJson(host.profile.id, container);
    item.insert(u"cpu_cores"_s, sample ? numberOrNull(sample->cpuCores) : QJsonValue());
    item.insert(u"memory_bytes"_s, sample ? numberOrNull(sample->memoryBytes) : QJsonValue());
    item.insert(u"stale"_s, host.connection.stale());
    item.insert(u"connection"_s, model::phaseName(host.connection.phase));
    return item;
}

QJsonObject hostJson(const HostStatus &host)
{
    const model::ConnectionState &connection = host.connection;
    const bool problem = connection.problem != model::ConnectionProblem::none;
    return {
        {u"host"_s, host.profile.id.text()},
        {u"address"_s, host.profile.address.text()},
        {u"connection"_s, model::phaseName(connection.phase)},
        {u"stale"_s, connection.stale()},
        {u"problem"_s, problem ? QJsonValue(model::problemName(connection.problem)) : QJsonValue()},
        {u"problem_text"_s,
         problem ? QJsonValue(QString::fromUtf8(model::problemText(connection.problem))) : QJsonValue()},
        {u"remedy"_s, problem ? QJsonValue(model::remedyFor(host.profile, connection.problem)) : QJsonValue()},
        {u"detail"_s, textOrNull(connection.detail)},
        {u"since"_s, timeJson(connection.since)},
        {u"next_attempt"_s, timeJson(connection.nextAttempt)},
        {u"last_answer"_s, timeJson(connection.lastAnswer)},
        {u"failed_attempts"_s, connection.failedAttempts},
        {u"engine"_s, engineJson(host.engine)},
    };
}

} // namespace mediahelm::control
