// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/editor_actions.h"

#include "ui/style/icons.h"

#include <QCoreApplication>
#include <QWidget>

namespace mediahelm::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(EditorActions)
};

} // namespace

EditorActions::EditorActions(QWidget *page)
    : m_page(page)
{
    save = make(Text::tr("Save"), QStringLiteral("save"), QKeySequence(QKeySequence::Save));
    saveAll = make(Text::tr("Save all"), QStringLiteral("save"), Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    revert = make(Text::tr("Revert"), QStringLiteral("undo"));
    apply = make(Text::tr("Apply…"), QStringLiteral("rocket_launch"), Qt::CTRL | Qt::SHIFT | Qt::Key_Return);
    find = make(Text::tr("Find in this file"), QStringLiteral("search"));
    replace = make(Text::tr("Replace in this file"), QStringLiteral("find_replace"), Qt::CTRL | Qt::Key_H);
    findInAll = make(Text::tr("Find in all files"), QStringLiteral("find_in_page"), Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    complete = make(Text::tr("Complete"), QStringLiteral("list"), Qt::CTRL | Qt::Key_Space);
    explain = make(Text::tr("Explain what stands here"), QStringLiteral("help"), Qt::CTRL | Qt::Key_I);
    definition = make(Text::tr("Go to the definition"), QStringLiteral("link"), Qt::Key_F12);
    form = make(Text::tr("Form beside the text"), QStringLiteral("tune"), Qt::Key_F7);
    form->setCheckable(true);
    form->setIconText(Text::tr("Form"));
    nextProblem = make(Text::tr("Next problem"), QStringLiteral("arrow_downward"), Qt::Key_F8);
    previousProblem = make(Text::tr("Previous problem"), QStringLiteral("arrow_upward"), Qt::SHIFT | Qt::Key_F8);
    nextPart = make(Text::tr("Next part of the page"), QStringLiteral("arrow_forward"), Qt::Key_F6);
    previousPart = make(Text::tr("Previous part of the page"), QStringLiteral("arrow_back"), Qt::SHIFT | Qt::Key_F6);
}

QAction *EditorActions::make(const QString &text, const QString &symbol, const QKeySequence &key)
{
    auto *action = new QAction(symbolIcon(symbol), text, m_page);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_page->addAction(action);
    m_all.append(action);
    return action;
}

} // namespace mediahelm::ui
