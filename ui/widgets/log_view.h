// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/log_buffer.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QTimer>

class QIODevice;

namespace mediahelm::ui {

class LogSearch;

// Shows a log of up to a million lines: only what is seen is laid out, and many new lines are one drawing. It follows
// the end until the user scrolls away from it, and again when they come back. Text is chosen as in any
// text, with mouse or keyboard, and copied. Nothing in a line is interpreted. Owned by its parent; main thread.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);
    ~LogView() override;

    void append(const QList<model::LogLine> &lines);
    void clear();
    const LogBuffer &buffer() const { return m_buffer; }
    LogSearch *search() const { return m_search; }

    bool following() const { return m_following; }
    void setFollowing(bool following);
    void setWrapped(bool wrapped);
    void setTimestampsShown(bool shown);
    void setEmptyText(const QString &text);

    void showLine(qint64 number); // in the middle, as the current one
    void findNext();
    void findPrevious();
    qint64 currentLine() const { return m_current.line; }
    QString visibleText() const; // the lines that are seen, for who cannot see them
    QString summary() const; // "5000 lines. Last: ..."

    // As it is shown, lines with their timestamps; every line when nothing is chosen.
    QString selectedText() const;
    void copySelection() const;
    // Every line as it is shown, UTF-8. False when the device fails.
    bool save(QIODevice &device) const;

Q_SIGNALS:
    void followingChanged(bool following);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Geometry {
        int rowHeight;
        int charWidth;
        int gutter;
        int columns; // characters across
        int rows; // that fit
    };

    // A place between two characters of a line as it is shown.
    struct Place {
        qint64 line = -1; // -1: nowhere
        qsizetype column = 0;

        friend auto operator<=>(const Place &, const Place &) = default;
    };

    Geometry geometry() const;
    QString lineText(qint64 number) const; // with its timestamp
    int rowsOf(qint64 number, const Geometry &geometry) const;
    qint64 topLine(const Geometry &geometry, int *offset) const;
    void paintLine(QPainter *painter, qint64 number, int top, const Geometry &geometry) const;
    void updateBars();
    void settle();
    void paintSelection(QPainter *painter, qint64 number, const QString &text, int row, const QRect &ground) const;
    void select(const Place &anchor, const Place &current);
    void selectLine(qint64 number);
    void extendTo(const Place &place);
    Place placeAt(const QPoint &point) const;
    Place placeByKey(const QKeyEvent &event) const;
    void extendByKey(const Place &place);
    bool selected() const { return m_anchor.line >= 0 && m_anchor != m_current; }

    LogBuffer m_buffer;
    LogSearch *m_search;
    QTimer m_frame; // new lines are drawn with the next frame
    QString m_emptyText;
    qint64 m_shownFirst = 0; // the buffer's first line when the bars were last set
    Place m_anchor;
    Place m_current;
    QElapsedTimer m_doubleClick; // a third click chooses the line
    bool m_following = true;
    bool m_wrapped = false;
    bool m_timestamps = true;
    bool m_settling = false;
};

} // namespace mediahelm::ui
