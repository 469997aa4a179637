// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/response_parser.h"

#include <QList>

#include <boost/beast/http/basic_parser.hpp>

#include <limits>
#include <optional>
#include <utility>

namespace mediahelm::http {

using base::Error;
using base::ErrorKind;
using base::Status;

namespace beast = boost::beast;

namespace {

QByteArrayView viewOf(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool same(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

// One message. Beast frames it; what it lets through and we refuse is refused in the callbacks.
class Message final : public beast::http::basic_parser<false>
{
public:
    Message(qint64 headerLimit, qint64 bodyLimit)
        : m_bodyLimit(bodyLimit)
    {
        header_limit(static_cast<std::uint32_t>(headerLimit));
        body_limit(std::numeric_limits<std::uint64_t>::max());
    }

    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> fields;
    QByteArray body;

private:
    void on_request_impl(beast::http::verb, beast::string_view, beast::string_view, int, beast::error_code &) override
    {
    }
    void on_response_impl(int code, beast::string_view, int version, beast::error_code &error) override
    {
        if (version != 10 && version != 11)
            error = beast::http::error::bad_version;
        status = code;
    }
    void on_field_impl(beast::http::field field, beast::string_view name, beast::string_view value,
                       beast::error_code &error) override
    {
        if (is_header_done()) // a trailer
            return;
        if (field == beast::http::field::transfer_encoding && !same(viewOf(value).trimmed(), "chunked"))
            error = beast::http::error::bad_transfer_encoding;
        fields.append({viewOf(name).toByteArray(), viewOf(value).toByteArray()});
    }
    void on_header_impl(beast::error_code &) override { }
    void on_body_init_impl(const boost::optional<std::uint64_t> &length, beast::error_code &error) override
    {
        if (m_bodyLimit >= 0 && length && *length > static_cast<std::uint64_t>(m_bodyLimit))
            error = beast::http::error::body_limit;
    }
    std::size_t on_body_impl(beast::string_view part, beast::error_code &error) override { return take(part, error); }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code &) override { }
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view part, beast::error_code &error) override
    {
        return take(part, error);
    }
    void on_finish_impl(beast::error_code &) override { }

    std::size_t take(beast::string_view part, beast::error_code &error)
    {
        m_bodySize += static_cast<qint64>(part.size());
        if (m_bodyLimit >= 0 && m_bodySize > m_bodyLimit)
            error = beast::http::error::body_limit;
        else
            body.append(part.data(), static_cast<qsizetype>(part.size()));
        return part.size();
    }

    qint64 m_bodyLimit;
    qint64 m_bodySize = 0;
};

// A line that begins with white space continues the one before (obs-fold, RFC 9112 section 5.2).
bool hasFoldedLine(QByteArrayView header)
{
    for (qsizetype at = header.indexOf('\n'); at >= 0 && at + 1 < header.size(); at = header.indexOf('\n', at + 1)) {
        if (header[at + 1] == ' ' || header[at + 1] == '\t')
            return true;
    }
    return false;
}

} // namespace

struct ResponseParser::Private {
    explicit Private(const Limits &given)
        : limits(given)
        , message(std::in_place, given.headerBytes, given.bodyBytes)
    {
    }

    Error fail(const QString &detail)
    {
        failure = Error{ErrorKind::invalid, QStringLiteral("the reply breaks the rules of HTTP"), detail};
        return *failure;
    }
    Status parse();
    bool isInterim() const { return message->is_done() && message->status / 100 == 1 && message->status != 101; }

    Limits limits;
    std::optional<Message> message;
    QByteArray input; // arrived and not parsed yet: a part of a header or of a chunk's header; then the rest
    std::optional<Error> failure;
};

Status ResponseParser::Private::parse()
{
    qsizetype at = 0;
    while (at < input.size() && !message->is_done()) {
        const bool inHeader = !message->is_header_done();
        // Up to the header's end alone, so that it can be looked at; afterwards as much as there is.
        message->eager(!inHeader);
        beast::error_code error;
        const auto used = static_cast<qsizetype>(message->put(
            boost::asio::const_buffer(input.constData() + at, static_cast<std::size_t>(input.size() - at)), error));
        if (inHeader && hasFoldedLine(QByteArrayView(input).sliced(at, used)))
            return fail(QStringLiteral("a header line is folded"));
        at += used;
        if (error && error != beast::http::error::need_more)
            return fail(QString::fromStdString(error.message()));
        if (isInterim())
            message.emplace(limits.headerBytes, limits.bodyBytes);
        else if (error || used == 0)
            break;
    }
    input.remove(0, at);
    if (!message->is_done() && input.size() > limits.headerBytes)
        return fail(QStringLiteral("a header is longer than %1 bytes").arg(limits.headerBytes));
    return {};
}

ResponseParser::ResponseParser(const Limits &limits)
    : d(std::make_unique<Private>(limits))
{
}

ResponseParser::~ResponseParser() = default;

Status ResponseParser::feed(const QByteArray &bytes)
{
    if (d->failure)
        return *d->failure;
    d->input += bytes;
    return d->parse();
}

Status ResponseParser::endOfInput()
{
    if (d->failure)
        return *d->failure;
    if (isComplete())
        return {};
    if (!hasHeader())
        return Error{ErrorKind::unreachable, QStringLiteral("the connection ended before the reply"), {}};
    beast::error_code error;
    d->message->put_eof(error);
    if (error)
        return Error{ErrorKind::unreachable, QStringLiteral("the connection ended in the middle of the reply"), {}};
    return {};
}

bool ResponseParser::hasHeader() const
{
    return d->message->is_header_done();
}

bool ResponseParser::isComplete() const
{
    return d->message->is_done();
}

bool ResponseParser::isUpgrade() const
{
    return isComplete() && d->message->status == 101;
}

int ResponseParser::status() const
{
    return hasHeader() ? d->message->status : 0;
}

QByteArray ResponseParser::header(QByteArrayView name) const
{
    for (const auto &[key, value] : std::as_const(d->message->fields)) {
        if (same(key, name))
            return value;
    }
    return {};
}

QByteArray ResponseParser::takeBody()
{
    return std::exchange(d->message->body, {});
}

QByteArray ResponseParser::takeRest()
{
    return isComplete() ? std::exchange(d->input, {}) : QByteArray();
}

} // namespace mediahelm::http
