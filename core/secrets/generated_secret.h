// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace mediahelm::secrets {

// A secret that nobody needs to know, of that many characters, each drawn evenly by libsodium from the system's
// randomness. Whoever gets it wipes it (core/base/wipe.h).
QByteArray generatedAlphanumeric(int length); // a-z, A-Z, 0-9
QByteArray generatedHex(int length); // 0-9, a-f

} // namespace mediahelm::secrets
