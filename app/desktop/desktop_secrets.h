// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roots/secret_keeping.h"
#include "core/secrets/preferred_secret_store.h"
#include "core/secrets/qt_keychain_entries.h"

namespace mediahelm::app {

// Where the desktop program keeps secrets: the user's keychain, or the sealed file where no keychain answers. Owned by
// the composition root; main thread.
class DesktopSecrets final : public SecretKeeping
{
public:
    explicit DesktopSecrets(const base::Clock &clock);
    secrets::SecretStore &store() override { return m_preferred; }

private:
    secrets::QtKeychainEntries m_entries;
    secrets::KeychainSecretStore m_keychain;
    const std::unique_ptr<secrets::SecretStore> m_sealed;
    secrets::PreferredSecretStore m_preferred;
};

std::unique_ptr<SecretKeeping> desktopSecrets(const base::Clock &clock);

} // namespace mediahelm::app
