// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/check_fixes.h"

#include "core/workspace/edit/yaml_edit.h"

namespace mediahelm::workspace {

namespace {

constexpr qsizetype largest = 256 * 1024;

std::optional<model::DiagnosticFix> fixOf(const base::Result<YamlEdit> &edit, const QString &title)
{
    // Only what changes this one place.
    if (!edit || !edit->alsoAffects.isEmpty())
        return std::nullopt;
    return model::DiagnosticFix{title, edit->patches};
}

bool canBeEdited(const FileModel &file)
{
    return file.document.bytes().size() <= largest;
}

// Whether the pointer leads to the node itself, and not past an alias.
bool standsAlone(const ModelSource &source)
{
    return canBeEdited(*source.file) && source.node.exists() && !source.node.isAlias()
        && source.file->document.find(source.node.pointer()) == source.node;
}

} // namespace

std::optional<model::DiagnosticFix> fixBySetting(const ModelSource &source, const QByteArray &yaml,
                                                 const QString &title)
{
    if (!standsAlone(source))
        return std::nullopt;
    return fixOf(setValue(source.file->document, source.node.pointer(), yaml), title);
}

std::optional<model::DiagnosticFix> fixByAdding(const FileModel &file, const QString &pointer, const QByteArray &yaml,
                                                const QString &title)
{
    if (!canBeEdited(file) || file.document.find(pointer))
        return std::nullopt;
    return fixOf(setValue(file.document, pointer, yaml), title);
}

std::optional<model::DiagnosticFix> fixByRemoving(const ModelSource &source, const QString &title)
{
    if (!standsAlone(source))
        return std::nullopt;
    return fixOf(removeNode(source.file->document, source.node.pointer()), title);
}

} // namespace mediahelm::workspace
