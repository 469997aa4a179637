// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/time_chart_view.h"

#include "ui/style/format.h"
#include "ui/style/palette.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <cmath>

namespace mediahelm::ui {

namespace {

constexpr double strokeWidth = 1.6;
constexpr int labelGap = 6;
constexpr qint64 readingStep = 1000; // of the arrow keys

QString timeLabel(qint64 at, qint64 step)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at).toLocalTime();
    if (step < 60 * 1000)
        return QLocale().toString(time, QStringLiteral("HH:mm:ss"));
    // The C locale would add seconds that are always 0.
    return QLocale().language() == QLocale::C ? time.time().toString(QStringLiteral("HH:mm"))
                                              : QLocale().toString(time.time(), QLocale::ShortFormat);
}

// The first multiple of `step` at or after `from`, counted from local midnight.
qint64 firstTick(qint64 from, qint64 step)
{
    const qint64 offset = qint64(QDateTime::fromMSecsSinceEpoch(from).offsetFromUtc()) * 1000;
    return ((from + offset + step - 1) / step) * step - offset;
}

} // namespace

TimeChartView::TimeChartView(std::function<QString(double)> format, QWidget *parent)
    : QChartView(parent)
    , m_format(std::move(format))
    , m_timeAxis(new QValueAxis(this))
    , m_valueAxis(new QValueAxis(this))
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setRubberBand(QChartView::NoRubberBand);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setFocusPolicy(Qt::NoFocus); // the view itself has the focus
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    // The labels stand outside of the plot: a whole update costs no more than its pieces here.
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);

    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    for (QValueAxis *axis : {m_timeAxis, m_valueAxis})
        axis->setVisible(false); // drawn here, at round values
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_valueAxis, Qt::AlignLeft);
}

int TimeChartView::plotWidth() const
{
    return std::max(1, int(m_plot.width()));
}

void TimeChartView::draw(const Frame &frame)
{
    const bool rescaled = !(frame.scale == m_frame.scale);
    m_frame = frame;
    if (rescaled)
        layOut();
    m_timeAxis->setRange(double(frame.from), double(frame.to));
    m_valueAxis->setRange(0, frame.scale.top);
    const Palette &palette = paletteOf(this);
    for (int line = 0; line < frame.lines.size(); ++line) {
        const Line &content = frame.lines.at(line);
        setSegments(line, content, palette.series.at(std::size_t(content.colorIndex) % palette.series.size()));
    }
    for (qsizetype line = frame.lines.size(); line < m_series.size(); ++line) {
        for (QLineSeries *series : std::as_const(m_series[line]))
            series->clear();
    }
    viewport()->update();
}

void TimeChartView::setSegments(int line, const Line &content, const QColor &color)
{
    while (m_series.size() <= line)
        m_series.append(QList<QLineSeries *>());
    QList<QLineSeries *> &pool = m_series[line];
    while (pool.size() < content.segments.size()) {
        auto *series = new QLineSeries(chart());
        chart()->addSeries(series);
        series->attachAxis(m_timeAxis);
        series->attachAxis(m_valueAxis);
        pool.append(series);
    }
    QPen pen(color, strokeWidth);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    for (qsizetype i = 0; i < pool.size(); ++i) {
        if (i >= content.segments.size()) {
            if (pool.at(i)->count() > 0)
                pool.at(i)->clear();
            continue;
        }
        if (pool.at(i)->pen() != pen)
            pool.at(i)->setPen(pen);
        QList<QPointF> points = content.segments.at(i);
        if (points.size() == 1) // a lone second is a short dash, not nothing
            points.append(points.constFirst() + QPointF(500, 0));
        pool.at(i)->replace(points);
    }
}

// The lines keep their pens: new colours are given to them at once, not with the next value, also while hidden.
void TimeChartView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw(Frame(m_frame));
    else if (event->type() == QEvent::FontChange)
        layOut();
}

void TimeChartView::layOut()
{
    const QFontMetrics metrics(font());
    const int labels = std::max(metrics.horizontalAdvance(m_format(m_frame.scale.top)),
                                metrics.horizontalAdvance(m_format(m_frame.scale.step)));
    const int half = metrics.height() / 2;
    m_plot = QRectF(viewport()->rect()).adjusted(labels + labelGap + 2, half + 1, -half, -metrics.height() - labelGap);
    if (m_plot.width() < 8 || m_plot.height() < 8)
        m_plot.setSize(QSizeF(std::max(8.0, m_plot.width()), std::max(8.0, m_plot.height())));
    chart()->resize(viewport()->size());
    chart()->setPlotArea(m_plot);
}

void TimeChartView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
}

QPointF TimeChartView::toPlot(const QPointF &point) const
{
    const double span = double(std::max<qint64>(m_frame.to - m_frame.from, 1));
    const double x = m_plot.left() + (point.x() - double(m_frame.from)) / span * m_plot.width();
    return {x, m_plot.bottom() - point.y() / m_frame.scale.top * m_plot.height()};
}

void TimeChartView::drawBackground(QPainter *painter, const QRectF &)
{
    const Palette &palette = paletteOf(this);
    painter->save();
    painter->resetTransform();
    painter->setFont(font());
    const QFontMetrics metrics(font());
    const int steps = m_frame.scale.step > 0 ? qRound(m_frame.scale.top / m_frame.scale.step) : 0;
    for (int step = 0; step <= steps; ++step) {
        const double value = step * m_frame.scale.step;
        const double y = std::round(toPlot({0, value}).y()) + 0.5;
        painter->setPen(QPen(palette.line, 1));
        painter->drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter->setPen(palette.textMuted);
        painter->drawText(QRectF(0, y - metrics.height() / 2.0, m_plot.left() - labelGap, metrics.height()),
                          Qt::AlignRight | Qt::AlignVCenter, m_format(value));
    }
    if (m_frame.to > m_frame.from) {
        const int width = metrics.horizontalAdvance(timeLabel(m_frame.to, 0));
        const qint64 step = roundTimeStep(m_frame.to - m_frame.from, std::max(1, plotWidth() / (width * 3 / 2)));
        for (qint64 at = firstTick(m_frame.from, step); at <= m_frame.to; at += step) {
            const double x = std::round(toPlot({double(at), 0}).x()) + 0.5;
            painter->setPen(QPen(palette.line, 1));
            painter->drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
            painter->setPen(palette.textMuted);
            const QRectF room(x - width, m_plot.bottom() + labelGap - 1, 2.0 * width, metrics.height());
            if (x - width / 2.0 > 0 && x + width / 2.0 < viewport()->width())
                painter->drawText(room, Qt::AlignHCenter | Qt::AlignTop, timeLabel(at, step));
        }
    }
    if (m_frame.filled)
        fillUnder(*painter, palette);
    painter->restore();
}

void TimeChartView::fillUnder(QPainter &painter, const Palette &palette) const
{
    painter.setClipRect(m_plot);
    painter.setPen(Qt::NoPen);
    for (const Line &line : m_frame.lines) {
        QColor color = palette.series.at(std::size_t(line.colorIndex) % palette.series.size());
        color.setAlphaF(palette.dark ? 0.16F : 0.10F);
        painter.setBrush(color);
        for (const QList<QPointF> &segment : line.segments) {
            QPolygonF area;
            area.reserve(segment.size() + 2);
            area.append(toPlot({segment.constFirst().x(), 0}));
            for (const QPointF &point : segment)
                area.append(toPlot(point));
            area.append(toPlot({segment.constLast().x(), 0}));
            painter.drawPolygon(area);
        }
    }
    painter.setClipping(false);
}

void TimeChartView::drawForeground(QPainter *painter, const QRectF &)
{
    const Palette &palette = paletteOf(this);
    painter->save();
    painter->resetTransform();
    painter->setFont(font());
    const bool empty = std::all_of(m_frame.lines.cbegin(), m_frame.lines.cend(),
                                   [](const Line &line) { return line.segments.isEmpty(); });
    if (empty) {
        painter->setPen(palette.textMuted);
        painter->drawText(m_plot, Qt::AlignCenter | Qt::TextWordWrap, m_frame.emptyText);
    } else if (m_cursor) {
        drawReading(*painter, palette);
    }
    if (hasFocus()) {
        painter->setPen(QPen(palette.focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    painter->restore();
}

void TimeChartView::drawReading(QPainter &painter, const Palette &palette) const
{
    const double x = toPlot({double(*m_cursor), 0}).x();
    painter.setPen(QPen(palette.outline, 1));
    painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
    struct Row {
        QString text;
        QColor color;
    };
    QList<Row> rows{{formatTimeOfDay(QDateTime::fromMSecsSinceEpoch(*m_cursor)), palette.tooltipText}};
    for (const Line &line : m_frame.lines) {
        const std::optional<TimePoint> point = line.points.nearest(*m_cursor, 1500);
        const QColor color = palette.series.at(std::size_t(line.colorIndex) % palette.series.size());
        const bool measured = point && point->value;
        rows.append({QStringLiteral("%1  %2").arg(line.name, measured ? m_format(*point->value) : noValue()), color});
        if (measured) {
            painter.setPen(QPen(palette.surface, 1.5));
            painter.setBrush(color);
            painter.drawEllipse(toPlot({double(point->at), *point->value}), 4, 4);
        }
    }
    const QFontMetrics metrics(font());
    int width = 0;
    for (const Row &row : std::as_const(rows))
        width = std::max(width, metrics.horizontalAdvance(row.text) + (&row == &rows.constFirst() ? 0 : 14));
    const QSizeF size(width + 16, double(rows.size()) * metrics.lineSpacing() + 10);
    QPointF corner(x + 10, m_plot.top() + 2);
    if (corner.x() + size.width() > viewport()->width())
        corner.setX(std::max(0.0, x - 10 - size.width()));
    painter.setPen(QPen(palette.line, 1));
    painter.setBrush(palette.tooltip);
    painter.drawRoundedRect(QRectF(corner, size), 4, 4);
    double y = corner.y() + 5;
    for (const Row &row : std::as_const(rows)) {
        const bool head = &row == &rows.constFirst();
        if (!head) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(row.color);
            painter.drawRoundedRect(QRectF(corner.x() + 8, y + metrics.lineSpacing() / 2.0 - 2, 9, 4), 2, 2);
        }
        painter.setPen(palette.tooltipText);
        painter.drawText(QRectF(corner.x() + (head ? 8 : 22), y, size.width(), metrics.lineSpacing()),
                         Qt::AlignVCenter | Qt::AlignLeft, row.text);
        y += metrics.lineSpacing();
    }
}

void TimeChartView::moveReading(std::optional<qint64> at)
{
    if (m_cursor == at)
        return;
    m_cursor = at;
    viewport()->update();
    QStringList parts;
    if (m_cursor) {
        parts.append(formatTimeOfDay(QDateTime::fromMSecsSinceEpoch(*m_cursor)));
        for (const Line &line : std::as_const(m_frame.lines)) {
            const std::optional<TimePoint> point = line.points.nearest(*m_cursor, 1500);
            parts.append(
                QStringLiteral("%1 %2").arg(line.name, point && point->value ? m_format(*point->value) : noValue()));
        }
    }
    Q_EMIT readingChanged(parts.join(QStringLiteral(", ")));
}

void TimeChartView::mouseMoveEvent(QMouseEvent *event)
{
    const double share = (event->position().x() - m_plot.left()) / m_plot.width();
    if (share < 0 || share > 1 || m_frame.to <= m_frame.from)
        moveReading(std::nullopt);
    else
        moveReading(m_frame.from + qint64(share * double(m_frame.to - m_frame.from)));
}

void TimeChartView::leaveEvent(QEvent *event)
{
    moveReading(std::nullopt);
    QChartView::leaveEvent(event);
}

void TimeChartView::keyPressEvent(QKeyEvent *event)
{
    const qint64 step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 * readingStep : readingStep;
    const qint64 at = m_cursor.value_or(m_frame.to);
    if (event->key() == Qt::Key_Left)
        moveReading(std::max(m_frame.from, at - step));
    else if (event->key() == Qt::Key_Right)
        moveReading(std::min(m_frame.to, at + step));
    else if (event->key() == Qt::Key_Escape && m_cursor)
        moveReading(std::nullopt);
    else
        event->ignore(); // the arrows up and down scroll the page
}

void TimeChartView::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    moveReading(std::nullopt);
}

} // namespace mediahelm::ui
