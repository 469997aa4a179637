// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folders.h"

#include <QDir>
#include <QFile>

#include <pwd.h>
#include <unistd.h>

namespace mediahelm::base {

namespace {

std::optional<QString> absolute(const char *name)
{
    const QString value = qEnvironmentVariable(name);
    if (value.isEmpty() || !QDir::isAbsolutePath(value))
        return std::nullopt;
    return QDir::cleanPath(value);
}

// systemd gives a colon-separated list when a unit names several folders; ours is the first.
std::optional<QString> fromServiceManager(const char *name)
{
    const QString value = qEnvironmentVariable(name).section(QLatin1Char(':'), 0, 0);
    if (value.isEmpty() || !QDir::isAbsolutePath(value))
        return std::nullopt;
    return QDir::cleanPath(value);
}

std::optional<QString> home()
{
    if (auto fromEnvironment = absolute("HOME"))
        return fromEnvironment;
    const passwd *entry = ::getpwuid(::geteuid());
    if (entry && entry->pw_dir && entry->pw_dir[0] == '/')
        return QFile::decodeName(entry->pw_dir);
    return std::nullopt;
}

std::optional<QString> xdg(const char *name, const QString &belowHome)
{
    if (const auto folder = absolute(name))
        return *folder + QStringLiteral("/mediahelm");
    if (const auto folder = home())
        return *folder + belowHome + QStringLiteral("/mediahelm");
    return std::nullopt;
}

} // namespace

Folders Folders::fromEnvironment()
{
    Folders folders;
    folders.config = fromServiceManager("CONFIGURATION_DIRECTORY");
    if (!folders.config)
        folders.config = xdg("XDG_CONFIG_HOME", QStringLiteral("/.config"));
    folders.state = fromServiceManager("STATE_DIRECTORY");
    if (!folders.state)
        folders.state = xdg("XDG_STATE_HOME", QStringLiteral("/.local/state"));
    folders.runtime = fromServiceManager("RUNTIME_DIRECTORY");
    if (!folders.runtime) {
        if (const auto runtime = absolute("XDG_RUNTIME_DIR"))
            folders.runtime = *runtime + QStringLiteral("/mediahelm");
        else
            folders.runtime = QStringLiteral("/tmp/mediahelm-%1").arg(::geteuid());
    }
    return folders;
}

} // namespace mediahelm::base
