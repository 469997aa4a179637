// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/host_card.h"

#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/connection_words.h"
#include "ui/widgets/page_parts.h"

#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

using model::ConnectionPhase;

namespace {

QToolButton *makeIconButton(const QString &symbol, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(symbolIcon(symbol));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

HostCard::HostCard(const base::HostId &id, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_card(new Card(this))
    , m_symbol(new SymbolLabel({}, Tone::neutral, m_card))
    , m_name(new ElidedLabel(TextRole::heading, id.text(), m_card))
    , m_address(new ElidedLabel(TextRole::caption, {}, m_card))
    , m_state(makeText(TextRole::normal, {}, m_card, true))
    , m_facts(makeText(TextRole::caption, {}, m_card, true))
    , m_problem(makeText(TextRole::strong, {}, m_card, true))
    , m_remedy(makeText(TextRole::normal, {}, m_card, true))
    , m_detail(makeText(TextRole::fixed, {}, m_card, true))
    , m_connect(new QPushButton(m_card))
    , m_disconnect(new QPushButton(symbolIcon(QStringLiteral("link_off")), tr("Disconnect"), m_card))
    , m_edit(makeIconButton(QStringLiteral("edit"), m_card))
    , m_remove(makeIconButton(QStringLiteral("delete"), m_card))
{
    m_edit->setObjectName(QStringLiteral("host.edit"));
    m_remove->setObjectName(QStringLiteral("host.remove"));
    build();
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isVisible())
            refreshTimes();
    });
    connect(m_connect, &QPushButton::clicked, this, [this] { Q_EMIT connectAsked(m_id); });
    connect(m_disconnect, &QPushButton::clicked, this, [this] { Q_EMIT disconnectAsked(m_id); });
    connect(m_edit, &QToolButton::clicked, this, [this] { Q_EMIT editAsked(m_id); });
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removeAsked(m_id); });
}

void HostCard::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);

    auto *body = new QVBoxLayout(m_card);
    body->setContentsMargins(space::large, space::medium, space::large, space::medium);
    body->setSpacing(space::small);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::small);
    head->addWidget(m_name);
    head->addWidget(m_address, 1);
    head->addWidget(m_connect);
    head->addWidget(m_disconnect);
    head->addWidget(m_edit);
    head->addWidget(m_remove);
    body->addLayout(head);

    auto *state = new QHBoxLayout;
    state->setSpacing(space::small);
    state->addWidget(m_symbol);
    state->addWidget(m_state, 1);
    body->addLayout(state);
    for (QLabel *label : {m_facts, m_problem, m_remedy, m_detail})
        body->addWidget(label);

    m_edit->setAccessibleName(tr("Edit %1").arg(m_id.text()));
    m_edit->setToolTip(tr("Edit %1").arg(m_id.text()));
    m_remove->setAccessibleName(tr("Remove %1…").arg(m_id.text()));
    m_remove->setToolTip(tr("Remove %1…").arg(m_id.text()));
    m_disconnect->setAccessibleName(tr("Disconnect %1").arg(m_id.text()));
}

void HostCard::setStatus(const control::HostStatus &status, int containers, int running, bool listed)
{
    m_status = status;
    const model::ConnectionState &state = status.connection;
    m_address->setText(status.profile.address.kind() == model::EngineAddress::Kind::local
                           ? tr("this machine")
                           : status.profile.address.text());
    m_symbol->setSymbol(phaseIcon(state.phase), phaseTone(state.phase));
    const bool connected = state.phase == ConnectionPhase::connected;

    QStringList facts;
    if (status.engine) {
        const model::EngineInfo &engine = *status.engine;
        facts.append(tr("%1 %2 (API %3)").arg(engine.product, engine.version, engine.api.text()));
        facts.append(engine.operatingSystem);
        facts.append(tr("%n cores", nullptr, engine.cpus));
        facts.append(formatBytes(engine.memoryBytes));
    }
    if (listed)
        facts.append(tr("%n containers, %1 running", nullptr, containers).arg(running));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_facts->setVisible(!facts.isEmpty());

    const bool waiting = state.phase == ConnectionPhase::connecting;
    m_connect->setVisible(!connected);
    m_connect->setEnabled(!waiting);
    const bool byUser = state.problem == model::ConnectionProblem::disconnectedByUser;
    m_connect->setText(waiting ? tr("Connecting…") : byUser ? tr("Connect") : tr("Try again"));
    m_connect->setIcon(symbolIcon(byUser ? QStringLiteral("link") : QStringLiteral("refresh")));
    m_connect->setAccessibleName(tr("%1: %2", "button, host").arg(m_connect->text(), m_id.text()));
    m_disconnect->setVisible(state.phase != ConnectionPhase::stopped);
    showProblem();
    refreshTimes();
    const bool ages = !connected && state.phase != ConnectionPhase::connecting;
    if (ages != m_tick.isActive())
        ages ? m_tick.start() : m_tick.stop();
}

void HostCard::showProblem()
{
    const model::ConnectionState &state = m_status.connection;
    const bool told = state.phase != ConnectionPhase::connected && state.problem != model::ConnectionProblem::none
        && state.problem != model::ConnectionProblem::disconnectedByUser;
    m_problem->setText(problemSentence(state.problem));
    m_remedy->setText(remedyFor(m_status.profile, state.problem));
    m_detail->setText(state.detail);
    m_problem->setVisible(told);
    m_remedy->setVisible(told);
    m_detail->setVisible(told && !state.detail.isEmpty());
}

void HostCard::refreshTimes()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const model::ConnectionState &state = m_status.connection;
    QString text = state.phase == ConnectionPhase::stopped ? phaseWord(state.phase) : connectionText(state, now);
    if (state.problem == model::ConnectionProblem::disconnectedByUser)
        text = problemSentence(state.problem);
    if (state.since.isValid() && state.phase != ConnectionPhase::connecting)
        text = tr("%1, since %2", "state, time").arg(text, formatInstant(state.since));
    if (state.stale() && state.lastAnswer.isValid())
        text = tr("%1; last answer %2", "state, age").arg(text, formatAge(state.lastAnswer, now));
    if (m_state->text() != text)
        m_state->setText(text);
}

} // namespace mediahelm::ui
