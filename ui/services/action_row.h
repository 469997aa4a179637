// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QToolButton;

namespace mediahelm::ui {

// Actions as buttons side by side: symbols with words, or symbols alone where there is no room for all the words. Owned
// by the page, and outlived by the actions; main thread.
class ActionRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ActionRow(const QList<QAction *> &actions, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override; // of the symbols alone: words do not hold the window open

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int widthWithWords() const;
    void fit();

    QList<QToolButton *> m_buttons;
};

} // namespace mediahelm::ui
