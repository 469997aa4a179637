// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace mediahelm::http {

// Reads one HTTP/1.1 response out of bytes as they arrive; holds no socket (RFC 9112). Strict: obsolete line folding,
// transfer codings other than chunked, and both framings at once are refused. Interim responses (100 to 199) are
// skipped, except 101 which ends the HTTP part of a connection. One owner, any one thread.
class ResponseParser
{
public:
    struct Limits {
        qint64 headerBytes = 64 * 1024;
        qint64 bodyBytes = -1; // of the whole body; -1 for none, where the caller takes it as it comes
    };

    explicit ResponseParser(const Limits &limits);
    ~ResponseParser();
    ResponseParser(const ResponseParser &) = delete;
    ResponseParser &operator=(const ResponseParser &) = delete;

    // All bytes, in order, cut anywhere. After isComplete() they are kept for takeRest(). invalid: the reply breaks
    // the format or a limit; further calls answer the same.
    base::Status feed(const QByteArray &bytes);
    // The connection ended: completes a body without a length. unreachable: in the middle of the reply.
    base::Status endOfInput();

    bool hasHeader() const;
    bool isComplete() const;
    bool isUpgrade() const; // 101: what follows is no HTTP; it is in takeRest()
    int status() const; // 0 before hasHeader()
    QByteArray header(QByteArrayView name) const; // the first of that name, whatever its case; empty without one

    QByteArray takeBody(); // decoded, as far as it has arrived and was not taken
    QByteArray takeRest(); // what came after the end of the response

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace mediahelm::http
