// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychain_index.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace mediahelm::secrets {

namespace {

constexpr int version = 1;
constexpr QLatin1String versionKey("version");
constexpr QLatin1String entriesKey("entries");

} // namespace

base::Result<KeychainIndex> KeychainIndex::parse(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonValue found = object.value(versionKey);
    if (found.toInt() > version)
        return base::Error{base::ErrorKind::unsupported,
                           QStringLiteral("the keychain's list of secrets is a newer Mediahelm's"),
                           QStringLiteral("It is left as it is. Use that version, or a newer one.")};
    if (found.toInt() != version || !object.value(entriesKey).isObject())
        return base::Error{
            base::ErrorKind::invalid, QStringLiteral("the keychain's list of secrets is damaged"),
            QStringLiteral("Remove the entry \"index\" of mediahelm with the keychain's own program, then "
                           "set the secrets again.")};
    KeychainIndex index;
    const QJsonObject entries = object.value(entriesKey).toObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry)
        index.insert(entry.key(), QDateTime::fromString(entry.value().toString(), Qt::ISODateWithMs));
    return index;
}

QByteArray KeychainIndex::toJson() const
{
    QJsonObject entries;
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry)
        entries.insert(entry.key(), entry.value().toString(Qt::ISODateWithMs));
    return QJsonDocument(QJsonObject{{versionKey, version}, {entriesKey, entries}}).toJson(QJsonDocument::Compact);
}

QList<SecretEntry> KeychainIndex::entries(const QString &prefix) const
{
    QList<SecretEntry> entries;
    for (auto entry = m_entries.lowerBound(prefix); entry != m_entries.end() && entry.key().startsWith(prefix); ++entry)
        entries.append({entry.key(), entry.value(), SecretKeeper::keychain});
    return entries;
}

} // namespace mediahelm::secrets
