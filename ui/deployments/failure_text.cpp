// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/failure_text.h"

#include "ui/deployments/deployment_words.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/widgets/log_text.h"

#include <QTextCursor>

namespace mediahelm::ui {

using model::ServiceFailure;

namespace {

QString clean(const QString &line)
{
    return displayText(cleanLogLine(line.toUtf8()));
}

struct Ink {
    QTextCharFormat heading;
    QTextCharFormat words;
    QTextCharFormat lines;
};

void put(QTextCursor *cursor, const QString &text, const QTextCharFormat &ink)
{
    if (!cursor->atStart())
        cursor->insertBlock();
    cursor->insertText(text, ink);
}

void putFailure(QTextCursor *cursor, const ServiceFailure &failure, const Ink &ink)
{
    if (!cursor->atStart())
        put(cursor, QString(), ink.words);
    const bool named = !failure.container.isEmpty() && failure.container != failure.service;
    put(cursor,
        named ? FailureText::tr("%1 (%2)", "service, container").arg(failure.service, failure.container)
              : failure.service,
        ink.heading);
    put(cursor, asSentence(inOurWords(failure.reason)), ink.words);
    if (!failure.healthOutput.isEmpty()) {
        put(cursor, FailureText::tr("Its health check said:"), ink.words);
        const QStringList lines = failure.healthOutput.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines)
            put(cursor, QStringLiteral("  ") + clean(line), ink.lines);
    }
    put(cursor,
        failure.lastLog.isEmpty() ? FailureText::tr("Its log is empty.")
                                  : FailureText::tr("The last lines of its log:"),
        ink.words);
    for (const QString &line : failure.lastLog)
        put(cursor, QStringLiteral("  ") + clean(line), ink.lines);
}

} // namespace

FailureText::FailureText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("deployment.failures"));
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setFrameShape(NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setAccessibleName(tr("What failed"));
}

void FailureText::setFailures(const QList<ServiceFailure> &failures)
{
    m_failures = failures;
    draw();
}

void FailureText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

void FailureText::draw()
{
    const Palette &palette = paletteOf(this);
    Ink ink;
    ink.heading.setFont(headingFont(font()));
    ink.heading.setForeground(palette.tone(Tone::bad).text);
    ink.words.setFont(font());
    ink.words.setForeground(palette.text);
    ink.lines.setFont(fixedFont(font()));
    ink.lines.setForeground(palette.text);
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (const ServiceFailure &failure : std::as_const(m_failures))
        putFailure(&cursor, failure, ink);
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

} // namespace mediahelm::ui
