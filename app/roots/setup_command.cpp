// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/setup_command.h"

#include "app/cli/adopt_job.h"
#include "app/cli/host_choice.h"
#include "app/cli/import_job.h"
#include "app/cli/init_job.h"
#include "app/options/exit_code.h"
#include "app/roots/backbone.h"
#include "app/roots/job_run.h"
#include "core/control/setup/local_workspace_setup.h"

namespace mediahelm::app {

namespace {

QStringList wordsOf(const QStringList &lists)
{
    QStringList words;
    for (const QString &list : lists) {
        const QStringList parts = list.split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts)
            words.append(part.trimmed());
    }
    return words;
}

int usage(Terminal &terminal, const QString &words)
{
    terminal.complain(words);
    return ExitCode::usage;
}

} // namespace

int runInitCommand(const CommandLine &line, Terminal &terminal, const QList<model::HostProfile> &kept,
                   SecretKeepingMaker make)
{
    if (line.has(Option::list))
        return listCatalog(terminal, line.value(Option::category), line.has(Option::json), line.has(Option::names));
    if (line.arguments.isEmpty())
        return usage(terminal,
                     QStringLiteral("name the folder that the workspace is to be in: init DIR --services a,b"));
    InitOptions options{line.arguments.value(0), line.value(Option::project),
                        wordsOf(line.values.value(Option::services)), line.values.value(Option::set),
                        line.has(Option::json)};
    if (options.services.isEmpty())
        return usage(terminal,
                     QStringLiteral("name the services with --services a,b; init --list shows what there is"));
    // A workspace lies on the machine that it configures.
    const auto chosen = chooseHosts(QStringLiteral("local"), kept);
    const auto *hosts = std::get_if<QList<model::HostProfile>>(&chosen);
    ChosenHosts local(hosts ? *hosts : QList<model::HostProfile>());
    Backbone backbone(local);
    const base::SystemClock clock;
    const std::unique_ptr<SecretKeeping> keeping = make(clock);
    control::LocalWorkspaceSetup setup(backbone.control().fleet, keeping->store());
    InitJob job(setup, terminal, options);
    return runJob(job, [&] { backbone.sessions().start(); });
}

int runAdoptCommand(const CommandLine &line, Terminal &terminal, const QList<model::HostProfile> &kept,
                    SecretKeepingMaker make)
{
    const bool imports = line.has(Option::container);
    if (!imports && (line.has(Option::output) || line.has(Option::storeSecrets)))
        return usage(terminal, QStringLiteral("--output and --store-secrets go with --container NAME"));
    if (line.has(Option::manifest) && line.arguments.isEmpty())
        return usage(terminal, QStringLiteral("--manifest goes with a project: adopt PROJECT --manifest"));
    if (imports && !line.arguments.isEmpty())
        return usage(terminal, QStringLiteral("either a project or --container NAME"));
    const auto chosen = chooseHosts(line.value(Option::host), kept);
    if (const auto *error = std::get_if<ChoiceError>(&chosen)) {
        terminal.complain(
            error->message
            + (error->suggestion.isEmpty() ? QString() : QStringLiteral("; did you mean %1?").arg(error->suggestion)));
        return error->exitCode;
    }
    ImportOptions options{line.value(Option::container), line.value(Option::output), std::nullopt,
                          line.has(Option::json)};
    if (line.has(Option::storeSecrets)) {
        const auto owner = secretsOwnerIn(line.value(Option::workspace));
        if (!owner) {
            terminal.complain(owner.error().message);
            return exitCodeFor(owner.error().kind);
        }
        options.owner = *owner;
    }
    ChosenHosts hosts(std::get<QList<model::HostProfile>>(chosen));
    Backbone backbone(hosts);
    control::Fleet &fleet = backbone.control().fleet;
    const auto begin = [&backbone] { backbone.sessions().start(); };
    if (!imports) {
        AdoptJob job(fleet, terminal, {line.arguments.value(0), line.has(Option::json), line.has(Option::manifest)});
        return runJob(job, begin);
    }
    const base::SystemClock clock;
    const std::unique_ptr<SecretKeeping> keeping = make(clock);
    ImportJob job(fleet, keeping->store(), terminal, options);
    return runJob(job, begin);
}

} // namespace mediahelm::app
