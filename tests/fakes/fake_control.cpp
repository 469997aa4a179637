// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_control.h"

namespace mediahelm::fakes {

FakeControl::FakeControl()
    : hosts(fleet)
    , operations(fleet)
    , stats(fleet)
{
}

control::Control FakeControl::control()
{
    return {fleet, hosts, operations, logs, stats, questions, &configurations, &deployments, &setup, &secrets};
}

} // namespace mediahelm::fakes
