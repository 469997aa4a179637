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
    control::Control all{fleet, hosts, operations, logs, stats, questions, &configurations};
    all.setup = &setup;
    return all;
}

} // namespace mediahelm::fakes
