// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace mediahelm::engine {

// Small readers of JSON that came from an engine. Absent and null read alike. Private to core/engine.

base::Error malformed(const QString &what); // kind invalid

base::Result<QJsonObject> parseObject(const QByteArray &json);
base::Result<QJsonArray> parseArray(const QByteArray &json); // null is an empty one: Go writes it so

QString textOf(const QJsonObject &object, QLatin1String key);
QStringList textsOf(const QJsonObject &object, QLatin1String key); // of an array, or of one string
QHash<QString, QString> textMapOf(const QJsonObject &object, QLatin1String key);
qint64 integerOf(const QJsonObject &object, QLatin1String key, qint64 fallback = 0);
// Not negative and held by 63 bits; else nullopt (cgroup v1 writes "unlimited" as a number beyond).
std::optional<quint64> countOf(const QJsonObject &object, QLatin1String key);
inline QJsonObject objectOf(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toObject();
}
inline QJsonArray arrayOf(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toArray();
}

} // namespace mediahelm::engine
