// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sight.h"

#include <QEvent>
#include <QWidget>
#include <QWindow>

namespace mediahelm::ui {

Sight::Sight(QWidget *widget)
    : m_widget(widget)
{
    widget->installEventFilter(this);
    follow();
    update();
}

// A page gets its window when it is put there, and that its handle when it is first shown.
void Sight::follow()
{
    QWidget *window = m_widget->window();
    if (m_window != window) {
        if (m_window && m_window != m_widget)
            m_window->removeEventFilter(this);
        m_window = window;
        if (window != m_widget)
            window->installEventFilter(this);
    }
    QWindow *handle = window->windowHandle();
    if (m_handle == handle)
        return;
    if (m_handle)
        m_handle->removeEventFilter(this);
    m_handle = handle;
    m_offScreen = false;
    if (handle)
        handle->installEventFilter(this);
}

bool Sight::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Expose:
        if (watched == m_handle) {
            m_offScreen = !m_handle->isExposed();
            update();
        }
        break;
    case QEvent::Show:
        follow();
        update();
        break;
    case QEvent::Hide:
    case QEvent::WindowStateChange: update(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void Sight::update()
{
    const bool seen = m_widget->isVisible() && m_window && !m_window->isMinimized() && !m_offScreen;
    if (seen == m_seen)
        return;
    m_seen = seen;
    Q_EMIT changed(seen);
}

} // namespace mediahelm::ui
