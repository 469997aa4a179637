// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/plan_foot.h"

#include "ui/style/app_style.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace mediahelm::ui {

namespace {

constexpr int longestMessage = 200;

} // namespace

PlanFoot::PlanFoot(QWidget *parent)
    : QWidget(parent)
    , m_message(new QLineEdit(this))
    , m_goesBack(new QCheckBox(tr("Roll back by itself when something does not come up"), this))
    , m_whyNot(makeText(TextRole::caption, {}, this, true))
    , m_apply(new QPushButton(this))
{
    m_message->setObjectName(QStringLiteral("plan.message"));
    m_message->setMaxLength(longestMessage);
    m_goesBack->setObjectName(QStringLiteral("plan.goesBack"));
    m_apply->setObjectName(QStringLiteral("plan.apply"));
    m_apply->setAutoDefault(false);
    auto *why = makeText(TextRole::normal, tr("&Why"), this);
    why->setTextFormat(Qt::PlainText);
    why->setBuddy(m_message);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("plan.cancel"));
    cancel->setAutoDefault(false);
    auto *first = new QHBoxLayout;
    first->addWidget(why);
    first->addWidget(m_message, 1);
    auto *last = new QHBoxLayout;
    last->addWidget(m_whyNot, 1);
    last->addWidget(cancel);
    last->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(first);
    layout->addWidget(m_goesBack);
    layout->addLayout(last);
    connect(m_apply, &QPushButton::clicked, this, &PlanFoot::accepted);
    connect(cancel, &QPushButton::clicked, this, &PlanFoot::left);
    // Return says yes, but not to what destroys: that wants the button.
    connect(m_message, &QLineEdit::returnPressed, this, [this] {
        if (!m_removes && m_apply->isEnabled())
            Q_EMIT accepted();
        else if (m_apply->isEnabled())
            m_apply->setFocus(Qt::OtherFocusReason);
    });
    reset({});
}

void PlanFoot::setVerb(const QString &verb, bool removes)
{
    m_apply->setText(verb);
    m_removes = removes;
    m_apply->setDefault(!removes);
    markDestructive(m_apply, removes);
}

void PlanFoot::setReady(bool ready, const QString &whyNot)
{
    m_apply->setEnabled(ready);
    m_message->setEnabled(ready);
    m_goesBack->setEnabled(ready);
    m_whyNot->setText(whyNot);
}

void PlanFoot::reset(const QString &placeholder)
{
    m_message->clear();
    m_message->setPlaceholderText(placeholder);
    m_goesBack->setChecked(true);
}

QString PlanFoot::message() const
{
    return m_message->text().simplified();
}

bool PlanFoot::goesBack() const
{
    return m_goesBack->isChecked();
}

void PlanFoot::focusMessage()
{
    m_message->setFocus(Qt::OtherFocusReason);
}

} // namespace mediahelm::ui
