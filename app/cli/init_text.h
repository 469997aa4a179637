// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret_store.h"
#include "core/workspace/setup/setup.h"

namespace mediahelm::app {

struct InitReport {
    workspace::Setup setup;
    bool extends = false;
    QStringList made; // names of the secrets that were made up
    QStringList kept; // and of those that were there
    secrets::SecretKeeper keeper = secrets::SecretKeeper::none;
};

// What `init` prints; never a secret's value. Pure.
QString initText(const InitReport &report);
QByteArray initJson(const InitReport &report);

} // namespace mediahelm::app
