// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/adoption/adopted_workspace.h"

#include "core/workspace/setup/setup_text.h"

namespace mediahelm::control {

namespace ws = workspace;
using namespace Qt::StringLiterals;

ws::Setup adoptedWorkspace(const ws::ImportedService &imported, const QString &folder, const QString &project)
{
    ws::Setup setup;
    setup.project = project;
    setup.folder = folder;
    setup.services = {imported.service};
    setup.envLayers = {u"local.env"_s};
    setup.serviceFiles = {u"services/%1.yaml"_s.arg(imported.service)};
    for (const ws::ImportedSecret &secret : imported.secrets) {
        ws::SetupSecret listed;
        listed.name = secret.variable;
        listed.service = imported.service;
        setup.secrets.append(listed);
    }
    setup.files = {{setup.serviceFiles.constFirst(), imported.yaml, std::nullopt},
                   {u"local.env"_s, "# The values of this workspace.\n", std::nullopt},
                   {u"mediahelm.yaml"_s, ws::manifestText(setup), std::nullopt}};
    return setup;
}

} // namespace mediahelm::control
