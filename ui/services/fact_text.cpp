// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/fact_text.h"

#include <QWheelEvent>

#include <cmath>

namespace mediahelm::ui {

FactText::FactText(const QString &text, const QFont &font, QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setAcceptRichText(false);
    setFrameShape(NoFrame);
    setFont(font);
    setAccessibleName(text);
    setFocusPolicy(Qt::ClickFocus);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setPlainText(text);
    fit();
}

QSize FactText::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, maximumHeight()};
}

void FactText::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fit();
}

// What is around it scrolls.
void FactText::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void FactText::fit()
{
    setFixedHeight(static_cast<int>(std::ceil(document()->size().height())) + 1);
}

} // namespace mediahelm::ui
