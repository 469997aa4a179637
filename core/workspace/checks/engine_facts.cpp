// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/engine_facts.h"

namespace mediahelm::workspace {

EngineFacts engineFactsOf(const QList<model::Container> &containers)
{
    EngineFacts facts;
    for (const model::Container &container : containers) {
        facts.containers.append({container.project, container.name.text()});
        for (const model::PortBinding &binding : container.ports) {
            if (binding.hostPort > 0 && container.running())
                facts.ports.append(
                    {container.project, container.name.text(),
                     binding.hostIp == u"0.0.0.0" || binding.hostIp == u"::" ? QString() : binding.hostIp,
                     binding.hostPort, binding.protocol});
        }
    }
    return facts;
}

} // namespace mediahelm::workspace
