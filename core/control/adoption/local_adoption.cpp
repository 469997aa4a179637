// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/adoption/local_adoption.h"

#include "core/base/steps.h"
#include "core/base/wipe.h"
#include "core/control/adoption/adoptable.h"
#include "core/control/adoption/folder_match.h"
#include "core/secrets/secret_name.h"

#include <QPointer>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

RunningProject projectOf(const base::HostId &host, const workspace::RunningProject &running)
{
    const AdoptableProject found = adoptable(host, running, true);
    return {host,
            running.name,
            running.folder,
            running.services,
            running.containers,
            running.running,
            found.folderOpensIt,
            found.warnings,
            found.manifest};
}

} // namespace

LocalAdoption::LocalAdoption(Fleet &fleet, secrets::SecretStore &store)
    : m_fleet(fleet)
    , m_store(store)
    , m_served(m_answers.serve())
{
}

LocalAdoption::~LocalAdoption()
{
    wipeSecrets();
}

void LocalAdoption::wipeSecrets()
{
    if (!m_imported)
        return;
    for (workspace::ImportedSecret &secret : m_imported->secrets)
        base::wipe(secret.value);
    m_imported.reset();
}

QFuture<Result<RunningHere>> LocalAdoption::look()
{
    return base::futureOf<RunningHere>(lookSteps());
}

QFuture<Result<QList<RunningProject>>> LocalAdoption::projectsOf(const Surveyed &surveyed)
{
    return onDisk<QList<RunningProject>>([surveyed](Disk &) {
        QList<RunningProject> projects;
        for (auto host = surveyed.details.cbegin(); host != surveyed.details.cend(); ++host) {
            const QList<workspace::RunningProject> running = workspace::runningProjects(*host);
            for (const workspace::RunningProject &project : running)
                projects.append(projectOf(host.key(), project));
        }
        return Result<QList<RunningProject>>(projects);
    });
}

QCoro::Task<Result<RunningHere>> LocalAdoption::lookSteps()
{
    const QPointer<LocalAdoption> self(this);
    auto *survey = new AdoptionSurvey(m_fleet, Gathering::Hosts::thisMachine, this);
    const Result<Surveyed> surveyed = co_await survey->ask();
    if (!self)
        co_return base::abandoned();
    survey->deleteLater();
    if (!surveyed)
        co_return surveyed.error();
    const Result<QList<RunningProject>> projects = co_await projectsOf(*surveyed);
    if (!self)
        co_return base::abandoned();
    if (!projects)
        co_return projects.error();
    RunningHere here;
    here.known = !surveyed->hosts.isEmpty();
    here.projects = *projects;
    for (const HandMade &one : surveyed->handMade) {
        LooseContainer container;
        container.key.host = one.host;
        container.key.id = one.container.id;
        container.name = one.container.name.text();
        container.image = one.container.image;
        container.state = one.container.state;
        here.containers.append(container);
    }
    co_return here;
}

QFuture<Status> LocalAdoption::writeManifest(const RunningProject &project)
{
    return onDisk<void>([project](Disk &) -> Status {
        if (project.folder.isEmpty() || project.manifest.isEmpty())
            return Error{ErrorKind::invalid, u"a manifest does not help %1"_s.arg(project.name), {}};
        return control::writeManifest(project.folder, project.manifest);
    });
}

QFuture<Result<ImportedFile>> LocalAdoption::import(const model::ContainerKey &key)
{
    if (m_making)
        return base::finishedWith<ImportedFile>(
            Error{ErrorKind::conflict, u"a workspace is just being made of another one"_s, {}});
    return base::futureOf<ImportedFile>(importSteps(key));
}

QCoro::Task<Result<ImportedFile>> LocalAdoption::importSteps(model::ContainerKey key)
{
    const QPointer<LocalAdoption> self(this);
    const int asked = ++m_asked;
    const Result<model::RawContainer> raw = co_await m_fleet.rawContainer(key);
    if (!self || asked != m_asked)
        co_return base::abandoned();
    if (!raw)
        co_return raw.error();
    workspace::ImportContext context;
    const QList<model::Container> containers = m_fleet.containers(key.host);
    for (const model::Container &container : containers)
        context.containerNames.insert(container.id.text(), container.name.text());
    if (const auto host = m_fleet.host(key.host); host && host->engine)
        context.hostName = host->engine->hostName;
    Result<workspace::ImportedService> imported = workspace::importContainer(*raw, context);
    if (!imported)
        co_return imported.error();
    wipeSecrets();
    m_imported = *imported;
    ImportedFile file;
    file.service = imported->service;
    file.yaml = imported->yaml;
    for (const workspace::ImportedSecret &secret : std::as_const(m_imported->secrets))
        file.secrets.append(secret.variable);
    file.warnings = imported->warnings;
    co_return file;
}

QFuture<Status> LocalAdoption::keepSecrets(const QString &project)
{
    return base::futureOf<void>(keepSteps(project));
}

// First a look at all: one of a name that is kept already may be another service's.
QCoro::Task<Status> LocalAdoption::keepSteps(QString project)
{
    const QPointer<LocalAdoption> self(this);
    m_written.clear();
    const auto owner = secrets::ProjectName::parse(project);
    if (!owner)
        co_return owner.error();
    const QList<workspace::ImportedSecret> all = m_imported ? m_imported->secrets : QList<workspace::ImportedSecret>();
    QList<workspace::ImportedSecret> missing;
    for (const workspace::ImportedSecret &secret : all) {
        const auto name = secrets::SecretName::parse(secret.variable);
        if (!name)
            co_return name.error();
        Result<std::optional<QByteArray>> kept = co_await m_store.read(secrets::workspaceSecretKey(*owner, *name));
        if (!self)
            co_return base::abandoned();
        if (!kept)
            co_return kept.error();
        const bool there = kept->has_value();
        const bool same = there && **kept == secret.value;
        if (there) {
            QByteArray copy = **kept; // shares its bytes, and so wipes them
            base::wipe(copy);
        }
        if (there && !same)
            co_return Error{ErrorKind::conflict,
                            u"another value of %1 is kept already; nothing was changed"_s.arg(secret.variable),
                            {}};
        if (!there)
            missing.append(secret);
    }
    for (const workspace::ImportedSecret &secret : std::as_const(missing)) {
        const auto name = secrets::SecretName::parse(secret.variable);
        const Status written = co_await m_store.write(secrets::workspaceSecretKey(*owner, *name), secret.value);
        if (!self)
            co_return base::abandoned();
        if (!written)
            co_return written;
        m_written.append(secrets::workspaceSecretKey(*owner, *name));
    }
    co_return Status();
}

} // namespace mediahelm::control
