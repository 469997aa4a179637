// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_migrations.h"

#include <algorithm>

namespace mediahelm::settings {

std::span<const Migration> settingsMigrations()
{
    return {}; // version 1 is the first
}

base::Result<QJsonObject> migrate(QJsonObject settings, std::span<const Migration> migrations, int to)
{
    const QString versionKey = QStringLiteral("version");
    int version = settings.value(versionKey).toInt(settings.contains(versionKey) ? 0 : 1);
    if (version < 1)
        return base::Error{base::ErrorKind::invalid, QStringLiteral("must be a whole number from 1"), {}};
    if (version > to)
        return base::Error{
            base::ErrorKind::unsupported,
            QStringLiteral("is %1, written by a newer Mediahelm; this one reads up to %2").arg(version).arg(to),
            {}};
    for (; version < to; ++version) {
        const auto step = std::ranges::find(migrations, version, &Migration::from);
        if (step == migrations.end())
            return base::Error{base::ErrorKind::unsupported,
                               QStringLiteral("is %1, which this Mediahelm no longer reads").arg(version),
                               {}};
        settings = step->apply(std::move(settings));
    }
    settings.insert(versionKey, to);
    return settings;
}

} // namespace mediahelm::settings
