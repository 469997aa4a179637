// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/question.h"

#include <QByteArray>

namespace mediahelm::transport {

// What ssh hands to its askpass program, as a question: by the text that OpenSSH 8.4 and later prints under LC_ALL=C
// and by SSH_ASKPASS_PROMPT ("confirm": yes or no by exit status; "none": nothing to answer). What a server makes up
// comes as "(user@host) text" and is never taken for a question of ssh's own. id, host and again are left to the
// caller. A pure function.
model::Question parseSshPrompt(const QByteArray &prompt, const QByteArray &hint);

// What ssh reads as yes: "yes" for a question that asks for the word.
QByteArray affirmative(const model::Question &question);

} // namespace mediahelm::transport
