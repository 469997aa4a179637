// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/status_job.h"

#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"
#include "core/control/fleet.h"
#include "core/control/service_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace mediahelm::app {

namespace {

constexpr std::chrono::milliseconds longestMeasuring = 4s;
constexpr std::chrono::milliseconds longestSilence = 4s; // of the inspections

} // namespace

StatusJob::StatusJob(control::Control control, Terminal &terminal, const StatusOptions &options)
    : m_control(control)
    , m_terminal(terminal)
    , m_options(options)
    , m_gathering(control.fleet)
{
    m_measured.setSingleShot(true);
    m_measured.setInterval(longestMeasuring);
    m_patience.setSingleShot(true);
    m_patience.setInterval(longestSilence);
    connect(&m_patience, &QTimer::timeout, this, &StatusJob::giveUpInspecting);
}

StatusJob::~StatusJob() = default;

void StatusJob::start()
{
    connect(&m_gathering, &Gathering::done, this, &StatusJob::gathered);
    m_gathering.start();
}

void StatusJob::gathered()
{
    const QList<HostContainers> hosts = m_gathering.containers();
    if (m_options.names) {
        const QStringList names = serviceNames(hosts);
        const bool read = names.isEmpty() || m_terminal.print(names.join(u'\n') + u'\n');
        Q_EMIT finished(read ? ExitCode::ok : m_terminal.exitCode());
        return;
    }
    for (const HostContainers &host : hosts) {
        for (const model::Container &container : host.containers)
            m_rows.append({host.host, container, std::nullopt});
    }
    sortForTable(m_rows);
    if (m_options.stats)
        measure();
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_inspecting.insert(i);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        inspect(i);
    printWhenReady();
}

void StatusJob::inspect(qsizetype index)
{
    const StatusRow &row = m_rows.at(index);
    m_control.fleet.inspect({row.host, row.container.id})
        .then(this, [this, index](const base::Result<model::ContainerDetail> &detail) {
            if (!m_inspecting.remove(index))
                return; // too late
            // One that has gone meanwhile, or hangs, keeps what the list said.
            if (detail)
                m_rows[index].container = detail->container;
            else if (detail.error().kind == base::ErrorKind::timeout)
                m_rows[index].container.noAnswer = true;
            m_patience.start();
            printWhenReady();
        });
    m_patience.start();
}

// Nothing has come for a while: one that hangs is no reason to withhold the others.
void StatusJob::giveUpInspecting()
{
    const QSet<qsizetype> unanswered = std::exchange(m_inspecting, {});
    for (const qsizetype index : unanswered)
        m_rows[index].container.noAnswer = true;
    printWhenReady();
}

void StatusJob::measure()
{
    QSet<model::ContainerKey> running;
    for (const StatusRow &row : std::as_const(m_rows)) {
        if (row.container.state == model::ContainerState::running)
            running.insert({row.host, row.container.id});
    }
    if (running.isEmpty())
        return;
    connect(&m_measured, &QTimer::timeout, this, [this] {
        m_watch.reset();
        printWhenReady();
    });
    m_watch = m_control.stats.watch();
    connect(m_watch.get(), &control::StatsWatch::sampled, this, &StatusJob::takeSamples);
    m_watch->setContainers(running);
    m_measured.start();
}

void StatusJob::takeSamples(const QList<model::ContainerSample> &samples)
{
    for (const model::ContainerSample &sample : samples) {
        const auto row = std::ranges::find_if(m_rows, [&](const StatusRow &each) {
            return each.host == sample.key.host && each.container.id == sample.key.id;
        });
        if (row != m_rows.end())
            row->sample = sample;
    }
    if (!measuredAll())
        return;
    m_watch.release()->deleteLater(); // it is emitting
    m_measured.stop();
    printWhenReady();
}

// A rate needs two readings, so the first sample of a container may lack it.
bool StatusJob::measuredAll() const
{
    return std::ranges::all_of(m_rows, [](const StatusRow &row) {
        return row.container.state != model::ContainerState::running || (row.sample && row.sample->cpuCores);
    });
}

void StatusJob::printWhenReady()
{
    if (!m_inspecting.isEmpty() || m_watch || m_printed)
        return;
    m_printed = true;
    if (!print()) {
        Q_EMIT finished(m_terminal.exitCode());
        return;
    }
    const QList<control::HostStatus> failed = m_gathering.failed();
    for (const control::HostStatus &host : failed)
        m_terminal.complain(problemWords(host));
    if (!failed.isEmpty() && !m_rows.isEmpty())
        m_terminal.complain(QStringLiteral("the list is incomplete: %1 not reached")
                                .arg(failed.size() == 1 ? QStringLiteral("one host was")
                                                        : QStringLiteral("%1 hosts were").arg(failed.size())));
    else if (failed.isEmpty() && m_rows.isEmpty())
        m_terminal.say(m_control.fleet.hosts().isEmpty()
                           ? QStringLiteral("there is no host; add one with: mediahelm hosts add NAME ADDRESS")
                           : QStringLiteral("there are no services"));
    Q_EMIT finished(failed.isEmpty() ? ExitCode::ok : ExitCode::unavailable);
}

bool StatusJob::print() const
{
    if (m_options.json) {
        QJsonArray items;
        for (const StatusRow &row : m_rows) {
            const std::optional<control::HostStatus> host = m_control.fleet.host(row.host);
            items.append(control::serviceJson(host.value_or(control::HostStatus{}), row.container, row.sample));
        }
        return m_terminal.print(inertJson(QJsonDocument(items)));
    }
    if (m_rows.isEmpty())
        return true;
    TableLook look;
    look.columns = m_terminal.isTerminal() ? m_terminal.columns() : 0;
    look.colours = m_terminal.colours();
    look.withHost = m_control.fleet.hosts().size() > 1;
    look.withStats = m_options.stats;
    return m_terminal.print(statusTable(m_rows, look, QDateTime::currentDateTimeUtc()));
}

} // namespace mediahelm::app
