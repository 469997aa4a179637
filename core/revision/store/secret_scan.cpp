// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/store/secret_scan.h"

#include <QSet>

#include <algorithm>

namespace mediahelm::revision {

namespace {

constexpr qsizetype shortestSought = 4;
constexpr qsizetype shortestAnywhere = 8;
constexpr qsizetype shortestLine = 16;

bool isWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool standsAlone(const QByteArray &bytes, qsizetype at, qsizetype size)
{
    const bool before = at > 0 && isWord(bytes.at(at - 1));
    const bool after = at + size < bytes.size() && isWord(bytes.at(at + size));
    return !before && !after;
}

QByteArray replaced(QByteArray value, const char *what, const char *by)
{
    return value.replace(what, by);
}

// The value as files may spell it.
QSet<QByteArray> spellings(const QByteArray &value)
{
    const QByteArray quoted = replaced(replaced(value, "\\", "\\\\"), "\"", "\\\"");
    QSet<QByteArray> all{value, quoted, replaced(value, "'", "''"), value.toPercentEncoding()};
    const QSet<QByteArray> plain = all;
    for (const QByteArray &spelling : plain)
        all.insert(replaced(spelling, "$", "$$"));
    return all;
}

} // namespace

SecretScan::SecretScan(const QList<QByteArray> &secrets)
{
    for (const QByteArray &secret : secrets) {
        const QByteArray value = secret.trimmed();
        if (!value.contains('\n')) {
            add(value);
            continue;
        }
        const QList<QByteArray> lines = value.split('\n');
        for (const QByteArray &line : lines) {
            if (line.trimmed().size() >= shortestLine)
                add(line.trimmed());
        }
    }
}

void SecretScan::add(const QByteArray &value)
{
    if (value.size() < shortestSought)
        return;
    const QSet<QByteArray> all = spellings(value);
    for (const QByteArray &spelling : all)
        m_patterns.append({QByteArrayMatcher(spelling), value.size() < shortestAnywhere});
}

std::optional<int> SecretScan::firstLine(const QByteArray &bytes) const
{
    qsizetype first = bytes.size();
    for (const Pattern &pattern : m_patterns) {
        const qsizetype size = pattern.matcher.pattern().size();
        for (qsizetype at = pattern.matcher.indexIn(bytes); at >= 0; at = pattern.matcher.indexIn(bytes, at + 1)) {
            if (pattern.alone && !standsAlone(bytes, at, size))
                continue;
            first = std::min(first, at);
            break;
        }
    }
    if (first == bytes.size())
        return std::nullopt;
    return int(std::count(bytes.begin(), bytes.begin() + first, '\n')) + 1;
}

} // namespace mediahelm::revision
