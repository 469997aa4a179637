// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/text_finder.h"

#include "core/workspace/yaml/text_index.h"

namespace mediahelm::control {

namespace {

constexpr qsizetype mostFound = 2000;
constexpr qsizetype longestLine = 400;

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

bool standsAlone(const QString &line, qsizetype at, qsizetype length)
{
    const bool before = at > 0 && isWordPart(line.at(at - 1)) && isWordPart(line.at(at));
    const qsizetype end = at + length;
    const bool after = end < line.size() && isWordPart(line.at(end)) && isWordPart(line.at(end - 1));
    return !before && !after;
}

// A line around what was found, as much as is shown of it.
FoundText cutAround(FoundText found, const QString &line, qsizetype at)
{
    const qsizetype begin =
        line.size() <= longestLine ? 0 : std::clamp<qsizetype>(at - 40, 0, line.size() - longestLine);
    found.line = line.mid(begin, longestLine);
    found.column = int(at - begin);
    return found;
}

} // namespace

void findInText(const TextSearch &search, const QString &file, const QByteArray &text, FoundTexts &found)
{
    if (search.text.isEmpty() || workspace::TextIndex::firstInvalidByte(text))
        return;
    const Qt::CaseSensitivity sensitivity = search.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    const workspace::TextIndex lines(text);
    for (int number = 1; number <= lines.lineCount(); ++number) {
        const model::Span span = lines.line(number);
        const QString line = QString::fromUtf8(text.sliced(span.begin, span.length()));
        qsizetype at = line.indexOf(search.text, 0, sensitivity);
        while (at >= 0) {
            if (!search.wholeWords || standsAlone(line, at, search.text.size())) {
                if (found.found.size() >= mostFound) {
                    found.cut = true;
                    return;
                }
                const qsizetype begin = span.begin + line.left(at).toUtf8().size();
                const qsizetype length = line.mid(at, search.text.size()).toUtf8().size();
                const FoundText one{file, lines.place(begin), {begin, begin + length}, {}, 0, int(search.text.size())};
                found.found.append(cutAround(one, line, at));
            }
            at = line.indexOf(search.text, at + search.text.size(), sensitivity);
        }
    }
}

} // namespace mediahelm::control
