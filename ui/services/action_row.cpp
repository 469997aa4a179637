// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/action_row.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace mediahelm::ui {

namespace {

constexpr int gap = 2;
constexpr int around = 14; // what a button adds to its symbol and words, as QToolButton and the style do

} // namespace

ActionRow::ActionRow(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAutoRaise(true);
        layout->addWidget(button);
        m_buttons.append(button);
    }
    layout->addStretch();
}

int ActionRow::widthWithWords() const
{
    int width = 0;
    for (const QToolButton *button : m_buttons) {
        const QFontMetrics metrics = button->fontMetrics();
        width += button->iconSize().width() + metrics.horizontalAdvance(button->text())
            + 2 * metrics.horizontalAdvance(QLatin1Char(' ')) + around + gap;
    }
    return width;
}

void ActionRow::fit()
{
    const auto style = widthWithWords() <= width() ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
    for (QToolButton *button : std::as_const(m_buttons)) {
        if (button->toolButtonStyle() != style)
            button->setToolButtonStyle(style);
    }
}

QSize ActionRow::minimumSizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QToolButton *button : m_buttons) {
        width += button->iconSize().width() + around + gap;
        height = std::max(height, button->sizeHint().height());
    }
    return {width, height};
}

bool ActionRow::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) // an action's words have changed
        fit();
    return done;
}

void ActionRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace mediahelm::ui
