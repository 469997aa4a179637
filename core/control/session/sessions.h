// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/control.h"
#include "core/control/session/timings.h"

#include <memory>

namespace mediahelm::base {
class Clock;
}
namespace mediahelm::settings {
class HostProfileStore;
}
namespace mediahelm::transport {
class TransportFactory;
}

namespace mediahelm::control {

class QuestionBoard;

// What sessions stand on; borrowed, and outliving them.
struct SessionDependencies {
    transport::TransportFactory &transports;
    settings::HostProfileStore &profiles;
    QuestionBoard &questions; // where the transports' questions end up
    const base::Clock &clock;
};

// The sessions of all hosts, behind the seam. Owned by a composition root, which makes, in this order: settings,
// QuestionBoard, what answers from the keychain in front of it, TransportFactory, Sessions. Main thread.
class Sessions final
{
public:
    explicit Sessions(const SessionDependencies &dependencies, const Timings &timings = {});
    ~Sessions(); // ends every connection; no process is left behind
    Q_DISABLE_COPY_MOVE(Sessions)

    // Connects to every host of the settings. Called once, after the faces have connected to the seam; the seam can be
    // read before, and lists the hosts as connecting.
    void start();
    // The settings were read anew: hosts that came, went or changed are followed; the others are left alone.
    void reload();

    Control control();

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace mediahelm::control
