// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/catalog/catalog.h"

#include "core/base/nearest.h"
#include "core/workspace/catalog/read_entry.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

// In the global namespace, as rcc asks; the resource of a static library is otherwise dropped by the linker.
static void takeInCatalog()
{
    static const bool done = [] {
        Q_INIT_RESOURCE(mediahelm_catalog);
        return true;
    }();
    Q_UNUSED(done)
}

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        texts.append(item.toString());
    return texts;
}

CatalogCategory readCategory(const QJsonObject &object)
{
    return {object.value("id"_L1).toString(), object.value("title"_L1).toString(),
            object.value("description"_L1).toString(), object.value("env_layer"_L1).toString(),
            textsOf(object.value("services"_L1))};
}

} // namespace

Result<Catalog> Catalog::builtIn()
{
    takeInCatalog();
    return read([](const QString &path) -> Result<QByteArray> {
        QFile file(u":/catalog/"_s + path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::internal, u"the catalog has no file %1"_s.arg(path), {}};
        return file.readAll();
    });
}

Result<Catalog> Catalog::read(const Reader &read)
{
    const Result<QByteArray> index = read(u"index.json"_s);
    if (!index)
        return index.error();
    const QJsonObject root = QJsonDocument::fromJson(*index).object();
    Catalog catalog;
    const QJsonObject shared = root.value("variables"_L1).toObject();
    for (auto it = shared.begin(); it != shared.end(); ++it)
        catalog.m_shared.append(readVariable(it.key(), it.value().toObject()));
    const QJsonArray categories = root.value("categories"_L1).toArray();
    if (categories.isEmpty())
        return Error{ErrorKind::invalid, u"index.json of the catalog names no categories"_s, {}};
    for (const QJsonValue &value : categories) {
        const CatalogCategory category = readCategory(value.toObject());
        catalog.m_categories.append(category);
        for (const QString &id : category.entries) {
            const Result<QByteArray> bytes = read(id + u".yaml"_s);
            if (!bytes)
                return bytes.error();
            const Result<CatalogEntry> entry = readEntry(id, *bytes, catalog.m_shared);
            if (!entry)
                return entry.error();
            for (const CatalogTemplate &one : entry->templates) {
                const Result<QByteArray> content = read(one.path);
                if (!content)
                    return content.error();
                catalog.m_templates.insert(one.path, *content);
            }
            catalog.m_entries.append(*entry);
        }
    }
    return catalog;
}

const CatalogEntry *Catalog::find(const QString &id) const
{
    const auto found = std::ranges::find(m_entries, id, &CatalogEntry::id);
    return found == m_entries.end() ? nullptr : &*found;
}

const CatalogVariable *Catalog::findShared(const QString &name) const
{
    const auto found = std::ranges::find(m_shared, name, &CatalogVariable::name);
    return found == m_shared.end() ? nullptr : &*found;
}

const CatalogCategory *Catalog::categoryOf(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_categories, [&id](const CatalogCategory &each) { return each.entries.contains(id); });
    return found == m_categories.end() ? nullptr : &*found;
}

QString Catalog::nearest(const QString &given) const
{
    QStringList ids;
    for (const CatalogEntry &entry : m_entries)
        ids.append(entry.id);
    return base::nearestName(given, ids);
}

Result<QByteArray> Catalog::templateBytes(const QString &path) const
{
    const auto found = m_templates.constFind(path);
    if (found == m_templates.cend())
        return Error{ErrorKind::notFound, u"the catalog has no template %1"_s.arg(path), {}};
    return *found;
}

} // namespace mediahelm::workspace
