// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/connection_state.h"
#include "core/model/engine_info.h"
#include "core/model/host_profile.h"

#include <QFuture>

namespace mediahelm::control {

struct ConnectionTestReport {
    model::ConnectionProblem problem = model::ConnectionProblem::none; // none: it works
    QString detail; // the other side's own words
    std::optional<model::EngineInfo> engine; // when it works
    int containers = 0; // when it works
    std::chrono::milliseconds elapsed{0};
};

// The hosts that the user keeps: written to the settings durably before a call succeeds. Owned by the composition root;
// main thread.
class HostDirectory
{
public:
    virtual ~HostDirectory() = default;

    // conflict: the name is taken; io: the settings could not be written, nothing changed.
    virtual base::Status add(const model::HostProfile &profile) = 0;
    // Replaces the profile of `id`, which may change its name too, and connects anew if the address changed. notFound,
    // conflict, io.
    virtual base::Status update(const base::HostId &id, const model::HostProfile &profile) = 0;
    virtual base::Status remove(const base::HostId &id) = 0; // notFound, io

    // Connects (again) now, whatever the state: what "Try again" does. notFound.
    virtual base::Status connectNow(const base::HostId &id) = 0;
    virtual base::Status disconnect(const base::HostId &id) = 0; // stays so until connectNow()

    // Tries a profile, kept or not, from start to list, beside any existing connection. Questions are asked under the
    // profile's name. Destroying the future does not end it; within 60 s it ends by itself, questions apart.
    virtual QFuture<base::Result<ConnectionTestReport>> test(const model::HostProfile &profile) = 0;
};

} // namespace mediahelm::control
