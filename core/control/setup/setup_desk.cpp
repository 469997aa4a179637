// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/setup/setup_desk.h"

#include "core/control/setup/setup_values.h"
#include "core/secrets/secret_name.h"
#include "core/workspace/project/local_workspace_files.h"
#include "core/workspace/project/workspace.h"
#include "core/workspace/setup/this_machine.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace mediahelm::control {

namespace ws = workspace;
using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

constexpr qsizetype mostNames = 5;

// A workspace's own name, or that of the folder that its folder config is in.
QString nameAfter(const QString &folder)
{
    const QFileInfo info(folder);
    const bool isConfig = info.fileName() == "config"_L1;
    const QString name = ws::projectName(isConfig ? QFileInfo(info.absolutePath()).fileName() : info.fileName());
    return name.isEmpty() ? u"media"_s : name;
}

QString someOf(const QStringList &names)
{
    return names.size() <= mostNames
        ? names.join(u", "_s)
        : u"%1 and %2 more"_s.arg(names.first(mostNames).join(u", "_s)).arg(names.size() - mostNames);
}

QStringList serviceNames(const ws::Workspace &workspace)
{
    QStringList names;
    for (const ws::ComposeFile &file : workspace.composeFiles) {
        const ws::YamlReading reading = ws::readYaml(file.bytes);
        if (!reading.ok())
            continue;
        const auto entries = ws::resolvedEntries(findResolved(reading.document, u"/services"_s));
        for (const ws::YamlEntry &entry : entries)
            names.append(entry.key);
    }
    return names;
}

// What the project's own containers publish is no obstacle to them.
void addPorts(ws::MachineFacts &host, const PublishedPorts &ports)
{
    host.takenPorts.removeIf([&ports](const ws::TakenPort &port) {
        return std::ranges::any_of(ports.own, [&port](const ws::TakenPort &own) {
            return own.port == port.port && own.protocol == port.protocol;
        });
    });
    host.takenPorts = ports.others + host.takenPorts;
}

void addWarning(ws::Setup &setup, const PublishedPorts &ports)
{
    if (!ports.answered)
        setup.warnings.append(u"no engine answered here, so ports of containers that do not run are not known"_s);
    else if (!ports.projectFolder.isEmpty() && ports.projectFolder != setup.folder)
        setup.warnings.append(u"a project %1 runs already, from %2; Compose takes both for one: choose another "
                              "name with --project"_s.arg(setup.project, ports.projectFolder));
}

} // namespace

Status SetupDesk::readCatalog()
{
    if (m_catalog)
        return {};
    Result<ws::Catalog> catalog = ws::Catalog::builtIn();
    if (!catalog)
        return catalog.error();
    m_catalog = *catalog;
    return {};
}

Result<QList<CatalogGroup>> SetupDesk::groups()
{
    if (const Status read = readCatalog(); !read)
        return read.error();
    return groupsOf(*m_catalog);
}

Result<SetupGround> SetupDesk::lookAt(const QString &folder, const QString &project)
{
    if (const Status read = readCatalog(); !read)
        return read.error();
    SetupGround ground;
    ground.folder = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    const Result<QStringList> names = ws::whatStandsIn(ground.folder);
    if (!names)
        return names.error();
    using State = SetupGround::State;
    ground.project = project.isEmpty() ? nameAfter(ground.folder) : project;
    ground.state = names->contains(u"mediahelm.yaml"_s) ? State::workspace
        : !names->isEmpty()                             ? State::occupied
        : QFileInfo::exists(ground.folder)              ? State::empty
                                                        : State::missing;
    if (ground.state == State::occupied)
        ground.inTheWay = *names;
    if (ground.state == State::workspace) {
        if (const Status looked = lookInto(ground, project); !looked)
            return looked.error();
    }
    if (const auto name = secrets::ProjectName::parse(ground.project); !name)
        return Error{
            ErrorKind::invalid, u"\"%1\" is no name of a project: %2"_s.arg(ground.project, name.error().message), {}};
    ground.host = resourcesOf(ws::thisMachine(ground.folder));
    return ground;
}

Status SetupDesk::lookInto(SetupGround &ground, const QString &project) const
{
    const auto workspace = ws::readWorkspace(ws::LocalWorkspaceFiles(ground.folder), {});
    if (!workspace)
        return workspace.error();
    if (!project.isEmpty() && project != workspace->name)
        return Error{ErrorKind::invalid,
                     u"the workspace in %1 is the project %2 already"_s.arg(ground.folder, workspace->name),
                     {}};
    ground.project = workspace->name;
    const QStringList services = serviceNames(*workspace);
    for (const ws::CatalogEntry &entry : m_catalog->entries()) {
        if (services.contains(entry.id))
            ground.present.append(entry.id);
    }
    return {};
}

Status SetupDesk::check(const SetupGround &ground)
{
    if (ground.state != SetupGround::State::occupied)
        return {};
    return Error{ErrorKind::conflict,
                 u"%1 is not empty: there is %2; nothing was done"_s.arg(ground.folder, someOf(ground.inTheWay)),
                 {}};
}

Result<SetupPlan> SetupDesk::plan(const SetupWish &wish, const SetupGround &ground, const PublishedPorts &ports)
{
    if (const Status read = readCatalog(); !read)
        return read.error();
    ws::SetupRequest request{ground.project, ground.folder, wish.services, wish.values, ws::thisMachine(ground.folder)};
    addPorts(request.host, ports);
    m_extends = ground.state == SetupGround::State::workspace;
    ++m_number;
    m_folder.reset();
    const Result<ws::Setup> setup = m_extends
        ? ws::extendSetup(*m_catalog, ws::LocalWorkspaceFiles(ground.folder), request)
        : ws::makeSetup(*m_catalog, request);
    if (!setup)
        return setup.error();
    m_setup = *setup;
    addWarning(m_setup, ports);
    Result<SetupPlan> plan = planOf(m_setup, *m_catalog);
    if (!plan)
        return plan;
    plan->number = m_number;
    plan->extends = m_extends;
    return plan;
}

Result<QList<ws::SetupSecret>> SetupDesk::write(int number)
{
    if (number != m_number)
        return Error{ErrorKind::conflict, u"the plan is an older one"_s, {}};
    if (!m_extends) {
        m_folder = std::make_unique<ws::SetupFolder>();
        if (const Status written = m_folder->write(m_setup); !written) {
            abandon();
            return written.error();
        }
    }
    return m_setup.secrets;
}

Result<QStringList> SetupDesk::finish()
{
    const Status done = m_extends ? ws::writeInto(m_setup) : m_folder->finish();
    abandon();
    if (!done)
        return done.error();
    ++m_number; // it is done once
    return ws::makeFolders(m_setup);
}

} // namespace mediahelm::control
