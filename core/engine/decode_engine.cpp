// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/decode_engine.h"

#include "core/base/names.h"
#include "core/engine/json_fields.h"

#include <algorithm>
#include <limits>

namespace mediahelm::engine {

using base::Result;
using model::ApiVersion;

namespace {

std::optional<int> parseNumber(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 4
        || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    return text.toByteArray().toInt();
}

QString productOf(const QJsonObject &version)
{
    const QJsonArray components = arrayOf(version, QLatin1String("Components"));
    const bool podman = std::any_of(components.begin(), components.end(), [](const QJsonValue &component) {
        return textOf(component.toObject(), QLatin1String("Name"))
            .contains(QLatin1String("podman"), Qt::CaseInsensitive);
    });
    return podman ? QStringLiteral("Podman") : QStringLiteral("Docker");
}

qint64 sumOf(const QJsonArray &array, QLatin1String key)
{
    qint64 sum = 0;
    for (const QJsonValue &value : array)
        sum += std::max<qint64>(0, integerOf(value.toObject(), key));
    return sum;
}

} // namespace

std::optional<ApiVersion> parseApiVersion(QByteArrayView text)
{
    const qsizetype dot = text.indexOf('.');
    if (dot < 0)
        return std::nullopt;
    const std::optional<int> major = parseNumber(text.first(dot));
    const std::optional<int> minor = parseNumber(text.sliced(dot + 1));
    if (!major || !minor)
        return std::nullopt;
    return ApiVersion{*major, *minor};
}

Result<VersionReply> decodeVersion(const QByteArray &json)
{
    const Result<QJsonObject> root = parseObject(json);
    if (!root)
        return root.error();
    const std::optional<ApiVersion> newest = parseApiVersion(textOf(*root, QLatin1String("ApiVersion")).toLatin1());
    if (!newest)
        return malformed(QStringLiteral("it names no API version"));
    const std::optional<ApiVersion> oldest = parseApiVersion(textOf(*root, QLatin1String("MinAPIVersion")).toLatin1());
    return VersionReply{productOf(*root), textOf(*root, QLatin1String("Version")), *newest,
                        oldest.value_or(ApiVersion{1, 12})};
}

Result<model::EngineInfo> decodeInfo(const QByteArray &json)
{
    const Result<QJsonObject> root = parseObject(json);
    if (!root)
        return root.error();
    model::EngineInfo info;
    info.operatingSystem = textOf(*root, QLatin1String("OperatingSystem"));
    info.architecture = textOf(*root, QLatin1String("Architecture"));
    info.kernel = textOf(*root, QLatin1String("KernelVersion"));
    info.hostName = textOf(*root, QLatin1String("Name"));
    info.rootFolder = textOf(*root, QLatin1String("DockerRootDir"));
    info.cpus = static_cast<int>(std::clamp<qint64>(integerOf(*root, QLatin1String("NCPU")), 0, 1 << 20));
    info.memoryBytes = std::max<qint64>(0, integerOf(*root, QLatin1String("MemTotal")));
    const QStringList options = textsOf(*root, QLatin1String("SecurityOptions"));
    info.rootless = std::any_of(options.begin(), options.end(), [](const QString &option) {
        return option.startsWith(QLatin1String("name=rootless"));
    });
    return info;
}

Result<model::DiskUsage> decodeDiskUsage(const QByteArray &json)
{
    const Result<QJsonObject> root = parseObject(json);
    if (!root)
        return root.error();
    model::DiskUsage usage;
    usage.imagesBytes = std::max<qint64>(0, integerOf(*root, QLatin1String("LayersSize")));
    usage.containersBytes = sumOf(arrayOf(*root, QLatin1String("Containers")), QLatin1String("SizeRw"));
    const QJsonArray volumes = arrayOf(*root, QLatin1String("Volumes"));
    for (const QJsonValue &volume : volumes)
        usage.volumesBytes += std::max<qint64>(
            0, integerOf(objectOf(volume.toObject(), QLatin1String("UsageData")), QLatin1String("Size")));
    const QJsonArray cache = arrayOf(*root, QLatin1String("BuildCache"));
    for (const QJsonValue &entry : cache) {
        if (!entry.toObject().value(QLatin1String("Shared")).toBool())
            usage.buildCacheBytes += std::max<qint64>(0, integerOf(entry.toObject(), QLatin1String("Size")));
    }
    if (cache.isEmpty())
        usage.buildCacheBytes = std::max<qint64>(0, integerOf(*root, QLatin1String("BuilderSize")));
    return usage;
}

Result<QList<model::Image>> decodeImages(const QByteArray &json)
{
    const Result<QJsonArray> array = parseArray(json);
    if (!array)
        return array.error();
    QList<model::Image> images;
    images.reserve(array->size());
    for (const QJsonValue &value : *array) {
        const QJsonObject object = value.toObject();
        model::Image image;
        image.id = textOf(object, QLatin1String("Id"));
        if (!base::ImageName::parse(image.id))
            return malformed(QStringLiteral("an image's id is out of rule"));
        image.tags = textsOf(object, QLatin1String("RepoTags"));
        image.tags.removeAll(QStringLiteral("<none>:<none>"));
        image.sizeBytes = std::max<qint64>(0, integerOf(object, QLatin1String("Size")));
        if (const qint64 created = integerOf(object, QLatin1String("Created")); created > 0)
            image.createdAt = QDateTime::fromSecsSinceEpoch(created, Qt::UTC);
        image.containers = static_cast<int>(std::clamp<qint64>(integerOf(object, QLatin1String("Containers"), -1), -1,
                                                               std::numeric_limits<int>::max()));
        images.append(image);
    }
    return images;
}

} // namespace mediahelm::engine
