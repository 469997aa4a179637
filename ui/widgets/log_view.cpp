// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/log_view.h"

#include "ui/style/format.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/widgets/log_search.h"
#include "ui/widgets/log_text.h"
#include "ui/widgets/log_view_access.h"

#include <QPainter>
#include <QScrollBar>

namespace mediahelm::ui {

namespace {

constexpr std::chrono::milliseconds frameTime{33};

} // namespace

LogView::LogView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_search(new LogSearch(m_buffer, this))
{
    LogViewAccess::install();
    setFont(fixedFont(font()));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log"));
    setFrameShape(NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setLayoutDirection(Qt::LeftToRight);
    setEmptyText(tr("Nothing has been logged yet"));
    m_frame.setSingleShot(true);
    m_frame.setInterval(frameTime);
    connect(&m_frame, &QTimer::timeout, this, &LogView::settle);
    connect(m_search, &LogSearch::changed, viewport(), qOverload<>(&QWidget::update));
}

LogView::~LogView() = default;

void LogView::append(const QList<model::LogLine> &lines)
{
    for (const model::LogLine &line : lines)
        m_buffer.append(line);
    if (!m_frame.isActive())
        m_frame.start();
}

void LogView::clear()
{
    m_buffer.clear();
    m_anchor = {};
    m_current = {};
    m_search->setText(m_search->text());
    settle();
}

// Once a frame, however many lines came: the bars, the search, the drawing.
void LogView::settle()
{
    updateBars();
    m_search->lookOn();
    viewport()->update();
}

QString LogView::summary() const
{
    const QString last = m_buffer.count() > 0 ? displayText(m_buffer.line(m_buffer.endLine() - 1).text) : m_emptyText;
    return tr("%1 lines. Last: %2").arg(formatCount(m_buffer.count()), last.left(200));
}

QString LogView::visibleText() const
{
    const Geometry size = geometry();
    int offset = 0;
    QStringList lines;
    int rows = 0;
    for (qint64 line = topLine(size, &offset); line < m_buffer.endLine() && rows < size.rows; ++line) {
        lines.append(lineText(line));
        rows += rowsOf(line, size);
    }
    return m_buffer.count() > 0 ? lines.join(QLatin1Char('\n')) : m_emptyText;
}

void LogView::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    updateBars();
    viewport()->update();
    Q_EMIT followingChanged(following);
}

void LogView::setWrapped(bool wrapped)
{
    m_wrapped = wrapped;
    updateBars();
    viewport()->update();
}

void LogView::setTimestampsShown(bool shown)
{
    m_timestamps = shown;
    select({}, {}); // its columns were of the other writing
    updateBars();
    viewport()->update();
}

void LogView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

LogView::Geometry LogView::geometry() const
{
    const QFontMetrics metrics(font());
    Geometry result{};
    result.rowHeight = metrics.height() + 2;
    result.charWidth = std::max(metrics.horizontalAdvance(QLatin1Char('m')), 1);
    result.gutter = 12;
    result.columns = std::max((viewport()->width() - result.gutter - 4) / result.charWidth, 10);
    result.rows = std::max(viewport()->height() / result.rowHeight, 1);
    return result;
}

QString LogView::lineText(qint64 number) const
{
    const LogBuffer::Line line = m_buffer.line(number);
    QString text = displayText(line.text);
    if (line.cut)
        text += QStringLiteral(" […]");
    if (!m_timestamps || line.msecs == 0)
        return text;
    return formatTimeOfDay(QDateTime::fromMSecsSinceEpoch(line.msecs, Qt::UTC), true) + QLatin1String("  ") + text;
}

int LogView::rowsOf(qint64 number, const Geometry &geometry) const
{
    if (!m_wrapped)
        return 1;
    const qsizetype length = lineText(number).size();
    return std::max<int>(1, static_cast<int>((length + geometry.columns - 1) / geometry.columns));
}

// The line that is drawn first; `offset` is how much of it is above the upper edge, or negative room above it.
qint64 LogView::topLine(const Geometry &geometry, int *offset) const
{
    *offset = 0;
    const qint64 top = m_buffer.firstLine() + verticalScrollBar()->value();
    if (!m_following || !m_wrapped)
        return std::min(top, std::max(m_buffer.endLine() - 1, m_buffer.firstLine()));
    int rows = 0;
    qint64 line = m_buffer.endLine();
    while (line > m_buffer.firstLine() && rows < geometry.rows)
        rows += rowsOf(--line, geometry);
    *offset = std::max(rows - geometry.rows, 0) * geometry.rowHeight;
    return line;
}

void LogView::updateBars()
{
    const Geometry size = geometry();
    const auto count = static_cast<int>(m_buffer.count());
    QScrollBar *bar = verticalScrollBar();
    const int maximum = std::max(count - (m_wrapped ? 1 : size.rows), 0);
    // What was dropped at the head moves the rest up under a reader; the bar follows it.
    const auto dropped = static_cast<int>(std::min<qint64>(m_buffer.firstLine() - m_shownFirst, bar->value()));
    m_shownFirst = m_buffer.firstLine();
    m_settling = true;
    bar->setPageStep(size.rows);
    bar->setSingleStep(3);
    const int wanted = m_following ? maximum : bar->value() - dropped;
    bar->setRange(0, maximum);
    bar->setValue(wanted);
    const int stamp = m_timestamps ? 14 : 0;
    horizontalScrollBar()->setRange(0, m_wrapped ? 0 : std::max(m_buffer.widest() + stamp + 2 - size.columns, 0));
    horizontalScrollBar()->setPageStep(size.columns);
    m_settling = false;
}

void LogView::scrollContentsBy(int /*dx*/, int dy)
{
    viewport()->update();
    if (m_settling || dy == 0)
        return;
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    if (atEnd != m_following) {
        m_following = atEnd;
        Q_EMIT followingChanged(atEnd);
    }
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        viewport()->update();
}

void LogView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    painter.setFont(font());
    const Palette &colors = paletteOf(this);
    painter.fillRect(viewport()->rect(), colors.surface);
    if (m_buffer.count() == 0) {
        painter.setPen(colors.textMuted);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, m_emptyText);
        return;
    }
    const Geometry size = geometry();
    int offset = 0;
    qint64 line = topLine(size, &offset);
    for (int y = -offset; line < m_buffer.endLine() && y < viewport()->height(); ++line) {
        paintLine(&painter, line, y, size);
        y += rowsOf(line, size) * size.rowHeight;
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void LogView::paintLine(QPainter *painter, qint64 number, int top, const Geometry &size) const
{
    const Palette &colors = paletteOf(this);
    const int rows = rowsOf(number, size);
    const QRect ground(0, top, viewport()->width(), rows * size.rowHeight);
    if (m_search->matches(number))
        painter->fillRect(ground, colors.tone(Tone::warning).soft);
    if (m_buffer.line(number).error)
        painter->fillRect(QRect(3, top + 1, 3, ground.height() - 2), colors.tone(Tone::bad).text);

    const QString text = lineText(number);
    const qsizetype stamp = m_timestamps && m_buffer.line(number).msecs != 0 ? 12 : 0;
    const int shift = m_wrapped ? 0 : horizontalScrollBar()->value();
    for (int row = 0; row < rows; ++row) {
        const qsizetype from = m_wrapped ? qsizetype(row) * size.columns : shift;
        const QString part = text.mid(from, m_wrapped ? size.columns : size.columns + 2);
        paintSelection(painter, number, text, row, ground);
        const int y = top + row * size.rowHeight + QFontMetrics(font()).ascent() + 1;
        const qsizetype quiet = std::clamp<qsizetype>(stamp - from, 0, part.size());
        painter->setPen(colors.textMuted);
        painter->drawText(size.gutter, y, part.left(quiet));
        painter->setPen(colors.text);
        painter->drawText(size.gutter + static_cast<int>(quiet) * size.charWidth, y, part.mid(quiet));
    }
}

// Measured, not counted: a letter of another script need not be as wide as the rest.
void LogView::paintSelection(QPainter *painter, qint64 number, const QString &text, int row, const QRect &ground) const
{
    const Place first = std::min(m_anchor, m_current);
    const Place last = std::max(m_anchor, m_current);
    if (!selected() || number < first.line || number > last.line)
        return;
    const Geometry size = geometry();
    const qsizetype begin = m_wrapped ? qsizetype(row) * size.columns : horizontalScrollBar()->value();
    const qsizetype shown = m_wrapped ? size.columns : size.columns + 2;
    const QString part = text.mid(begin, shown);
    const qsizetype from = std::clamp<qsizetype>((number == first.line ? first.column : 0) - begin, 0, part.size());
    const bool through = number < last.line;
    const qsizetype to = through ? part.size() : std::clamp<qsizetype>(last.column - begin, 0, part.size());
    const QFontMetrics metrics(font());
    const int left = size.gutter + metrics.horizontalAdvance(part.left(from));
    const int right = through ? ground.right() + 1 : size.gutter + metrics.horizontalAdvance(part.left(to));
    if (right > left)
        painter->fillRect(left, ground.top() + row * size.rowHeight, right - left, size.rowHeight,
                          paletteOf(this).selection);
}

} // namespace mediahelm::ui
