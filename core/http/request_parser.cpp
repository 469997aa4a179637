// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/request_parser.h"

#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <limits>

namespace mediahelm::http {

namespace beast = boost::beast;

namespace {

bool same(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

QByteArray bytesOf(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool hasDigitsOnly(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

// "HTTP/9.9", so that a version that we do not speak is told apart from a line that is no request.
bool endsWithVersion(QByteArrayView line)
{
    if (line.size() < 9)
        return false;
    const QByteArrayView word = line.last(8);
    return line[line.size() - 9] == ' ' && word.startsWith("HTTP/") && isDigit(word[5]) && word[6] == '.'
        && isDigit(word[7]);
}

// Beast's grammar of the request line and the fields; the body is not its business.
class Grammar final : public beast::http::basic_parser<true>
{
public:
    Grammar()
    {
        header_limit(std::numeric_limits<std::uint32_t>::max());
        body_limit(std::numeric_limits<std::uint64_t>::max());
        skip(false);
    }

    RequestHead head;

private:
    void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int,
                         beast::error_code &) override
    {
        head.method = bytesOf(method);
        head.target = bytesOf(target);
    }
    void on_response_impl(int, beast::string_view, int, beast::error_code &) override { }
    void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value,
                       beast::error_code &) override
    {
        head.fields.append({bytesOf(name), bytesOf(value).trimmed()});
    }
    void on_header_impl(beast::error_code &) override { }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override { }
    std::size_t on_body_impl(beast::string_view part, beast::error_code &) override { return part.size(); }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code &) override { }
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view part, beast::error_code &) override
    {
        return part.size();
    }
    void on_finish_impl(beast::error_code &) override { }
};

} // namespace

QByteArray RequestHead::field(QByteArrayView name) const
{
    for (const HeaderField &entry : fields) {
        if (same(entry.name, name))
            return entry.value;
    }
    return {};
}

qsizetype RequestHead::count(QByteArrayView name) const
{
    return std::count_if(fields.begin(), fields.end(),
                         [&](const HeaderField &entry) { return same(entry.name, name); });
}

bool RequestHead::lists(QByteArrayView name, QByteArrayView token) const
{
    for (const HeaderField &entry : fields) {
        if (!same(entry.name, name))
            continue;
        const QList<QByteArray> words = entry.value.split(',');
        if (std::any_of(words.begin(), words.end(),
                        [&](const QByteArray &word) { return same(word.trimmed(), token); }))
            return true;
    }
    return false;
}

void RequestParser::reset()
{
    *this = RequestParser(m_limits);
}

qsizetype RequestParser::feed(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (taken < bytes.size() && !m_head && !m_refusal) {
        taken += take(bytes.sliced(taken));
        if (!m_refusal && m_bytes.endsWith('\n'))
            checkLine();
        if (!m_refusal && endsHead())
            parse();
    }
    return taken;
}

// The bytes up to and with the next line end, within the limits.
qsizetype RequestParser::take(QByteArrayView bytes)
{
    const qsizetype lineEnd = bytes.indexOf('\n');
    const qsizetype wanted = lineEnd < 0 ? bytes.size() : lineEnd + 1;
    const qsizetype room = m_limits.headBytes - m_bytes.size();
    const qsizetype taken = std::min(wanted, room);
    m_bytes.append(bytes.first(taken));
    // A request line of nothing but a target is told from one long head; 32 bytes are for method and version.
    if (m_lines == 0 && m_bytes.size() - 32 > m_limits.targetBytes)
        refuse(414, "the request's target is too long");
    else if (wanted > room)
        refuse(431, "the request's head is too large");
    return taken;
}

// A line has just ended.
void RequestParser::checkLine()
{
    const QByteArrayView line = QByteArrayView(m_bytes).sliced(m_lineStart);
    m_lineStart = m_bytes.size();
    ++m_lines;
    if (!line.endsWith("\r\n"))
        return refuse(400, "a line ends without a carriage return");
    if (line.contains('\0'))
        return refuse(400, "the head holds a NUL");
    if (m_lines > 1 && (line[0] == ' ' || line[0] == '\t'))
        return refuse(400, "a header field is folded over two lines");
    if (m_lines - 2 > m_limits.fields) // the request line and the empty one are no fields
        return refuse(431, "the request has too many header fields");
}

bool RequestParser::endsHead() const
{
    return m_lines > 0 && m_bytes.size() == m_lineStart && m_bytes.endsWith("\r\n\r\n");
}

void RequestParser::parse()
{
    Grammar grammar;
    beast::error_code error;
    grammar.put(boost::asio::const_buffer(m_bytes.constData(), static_cast<std::size_t>(m_bytes.size())), error);
    // The framing fields are judged below, by our own rules and with their own statuses.
    const bool framing = error == beast::http::error::bad_content_length || error == beast::http::error::body_limit
        || error == beast::http::error::bad_transfer_encoding;
    if (error == beast::http::error::bad_version
        && endsWithVersion(QByteArrayView(m_bytes).first(m_bytes.indexOf("\r\n"))))
        return refuse(505, "this server speaks HTTP/1.1");
    if (framing)
        return refuse(400, "Content-Length or Transfer-Encoding is not valid");
    if (error && error != beast::http::error::need_more)
        return refuse(400, "the request is not valid HTTP");
    if (!grammar.is_header_done())
        return refuse(400, "the request is not valid HTTP");
    grammar.head.keepAlive = grammar.keep_alive();
    check(grammar.head);
    if (!m_refusal)
        m_head = std::move(grammar.head);
    if (m_head)
        m_head->contentLength = m_head->field("Content-Length").toLongLong();
}

void RequestParser::check(const RequestHead &head)
{
    if (head.target.size() > m_limits.targetBytes)
        return refuse(414, "the request's target is too long");
    const bool plain = std::all_of(head.target.begin(), head.target.end(), [](char c) { return c > ' ' && c < 0x7f; });
    if (!plain || !head.target.startsWith('/') || head.target.contains('#'))
        return refuse(400, "the request's target must be a path");
    if (head.count("Host") != 1)
        return refuse(400, "the request must name one Host");

    const qsizetype lengths = head.count("Content-Length");
    if (head.count("Transfer-Encoding") > 0) {
        if (lengths > 0)
            return refuse(400, "Content-Length and Transfer-Encoding exclude each other");
        const bool chunked = head.count("Transfer-Encoding") == 1 && same(head.field("Transfer-Encoding"), "chunked");
        return chunked ? refuse(411, "a body needs a Content-Length")
                       : refuse(501, "this transfer coding is not supported");
    }
    const QByteArray length = head.field("Content-Length");
    if (lengths > 1 || (lengths == 1 && (!hasDigitsOnly(length) || length.size() > 18)))
        return refuse(400, "Content-Length is not valid");
}

} // namespace mediahelm::http
