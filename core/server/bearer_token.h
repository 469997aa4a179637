// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace mediahelm::server {

// The secret that clients of the API show. Only its SHA-256 is kept. A default one matches nothing. A value type; any
// thread.
class BearerToken
{
public:
    BearerToken() = default;

    // The file's first and only line: 16 to 512 of the characters of RFC 6750 (letters, digits, -._~+/ and = at the
    // end). invalid, with what to do: missing, not a regular file, owned by another user than this one or root,
    // readable by group or others, or its content is no token. The content never appears in an error.
    static base::Result<BearerToken> fromFile(const QString &path);

    bool isSet() const { return !m_digest.isEmpty(); }
    // In a time that depends on neither content nor how much of it agrees.
    bool matches(QByteArrayView shown) const;

    friend bool operator==(const BearerToken &, const BearerToken &) = default;

private:
    QByteArray m_digest;
};

} // namespace mediahelm::server
