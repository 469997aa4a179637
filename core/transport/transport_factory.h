// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/host_profile.h"
#include "core/transport/transport.h"

#include <memory>

namespace mediahelm::transport {

// Makes the transport that a profile's address asks for. What tests replace. Owned by the composition root and borrowed
// by the sessions; the session's thread.
class TransportFactory
{
public:
    virtual ~TransportFactory() = default;
    virtual std::unique_ptr<Transport> create(const model::HostProfile &profile) = 0;
};

} // namespace mediahelm::transport
