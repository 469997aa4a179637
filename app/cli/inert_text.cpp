// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inert_text.h"

#include "app/run/text_marks.h"

#include <QJsonDocument>

namespace mediahelm::app {

namespace {

constexpr char16_t escape = 0x1b;
constexpr char16_t bell = 0x07;
constexpr char16_t stringTerminator = 0x9c;

// The position after a control sequence's parameters, intermediates and final byte (ECMA-48, 5.4).
qsizetype afterControlSequence(const QString &line, qsizetype at)
{
    while (at < line.size() && line.at(at).unicode() >= 0x20 && line.at(at).unicode() <= 0x3f)
        ++at;
    return at < line.size() && line.at(at).unicode() >= 0x40 && line.at(at).unicode() <= 0x7e ? at + 1 : at;
}

// The position after a control string (ECMA-48, 5.6): up to ST, or BEL as xterm has it.
qsizetype afterControlString(const QString &line, qsizetype at)
{
    for (; at < line.size(); ++at) {
        const char16_t c = line.at(at).unicode();
        if (c == bell || c == stringTerminator)
            return at + 1;
        if (c == escape && at + 1 < line.size() && line.at(at + 1) == u'\\')
            return at + 2;
    }
    return at;
}

// The position after a sequence whose introducer (without ESC) is `kind`.
qsizetype afterSequence(const QString &line, char16_t kind, qsizetype at)
{
    switch (kind) {
    case u'[': return afterControlSequence(line, at);
    case u']':
    case u'P':
    case u'X':
    case u'^':
    case u'_': return afterControlString(line, at);
    default: break;
    }
    // Intermediates, then one final byte: "ESC ( B". The first of them was `kind`.
    if (kind >= 0x20 && kind <= 0x2f) {
        while (at < line.size() && line.at(at).unicode() >= 0x20 && line.at(at).unicode() <= 0x2f)
            ++at;
        return qMin(at + 1, line.size());
    }
    return at;
}

} // namespace

QString inertText(const QString &line)
{
    QString out;
    out.reserve(line.size());
    for (qsizetype at = 0; at < line.size();) {
        const char16_t c = line.at(at++).unicode();
        if (c == escape && at < line.size()) {
            const char16_t kind = line.at(at).unicode();
            if (kind >= 0x20 && kind < 0x7f)
                at = afterSequence(line, kind, at + 1);
        } else if (c >= 0x80 && c < 0xa0) {
            at = afterSequence(line, char16_t(c - 0x40), at); // the same in one character: C1
        } else if (c == u'\t' || (!isControlMark(c) && !isReorderingMark(c))) {
            out.append(QChar(c));
        }
    }
    return out;
}

QString inertWords(const QString &text)
{
    QString line = text;
    line.replace(u'\t', u' ').replace(QStringLiteral("\r\n"), QStringLiteral(" ")).replace(u'\n', u' ');
    return inertText(line);
}

QByteArray inertJson(const QJsonDocument &document, bool oneLine)
{
    QString out;
    const QString json = QString::fromUtf8(document.toJson(oneLine ? QJsonDocument::Compact : QJsonDocument::Indented));
    out.reserve(json.size());
    for (const QChar c : json) {
        // Such a character stands in a string; of the others QJsonDocument has escaped those that JSON forbids.
        if ((c.unicode() >= 0x7f && isControlMark(c.unicode())) || isReorderingMark(c.unicode()))
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out.toUtf8();
}

QByteArray inertBytes(const QByteArray &line)
{
    return inertText(QString::fromUtf8(line)).toUtf8();
}

} // namespace mediahelm::app
