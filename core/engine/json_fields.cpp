// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/json_fields.h"

#include <QJsonDocument>

namespace mediahelm::engine {

using base::Error;
using base::ErrorKind;
using base::Result;

Error malformed(const QString &what)
{
    return Error{ErrorKind::invalid, what, {}};
}

Result<QJsonObject> parseObject(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return malformed(QStringLiteral("no JSON at byte %1: %2").arg(problem.offset).arg(problem.errorString()));
    if (!document.isObject())
        return malformed(QStringLiteral("no JSON object"));
    return document.object();
}

Result<QJsonArray> parseArray(const QByteArray &json)
{
    if (json.trimmed() == "null")
        return QJsonArray();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return malformed(QStringLiteral("no JSON at byte %1: %2").arg(problem.offset).arg(problem.errorString()));
    if (!document.isArray())
        return malformed(QStringLiteral("no JSON array"));
    return document.array();
}

QString textOf(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toString();
}

QStringList textsOf(const QJsonObject &object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    if (value.isString())
        return {value.toString()};
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array)
        texts.append(one.toString());
    return texts;
}

QHash<QString, QString> textMapOf(const QJsonObject &object, QLatin1String key)
{
    QHash<QString, QString> map;
    const QJsonObject values = objectOf(object, key);
    map.reserve(values.size());
    for (auto it = values.begin(); it != values.end(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

qint64 integerOf(const QJsonObject &object, QLatin1String key, qint64 fallback)
{
    return object.value(key).toInteger(fallback);
}

std::optional<quint64> countOf(const QJsonObject &object, QLatin1String key)
{
    const qint64 value = object.value(key).toInteger(-1);
    if (value < 0)
        return std::nullopt;
    return static_cast<quint64>(value);
}

} // namespace mediahelm::engine
