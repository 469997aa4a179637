// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;
class QWindow;

namespace mediahelm::ui {

// Whether anybody can see a widget: shown, its window not minimised, nor taken off the screen by the window system, as
// when it lies on another workspace or the screen is locked. Owned by the widget; main thread.
class Sight : public QObject
{
    Q_OBJECT

public:
    explicit Sight(QWidget *widget);

    bool seen() const { return m_seen; }

Q_SIGNALS:
    void changed(bool seen);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void update();

    QWidget *m_widget;
    QPointer<QWidget> m_window;
    QPointer<QWindow> m_handle;
    bool m_offScreen = false; // as the window system said last; until it says so a window counts as seen
    bool m_seen = false;
};

} // namespace mediahelm::ui
