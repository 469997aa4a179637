// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/job.h"
#include "app/cli/terminal.h"
#include "core/control/workspace_setup.h"

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
    InitJob(control::WorkspaceSetup &setup, Terminal &terminal, InitOptions options);
    void start() override;
    void interrupted() override;

private:
    base::Result<control::SetupWish> wish() const;
    void make(const control::SetupPlan &plan);
    void fail(const base::Error &error);
    void print(const control::SetupPlan &plan, const control::SetupOutcome &outcome);

    control::WorkspaceSetup &m_setup;
    Terminal &m_terminal;
    const InitOptions m_options;
};

// `init --list`: the catalog by category, or one category.
int listCatalog(Terminal &terminal, const QString &category, bool json, bool names);

} // namespace mediahelm::app
