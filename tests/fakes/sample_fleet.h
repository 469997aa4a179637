// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/container.h"

#include <QDateTime>
#include <QString>

namespace mediahelm::fakes {

struct FakeControl;

// Three hosts as a person at home has them:
//   local   connected: projects media, downloads, network, monitoring and two containers started by hand. Among them
//           lidarr unhealthy, flaresolverr restarting, bazarr paused, transmission exited 137 (out of memory),
//           recyclarr created, homepage dead, prowlarr starting
//   nas     reconnecting (timeout), three services known from four minutes ago
//   attic   stopped: its host key has changed; never listed
// With details, health check output, logs, and times around `now`.
void fillSampleFleet(FakeControl &fakes, const QDateTime &now = QDateTime::currentDateTimeUtc());

// A running container with a made-up id that is the same for the same name.
model::Container makeContainer(const QString &project, const QString &service, const QString &image,
                               const QDateTime &startedAt);
// `count` running containers in projects of five on the host, which is added as connected when it is not there: for
// tests of size.
void fillManyContainers(FakeControl &fakes, const QString &host, int count,
                        const QDateTime &now = QDateTime::currentDateTimeUtc());

// The host id; aborts on an invalid one, for tests know their names.
base::HostId hostId(const QString &text);

} // namespace mediahelm::fakes
