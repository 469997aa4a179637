// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/local_checks.h"

#include "core/revision/input/compose_question.h"

namespace mediahelm::control {

using base::Result;

LocalChecks::LocalChecks(Sources sources, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_sources(std::move(sources))
    , m_clock(clock)
{
    if (m_sources.host)
        m_probe = std::make_unique<workspace::PatientProbe>(m_sources.host, m_sources.patience);
    if (m_sources.compose)
        m_question = std::make_unique<revision::ComposeQuestion>(*m_sources.compose);
}

LocalChecks::~LocalChecks() = default;

void LocalChecks::note(CheckState::Answer &answer, const QDateTime &at, const base::Error *error)
{
    answer.asked = false;
    answer.problem = error ? error->message : QString();
    if (!error)
        answer.at = at;
}

void LocalChecks::askHost(const workspace::HostQuestions &questions, const QString &project)
{
    if (!m_probe || m_state.host.asked)
        return;
    m_state.host.asked = true;
    Q_EMIT changed();
    workspace::HostQuestions asked = questions;
    asked.ports = questions.ports && m_sources.engineFacts;
    m_probe->ask(asked).then(this, [this, project](const Result<workspace::HostFacts> &facts) {
        note(m_state.host, m_clock.utcNow(), facts ? nullptr : &facts.error());
        Q_EMIT changed();
        if (facts)
            takeFacts(*facts, project);
    });
}

void LocalChecks::takeFacts(workspace::HostFacts facts, const QString &project)
{
    const std::optional<workspace::EngineFacts> engine =
        m_sources.engineFacts ? m_sources.engineFacts() : std::optional<workspace::EngineFacts>();
    workspace::keepStrangers(project, engine, facts);
    Q_EMIT hostAnswered(facts);
}

void LocalChecks::askCompose(const revision::ComposeCommand &command, const QStringList &secrets)
{
    if (!m_question)
        return;
    const int asked = ++m_composeAsked;
    m_state.compose.asked = true;
    Q_EMIT changed();
    m_question->ask(command, secrets).then(this, [this, asked](const Result<QByteArray> &words) {
        if (asked != m_composeAsked)
            return;
        note(m_state.compose, m_clock.utcNow(), words ? nullptr : &words.error());
        Q_EMIT changed();
        if (words)
            Q_EMIT composeAnswered(*words);
    });
}

void LocalChecks::setComposeOlder(bool older)
{
    if (std::exchange(m_state.composeIsOlder, older) != older)
        Q_EMIT changed();
}

} // namespace mediahelm::control
