// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <deque>

namespace mediahelm::ui {

class LogBuffer;

// Finds a text in a log that grows, in slices of some milliseconds so that a million lines do not stop the window.
// Capitals do not matter. Owned by its view, as is the buffer; main thread.
class LogSearch : public QObject
{
    Q_OBJECT

public:
    LogSearch(const LogBuffer &buffer, QObject *parent);

    void setText(const QString &text); // begins anew; empty ends it
    const QString &text() const { return m_text; }
    void lookOn(); // lines were added or have gone
    bool complete() const { return !m_slice.isActive(); }

    qsizetype count() const { return static_cast<qsizetype>(m_lines.size()); } // lines that hold it
    bool matches(qint64 line) const;
    // The nearest hit at or after / before a line, around the end; -1 without any.
    qint64 next(qint64 line) const;
    qint64 previous(qint64 line) const;
    qsizetype placeOf(qint64 line) const; // 0-based among the hits

Q_SIGNALS:
    void changed(); // hits were found or have gone

private:
    void searchSlice();
    bool hit(qint64 line) const;

    const LogBuffer &m_buffer;
    QString m_text;
    QByteArray m_lower; // of an ASCII text; compared byte by byte
    std::deque<qint64> m_lines;
    qint64 m_searched = 0; // up to here
    QTimer m_slice;
};

} // namespace mediahelm::ui
