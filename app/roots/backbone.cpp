// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/backbone.h"

#include "core/transport/system_transport_factory.h"

#include <QCoreApplication>

namespace mediahelm::app {

Backbone::Backbone(settings::HostProfileStore &hosts, const Front &front)
    : m_front(front ? front(m_questions) : nullptr)
    , m_transports(std::make_unique<transport::SystemTransportFactory>(
          m_front ? *m_front : m_questions, m_clock,
          transport::SystemTransportFactory::defaultSshSettings(QCoreApplication::applicationDirPath()),
          transport::LocalEnvironment::current()))
    , m_sessions({*m_transports, hosts, m_questions, m_clock})
{
}

} // namespace mediahelm::app
