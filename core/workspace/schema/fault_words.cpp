// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/fault_words.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace mediahelm::workspace {

namespace {

constexpr int mostExamples = 2;
constexpr qsizetype longestExample = 60;

QString numberText(double number)
{
    return QString::number(number, 'g', 15);
}

QString exampleText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double: return numberText(value.toDouble());
    case QJsonValue::String: return value.toString();
    case QJsonValue::Array: return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object: return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return {};
}

QString withoutFullStop(QString sentence)
{
    if (sentence.endsWith(u'.'))
        sentence.chop(1);
    return sentence;
}

// Patterns that need no example to be said in words.
QString meaning(const QString &pattern)
{
    static const QHash<QString, QString> meanings{
        {QStringLiteral("^[a-zA-Z0-9._-]+$"), QStringLiteral("be of letters, digits, '.', '_' and '-'")},
        {QStringLiteral("^[A-Z][A-Z0-9_]*$"), QStringLiteral("be of capital letters, digits and '_', a letter first")},
        {QStringLiteral("^[a-z0-9][a-z0-9-]*$"),
         QStringLiteral("be of small letters, digits and '-', and not begin with '-'")},
        {QStringLiteral("^/"), QStringLiteral("begin with /")},
        {QStringLiteral("^https?://"), QStringLiteral("begin with http:// or https://")},
        {QStringLiteral("^[^=]|\\$[A-Za-z_{]"), QStringLiteral("begin with the name of a variable")},
        {QStringLiteral(
             "^([tT][rR][uU][eE]|[fF][aA][lL][sS][eE]|[yY]|[yY][eE][sS]|[oO][nN]|[nN]|[nN][oO]|[oO][fF][fF])$"
             "|\\$[A-Za-z_{]"),
         QStringLiteral("be true or false")},
        {QStringLiteral("^\\+?[0-9]+$|\\$[A-Za-z_{]"), QStringLiteral("be a whole number")},
        {QStringLiteral("^[-+]?[0-9]+$|\\$[A-Za-z_{]"), QStringLiteral("be a whole number")},
        {QStringLiteral("^[-+]?([0-9]+\\.?|[0-9]*\\.[0-9]+)([eE][-+]?[0-9]+)?$|\\$[A-Za-z_{]"),
         QStringLiteral("be a number")},
        {QStringLiteral("^0?[oO]?[0-7]+$|\\$[A-Za-z_{]"), QStringLiteral("be an octal number such as 0440")},
        {QStringLiteral("^[^\\s]+$|\\$[A-Za-z_{]"), QStringLiteral("have no blank in it and not be empty")},
    };
    return meanings.value(pattern);
}

} // namespace

SchemaWords SchemaWords::with(const SchemaNode &node) const
{
    SchemaWords words = *this;
    if (words.title.isEmpty())
        words.title = node.title;
    if (!node.description.isEmpty())
        words.descriptions.append(node.description);
    if (words.examples.isEmpty())
        words.examples = node.examples;
    return words;
}

SchemaWords SchemaWords::ofItems() const
{
    SchemaWords words;
    for (const QJsonValue &list : examples) {
        const QJsonArray parts = list.toArray();
        for (const QJsonValue &part : parts)
            words.examples.append(part);
    }
    return words;
}

QString joined(const QStringList &names, const QString &last)
{
    if (names.size() < 2)
        return names.join(QString());
    return names.mid(0, names.size() - 1).join(QStringLiteral(", ")) + u' ' + last + u' ' + names.last();
}

QString typeWords(JsonTypes types)
{
    static const QList<std::pair<JsonType, QString>> words{{JsonType::boolean, QStringLiteral("true or false")},
                                                           {JsonType::integer, QStringLiteral("a whole number")},
                                                           {JsonType::number, QStringLiteral("a number")},
                                                           {JsonType::string, QStringLiteral("text")},
                                                           {JsonType::array, QStringLiteral("a list")},
                                                           {JsonType::object, QStringLiteral("a mapping")},
                                                           {JsonType::null, QStringLiteral("empty")}};
    QStringList names;
    for (const auto &[type, name] : words) {
        if (types.testFlag(type) && !(type == JsonType::integer && types.testFlag(JsonType::number)))
            names.append(name);
    }
    return joined(names, QStringLiteral("or"));
}

QString typeWords(const QJsonValue &value)
{
    const JsonType type = jsonType(value);
    if (type == JsonType::boolean)
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return type == JsonType::number ? QStringLiteral("a number with a fraction") : typeWords(JsonTypes(type));
}

QString exampleWords(const SchemaWords &words, JsonTypes types)
{
    QStringList texts;
    for (const QJsonValue &example : words.examples) {
        const QString text = isOfType(example, types) ? exampleText(example) : QString();
        if (text.isEmpty() || text.size() > longestExample || text.contains(u'\n') || texts.contains(text))
            continue;
        if (texts.size() < mostExamples)
            texts.append(text);
    }
    return joined(texts, QStringLiteral("or"));
}

QString patternWords(const SchemaPattern &pattern, const SchemaWords &words)
{
    const QString known = meaning(pattern.source());
    const QString examples = exampleWords(words, JsonType::string | JsonType::number);
    if (!known.isEmpty())
        return known;
    QString text = examples.isEmpty() ? QStringLiteral("have another form") : QStringLiteral("look like ") + examples;
    if (!words.descriptions.isEmpty())
        text += QStringLiteral(" (%1)").arg(withoutFullStop(words.descriptions.last()));
    return text;
}

QString boundsWords(const SchemaNode::Bounds &bounds, const SchemaNode::Bounds &exclusive)
{
    if (exclusive.least)
        return QStringLiteral("more than ") + numberText(*exclusive.least);
    if (exclusive.most)
        return QStringLiteral("less than ") + numberText(*exclusive.most);
    if (bounds.least && bounds.most)
        return QStringLiteral("from %1 to %2").arg(numberText(*bounds.least), numberText(*bounds.most));
    return bounds.least ? QStringLiteral("at least ") + numberText(*bounds.least)
                        : QStringLiteral("at most ") + numberText(bounds.most.value_or(0));
}

QStringList scalarTexts(const QJsonArray &values)
{
    QStringList texts;
    for (const QJsonValue &value : values) {
        if (!value.isArray() && !value.isObject())
            texts.append(value.isNull() ? QStringLiteral("null") : exampleText(value));
    }
    return texts;
}

} // namespace mediahelm::workspace
