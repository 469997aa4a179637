// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/service_job.h"

#include "app/options/exit_code.h"

namespace mediahelm::app {

ServiceJob::ServiceJob(control::Control control, Terminal &terminal, QStringList names)
    : m_control(control)
    , m_terminal(terminal)
    , m_names(std::move(names))
    , m_gathering(control.fleet)
{
}

void ServiceJob::start()
{
    connect(&m_gathering, &Gathering::done, this, &ServiceJob::gathered);
    m_gathering.start();
}

void ServiceJob::gathered()
{
    const QList<control::HostStatus> failed = m_gathering.failed();
    if (!failed.isEmpty()) {
        for (const control::HostStatus &host : failed)
            m_terminal.complain(problemWords(host));
        if (m_control.fleet.hosts().size() > 1)
            m_terminal.complain(
                QStringLiteral("nothing was done: a name may mean a service there. Name the host with --host."));
        Q_EMIT finished(ExitCode::unavailable);
        return;
    }
    const auto result = findServices(m_names, m_gathering.containers());
    if (const auto *containers = std::get_if<QList<FoundContainer>>(&result)) {
        found(*containers);
        return;
    }
    const FindError &error = std::get<FindError>(result);
    QString words = error.message;
    if (!error.suggestion.isEmpty())
        words += QStringLiteral("; did you mean %1?").arg(error.suggestion);
    for (const QString &choice : error.choices)
        words += QStringLiteral("\n  ") + choice;
    if (m_names.size() > 1)
        words += QStringLiteral("\nnothing was done");
    m_terminal.complain(words);
    Q_EMIT finished(error.exitCode);
}

} // namespace mediahelm::app
