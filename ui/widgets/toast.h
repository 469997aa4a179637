// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace mediahelm::ui {

// Says what was just done, for some seconds, at the lower edge of a widget, with a way back. It waits while the pointer
// or the focus is on it, never takes the focus, and is announced to screen readers. Owned by the widget that it lies
// on; main thread.
class Toast : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget *over);

    // A new text takes the place of the one that is shown, which ends with expired(). Without `action` there is no
    // button.
    void tell(const QString &text, const QString &action = {});

Q_SIGNALS:
    void actionTriggered(); // and it is gone
    void expired(); // gone without the action

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void end(bool acted);

    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer m_timer;
};

} // namespace mediahelm::ui
