// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/log_stream.h"

#include "core/engine/log_decoder.h"
#include "core/engine/stream_reader.h"

#include <QPointer>

#include <optional>

namespace mediahelm::engine {

using base::Result;
using model::LogLine;

namespace {

class LogReader final : public LogStream, private StreamReader
{
public:
    LogReader(std::unique_ptr<Exchange> exchange, bool tty, bool timestamps)
        : StreamReader(std::move(exchange))
    {
        m_options.multiplexed = !tty;
        m_options.timestamps = timestamps;
        start(this);
    }

    void setPaused(bool paused) override
    {
        if (!ended())
            exchange().setPaused(paused);
    }

private:
    void onOpened() override
    {
        // Said by engines from API 1.42 on, and truer than what the caller knows.
        if (exchange().header("Content-Type").startsWith("application/vnd.docker.multiplexed-stream"))
            m_options.multiplexed = true;
        m_decoder.emplace(m_options);
        Q_EMIT opened();
    }

    void onBytes(const QByteArray &bytes) override
    {
        const Result<QList<LogLine>> batch = m_decoder->feed(bytes);
        if (!batch)
            return breakOff(batch.error().message);
        if (!batch->isEmpty())
            Q_EMIT lines(*batch);
    }

    void onEnd() override
    {
        const QPointer<LogReader> guard(this);
        const QList<LogLine> rest = m_decoder->finish();
        if (!rest.isEmpty())
            Q_EMIT lines(rest);
        if (!guard)
            return;
        if (m_decoder->midFrame())
            return breakOff(QStringLiteral("it ends in the middle of a frame"));
        Q_EMIT closed();
    }

    void onFailed(const base::Error &error) override
    {
        const QPointer<LogReader> guard(this);
        const QList<LogLine> rest = m_decoder ? m_decoder->finish() : QList<LogLine>();
        if (!rest.isEmpty())
            Q_EMIT lines(rest);
        if (guard)
            Q_EMIT failed(error);
    }

    LogDecoder::Options m_options;
    std::optional<LogDecoder> m_decoder; // from the reply's header on
};

} // namespace

std::unique_ptr<LogStream> readLog(std::unique_ptr<Exchange> exchange, bool tty, bool timestamps)
{
    return std::make_unique<LogReader>(std::move(exchange), tty, timestamps);
}

} // namespace mediahelm::engine
