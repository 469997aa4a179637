// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_secrets.h"

#include "core/base/folders.h"

namespace mediahelm::app {

DesktopSecrets::DesktopSecrets(const base::Clock &clock)
    : m_keychain(m_entries, base::Folders::fromEnvironment().runtime.value_or(QString()), clock)
    , m_sealed(sealedStore(clock))
    , m_preferred(m_keychain, *m_sealed)
{
}

std::unique_ptr<SecretKeeping> desktopSecrets(const base::Clock &clock)
{
    return std::make_unique<DesktopSecrets>(clock);
}

} // namespace mediahelm::app
