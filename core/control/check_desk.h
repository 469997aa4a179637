// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace mediahelm::control {

// What was asked beside the files, and when. A plain value.
struct CheckState {
    struct Answer {
        bool asked = false; // and answered not yet
        QDateTime at; // UTC, of the last answer; invalid before
        QString problem; // why there is none now; empty for none. English, as findings are
    };

    Answer host; // ports in use, folders and devices
    Answer compose; // `docker compose config`, of the files as they are saved
    bool composeIsOlder = false; // than what stands in the editor
};

// The checks of an open workspace that ask more than its files: this machine when the texts rest, Compose when they are
// saved, and both when it is asked for. What they find is among the diagnostics. Owned by the open configuration; main
// thread.
class CheckDesk
{
public:
    virtual ~CheckDesk() = default;

    virtual const CheckState &checks() const = 0; // see Configuration::checksChanged()
    virtual void checkNow() = 0;
};

} // namespace mediahelm::control
