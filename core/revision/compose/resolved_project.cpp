// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/resolved_project.h"

#include <algorithm>

namespace mediahelm::revision {

using model::Need;
using model::NeedKind;

const ResolvedService *ResolvedProject::find(const QString &service) const
{
    const auto found =
        std::find_if(services.begin(), services.end(), [&](const ResolvedService &one) { return one.name == service; });
    return found == services.end() ? nullptr : &*found;
}

QStringList ResolvedProject::serviceNames() const
{
    QStringList names;
    for (const ResolvedService &service : services)
        names.append(service.name);
    return names;
}

std::optional<std::chrono::milliseconds> parseGoDuration(QStringView text)
{
    double milliseconds = 0;
    if (text.isEmpty())
        return std::nullopt;
    while (!text.isEmpty()) {
        qsizetype digits = 0;
        while (digits < text.size() && ((text[digits] >= u'0' && text[digits] <= u'9') || text[digits] == u'.'))
            ++digits;
        bool ok = false;
        const double number = text.first(digits).toDouble(&ok);
        if (!ok)
            return std::nullopt;
        text = text.sliced(digits);
        qsizetype letters = 0;
        while (letters < text.size() && text[letters].isLetter())
            ++letters;
        const QStringView unit = text.first(letters);
        text = text.sliced(letters);
        const double scale = unit == u"h"    ? 3600e3
            : unit == u"m"                   ? 60e3
            : unit == u"s"                   ? 1e3
            : unit == u"ms"                  ? 1
            : unit == u"us" || unit == u"µs" ? 1e-3
            : unit == u"ns"                  ? 1e-6
                                             : -1;
        if (scale < 0)
            return std::nullopt;
        milliseconds += number * scale;
    }
    constexpr double most = 1e15;
    return std::chrono::milliseconds(static_cast<qint64>(std::min(milliseconds, most)));
}

QString serviceOfMode(const QString &mode)
{
    constexpr QLatin1String prefix("service:");
    return mode.startsWith(prefix) ? mode.mid(prefix.size()) : QString();
}

QString serviceOfVolumesFrom(const QString &entry)
{
    return entry.startsWith(QLatin1String("container:")) ? QString() : entry.section(u':', 0, 0);
}

namespace {

// The service that a namespace is shared with.
std::optional<Need> needOfMode(const ResolvedProject &project, const QString &mode, NeedKind kind)
{
    Need need;
    need.kind = kind;
    need.service = serviceOfMode(mode);
    if (!need.service.isEmpty())
        return need;
    constexpr QLatin1String prefix("container:");
    const QString name = mode.startsWith(prefix) ? mode.mid(prefix.size()) : QString();
    if (name.isEmpty())
        return std::nullopt;
    for (const ResolvedService &service : project.services) {
        if (service.containerName == name) {
            need.service = service.name;
            need.byContainerName = true;
            return need;
        }
    }
    return std::nullopt;
}

} // namespace

model::ServiceGraph graphOf(const ResolvedProject &project)
{
    QList<model::ServiceNeeds> all;
    for (const ResolvedService &service : project.services) {
        model::ServiceNeeds entry{service.name, service.dependsOn, {}};
        const std::pair<QString, NeedKind> modes[] = {{service.networkMode, NeedKind::network},
                                                      {service.pidMode, NeedKind::pid},
                                                      {service.ipcMode, NeedKind::ipc}};
        for (const auto &[mode, kind] : modes) {
            if (const std::optional<Need> need = needOfMode(project, mode, kind))
                entry.needs.append(*need);
        }
        for (const QString &from : service.volumesFrom) {
            if (const QString name = serviceOfVolumesFrom(from); !name.isEmpty())
                entry.needs.append(Need{name, NeedKind::volumesFrom});
        }
        for (const ResolvedMount &mount : service.mounts) {
            if (!mount.source.isEmpty())
                entry.volumes.append(mount.source);
        }
        all.append(entry);
    }
    return model::ServiceGraph(all);
}

} // namespace mediahelm::revision
