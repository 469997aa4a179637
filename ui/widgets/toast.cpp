// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/palette.h"
#include "ui/widgets/announcer.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace mediahelm::ui {

namespace {

constexpr std::chrono::seconds shownFor{8};
constexpr int edge = 6; // room for the shadow

} // namespace

Toast::Toast(QWidget *over)
    : QFrame(over)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_close->setAutoRaise(true);
    m_close->setIcon(quietIcon(QStringLiteral("close")));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::large + edge, space::small + edge, space::small + edge, space::small + edge);
    layout->setSpacing(space::medium);
    layout->addWidget(m_text);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    setVisible(false);

    m_timer.setSingleShot(true);
    m_timer.setInterval(shownFor);
    connect(&m_timer, &QTimer::timeout, this, [this] { end(false); });
    connect(m_action, &QPushButton::clicked, this, [this] { end(true); });
    connect(m_close, &QToolButton::clicked, this, [this] { end(false); });
    m_action->installEventFilter(this);
    m_close->installEventFilter(this);
    over->installEventFilter(this);
}

void Toast::tell(const QString &text, const QString &action)
{
    if (isVisible())
        end(false);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    place();
    setVisible(true);
    raise();
    m_timer.start();
    announce(this);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
    } else if (event->type() == QEvent::FocusIn) {
        m_timer.stop();
    } else if (event->type() == QEvent::FocusOut && isVisible() && !underMouse()) {
        m_timer.start();
    }
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    if (isVisible() && !m_action->hasFocus() && !m_close->hasFocus())
        m_timer.start();
    QFrame::leaveEvent(event);
}

void Toast::paintEvent(QPaintEvent * /*event*/)
{
    const Palette &palette = paletteOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < edge; ++i) {
        QColor shadow(Qt::black);
        shadow.setAlpha(palette.dark ? 22 : 5);
        painter.setBrush(shadow);
        painter.drawRoundedRect(QRectF(rect()).adjusted(i, i, -i, -i), cardRadius + edge - i, cardRadius + edge - i);
    }
    painter.setPen(QPen(palette.outline, 1));
    painter.setBrush(palette.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge + 0.5, edge - 0.5, -edge - 0.5, -edge - 0.5), cardRadius,
                            cardRadius);
}

void Toast::place()
{
    const QWidget *over = parentWidget();
    const QSize size = sizeHint().boundedTo(over->size());
    resize(size);
    move((over->width() - size.width()) / 2, over->height() - size.height() - space::large);
}

void Toast::end(bool acted)
{
    if (!isVisible())
        return;
    m_timer.stop();
    setVisible(false);
    acted ? Q_EMIT actionTriggered() : Q_EMIT expired();
}

} // namespace mediahelm::ui
