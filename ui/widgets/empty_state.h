// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace mediahelm::ui {

// What a page shows when it has nothing to show: what is missing, in words, and one button that mends it. Owned by its
// parent; main thread.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    // `symbol` is an icon's name. Without `button` there is none.
    void setContent(const QString &symbol, const QString &title, const QString &text, const QString &button = {});
    void setNoHosts(); // what stands in place of the hosts until there is one; the button adds it

Q_SIGNALS:
    void activated(); // the button

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    QString m_symbol;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace mediahelm::ui
