// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/editor_assist.h"

#include "ui/configuration/completion_list.h"
#include "ui/configuration/explanation_words.h"
#include "ui/configuration/text_editor.h"

#include <QKeyEvent>
#include <QToolTip>

using namespace std::chrono_literals;

namespace mediahelm::ui {

EditorAssist::EditorAssist(TextEditor &editor, const QString &path, control::TextHelp &help, CompletionList &list)
    : QObject(&editor)
    , m_editor(editor)
    , m_path(path)
    , m_help(help)
    , m_list(list)
{
    m_typed.setSingleShot(true);
    m_typed.setInterval(60ms);
    connect(&m_typed, &QTimer::timeout, this, &EditorAssist::complete);
    connect(&editor, &TextEditor::typed, this, &EditorAssist::onTyped);
    connect(&editor, &TextEditor::keyOffered, this, &EditorAssist::onKey);
    connect(&editor, &TextEditor::rested, this, &EditorAssist::onRested);
    connect(&editor, &TextEditor::restEnded, this, [] { QToolTip::hideText(); });
    connect(&editor, &TextEditor::definitionAsked, this, qOverload<qsizetype>(&EditorAssist::goToDefinition));
    connect(&list, &CompletionList::chosen, this, [this](const model::Span &replaces, const QString &text) {
        if (m_editor.isVisible())
            m_editor.replaceSpan(replaces, text.toUtf8());
    });
}

void EditorAssist::onTyped(QChar character)
{
    const bool begins = character.isLetterOrNumber() || character == u'_' || character == u'$' || character == u'{';
    if (begins || (character == u' ' && !m_list.isOffering())) {
        m_typed.start();
    } else if (m_list.isOffering()) {
        m_typed.stop();
        m_list.withdraw();
    }
}

void EditorAssist::onKey(QKeyEvent *event)
{
    if (m_list.takeKey(event)) {
        event->accept();
        return;
    }
    if (m_list.isOffering() && (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete))
        m_typed.start();
}

void EditorAssist::complete()
{
    if (m_editor.isReadOnly())
        return;
    const int generation = m_editor.generation();
    const int asked = ++m_asked;
    m_help.complete(m_path, m_editor.bytes(), m_editor.cursorByte())
        .then(this, [this, generation, asked](const base::Result<control::Completions> &found) {
            if (asked == m_asked && found)
                show(*found, generation);
        });
}

void EditorAssist::show(const control::Completions &completions, int generation)
{
    if (generation != m_editor.generation() || !m_editor.isVisible())
        return;
    // What is complete already needs no list.
    const bool complete = completions.items.size() == 1
        && completions.items.constFirst().text.trimmed().toUtf8().size() == completions.replaces.length();
    if (complete || completions.replaces.end > m_editor.cursorByte() + 64) {
        m_list.withdraw();
        return;
    }
    QRect at = m_editor.cursorRect();
    at.moveTopLeft(m_editor.mapTo(m_list.parentWidget(), at.topLeft()));
    m_list.offer(completions, at);
}

void EditorAssist::onRested(qsizetype byte, const QPoint &at)
{
    if (m_list.isOffering() || !m_editor.isActiveWindow())
        return;
    explain(byte, m_editor.viewport()->mapToGlobal(at));
}

void EditorAssist::explainAtCursor()
{
    explain(m_editor.cursorByte(), m_editor.mapToGlobal(m_editor.cursorRect().bottomLeft()));
}

void EditorAssist::explain(qsizetype byte, const QPoint &at)
{
    QString html;
    if (const model::Diagnostic *problem = m_editor.problemAt(byte))
        html = problemHtml(*problem);
    const int generation = m_editor.generation();
    const int asked = ++m_explained;
    m_help.explain(m_path, m_editor.bytes(), byte)
        .then(this, [this, generation, asked, html, at](const base::Result<control::Explanation> &found) {
            if (asked != m_explained || generation != m_editor.generation())
                return;
            const QString text = html + (found && !found->name.isEmpty() ? explanationHtml(*found) : QString());
            if (!text.isEmpty())
                QToolTip::showText(at, text, &m_editor);
        });
}

void EditorAssist::goToDefinition(qsizetype byte)
{
    const int generation = m_editor.generation();
    m_help.definition(m_path, m_editor.bytes(), byte < 0 ? m_editor.cursorByte() : byte)
        .then(this, [this, generation](const base::Result<control::TextTarget> &target) {
            if (generation != m_editor.generation())
                return;
            if (target)
                Q_EMIT targetFound(*target);
            else
                Q_EMIT nothingFound();
        });
}

} // namespace mediahelm::ui
