// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/setup/setup.h"

#include "core/workspace/setup/setup_parts.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr auto manifestPath = "mediahelm.yaml"_L1;
constexpr auto localPath = "local.env"_L1;

QStringList layerNames()
{
    return {u"base.env"_s, u"media-services.env"_s, u"security-services.env"_s, u"monitoring-services.env"_s};
}

QStringList idsOf(const QList<CatalogEntry> &entries)
{
    QStringList ids;
    for (const CatalogEntry &entry : entries)
        ids.append(entry.id);
    return ids;
}

// What the layers come to, for references in what the services mount and ask.
Environment environmentOf(const QList<SetupFile> &files, const QStringList &layers)
{
    QList<EnvLayer> all;
    for (const QString &layer : layers) {
        const auto file = std::ranges::find(files, layer, &SetupFile::path);
        if (file != files.end())
            all.append({file->path, file->bytes});
    }
    return Environment::resolve(all, {});
}

Result<QList<SetupFile>> catalogFiles(const Catalog &catalog, const QList<CatalogEntry> &entries)
{
    QList<SetupFile> files;
    for (const CatalogEntry &entry : entries) {
        files.append({entry.path(), entry.bytes, std::nullopt});
        for (const CatalogTemplate &one : entry.templates) {
            const Result<QByteArray> bytes = catalog.templateBytes(one.path);
            if (!bytes)
                return bytes.error();
            files.append({one.path, *bytes, std::nullopt});
        }
    }
    return files;
}

} // namespace

Result<Setup> makeSetup(const Catalog &catalog, const SetupRequest &request)
{
    Result<QList<CatalogEntry>> chosen = chosenEntries(catalog, request.services);
    if (!chosen)
        return chosen.error();
    QList<CatalogEntry> &entries = *chosen;
    if (const base::Status known = checkValues(catalog, entries, request.values); !known)
        return known.error();
    Setup setup;
    setup.project = request.project;
    setup.folder = request.folder;
    setup.services = idsOf(entries);
    setup.userId = request.values.value(u"PUID"_s, QString::number(request.host.userId)).toLongLong();
    setup.groupId = request.values.value(u"PGID"_s, QString::number(request.host.groupId)).toLongLong();
    QStringList notes;
    if (const base::Status moved = moveBehindVpn(entries, notes); !moved)
        return moved.error();
    const VariableLookup nothing = [](const QString &) { return std::optional<QString>(); };
    const QList<PortWish> wishes = portWishes(entries, nothing, request.values);
    setup.ports = choosePorts(wishes, request.host.takenPorts);
    setup.secrets = secretsOf(entries);

    const Result<QList<SetupFile>> copied = catalogFiles(catalog, entries);
    if (!copied)
        return copied.error();
    setup.files = *copied;
    const QStringList layers = layerNames();
    for (const QString &layer : layers) {
        setup.envLayers.append(u"defaults/"_s + layer);
        const QByteArray text =
            layer == layers.first() ? baseLayerText(catalog, entries) : layerText(catalog, layer, entries);
        setup.files.append({setup.envLayers.last(), text, std::nullopt});
    }
    setup.envLayers.append(localPath);
    const QList<LocalValue> local = localValues(catalog, entries, request, setup.ports, nothing);
    setup.files.append({localPath, localText(local, {}), std::nullopt});
    const Environment environment = environmentOf(setup.files, setup.envLayers);
    setup.questions = questionsOf(catalog, entries, environment.lookup(), setup.secrets);
    setup.files.last().bytes = localText(local, setup.questions);
    for (const CatalogEntry &entry : std::as_const(entries))
        setup.serviceFiles.append(entry.path());
    setup.files.append({manifestPath, manifestText(setup), std::nullopt});

    setup.folders = foldersOf(entries, environment.lookup());
    for (qsizetype i = 0; i < wishes.size(); ++i) {
        if (const QString warning = portWarning(setup.ports.at(i), wishes.at(i)); !warning.isEmpty())
            setup.warnings.append(warning);
    }
    setup.warnings +=
        notes + choiceWarnings(catalog, entries, setup.services) + machineWarnings(entries, {}, request.host);
    return setup;
}

} // namespace mediahelm::workspace
