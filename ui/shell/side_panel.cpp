// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/side_panel.h"

#include "ui/shell/host_switcher.h"
#include "ui/shell/shell_actions.h"
#include "ui/shell/sidebar.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/widgets/page_parts.h"

#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

SidePanel::SidePanel(control::Fleet &fleet, const ShellActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_sidebar(new Sidebar(this))
    , m_switcher(new HostSwitcher(fleet, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::medium, space::large, space::medium, space::medium);
    layout->setSpacing(space::medium);
    auto *name = new QHBoxLayout;
    name->setSpacing(space::small);
    auto *icon = new QLabel(this);
    icon->setPixmap(applicationIcon().pixmap(24, 24));
    name->addWidget(icon);
    name->addWidget(makeText(TextRole::heading, QStringLiteral("Mediahelm"), this), 1);
    name->addWidget(makeMenu(actions));
    layout->addLayout(name);
    layout->addWidget(m_switcher);
    layout->addWidget(makeSearch(actions));
    layout->addWidget(m_sidebar);
    layout->addStretch();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

QWidget *SidePanel::makeSearch(const ShellActions &actions)
{
    auto *search =
        new QPushButton(symbolIcon(QStringLiteral("search")),
                        tr("Find…  %1").arg(actions.palette->shortcut().toString(QKeySequence::NativeText)), this);
    search->setAccessibleName(tr("Find… an action, service or host"));
    search->setToolTip(actions.palette->text());
    connect(search, &QPushButton::clicked, actions.palette, &QAction::trigger);
    return search;
}

QWidget *SidePanel::makeMenu(const ShellActions &actions)
{
    auto *menu = new QMenu(this);
    menu->addAction(actions.addHost);
    menu->addAction(actions.refresh);
    menu->addSeparator();
    menu->addAction(actions.preferences);
    menu->addSeparator();
    for (QAction *action : {actions.help, actions.shortcuts, actions.about})
        menu->addAction(action);
    menu->addSeparator();
    menu->addAction(actions.quit);
    auto *button = new QToolButton(this);
    button->setIcon(symbolIcon(QStringLiteral("menu")));
    button->setAccessibleName(tr("Menu"));
    button->setToolTip(tr("Menu"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setShortcut(Qt::Key_F10);
    button->setMenu(menu);
    return button;
}

void SidePanel::paintEvent(QPaintEvent *)
{
    const Palette &palette = paletteOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), palette.sidebar);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(QRect(mirrored ? 0 : width() - 1, 0, 1, height()), palette.line);
}

} // namespace mediahelm::ui
