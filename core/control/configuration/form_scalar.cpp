// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/form_scalar.h"

#include "core/workspace/edit/scalar_writer.h"

namespace mediahelm::control {

using workspace::ScalarType;
using workspace::YamlNode;
using workspace::YamlStyle;

namespace {

QByteArray quoted(const QString &text)
{
    return *workspace::writeText(text, YamlStyle::doubleQuoted, {});
}

// What a text means where nothing stands around it; a string where it is no scalar.
ScalarType bareType(const QString &text)
{
    if (text.isEmpty() || text != text.trimmed() || text.contains(u'\n'))
        return ScalarType::unfit;
    const workspace::YamlReading reading = workspace::readYaml(text.toUtf8());
    if (!reading.ok() || !reading.document.root().isScalar() || reading.document.root().style() != YamlStyle::plain
        || reading.document.root().text() != text || !reading.document.root().tag().isEmpty()
        || !reading.document.root().anchor().isEmpty())
        return ScalarType::unfit;
    return reading.document.root().type();
}

// Whether every reader gets the same text back from a number or truth: 1000 and true, but not 010 or 1.10.
bool isCanonical(const QString &text, ScalarType type)
{
    if (type == ScalarType::boolean)
        return text == u"true" || text == u"false";
    bool ok = false;
    const qlonglong number = text.toLongLong(&ok);
    return type == ScalarType::integer && ok && QString::number(number) == text;
}

bool isBare(const YamlNode &node)
{
    const YamlNode target = node ? node.target() : node;
    return target && target.isScalar() && target.style() == YamlStyle::plain && target.type() != ScalarType::string
        && target.type() != ScalarType::null;
}

} // namespace

QByteArray scalarYaml(const QString &text, ScalarWish wish, const YamlNode &old)
{
    const ScalarType type = bareType(text);
    const QByteArray bare = text.toUtf8();
    const bool isNumber = type == ScalarType::integer || type == ScalarType::floating;
    const bool oldIsQuoted = old && old.isScalar() && old.style() != YamlStyle::plain;
    switch (wish) {
    case ScalarWish::number: return isNumber && !oldIsQuoted ? bare : quoted(text);
    case ScalarWish::boolean: return isCanonical(text, type) && !oldIsQuoted ? bare : quoted(text);
    case ScalarWish::quoted: return isBare(old) && isCanonical(text, type) ? bare : quoted(text);
    case ScalarWish::text: break;
    }
    if (type == ScalarType::string)
        return bare;
    return isBare(old) && isCanonical(text, type) ? bare : quoted(text);
}

} // namespace mediahelm::control
