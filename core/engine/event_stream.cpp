// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/event_stream.h"

#include "core/engine/decode_events.h"
#include "core/engine/json_fields.h"
#include "core/engine/json_splitter.h"
#include "core/engine/stream_reader.h"

#include <QLoggingCategory>

namespace mediahelm::engine {

using base::Result;
using model::EngineEvent;

namespace {

Q_LOGGING_CATEGORY(lcEvents, "mediahelm.engine.events")

class EventReader final : public EventStream, private StreamReader
{
public:
    explicit EventReader(std::unique_ptr<Exchange> exchange)
        : StreamReader(std::move(exchange))
    {
        start(this);
    }

private:
    void onOpened() override { Q_EMIT opened(); }

    void onBytes(const QByteArray &bytes) override
    {
        const Result<QList<QByteArray>> objects = m_splitter.feed(bytes);
        if (!objects)
            return breakOff(objects.error().message);
        QList<EngineEvent> batch;
        batch.reserve(objects->size());
        for (const QByteArray &object : *objects) {
            const Result<QJsonObject> parsed = parseObject(object);
            if (!parsed)
                return breakOff(parsed.error().message);
            // An event of a shape that we do not know is passed over: ending the stream would only bring it again.
            Result<EngineEvent> event = decodeEvent(*parsed);
            if (event)
                batch.append(std::move(*event));
            else
                qCDebug(lcEvents) << "passed over:" << event.error().message;
        }
        if (!batch.isEmpty())
            Q_EMIT events(batch);
    }

    void onEnd() override
    {
        if (m_splitter.midObject())
            return breakOff(QStringLiteral("it ends in the middle of an event"));
        Q_EMIT closed();
    }

    void onFailed(const base::Error &error) override { Q_EMIT failed(error); }

    JsonSplitter m_splitter;
};

} // namespace

std::unique_ptr<EventStream> readEvents(std::unique_ptr<Exchange> exchange)
{
    return std::make_unique<EventReader>(std::move(exchange));
}

} // namespace mediahelm::engine
