// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>

#include <array>

namespace mediahelm::ui {

enum class PageId { overview, services, monitoring, configuration, revisions, hosts, settings };
inline constexpr int pageCount = 7;

QString pageName(PageId page); // stable: what the state file keeps
PageId pageFromName(const QString &name, PageId fallback);
QString pageTitle(PageId page); // as the user reads it
QString pageSymbol(PageId page, bool current);

// Every action of the window, each once, with its text, icon and shortcut: menu, palette and the list of shortcuts are
// made of it. Owned by the main window, to which the actions are added; main thread.
class ShellActions final
{
public:
    explicit ShellActions(QWidget *window);

    QAction *page(PageId page) const { return m_pages.at(static_cast<std::size_t>(page)); }
    QList<QAction *> all() const { return m_all; } // in the order of a menu

    QAction *palette;
    QAction *find;
    QAction *refresh;
    QAction *activity;
    QAction *addHost;
    QAction *preferences;
    QAction *help;
    QAction *shortcuts;
    QAction *about;
    QAction *quit;

private:
    QAction *make(const QString &text, const QString &symbol, const QList<QKeySequence> &keys);

    QWidget *m_window;
    QList<QAction *> m_all;
    std::array<QAction *, pageCount> m_pages{};
};

} // namespace mediahelm::ui
