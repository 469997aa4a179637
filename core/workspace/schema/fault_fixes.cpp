// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/fault_fixes.h"

#include <QRegularExpression>

namespace mediahelm::workspace {

namespace {

// What is the same text plain, quoted, and in brackets.
bool isSimple(const QString &text)
{
    static const QRegularExpression simple(QStringLiteral("^[A-Za-z0-9_./=-]+(:[A-Za-z0-9_./=-]+)*\\z"));
    return text.size() <= 200 && simple.match(text).hasMatch();
}

bool isOrdinaryScalar(const YamlNode &node)
{
    return node && node.isScalar() && node.tag().isEmpty() && node.anchor().isEmpty();
}

bool isPlainAndSimple(const Instance &instance)
{
    return !instance.shared && isOrdinaryScalar(instance.node) && instance.node.style() == YamlStyle::plain
        && isSimple(instance.node.text());
}

model::DiagnosticFix around(const QString &title, const model::Span &span, const QByteArray &before,
                            const QByteArray &behind)
{
    return {title, {{{span.begin, span.begin}, before}, {{span.end, span.end}, behind}}};
}

// The text in the quotes that the scalar has.
std::optional<QByteArray> inStyleOf(const YamlNode &node, const QString &text)
{
    switch (node.style()) {
    case YamlStyle::plain: return text.toUtf8();
    case YamlStyle::singleQuoted: return '\'' + text.toUtf8() + '\'';
    case YamlStyle::doubleQuoted: return '"' + text.toUtf8() + '"';
    default: return std::nullopt;
    }
}

} // namespace

std::optional<model::DiagnosticFix> renameKey(const Instance &pair, const QString &name)
{
    if (pair.shared || !isOrdinaryScalar(pair.keyNode) || !isSimple(name))
        return std::nullopt;
    const std::optional<QByteArray> text = inStyleOf(pair.keyNode, name);
    if (!text)
        return std::nullopt;
    return model::DiagnosticFix{QStringLiteral("Rename the key to ") + name, {{pair.keyNode.span(), *text}}};
}

std::optional<model::DiagnosticFix> putInQuotes(const Instance &instance)
{
    if (!isPlainAndSimple(instance))
        return std::nullopt;
    return around(QStringLiteral("Put it in quotes"), instance.node.span(), QByteArrayLiteral("\""),
                  QByteArrayLiteral("\""));
}

std::optional<model::DiagnosticFix> makeList(const Instance &instance)
{
    if (!isPlainAndSimple(instance))
        return std::nullopt;
    return around(QStringLiteral("Make it a list"), instance.node.span(), QByteArrayLiteral("["),
                  QByteArrayLiteral("]"));
}

std::optional<model::DiagnosticFix> setText(const Instance &instance, const QString &text)
{
    if (instance.shared || !isOrdinaryScalar(instance.node) || instance.node.text().contains(u'$') || !isSimple(text))
        return std::nullopt;
    const std::optional<QByteArray> bytes = inStyleOf(instance.node, text);
    if (!bytes || instance.node.span().isEmpty())
        return std::nullopt;
    return model::DiagnosticFix{QStringLiteral("Change it to ") + text, {{instance.node.span(), *bytes}}};
}

} // namespace mediahelm::workspace
