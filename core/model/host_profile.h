// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"
#include "core/model/engine_address.h"

#include <QString>

namespace mediahelm::model {

// A host as the user keeps it in the settings. A plain value.
struct HostProfile {
    base::HostId id; // names the host on the command line, in the API and in file names
    EngineAddress address;
    QString remoteSocket; // of ssh: the engine's socket there; empty means find it

    friend bool operator==(const HostProfile &, const HostProfile &) = default;
};

} // namespace mediahelm::model
