// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace mediahelm::ui {

// The names of a chart's lines with their colours and latest values, in as many rows as they need. Owned by its chart;
// main thread.
class TimeChartLegend final : public QWidget
{
    Q_OBJECT

public:
    struct Entry {
        QString name;
        QString value;
        int colorIndex = 0;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    explicit TimeChartLegend(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Place {
        QPoint corner;
        int width = 0;
    };

    int rowsHeight(int width) const;
    int entryWidth(const Entry &entry) const;
    QList<Place> places(int width) const;

    QList<Entry> m_entries;
};

} // namespace mediahelm::ui
