// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstring>

namespace mediahelm::base {

// Overwrites a secret where it lies, so for everybody who shares its bytes, and empties the array. Whoever wants to go
// on using it takes a copy of the bytes before. A literal is left alone: it is no secret, and not writable.
inline void wipe(QByteArray &secret)
{
    if (secret.capacity() > 0)
        ::explicit_bzero(const_cast<char *>(secret.constData()), static_cast<std::size_t>(secret.size()));
    secret.clear();
}

} // namespace mediahelm::base
