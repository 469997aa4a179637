// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/question.h"

#include <QFuture>

namespace mediahelm::transport {

// Who answers what OpenSSH asks: a person at a window, or a policy that refuses. Owned by the composition root.
class Questioner
{
public:
    struct Answer {
        bool accepted = false;
        QByteArray text; // password, passphrase, other; wiped by whoever uses it up
        bool keep = false; // the user wants it kept, once it has proven right
    };

    virtual ~Questioner() = default;
    // Whether anybody can answer at all; when not, ssh is started in batch mode and nothing is asked.
    virtual bool canAnswer() const = 0;
    // Finishes when answered, or as cancelled after withdraw(). A notice finishes only by withdraw().
    virtual QFuture<base::Result<Answer>> ask(const model::Question &question) = 0;
    virtual void withdraw(quint64 questionId) = 0;
    // An attempt to connect to this host is over: with a connection, so that what was answered was right, or without.
    virtual void concluded(const base::HostId & /*host*/, bool /*connected*/) { }
};

} // namespace mediahelm::transport
