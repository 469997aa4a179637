// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/local_deployment_source.h"

#include "core/base/steps.h"
#include "core/revision/input/workspace_command.h"
#include "core/revision/input/workspace_mirror.h"
#include "core/revision/store/secret_scan.h"
#include "core/workspace/checks/local_host_probe.h"
#include "core/workspace/project/local_workspace_files.h"
#include "core/workspace/project/unreadable_file.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

// The workspace's folder as Compose, run in it, would call it: by the environment where that is right, else without
// links.
QString folderForCompose(const QString &folder, const QMap<QString, QString> &process)
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    const QString named = process.value(u"PWD"_s);
    if (named.startsWith(u'/') && QFileInfo(named).canonicalFilePath() == canonical)
        return QDir::cleanPath(named);
    return canonical.isEmpty() ? folder : canonical;
}

// What is on disk now; nothing, where it cannot be read.
WorkspaceContent todaysFiles(const QString &folder, const QMap<QString, QString> &process)
{
    const auto read = workspace::readWorkspace(workspace::LocalWorkspaceFiles(folder), process);
    Result<WorkspaceContent> content =
        read ? contentOf(folder, *read, process) : Result<WorkspaceContent>(read.error());
    return content ? std::move(*content) : WorkspaceContent();
}

// As if the files of `put` lay there: what is merely handed over today, and not in it, stays.
Result<WorkspaceContent> contentAsIf(WorkspaceContent today, const Snapshot &put)
{
    WorkspaceContent content{put, std::move(today.handed), std::move(today.mounted), {}};
    for (auto file = today.snapshot.files().begin(); file != today.snapshot.files().end(); ++file) {
        const FileContent *wanted = put.find(file.key());
        // One that stays as it is was touched when it was.
        if (!wanted || *wanted == *file)
            content.changedAt.insert(file.key(), today.changedAt.value(file.key()));
        if (wanted || !content.handed.files.contains(file.key()))
            continue;
        if (const base::Status added = content.snapshot.add(file.key(), *file); !added.ok())
            return added.error();
    }
    return content;
}

// A file that a service is given may hold what is kept as a secret: that is the user's affair, and not for revisions.
void leaveOutSecrets(WorkspaceContent &content, const ComposeSecrets &secrets)
{
    if (secrets.isEmpty())
        return;
    const SecretScan scan(secrets.values());
    QSet<model::FilePath> left;
    for (const model::FilePath &path : std::as_const(content.mounted)) {
        const FileContent *file = content.snapshot.find(path);
        if (file && scan.found(file->bytes))
            left.insert(path);
    }
    if (!left.isEmpty())
        content.snapshot = without(content.snapshot, left);
    content.handed.files -= left;
    for (const model::FilePath &path : std::as_const(left))
        content.handed.notKept.append(path.text());
}

QSet<model::FilePath> pathsOf(const Snapshot &snapshot)
{
    const QList<model::FilePath> paths = snapshot.files().keys();
    return {paths.begin(), paths.end()};
}

QList<model::Diagnostic> errorsAmong(QList<model::Diagnostic> found)
{
    found.removeIf([](const model::Diagnostic &one) { return one.severity != model::Severity::error; });
    return found;
}

// A container of the project that publishes nothing may listen all the same: in the network of the host, or one that is
// just coming up again. Then a listener that nobody is known to own may be the project's own, and is no error.
bool mayListenUnseen(const QString &project, const workspace::EngineFacts &engine)
{
    return std::ranges::any_of(engine.containers, [&](const workspace::EngineContainer &container) {
        return container.project == project
            && std::ranges::none_of(engine.ports, [&](const workspace::EnginePort &port) {
                   return port.project == project && port.container == container.name;
               });
    });
}

std::shared_ptr<const workspace::HostProbe> thisMachine(const QString &folder)
{
    workspace::LocalHostProbe::Places places;
    places.home = QDir::homePath();
    return std::make_shared<const workspace::LocalHostProbe>(folder, places);
}

// What keeps the files from being deployed, whatever Compose says of them.
std::optional<Error> incompleteness(const workspace::Workspace &workspace)
{
    const std::optional<model::Diagnostic> unreadable = workspace::unreadableFile(workspace);
    if (workspace.diagnostics.isEmpty() && !unreadable)
        return std::nullopt;
    const model::Diagnostic &first = unreadable ? *unreadable : workspace.diagnostics.constFirst();
    return Error{ErrorKind::invalid, u"%1:%2: %3"_s.arg(first.file).arg(first.place.line).arg(first.message), {}};
}

} // namespace

LocalDeploymentSource::LocalDeploymentSource(const QString &folder, const QMap<QString, QString> &process,
                                             secrets::SecretStore &store, const HostAccess &host)
    : m_folder(folder)
    , m_process(process)
    , m_secrets(store)
    , m_host(host.probe ? host.probe : thisMachine(folder), host.patience)
    , m_served(m_answers.serve())
    , m_reader(u"workspace"_s, [] { return std::make_unique<Reader>(); })
{
}

LocalDeploymentSource::~LocalDeploymentSource() = default;

QFuture<Result<DeploymentInput>> LocalDeploymentSource::read()
{
    return base::futureOf<DeploymentInput>(steps(std::nullopt));
}

QFuture<Result<DeploymentInput>> LocalDeploymentSource::readAsIf(const Snapshot &snapshot)
{
    return base::futureOf<DeploymentInput>(steps(snapshot));
}

template<typename T>
QFuture<Result<T>> LocalDeploymentSource::onThread(std::function<Result<T>(Reader &)> work)
{
    // It goes to the thread and comes back: no end of it stays there.
    auto pending = std::make_shared<base::Pending<T>>();
    QFuture<Result<T>> future = pending->future();
    m_reader.post([this, work = std::move(work), pending = std::move(pending)](Reader &reader) mutable {
        auto result = std::make_shared<Result<T>>(work(reader));
        m_answers.post([pending = std::move(pending), result] { pending->finish(std::move(*result)); });
    });
    return future;
}

QFuture<Result<DeploymentErrors>> LocalDeploymentSource::errors(const std::optional<workspace::EngineFacts> &engine)
{
    return base::futureOf<DeploymentErrors>(errorSteps(engine));
}

QCoro::Task<Result<DeploymentErrors>> LocalDeploymentSource::errorSteps(std::optional<workspace::EngineFacts> engine)
{
    const QPointer<LocalDeploymentSource> self(this);
    const Result<Findings> files = co_await validateFiles();
    if (!self || !files)
        co_return self ? files.error() : base::abandoned();
    DeploymentErrors errors{errorsAmong(files->found), {}};
    if (!engine)
        co_return errors;
    Result<workspace::HostFacts> facts = co_await m_host.ask(files->questions);
    if (!self)
        co_return base::abandoned();
    if (!facts) {
        errors.unasked = facts.error().message;
        co_return errors;
    }
    workspace::keepStrangers(files->project, engine, *facts);
    if (facts->listeners && mayListenUnseen(files->project, *engine))
        facts->listeners->removeIf([](const workspace::HostListener &one) { return one.owner.isEmpty(); });
    const Result<QList<model::Diagnostic>> found = co_await against(*facts);
    if (!self || !found)
        co_return self ? found.error() : base::abandoned();
    errors.found = errorsAmong(*found);
    co_return errors;
}

QFuture<Result<LocalDeploymentSource::Findings>> LocalDeploymentSource::validateFiles()
{
    return onThread<Findings>([folder = m_folder, process = m_process](Reader &reader) -> Result<Findings> {
        const auto read = workspace::readWorkspace(workspace::LocalWorkspaceFiles(folder), process);
        if (!read)
            return read.error();
        const QList<model::Diagnostic> found = reader.validator.validate(*read, process);
        return Findings{read->name, found, reader.validator.questions()};
    });
}

QFuture<Result<QList<model::Diagnostic>>> LocalDeploymentSource::against(const workspace::HostFacts &facts)
{
    return onThread<QList<model::Diagnostic>>(
        [facts](Reader &reader) -> Result<QList<model::Diagnostic>> { return reader.validator.against(&facts); });
}

// With `mirror`: as if the files were those of `put`.
QFuture<Result<LocalDeploymentSource::Reading>> LocalDeploymentSource::readFiles(const QString &mirror,
                                                                                 const std::optional<Snapshot> &put)
{
    return onThread<Reading>([mirror, put, own = m_folder, process = m_process](Reader &) -> Result<Reading> {
        const QString forCompose = folderForCompose(own, process);
        const QString folder = put ? forCompose : own;
        WorkspaceContent today;
        if (put) {
            today = todaysFiles(folder, process);
            const QSet<model::FilePath> stay = QSet<model::FilePath>(today.handed.files).subtract(pathsOf(*put));
            const base::Status made = makeMirror(mirror, folder, *put, without(today.snapshot, stay));
            if (!made.ok())
                return made.error();
        }
        const QString place = mirror + folder;
        auto read = workspace::readWorkspace(workspace::LocalWorkspaceFiles(place), process);
        if (!read)
            return read.error();
        Result<WorkspaceContent> content = put ? contentAsIf(std::move(today), *put) : contentOf(place, *read, process);
        if (!content)
            return content.error();
        QStringList folders{own, QFileInfo(own).canonicalFilePath(), forCompose};
        folders.removeDuplicates();
        std::optional<Error> incomplete = incompleteness(*read);
        return Reading{folder, std::move(*read), std::move(*content), std::move(folders), std::move(incomplete)};
    });
}

QCoro::Task<Result<DeploymentInput>> LocalDeploymentSource::steps(std::optional<Snapshot> asIf)
{
    const QPointer<LocalDeploymentSource> self(this);
    QString mirror;
    if (asIf) {
        m_asIf = std::make_unique<QTemporaryDir>();
        if (!m_asIf->isValid())
            co_return Error{ErrorKind::io, u"there is no room for a temporary folder"_s, m_asIf->errorString()};
        mirror = QFileInfo(m_asIf->path()).canonicalFilePath();
    }
    Result<Reading> reading = co_await readFiles(mirror, asIf);
    if (!self)
        co_return base::abandoned();
    if (!reading)
        co_return reading.error();
    const workspace::Workspace &workspace = reading->workspace;
    const Result<ComposeCommand> command = composeCommandOf(reading->folder, workspace, mirror);
    if (!command)
        co_return reading->incomplete.value_or(command.error());
    const auto project = secrets::ProjectName::parse(workspace.name);
    QList<secrets::SecretName> names;
    for (const QString &name : std::as_const(workspace.secrets)) {
        if (const auto parsed = secrets::SecretName::parse(name))
            names.append(*parsed);
    }
    ComposeSecrets values;
    QStringList missing;
    if (!names.isEmpty()) {
        if (!project)
            co_return project.error();
        const auto kept = co_await m_secrets.read(*project, names);
        if (!self)
            co_return base::abandoned();
        if (!kept)
            co_return kept.error();
        missing = (*kept)->missing();
        missing.removeIf([this](const QString &name) { return m_process.contains(name); });
        // Copies of their own: those there are wiped with them.
        const QMap<QString, QByteArray> &read = (*kept)->values();
        for (auto value = read.cbegin(); value != read.cend(); ++value)
            values.insert(value.key(), QByteArray(value->constData(), value->size()));
        // One that the environment brings is as secret as the others.
        for (const secrets::SecretName &name : std::as_const(names)) {
            if (!values.contains(name.text()) && m_process.contains(name.text()))
                values.insert(name.text(), m_process.value(name.text()).toUtf8());
        }
    }
    leaveOutSecrets(reading->content, values);
    DeploymentInput input{*command,
                          std::move(reading->content.snapshot),
                          std::move(values),
                          std::move(missing),
                          std::move(reading->incomplete),
                          std::move(reading->folders),
                          std::move(reading->content.handed),
                          workspace.keptLogs,
                          std::move(reading->content.changedAt)};
    co_return input;
}

} // namespace mediahelm::revision
