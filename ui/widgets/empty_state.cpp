// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

namespace {

constexpr int iconSize = 56;
constexpr int textColumns = 60;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    for (QLabel *label : {m_icon, m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
    }
    m_title->setFont(headingFont(font()));
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(fontMetrics().averageCharWidth() * textColumns);
    m_button->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::small);
    layout->addStretch(2);
    for (QWidget *widget : {m_icon, m_title})
        layout->addWidget(widget, 0, Qt::AlignHCenter);
    // Not by an alignment: an aligned item is not asked how high it is at its width.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_text, 100);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addSpacing(space::small);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::activated);
}

void EmptyState::setContent(const QString &symbol, const QString &title, const QString &text, const QString &button)
{
    m_symbol = symbol;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    updateIcon();
}

void EmptyState::setNoHosts()
{
    setContent(QStringLiteral("dns"), tr("No hosts yet"),
               tr("Add this machine, or a server that you reach over SSH. Nothing is installed there."),
               tr("Add host"));
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ScreenChangeInternal)
        updateIcon();
    QWidget::changeEvent(event);
}

void EmptyState::updateIcon()
{
    if (!m_symbol.isEmpty())
        m_icon->setPixmap(
            symbolPixmap(m_symbol, QSize(iconSize, iconSize), devicePixelRatioF(), paletteOf(this).textMuted));
}

} // namespace mediahelm::ui
