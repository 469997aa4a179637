// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/setup/setup.h"

namespace mediahelm::workspace {

// The text of the files that a new workspace gets beside those of the catalog.

// "NAME=value" with the quotes that it needs, or commented out; with its description above.
QByteArray assignmentText(const QString &name, const QString &value, const QString &description);
QByteArray commentText(const QString &words); // "# ..." in lines that are not too long

QByteArray manifestText(const Setup &setup);
// defaults/base.env: the variables of all services that these use.
QByteArray baseLayerText(const Catalog &catalog, const QList<CatalogEntry> &entries);
// defaults/media-services.env and the like: the variables of the services of that layer.
QByteArray layerText(const Catalog &catalog, const QString &layer, const QList<CatalogEntry> &entries);

// What local.env sets, in its order; a value may refer to an earlier one.
struct LocalValue {
    QString name;
    QString value;
    QString comment;
};
QByteArray localText(const QList<LocalValue> &values, const QList<SetupQuestion> &questions);

// Variables of all services that local.env sets, since they are about this machine: no matter of base.env.
bool isLocal(const QString &name);

} // namespace mediahelm::workspace
