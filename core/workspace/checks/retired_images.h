// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace mediahelm::workspace {

// An image that is no longer cared for, from resources/catalog/retired-images.json. A plain value.
struct RetiredImage {
    QString name; // of the program
    QString state; // "merged", "retired", "archived"
    QString since; // day; may be empty
    QString reason;
    QStringList replacement;
};

// By the repository without a tag, as ImageName has it; nullptr for one of which nothing is known. The table is read at
// the first call; any thread.
const RetiredImage *retiredImage(const QString &repository);

} // namespace mediahelm::workspace
