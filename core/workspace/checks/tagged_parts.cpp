// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/tagged_parts.h"

namespace mediahelm::workspace {

ModelTag tagOf(const YamlNode &node)
{
    if (node.tag() == u"!reset")
        return ModelTag::reset;
    return node.tag() == u"!override" ? ModelTag::replaced : ModelTag::none;
}

bool isNull(const YamlNode &node)
{
    const YamlNode target = node.target();
    return target.isScalar() && target.type() == ScalarType::null;
}

QList<YamlEntry> pairsOf(const YamlNode &mapping)
{
    QList<YamlEntry> entries = resolvedEntries(mapping);
    entries.removeIf([](const YamlEntry &entry) { return tagOf(entry.value) == ModelTag::reset; });
    return entries;
}

void noteParts(ModelService &service, const QString &key, const YamlNode &mapping)
{
    const QList<YamlEntry> parts = resolvedEntries(mapping);
    for (const YamlEntry &part : parts) {
        if (tagOf(part.value) == ModelTag::reset)
            service.cleared.insert(key + u'/' + part.key);
    }
}

} // namespace mediahelm::workspace
