// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/check_report.h"

namespace mediahelm::workspace {

namespace {

// A value without bytes is shown at its key.
YamlNode shown(const YamlNode &node)
{
    const YamlNode key = node.exists() && !node.isKey() ? node.pairKey() : YamlNode();
    return key && node.whole().isEmpty() ? key : node;
}

} // namespace

CheckReport::Place CheckReport::placeOf(const QString &code, const ModelSource &source)
{
    const model::Place place = source.file->document.place(shown(source.node));
    return {code, source.file->path, place.line, place.column};
}

bool CheckReport::isNew(const QString &code, const ModelSource &source) const
{
    return m_found.size() < most && !m_said.contains(placeOf(code, source));
}

void CheckReport::add(model::Severity severity, const QString &code, const ModelSource &source, const QString &message,
                      const std::optional<model::DiagnosticFix> &fix)
{
    const Place place = placeOf(code, source);
    if (m_found.size() >= most || m_said.contains(place))
        return;
    m_said.insert(place);
    m_found.append({severity, code, source.file->path, source.file->document.place(shown(source.node)),
                    source.node.pointer(), message, fix});
}

} // namespace mediahelm::workspace
