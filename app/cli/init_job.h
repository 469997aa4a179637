// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/engine_ports.h"
#include "app/cli/job.h"
#include "app/cli/new_secrets.h"
#include "app/cli/terminal.h"
#include "core/workspace/setup/setup_folder.h"

namespace mediahelm::app {

struct InitOptions {
    QString folder; // as given
    QString project; // empty: after the folder
    QStringList services;
    QStringList values; // "NAME=VALUE"
    bool json = false;
};

// `init`: makes a workspace from the catalog, or adds services to one. All or nothing.
class InitJob final : public Job
{
    Q_OBJECT

public:
    InitJob(control::Fleet &fleet, secrets::SecretStore &store, Terminal &terminal, InitOptions options);
    void start() override;
    void interrupted() override;

private:
    base::Status prepare();
    base::Status lookAtFolder();
    base::Status takeValues();
    void plan();
    void make();
    void keep(const base::Status &secrets);
    void fail(const base::Error &error);
    void print();

    Terminal &m_terminal;
    const InitOptions m_options;
    workspace::Catalog m_catalog;
    workspace::SetupRequest m_request;
    bool m_extends = false;
    EnginePorts *m_ports = nullptr; // a child, made when the project is known
    control::Fleet &m_fleet;
    NewSecrets m_secrets;
    workspace::SetupFolder m_folder;
    workspace::Setup m_setup;
    bool m_undone = false;
};

// `init --list`: the catalog by category, or one category.
int listCatalog(Terminal &terminal, const QString &category, bool json, bool names);

} // namespace mediahelm::app
