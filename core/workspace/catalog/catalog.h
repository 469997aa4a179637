// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/workspace/catalog/catalog_entry.h"

#include <functional>

namespace mediahelm::workspace {

// The services that a workspace can be made of. Immutable and shared by copies; any thread.
class Catalog
{
public:
    using Reader = std::function<base::Result<QByteArray>(const QString &path)>;

    // The one that the program brings along.
    static base::Result<Catalog> builtIn();
    // `read` gives a file by its path: "index.json", "jellyfin.yaml", "templates/...". Errors: invalid, with the file;
    // those of `read`.
    static base::Result<Catalog> read(const Reader &read);

    const QList<CatalogCategory> &categories() const { return m_categories; }
    const QList<CatalogEntry> &entries() const { return m_entries; } // by category, in the order of offering
    const QList<CatalogVariable> &shared() const { return m_shared; } // variables of all services
    const CatalogEntry *find(const QString &id) const; // nullptr when there is none
    const CatalogVariable *findShared(const QString &name) const;
    const CatalogCategory *categoryOf(const QString &id) const;
    // The entry that was most likely meant; may be empty.
    QString nearest(const QString &given) const;
    base::Result<QByteArray> templateBytes(const QString &path) const;

private:
    QList<CatalogCategory> m_categories;
    QList<CatalogEntry> m_entries;
    QList<CatalogVariable> m_shared;
    QHash<QString, QByteArray> m_templates;
};

} // namespace mediahelm::workspace
