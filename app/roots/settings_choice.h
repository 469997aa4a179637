// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/command_line.h"
#include "app/run/log_sink.h"
#include "core/settings/settings_store.h"

namespace mediahelm::app {

// Where a run takes its settings from: the folders of the environment or --config, and its flags.
settings::SettingsSources settingsSources(const CommandLine &line, const QSet<settings::SettingScope> &scopes);

// The level that was asked for, or the face's own when nobody asked.
LogLevel logLevel(const settings::SettingsStore &store, LogLevel own);

struct ListenFlag {
    QString host; // empty: not given
    QString port;
};

// "HOST:PORT", ":PORT", "HOST", "PORT", "[IPV6]:PORT", "[IPV6]", "IPV6". What is wrong with the parts is found where
// the settings are checked.
ListenFlag parseListen(const QString &text);

} // namespace mediahelm::app
