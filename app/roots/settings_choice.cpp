// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/settings_choice.h"

#include "core/base/folders.h"

#include <QFileInfo>

#include <algorithm>

namespace mediahelm::app {

namespace {

bool isNumber(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

ListenFlag parseListen(const QString &text)
{
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        if (end > 0 && (end + 1 == text.size() || text.at(end + 1) == u':'))
            return {text.mid(1, end - 1), text.mid(end + 2)};
        return {text, {}};
    }
    if (isNumber(text))
        return {{}, text};
    if (text.count(u':') == 1)
        return {text.section(u':', 0, 0), text.section(u':', 1)};
    return {text, {}};
}

settings::SettingsSources settingsSources(const CommandLine &line, const QSet<settings::SettingScope> &scopes)
{
    using settings::Setting;
    settings::SettingsSources sources = settings::SettingsSources::inFolders(base::Folders::fromEnvironment());
    sources.scopes = scopes;
    if (line.has(Option::config)) {
        sources.file = QFileInfo(line.value(Option::config)).absoluteFilePath();
        // The copy belongs to the usual file; two files must not stand in for each other.
        sources.lastGoodFile = sources.file + QStringLiteral(".last-good");
    }
    const auto flag = [&](Setting setting, Option option, const QString &text) {
        if (text.isEmpty())
            return;
        sources.flags.insert(setting, text);
        sources.flagNames.insert(setting, QStringLiteral("--") + QString::fromLatin1(optionRow(option).name));
    };
    const ListenFlag listen = parseListen(line.value(Option::listen));
    flag(Setting::serverHost, Option::listen, listen.host);
    flag(Setting::serverPort, Option::listen, listen.port);
    flag(Setting::serverTokenFile, Option::tokenFile, line.value(Option::tokenFile));
    flag(Setting::serverAllowHosts, Option::allowHost, line.values.value(Option::allowHost).join(u','));
    flag(Setting::serverAllowOrigins, Option::allowOrigin, line.values.value(Option::allowOrigin).join(u','));
    flag(Setting::logLevel, Option::logLevel, line.value(Option::logLevel));
    return sources;
}

LogLevel logLevel(const settings::SettingsStore &store, LogLevel own)
{
    const settings::SettingValue value = store.value(settings::Setting::logLevel);
    return value.origin == settings::SettingOrigin::builtIn ? own : logLevelFromName(value.value.toString());
}

} // namespace mediahelm::app
