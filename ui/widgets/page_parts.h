// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/palette.h"

#include <QLabel>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

// What every page is built of. All are owned by their parents; main thread.
namespace mediahelm::ui {

// A symbol in a tone's colour, as large as the text beside it. Says nothing to screen readers: the text does.
class SymbolLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit SymbolLabel(const QString &symbol, Tone tone = Tone::neutral, QWidget *parent = nullptr);

    void setSymbol(const QString &symbol, Tone tone);
    void setScale(double scale); // of the line's height; 1.1 unless told
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_symbol;
    Tone m_tone;
    double m_scale = 1.1;
};

enum class TextRole { title, heading, normal, strong, caption, fixed };
// A label of plain text; captions are muted and follow the palette. Wraps when told; can be selected when fixed.
QLabel *makeText(TextRole role, const QString &text = {}, QWidget *parent = nullptr, bool wrap = false);

// A text in one line, such as a name that somebody chose: where there is no room for it, its middle is left out and
// the whole is its tool tip. It never holds a window open. To screen readers it is its whole text.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(TextRole role, const QString &text = {}, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool fits() const;

    const bool m_muted;
};

// The head of a page: its title at the leading edge, room for controls at the trailing one. Returns the layout, in
// which the title is followed by a stretch.
QHBoxLayout *makePageHead(const QString &title, QVBoxLayout *page);
// A page's content that scrolls up and down alone. Returns the layout of the content.
QVBoxLayout *makeScrolling(QVBoxLayout *page, QScrollArea **area = nullptr);

// Asks for its least height alone: for what scrolls by itself, in a room that scrolls only where it has to.
template<typename Widget>
class Modest final : public Widget
{
public:
    using Widget::Widget;

    QSize sizeHint() const override { return {Widget::sizeHint().width(), this->minimumHeight()}; }
};

// Shows a content as large as there is room; where that is less than it needs, such as with large letters, it scrolls.
QScrollArea *makeRoomFor(QWidget *content, QWidget *parent);

// Turning the wheel over a field that has not the focus scrolls the page instead of changing the value.
void guardWheel(QWidget *field);

} // namespace mediahelm::ui
