// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/diff_text.h"

#include "ui/style/format.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/widgets/log_text.h"

#include <QTextBlockFormat>
#include <QTextCursor>

namespace mediahelm::ui {

using model::DiffHunk;
using model::DiffLine;
using model::FileChange;
using model::FileChangeKind;
using model::LineChange;

struct DiffText::Ink {
    QTextBlockFormat plain;
    QTextBlockFormat added;
    QTextBlockFormat removed;
    QTextCharFormat text;
    QTextCharFormat addedText;
    QTextCharFormat removedText;
    QTextCharFormat heading;
};

namespace {

void insertLine(QTextCursor *cursor, const QString &text, const QTextBlockFormat &block, const QTextCharFormat &ink)
{
    if (cursor->atStart())
        cursor->setBlockFormat(block);
    else
        cursor->insertBlock(block, ink);
    cursor->insertText(text, ink);
}

// A carriage return is seen, or two lines that differ in it alone would look the same.
QString shown(const DiffLine &line)
{
    const QChar sign = line.change == LineChange::added ? u'+' : line.change == LineChange::removed ? u'−' : u' ';
    const bool returns = line.text.endsWith('\r');
    const QString text = displayText(returns ? line.text.chopped(1) : line.text);
    return sign + QStringLiteral(" ") + text + (returns ? QStringLiteral("␍") : QString());
}

QString noteOf(const FileChange &change)
{
    if (change.binary && change.kind == FileChangeKind::changed)
        return DiffText::tr("Not text: %1 before, %2 now.", "sizes")
            .arg(formatBytes(change.oldSize), formatBytes(change.newSize));
    if (change.binary)
        return DiffText::tr("Not text: %1.", "size")
            .arg(formatBytes(change.kind == FileChangeKind::removed ? change.oldSize : change.newSize));
    if (change.kind == FileChangeKind::modeChanged)
        return change.newExecutable ? DiffText::tr("It was made executable; its text is the same.")
                                    : DiffText::tr("It is not executable any more; its text is the same.");
    if (change.hunks.isEmpty())
        return DiffText::tr("The file is empty.");
    return {};
}

} // namespace

DiffText::DiffText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFont(fixedFont(font()));
    setAccessibleName(tr("What was changed in the file"));
}

void DiffText::setChange(const FileChange &change)
{
    m_change = change;
    draw();
}

void DiffText::clearChange()
{
    m_change.reset();
    clear();
}

void DiffText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_change && !m_drawing)
        draw();
}

void DiffText::draw()
{
    m_drawing = true;
    const Palette &palette = paletteOf(this);
    Ink ink;
    ink.added.setBackground(palette.tone(Tone::good).soft);
    ink.removed.setBackground(palette.tone(Tone::bad).soft);
    ink.text.setForeground(palette.text);
    ink.addedText.setForeground(palette.tone(Tone::good).text);
    ink.removedText.setForeground(palette.tone(Tone::bad).text);
    ink.heading.setForeground(palette.textMuted);
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    if (const QString note = noteOf(*m_change); !note.isEmpty())
        drawNote(&cursor, note, ink);
    int left = mostShown;
    for (const DiffHunk &hunk : std::as_const(m_change->hunks)) {
        if (left > 0)
            left = drawHunk(&cursor, hunk, ink, left);
    }
    if (left <= 0)
        drawNote(&cursor, tr("The first %1 lines are shown. Copy the diff to see all.").arg(formatCount(mostShown)),
                 ink);
    else if (m_change->cut)
        drawNote(&cursor, tr("There are more lines than can be told."), ink);
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
    m_drawing = false;
}

int DiffText::drawHunk(QTextCursor *cursor, const DiffHunk &hunk, const Ink &ink, int left)
{
    const int line = hunk.newLines > 0 ? hunk.newStart : hunk.oldStart;
    insertLine(cursor, tr("@@ line %1").arg(line), ink.plain, ink.heading);
    for (const DiffLine &each : hunk.lines) {
        if (left-- <= 0)
            return 0;
        const bool added = each.change == LineChange::added;
        const bool removed = each.change == LineChange::removed;
        insertLine(cursor, shown(each),
                   added         ? ink.added
                       : removed ? ink.removed
                                 : ink.plain,
                   added         ? ink.addedText
                       : removed ? ink.removedText
                                 : ink.text);
        if (each.endsWithoutNewline)
            insertLine(cursor, tr("  (no line end after the last line)"), ink.plain, ink.heading);
    }
    return left;
}

void DiffText::drawNote(QTextCursor *cursor, const QString &note, const Ink &ink)
{
    insertLine(cursor, note, ink.plain, ink.heading);
}

} // namespace mediahelm::ui
