// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace mediahelm::http {

struct HeaderField {
    QByteArray name; // as it was sent
    QByteArray value; // without the white space around it
};

// What stands before a request's body. A plain value.
struct RequestHead {
    QByteArray method; // "GET"
    QByteArray target; // path and query, as it was sent: starts with '/', printable ASCII
    QList<HeaderField> fields;
    qint64 contentLength = 0;
    bool keepAlive = true; // what the client wants

    // The first of that name, whatever its case; empty without one.
    QByteArray field(QByteArrayView name) const;
    qsizetype count(QByteArrayView name) const;
    // Whether a comma-separated list, over all fields of that name, holds the token, whatever its case.
    bool lists(QByteArrayView name, QByteArrayView token) const;
};

// A request that cannot be understood or is not wanted: the status to answer with, after which the connection must
// end, since nobody knows where the next request begins.
struct Refusal {
    int status = 400;
    QByteArray reason; // one sentence for the client
};

// Reads one request's head out of bytes as they arrive; holds no socket (RFC 9112). Strict, since a reverse proxy may
// read the same bytes: bare LF, obsolete folding, white space before a colon, more than one Content-Length or Host, an
// absolute or asterisk target, any transfer coding (411; 501 for an unknown one; 400 beside a Content-Length) and other
// versions than 1.0 and 1.1 (505) are refused. The body is Content-Length bytes and the caller's to read. One owner,
// any one thread.
class RequestParser
{
public:
    struct Limits {
        qsizetype headBytes = 16 * 1024; // 431
        qsizetype fields = 100; // 431
        qsizetype targetBytes = 8 * 1024; // 414
    };

    RequestParser() = default;
    explicit RequestParser(const Limits &limits)
        : m_limits(limits)
    {
    }

    // Takes bytes up to the head's end and says how many: all of them until then. After hasHead() or refusal() it takes
    // none.
    qsizetype feed(QByteArrayView bytes);

    bool started() const { return !m_bytes.isEmpty(); } // a first byte has come
    bool hasHead() const { return m_head.has_value(); }
    const RequestHead &head() const { return *m_head; } // only after hasHead()
    qsizetype size() const { return m_bytes.size(); } // of the head, as far as it has come
    const std::optional<Refusal> &refusal() const { return m_refusal; }

    void reset(); // for the next request of the connection

private:
    qsizetype take(QByteArrayView bytes);
    bool endsHead() const;
    void checkLine();
    void parse();
    void check(const RequestHead &head);
    void refuse(int status, const char *reason) { m_refusal = Refusal{status, QByteArray(reason)}; }

    Limits m_limits;
    QByteArray m_bytes; // of the head, so far
    qsizetype m_lineStart = 0;
    qsizetype m_lines = 0;
    std::optional<RequestHead> m_head;
    std::optional<Refusal> m_refusal;
};

} // namespace mediahelm::http
