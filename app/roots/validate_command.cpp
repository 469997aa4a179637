// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/validate_command.h"

#include "app/cli/validate_job.h"
#include "app/roots/engine_question.h"
#include "app/roots/job_run.h"
#include "core/revision/compose/local_compose_process.h"
#include "core/transport/local_endpoint.h"
#include "core/workspace/checks/local_host_probe.h"

#include <QDir>
#include <QFileInfo>

namespace mediahelm::app {

int runValidateCommand(const CommandLine &line, Terminal &terminal)
{
    const QString folder = line.arguments.value(0);
    ValidateJob::Sources sources;
    const bool offline = line.has(Option::offline);
    const auto engine = transport::findLocalEngine(transport::LocalEnvironment::current());
    const bool here = engine && engine->kind() == model::EngineAddress::Kind::unixSocket;

    workspace::LocalHostProbe::Places places;
    places.home = QDir::homePath();
    const workspace::LocalHostProbe host(QFileInfo(folder).absoluteFilePath(), places);
    std::optional<EngineQuestion> containers;
    std::optional<revision::LocalComposeProcess> compose;
    // Containers of an engine elsewhere do not run on what this machine has.
    if (!offline && here) {
        sources.host = &host;
        containers.emplace(*engine);
        sources.engineFacts = [&containers] { return containers->ask(); };
    }
    if (!offline && !line.has(Option::noCompose)) {
        compose.emplace(model::EngineAddress::local());
        sources.compose = &*compose;
    }
    ValidateJob job(terminal, {folder, line.has(Option::json)}, sources);
    return runJob(job);
}

} // namespace mediahelm::app
