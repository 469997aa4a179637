// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/hash_input.h"

#include "core/revision/compose/compose_labels.h"
#include "core/revision/compose/resolved_project.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using model::ObservedContainer;

namespace {

void resolveMode(QJsonObject &service, const char *key, const QList<ObservedContainer> &containers)
{
    const QString name = serviceOfMode(service.value(QLatin1String(key)).toString());
    if (const ObservedContainer *container = referredContainer(containers, name))
        service.insert(QLatin1String(key), QStringLiteral("container:") + container->id.text());
}

// As Compose does: the id alone, without ":ro".
void resolveVolumesFrom(QJsonObject &service, const QList<ObservedContainer> &containers)
{
    QJsonArray entries = service.value(QLatin1String("volumes_from")).toArray();
    if (entries.isEmpty())
        return;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString entry = entries[i].toString();
        const QString name = serviceOfVolumesFrom(entry);
        if (name.isEmpty())
            entries[i] = entry.section(u':', 1, 1);
        else if (const ObservedContainer *container = referredContainer(containers, name))
            entries[i] = container->id.text();
    }
    service.insert(QLatin1String("volumes_from"), entries);
}

QJsonValue withoutPrefix(const QJsonValue &value, const QString &prefix)
{
    if (value.isString()) {
        const QString text = value.toString();
        if (text == prefix)
            return QStringLiteral("/");
        return text.startsWith(prefix + u'/') ? QJsonValue(text.sliced(prefix.size())) : value;
    }
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            array[i] = withoutPrefix(array.at(i), prefix);
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = withoutPrefix(it.value(), prefix);
        return object;
    }
    return value;
}

Error noModel()
{
    return Error{ErrorKind::invalid, QStringLiteral("the resolved model is no JSON object"), {}};
}

} // namespace

Result<QByteArray> withoutMirror(const QByteArray &resolvedModel, const QString &mirror)
{
    const QJsonDocument document = QJsonDocument::fromJson(resolvedModel);
    if (!document.isObject())
        return noModel();
    const QJsonObject root = withoutPrefix(document.object(), mirror).toObject();
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

Result<QByteArray> hashInput(const QByteArray &resolvedModel, const QList<ObservedContainer> &containers)
{
    const QJsonDocument document = QJsonDocument::fromJson(resolvedModel);
    if (!document.isObject())
        return noModel();
    QJsonObject root = document.object();
    QJsonObject services = root.value(QLatin1String("services")).toObject();
    for (auto it = services.begin(); it != services.end(); ++it) {
        QJsonObject service = it.value().toObject();
        for (const char *key : {"network_mode", "pid", "ipc"})
            resolveMode(service, key, containers);
        resolveVolumesFrom(service, containers);
        it.value() = service;
    }
    root.insert(QLatin1String("services"), services);
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

Result<QHash<QString, QString>> parseHashes(const QByteArray &output)
{
    QHash<QString, QString> hashes;
    const QStringList lines = QString::fromUtf8(output).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QString service = line.section(u' ', 0, 0);
        const QString hash = line.section(u' ', 1).trimmed();
        if (service.isEmpty() || hash.size() != 64)
            return Error{ErrorKind::invalid, QStringLiteral("'docker compose config --hash' printed something else"),
                         line.left(200)};
        hashes.insert(service, hash);
    }
    return hashes;
}

const ObservedContainer *referredContainer(const QList<ObservedContainer> &containers, const QString &service)
{
    const ObservedContainer *first = nullptr;
    for (const ObservedContainer &container : containers) {
        if (service.isEmpty() || container.label(labels::service) != service || isOneOff(container))
            continue;
        if (!first || container.name < first->name)
            first = &container;
    }
    return first;
}

} // namespace mediahelm::revision
