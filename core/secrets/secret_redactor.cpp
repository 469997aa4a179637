// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret_redactor.h"

#include "core/base/wipe.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace mediahelm::secrets {

namespace {

constexpr qsizetype shortestLine = 8; // of a value of several lines
constexpr qsizetype shortestCore = 6; // of Base64 that stands within something longer

// As a JSON string's inside.
QString escapedForJson(const QString &text)
{
    const QString json = QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    return json.mid(2, json.size() - 4);
}

// As Go's encoder of JSON does by default.
QString escapedForHtml(QString json)
{
    json.replace(u'<', QStringLiteral("\\u003c"));
    json.replace(u'>', QStringLiteral("\\u003e"));
    return json.replace(u'&', QStringLiteral("\\u0026"));
}

QString latin(const QByteArray &text)
{
    return QString::fromLatin1(text);
}

} // namespace

SecretRedactor::SecretRedactor(const QMap<QString, QByteArray> &values)
{
    for (auto value = values.begin(); value != values.end(); ++value)
        addForms(value.value(), value.key());
    std::ranges::sort(m_patterns, [](const Pattern &a, const Pattern &b) { return a.text.size() > b.text.size(); });
    for (std::size_t i = 0; i < m_patterns.size(); ++i)
        m_beginning[m_patterns[i].text.front()].push_back(i);
}

SecretRedactor::~SecretRedactor()
{
    for (Pattern &pattern : m_patterns)
        pattern.text.fill(u'\0');
}

void SecretRedactor::add(const QString &text, const QString &name)
{
    const bool known = std::ranges::any_of(m_patterns, [&](const Pattern &each) { return each.text == text; });
    if (text.size() >= shortest && !known)
        m_patterns.push_back({text, name});
}

// As it is, and as JSON and Compose write it.
void SecretRedactor::addText(const QString &text, const QString &name)
{
    const QString json = escapedForJson(text);
    for (const QString &form : {text, json, escapedForHtml(json)}) {
        add(form, name);
        add(QString(form).replace(u'$', QStringLiteral("$$")), name);
    }
}

void SecretRedactor::addForms(const QByteArray &value, const QString &name)
{
    const QString text = QString::fromUtf8(value);
    if (text.size() < shortest)
        return;
    addText(text, name);
    const QByteArray percent = value.toPercentEncoding();
    add(latin(percent), name);
    add(latin(percent).replace(QStringLiteral("%20"), QStringLiteral("+")), name); // as forms have it
    QByteArray lower = percent;
    for (qsizetype i = 0; i + 2 < lower.size(); ++i) {
        if (lower.at(i) == '%') {
            lower[i + 1] = QChar::toLower(uint(lower.at(i + 1))) & 0x7f;
            lower[i + 2] = QChar::toLower(uint(lower.at(i + 2))) & 0x7f;
        }
    }
    add(latin(lower), name);
    addBase64(value, name);
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        const QString trimmed = line.trimmed();
        // The frame of a PEM file is the same for everybody's.
        if (lines.size() > 1 && trimmed.size() >= shortestLine && !trimmed.startsWith(QStringLiteral("-----")))
            addText(trimmed, name);
    }
}

void SecretRedactor::addBase64(const QByteArray &value, const QString &name)
{
    const auto addBoth = [&](const QByteArray &encoded) {
        add(latin(encoded), name);
        add(latin(encoded).replace(u'+', u'-').replace(u'/', u'_'), name); // for URLs
    };
    addBoth(value.toBase64());
    addBoth(value.toBase64(QByteArray::OmitTrailingEquals));
    // Six bits a character: what stands before shifts a value by 0, 1 or 2 bytes, and only characters whose six bits
    // are all the value's own are sure.
    for (int shift = 0; shift < 3; ++shift) {
        const QByteArray encoded = (QByteArray(shift, '\0') + value).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype first = (shift * 8 + 5) / 6;
        const qsizetype last = (shift + value.size()) * 8 / 6;
        const QByteArray core = encoded.mid(first, last - first);
        if (core.size() >= shortestCore)
            addBoth(core);
    }
}

std::vector<SecretRedactor::Hit> SecretRedactor::hits(const QString &text) const
{
    std::vector<Hit> found;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto candidates = m_beginning.constFind(text.at(at));
        if (candidates == m_beginning.constEnd())
            continue;
        for (const std::size_t i : *candidates) {
            const Pattern &pattern = m_patterns[i];
            if (QStringView(text).mid(at).startsWith(pattern.text)) {
                found.push_back({at, at + pattern.text.size(), &pattern.name});
                break; // the longest of those that begin here
            }
        }
    }
    return found;
}

QString SecretRedactor::redacted(const QString &text) const
{
    const std::vector<Hit> found = hits(text);
    if (found.empty())
        return text;
    QString out;
    qsizetype done = 0;
    for (std::size_t i = 0; i < found.size();) {
        // Values that overlap go as one, so that no end of one is left over.
        qsizetype end = found[i].end;
        std::size_t next = i + 1;
        QStringList names{*found[i].name};
        for (; next < found.size() && found[next].begin < end; ++next) {
            if (found[next].end > end && !names.contains(*found[next].name))
                names.append(*found[next].name);
            end = std::max(end, found[next].end);
        }
        out += QStringView(text).mid(done, found[i].begin - done);
        out += QStringLiteral("[secret %1]").arg(names.join(QStringLiteral(", ")));
        done = end;
        i = next;
    }
    out += QStringView(text).mid(done);
    return out;
}

} // namespace mediahelm::secrets
