// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/command_root.h"

#include "app/cli/action_job.h"
#include "app/cli/config_verbs.h"
#include "app/cli/explain_verb.h"
#include "app/cli/host_choice.h"
#include "app/cli/hosts_jobs.h"
#include "app/cli/logs_job.h"
#include "app/cli/status_job.h"
#include "app/cli/workspace_verbs.h"
#include "app/options/exit_code.h"
#include "app/roots/backbone.h"
#include "app/roots/deployment_command.h"
#include "app/roots/job_run.h"
#include "app/roots/secrets_command.h"
#include "app/roots/settings_choice.h"
#include "app/roots/setup_command.h"
#include "app/roots/validate_command.h"
#include "app/run/log_sink.h"
#include "core/settings/settings_store.h"

#include <QCoreApplication>

namespace mediahelm::app {

namespace {

int complain(Terminal &terminal, const ChoiceError &error)
{
    terminal.complain(
        error.message
        + (error.suggestion.isEmpty() ? QString() : QStringLiteral("; did you mean %1?").arg(error.suggestion)));
    return error.exitCode;
}

// What `logs` is asked for, or why that cannot be.
base::Result<model::LogOptions> logOptions(const CommandLine &line)
{
    model::LogOptions options;
    options.follow = line.has(Option::follow);
    options.timestamps = line.has(Option::timestamps);
    if (line.has(Option::tail)) {
        const base::Result<int> tail = parseTail(line.value(Option::tail));
        if (!tail)
            return tail.error();
        options.tail = *tail;
    }
    if (line.has(Option::since)) {
        const base::Result<QDateTime> since = parseSince(line.value(Option::since), QDateTime::currentDateTimeUtc());
        if (!since)
            return since.error();
        options.since = *since;
    }
    return options;
}

std::unique_ptr<Job> makeJob(const CommandLine &line, control::Control control, Terminal &terminal,
                             const model::LogOptions &logs)
{
    using A = model::ContainerAction;
    const bool json = line.has(Option::json);
    const auto act = [&](A action) {
        return std::make_unique<ActionJob>(control, terminal, line.arguments, action, json);
    };
    switch (line.verb) {
    case Verb::start: return act(A::start);
    case Verb::stop: return act(A::stop);
    case Verb::restart: return act(A::restart);
    case Verb::logs: return std::make_unique<LogsJob>(control, terminal, line.arguments, logs, json);
    default: break;
    }
    return std::make_unique<StatusJob>(control, terminal,
                                       StatusOptions{json, line.has(Option::names), !line.has(Option::noStats)});
}

int runOnHosts(const CommandLine &line, Terminal &terminal, const QList<model::HostProfile> &kept)
{
    const base::Result<model::LogOptions> logs = logOptions(line);
    if (!logs) {
        terminal.complain(logs.error().message);
        return ExitCode::usage;
    }
    const auto chosen = chooseHosts(line.value(Option::host), kept);
    if (const auto *error = std::get_if<ChoiceError>(&chosen))
        return complain(terminal, *error);
    ChosenHosts hosts(std::get<QList<model::HostProfile>>(chosen));
    Backbone backbone(hosts);
    const std::unique_ptr<Job> job = makeJob(line, backbone.control(), terminal, *logs);
    return runJob(*job, [&] { backbone.sessions().start(); });
}

int runHostTest(const CommandLine &line, Terminal &terminal, const QList<model::HostProfile> &kept)
{
    const auto chosen = chooseHosts(line.arguments.value(0), kept);
    if (const auto *error = std::get_if<ChoiceError>(&chosen))
        return complain(terminal, *error);
    ChosenHosts none({});
    Backbone backbone(none);
    HostTestJob job(backbone.control().hosts, terminal, std::get<QList<model::HostProfile>>(chosen).first(),
                    line.has(Option::json));
    return runJob(job, [&] { backbone.sessions().start(); });
}

} // namespace

int runCommand(int &argc, char **argv, const CommandLine &line, SecretKeepingMaker secrets)
{
    const QCoreApplication application(argc, argv);
    Terminal terminal({line.has(Option::quiet), line.has(Option::noColor)});
    // These need no settings, and work without good ones.
    const auto argument = [&line](int i) { return line.arguments.value(i); };
    const bool json = line.has(Option::json);
    switch (line.verb) {
    case Verb::configGet: return getConfig(terminal, argument(0), argument(1), json);
    case Verb::configSet: return setConfig(terminal, argument(0), argument(1), argument(2), json);
    case Verb::configUnset: return unsetConfig(terminal, argument(0), argument(1), json);
    case Verb::env: return showEnvironment(terminal, argument(0), json);
    case Verb::validate: return runValidateCommand(line, terminal);
    case Verb::explain: return explainCode(terminal, argument(0), line.has(Option::json));
    default: break;
    }
    settings::SettingsStore store(settingsSources(line, {settings::SettingScope::program}));
    installLogSink(logLevel(store, LogLevel::error));

    if (line.verb == Verb::init)
        return runInitCommand(line, terminal, store.hosts(), secrets);
    if (line.verb == Verb::adopt)
        return runAdoptCommand(line, terminal, store.hosts(), secrets);
    if (isAboutDeployments(line.verb))
        return runDeploymentCommand(line, terminal, secrets);
    if (needsSecrets(line.verb))
        return runSecretsCommand(line, terminal, secrets);
    const bool writes = line.verb == Verb::hostsAdd || line.verb == Verb::hostsRemove;
    const bool needsSettings = !line.value(Option::host).contains(QStringLiteral("://"));
    if (const auto problem = store.problem()) {
        terminal.complain(problem->message + u'\n' + problem->detail);
        if (writes || (needsSettings && !store.usingLastGood()))
            return ExitCode::config;
        if (needsSettings)
            terminal.complain(QStringLiteral("working with the last good copy of the settings"));
    }
    switch (line.verb) {
    case Verb::hostsList: return listHosts(store, terminal, line.has(Option::json), line.has(Option::names));
    case Verb::hostsAdd:
        return addHost(store, terminal, line.arguments.value(0), line.arguments.value(1), line.value(Option::socket));
    case Verb::hostsRemove: return removeHost(store, terminal, line.arguments.value(0));
    case Verb::hostsTest: return runHostTest(line, terminal, store.hosts());
    default: break;
    }
    return runOnHosts(line, terminal, store.hosts());
}

} // namespace mediahelm::app
