// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/gathering.h"
#include "app/cli/job.h"
#include "app/cli/terminal.h"
#include "app/cli/workspace_choice.h"
#include "core/secrets/secret_store.h"
#include "core/workspace/import/import_container.h"

#include <optional>

namespace mediahelm::app {

struct ImportOptions {
    QString container; // as given
    QString output; // a file that is not there yet; empty: the standard output
    std::optional<SecretsOwner> owner; // whose secrets are stored; none: they are only told
    bool json = false;
};

// `adopt --container`: a service file of a container that was started by hand. Nothing happens to the container.
class ImportJob final : public Job
{
    Q_OBJECT

public:
    // `secrets` is used only where secrets are to be stored.
    ImportJob(control::Fleet &fleet, secrets::SecretStore &secrets, Terminal &terminal, ImportOptions options);
    ~ImportJob() override; // wipes what it has of secrets
    void start() override;

private:
    void gathered();
    void import(const base::Result<model::RawContainer> &raw);
    void storeNext(qsizetype index);
    void store(qsizetype index, const QString &key);
    void write();
    void fail(const base::Error &error);
    QByteArray json() const;
    void tellSecrets();

    control::Fleet &m_fleet;
    secrets::SecretStore &m_store;
    Terminal &m_terminal;
    const ImportOptions m_options;
    Gathering m_gathering;
    workspace::ImportContext m_context;
    workspace::ImportedService m_imported;
};

} // namespace mediahelm::app
