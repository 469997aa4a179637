// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/time_chart_data.h"

#include <QDateTime>
#include <QWidget>

#include <chrono>

class QLabel;

namespace mediahelm::ui {

class TimeChartLegend;
class TimeChartView;

// A live chart of one quantity over time: several lines, gaps where nothing was measured, the time axis in local time.
// It takes points whenever they come and draws when advance() is called, so a second costs one drawing however many
// lines there are. Qt Charts stays behind it. Owned by its parent; main thread.
class TimeChart final : public QWidget
{
    Q_OBJECT

public:
    enum class Unit { cores, share, bytes, byteRate }; // share: 0 to 1

    explicit TimeChart(const QString &title, Unit unit, QWidget *parent = nullptr);
    ~TimeChart() override;

    void setSpan(std::chrono::seconds span); // shown; 5 minutes unless told
    std::chrono::seconds span() const { return m_span; }
    // The axis never ends below this (a limit, the whole of a machine); nullopt: it follows the values.
    void setLeastTop(std::optional<double> value);
    // Instead of lines, when there is nothing to draw yet: "Not running". Empty: "Waiting for the first values".
    void setEmptyText(const QString &text);
    // Fills under the line; for a chart of one line.
    void setFilled(bool filled);

    // Returns the line's number. The colour is the palette's of that index, or of the number.
    int addSeries(const QString &name, int colorIndex = -1);
    void clearSeries();
    int seriesCount() const { return int(m_series.size()); }

    void append(int series, const TimePoint &point);
    void setPoints(int series, const QList<TimePoint> &points);
    // Shows the time up to `end` and draws, if the chart can be seen.
    void advance(const QDateTime &end);
    QDateTime end() const;

    // "CPU. jellyfin: now 12 %, max 40 % in the last 5 min." What a screen reader says.
    QString description() const;
    QString formatted(double value) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Series {
        QString name;
        int colorIndex = 0;
        TimeSeriesBuffer buffer;
    };

    void draw();
    void updateLegend();
    void describe();

    const Unit m_unit;
    QString m_emptyText;
    std::chrono::seconds m_span{300};
    qint64 m_end = 0;
    std::optional<double> m_leastTop;
    bool m_filled = false;
    QList<Series> m_series;
    QLabel *m_title;
    QLabel *m_value; // beside the title, where no legend is needed
    TimeChartLegend *m_legend;
    TimeChartView *m_view;
};

} // namespace mediahelm::ui
