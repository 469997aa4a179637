// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_bar.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/announcer.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace mediahelm::ui {

namespace {

constexpr int iconSize = 20;

QString symbolOf(Tone tone)
{
    switch (tone) {
    case Tone::neutral:
    case Tone::info: return QStringLiteral("info-fill");
    case Tone::good: return QStringLiteral("check_circle-fill");
    case Tone::warning: return QStringLiteral("warning-fill");
    case Tone::bad: return QStringLiteral("error-fill");
    }
    return {};
}

QLabel *makeText(QWidget *parent, const QFont &font)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_headline(makeText(this, strongFont(font())))
    , m_text(makeText(this, font()))
    , m_detailsText(makeText(this, fixedFont(font())))
    , m_action(new QPushButton(this))
    , m_showDetails(new QPushButton(tr("Details"), this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_close(new QToolButton(this))
{
    m_showDetails->setCheckable(true);
    m_copy->setAccessibleDescription(tr("Copies the whole message"));
    m_close->setAutoRaise(true);
    m_close->setIcon(quietIcon(QStringLiteral("close")));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(space::medium, space::small, space::small, space::small);
    layout->setHorizontalSpacing(space::small);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_headline, 0, 1);
    layout->addWidget(m_text, 1, 1);
    layout->addWidget(m_detailsText, 2, 1, 1, 5);
    int column = 2;
    for (QWidget *button : std::initializer_list<QWidget *>{m_action, m_showDetails, m_copy, m_close})
        layout->addWidget(button, 0, column++, 2, 1, Qt::AlignVCenter);
    layout->setColumnStretch(1, 1);
    setVisible(false);

    connect(m_action, &QPushButton::clicked, this, &MessageBar::actionTriggered);
    connect(m_showDetails, &QPushButton::toggled, m_detailsText, &QWidget::setVisible);
    connect(m_copy, &QPushButton::clicked, this, &MessageBar::copyAll);
    connect(m_close, &QToolButton::clicked, this, [this] {
        withdraw();
        Q_EMIT dismissed();
    });
    setAction({});
}

void MessageBar::tell(Tone tone, const QString &headline, const QString &text, const QString &details)
{
    m_tone = tone;
    m_details = details;
    m_headline->setText(headline);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_detailsText->setText(details);
    m_detailsText->setVisible(false);
    m_showDetails->setChecked(false);
    m_showDetails->setVisible(!details.isEmpty());
    m_copy->setVisible(!details.isEmpty());
    m_close->setVisible(m_dismissible);
    setAccessibleName(headline);
    setAccessibleDescription(text);
    updateIcon();
    setVisible(true);
    update();
    announce(this);
}

void MessageBar::tell(const ErrorWords &words)
{
    const QString text = words.remedy.isEmpty() ? words.reason : words.reason + QLatin1Char(' ') + words.remedy;
    tell(Tone::bad, words.headline, text, words.details);
}

void MessageBar::setAction(const QString &label)
{
    m_action->setText(label);
    m_action->setVisible(!label.isEmpty());
}

void MessageBar::setDismissible(bool dismissible)
{
    m_dismissible = dismissible;
    m_close->setVisible(dismissible);
}

void MessageBar::withdraw()
{
    setVisible(false);
}

void MessageBar::setHeadline(const QString &headline)
{
    m_headline->setText(headline);
}

QString MessageBar::headline() const
{
    return m_headline->text();
}

void MessageBar::paintEvent(QPaintEvent * /*event*/)
{
    const Palette &palette = paletteOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.tone(m_tone).soft);
    painter.drawRoundedRect(rect(), controlRadius, controlRadius);
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
    QFrame::changeEvent(event);
}

void MessageBar::updateIcon()
{
    m_icon->setPixmap(symbolPixmap(symbolOf(m_tone), QSize(iconSize, iconSize), devicePixelRatioF(),
                                   paletteOf(this).tone(m_tone).text));
}

void MessageBar::copyAll()
{
    QStringList parts{m_headline->text()};
    for (const QString &part : {m_text->text(), m_details}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    QGuiApplication::clipboard()->setText(parts.join(QLatin1Char('\n')));
}

} // namespace mediahelm::ui
