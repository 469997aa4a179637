// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

namespace mediahelm::tests {

// What Compose makes of several files, or of one that refers to parts of itself: a row of the table.
struct MergeRow {
    QByteArray name;
    QList<QByteArray> files; // in the order in which they are merged
    QMap<QString, QString> process = {};
    QMap<QString, QByteArray> beside = {}; // env files and the like; ".env" counts as Compose's own
    QString finding = {}; // where Compose refuses: the code of what is told then
};

// Rows about one service "a": what stands below it in each of the files, and what stands beside the services.
QList<MergeRow> serviceMergeRows();
// Whole files: extends, anchors and merge keys, profiles, declarations, variables.
QList<MergeRow> fileMergeRows();
// Files that include others, and services that extend those of others.
QList<MergeRow> includeMergeRows();

} // namespace mediahelm::tests
