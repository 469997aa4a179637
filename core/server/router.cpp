// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/router.h"

#include "core/server/replies.h"

#include <QUrl>

#include <algorithm>

namespace mediahelm::server {

namespace {

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Percent-encoding undone; nullopt when it is broken, no UTF-8, or hides a control character or a slash.
std::optional<QString> decoded(const QByteArray &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && (i + 2 >= text.size() || !isHex(text[i + 1]) || !isHex(text[i + 2])))
            return std::nullopt;
    }
    const QByteArray bytes = QByteArray::fromPercentEncoding(text);
    const QString result = QString::fromUtf8(bytes);
    const bool bad = std::any_of(result.begin(), result.end(), [](QChar c) {
        return c == QChar::ReplacementCharacter || c.category() == QChar::Other_Control || c == QLatin1Char('/');
    });
    return bad ? std::nullopt : std::optional(result);
}

// The segments of a path; nullopt when one cannot be decoded.
std::optional<QStringList> segmentsOf(const QByteArray &path)
{
    QStringList segments;
    const QList<QByteArray> parts = path.split('/');
    for (const QByteArray &part : parts) {
        const auto segment = decoded(part);
        if (!segment)
            return std::nullopt;
        segments.append(*segment);
    }
    return segments;
}

bool fits(const QString &pattern, const QStringList &segments, QHash<QString, QString> &captured)
{
    const QStringList wanted = pattern.split(QLatin1Char('/'));
    if (wanted.size() != segments.size())
        return false;
    captured.clear();
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i].startsWith(QLatin1Char('{')) && !segments[i].isEmpty())
            captured.insert(wanted[i].mid(1, wanted[i].size() - 2), segments[i]);
        else if (wanted[i] != segments[i])
            return false;
    }
    return true;
}

std::optional<http::OutgoingResponse> readQuery(const QByteArray &query, const Route &route, RouteCall &call)
{
    const auto invalid = [](const QString &message) { return errorReply(400, QStringLiteral("invalid"), message); };
    const QList<QByteArray> pairs = query.isEmpty() ? QList<QByteArray>() : query.split('&');
    for (QByteArray pair : pairs) {
        pair.replace('+', ' ');
        const qsizetype equals = pair.indexOf('=');
        const auto name = decoded(equals < 0 ? pair : pair.first(equals));
        const auto value = decoded(equals < 0 ? QByteArray() : pair.mid(equals + 1));
        if (!name || !value)
            return invalid(QStringLiteral("the query is not valid"));
        if (!route.queries.contains(*name))
            return invalid(
                QStringLiteral("this resource knows no such parameter; it knows: %1")
                    .arg(route.queries.isEmpty() ? QStringLiteral("none") : route.queries.join(QStringLiteral(", "))));
        if (call.query.contains(*name))
            return invalid(QStringLiteral("the parameter %1 is given twice").arg(*name));
        call.query.insert(*name, *value);
    }
    return std::nullopt;
}

} // namespace

Router::Match Router::match(const QByteArray &method, const QByteArray &target) const
{
    Match match;
    const qsizetype mark = target.indexOf('?');
    const auto segments = segmentsOf(mark < 0 ? target : target.first(mark));
    if (!segments) {
        match.refusal = errorReply(400, QStringLiteral("invalid"), QStringLiteral("the path is not valid"));
        return match;
    }
    QList<QByteArray> allowed;
    for (const Route &route : m_routes) {
        RouteCall call;
        if (!fits(route.pattern, *segments, call.path))
            continue;
        if (route.method != method && !(route.method == "GET" && method == "HEAD" && !route.webSocket)) {
            allowed.append(route.method == "GET" && !route.webSocket ? QByteArray("GET, HEAD") : route.method);
            continue;
        }
        match.route = &route;
        match.refusal = readQuery(mark < 0 ? QByteArray() : target.mid(mark + 1), route, call);
        match.call = std::move(call);
        return match;
    }
    if (allowed.isEmpty()) {
        match.refusal = errorReply(404, QStringLiteral("notFound"), QStringLiteral("there is no such resource"));
        return match;
    }
    match.refusal =
        errorReply(405, QStringLiteral("invalid"), QStringLiteral("this resource does not know that method"));
    match.refusal->fields.append(http::HeaderField{"Allow", allowed.join(", ")});
    return match;
}

} // namespace mediahelm::server
