// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/import/compose_text.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

const QByteArray indent(4, ' ');

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isPlainWord(const QString &text)
{
    static const QStringList taken{u"true"_s, u"false"_s, u"yes"_s, u"no"_s,   u"on"_s,  u"off"_s,
                                   u"null"_s, u"y"_s,     u"n"_s,   u".inf"_s, u".nan"_s};
    if (text.isEmpty() || (!isLetter(text.front()) && text.front() != u'/' && text.front() != u'_')
        || taken.contains(text.toLower()))
        return false;
    return std::ranges::all_of(text, [](QChar c) {
        return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-' || c == u'.' || c == u'/';
    });
}

QByteArray quoted(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (c == u'"' || c == u'\\')
            escaped += u'\\' + QString(c);
        else if (c == u'\n')
            escaped += "\\n"_L1;
        else if (c == u'\t')
            escaped += "\\t"_L1;
        else if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || unit == 0x2028 || unit == 0x2029 || unit == 0xfeff)
            escaped += u"\\u%1"_s.arg(static_cast<int>(unit), 4, 16, QChar(u'0'));
        else
            escaped += c;
    }
    return '"' + escaped.toUtf8() + '"';
}

} // namespace

QByteArray composeText(const QString &text)
{
    if (isPlainWord(text))
        return text.toUtf8();
    return quoted(QString(text).replace(u'$', "$$"_L1));
}

QByteArray yamlKey(const QString &key)
{
    return isPlainWord(key) ? key.toUtf8() : quoted(key);
}

QString durationText(qint64 nanoseconds)
{
    const std::pair<qint64, QLatin1String> units[] = {
        {qint64(1'000'000'000), "s"_L1}, {1'000'000, "ms"_L1}, {1'000, "us"_L1}, {1, "ns"_L1}};
    for (const auto &[size, name] : units) {
        if (nanoseconds % size == 0)
            return QString::number(nanoseconds / size) + name;
    }
    return {};
}

void ServiceText::text(const char *key, const QString &value)
{
    if (!value.isEmpty())
        always(key, composeText(value));
}

void ServiceText::number(const char *key, qint64 value)
{
    if (value != 0)
        always(key, QByteArray::number(value));
}

void ServiceText::decimal(const char *key, double value)
{
    if (value != 0)
        always(key, QByteArray::number(value, 'g', 12));
}

void ServiceText::flag(const char *key, bool value)
{
    if (value)
        always(key, "true");
}

void ServiceText::always(const char *key, const QByteArray &value)
{
    m_bytes += indent + key + ": " + value + '\n';
}

void ServiceText::line(const char *key, const QStringList &values)
{
    QByteArrayList items;
    for (const QString &value : values)
        items.append(quoted(QString(value).replace(u'$', "$$"_L1)));
    always(key, '[' + items.join(", ") + ']');
}

void ServiceText::list(const char *key, const QStringList &values)
{
    QList<QByteArray> lines;
    for (const QString &value : values)
        lines.append("- " + composeText(value));
    block(key, lines);
}

void ServiceText::map(const char *key, const Pairs &pairs)
{
    QList<QByteArray> lines;
    for (const auto &[name, value] : pairs)
        lines.append(yamlKey(name) + ": " + composeText(value));
    block(key, lines);
}

void ServiceText::block(const char *key, const QList<QByteArray> &lines)
{
    if (lines.isEmpty())
        return;
    m_bytes += indent + key + ":\n";
    for (const QByteArray &line : lines)
        m_bytes += indent + "  " + line + '\n';
}

} // namespace mediahelm::workspace
