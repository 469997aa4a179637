// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/node_rules.h"

#include <QDate>

#include <cmath>

namespace mediahelm::workspace {

bool fitsText(const SchemaNode &node, const QString &text)
{
    if (node.pattern && !node.pattern->matches(text))
        return false;
    return !node.date || isDate(text);
}

bool fitsNumber(const SchemaNode &node, double number)
{
    const bool whole = node.types.testFlag(JsonType::integer) && !node.types.testFlag(JsonType::number);
    return !whole || std::floor(number) == number;
}

bool fitsKey(const SchemaNode &node, const QString &key)
{
    return !node.closedKeys || node.properties.contains(key) || node.patternProperties.first().pattern.matches(key);
}

bool isDate(const QString &text)
{
    return text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
}

} // namespace mediahelm::workspace
