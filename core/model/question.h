// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QString>

namespace mediahelm::model {

// Something only the user can answer while a host connects. A plain value.
struct Question {
    enum class Kind {
        hostKey, // is this fingerprint the host's? Answer: accept or not
        password, // of the user on the host
        passphrase, // of a key on this machine
        confirm, // yes or no, for example before an agent uses a key
        notice, // nothing to type: for example "touch your security key"; withdrawn when done
        other, // any other prompt, for example a one-time code; shown as it is, typed text hidden
    };

    quint64 id = 0; // unique in this process
    base::HostId host;
    Kind kind = Kind::other;
    QString prompt; // OpenSSH's own words
    QString fingerprint; // of hostKey: "SHA256:..."
    QString keyType; // of hostKey: "ED25519"
    QString subject; // of hostKey and password: host or user@host; of passphrase: the key file
    bool mayBeKept = false; // password, passphrase: the answer can be kept in the keychain
    bool again = false; // password, passphrase: the answer given before, in this attempt, was wrong
};

} // namespace mediahelm::model
