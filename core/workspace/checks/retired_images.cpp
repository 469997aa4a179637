// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/retired_images.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// In the global namespace, as rcc asks; the resource of a static library is otherwise dropped by the linker.
static void takeInRetiredImages()
{
    Q_INIT_RESOURCE(mediahelm_retired_images);
}

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

QStringList texts(const QJsonValue &list)
{
    QStringList found;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &one : array)
        found.append(one.toString());
    return found;
}

QHash<QString, RetiredImage> readTable()
{
    takeInRetiredImages();
    QFile file(u":/catalog/retired-images.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QHash<QString, RetiredImage> table;
    const QJsonArray entries = QJsonDocument::fromJson(file.readAll()).object().value(u"retired"_s).toArray();
    for (const QJsonValue &entry : entries) {
        const RetiredImage image{entry[u"name"_s].toString(), entry[u"state"_s].toString(),
                                 entry[u"since"_s].toString(), entry[u"reason"_s].toString(),
                                 texts(entry[u"replacement"_s])};
        const QStringList repositories = texts(entry[u"images"_s]);
        for (const QString &repository : repositories)
            table.insert(repository, image);
    }
    return table;
}

} // namespace

const RetiredImage *retiredImage(const QString &repository)
{
    static const QHash<QString, RetiredImage> table = readTable();
    const auto found = table.constFind(repository);
    return found == table.constEnd() ? nullptr : &*found;
}

} // namespace mediahelm::workspace
