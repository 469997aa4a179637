// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/engine_facts.h"

namespace mediahelm::workspace {

QList<EnginePort> portsOf(const QList<model::Container> &containers)
{
    QList<EnginePort> ports;
    for (const model::Container &container : containers) {
        for (const model::PortBinding &binding : container.ports) {
            if (binding.hostPort > 0 && container.running())
                ports.append({container.project, container.name.text(),
                              binding.hostIp == u"0.0.0.0" || binding.hostIp == u"::" ? QString() : binding.hostIp,
                              binding.hostPort, binding.protocol});
        }
    }
    return ports;
}

} // namespace mediahelm::workspace
