// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/page_parts.h"
#include "ui/widgets/search_field.h"

#include <QAction>
#include <QKeyEvent>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>

namespace mediahelm::ui {

namespace {

enum Role { actionRole = Qt::UserRole, hostRole, containerRole, wordsRole };

// Every word of what was typed is in it somewhere.
bool matches(const QString &words, const QStringList &typed)
{
    return std::all_of(typed.cbegin(), typed.cend(),
                       [&words](const QString &word) { return words.contains(word, Qt::CaseInsensitive); });
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction *> &actions, const control::Fleet &fleet, QWidget *parent)
    : QDialog(parent)
    , m_search(new SearchField(tr("Find an action, service or host"), this))
    , m_list(new QListWidget(this))
    , m_nothing(makeText(TextRole::caption, {}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Find an action or service"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    m_nothing->hide();
    m_list->setAccessibleName(tr("Found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    resize(fontMetrics().averageCharWidth() * 76, fontMetrics().lineSpacing() * 26);
    addActions(actions);
    addFleet(fleet);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_search, &SearchField::left, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    filter({});
    m_search->setFocus();
}

void CommandPalette::addActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        QString text = action->text();
        text.remove(QLatin1Char('&'));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(
            action->icon(), keys.isEmpty() ? text : tr("%1  (%2)", "action, shortcut").arg(text, keys), m_list);
        item->setData(actionRole, QVariant::fromValue(QPointer<QAction>(action)));
        item->setData(wordsRole, text);
        if (!action->isEnabled())
            item->setFlags(Qt::NoItemFlags);
    }
}

void CommandPalette::addFleet(const control::Fleet &fleet)
{
    const QList<control::HostStatus> hosts = fleet.hosts();
    for (const control::HostStatus &status : hosts) {
        const QString host = status.profile.id.text();
        auto *item = new QListWidgetItem(symbolIcon(QStringLiteral("dns")), tr("Host %1").arg(host), m_list);
        item->setData(hostRole, host);
        item->setData(wordsRole, item->text());
        const QList<model::Container> containers = fleet.containers(status.profile.id);
        for (const model::Container &container : containers) {
            const QString place =
                container.project.isEmpty() ? host : tr("%1 on %2", "project, host").arg(container.project, host);
            item = new QListWidgetItem(symbolIcon(QStringLiteral("deployed_code")),
                                       tr("%1  –  %2", "service, place").arg(container.displayName(), place), m_list);
            item->setData(hostRole, host);
            item->setData(containerRole, container.id.text());
            item->setData(wordsRole, QStringList{item->text(), container.image}.join(QLatin1Char(' ')));
        }
    }
}

void CommandPalette::filter(const QString &text)
{
    const QStringList typed = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool shown = matches(item->data(wordsRole).toString(), typed);
        item->setHidden(!shown);
        if (shown && first < 0 && item->flags().testFlag(Qt::ItemIsEnabled))
            first = row;
    }
    m_list->setCurrentRow(first);
    m_nothing->setVisible(first < 0);
    m_nothing->setText(tr("Nothing matches “%1”.").arg(text));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, key); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (QListWidgetItem *item = m_list->currentItem())
            run(item);
        return true;
    default: return QDialog::eventFilter(watched, event);
    }
}

void CommandPalette::run(QListWidgetItem *item)
{
    const auto action = item->data(actionRole).value<QPointer<QAction>>();
    const base::Result<base::HostId> host = base::HostId::parse(item->data(hostRole).toString());
    const base::Result<base::ContainerId> id = base::ContainerId::parse(item->data(containerRole).toString());
    accept(); // first: the action may open a dialog of its own
    if (action)
        action->trigger();
    else if (host && id)
        Q_EMIT serviceChosen({*host, *id});
    else if (host)
        Q_EMIT hostChosen(*host);
}

} // namespace mediahelm::ui
