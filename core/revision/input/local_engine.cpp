// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/local_engine.h"

#include "core/transport/socket_stream.h"

namespace mediahelm::revision {

LocalEngine::LocalEngine(const model::EngineAddress &address)
    : isHere(address.kind() == model::EngineAddress::Kind::unixSocket)
    , compose(address)
    , client([address] { return transport::connectEngine(address); })
{
}

} // namespace mediahelm::revision
