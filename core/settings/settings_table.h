// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <span>

namespace mediahelm::settings {

// Every setting of the program, each described once in the table below: the store, the environment, the command line
// and the manual are made from it. Hosts are no setting of this kind; see HostProfileStore.
enum class Setting { serverHost, serverPort, serverTokenFile, serverAllowHosts, serverAllowOrigins, logLevel };

enum class SettingType { text, integer, list, choice, path };

// Which face reads it. A face looks at its own settings in the environment only: a stray HOST is nothing to `status`.
enum class SettingScope { program, server };

// Where a value comes from; later ones win.
enum class SettingOrigin { builtIn, file, environment, flag };

struct SettingRow {
    Setting setting;
    const char *key; // "section.name" in the file
    SettingType type;
    SettingScope scope;
    const char *builtIn; // as text; lists by comma
    const char *environment; // "MEDIAHELM_..."
    const char *plainEnvironment; // a name that other programs use too and that counts less; or empty
    const char *choices; // of choice: by comma
    int least; // of integer
    int most;
    const char *help; // one sentence
};

struct SettingValue {
    QJsonValue value; // string, integral number, or array of strings, by the row's type
    SettingOrigin origin = SettingOrigin::builtIn;
    QString
        where; // "/home/u/.config/mediahelm/settings.json:4:13", "MEDIAHELM_SERVER_PORT", "--listen"; empty: built in

    friend bool operator==(const SettingValue &, const SettingValue &) = default;
};

std::span<const SettingRow> settingRows(); // in the order of the enum
const SettingRow &settingRow(Setting setting);
QString settingKey(Setting setting);

// A value as the environment or the command line gives it. Errors: invalid, with what is allowed.
base::Result<QJsonValue> settingFromText(const SettingRow &row, const QString &text);
// Whether a value of the file fits its row. Errors: invalid, with what is allowed.
base::Status checkSetting(const SettingRow &row, const QJsonValue &value);

} // namespace mediahelm::settings
