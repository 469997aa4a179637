// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/log_text.h"

#include <algorithm>

namespace mediahelm::ui {

namespace {

constexpr char escape = '\x1b';
constexpr char bell = '\x07';
constexpr int tabWidth = 4;

bool plain(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x20 && value != 0x7f;
}

// The position after a control string (OSC, DCS, APC, PM, SOS): to BEL or ESC \, or to the end of the line.
qsizetype skipString(const QByteArray &line, qsizetype at)
{
    for (; at < line.size(); ++at) {
        if (line.at(at) == bell)
            return at + 1;
        if (line.at(at) == escape)
            return at + 1 < line.size() && line.at(at + 1) == '\\' ? at + 2 : at;
    }
    return at;
}

// The position after a control sequence: parameters and intermediates (0x20-0x3f), then one final byte (0x40-0x7e).
qsizetype skipSequence(const QByteArray &line, qsizetype at)
{
    while (at < line.size() && line.at(at) >= 0x20 && line.at(at) <= 0x3f)
        ++at;
    return at < line.size() && line.at(at) >= 0x40 && line.at(at) <= 0x7e ? at + 1 : at;
}

// `at` is the byte after ESC.
qsizetype skipEscape(const QByteArray &line, qsizetype at)
{
    if (at >= line.size())
        return at;
    switch (line.at(at)) {
    case '[': return skipSequence(line, at + 1);
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_': return skipString(line, at + 1);
    default: break;
    }
    while (at < line.size() && line.at(at) >= 0x20 && line.at(at) <= 0x2f)
        ++at;
    return at < line.size() && line.at(at) >= 0x30 && line.at(at) <= 0x7e ? at + 1 : at;
}

bool hidden(char32_t c)
{
    return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff
        || c == 0x061c || (c >= 0x80 && c <= 0x9f) || c == 0x2028 || c == 0x2029;
}

} // namespace

QByteArray cleanLogLine(const QByteArray &line)
{
    if (std::all_of(line.begin(), line.end(), plain))
        return line;
    QByteArray result;
    result.reserve(line.size());
    for (qsizetype at = 0; at < line.size();) {
        const char byte = line.at(at);
        if (plain(byte)) {
            result.append(byte);
            ++at;
        } else if (byte == escape) {
            at = skipEscape(line, at + 1);
        } else {
            if (byte == '\t')
                result.append(tabWidth - result.size() % tabWidth, ' ');
            else if (byte == '\r' && at + 1 < line.size())
                result.clear();
            ++at;
        }
    }
    return result;
}

QString displayText(QByteArrayView line)
{
    QString text = QString::fromUtf8(line);
    for (QChar &c : text) {
        if (hidden(c.unicode()))
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace mediahelm::ui
