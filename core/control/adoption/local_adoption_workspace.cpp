// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/steps.h"
#include "core/control/adoption/adopted_workspace.h"
#include "core/control/adoption/local_adoption.h"
#include "core/secrets/secret_name.h"

#include <QDir>
#include <QPointer>

// What was imported, made into a new workspace.

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

QFuture<Result<SetupOutcome>> LocalAdoption::makeWorkspace(const QString &folder, const QString &project)
{
    const auto refuse = [](const Error &error) { return base::finishedWith<SetupOutcome>(error); };
    if (m_making)
        return refuse({ErrorKind::conflict, u"a workspace is just being made"_s, {}});
    if (!m_imported)
        return refuse({ErrorKind::invalid, u"no container was imported"_s, {}});
    if (!QDir::isAbsolutePath(folder))
        return refuse({ErrorKind::invalid, u"%1 is no whole path of a folder"_s.arg(folder), {}});
    if (const auto name = secrets::ProjectName::parse(project); !name)
        return refuse(name.error());
    m_making = true;
    ++m_asked; // what is made stays what it is
    return base::futureOf<SetupOutcome>(makeSteps(QDir::cleanPath(folder), project));
}

// First what is likely to fail, last what makes it count.
QCoro::Task<Result<SetupOutcome>> LocalAdoption::makeSteps(QString folder, QString project)
{
    const QPointer<LocalAdoption> self(this);
    const workspace::Setup setup = adoptedWorkspace(*m_imported, folder, project);
    const std::function<Status(Disk &)> write = [setup](Disk &disk) -> Status {
        const Result<QStringList> there = workspace::whatStandsIn(setup.folder);
        if (!there)
            return there.error();
        if (!there->isEmpty())
            return Error{ErrorKind::conflict, u"%1 is not empty; nothing was done"_s.arg(setup.folder), {}};
        disk.folder = std::make_unique<workspace::SetupFolder>();
        return disk.folder->write(setup);
    };
    const std::function<Status(Disk &)> finish = [](Disk &disk) {
        const Status done = disk.folder->finish();
        disk.folder.reset();
        return done;
    };
    Status done = co_await onDisk<void>(write);
    if (self && done)
        done = co_await keepSteps(project);
    if (self && done)
        done = co_await onDisk<void>(finish);
    if (!self)
        co_return base::abandoned();
    if (!done) {
        co_await takeBack();
        co_return done.error();
    }
    m_making = false;
    SetupOutcome outcome;
    outcome.folder = folder;
    outcome.project = project;
    for (const workspace::SetupFile &file : setup.files)
        outcome.files.append(file.path);
    for (const workspace::SetupSecret &secret : setup.secrets)
        outcome.secretsGiven.append(secret.name);
    co_return outcome;
}

QCoro::Task<> LocalAdoption::takeBack()
{
    const QPointer<LocalAdoption> self(this);
    m_making = false;
    if (m_disk)
        m_disk->post([](Disk &disk) { disk.folder.reset(); });
    const QStringList written = std::exchange(m_written, {});
    for (const QString &key : written) {
        static_cast<void>(co_await m_store.remove(key));
        if (!self)
            co_return;
    }
}

} // namespace mediahelm::control
