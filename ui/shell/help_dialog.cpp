// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_dialog.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace mediahelm::ui {

namespace {

QDialogButtonBox *makeClose(QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(dialog);
    QPushButton *close = buttons->addButton(HelpDialog::tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return buttons;
}

} // namespace

HelpDialog::HelpDialog(const QList<QAction *> &actions, Part first, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Help"));
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().lineSpacing() * 30);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    auto *tabs = new QTabWidget(this);
    tabs->setAccessibleName(tr("Help"));
    tabs->addTab(makeHelp(), tr("&First steps"));
    tabs->addTab(makeShortcuts(actions), tr("&Keyboard"));
    tabs->setCurrentIndex(first == Part::help ? 0 : 1);
    layout->addWidget(tabs);
    layout->addWidget(makeClose(this));
}

QWidget *HelpDialog::makeHelp()
{
    auto *page = new QWidget(this);
    auto *outer = new QVBoxLayout(page);
    QVBoxLayout *text = makeScrolling(outer);
    text->setSpacing(space::small);
    const auto add = [this, text](const QString &title, const QString &words) {
        text->addWidget(makeText(TextRole::heading, title, this));
        text->addWidget(makeText(TextRole::normal, words, this, true));
        text->addSpacing(space::small);
    };
    add(tr("See what is wrong"),
        tr("Overview lists what needs attention: hosts that are not connected, services that are unhealthy, restart "
           "again and again, or ended with an error."));
    add(tr("Act on services"),
        tr("Services shows everything that the engine runs, also what was not started here. Choose one or many rows, "
           "then start, stop or restart them. Stopping can be undone; removing names what goes and asks first."));
    add(tr("Add a server"),
        tr("Hosts, Add host: enter the name that you use with ssh. Your keys, agent and ~/.ssh/config are used, "
           "and nothing is installed on the server. The connection test tells where it fails and what to do."));
    add(tr("Watch"),
        tr("Monitoring draws hosts and the busiest services as they are. A gap in a line means that nothing was "
           "measured then. Left and right move the reading when a chart has the focus."));
    add(tr("Without a window"),
        tr("mediahelm --server watches the same hosts without a display; mediahelm status lists them in a terminal."));
    text->addStretch();
    return page;
}

QWidget *HelpDialog::makeShortcuts(const QList<QAction *> &actions)
{
    auto *page = new QWidget(this);
    auto *outer = new QVBoxLayout(page);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::huge);
    grid->setVerticalSpacing(space::small);
    grid->setColumnStretch(0, 1);
    QVBoxLayout *content = makeScrolling(outer);
    content->addLayout(grid);
    content->addStretch();
    for (const QAction *action : actions) {
        QString text = action->text();
        text.remove(QLatin1Char('&'));
        if (!action->shortcut().isEmpty())
            addRow(grid, text, action->shortcut().toString(QKeySequence::NativeText));
    }
    addRow(grid, tr("Next and previous control"), tr("Tab, Shift+Tab"));
    addRow(grid, tr("Within a list, table or the sidebar"), tr("Arrow keys"));
    addRow(grid, tr("Clear a search, close a panel or dialog"), tr("Escape"));
    return page;
}

void HelpDialog::addRow(QGridLayout *grid, const QString &text, const QString &keys)
{
    const int row = grid->rowCount();
    grid->addWidget(makeText(TextRole::normal, text, this), row, 0);
    grid->addWidget(makeText(TextRole::strong, keys, this), row, 1, Qt::AlignTrailing | Qt::AlignVCenter);
}

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Mediahelm"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::huge, space::huge, space::large);
    layout->setSpacing(space::small);
    auto *icon = new QLabel(this);
    icon->setPixmap(applicationIcon().pixmap(64, 64));
    icon->setAlignment(Qt::AlignHCenter);
    layout->addWidget(icon);
    const auto add = [this, layout](TextRole role, const QString &text) {
        QLabel *label = makeText(role, text, this, true);
        label->setAlignment(Qt::AlignHCenter);
        layout->addWidget(label);
    };
    add(TextRole::title, QStringLiteral("Mediahelm"));
    add(TextRole::normal, tr("Version %1").arg(QStringLiteral(MEDIAHELM_VERSION)));
    add(TextRole::caption, tr("Control center for a Docker-based home media server"));
    add(TextRole::caption,
        tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty."));
    add(TextRole::caption,
        tr("Built on Qt %1. Icons: Material Symbols (Apache License 2.0).").arg(QString::fromLatin1(qVersion())));
    layout->addSpacing(space::medium);
    layout->addWidget(makeClose(this));
    setMinimumWidth(fontMetrics().averageCharWidth() * 56);
}

} // namespace mediahelm::ui
