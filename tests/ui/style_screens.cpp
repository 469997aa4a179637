// SPDX-License-Identifier: GPL-3.0-or-later

// Draws every control of the house style, light and dark, into the folder that is named.
#include "ui/style/app_style.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/service_look.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/state_badge.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>

using namespace mediahelm;
using namespace mediahelm::ui;

namespace {

QWidget *buttons(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QGridLayout(row);
    auto *plain = new QPushButton(QStringLiteral("Cancel"));
    auto *primary = new QPushButton(QStringLiteral("Connect"));
    primary->setDefault(true);
    auto *danger = new QPushButton(QStringLiteral("Remove 3 containers"));
    markDestructive(danger);
    auto *off = new QPushButton(QStringLiteral("Disabled"));
    off->setEnabled(false);
    auto *withIcon = new QPushButton(symbolIcon(QStringLiteral("restart_alt")), QStringLiteral("Restart"));
    int column = 0;
    for (QPushButton *button : {plain, primary, danger, off, withIcon})
        layout->addWidget(button, 0, column++);
    column = 0;
    for (const char *icon : {"play_arrow", "stop", "restart_alt", "pause", "delete", "more_vert"}) {
        auto *tool = new QToolButton;
        tool->setIcon(symbolIcon(QString::fromLatin1(icon)));
        tool->setAutoRaise(true);
        tool->setCheckable(true);
        tool->setChecked(column == 2);
        tool->setEnabled(column != 4);
        layout->addWidget(tool, 1, column++);
    }
    return row;
}

QWidget *fields(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QGridLayout(row);
    auto *combo = new QComboBox;
    combo->addItems({QStringLiteral("All hosts"), QStringLiteral("nas")});
    auto *check = new QCheckBox(QStringLiteral("Timestamps"));
    check->setChecked(true);
    auto *radio = new QRadioButton(QStringLiteral("Follow the system"));
    radio->setChecked(true);
    auto *progress = new QProgressBar;
    progress->setValue(40);
    auto *tabs = new QTabBar;
    for (const char *tab : {"Overview", "Log", "Statistics"})
        tabs->addTab(QString::fromLatin1(tab));
    layout->addWidget(new SearchField(QStringLiteral("Search services")), 0, 0);
    layout->addWidget(combo, 0, 1);
    layout->addWidget(new QSpinBox, 0, 2);
    layout->addWidget(check, 1, 0);
    layout->addWidget(radio, 1, 1);
    layout->addWidget(progress, 1, 2);
    layout->addWidget(tabs, 2, 0, 1, 3);
    return row;
}

QWidget *badges(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QGridLayout(row);
    using model::ContainerState;
    using model::Health;
    const QList<std::pair<ContainerState, Health>> states{
        {ContainerState::running, Health::none},      {ContainerState::running, Health::healthy},
        {ContainerState::running, Health::unhealthy}, {ContainerState::running, Health::starting},
        {ContainerState::restarting, Health::none},   {ContainerState::paused, Health::none},
        {ContainerState::exited, Health::none},       {ContainerState::exited, Health::none},
        {ContainerState::dead, Health::none},         {ContainerState::created, Health::none},
        {ContainerState::removing, Health::none},     {ContainerState::unknown, Health::none},
    };
    for (int i = 0; i < states.size(); ++i) {
        model::Container container;
        container.state = states.at(i).first;
        container.health = states.at(i).second;
        if (container.state == ContainerState::exited)
            container.exitCode = i == 7 ? 137 : 0;
        auto *badge = new StateBadge;
        badge->setService(container);
        layout->addWidget(badge, i / 4, i % 4);
    }
    return row;
}

QWidget *tree(QWidget *parent)
{
    auto *view = new QTreeWidget(parent);
    view->setHeaderLabels({QStringLiteral("Name"), QStringLiteral("Value")});
    auto *top = new QTreeWidgetItem(view, {QStringLiteral("media"), QStringLiteral("4")});
    for (int i = 0; i < 12; ++i)
        new QTreeWidgetItem(top, {QStringLiteral("jellyfin %1").arg(i), QStringLiteral("12 MiB")});
    view->expandAll();
    view->setCurrentItem(top->child(1));
    return view;
}

void grab(const QString &file)
{
    QWidget window;
    window.resize(760, 760);
    auto *layout = new QVBoxLayout(&window);
    auto *card = new Card;
    auto *inner = new QVBoxLayout(card);
    auto *title = new QLabel(QStringLiteral("Services"));
    title->setFont(titleFont(window.font()));
    inner->addWidget(title);
    inner->addWidget(buttons(card));
    inner->addWidget(fields(card));
    inner->addWidget(badges(card));
    layout->addWidget(card);
    auto *message = new MessageBar;
    message->tell(wordsFor({base::ErrorKind::conflict, QStringLiteral("409"), QStringLiteral("container is paused")},
                           model::ContainerAction::stop, QStringLiteral("jellyfin")));
    layout->addWidget(message);
    layout->addWidget(tree(&window), 1);
    auto *empty = new EmptyState;
    empty->setContent(QStringLiteral("dns"), QStringLiteral("No host yet"),
                      QStringLiteral("Add the machine that runs your services."), QStringLiteral("Add host"));
    layout->addWidget(empty, 1);
    Toast toast(&window);
    window.show();
    toast.tell(QStringLiteral("Stopped 2 services"), QStringLiteral("Undo"));
    QCoreApplication::sendPostedEvents();
    window.grab().save(file);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString folder = application.arguments().value(1, QStringLiteral("."));
    Theme theme;
    theme.setMode(ThemeMode::light);
    grab(folder + QStringLiteral("/style-light.png"));
    theme.setMode(ThemeMode::dark);
    grab(folder + QStringLiteral("/style-dark.png"));
    return 0;
}
