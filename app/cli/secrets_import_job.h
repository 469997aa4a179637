// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/job.h"
#include "app/cli/terminal.h"
#include "core/control/configuration/secret_moves.h"
#include "core/secrets/secret_name.h"
#include "core/secrets/secret_store.h"

namespace mediahelm::app {

// `secrets import`: shows which secrets stand in plain text in a workspace, and moves them into the secret store. Each
// is kept, and read back, before a file loses it. Names and places are printed, never a value.
class ImportSecretsJob final : public Job
{
    Q_OBJECT

public:
    struct Options {
        QString folder;
        QStringList names; // of variables; none: all
        bool yes = false;
        bool json = false;
    };

    ImportSecretsJob(secrets::SecretStore &store, Terminal &terminal, secrets::ProjectName project, Options options);
    ~ImportSecretsJob() override;
    Q_DISABLE_COPY_MOVE(ImportSecretsJob)

    void start() override;

private:
    bool knowsNames();
    // One of that name which is kept already may be another service's.
    void compareNext(qsizetype index);
    void moveNext(qsizetype index);
    void confirm(qsizetype index, const QString &key);
    void write(qsizetype index);
    void tell();
    void end(int exitCode);
    QByteArray json() const;

    secrets::SecretStore &m_store;
    Terminal &m_terminal;
    const secrets::ProjectName m_project;
    const Options m_options;
    QList<control::PlannedMove> m_planned;
    QList<bool> m_moved; // one for each
};

} // namespace mediahelm::app
