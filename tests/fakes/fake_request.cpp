// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_request.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace mediahelm::fakes {

QString FakeRequest::argument(const char *name) const
{
    return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

bool FakeRequest::flag(const char *name) const
{
    const QString value = argument(name).trimmed().toLower();
    return !(value.isEmpty() || value == u"0" || value == u"no" || value == u"false" || value == u"none");
}

QStringList FakeRequest::filter(const char *name) const
{
    const QJsonObject filters = QJsonDocument::fromJson(argument("filters").toUtf8()).object();
    const QJsonValue value = filters.value(QLatin1String(name));
    if (value.isObject())
        return value.toObject().keys();
    QStringList values;
    for (const QJsonValue &item : value.toArray())
        values += item.toString();
    return values;
}

std::optional<FakeRequest> FakeRequestReader::next()
{
    if (!m_broken.isEmpty())
        return std::nullopt;
    const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    FakeRequest request;
    if (!readHead(m_buffer.left(headEnd), request))
        return std::nullopt;
    qsizetype end = 0;
    std::optional<QByteArray> body = readBody(request, headEnd + 4, end);
    if (!body)
        return std::nullopt;
    request.body = *body;
    m_buffer.remove(0, end);
    return request;
}

QByteArray FakeRequestReader::takeRest()
{
    return std::exchange(m_buffer, {});
}

bool FakeRequestReader::readHead(const QByteArray &head, FakeRequest &request)
{
    QList<QByteArray> lines;
    for (qsizetype from = 0; from <= head.size();) {
        const qsizetype end = head.indexOf("\r\n", from);
        lines += head.mid(from, end < 0 ? -1 : end - from);
        from = end < 0 ? head.size() + 1 : end + 2;
    }
    const QList<QByteArray> words = lines.takeFirst().split(' ');
    if (words.size() != 3 || words[2] != "HTTP/1.1") {
        m_broken = QStringLiteral("malformed request line");
        return false;
    }
    request.method = words[0];
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || line.left(colon).contains(' ') || line.contains('\n') || line.contains('\0')) {
            m_broken = QStringLiteral("malformed header field");
            return false;
        }
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    if (!request.headers.contains("host")) {
        m_broken = QStringLiteral("missing required Host header");
        return false;
    }
    return readTarget(words[1], request);
}

bool FakeRequestReader::readTarget(const QByteArray &target, FakeRequest &request)
{
    const qsizetype mark = target.indexOf('?');
    const QByteArray rawPath = mark < 0 ? target : target.left(mark);
    if (!rawPath.startsWith('/') || rawPath.contains("..") || rawPath.contains("//")) {
        m_broken = QStringLiteral("a path that no client of ours may send: %1").arg(QString::fromLatin1(rawPath));
        return false;
    }
    request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(rawPath));
    if (mark >= 0)
        request.query = QUrlQuery(QString::fromLatin1(target.mid(mark + 1)));
    const QString first = request.path.section(QLatin1Char('/'), 1, 1);
    if (first.size() > 1 && first[0] == u'v' && first[1].isDigit()) {
        request.version = first.mid(1);
        request.path = request.path.mid(first.size() + 1);
    }
    return true;
}

std::optional<QByteArray> FakeRequestReader::readBody(const FakeRequest &request, qsizetype from, qsizetype &end)
{
    const QByteArray encoding = request.headers.value("transfer-encoding");
    if (!encoding.isEmpty()) {
        if (encoding != "chunked" || request.headers.contains("content-length")) {
            m_broken = QStringLiteral("unsupported transfer encoding");
            return std::nullopt;
        }
        return readChunks(from, end);
    }
    bool numeric = true;
    const qsizetype length =
        request.headers.contains("content-length") ? request.headers.value("content-length").toLongLong(&numeric) : 0;
    if (!numeric || length < 0) {
        m_broken = QStringLiteral("bad Content-Length");
        return std::nullopt;
    }
    if (m_buffer.size() < from + length)
        return std::nullopt;
    end = from + length;
    return m_buffer.mid(from, length);
}

std::optional<QByteArray> FakeRequestReader::readChunks(qsizetype from, qsizetype &end)
{
    QByteArray body;
    for (qsizetype at = from;;) {
        const qsizetype lineEnd = m_buffer.indexOf("\r\n", at);
        if (lineEnd < 0)
            return std::nullopt;
        bool numeric = false;
        const qsizetype size = m_buffer.mid(at, lineEnd - at).toLongLong(&numeric, 16);
        if (!numeric || size < 0) {
            m_broken = QStringLiteral("malformed chunked encoding");
            return std::nullopt;
        }
        if (m_buffer.size() < lineEnd + 2 + size + 2)
            return std::nullopt;
        body += m_buffer.mid(lineEnd + 2, size);
        at = lineEnd + 2 + size + 2;
        if (size == 0) {
            end = at;
            return body;
        }
    }
}

} // namespace mediahelm::fakes
