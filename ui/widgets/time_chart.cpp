// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/time_chart.h"

#include "ui/style/format.h"
#include "ui/widgets/time_chart_legend.h"
#include "ui/widgets/time_chart_view.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

namespace {

// Samples come once a second; more than two missing are a gap that one sees.
constexpr qint64 gapAfter = 2500;
constexpr int valueSteps = 4;
// A pixel and a half for each bucket: finer is not seen, and costs.
int bucketsFor(int pixels)
{
    return std::max(pixels * 2 / 3, 16);
}

} // namespace

TimeChart::TimeChart(const QString &title, Unit unit, QWidget *parent)
    : QWidget(parent)
    , m_unit(unit)
    , m_emptyText(tr("Waiting for the first values"))
    , m_title(new QLabel(title, this))
    , m_value(new QLabel(this))
    , m_legend(new TimeChartLegend(this))
    , m_view(new TimeChartView([this](double value) { return formatted(value); }, this))
{
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setVisible(!title.isEmpty());
    m_view->setAccessibleName(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_value->setTextFormat(Qt::PlainText);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_value, 1);
    layout->addLayout(head);
    layout->addWidget(m_legend);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(m_view, &TimeChartView::readingChanged, this, [this](const QString &reading) {
        if (m_view->hasFocus())
            m_view->setAccessibleDescription(reading.isEmpty() ? description() : reading);
    });
}

TimeChart::~TimeChart() = default;

void TimeChart::setSpan(std::chrono::seconds span)
{
    m_span = span;
    draw();
}

void TimeChart::setLeastTop(std::optional<double> value)
{
    m_leastTop = value;
}

void TimeChart::setEmptyText(const QString &text)
{
    m_emptyText = text.isEmpty() ? tr("Waiting for the first values") : text;
    draw();
}

void TimeChart::setFilled(bool filled)
{
    m_filled = filled;
}

int TimeChart::addSeries(const QString &name, int colorIndex)
{
    const int number = seriesCount();
    m_series.append(Series{name, colorIndex < 0 ? number : colorIndex, {}});
    updateLegend();
    return number;
}

void TimeChart::clearSeries()
{
    m_series.clear();
    updateLegend();
    draw();
}

void TimeChart::append(int series, const TimePoint &point)
{
    if (series >= 0 && series < m_series.size())
        m_series[series].buffer.append(point);
}

void TimeChart::setPoints(int series, const QList<TimePoint> &points)
{
    if (series >= 0 && series < m_series.size())
        m_series[series].buffer.setPoints(points);
}

void TimeChart::advance(const QDateTime &end)
{
    m_end = end.toMSecsSinceEpoch();
    // A little more than is shown, so that a longer span can be chosen without a blank.
    const qint64 oldest = m_end - std::max<qint64>(m_span.count(), 600) * 1000 - 2 * gapAfter;
    for (Series &series : m_series)
        series.buffer.dropBefore(oldest);
    draw();
}

QDateTime TimeChart::end() const
{
    return QDateTime::fromMSecsSinceEpoch(m_end, Qt::UTC);
}

void TimeChart::draw()
{
    if (!isVisible() || visibleRegion().isEmpty())
        return;
    TimeChartView::Frame frame;
    frame.to = m_end;
    frame.from = m_end - m_span.count() * 1000;
    frame.filled = m_filled;
    frame.emptyText = m_emptyText;
    double maximum = m_leastTop.value_or(0);
    const int buckets = bucketsFor(m_view->plotWidth());
    for (const Series &series : std::as_const(m_series)) {
        TimeChartView::Line line{series.name, series.colorIndex, {}, series.buffer};
        line.segments = contiguousSegments(series.buffer.points(), frame.from, frame.to,
                                           gapBetween(series.buffer.points(), gapAfter));
        for (QList<QPointF> &segment : line.segments)
            segment = decimated(segment, frame.from, frame.to, buckets);
        maximum = std::max(maximum, series.buffer.maximum(frame.from, frame.to).value_or(0));
        frame.lines.append(line);
    }
    const bool binary = m_unit == Unit::bytes || m_unit == Unit::byteRate;
    const double least = m_unit == Unit::bytes ? 4096.0 * 1024 : m_unit == Unit::byteRate ? 4096.0 : 0.04;
    frame.scale = roundValueScale(std::max(maximum, least), valueSteps, binary);
    if (m_unit == Unit::share && frame.scale.top > 1)
        frame.scale = {0.25, 1};
    m_view->draw(frame);
    updateLegend();
    describe();
}

void TimeChart::updateLegend()
{
    QList<TimeChartLegend::Entry> entries;
    for (const Series &series : std::as_const(m_series)) {
        const std::optional<double> latest = series.buffer.latest();
        entries.append({series.name, latest ? formatted(*latest) : noValue(), series.colorIndex});
    }
    // A single line that is named as the chart needs no legend, only its value.
    const bool plain = m_series.size() == 1 && m_series.constFirst().name == m_title->text();
    m_legend->setVisible(!plain);
    m_value->setVisible(plain);
    if (plain)
        m_value->setText(entries.constFirst().value);
    else
        m_legend->setEntries(entries);
}

QString TimeChart::formatted(double value) const
{
    switch (m_unit) {
    case Unit::cores: return formatCores(value);
    case Unit::share: return formatShare(value, 1.0);
    case Unit::bytes: return formatBytes(qint64(value));
    case Unit::byteRate: return formatByteRate(value);
    }
    return {};
}

QString TimeChart::description() const
{
    if (m_series.isEmpty())
        return m_emptyText;
    QStringList sentences;
    for (const Series &series : m_series) {
        const std::optional<double> latest = series.buffer.latest();
        const std::optional<double> greatest = series.buffer.maximum(m_end - m_span.count() * 1000, m_end);
        if (!greatest) {
            sentences.append(tr("%1: no values").arg(series.name));
            continue;
        }
        sentences.append(tr("%1: now %2, at most %3 in the last %4")
                             .arg(series.name, latest ? formatted(*latest) : noValue(), formatted(*greatest),
                                  formatDuration(m_span)));
    }
    return sentences.join(QStringLiteral(". "));
}

void TimeChart::describe()
{
    // A screen reader asks for it when it comes here; a text that changes each second would be read out each second.
    if (!m_view->hasFocus())
        m_view->setAccessibleDescription(description());
}

QSize TimeChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().lineSpacing() * 15};
}

QSize TimeChart::minimumSizeHint() const
{
    const int least = layout()->totalMinimumSize().height(); // title and legend are read, not cut
    return {fontMetrics().averageCharWidth() * 28, std::max(fontMetrics().lineSpacing() * 9, least)};
}

void TimeChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &TimeChart::draw, Qt::QueuedConnection); // once it has its size
}

} // namespace mediahelm::ui
