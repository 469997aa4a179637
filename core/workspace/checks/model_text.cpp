// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/model_text.h"

#include <algorithm>

namespace mediahelm::workspace {

ModelText readText(const FileModel &file, const YamlNode &node, const ModelVariables &variables)
{
    const YamlNode target = node.target();
    if (!target.exists() || !target.isScalar())
        return {{}, {&file, node}, false, true};
    ModelText read{target.text(), {&file, node}, true, true};
    if (target.type() == ScalarType::integer) {
        const QJsonValue number = scalarJson(read.text, target.tag(), target.style() == YamlStyle::plain);
        if (number.toInteger() != 0 || number.toDouble() == 0) // else it is too large
            read.text = QString::number(number.toInteger()); // 0644 is 420
    }
    if (!read.text.contains(u'$') || target.type() != ScalarType::string)
        return read;
    const Expansion expansion = expandVariables(read.text, variables.lookup);
    read.text = expansion.text;
    read.literal = expansion.uses.isEmpty();
    read.known = expansion.ok() && std::none_of(expansion.uses.begin(), expansion.uses.end(), [&](const auto &use) {
                     return use.missing() || (use.set && variables.secrets.contains(use.name));
                 });
    return read;
}

} // namespace mediahelm::workspace
