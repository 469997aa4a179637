// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/engine_question.h"

#include "core/workspace/checks/engine_facts.h"

namespace mediahelm::app {

namespace {

using base::Error;
using base::ErrorKind;
using workspace::EngineFacts;

engine::EngineClient::Deadlines shortDeadlines()
{
    engine::EngineClient::Deadlines deadlines;
    deadlines.ping = std::chrono::milliseconds(1500);
    deadlines.list = std::chrono::milliseconds(1500);
    return deadlines;
}

} // namespace

EngineQuestion::EngineQuestion(const model::EngineAddress &address)
    : m_transport(address, transport::LocalEnvironment::current())
    , m_client([this] { return m_transport.openStream(); }, shortDeadlines())
{
}

QFuture<base::Result<EngineFacts>> EngineQuestion::ask()
{
    connect(&m_transport, &transport::Transport::ready, this, &EngineQuestion::listContainers);
    connect(&m_transport, &transport::Transport::failed, this, [this](const transport::TransportFailure &failure) {
        m_pending.finish(Error{ErrorKind::unreachable, QStringLiteral("the engine cannot be reached"), failure.detail});
    });
    QFuture<base::Result<EngineFacts>> future = m_pending.future();
    m_transport.start();
    return future;
}

void EngineQuestion::listContainers()
{
    m_client.negotiate().then(this, [this](const base::Result<model::ApiVersion> &version) {
        if (!version) {
            m_pending.finish(version.error());
            return;
        }
        m_client.containers().then(this, [this](const base::Result<QList<model::Container>> &containers) {
            if (containers)
                m_pending.finish(workspace::engineFactsOf(*containers));
            else
                m_pending.finish(containers.error());
        });
    });
}

} // namespace mediahelm::app
