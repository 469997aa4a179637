// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/adopt_job.h"

#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"
#include "core/base/nearest.h"

#include <algorithm>

namespace mediahelm::app {

namespace ws = workspace;
using namespace Qt::StringLiterals;

AdoptJob::AdoptJob(control::Fleet &fleet, Terminal &terminal, AdoptOptions options)
    : m_fleet(fleet)
    , m_terminal(terminal)
    , m_options(std::move(options))
    , m_gathering(fleet)
{
}

void AdoptJob::start()
{
    connect(&m_gathering, &Gathering::done, this, &AdoptJob::gathered);
    m_gathering.start();
}

void AdoptJob::gathered()
{
    ++m_asking; // until all are asked about
    const QList<HostContainers> hosts = m_gathering.containers();
    for (const HostContainers &host : hosts) {
        for (const model::Container &container : host.containers)
            inspect(host, container);
    }
    --m_asking;
    printWhenReady();
}

void AdoptJob::inspect(const HostContainers &host, const model::Container &container)
{
    if (container.project.isEmpty()) {
        m_handMade.append({host.host, container});
        return;
    }
    ++m_asking;
    m_fleet.inspect({host.host, container.id})
        .then(this, [this, id = host.host, container](const base::Result<model::ContainerDetail> &detail) {
            --m_asking;
            model::ContainerDetail known;
            known.container = container; // one that hangs or has gone is still one of its project's
            m_details[id].append(detail ? *detail : known);
            printWhenReady();
        });
}

QList<AdoptableProject> AdoptJob::projects() const
{
    QList<AdoptableProject> all;
    const QList<control::HostStatus> hosts = m_fleet.hosts();
    for (const control::HostStatus &host : hosts) {
        using Kind = model::EngineAddress::Kind;
        const Kind kind = host.profile.address.kind();
        const bool local = kind == Kind::local || kind == Kind::unixSocket;
        const QList<ws::RunningProject> running = ws::runningProjects(m_details.value(host.profile.id));
        for (const ws::RunningProject &project : running)
            all.append(adoptable(host.profile.id, project, local));
    }
    return all;
}

void AdoptJob::printWhenReady()
{
    if (m_asking > 0 || m_printed)
        return;
    m_printed = true;
    const int exitCode = print();
    const QList<control::HostStatus> failed = m_gathering.failed();
    for (const control::HostStatus &host : failed)
        m_terminal.complain(problemWords(host));
    Q_EMIT finished(failed.isEmpty() ? exitCode : ExitCode::unavailable);
}

int AdoptJob::print()
{
    const QList<AdoptableProject> all = projects();
    if (!m_options.project.isEmpty())
        return printOne(all);
    const bool printed =
        m_terminal.print(m_options.json ? adoptListJson(all, m_handMade) : adoptListText(all, m_handMade).toUtf8());
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
    const bool printed =
        m_terminal.print(m_options.json ? adoptJson(found.first()) : adoptText(found.first()).toUtf8());
    return printed ? ExitCode::ok : m_terminal.exitCode();
}

} // namespace mediahelm::app
