// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/time_chart_data.h"

#include <QtCharts/QChartView>

#include <functional>

class QLineSeries;
class QValueAxis;

namespace mediahelm::ui {

struct Palette;

// The drawn part of a time chart: Qt Charts draws the lines, this the grid, the labels at round values, and the reading
// under the pointer. Includes Qt Charts: for .cpp files of the chart alone. Owned by its chart; main thread.
class TimeChartView final : public QChartView
{
    Q_OBJECT

public:
    struct Line {
        QString name;
        int colorIndex = 0;
        QList<QList<QPointF>> segments; // of milliseconds and value
        TimeSeriesBuffer points; // for the reading; shares its data with the chart's
    };
    struct Frame {
        qint64 from = 0;
        qint64 to = 0;
        ValueScale scale;
        bool filled = false;
        QString emptyText; // shown when no line has a segment
        QList<Line> lines;
    };

    explicit TimeChartView(std::function<QString(double)> format, QWidget *parent = nullptr);

    void draw(const Frame &frame);
    int plotWidth() const; // in pixels

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

Q_SIGNALS:
    void readingChanged(const QString &text); // what is under the crosshair, in one line; empty: nothing

private:
    void layOut();
    void setSegments(int line, const Line &content, const QColor &color);
    QPointF toPlot(const QPointF &point) const;
    void fillUnder(QPainter &painter, const Palette &palette) const;
    void drawReading(QPainter &painter, const Palette &palette) const;
    void moveReading(std::optional<qint64> at);

    std::function<QString(double)> m_format;
    Frame m_frame;
    QRectF m_plot;
    QValueAxis *m_timeAxis;
    QValueAxis *m_valueAxis;
    QList<QList<QLineSeries *>> m_series; // by line, then segment; owned by the chart and used again
    std::optional<qint64> m_cursor;
};

} // namespace mediahelm::ui
