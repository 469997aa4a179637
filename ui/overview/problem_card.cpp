// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/problem_card.h"

#include "ui/overview/fleet_problems.h"
#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/service_look.h"
#include "ui/style/words.h"
#include "ui/widgets/connection_words.h"
#include "ui/widgets/page_parts.h"
#include "ui/widgets/state_badge.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

using model::ContainerAction;

namespace {

QVBoxLayout *makeBody(Card *card)
{
    auto *body = new QVBoxLayout(card);
    body->setContentsMargins(space::large, space::medium, space::large, space::medium);
    body->setSpacing(space::small);
    return body;
}

void setTextIfNew(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ServiceProblemCard::ServiceProblemCard(const model::ContainerKey &key, QWidget *parent)
    : Card(parent)
    , m_key(key)
    , m_badge(new StateBadge(this))
    , m_name(new ElidedLabel(TextRole::heading, {}, this))
    , m_place(new ElidedLabel(TextRole::caption, {}, this))
    , m_trouble(makeText(TextRole::normal, {}, this, true))
    , m_output(makeText(TextRole::fixed, {}, this, true))
    , m_failure(makeText(TextRole::strong, {}, this, true))
    , m_open(new QPushButton(symbolIcon(QStringLiteral("article")), tr("Details and log"), this))
    , m_act(new QPushButton(this))
{
    build();
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(m_key); });
    connect(m_act, &QPushButton::clicked, this, [this] { Q_EMIT actionAsked(m_key, m_action); });
}

void ServiceProblemCard::build()
{
    QVBoxLayout *body = makeBody(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::small);
    head->addWidget(m_name);
    head->addWidget(m_badge);
    head->addWidget(m_place, 1);
    body->addLayout(head);
    body->addWidget(m_trouble);
    body->addWidget(m_output);
    body->addWidget(m_failure);
    m_output->hide();
    m_failure->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::small);
    for (QPushButton *button : {m_act, m_open})
        buttons->addWidget(button);
    buttons->addStretch();
    body->addLayout(buttons);
    body->addStretch();
}

void ServiceProblemCard::setContainer(const model::Container &container, bool showHost)
{
    m_container = container;
    if (container.exitCode)
        m_lastExitCode = container.exitCode;
    const QString name = container.displayName();
    m_name->setText(name);
    // Steady, also in the moments in which it runs.
    if (restartsOverAndOver(container, QDateTime::currentDateTimeUtc()) && !isTrouble(lookOf(container)))
        m_badge->setWord(Tone::warning, QStringLiteral("restart_alt"), tr("Unstable"));
    else
        m_badge->setService(container);
    QStringList place;
    if (!container.project.isEmpty())
        place.append(container.project);
    if (showHost)
        place.append(m_key.host.text());
    m_place->setText(place.join(QStringLiteral(" · ")));
    const bool runs =
        container.state == model::ContainerState::running || container.state == model::ContainerState::restarting;
    m_action = runs ? ContainerAction::restart : ContainerAction::start;
    m_open->setAccessibleName(tr("Details and log of %1").arg(name));
    setBusy(std::nullopt);
    refreshTimes();
}

void ServiceProblemCard::setProbeOutput(const QString &output)
{
    setTextIfNew(m_output, output);
}

void ServiceProblemCard::setBusy(const std::optional<ContainerAction> &action)
{
    m_act->setEnabled(!action);
    m_act->setText(action ? actionUnderWay(*action) : actionLabel(m_action));
    m_act->setIcon(
        symbolIcon(m_action == ContainerAction::start ? QStringLiteral("play_arrow") : QStringLiteral("restart_alt")));
    m_act->setAccessibleName(tr("%1 %2", "action, service").arg(m_act->text(), m_container.displayName()));
}

void ServiceProblemCard::setFailure(const QString &text)
{
    setTextIfNew(m_failure, text);
}

void ServiceProblemCard::refreshTimes()
{
    setTextIfNew(m_trouble, troubleText(m_container, QDateTime::currentDateTimeUtc(), m_lastExitCode));
}

bool ServiceProblemCard::isOver() const
{
    return !needsAttention(m_container, QDateTime::currentDateTimeUtc());
}

HostProblemCard::HostProblemCard(const base::HostId &host, QWidget *parent)
    : Card(parent)
    , m_host(host)
    , m_badge(new StateBadge(this))
    , m_text(makeText(TextRole::normal, {}, this, true))
    , m_problem(makeText(TextRole::strong, {}, this, true))
    , m_remedy(makeText(TextRole::normal, {}, this, true))
{
    QVBoxLayout *body = makeBody(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::small);
    head->addWidget(new ElidedLabel(TextRole::heading, host.text(), this));
    head->addWidget(m_badge);
    head->addStretch();
    body->addLayout(head);
    for (QLabel *label : {m_problem, m_remedy, m_text})
        body->addWidget(label);
    auto *tryAgain = new QPushButton(symbolIcon(QStringLiteral("refresh")), tr("Try again"), this);
    auto *show = new QPushButton(tr("Show host"), this);
    tryAgain->setAccessibleName(tr("Try again to reach %1").arg(host.text()));
    show->setAccessibleName(tr("Show host %1").arg(host.text()));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::small);
    buttons->addWidget(tryAgain);
    buttons->addWidget(show);
    buttons->addStretch();
    body->addLayout(buttons);
    body->addStretch();
    connect(tryAgain, &QPushButton::clicked, this, [this] { Q_EMIT tryAsked(m_host); });
    connect(show, &QPushButton::clicked, this, [this] { Q_EMIT showAsked(m_host); });
}

void HostProblemCard::setStatus(const control::HostStatus &status)
{
    m_state = status.connection;
    m_badge->setWord(phaseTone(m_state.phase), phaseIcon(m_state.phase), phaseWord(m_state.phase));
    setTextIfNew(m_problem, problemSentence(m_state.problem));
    setTextIfNew(m_remedy, remedyFor(status.profile, m_state.problem));
    refreshTimes();
}

void HostProblemCard::refreshTimes()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList parts;
    if (m_state.phase != model::ConnectionPhase::stopped)
        parts.append(connectionText(m_state, now));
    if (m_state.since.isValid())
        parts.append(parts.isEmpty() ? tr("Since %1").arg(formatInstant(m_state.since))
                                     : tr("since %1").arg(formatInstant(m_state.since)));
    if (m_state.lastAnswer.isValid())
        parts.append(tr("last answer %1").arg(formatAge(m_state.lastAnswer, now)));
    setTextIfNew(m_text, parts.join(QStringLiteral(" · ")));
}

} // namespace mediahelm::ui
