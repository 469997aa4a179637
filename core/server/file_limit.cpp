// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/file_limit.h"

#include <QLoggingCategory>

#include <algorithm>
#include <sys/resource.h>

namespace mediahelm::server {

namespace {

Q_LOGGING_CATEGORY(lcLimit, "mediahelm.server", QtInfoMsg)

constexpr qint64 reserve = 512; // eight requests and fifty statistics streams a host, files, processes

} // namespace

void fitInto(FrontDoorLimits &limits, qint64 available)
{
    const qint64 wanted = limits.connections + limits.streams;
    const qint64 room = std::max<qint64>(available - std::min(reserve, available / 2), 2);
    if (wanted <= room)
        return;
    const auto share = [&](int limit) {
        return std::clamp<int>(static_cast<int>(qint64(limit) * room / wanted), std::min(limit, 1), limit);
    };
    limits.connections = share(limits.connections);
    limits.perSource = share(limits.perSource);
    limits.fromLoopback = share(limits.fromLoopback);
    limits.streams = share(limits.streams);
    limits.streamsPerSource = share(limits.streamsPerSource);
    limits.streamsFromLoopback = share(limits.streamsFromLoopback);
    qCWarning(lcLimit) << "the limit of open files allows" << limits.connections << "connections and" << limits.streams
                       << "WebSocket clients";
}

void fitFileLimit(FrontDoorLimits &limits)
{
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    const auto needed = static_cast<rlim_t>(limits.connections + limits.streams + reserve);
    if (files.rlim_cur != RLIM_INFINITY && files.rlim_cur < needed) {
        rlimit raised = files;
        raised.rlim_cur = files.rlim_max == RLIM_INFINITY ? needed : std::min(needed, files.rlim_max);
        if (::setrlimit(RLIMIT_NOFILE, &raised) == 0)
            files = raised;
    }
    if (files.rlim_cur != RLIM_INFINITY)
        fitInto(limits, static_cast<qint64>(files.rlim_cur));
}

} // namespace mediahelm::server
