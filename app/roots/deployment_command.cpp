// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roots/deployment_command.h"

#include "app/cli/deployment_jobs.h"
#include "app/cli/inert_text.h"
#include "app/cli/revision_jobs.h"
#include "app/options/exit_code.h"
#include "app/roots/job_run.h"
#include "core/revision/async/threaded_revisions.h"
#include "core/revision/compose/local_compose_process.h"
#include "core/transport/local_endpoint.h"
#include "core/transport/socket_stream.h"

#include <QFileInfo>
#include <QProcessEnvironment>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace mediahelm::app {

using namespace Qt::StringLiterals;
using revision::DeploymentRequest;

namespace {

constexpr int mostRevisions = 1000; // that are listed

QMap<QString, QString> environmentOfProcess()
{
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    QMap<QString, QString> all;
    const QStringList names = system.keys();
    for (const QString &name : names)
        all.insert(name, system.value(name));
    return all;
}

// Neither part of a name may hold what git takes for the frame of an address.
QString plain(QString text)
{
    text.removeIf([](QChar c) { return c == u'<' || c == u'>' || c.category() == QChar::Other_Control; });
    return text.trimmed();
}

// Who runs this, as the machine knows them.
model::Author whoRunsThis()
{
    const passwd *user = ::getpwuid(::getuid());
    const QString login = user ? plain(QString::fromLocal8Bit(user->pw_name)) : QString::number(::getuid());
    const QString name = user ? plain(QString::fromLocal8Bit(user->pw_gecos).section(u',', 0, 0)) : QString();
    return {name.isEmpty() ? login : name, login + u'@' + plain(QSysInfo::machineHostName())};
}

std::unique_ptr<transport::ByteStream> openEngine(const model::EngineAddress &address)
{
    return address.kind() == model::EngineAddress::Kind::unixSocket
        ? transport::connectLocalSocket(address.socketPath())
        : transport::connectTcp(address.tcpHost(), static_cast<quint16>(address.tcpPort()));
}

DeployJob::Options deployOptions(const CommandLine &line)
{
    DeployJob::Options options;
    const bool back = line.verb == Verb::rollback;
    options.request.what = back ? DeploymentRequest::What::rollBack : DeploymentRequest::What::apply;
    options.request.author = whoRunsThis();
    options.target = line.arguments.value(1);
    options.request.message = line.value(Option::message).trimmed();
    if (options.request.message.isEmpty())
        options.request.message = back ? u"Roll back to %1"_s.arg(options.target) : u"Apply"_s;
    options.request.goesBack = !line.has(Option::noRollback);
    options.yes = line.has(Option::yes);
    options.json = line.has(Option::json);
    return options;
}

} // namespace

bool isAboutDeployments(Verb verb)
{
    return verb == Verb::plan || verb == Verb::apply || verb == Verb::rollback || verb == Verb::revisions
        || verb == Verb::diff;
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
    revision::ThreadedRevisions revisions(
        path, u"mediahelm %1"_s.arg(line.verb == Verb::apply ? u"apply"_s : u"rollback"_s), clock);
    if (line.verb == Verb::revisions) {
        RevisionsJob job(revisions, terminal, mostRevisions, json);
        return runJob(job);
    }
    if (line.verb == Verb::diff) {
        DiffJob job(revisions, terminal, line.arguments.value(1), line.arguments.value(2), json);
        return runJob(job);
    }
    const auto address = transport::findLocalEngine(transport::LocalEnvironment::current());
    if (!address) {
        terminal.complain(inertWords(address.error().message));
        return exitCodeFor(address.error().kind);
    }
    const std::unique_ptr<SecretKeeping> keeping = make(clock);
    revision::LocalDeploymentSource source(path, environmentOfProcess(), keeping->store());
    revision::LocalComposeProcess compose(*address);
    engine::EngineClient engine([address = *address] { return openEngine(address); });
    const DeploymentTools tools{source, revisions, revisions, compose, engine, clock};
    if (line.verb == Verb::plan) {
        PlanJob job(tools, terminal, json);
        return runJob(job);
    }
    DeployJob job(tools, terminal, deployOptions(line));
    return runJob(job);
}

} // namespace mediahelm::app
