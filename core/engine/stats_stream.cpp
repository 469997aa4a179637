// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/stats_stream.h"

#include "core/engine/decode_stats.h"
#include "core/engine/json_fields.h"
#include "core/engine/json_splitter.h"
#include "core/engine/stream_reader.h"

#include <QPointer>

namespace mediahelm::engine {

using base::Result;

namespace {

class StatsReader final : public StatsStream, private StreamReader
{
public:
    explicit StatsReader(std::unique_ptr<Exchange> exchange)
        : StreamReader(std::move(exchange))
    {
        start(this);
    }

private:
    void onOpened() override { }

    void onBytes(const QByteArray &bytes) override
    {
        const Result<QList<QByteArray>> objects = m_splitter.feed(bytes);
        if (!objects)
            return breakOff(objects.error().message);
        const QPointer<StatsReader> guard(this);
        for (const QByteArray &object : *objects) {
            const Result<QJsonObject> parsed = parseObject(object);
            if (!parsed)
                return breakOff(parsed.error().message);
            const std::optional<RawStats> stats = decodeStats(*parsed);
            // The engine goes on with empty readings when the container has stopped.
            if (!stats)
                return closeNow();
            Q_EMIT reading(*stats);
            if (!guard)
                return;
        }
    }

    void onEnd() override
    {
        if (m_splitter.midObject())
            return breakOff(QStringLiteral("it ends in the middle of a reading"));
        Q_EMIT closed();
    }

    void closeNow()
    {
        stop();
        Q_EMIT closed();
    }

    void onFailed(const base::Error &error) override { Q_EMIT failed(error); }

    JsonSplitter m_splitter;
};

} // namespace

std::unique_ptr<StatsStream> readStats(std::unique_ptr<Exchange> exchange)
{
    return std::make_unique<StatsReader>(std::move(exchange));
}

} // namespace mediahelm::engine
