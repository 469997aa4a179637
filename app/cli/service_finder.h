// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/gathering/gathering.h"

#include <QList>
#include <QStringList>

#include <variant>

namespace mediahelm::app {

using control::HostContainers;

struct FoundContainer {
    base::HostId host;
    model::Container container;

    model::ContainerKey key() const { return {host, container.id}; }
    QString label() const; // "media/jellyfin", or the container's name
};

// Why names do not say what is meant. Nothing may be done then, not even for the names that are clear.
struct FindError {
    int exitCode = 0;
    QString message;
    QString suggestion; // the nearest known name, or empty
    QStringList choices; // of an ambiguous name
};

// What the names mean: for each a Compose service with all its containers, "project/service", a container's name, or
// the beginning of an id (4 characters or more). In the order of the names, each container once. Errors: noInput for an
// unknown name, usage for one that fits several services.
std::variant<QList<FoundContainer>, FindError> findServices(const QStringList &names,
                                                            const QList<HostContainers> &hosts);

// Names that findServices() understands, for completion and for the nearest name: each once, in order. Only those of
// letters, digits and ._/- : they go into shells.
QStringList serviceNames(const QList<HostContainers> &hosts);

} // namespace mediahelm::app
