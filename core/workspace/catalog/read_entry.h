// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/workspace/catalog/catalog_entry.h"

#include <QJsonObject>

namespace mediahelm::workspace {

// A file of the catalog. `shared` are the variables of all services. Errors: invalid, with the entry and what is wrong.
base::Result<CatalogEntry> readEntry(const QString &id, const QByteArray &bytes, const QList<CatalogVariable> &shared);

// As under `variables` of x-mediahelm.
CatalogVariable readVariable(const QString &name, const QJsonObject &object);

} // namespace mediahelm::workspace
