// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

#include <functional>
#include <span>

namespace mediahelm::settings {

// Turns a settings object of version `from` into one of version from + 1. Never loses a key that it does not know.
struct Migration {
    int from = 0;
    std::function<QJsonObject(QJsonObject)> apply;
};

constexpr int settingsVersion = 1;

std::span<const Migration> settingsMigrations(); // by `from`, ascending; up to settingsVersion

// The object raised to version `to`. An object without a version counts as 1. Errors: unsupported, when it is newer
// than `to` or older than the first migration; invalid, when its version is no whole number from 1.
base::Result<QJsonObject> migrate(QJsonObject settings, std::span<const Migration> migrations, int to);

} // namespace mediahelm::settings
