// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/secrets_command.h"

#include "app/cli/inert_text.h"
#include "app/cli/secrets_import_job.h"
#include "app/cli/secrets_jobs.h"
#include "app/cli/workspace_choice.h"
#include "app/options/exit_code.h"
#include "app/roots/job_run.h"
#include "core/base/nearest.h"

namespace mediahelm::app {

namespace {

int complain(Terminal &terminal, const base::Error &error)
{
    terminal.complain(inertWords(error.message));
    if (!error.detail.isEmpty())
        terminal.complain(inertWords(error.detail));
    return exitCodeFor(error.kind);
}

// No mistake, since it may be listed later; but as it is, Compose never gets it.
void tellUnlisted(Terminal &terminal, const QString &name, const QStringList &listed)
{
    const QString nearest = base::nearestName(name, listed);
    terminal.say(QStringLiteral("%1 is not listed under secrets in mediahelm.yaml, so docker compose is not given it%2")
                     .arg(name, nearest.isEmpty() ? QString() : QStringLiteral("; did you mean %1?").arg(nearest)));
}

int runSecretsImport(const CommandLine &line, Terminal &terminal, SecretKeepingMaker make)
{
    const QString folder = line.arguments.value(0);
    const auto owner = secretsOwnerIn(folder);
    if (!owner)
        return complain(terminal, owner.error());
    const base::SystemClock clock;
    const std::unique_ptr<SecretKeeping> keeping = make(clock);
    ImportSecretsJob job(keeping->store(), terminal, owner->project,
                         {folder, line.arguments.mid(1), line.has(Option::yes), line.has(Option::json)});
    return runJob(job);
}

} // namespace

bool needsSecrets(Verb verb)
{
    return verb == Verb::secretsList || verb == Verb::secretsSet || verb == Verb::secretsRemove
        || verb == Verb::secretsImport || verb == Verb::init || verb == Verb::adopt || verb == Verb::plan
        || verb == Verb::apply || verb == Verb::rollback;
}

int runSecretsCommand(const CommandLine &line, Terminal &terminal, SecretKeepingMaker make)
{
    if (line.verb == Verb::secretsImport)
        return runSecretsImport(line, terminal, make);
    const bool lists = line.verb == Verb::secretsList;
    secrets::SecretName name;
    if (!lists) {
        const auto parsed = secrets::SecretName::parse(line.arguments.value(0));
        if (!parsed) {
            terminal.complain(QStringLiteral("\"%1\": %2").arg(line.arguments.value(0), parsed.error().message));
            return ExitCode::usage;
        }
        name = *parsed;
    }
    std::optional<secrets::ProjectName> project;
    if (!lists || line.has(Option::workspace)) {
        const auto owner = secretsOwnerIn(line.value(Option::workspace));
        if (!owner) {
            const int exitCode = complain(terminal, owner.error());
            if (exitCode == ExitCode::noInput && !line.has(Option::workspace))
                terminal.complain(QStringLiteral("name the folder of the workspace with --workspace"));
            return exitCode;
        }
        project = owner->project;
        if (line.verb == Verb::secretsSet && !owner->listed.contains(name.text()))
            tellUnlisted(terminal, name.text(), owner->listed);
    }
    const base::SystemClock clock;
    const std::unique_ptr<SecretKeeping> keeping = make(clock);
    secrets::SecretStore &store = keeping->store();
    switch (line.verb) {
    case Verb::secretsSet: {
        SetSecretJob job(store, terminal, {*project, name}, line.has(Option::json));
        return runJob(job);
    }
    case Verb::secretsRemove: {
        RemoveSecretJob job(store, terminal, {*project, name}, {line.has(Option::yes), line.has(Option::json)});
        return runJob(job);
    }
    default: break;
    }
    ListSecretsJob job(store, terminal, {project, line.has(Option::json), line.has(Option::names)});
    return runJob(job);
}

} // namespace mediahelm::app
