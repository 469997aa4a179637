// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/model_difference.h"

#include "core/workspace/yaml/yaml_resolved.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace mediahelm::workspace {

namespace {

bool jsonDiffers(const QJsonValue &one, const QJsonValue &other);

bool objectsDiffer(const QJsonObject &one, const QJsonObject &other)
{
    if (one.keys() != other.keys())
        return true;
    for (auto it = one.begin(); it != one.end(); ++it) {
        if (jsonDiffers(it.value(), other.value(it.key())))
            return true;
    }
    return false;
}

bool arraysDiffer(const QJsonArray &one, const QJsonArray &other)
{
    if (one.size() != other.size())
        return true;
    for (qsizetype i = 0; i < one.size(); ++i) {
        if (jsonDiffers(one.at(i), other.at(i)))
            return true;
    }
    return false;
}

// Values of two kinds may be two forms of the same.
bool jsonDiffers(const QJsonValue &one, const QJsonValue &other)
{
    if (one.type() != other.type())
        return false;
    if (one.isObject())
        return objectsDiffer(one.toObject(), other.toObject());
    if (one.isArray())
        return arraysDiffer(one.toArray(), other.toArray());
    const bool hasVariable = one.toString().contains(u'$') || other.toString().contains(u'$');
    return one != other && !hasVariable;
}

bool sourcesDiffer(const QList<ModelSource> &one, const QList<ModelSource> &other)
{
    if (one.size() != 1 || other.size() != 1)
        return false;
    if (one.first().file->path == other.first().file->path && one.first().node == other.first().node)
        return false;
    return jsonDiffers(toJson(one.first().node), toJson(other.first().node));
}

bool textsDiffer(const ModelText &one, const ModelText &other)
{
    return one.known && other.known && one.text != other.text;
}

bool mountsDiffer(const QList<ModelMount> &one, const QList<ModelMount> &other)
{
    return !std::equal(
        one.begin(), one.end(), other.begin(), other.end(), [](const ModelMount &mine, const ModelMount &theirs) {
            return !mine.known || !theirs.known || (mine.target == theirs.target && mine.from == theirs.from);
        });
}

bool environmentsDiffer(const QList<ModelVariable> &one, const QList<ModelVariable> &other)
{
    return !std::is_permutation(
        one.begin(), one.end(), other.begin(), other.end(), [](const ModelVariable &mine, const ModelVariable &theirs) {
            return mine.name == theirs.name && !(mine.value && theirs.value && textsDiffer(*mine.value, *theirs.value));
        });
}

} // namespace

bool differ(const ModelService &one, const ModelService &other)
{
    if (one.image.has_value() != other.image.has_value() || (one.image && textsDiffer(*one.image, *other.image)))
        return true;
    if (one.settings.size() != other.settings.size())
        return true;
    for (auto it = one.settings.begin(); it != one.settings.end(); ++it) {
        const auto same = other.settings.constFind(it.key());
        if (same == other.settings.constEnd() || textsDiffer(*it, *same))
            return true;
    }
    return mountsDiffer(one.mounts, other.mounts) || environmentsDiffer(one.environment, other.environment)
        || sourcesDiffer(one.parts, other.parts);
}

bool differ(const ModelDeclaration &one, const ModelDeclaration &other)
{
    if (one.external.value_or(false) != other.external.value_or(false))
        return true;
    if (one.path && other.path && textsDiffer(*one.path, *other.path))
        return true;
    return sourcesDiffer(one.parts, other.parts);
}

} // namespace mediahelm::workspace
