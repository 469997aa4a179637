// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>
#include <QUrlQuery>

#include <optional>

namespace mediahelm::fakes {

struct FakeRequest {
    QByteArray method; // "GET"
    QString path; // without the version: "/containers/json"
    QString version; // "1.41"; empty when the path had none
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;

    QStringList segments() const { return path.split(QLatin1Char('/'), Qt::SkipEmptyParts); }
    QString argument(const char *name) const;
    bool flag(const char *name) const; // as the engine reads booleans: "", "0", "no", "false", "none" are false
    // The values under `name` of the JSON in ?filters=, in both forms that the engine reads: a list or a map.
    QStringList filter(const char *name) const;
};

// Reads requests out of bytes. Knows as much of HTTP/1.1 as an engine's client sends, and is strict about it: an
// independent reader, so that a mistake of ours is not read back as right. A value type.
class FakeRequestReader
{
public:
    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    // The next whole request, or nullopt: more is needed, or broken() says why nothing will come any more.
    std::optional<FakeRequest> next();
    const QString &broken() const { return m_broken; }
    QByteArray takeRest(); // what follows the request that asked for an upgrade

private:
    bool readHead(const QByteArray &head, FakeRequest &request);
    bool readTarget(const QByteArray &target, FakeRequest &request);
    std::optional<QByteArray> readBody(const FakeRequest &request, qsizetype from, qsizetype &end);
    std::optional<QByteArray> readChunks(qsizetype from, qsizetype &end);

    QByteArray m_buffer;
    QString m_broken;
};

} // namespace mediahelm::fakes
