// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/adopt_job.h"

#include "app/cli/inert_text.h"
#include "app/cli/plain_secrets.h"
#include "app/options/exit_code.h"
#include "core/base/nearest.h"
#include "core/control/adoption/folder_match.h"

#include <QFileInfo>

#include <algorithm>

namespace mediahelm::app {

namespace ws = workspace;
using namespace Qt::StringLiterals;

AdoptJob::AdoptJob(control::Fleet &fleet, Terminal &terminal, AdoptOptions options)
    : m_fleet(fleet)
    , m_terminal(terminal)
    , m_options(std::move(options))
    , m_survey(fleet, control::Gathering::Hosts::all)
{
}

void AdoptJob::start()
{
    m_survey.ask().then(this, [this](const base::Result<control::Surveyed> &surveyed) {
        if (surveyed)
            tell(*surveyed);
        else
            Q_EMIT finished(exitCodeFor(surveyed.error().kind));
    });
}

QList<AdoptableProject> AdoptJob::projects(const control::Surveyed &surveyed) const
{
    QList<AdoptableProject> all;
    const QList<control::HostStatus> hosts = m_fleet.hosts();
    for (const control::HostStatus &host : hosts) {
        const bool local = control::isOnThisMachine(host.profile.address);
        const QList<ws::RunningProject> running = ws::runningProjects(surveyed.details.value(host.profile.id));
        for (const ws::RunningProject &project : running)
            all.append(control::adoptable(host.profile.id, project, local));
    }
    return all;
}

void AdoptJob::tell(const control::Surveyed &surveyed)
{
    const int exitCode = print(surveyed);
    for (const control::HostStatus &host : surveyed.failed)
        m_terminal.complain(problemWords(host));
    Q_EMIT finished(surveyed.failed.isEmpty() ? exitCode : ExitCode::unavailable);
}

int AdoptJob::print(const control::Surveyed &surveyed)
{
    const QList<AdoptableProject> all = projects(surveyed);
    if (!m_options.project.isEmpty())
        return printOne(all);
    const bool printed = m_terminal.print(m_options.json ? adoptListJson(all, surveyed.handMade)
                                                         : adoptListText(all, surveyed.handMade).toUtf8());
    return printed ? ExitCode::ok : m_terminal.exitCode();
}

int AdoptJob::printOne(const QList<AdoptableProject> &all)
{
    QStringList names;
    QList<AdoptableProject> found;
    for (const AdoptableProject &each : all) {
        names.append(each.project.name);
        if (each.project.name == m_options.project)
            found.append(each);
    }
    if (found.size() > 1) {
        m_terminal.complain(u"several hosts run a project %1; name one with --host"_s.arg(m_options.project));
        return ExitCode::usage;
    }
    if (found.isEmpty()) {
        const QString nearest = base::nearestName(m_options.project, names);
        m_terminal.complain(u"no project \"%1\" runs%2"_s.arg(
            inertWords(m_options.project),
            nearest.isEmpty() ? QString() : u"; did you mean %1?"_s.arg(inertWords(nearest))));
        return ExitCode::noInput;
    }
    if (m_options.manifest)
        return writeManifest(found.first());
    const bool printed =
        m_terminal.print(m_options.json ? adoptJson(found.first()) : adoptText(found.first()).toUtf8());
    if (printed && found.first().folderOpensIt) {
        if (const QString hint = plainSecretsHint(found.first().project.folder); !hint.isEmpty())
            m_terminal.say(hint);
    }
    return printed ? ExitCode::ok : m_terminal.exitCode();
}

int AdoptJob::writeManifest(const AdoptableProject &project)
{
    if (project.folderOpensIt) {
        m_terminal.say(u"its folder opens as %1 already; nothing was written"_s.arg(inertWords(project.project.name)));
        return ExitCode::ok;
    }
    const QString path = control::manifestPath(project.project.folder);
    if (project.manifest.isEmpty()) {
        const bool elsewhere = std::ranges::any_of(
            project.files, [](const AdoptableFile &file) { return file.state == FileState::elsewhere; });
        const QString why = elsewhere    ? u"its folder is on another machine"_s
            : QFileInfo::exists(path)    ? u"there is %1 already"_s.arg(path)
            : project.warnings.isEmpty() ? u"its files lie elsewhere"_s
                                         : project.warnings.last();
        m_terminal.complain(u"no mediahelm.yaml is written: %1"_s.arg(inertWords(why)));
        return ExitCode::data;
    }
    const base::Status written = control::writeManifest(project.project.folder, project.manifest);
    if (!written) {
        m_terminal.complain(inertWords(written.error().message));
        return exitCodeFor(written.error().kind);
    }
    m_terminal.say(u"wrote %1"_s.arg(inertWords(path)));
    return ExitCode::ok;
}

} // namespace mediahelm::app
