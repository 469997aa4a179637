// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/setup/engine_ports.h"
#include "core/control/setup_plan.h"
#include "core/workspace/setup/setup_folder.h"

#include <memory>
#include <optional>

namespace mediahelm::control {

// All the work of making a workspace that takes the disk's time, one call after the other. Owned by a
// LocalWorkspaceSetup, on a thread of its own. Errors are those of WorkspaceSetup.
class SetupDesk
{
public:
    base::Result<QList<CatalogGroup>> groups();
    base::Result<SetupGround> lookAt(const QString &folder, const QString &project);
    // Whether a workspace can be made there, or services added.
    static base::Status check(const SetupGround &ground);
    base::Result<SetupPlan> plan(const SetupWish &wish, const SetupGround &ground, const PublishedPorts &ports);

    // What is likely to fail comes first: write() puts all files beside a new workspace, finish() makes them count.
    // Gives the secrets that the plan needs.
    base::Result<QList<workspace::SetupSecret>> write(int number);
    // Gives what is left to be done by hand.
    base::Result<QStringList> finish();
    void abandon() { m_folder.reset(); } // what was written is taken away

private:
    base::Status readCatalog();
    base::Status lookInto(SetupGround &ground, const QString &project) const;

    std::optional<workspace::Catalog> m_catalog;
    workspace::Setup m_setup; // of the newest plan
    bool m_extends = false;
    int m_number = 0; // of the newest plan
    std::unique_ptr<workspace::SetupFolder> m_folder;
};

} // namespace mediahelm::control
