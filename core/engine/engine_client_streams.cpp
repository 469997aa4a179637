// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine_client.h"

#include "core/engine/calls.h"
#include "core/engine/decode_events.h"
#include "core/engine/event_stream.h"
#include "core/engine/timestamps.h"

namespace mediahelm::engine {

std::unique_ptr<Exchange> EngineClient::openExchange(const CallName &name, const http::OutgoingRequest &request)
{
    Exchange::Options options;
    options.deadline = m_deadlines.inspect;
    options.covers = Exchange::DeadlineCovers::header;
    return std::make_unique<Exchange>(m_queue->openStream(), name, request, options);
}

std::unique_ptr<EventStream> EngineClient::events(const EventFilter &filter)
{
    ApiPath path("/events");
    path.query("filters", encodeEventFilters(filter));
    if (filter.sinceNano)
        path.query("since", secondsAndNanos(*filter.sinceNano));
    http::OutgoingRequest request;
    request.target = path.target(m_version);
    return readEvents(openExchange(nameOf(QStringLiteral("follow the engine's events"), "GET", path), request));
}

} // namespace mediahelm::engine
