// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace mediahelm::ui {

// Has a screen reader say what a widget that has just appeared says (its accessible name), without moving the focus.
// The widget is a notification to assistive technology from then on.
void announce(QWidget *notice);

// Says what changes on its page without being shown: as large as a pixel, and nothing is drawn. Owned by its page; main
// thread.
class Announcer : public QWidget
{
    Q_OBJECT

public:
    explicit Announcer(QWidget *page);

    void say(const QString &text);
};

} // namespace mediahelm::ui
