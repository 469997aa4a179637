// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/host_profile.h"

#include <QList>

namespace mediahelm::settings {

// The hosts in the settings, read and written as a whole. Implemented by the settings store; what sessions and tests
// ask for. Main thread.
class HostProfileStore
{
public:
    virtual ~HostProfileStore() = default;
    virtual QList<model::HostProfile> hosts() const = 0;
    // Durable when it succeeds; on error nothing has changed. Blocks for an fsync. Errors: io, refused (read-only).
    virtual base::Status setHosts(const QList<model::HostProfile> &hosts) = 0;
};

} // namespace mediahelm::settings
