// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/env/variable_template.h"
#include "core/workspace/yaml/yaml_document.h"

#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace mediahelm::workspace {

// A value that is checked, together with the node that it was read from, if there is one. A plain value, valid as long
// as the node's document.
struct Instance {
    QJsonValue value;
    YamlNode node; // as written: perhaps an alias
    YamlNode keyNode;
    QString key; // of a pair
    int index = -1; // of an item, as written
    QString around; // the key of the list that it is an item of
    QString pointer;
    int depth = 0;
    bool shared = false; // stands behind an alias or a merge, so an edit of it would change other places too

    static Instance of(const YamlDocument &document, const VariableLookup &lookup = {});
    static Instance of(const QJsonValue &value);

    // The pairs of an object, the items of a list; without what is tagged "!reset".
    QList<Instance> children() const;
    // The pair of a key of an object that was read from a file; nothing where there is none, or it is tagged "!reset".
    std::optional<Instance> child(const QString &key) const;
    // What people call it: its key, "item 2 of ports", "the file".
    QString name() const;
    // Whether the text has a variable in it that was filled in.
    bool isExpanded() const;
};

} // namespace mediahelm::workspace
