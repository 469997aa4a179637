// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell_actions.h"

#include "ui/style/icons.h"

#include <QCoreApplication>
#include <QWidget>

namespace mediahelm::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Shell)
};

struct PageRow {
    const char *name;
    const char *title;
    const char *symbol;
};

constexpr std::array rows{
    PageRow{"overview", QT_TRANSLATE_NOOP("Shell", "Overview"), "dashboard"},
    PageRow{"services", QT_TRANSLATE_NOOP("Shell", "Services"), "deployed_code"},
    PageRow{"monitoring", QT_TRANSLATE_NOOP("Shell", "Monitoring"), "monitoring"},
    PageRow{"configuration", QT_TRANSLATE_NOOP("Shell", "Configuration"), "edit_document"},
    PageRow{"revisions", QT_TRANSLATE_NOOP("Shell", "Revisions"), "difference"},
    PageRow{"hosts", QT_TRANSLATE_NOOP("Shell", "Hosts"), "dns"},
    PageRow{"settings", QT_TRANSLATE_NOOP("Shell", "Settings"), "settings"},
};
static_assert(rows.size() == pageCount);

const PageRow &row(PageId page)
{
    return rows.at(static_cast<std::size_t>(page));
}

} // namespace

QString pageName(PageId page)
{
    return QString::fromLatin1(row(page).name);
}

PageId pageFromName(const QString &name, PageId fallback)
{
    for (int i = 0; i < pageCount; ++i) {
        if (pageName(PageId(i)) == name)
            return PageId(i);
    }
    return fallback;
}

QString pageTitle(PageId page)
{
    return Text::tr(row(page).title);
}

QString pageSymbol(PageId page, bool current)
{
    const QString name = QString::fromLatin1(row(page).symbol);
    return current ? name + QStringLiteral("-fill") : name;
}

ShellActions::ShellActions(QWidget *window)
    : m_window(window)
{
    palette = make(Text::tr("Find an action or service…"), QStringLiteral("search"), {Qt::CTRL | Qt::Key_K});
    for (int i = 0; i < pageCount; ++i) {
        const auto page = PageId(i);
        const auto digit = Qt::Key(Qt::Key_1 + i);
        m_pages.at(std::size_t(i)) =
            make(Text::tr("Go to %1").arg(pageTitle(page)), pageSymbol(page, false), {Qt::CTRL | digit});
    }
    find = make(Text::tr("Find on this page"), QStringLiteral("find_in_page"), {QKeySequence(QKeySequence::Find)});
    refresh = make(Text::tr("Connect again now"), QStringLiteral("refresh"), {QKeySequence(Qt::Key_F5)});
    activity = make(Text::tr("Activity"), QStringLiteral("history"), {Qt::CTRL | Qt::Key_J});
    addHost = make(Text::tr("Add host…"), QStringLiteral("add"), {Qt::CTRL | Qt::SHIFT | Qt::Key_N});
    preferences = make(Text::tr("Settings"), QStringLiteral("settings"), {Qt::CTRL | Qt::Key_Comma});
    help = make(Text::tr("Help"), QStringLiteral("help"), {QKeySequence(Qt::Key_F1)});
    shortcuts = make(Text::tr("Keyboard shortcuts"), QStringLiteral("keyboard"),
                     {Qt::CTRL | Qt::Key_Question, Qt::CTRL | Qt::SHIFT | Qt::Key_Question});
    about = make(Text::tr("About Mediahelm"), QStringLiteral("info"), {});
    quit = make(Text::tr("Quit"), QStringLiteral("logout"), {Qt::CTRL | Qt::Key_Q});
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
}

QAction *ShellActions::make(const QString &text, const QString &symbol, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(symbolIcon(symbol), text, m_window);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    m_window->addAction(action);
    m_all.append(action);
    return action;
}

} // namespace mediahelm::ui
