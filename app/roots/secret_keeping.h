// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/secrets/secret_store.h"

#include <memory>

namespace mediahelm::app {

// Where a program keeps secrets: a store and all that it stands on. Owned by a composition root; main thread; needs the
// application object.
class SecretKeeping
{
public:
    virtual ~SecretKeeping() = default;
    virtual secrets::SecretStore &store() = 0;
};

// Makes it; nothing is touched before the first call of its store. The clock outlives it.
using SecretKeepingMaker = std::unique_ptr<SecretKeeping> (*)(const base::Clock &clock);

// The sealed file in the state folder; without such a folder, nowhere: what a program without a desktop has.
std::unique_ptr<SecretKeeping> sealedSecrets(const base::Clock &clock);
// The same store alone, for those who put something in front of it.
std::unique_ptr<secrets::SecretStore> sealedStore(const base::Clock &clock);

} // namespace mediahelm::app
