// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/job_run.h"

#include "app/options/exit_code.h"
#include "app/run/process.h"
#include "app/run/unix_signals.h"

#include <QCoreApplication>

#include <utility>

namespace mediahelm::app {

int runJob(Job &job, const std::function<void()> &before)
{
    UnixSignals signals(UnixSignals::HangUp::ends);
    bool cancelled = false;
    QObject::connect(&signals, &UnixSignals::ended, &job, [&](int signal) {
        if (!std::exchange(cancelled, true) && job.cancels())
            return;
        job.interrupted();
        QCoreApplication::exit(ExitCode::signalled + signal);
    });
    QObject::connect(&job, &Job::finished, &signals, [](int code) { QCoreApplication::exit(code); });
    // Once the loop runs, so that a job that is done at once ends it too.
    QMetaObject::invokeMethod(
        &job,
        [&] {
            if (before)
                before();
            job.start();
        },
        Qt::QueuedConnection);
    return endWithin(endPatience, QCoreApplication::exec());
}

} // namespace mediahelm::app
