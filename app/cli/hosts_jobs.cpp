// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hosts_jobs.h"

#include "app/cli/gathering.h"
#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"
#include "core/base/nearest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace mediahelm::app {

namespace {

int printed(Terminal &terminal, const QString &text)
{
    return terminal.print(text) ? ExitCode::ok : terminal.exitCode();
}

QStringList namesOf(const QList<model::HostProfile> &hosts)
{
    QStringList names;
    for (const model::HostProfile &host : hosts)
        names.append(host.id.text());
    return names;
}

// The exit status of a settings file that would not take a change.
int complainOfSettings(Terminal &terminal, const base::Error &error)
{
    terminal.complain(error.message);
    if (!error.detail.isEmpty())
        terminal.complain(error.detail);
    return exitCodeFor(error.kind);
}

} // namespace

int listHosts(const settings::HostProfileStore &store, Terminal &terminal, bool json, bool names)
{
    const QList<model::HostProfile> hosts = store.hosts();
    if (names)
        return hosts.isEmpty() ? ExitCode::ok : printed(terminal, namesOf(hosts).join(u'\n') + u'\n');
    if (json) {
        QJsonArray items;
        for (const model::HostProfile &host : hosts)
            items.append(QJsonObject{
                {QStringLiteral("host"), host.id.text()},
                {QStringLiteral("address"), host.address.text()},
                {QStringLiteral("remote_socket"),
                 host.remoteSocket.isEmpty() ? QJsonValue() : QJsonValue(host.remoteSocket)},
            });
        return printed(terminal, QString::fromUtf8(inertJson(QJsonDocument(items))));
    }
    qsizetype width = 4;
    for (const model::HostProfile &host : hosts)
        width = qMax(width, host.id.text().size());
    QString text = QStringLiteral("NAME").leftJustified(width) + QStringLiteral("  ADDRESS\n");
    for (const model::HostProfile &host : hosts) {
        text += host.id.text().leftJustified(width) + QStringLiteral("  ") + host.address.text();
        if (!host.remoteSocket.isEmpty())
            text += QStringLiteral(" (socket %1)").arg(inertWords(host.remoteSocket));
        text += u'\n';
    }
    return printed(terminal, text);
}

int addHost(settings::HostProfileStore &store, Terminal &terminal, const QString &name, const QString &address,
            const QString &socket)
{
    const auto id = base::HostId::parse(name);
    if (!id) {
        terminal.complain(QStringLiteral("\"%1\": %2").arg(name, id.error().message));
        return ExitCode::usage;
    }
    const auto where = model::EngineAddress::parse(address);
    if (!where) {
        terminal.complain(QStringLiteral("\"%1\": %2").arg(address, where.error().message));
        return ExitCode::usage;
    }
    if (!socket.isEmpty() && (where->kind() != model::EngineAddress::Kind::ssh || !socket.startsWith(u'/'))) {
        terminal.complain(QStringLiteral("--socket needs an ssh:// address and an absolute path"));
        return ExitCode::usage;
    }
    QList<model::HostProfile> hosts = store.hosts();
    if (namesOf(hosts).contains(name)) {
        terminal.complain(
            QStringLiteral("there is a host \"%1\" already; remove it first, or take another name").arg(name));
        return ExitCode::cannotCreate;
    }
    hosts.append({*id, *where, socket});
    if (const base::Status status = store.setHosts(hosts); !status)
        return complainOfSettings(terminal, status.error());
    terminal.say(QStringLiteral("added %1; try it with: mediahelm hosts test %1").arg(name));
    return ExitCode::ok;
}

int removeHost(settings::HostProfileStore &store, Terminal &terminal, const QString &name)
{
    QList<model::HostProfile> hosts = store.hosts();
    const auto found = std::ranges::find_if(hosts, [&](const auto &host) { return host.id.text() == name; });
    if (found == hosts.end()) {
        const QString nearest = base::nearestName(name, namesOf(hosts));
        terminal.complain(QStringLiteral("there is no host \"%1\"").arg(name)
                          + (nearest.isEmpty() ? QString() : QStringLiteral("; did you mean %1?").arg(nearest)));
        return ExitCode::noHost;
    }
    hosts.erase(found);
    if (const base::Status status = store.setHosts(hosts); !status)
        return complainOfSettings(terminal, status.error());
    terminal.say(QStringLiteral("removed %1").arg(name));
    return ExitCode::ok;
}

HostTestJob::HostTestJob(control::HostDirectory &hosts, Terminal &terminal, model::HostProfile profile, bool json)
    : m_hosts(hosts)
    , m_terminal(terminal)
    , m_profile(std::move(profile))
    , m_json(json)
{
}

void HostTestJob::start()
{
    m_hosts.test(m_profile).then(this, [this](const base::Result<control::ConnectionTestReport> &result) {
        if (result)
            return report(*result);
        m_terminal.complain(QStringLiteral("%1: %2").arg(m_profile.id.text(), inertWords(result.error().message)));
        Q_EMIT finished(exitCodeFor(result.error().kind));
    });
}

void HostTestJob::report(const control::ConnectionTestReport &report)
{
    const bool works = report.problem == model::ConnectionProblem::none;
    bool read = true;
    if (m_json) {
        QJsonObject item{
            {QStringLiteral("host"), m_profile.id.text()},
            {QStringLiteral("address"), m_profile.address.text()},
            {QStringLiteral("ok"), works},
            {QStringLiteral("problem"), works ? QJsonValue() : QJsonValue(model::problemName(report.problem))},
            {QStringLiteral("detail"), report.detail.isEmpty() ? QJsonValue() : QJsonValue(report.detail)},
            {QStringLiteral("engine"), report.engine ? QJsonValue(report.engine->version) : QJsonValue()},
            {QStringLiteral("api"), report.engine ? QJsonValue(report.engine->api.text()) : QJsonValue()},
            {QStringLiteral("containers"), works ? QJsonValue(report.containers) : QJsonValue()},
            {QStringLiteral("elapsed_ms"), static_cast<qint64>(report.elapsed.count())},
        };
        read = m_terminal.print(inertJson(QJsonDocument(item)));
    } else if (works && report.engine) {
        read = m_terminal.print(QStringLiteral("%1: %2 %3 (API %4), %5 containers, answered in %6 ms\n")
                                    .arg(m_profile.id.text(), inertWords(report.engine->product),
                                         inertWords(report.engine->version), report.engine->api.text())
                                    .arg(report.containers)
                                    .arg(report.elapsed.count()));
    }
    if (!works) {
        control::HostStatus status{m_profile, {}, std::nullopt};
        status.connection.problem = report.problem;
        status.connection.detail = report.detail;
        m_terminal.complain(problemWords(status));
    }
    Q_EMIT finished(read ? exitCodeFor(report.problem) : m_terminal.exitCode());
}

} // namespace mediahelm::app
