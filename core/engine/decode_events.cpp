// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/decode_events.h"

#include "core/engine/json_fields.h"

#include <QJsonDocument>

namespace mediahelm::engine {

using base::Result;
using model::EngineEvent;

Result<EngineEvent> decodeEvent(const QJsonObject &object)
{
    const QJsonObject actor = objectOf(object, QLatin1String("Actor"));
    EngineEvent event;
    event.type = textOf(object, QLatin1String("Type"));
    event.action = textOf(object, QLatin1String("Action"));
    event.actorId = textOf(actor, QLatin1String("ID"));
    event.attributes = textMapOf(actor, QLatin1String("Attributes"));
    event.timeNano = integerOf(object, QLatin1String("timeNano"));
    if (event.timeNano <= 0)
        event.timeNano = integerOf(object, QLatin1String("time")) * 1'000'000'000;
    if (event.type.isEmpty() || event.action.isEmpty() || event.timeNano <= 0)
        return malformed(QStringLiteral("an event without type, action or time"));
    if (event.type == QLatin1String("container") && !base::ContainerId::parse(event.actorId))
        return malformed(QStringLiteral("an event of a container whose id is out of rule"));
    return event;
}

QByteArray encodeEventFilters(const EventFilter &filter)
{
    QJsonObject filters;
    if (!filter.types.isEmpty())
        filters.insert(QLatin1String("type"), QJsonArray::fromStringList(filter.types));
    if (!filter.actions.isEmpty())
        filters.insert(QLatin1String("event"), QJsonArray::fromStringList(filter.actions));
    return QJsonDocument(filters).toJson(QJsonDocument::Compact);
}

} // namespace mediahelm::engine
