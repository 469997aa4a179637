// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/engine_address.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace mediahelm::transport {

// What finding this machine's engine depends on; handed in so that tests own it. A plain value.
struct LocalEnvironment {
    QProcessEnvironment variables;
    QString home; // empty for none
    qint64 userId = 0;
    QString root; // put before the well-known paths; empty but in tests

    static LocalEnvironment current();
};

// Where the Docker CLI would find the engine: DOCKER_HOST; else the context of DOCKER_CONTEXT or config.json
// (DOCKER_CONFIG and ~/.docker); else the first socket that the user may use among /var/run/docker.sock, the rootless
// and Docker Desktop's ones and Podman's; where none may be used the first that exists, and /var/run/docker.sock where
// none does. Never `local`. Reads at most three small files. Errors, whose message says which setting is wrong:
// invalid; notFound: no such context; unsupported: TLS, or a scheme that we do not speak.
base::Result<model::EngineAddress> findLocalEngine(const LocalEnvironment &environment);

// The well-known sockets in the order above.
QStringList localSocketCandidates(const LocalEnvironment &environment);

} // namespace mediahelm::transport
