// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_table.h"

#include "core/base/nearest.h"

#include <QJsonArray>

#include <array>
#include <cmath>

namespace mediahelm::settings {

namespace {

using T = SettingType;
using S = SettingScope;

constexpr std::array rows{
    SettingRow{Setting::serverHost, "server.host", T::text, S::server, "127.0.0.1", "MEDIAHELM_SERVER_HOST", "HOST", "",
               0, 0, "Address or name that the server listens on. Any other than loopback needs a token."},
    SettingRow{Setting::serverPort, "server.port", T::integer, S::server, "3000", "MEDIAHELM_SERVER_PORT", "PORT", "",
               0, 65535, "Port that the server listens on; 0 takes a free one and logs it."},
    SettingRow{Setting::serverTokenFile, "server.token_file", T::path, S::server, "", "MEDIAHELM_TOKEN_FILE", "", "", 0,
               0, "File with the token that clients must send; readable by its owner alone (mode 0600)."},
    SettingRow{Setting::serverAllowHosts, "server.allow_hosts", T::list, S::server, "", "MEDIAHELM_ALLOW_HOSTS", "", "",
               0, 0, "Names that clients may call the server by, besides localhost and its address."},
    SettingRow{Setting::serverAllowOrigins, "server.allow_origins", T::list, S::server, "", "MEDIAHELM_ALLOW_ORIGINS",
               "", "", 0, 0, "Web origins besides the server's own that may open a WebSocket (https://name)."},
    SettingRow{Setting::logLevel, "log.level", T::choice, S::program, "info", "MEDIAHELM_LOG_LEVEL", "",
               "error,warning,info,debug", 0, 0, "How much is logged: error, warning, info or debug."},
};

base::Error invalid(const QString &message)
{
    return {base::ErrorKind::invalid, message, {}};
}

base::Status checkText(const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return invalid(QStringLiteral("must not hold control characters"));
    }
    return {};
}

base::Status checkInteger(const SettingRow &row, const QJsonValue &value)
{
    const double number = value.toDouble(std::nan(""));
    if (!value.isDouble() || std::floor(number) != number || number < row.least || number > row.most)
        return invalid(QStringLiteral("must be a whole number from %1 to %2").arg(row.least).arg(row.most));
    return {};
}

base::Status checkList(const QJsonValue &value)
{
    if (!value.isArray())
        return invalid(QStringLiteral("must be a list of texts"));
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items) {
        if (!item.isString())
            return invalid(QStringLiteral("must be a list of texts"));
        if (const base::Status status = checkText(item.toString()); !status)
            return status;
    }
    return {};
}

base::Status checkChoice(const SettingRow &row, const QString &word)
{
    const QStringList choices = QString::fromLatin1(row.choices).split(u',');
    if (choices.contains(word))
        return {};
    const QString nearest = base::nearestName(word, choices);
    QString message = QStringLiteral("must be one of %1").arg(choices.join(QStringLiteral(", ")));
    if (!nearest.isEmpty())
        message += QStringLiteral("; did you mean %1?").arg(nearest);
    return invalid(message);
}

} // namespace

std::span<const SettingRow> settingRows()
{
    return rows;
}

const SettingRow &settingRow(Setting setting)
{
    return rows.at(static_cast<std::size_t>(setting));
}

QString settingKey(Setting setting)
{
    return QString::fromLatin1(settingRow(setting).key);
}

base::Status checkSetting(const SettingRow &row, const QJsonValue &value)
{
    switch (row.type) {
    case T::integer: return checkInteger(row, value);
    case T::list: return checkList(value);
    case T::text:
    case T::path:
    case T::choice: break;
    }
    if (!value.isString())
        return invalid(QStringLiteral("must be a text in quotes"));
    if (row.type == T::choice)
        return checkChoice(row, value.toString());
    return checkText(value.toString());
}

base::Result<QJsonValue> settingFromText(const SettingRow &row, const QString &text)
{
    QJsonValue value(text);
    if (row.type == T::integer) {
        bool isNumber = false;
        const int number = text.toInt(&isNumber);
        value = isNumber ? QJsonValue(number) : QJsonValue();
    } else if (row.type == T::list) {
        QJsonArray items;
        const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts)
            items.append(part.trimmed());
        value = items;
    }
    if (const base::Status status = checkSetting(row, value); !status)
        return status.error();
    return value;
}

} // namespace mediahelm::settings
