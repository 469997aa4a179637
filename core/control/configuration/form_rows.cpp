// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/form_rows.h"

namespace mediahelm::control {

using namespace Qt::StringLiterals;

namespace {

// At a separator outside of ${...} and of [...].
QStringList split(const QString &text, QChar separator)
{
    QStringList parts{QString()};
    int depth = 0;
    for (const QChar c : text) {
        const QString &last = parts.constLast();
        if ((c == u'{' && last.endsWith(u'$')) || c == u'[')
            ++depth;
        else if ((c == u'}' || c == u']') && depth > 0)
            --depth;
        if (c == separator && depth == 0)
            parts.append(QString());
        else
            parts.last() += c;
    }
    return parts;
}

bool isReadOnly(const QString &options)
{
    return options.split(u',').contains(u"ro"_s);
}

std::optional<QStringList> portCells(const QString &text)
{
    QStringList parts = split(text, u':');
    if (parts.size() > 3)
        return std::nullopt;
    const QStringList target = split(parts.takeLast(), u'/');
    if (target.size() > 2)
        return std::nullopt;
    while (parts.size() < 2)
        parts.prepend(QString());
    return parts + QStringList{target.at(0), target.value(1)};
}

std::optional<QString> portText(const QStringList &cells)
{
    if (cells.at(2).isEmpty())
        return std::nullopt;
    QString text = cells.at(2);
    if (!cells.at(3).isEmpty())
        text += u'/' + cells.at(3);
    if (!cells.at(0).isEmpty())
        return cells.at(0) + u':' + cells.at(1) + u':' + text;
    return cells.at(1).isEmpty() ? text : cells.at(1) + u':' + text;
}

std::optional<QStringList> mountCells(const QString &text)
{
    const QStringList parts = split(text, u':');
    if (parts.size() > 3)
        return std::nullopt;
    if (parts.size() == 1)
        return QStringList{{}, parts.at(0), {}};
    return QStringList{parts.at(0), parts.at(1), isReadOnly(parts.value(2)) ? u"true"_s : QString()};
}

std::optional<QString> mountText(const QStringList &cells, const QString &before)
{
    if (cells.at(1).isEmpty())
        return std::nullopt;
    QStringList options = split(before, u':').value(2).split(u',', Qt::SkipEmptyParts);
    const bool readOnly = cells.at(2) == u"true";
    if (readOnly != options.contains(u"ro"_s)) {
        options.removeAll(u"ro"_s);
        if (readOnly)
            options.removeAll(u"rw"_s);
        if (readOnly)
            options.prepend(u"ro"_s);
    }
    if (cells.at(0).isEmpty()) // a volume without a name has no options
        return readOnly ? std::nullopt : std::optional(cells.at(1));
    const QString text = cells.at(0) + u':' + cells.at(1);
    return options.isEmpty() ? text : text + u':' + options.join(u',');
}

std::optional<QString> deviceText(const QStringList &cells)
{
    if (cells.at(0).isEmpty() || (cells.at(1).isEmpty() && !cells.at(2).isEmpty()))
        return std::nullopt;
    QString text = cells.at(0);
    for (const QString &cell : {cells.at(1), cells.at(2)}) {
        if (!cell.isEmpty())
            text += u':' + cell;
    }
    return text;
}

} // namespace

std::optional<QStringList> cellsOfText(FieldKind kind, const QString &text)
{
    switch (kind) {
    case FieldKind::texts: return QStringList{text};
    case FieldKind::pairs: {
        const qsizetype at = text.indexOf(u'=');
        return at < 0 ? QStringList{text, {}} : QStringList{text.left(at), text.mid(at + 1)};
    }
    case FieldKind::ports: return portCells(text);
    case FieldKind::mounts: return mountCells(text);
    case FieldKind::devices: {
        const QStringList parts = split(text, u':');
        if (parts.size() > 3)
            return std::nullopt;
        return QStringList{parts.at(0), parts.value(1), parts.value(2)};
    }
    default: return std::nullopt;
    }
}

std::optional<QString> textOfCells(FieldKind kind, const QStringList &cells, const QString &before)
{
    QStringList trimmed;
    for (const QString &cell : cells)
        trimmed.append(cell.trimmed());
    switch (kind) {
    case FieldKind::texts: return cells.at(0).isEmpty() ? std::nullopt : std::optional(cells.at(0));
    case FieldKind::pairs:
        return trimmed.at(0).isEmpty() || trimmed.at(0).contains(u'=')
            ? std::nullopt
            : std::optional(trimmed.at(0) + u'=' + cells.at(1));
    case FieldKind::ports: return portText(trimmed);
    case FieldKind::mounts: return mountText(trimmed, before);
    case FieldKind::devices: return deviceText(trimmed);
    default: return std::nullopt;
    }
}

QStringList longKeys(FieldKind kind)
{
    switch (kind) {
    case FieldKind::ports: return {u"host_ip"_s, u"published"_s, u"target"_s, u"protocol"_s};
    case FieldKind::mounts: return {u"source"_s, u"target"_s, u"read_only"_s};
    case FieldKind::devices: return {u"source"_s, u"target"_s, u"permissions"_s};
    default: return {};
    }
}

} // namespace mediahelm::control
