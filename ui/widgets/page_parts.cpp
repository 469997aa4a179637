// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_parts.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QTextDocument>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

namespace {

// Muted words. A palette of its own would not follow the theme, so it is renewed on each change.
class CaptionLabel final : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        const QColor wanted = paletteOf(parentWidget() ? parentWidget()->palette() : palette()).textMuted;
        if (palette().color(QPalette::Active, QPalette::WindowText) != wanted) {
            QPalette muted = palette();
            muted.setColor(QPalette::Active, QPalette::WindowText, wanted);
            muted.setColor(QPalette::Inactive, QPalette::WindowText, wanted);
            setPalette(muted);
        }
        QLabel::paintEvent(event);
    }
};

class WheelGuard final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *field = qobject_cast<QWidget *>(watched);
        if (event->type() != QEvent::Wheel || !field || field->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }
};

// As wide as its content needs, and of any height.
class Room final : public QScrollArea
{
public:
    explicit Room(QWidget *content, QWidget *parent)
        : QScrollArea(parent)
    {
        setWidget(content);
        content->installEventFilter(this);
    }

    QSize minimumSizeHint() const override
    {
        const int bar = verticalScrollBar()->sizeHint().width();
        return {widget()->minimumSizeHint().width() + bar, QScrollArea::minimumSizeHint().height()};
    }
    QSize sizeHint() const override { return {QScrollArea::sizeHint().width(), minimumSizeHint().height()}; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

QFont fontOf(TextRole role, const QFont &base)
{
    switch (role) {
    case TextRole::title: return titleFont(base);
    case TextRole::heading: return headingFont(base);
    case TextRole::strong: return strongFont(base);
    case TextRole::caption: return captionFont(base);
    case TextRole::fixed: return fixedFont(base);
    case TextRole::normal: break;
    }
    return base;
}

} // namespace

SymbolLabel::SymbolLabel(const QString &symbol, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_symbol(symbol)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SymbolLabel::setSymbol(const QString &symbol, Tone tone)
{
    m_symbol = symbol;
    m_tone = tone;
    update();
}

void SymbolLabel::setScale(double scale)
{
    m_scale = scale;
    updateGeometry();
}

QSize SymbolLabel::sizeHint() const
{
    const int side = qRound(fontMetrics().height() * m_scale);
    return {side, side};
}

void SymbolLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawPixmap(rect(), symbolPixmap(m_symbol, size(), devicePixelRatioF(), paletteOf(this).tone(m_tone).text));
}

QLabel *makeText(TextRole role, const QString &text, QWidget *parent, bool wrap)
{
    QLabel *label = role == TextRole::caption ? new CaptionLabel(text, parent) : new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(wrap);
    label->setFont(fontOf(role, label->font()));
    if (role == TextRole::fixed)
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

ElidedLabel::ElidedLabel(TextRole role, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_muted(role == TextRole::caption)
{
    setTextFormat(Qt::PlainText);
    setFont(fontOf(role, font()));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * 8), sizeHint().height()};
}

bool ElidedLabel::fits() const
{
    return fontMetrics().horizontalAdvance(text()) <= width();
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty() || fits())
        return QLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), Qt::convertFromPlainText(text()), this);
    return true;
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_muted ? paletteOf(this).textMuted : palette().color(QPalette::WindowText));
    const QString shown = fits() ? text() : fontMetrics().elidedText(text(), Qt::ElideMiddle, width());
    painter.drawText(rect(), int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter, shown);
}

QHBoxLayout *makePageHead(const QString &title, QVBoxLayout *page)
{
    auto *bar = new QWidget;
    auto *head = new QHBoxLayout(bar);
    head->setContentsMargins(0, 0, space::huge, 0); // the page itself has none there: see makeScrolling()
    head->setSpacing(space::small);
    bar->setMinimumHeight(std::max(32, bar->fontMetrics().height() + 14)); // as with a button: titles stand still
    head->addWidget(makeText(TextRole::title, title));
    head->addStretch();
    page->addWidget(bar);
    return head;
}

QVBoxLayout *makeScrolling(QVBoxLayout *page, QScrollArea **area)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus, and brings itself into view
    scroll->viewport()->setAutoFillBackground(false);
    scroll->verticalScrollBar()->setAttribute(Qt::WA_OpaquePaintEvent, false); // on the page's own ground
    auto *content = new QWidget;
    content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(content);
    // The bar stands at the page's edge, beside the content's own margin.
    QMargins edge = page->contentsMargins();
    layout->setContentsMargins(0, 0, std::max(edge.right(), int(space::medium)), edge.bottom());
    layout->setSpacing(space::medium);
    page->setContentsMargins(edge.left(), edge.top(), 0, 0);
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // QScrollArea turns it on
    page->addWidget(scroll, 1);
    if (area)
        *area = scroll;
    return layout;
}

QScrollArea *makeRoomFor(QWidget *content, QWidget *parent)
{
    auto *scroll = new Room(content, parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->verticalScrollBar()->setAttribute(Qt::WA_OpaquePaintEvent, false); // on the page's own ground
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false); // QScrollArea turns it on
    return scroll;
}

void guardWheel(QWidget *field)
{
    field->setFocusPolicy(Qt::StrongFocus); // not by the wheel
    field->installEventFilter(new WheelGuard(field));
}

} // namespace mediahelm::ui
