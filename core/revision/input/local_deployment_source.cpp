// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/local_deployment_source.h"

#include "core/base/durable_file.h"
#include "core/base/steps.h"
#include "core/revision/input/workspace_command.h"
#include "core/revision/input/workspace_snapshot.h"
#include "core/workspace/project/local_workspace_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

bool writeAll(const QString &folder, const Snapshot &snapshot)
{
    for (auto file = snapshot.files().cbegin(); file != snapshot.files().cend(); ++file) {
        const QString path = folder + u'/' + file.key().text();
        QFile out(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !out.open(QIODevice::WriteOnly)
            || out.write(file->bytes) != file->bytes.size())
            return false;
    }
    return true;
}

std::optional<Error> incompleteness(const workspace::Workspace &workspace)
{
    if (workspace.diagnostics.isEmpty())
        return std::nullopt;
    const model::Diagnostic &first = workspace.diagnostics.constFirst();
    return Error{ErrorKind::invalid, u"%1:%2: %3"_s.arg(first.file).arg(first.place.line).arg(first.message), {}};
}

} // namespace

LocalDeploymentSource::LocalDeploymentSource(const QString &folder, const QMap<QString, QString> &process,
                                             secrets::SecretStore &store)
    : m_folder(folder)
    , m_process(process)
    , m_secrets(store)
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

// `put`: written into the folder first.
QFuture<Result<LocalDeploymentSource::Reading>> LocalDeploymentSource::readFiles(const QString &folder,
                                                                                 const std::optional<Snapshot> &put)
{
    auto pending = std::make_shared<base::Pending<Reading>>();
    QFuture<Result<Reading>> future = pending->future();
    m_reader.post([this, folder, put, process = m_process, pending = std::move(pending)](Reader &) mutable {
        const auto answer = [&](Result<Reading> reading) {
            auto result = std::make_shared<Result<Reading>>(std::move(reading));
            m_answers.post([pending = std::move(pending), result] { pending->finish(std::move(*result)); });
        };
        if (put && !writeAll(folder, *put))
            return answer(
                Error{ErrorKind::io, u"the revision's files cannot be put into a temporary folder"_s, folder});
        auto read = workspace::readWorkspace(workspace::LocalWorkspaceFiles(folder), process);
        if (!read)
            return answer(read.error());
        Result<Snapshot> snapshot = snapshotOf(folder, *read);
        if (!snapshot)
            return answer(snapshot.error());
        answer(Reading{std::move(*read), std::move(*snapshot)});
    });
    return future;
}

QCoro::Task<Result<DeploymentInput>> LocalDeploymentSource::steps(std::optional<Snapshot> asIf)
{
    const QPointer<LocalDeploymentSource> self(this);
    QString filesIn;
    if (asIf) {
        m_asIf = std::make_unique<QTemporaryDir>();
        if (!m_asIf->isValid())
            co_return Error{ErrorKind::io, u"there is no room for a temporary folder"_s, m_asIf->errorString()};
        filesIn = m_asIf->path();
    }
    Result<Reading> reading = co_await readFiles(filesIn.isEmpty() ? m_folder : filesIn, asIf);
    if (!self)
        co_return base::abandoned();
    if (!reading)
        co_return reading.error();
    workspace::Workspace &workspace = reading->workspace;
    // What no file names is named by the folder: not by the temporary one.
    if (!filesIn.isEmpty() && workspace.name == workspace::projectName(QFileInfo(filesIn).fileName()))
        workspace.name = workspace::projectName(QFileInfo(m_folder).fileName());
    const Result<ComposeCommand> command = composeCommandOf(m_folder, workspace, filesIn);
    if (!command)
        co_return incompleteness(workspace).value_or(command.error());
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
    DeploymentInput input{*command, std::move(reading->snapshot), std::move(values), std::move(missing),
                          incompleteness(workspace)};
    co_return input;
}

} // namespace mediahelm::revision
