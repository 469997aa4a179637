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

namespace mediahelm::ui {

namespace {

constexpr qsizetype longestCopy = 8 * 1024 * 1024; // characters that go to the clipboard

} // namespace

qint64 LogView::lineAt(int y) const
{
    if (m_buffer.count() == 0)
        return -1;
    const Geometry size = geometry();
    int offset = 0;
    qint64 line = topLine(size, &offset);
    for (int top = -offset; line < m_buffer.endLine() - 1; ++line) {
        top += rowsOf(line, size) * size.rowHeight;
        if (y < top)
            break;
    }
    return line;
}

void LogView::select(qint64 anchor, qint64 current)
{
    m_anchor = anchor;
    m_current = current;
    viewport()->update();
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const qint64 line = lineAt(static_cast<int>(event->position().y()));
    if (line >= 0)
        select(event->modifiers().testFlag(Qt::ShiftModifier) && m_anchor >= 0 ? m_anchor : line, line);
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || m_anchor < 0)
        return;
    const int y = static_cast<int>(event->position().y());
    if (y < 0)
        verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepSub);
    else if (y > viewport()->height())
        verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd);
    select(m_anchor, lineAt(std::clamp(y, 0, viewport()->height())));
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::SelectAll) && m_buffer.count() > 0) {
        select(m_buffer.firstLine(), m_buffer.endLine() - 1);
    } else if (event->matches(QKeySequence::MoveToStartOfDocument) || event->key() == Qt::Key_Home) {
        bar->setValue(0);
    } else if (event->matches(QKeySequence::MoveToEndOfDocument) || event->key() == Qt::Key_End) {
        bar->setValue(bar->maximum());
    } else if (event->key() == Qt::Key_Escape && m_anchor >= 0) {
        select(-1, -1);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::showLine(qint64 number)
{
    if (number < m_buffer.firstLine() || number >= m_buffer.endLine())
        return;
    setFollowing(false);
    select(number, number);
    verticalScrollBar()->setValue(static_cast<int>(number - m_buffer.firstLine()) - geometry().rows / 2);
}

void LogView::findNext()
{
    showLine(m_search->next(m_current >= 0 ? m_current + 1 : m_buffer.firstLine()));
}

void LogView::findPrevious()
{
    showLine(m_search->previous(m_current >= 0 ? m_current : m_buffer.endLine()));
}

QString LogView::selectedText() const
{
    const qint64 first =
        m_anchor < 0 ? m_buffer.firstLine() : std::max(std::min(m_anchor, m_current), m_buffer.firstLine());
    const qint64 last = m_anchor < 0 ? m_buffer.endLine() - 1 : std::max(m_anchor, m_current);
    QString text;
    for (qint64 line = first; line <= last && text.size() < longestCopy; ++line)
        text += lineText(line) + QLatin1Char('\n');
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
