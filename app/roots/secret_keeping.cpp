// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/secret_keeping.h"

#include "core/base/folders.h"
#include "core/secrets/no_secret_store.h"
#include "core/secrets/sealed_secret_store.h"

namespace mediahelm::app {

namespace {

class SealedSecrets final : public SecretKeeping
{
public:
    explicit SealedSecrets(const base::Clock &clock)
        : m_store(sealedStore(clock))
    {
    }
    secrets::SecretStore &store() override { return *m_store; }

private:
    const std::unique_ptr<secrets::SecretStore> m_store;
};

} // namespace

std::unique_ptr<secrets::SecretStore> sealedStore(const base::Clock &clock)
{
    if (const auto state = base::Folders::fromEnvironment().state)
        return std::make_unique<secrets::SealedSecretStore>(*state + QStringLiteral("/secrets"), clock);
    return std::make_unique<secrets::NoSecretStore>();
}

std::unique_ptr<SecretKeeping> sealedSecrets(const base::Clock &clock)
{
    return std::make_unique<SealedSecrets>(clock);
}

} // namespace mediahelm::app
