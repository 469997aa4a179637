// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/deployment_command.h"

#include "app/cli/deployment_jobs.h"
#include "app/cli/inert_text.h"
#include "app/cli/revision_jobs.h"
#include "app/cli/revision_keeping_jobs.h"
#include "app/options/exit_code.h"
#include "app/options/option_table.h"
#include "app/roots/job_run.h"
#include "core/base/process_environment.h"
#include "core/control/deployment/local_revision_desk.h"
#include "core/revision/async/threaded_revisions.h"
#include "core/revision/input/local_author.h"
#include "core/revision/input/local_engine.h"
#include "core/transport/local_endpoint.h"

#include <QDir>
#include <QFileInfo>

namespace mediahelm::app {

using namespace Qt::StringLiterals;
using revision::DeploymentRequest;

namespace {

constexpr int mostRevisions = 1000; // that are listed

DeployJob::Options deployOptions(const CommandLine &line)
{
    DeployJob::Options options;
    const bool back = line.verb == Verb::rollback;
    options.request.what = back ? DeploymentRequest::What::rollBack : DeploymentRequest::What::apply;
    options.request.author = revision::localAuthor();
    options.target = line.arguments.value(1);
    options.request.message = line.value(Option::message).trimmed();
    if (options.request.message.isEmpty())
        options.request.message = back ? u"Roll back to %1"_s.arg(options.target) : u"Apply"_s;
    options.request.goesBack = !line.has(Option::noRollback);
    options.request.removesOrphans = !line.has(Option::keepOrphans);
    options.despiteErrors = line.has(Option::despiteErrors);
    options.yes = line.has(Option::yes);
    options.json = line.has(Option::json);
    return options;
}

constexpr VerbSet reading =
    bit(Verb::revisions) | bit(Verb::diff) | bit(Verb::show) | bit(Verb::tag) | bit(Verb::untag);
constexpr VerbSet onFiles = bit(Verb::save) | bit(Verb::plan) | bit(Verb::apply) | bit(Verb::rollback);

model::RevisionFilter filterOf(const CommandLine &line)
{
    return {line.value(Option::service), line.value(Option::file), line.value(Option::search),
            line.value(Option::containing).toUtf8()};
}

// Of a file, from the workspace's folder.
QString pathOf(const CommandLine &line)
{
    const QString path = line.value(Option::file);
    const QString folder = QFileInfo(line.arguments.value(0)).canonicalFilePath();
    return QDir::isAbsolutePath(path) ? QDir(folder).relativeFilePath(path) : path;
}

// A verb that needs the revisions alone.
std::unique_ptr<Job> revisionJob(const CommandLine &line, revision::ThreadedRevisions &revisions, Terminal &terminal)
{
    const bool json = line.has(Option::json);
    const QString first = line.arguments.value(1);
    const QString second = line.arguments.value(2);
    switch (line.verb) {
    case Verb::diff:
        return std::make_unique<DiffJob>(revisions, terminal, DiffJob::Options{first, second, pathOf(line), json});
    case Verb::show:
        return std::make_unique<ShowRevisionJob>(revisions, terminal,
                                                 ShowRevisionJob::Options{first, line.has(Option::log), json});
    case Verb::tag:
        return std::make_unique<TagJob>(revisions, revisions, terminal, TagJob::Options{first, second, json});
    case Verb::untag: return std::make_unique<TagJob>(revisions, revisions, terminal, TagJob::Options{{}, first, json});
    default: return std::make_unique<RevisionsJob>(revisions, terminal, filterOf(line), mostRevisions, json);
    }
}

} // namespace

bool isAboutDeployments(Verb verb)
{
    return ((reading | onFiles) & bit(verb)) != 0;
}

int runDeploymentCommand(const CommandLine &line, Terminal &terminal, SecretKeepingMaker make)
{
    const QFileInfo folder(line.arguments.value(0));
    if (!folder.isDir()) {
        terminal.complain(inertWords(u"%1 is no folder"_s.arg(line.arguments.value(0))));
        return ExitCode::noInput;
    }
    const QString path = folder.canonicalFilePath();
    const bool json = line.has(Option::json);
    const base::SystemClock clock;
    revision::ThreadedRevisions revisions(path, u"mediahelm %1"_s.arg(verbWords(verbRow(line.verb)).join(u' ')), clock);
    if (reading & bit(line.verb)) {
        const std::unique_ptr<Job> job = revisionJob(line, revisions, terminal);
        return runJob(*job);
    }
    const std::unique_ptr<SecretKeeping> keeping = make(clock);
    revision::LocalDeploymentSource source(path, base::processEnvironment(), keeping->store());
    if (line.verb == Verb::save) {
        control::LocalRevisionDesk desk(revisions, revisions, source);
        const QString message = line.value(Option::message).simplified();
        SavePointJob job(revisions, desk, terminal, message.isEmpty() ? u"Save point"_s : message, json);
        return runJob(job);
    }
    const auto address = transport::findLocalEngine(transport::LocalEnvironment::current());
    if (!address) {
        terminal.complain(inertWords(address.error().message));
        return exitCodeFor(address.error().kind);
    }
    revision::LocalEngine engine(*address);
    const DeploymentTools tools{source, revisions, revisions, engine.compose, engine.client, clock, engine.isHere};
    if (line.verb == Verb::plan) {
        PlanJob job(tools, terminal, {json, line.has(Option::sizes), !line.has(Option::keepOrphans)});
        return runJob(job);
    }
    DeployJob job(tools, terminal, deployOptions(line));
    return runJob(job);
}

} // namespace mediahelm::app
