// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/schema/schema_tree.h"

#include <QJsonArray>
#include <QString>
#include <QStringList>

namespace mediahelm::workspace {

// What a schema says of a place for people: collected on the way through references, where what stands nearer to the
// place comes first.
struct SchemaWords {
    QString title;
    QStringList descriptions; // of the property, then of what it refers to
    QJsonArray examples;

    SchemaWords with(const SchemaNode &node) const;
    SchemaWords ofItems() const; // for the items of a list, until these say more
};

// English without a full stop; values of the file are never quoted, since they may be secret.

QString joined(const QStringList &names, const QString &last); // "a, b or c"
QString typeWords(JsonTypes types); // "a whole number or text"
QString typeWords(const QJsonValue &value); // what it is
// Of the examples of a type the first two short ones: "30s or 1m30s".
QString exampleWords(const SchemaWords &words, JsonTypes types = {});
// What a text must look like: the meaning of a pattern that says it all by itself, else examples and description.
QString patternWords(const SchemaPattern &pattern, const SchemaWords &words);
QString boundsWords(const SchemaNode::Bounds &bounds, const SchemaNode::Bounds &exclusive = {}); // "from 1 to 65535"
QStringList scalarTexts(const QJsonArray &values); // as YAML would write them

} // namespace mediahelm::workspace
