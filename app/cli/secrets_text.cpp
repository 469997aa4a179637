// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secrets_text.h"

#include "app/cli/inert_text.h"
#include "core/secrets/secret_name.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mediahelm::app {

using secrets::SecretEntry;
using secrets::SecretKeeper;
using secrets::SecretPlace;

namespace {

QString timeWords(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QStringLiteral("-");
}

QString shortKeeper(SecretKeeper keeper)
{
    return keeper == SecretKeeper::keychain  ? QStringLiteral("keychain")
        : keeper == SecretKeeper::sealedFile ? QStringLiteral("sealed file")
                                             : QStringLiteral("-");
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

// PROJECT, NAME, KEPT IN, SET.
QList<QStringList> rowsOf(const QList<SecretEntry> &entries)
{
    QList<QStringList> rows;
    for (const SecretEntry &entry : entries) {
        if (const auto secret = secrets::workspaceSecretOf(entry.key))
            rows.append(
                {secret->project.text(), secret->name.text(), shortKeeper(entry.keeper), timeWords(entry.setAt)});
    }
    return rows;
}

} // namespace

QString keeperWords(SecretKeeper keeper)
{
    return keeper == SecretKeeper::keychain  ? QStringLiteral("the keychain")
        : keeper == SecretKeeper::sealedFile ? QStringLiteral("the sealed file")
                                             : QStringLiteral("nowhere");
}

QString placeWords(const SecretPlace &place)
{
    if (place.keeper != SecretKeeper::sealedFile)
        return keeperWords(place.keeper);
    return QStringLiteral("the sealed file %1, under the key %2").arg(inertWords(place.where), inertWords(place.key));
}

QString secretsTable(const SecretPlace &place, const QList<SecretEntry> &entries)
{
    QList<QStringList> rows{
        {QStringLiteral("PROJECT"), QStringLiteral("NAME"), QStringLiteral("KEPT IN"), QStringLiteral("SET")}};
    rows += rowsOf(entries);
    QList<qsizetype> widths(4, 0);
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = qMax(widths.at(i), row.at(i).size());
    }
    QString text = QStringLiteral("store: %1\n").arg(placeWords(place));
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            text += row.at(i).leftJustified(widths.at(i)) + QStringLiteral("  ");
        text += row.last() + u'\n';
    }
    return text;
}

QByteArray secretJson(const secrets::WorkspaceSecret &secret, secrets::SecretKeeper keeper)
{
    return inertJson(QJsonDocument(QJsonObject{
        {QStringLiteral("project"), secret.project.text()},
        {QStringLiteral("name"), secret.name.text()},
        {QStringLiteral("kept_in"), secrets::secretKeeperName(keeper)},
    }));
}

QByteArray secretsJson(const SecretPlace &place, const QList<SecretEntry> &entries)
{
    QJsonArray items;
    for (const SecretEntry &entry : entries) {
        const auto secret = secrets::workspaceSecretOf(entry.key);
        if (!secret)
            continue;
        items.append(QJsonObject{
            {QStringLiteral("project"), secret->project.text()},
            {QStringLiteral("name"), secret->name.text()},
            {QStringLiteral("kept_in"), secrets::secretKeeperName(entry.keeper)},
            {QStringLiteral("set_at"),
             entry.setAt.isValid() ? QJsonValue(entry.setAt.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue()},
        });
    }
    const QJsonObject store{
        {QStringLiteral("kept_in"), secrets::secretKeeperName(place.keeper)},
        {QStringLiteral("file"), textOrNull(place.where)},
        {QStringLiteral("key"), textOrNull(place.key)},
        {QStringLiteral("no_keychain"),
         place.insteadOfKeychain
             ? textOrNull(place.insteadOfKeychain->detail.isEmpty() ? place.insteadOfKeychain->message
                                                                    : place.insteadOfKeychain->detail)
             : QJsonValue()},
    };
    return inertJson(QJsonDocument(QJsonObject{{QStringLiteral("store"), store}, {QStringLiteral("secrets"), items}}));
}

QString secretNames(const QList<SecretEntry> &entries)
{
    QStringList names;
    for (const SecretEntry &entry : entries) {
        if (const auto secret = secrets::workspaceSecretOf(entry.key))
            names.append(secret->name.text());
    }
    names.removeDuplicates();
    return names.isEmpty() ? QString() : names.join(u'\n') + u'\n';
}

} // namespace mediahelm::app
