// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/host_facts.h"
#include "core/workspace/checks/model_port.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

QList<HostListener> listenersBeside(const QString &project, const QList<HostListener> &listeners,
                                    const QList<EnginePort> &published)
{
    QList<HostListener> beside;
    for (const EnginePort &port : published) {
        if (port.project != project && port.port > 0)
            beside.append({port.address, port.port, port.protocol,
                           port.project.isEmpty()
                               ? u"the container %1"_s.arg(port.container)
                               : u"the container %1 of the project %2"_s.arg(port.container, port.project)});
    }
    for (const HostListener &listener : listeners) {
        // The engine's proxy listens for the container; of any address, since a rule may stand for it.
        const bool known = std::any_of(published.begin(), published.end(), [&](const EnginePort &port) {
            return port.port == listener.port && port.protocol == listener.protocol
                && addressesOverlap(port.address, listener.address);
        });
        if (!known)
            beside.append(listener);
    }
    return beside;
}

} // namespace

void keepStrangers(const QString &project, const std::optional<EngineFacts> &engine, HostFacts &facts)
{
    if (!engine) {
        facts.listeners.reset();
        return;
    }
    if (facts.listeners)
        facts.listeners = listenersBeside(project, *facts.listeners, engine->ports);
    for (const EngineContainer &container : engine->containers) {
        if (container.project != project)
            facts.strangers.insert(container.name, container.project);
    }
}

} // namespace mediahelm::workspace
