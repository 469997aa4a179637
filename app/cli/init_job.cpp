// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/init_job.h"

#include "app/cli/inert_text.h"
#include "app/cli/init_text.h"
#include "app/options/exit_code.h"
#include "core/workspace/project/local_workspace_files.h"
#include "core/workspace/project/workspace.h"
#include "core/workspace/setup/this_machine.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace mediahelm::app {

namespace ws = workspace;
using base::Error;
using base::ErrorKind;
using base::Status;
using namespace Qt::StringLiterals;

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

} // namespace

InitJob::InitJob(control::Fleet &fleet, secrets::SecretStore &store, Terminal &terminal, InitOptions options)
    : m_terminal(terminal)
    , m_options(std::move(options))
    , m_fleet(fleet)
    , m_secrets(store)
{
}

void InitJob::start()
{
    if (const Status ready = prepare(); !ready)
        return fail(ready.error());
    m_ports = new EnginePorts(m_fleet, m_request.project);
    m_ports->setParent(this);
    connect(m_ports, &EnginePorts::done, this, &InitJob::plan);
    m_ports->start();
}

void InitJob::interrupted()
{
    m_terminal.complain(u"interrupted; run it again"_s);
}

Status InitJob::prepare()
{
    const base::Result<ws::Catalog> catalog = ws::Catalog::builtIn();
    if (!catalog)
        return catalog.error();
    m_catalog = *catalog;
    m_request.folder = QDir::cleanPath(QFileInfo(m_options.folder).absoluteFilePath());
    m_request.services = m_options.services;
    if (const Status status = takeValues(); !status)
        return status;
    return lookAtFolder();
}

Status InitJob::takeValues()
{
    for (const QString &value : m_options.values) {
        const qsizetype equals = value.indexOf(u'=');
        if (equals < 1)
            return Error{ErrorKind::invalid, u"--set takes NAME=VALUE, not \"%1\""_s.arg(value), {}};
        m_request.values.insert(value.first(equals), value.sliced(equals + 1));
    }
    return {};
}

Status InitJob::lookAtFolder()
{
    const base::Result<QStringList> names = ws::whatStandsIn(m_request.folder);
    if (!names)
        return names.error();
    m_extends = names->contains(u"mediahelm.yaml"_s);
    if (!m_extends && !names->isEmpty())
        return Error{ErrorKind::conflict,
                     u"%1 is not empty: there is %2; nothing was done"_s.arg(m_request.folder, someOf(*names)),
                     {}};
    m_request.project = m_options.project.isEmpty() ? nameAfter(m_request.folder) : m_options.project;
    if (m_extends) {
        const auto workspace = ws::readWorkspace(ws::LocalWorkspaceFiles(m_request.folder), {});
        if (!workspace)
            return workspace.error();
        if (!m_options.project.isEmpty() && m_options.project != workspace->name)
            return Error{ErrorKind::invalid,
                         u"the workspace in %1 is the project %2 already"_s.arg(m_request.folder, workspace->name),
                         {}};
        m_request.project = workspace->name;
    }
    const auto project = secrets::ProjectName::parse(m_request.project);
    return project
        ? Status()
        : Status(Error{ErrorKind::invalid,
                       u"\"%1\" is no name of a project: %2"_s.arg(m_request.project, project.error().message),
                       {}});
}

void InitJob::plan()
{
    m_request.host = ws::thisMachine(m_request.folder);
    // What the project's own containers publish is no obstacle to them.
    QList<ws::TakenPort> &taken = m_request.host.takenPorts;
    taken.removeIf([this](const ws::TakenPort &port) {
        return std::ranges::any_of(m_ports->own(), [&port](const ws::TakenPort &own) {
            return own.port == port.port && own.protocol == port.protocol;
        });
    });
    taken = m_ports->others() + taken;
    const base::Result<ws::Setup> setup = m_extends
        ? ws::extendSetup(m_catalog, ws::LocalWorkspaceFiles(m_request.folder), m_request)
        : ws::makeSetup(m_catalog, m_request);
    if (!setup)
        return fail(setup.error());
    m_setup = *setup;
    if (!m_ports->answered())
        m_setup.warnings.append(u"no engine answered here, so ports of containers that do not run are not known"_s);
    else if (const QString &folder = m_ports->projectFolder(); !folder.isEmpty() && folder != m_request.folder)
        m_setup.warnings.append(u"a project %1 runs already, from %2; Compose takes both for one: choose another "
                                "name with --project"_s.arg(m_request.project, folder));
    make();
}

// First what is likely to fail, last what makes it count.
void InitJob::make()
{
    if (!m_extends) {
        if (const Status written = m_folder.write(m_setup); !written)
            return fail(written.error());
    }
    connect(&m_secrets, &NewSecrets::done, this, &InitJob::keep);
    m_secrets.make(*secrets::ProjectName::parse(m_request.project), m_setup.secrets);
}

void InitJob::keep(const Status &secrets)
{
    if (!secrets)
        return fail(secrets.error());
    const Status done = m_extends ? ws::writeInto(m_setup) : m_folder.finish();
    if (!done)
        return m_secrets.undo(done.error());
    m_setup.warnings += ws::makeFolders(m_setup);
    print();
}

void InitJob::fail(const Error &error)
{
    m_terminal.complain(inertWords(error.message));
    if (!error.detail.isEmpty())
        m_terminal.complain(inertWords(error.detail));
    Q_EMIT finished(error.kind == ErrorKind::conflict ? ExitCode::cannotCreate : exitCodeFor(error.kind));
}

void InitJob::print()
{
    const InitReport report{m_setup, m_extends, m_secrets.made(), m_secrets.kept(), m_secrets.place().keeper};
    const bool printed = m_terminal.print(m_options.json ? initJson(report) : initText(report).toUtf8());
    Q_EMIT finished(printed ? ExitCode::ok : m_terminal.exitCode());
}

} // namespace mediahelm::app
