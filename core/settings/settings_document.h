// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/host_profile.h"
#include "core/settings/settings_table.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>

namespace mediahelm::settings {

// The settings file as it was read: valid as a whole, or not read at all. A plain value. Format: a JSON object with
// "version", "hosts" (a list of {"id", "address", "remote_socket"}) and one object per section of the settings table.
// What is not known is kept, and written back.
struct SettingsDocument {
    QJsonObject root; // of the present version
    int fileVersion = 0; // as it stood in the file; 0 for none
    QList<model::HostProfile> hosts;
    QMap<Setting, SettingValue> values; // of those that the file sets
    QStringList warnings; // keys that nobody knows, each with its place and the nearest known one

    // What a first start has: this machine's engine.
    static SettingsDocument firstRun();

    // Errors: invalid or unsupported; the message is "PATH:LINE:COLUMN: what is wrong and what is allowed".
    static base::Result<SettingsDocument> read(const QByteArray &text, const QString &path);

    void setHosts(const QList<model::HostProfile> &profiles);
    void setValue(Setting setting, const QJsonValue &value, const QString &where); // Undefined takes it out
    QByteArray text() const; // what read() reads back
};

} // namespace mediahelm::settings
