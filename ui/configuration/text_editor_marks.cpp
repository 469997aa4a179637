// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/editor_marks.h"
#include "ui/configuration/text_editor.h"

#include <algorithm>

namespace mediahelm::ui {

namespace {

constexpr qsizetype mostMarked = 1000; // problems with a squiggle; the list has them all

bool endsToken(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' || c == ']' || c == '}';
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Where the token ends that begins at a byte: quotes with what is in them, "${...}", or up to a blank.
qsizetype tokenEnd(const QByteArray &text, qsizetype begin)
{
    if (begin >= text.size())
        return begin;
    const char first = text.at(begin);
    if (first == '"' || first == '\'') {
        const qsizetype close = text.indexOf(first, begin + 1);
        const qsizetype line = text.indexOf('\n', begin);
        if (close > 0 && (line < 0 || close < line))
            return close + 1;
    }
    qsizetype end = begin;
    while (end < text.size() && !endsToken(text.at(end)))
        ++end;
    if (end > begin + 1 && text.at(end - 1) == ':')
        --end;
    return end;
}

} // namespace

int TextEditor::toPosition(const model::Place &place) const
{
    const int line = std::clamp(place.line, 1, lines()) - 1;
    const long begin = SendScintilla(SCI_POSITIONFROMLINE, line);
    const long end = SendScintilla(SCI_GETLINEENDPOSITION, line);
    if (place.column <= 1)
        return int(begin);
    const long position =
        SendScintilla(SCI_POSITIONRELATIVE, static_cast<unsigned long>(begin), static_cast<long>(place.column - 1));
    return int(position <= 0 ? end : std::min(position, end));
}

model::Span TextEditor::spanOf(const model::Diagnostic &problem) const
{
    const int begin = toPosition(problem.place);
    const auto line = int(SendScintilla(SCI_LINEFROMPOSITION, begin));
    const long lineBegin = SendScintilla(SCI_POSITIONFROMLINE, line);
    const long lineEnd = SendScintilla(SCI_GETLINEENDPOSITION, line);
    QByteArray text(lineEnd - lineBegin, Qt::Uninitialized);
    if (!text.isEmpty())
        SendScintilla(SCI_GETTEXTRANGE, int(lineBegin), int(lineEnd), text.data());
    model::Span span{begin, lineBegin + tokenEnd(text, begin - lineBegin)};
    if (span.isEmpty()) { // at the end of a line: what is before it
        span.begin = std::max<qsizetype>(lineBegin, begin - 1);
        span.end = std::max<qsizetype>(span.begin, begin);
    }
    return span;
}

void TextEditor::setProblems(const QList<model::Diagnostic> &problems)
{
    m_problems = problems;
    const long length = SendScintilla(SCI_GETLENGTH);
    for (int i = 0; i < 3; ++i) {
        SendScintilla(SCI_SETINDICATORCURRENT, marks::firstIndicator + i);
        SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, length);
        markerDeleteAll(marks::firstMarker + i);
    }
    for (const model::Diagnostic &problem : problems.first(std::min(problems.size(), mostMarked))) {
        if (problem.place.line < 1)
            continue;
        const model::Span span = spanOf(problem);
        const int severity = int(problem.severity);
        SendScintilla(SCI_SETINDICATORCURRENT, marks::firstIndicator + severity);
        SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(span.begin), long(span.length()));
        markerAdd(std::clamp(problem.place.line, 1, lines()) - 1, marks::firstMarker + severity);
    }
}

const model::Diagnostic *TextEditor::problemAt(qsizetype byte) const
{
    // The squiggle moves with the text, so it tells whether there is one; which one, the line does.
    const long position = byte - bom();
    const auto line = int(SendScintilla(SCI_LINEFROMPOSITION, position)) + 1;
    const model::Diagnostic *best = nullptr;
    for (const model::Diagnostic &problem : m_problems) {
        const model::Span span = problem.place.line == line ? spanOf(problem) : model::Span();
        if (problem.place.line == line && position >= span.begin && position <= span.end
            && (!best || problem.severity < best->severity))
            best = &problem;
    }
    return best;
}

// Colours references and shows tabs, of what can be seen: a large file costs no more than a small one.
void TextEditor::markVisible()
{
    if (m_syntax == Syntax::plain)
        return;
    const long first = SendScintilla(SCI_DOCLINEFROMVISIBLE, SendScintilla(SCI_GETFIRSTVISIBLELINE));
    const long count = std::max(SendScintilla(SCI_LINESONSCREEN), 40L) + 2;
    const long last = std::min<long>(first + count, lines() - 1);
    const long from = SendScintilla(SCI_POSITIONFROMLINE, first);
    const long to = std::min(SendScintilla(SCI_GETLINEENDPOSITION, last), from + 64 * 1024);
    if (to <= from)
        return;
    QByteArray text(to - from, Qt::Uninitialized);
    SendScintilla(SCI_GETTEXTRANGE, int(from), int(to), text.data());
    for (const int indicator : {marks::tabIndicator, marks::referenceIndicator}) {
        SendScintilla(SCI_SETINDICATORCURRENT, indicator);
        SendScintilla(SCI_INDICATORCLEARRANGE, static_cast<unsigned long>(from), to - from);
    }
    markIn(text, int(from));
}

void TextEditor::markIn(const QByteArray &text, int from)
{
    const auto mark = [&](int indicator, qsizetype begin, qsizetype end) {
        SendScintilla(SCI_SETINDICATORCURRENT, indicator);
        SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from + begin), long(end - begin));
    };
    for (qsizetype at = text.indexOf('$'); at >= 0 && at + 1 < text.size(); at = text.indexOf('$', at + 1)) {
        if (text.at(at + 1) == '$') { // a dollar
            ++at;
            continue;
        }
        qsizetype end = at + 1;
        if (text.at(end) == '{') {
            int depth = 0;
            for (; end < text.size() && text.at(end) != '\n'; ++end) {
                depth += text.at(end) == '{' ? 1 : text.at(end) == '}' ? -1 : 0;
                if (depth == 0) {
                    ++end;
                    break;
                }
            }
        } else {
            while (end < text.size() && isNameByte(text.at(end)))
                ++end;
        }
        if (end > at + 1)
            mark(marks::referenceIndicator, at, end);
        at = end - 1;
    }
    if (m_syntax != Syntax::yaml)
        return;
    for (qsizetype at = text.indexOf('\t'); at >= 0; at = text.indexOf('\t', at + 1)) {
        const qsizetype begin = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
        const QByteArray before = text.sliced(begin, at - begin);
        if (before.trimmed().isEmpty())
            mark(marks::tabIndicator, at, at + 1);
    }
}

bool TextEditor::find(const Find &find, bool forward, bool stay)
{
    if (find.text.isEmpty())
        return false;
    int line = -1;
    int column = -1;
    if (stay || !forward) { // from where the selection begins
        int to = 0;
        int toColumn = 0;
        if (hasSelectedText())
            getSelection(&line, &column, &to, &toColumn);
    }
    return findFirst(find.text, false, find.matchCase, find.wholeWords, true, forward, line, column);
}

bool TextEditor::replaceFound(const Find &find, const QString &with)
{
    const Qt::CaseSensitivity sensitivity = find.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    if (isReadOnly() || selectedText().compare(find.text, sensitivity) != 0)
        return false;
    replaceSelectedText(with);
    return true;
}

int TextEditor::replaceEvery(const Find &find, const QString &with)
{
    if (find.text.isEmpty() || isReadOnly())
        return 0;
    const QByteArray what = find.text.toUtf8();
    const QByteArray to = with.toUtf8();
    const unsigned long flags = (find.matchCase ? SCFIND_MATCHCASE : 0) | (find.wholeWords ? SCFIND_WHOLEWORD : 0);
    SendScintilla(SCI_SETSEARCHFLAGS, flags);
    int count = 0;
    long from = 0;
    beginUndoAction();
    while (true) {
        SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(from), SendScintilla(SCI_GETLENGTH));
        const long at = SendScintilla(SCI_SEARCHINTARGET, static_cast<unsigned long>(what.size()), what.constData());
        if (at < 0)
            break;
        SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(to.size()), to.constData());
        from = at + to.size();
        ++count;
    }
    endUndoAction();
    return count;
}

} // namespace mediahelm::ui
