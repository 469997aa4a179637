// SPDX-License-Identifier: GPL-3.0-or-later

// Choosing, copying, saving, and moving through the hits of a search.
#include "ui/widgets/log_view.h"

#include "ui/widgets/log_search.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QIODevice>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>

namespace mediahelm::ui {

namespace {

constexpr qsizetype longestCopy = 8 * 1024 * 1024; // characters that go to the clipboard

} // namespace

// The place between two characters that is nearest to a point; of a line above or below, its end that is nearer.
LogView::Place LogView::placeAt(const QPoint &point) const
{
    if (m_buffer.count() == 0)
        return {};
    const Geometry size = geometry();
    int offset = 0;
    qint64 line = topLine(size, &offset);
    int top = -offset;
    for (; line < m_buffer.endLine() - 1; ++line) {
        const int height = rowsOf(line, size) * size.rowHeight;
        if (point.y() < top + height)
            break;
        top += height;
    }
    const QString text = lineText(line);
    const int row = std::clamp((point.y() - top) / size.rowHeight, 0, rowsOf(line, size) - 1);
    const qsizetype begin = m_wrapped ? qsizetype(row) * size.columns : horizontalScrollBar()->value();
    const QString part = text.mid(begin, m_wrapped ? size.columns : size.columns + 2);
    const QFontMetrics metrics(font());
    qsizetype column = 0;
    while (column < part.size()
           && size.gutter + metrics.horizontalAdvance(part.left(column)) + size.charWidth / 2 <= point.x())
        ++column;
    return {line, std::min(begin + column, text.size())};
}

void LogView::select(const Place &anchor, const Place &current)
{
    m_anchor = anchor;
    m_current = current;
    viewport()->update();
}

void LogView::selectLine(qint64 number)
{
    select({number, 0}, {number, lineText(number).size()});
}

void LogView::extendTo(const Place &place)
{
    select(m_anchor.line >= 0 ? m_anchor : place, place);
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Place place = placeAt(event->position().toPoint());
    if (place.line < 0)
        return;
    const bool third =
        m_doubleClick.isValid() && m_doubleClick.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval();
    m_doubleClick.invalidate();
    if (third)
        selectLine(place.line);
    else if (event->modifiers().testFlag(Qt::ShiftModifier))
        extendTo(place);
    else
        select(place, place);
}

// The word under it: what stands between two blanks, so that a path or an address is one.
void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || place.line < 0)
        return;
    const QString text = lineText(place.line);
    qsizetype from = place.column;
    qsizetype to = place.column;
    while (from > 0 && !text.at(from - 1).isSpace())
        --from;
    while (to < text.size() && !text.at(to).isSpace())
        ++to;
    select({place.line, from}, {place.line, to});
    m_doubleClick.start();
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || m_anchor.line < 0)
        return;
    QPoint point = event->position().toPoint();
    if (point.y() < 0)
        verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepSub);
    else if (point.y() > viewport()->height())
        verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd);
    point.setY(std::clamp(point.y(), 0, viewport()->height()));
    extendTo(placeAt(point));
}

// Where Shift with a key moves the end of what is chosen; nowhere for another key.
LogView::Place LogView::placeByKey(const QKeyEvent &event) const
{
    const qint64 first = m_buffer.firstLine();
    const qint64 last = m_buffer.endLine() - 1;
    const Geometry size = geometry();
    // Without a choice it begins with the first line that is seen.
    const bool begins = m_current.line < first || m_current.line > last;
    int offset = 0;
    const Place from = begins ? Place{topLine(size, &offset), 0} : m_current;
    const auto inLine = [&](qint64 line) {
        const qint64 within = std::clamp(line, first, last);
        const QString text = lineText(within);
        return Place{within, line == within ? std::min(from.column, text.size()) : line < first ? 0 : text.size()};
    };
    const qsizetype length = lineText(from.line).size();
    if (event.matches(QKeySequence::SelectNextLine))
        return inLine(from.line + 1);
    if (event.matches(QKeySequence::SelectPreviousLine))
        return inLine(from.line - 1);
    if (event.matches(QKeySequence::SelectNextPage))
        return inLine(from.line + size.rows);
    if (event.matches(QKeySequence::SelectPreviousPage))
        return inLine(from.line - size.rows);
    if (event.matches(QKeySequence::SelectStartOfLine))
        return {from.line, 0};
    if (event.matches(QKeySequence::SelectEndOfLine))
        return {from.line, length};
    if (event.matches(QKeySequence::SelectStartOfDocument))
        return {first, 0};
    if (event.matches(QKeySequence::SelectEndOfDocument))
        return inLine(last + 1);
    if (event.matches(QKeySequence::SelectNextChar))
        return from.column < length ? Place{from.line, from.column + 1}
            : from.line < last      ? Place{from.line + 1, 0}
                                    : from;
    if (event.matches(QKeySequence::SelectPreviousChar) && from.column > 0)
        return {from.line, from.column - 1};
    if (event.matches(QKeySequence::SelectPreviousChar))
        return from.line > first ? Place{from.line - 1, lineText(from.line - 1).size()} : from;
    return {};
}

void LogView::extendByKey(const Place &place)
{
    const Geometry size = geometry();
    int offset = 0;
    const qint64 top = topLine(size, &offset);
    const bool known = m_anchor.line >= m_buffer.firstLine() && m_anchor.line < m_buffer.endLine();
    select(known ? m_anchor : Place{top, 0}, place);
    const qint64 index = place.line - m_buffer.firstLine();
    QScrollBar *bar = verticalScrollBar();
    if (place.line < top)
        bar->setValue(static_cast<int>(index));
    else if (place.line >= top + size.rows)
        bar->setValue(static_cast<int>(index) - size.rows + 1);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (const Place place = m_buffer.count() > 0 ? placeByKey(*event) : Place(); place.line >= 0) {
        extendByKey(place);
    } else if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::SelectAll) && m_buffer.count() > 0) {
        const qint64 last = m_buffer.endLine() - 1;
        select({m_buffer.firstLine(), 0}, {last, lineText(last).size()});
    } else if (event->matches(QKeySequence::MoveToStartOfDocument) || event->key() == Qt::Key_Home) {
        bar->setValue(0);
    } else if (event->matches(QKeySequence::MoveToEndOfDocument) || event->key() == Qt::Key_End) {
        bar->setValue(bar->maximum());
    } else if (event->key() == Qt::Key_Escape && selected()) {
        select({}, {});
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::showLine(qint64 number)
{
    if (number < m_buffer.firstLine() || number >= m_buffer.endLine())
        return;
    setFollowing(false);
    selectLine(number);
    verticalScrollBar()->setValue(static_cast<int>(number - m_buffer.firstLine()) - geometry().rows / 2);
}

void LogView::findNext()
{
    showLine(m_search->next(m_current.line >= 0 ? m_current.line + 1 : m_buffer.firstLine()));
}

void LogView::findPrevious()
{
    showLine(m_search->previous(m_current.line >= 0 ? m_current.line : m_buffer.endLine()));
}

QString LogView::selectedText() const
{
    const bool all = !selected();
    const Place first = all ? Place{m_buffer.firstLine(), 0} : std::min(m_anchor, m_current);
    const Place last = all ? Place{m_buffer.endLine(), 0} : std::max(m_anchor, m_current);
    QString text;
    for (qint64 line = std::max(first.line, m_buffer.firstLine());
         line <= last.line && line < m_buffer.endLine() && text.size() < longestCopy; ++line) {
        QString shown = lineText(line);
        if (line == last.line)
            shown.truncate(last.column);
        text += line == first.line ? shown.mid(first.column) : shown;
        if (line < last.line)
            text += QLatin1Char('\n');
    }
    return text;
}

void LogView::copySelection() const
{
    QGuiApplication::clipboard()->setText(selectedText());
}

bool LogView::save(QIODevice &device) const
{
    for (qint64 line = m_buffer.firstLine(); line < m_buffer.endLine(); ++line) {
        const QByteArray bytes = lineText(line).toUtf8() + '\n';
        if (device.write(bytes) != bytes.size())
            return false;
    }
    return true;
}

} // namespace mediahelm::ui
