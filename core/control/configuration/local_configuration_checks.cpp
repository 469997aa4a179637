// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/local_configuration.h"

using namespace std::chrono_literals;

// What is asked beside the files.
namespace mediahelm::control {

void LocalConfiguration::connectChecks()
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(800ms);
    connect(&m_rest, &QTimer::timeout, this, &LocalConfiguration::check);
    connect(&m_checks, &LocalChecks::changed, this, &Configuration::checksChanged);
    connect(&m_checks, &LocalChecks::hostAnswered, this, [this](const workspace::HostFacts &facts) {
        m_desk.post([facts](ConfigurationDesk &desk) { desk.setHostFacts(facts); });
        look();
    });
    connect(&m_checks, &LocalChecks::composeAnswered, this, [this](const QByteArray &words) {
        m_checks.setComposeOlder(!m_texts.isEmpty());
        m_desk.post([words](ConfigurationDesk &desk) { desk.setComposeWords(words); });
        look();
    });
}

void LocalConfiguration::check()
{
    if (std::exchange(m_hostDue, false))
        m_checks.askHost(m_questions, m_facts.name);
    // Of the files as they are saved: what is being typed is nothing to ask a process about.
    if (std::exchange(m_composeDue, false) && m_command)
        m_checks.askCompose(*m_command, m_facts.secrets);
}

void LocalConfiguration::checkNow()
{
    m_hostDue = true;
    m_composeDue = true;
    check();
}

} // namespace mediahelm::control
