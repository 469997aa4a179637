// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/job.h"
#include "app/cli/standard_input.h"
#include "app/cli/terminal.h"
#include "core/secrets/secret_name.h"
#include "core/secrets/secret_store.h"

#include <optional>

namespace mediahelm::app {

// `secrets set`, with the value from the standard input.
class SetSecretJob final : public Job
{
    Q_OBJECT

public:
    SetSecretJob(secrets::SecretStore &store, Terminal &terminal, secrets::WorkspaceSecret secret, bool json);
    void start() override;

private:
    void ask();
    void take(const base::Result<QByteArray> &value);
    void keep(const QByteArray &value);

    secrets::SecretStore &m_store;
    Terminal &m_terminal;
    const secrets::WorkspaceSecret m_secret;
    const bool m_json;
    secrets::SecretPlace m_place;
    StandardInput m_input;
    std::optional<HiddenTyping> m_hidden;
};

// `secrets list`: of one project, or of all.
class ListSecretsJob final : public Job
{
    Q_OBJECT

public:
    struct Options {
        std::optional<secrets::ProjectName> project;
        bool json = false;
        bool names = false;
    };

    ListSecretsJob(secrets::SecretStore &store, Terminal &terminal, Options options);
    void start() override;

private:
    void list(const secrets::SecretPlace &place);

    secrets::SecretStore &m_store;
    Terminal &m_terminal;
    const Options m_options;
};

// `secrets remove`.
class RemoveSecretJob final : public Job
{
    Q_OBJECT

public:
    struct Options {
        bool yes = false;
        bool json = false;
    };

    RemoveSecretJob(secrets::SecretStore &store, Terminal &terminal, secrets::WorkspaceSecret secret, Options options);
    void start() override;

private:
    void find(const QList<secrets::SecretEntry> &kept);
    void ask(secrets::SecretKeeper keeper);
    void remove(secrets::SecretKeeper keeper);
    QString what(secrets::SecretKeeper keeper) const;

    secrets::SecretStore &m_store;
    Terminal &m_terminal;
    const secrets::WorkspaceSecret m_secret;
    const Options m_options;
    StandardInput m_input;
};

} // namespace mediahelm::app
