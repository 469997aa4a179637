// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/find_bar.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"
#include "ui/widgets/search_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace mediahelm::ui {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_find(new SearchField(tr("Find in this file"), this))
    , m_with(new QLineEdit(this))
    , m_replacing(new QWidget(this))
    , m_result(makeText(TextRole::caption, {}, this))
    , m_replace(new QPushButton(tr("Replace"), m_replacing))
    , m_replaceEvery(new QPushButton(tr("Replace all"), m_replacing))
{
    hide();
    m_find->setObjectName(QStringLiteral("configuration.find"));
    m_with->setPlaceholderText(tr("Replace with"));
    m_with->setAccessibleName(tr("Replace with"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::small, space::tiny, space::small, space::tiny);
    rows->setSpacing(space::tiny);
    auto *first = new QHBoxLayout;
    first->setSpacing(2);
    rows->addLayout(first);
    first->addWidget(m_find, 1);
    first->addWidget(m_result);
    for (QToolButton *button :
         {addButton(QStringLiteral("keyboard_arrow_up"), tr("Previous hit")),
          addButton(QStringLiteral("keyboard_arrow_down"), tr("Next hit")),
          m_case = addButton(QStringLiteral("match_case"), tr("Match upper and lower case"), true),
          m_words = addButton(QStringLiteral("match_word"), tr("Whole words"), true),
          addButton(QStringLiteral("close"), tr("Close the search"))})
        first->addWidget(button);
    auto *second = new QHBoxLayout(m_replacing);
    second->setContentsMargins(0, 0, 0, 0);
    second->addWidget(m_with, 1);
    second->addWidget(m_replace);
    second->addWidget(m_replaceEvery);
    rows->addWidget(m_replacing);
    const QList<QToolButton *> buttons = findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly);
    connect(buttons.at(0), &QToolButton::clicked, this, [this] { next(false); });
    connect(buttons.at(1), &QToolButton::clicked, this, [this] { next(true); });
    connect(buttons.at(4), &QToolButton::clicked, this, &FindBar::close);
    connect(m_case, &QToolButton::toggled, this, &FindBar::onWanted);
    connect(m_words, &QToolButton::toggled, this, &FindBar::onWanted);
    connect(m_find, &QLineEdit::textChanged, this, &FindBar::onWanted);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { next(true); });
    connect(m_with, &QLineEdit::returnPressed, this, &FindBar::replaceOne);
    connect(m_find, &SearchField::left, this, &FindBar::close);
    connect(m_replace, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(m_replaceEvery, &QPushButton::clicked, this, &FindBar::replaceEvery);
    updateEnabled();
}

QToolButton *FindBar::addButton(const QString &symbol, const QString &name, bool checkable)
{
    auto *button = new QToolButton(this);
    button->setIcon(symbolIcon(symbol));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setCheckable(checkable);
    button->setAutoRaise(true);
    return button;
}

void FindBar::setEditor(TextEditor *editor)
{
    m_editor = editor;
    m_result->clear();
    updateEnabled();
}

TextEditor::Find FindBar::wanted() const
{
    return {m_find->text(), m_case->isChecked(), m_words->isChecked()};
}

void FindBar::open(bool replacing)
{
    m_replacing->setVisible(replacing);
    show();
    if (m_editor && m_editor->hasSelectedText() && !m_editor->selectedText().contains(u'\n'))
        m_find->setText(m_editor->selectedText());
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void FindBar::close()
{
    hide();
    Q_EMIT closed();
}

void FindBar::updateEnabled()
{
    const bool able = m_editor && !m_editor->isReadOnly() && !m_find->text().isEmpty();
    m_replace->setEnabled(able);
    m_replaceEvery->setEnabled(able);
}

void FindBar::onWanted()
{
    updateEnabled();
    const bool found = m_editor && m_editor->find(wanted(), true, true);
    m_result->setText(found || m_find->text().isEmpty() ? QString() : tr("Not found"));
}

void FindBar::next(bool forward)
{
    if (!m_editor || m_find->text().isEmpty())
        return;
    m_result->setText(m_editor->find(wanted(), forward) ? QString() : tr("Not found"));
}

void FindBar::replaceOne()
{
    if (!m_editor)
        return;
    m_editor->replaceFound(wanted(), m_with->text());
    next(true);
}

void FindBar::replaceEvery()
{
    if (!m_editor)
        return;
    m_result->setText(tr("%n replaced", nullptr, m_editor->replaceEvery(wanted(), m_with->text())));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace mediahelm::ui
