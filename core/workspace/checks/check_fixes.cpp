// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/check_fixes.h"

#include "core/workspace/edit/yaml_edit.h"
#include "core/workspace/yaml/json_pointer.h"

#include <algorithm>

namespace mediahelm::workspace {

namespace {

std::optional<model::DiagnosticFix> fixOf(const base::Result<YamlEdit> &edit, const QString &title)
{
    // Only what changes this one place.
    if (!edit || !edit->alsoAffects.isEmpty())
        return std::nullopt;
    return model::DiagnosticFix{title, edit->patches};
}

// Whether nothing else changes with the node: no alias leads to it, nor to what is around it.
bool standsAlone(const ModelSource &source)
{
    if (!source.node.exists() || source.node.isAlias())
        return false;
    for (YamlNode node = source.node; node.exists(); node = node.parent()) {
        if (!node.anchor().isEmpty())
            return false;
    }
    return source.node.isKey() || source.file->document.find(source.node.pointer()) == source.node;
}

// What reads as itself in any style and place.
bool isSimple(const QString &text)
{
    return !text.isEmpty() && text.size() <= 200 && text.front().isLetterOrNumber()
        && std::all_of(
            text.begin(), text.end(),
            [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || QStringLiteral("_.-:/").contains(c)); })
        && !text.endsWith(u':');
}

// The last line that says something ends no document.
bool canBeAppendedTo(const QByteArray &bytes)
{
    return !bytes.trimmed().endsWith("...");
}

} // namespace

bool CheckFixes::mayEdit(const FileModel &file)
{
    const qsizetype size = file.document.bytes().size();
    if (size > m_left)
        return false;
    m_left -= size;
    return true;
}

std::optional<model::DiagnosticFix> CheckFixes::setText(const ModelSource &source, const QString &text,
                                                        const QString &title)
{
    if (!isSimple(text) || !standsAlone(source) || !source.node.isScalar() || !source.node.tag().isEmpty())
        return std::nullopt;
    QByteArray bytes = text.toUtf8();
    switch (source.node.style()) {
    case YamlStyle::plain:
        if (scalarType(text, {}, true) != source.node.type())
            bytes = '"' + bytes + '"';
        break;
    case YamlStyle::singleQuoted: bytes = '\'' + bytes + '\''; break;
    case YamlStyle::doubleQuoted: bytes = '"' + bytes + '"'; break;
    default: return std::nullopt;
    }
    return model::DiagnosticFix{title, {{source.node.span(), bytes}}};
}

std::optional<model::DiagnosticFix> CheckFixes::declare(const FileModel &file, const QString &section,
                                                        const QString &name, const QString &title)
{
    const YamlDocument &document = file.document;
    const YamlNode root = document.root();
    if (!root.isMapping() || !isSimple(name))
        return std::nullopt;
    if (!root.value(section) && root.isBlockCollection() && document.place(root).column == 1
        && canBeAppendedTo(document.bytes())) {
        const QByteArray lineBreak = lineBreakOf(document.bytes());
        const qsizetype end = document.bytes().size();
        const QByteArray before = document.bytes().endsWith('\n') ? QByteArray() : lineBreak;
        return model::DiagnosticFix{
            title,
            {{{end, end}, before + section.toUtf8() + ':' + lineBreak + "  " + name.toUtf8() + ": {}" + lineBreak}}};
    }
    if (!mayEdit(file))
        return std::nullopt;
    return fixOf(setValue(document, u'/' + section + pointerStep(name), "{}"), title);
}

std::optional<model::DiagnosticFix> CheckFixes::remove(const ModelSource &source, const QString &title)
{
    if (!standsAlone(source) || !mayEdit(*source.file))
        return std::nullopt;
    return fixOf(removeNode(source.file->document, source.node.pointer()), title);
}

} // namespace mediahelm::workspace
