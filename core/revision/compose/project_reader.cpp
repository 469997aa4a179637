// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/project_reader.h"

#include "core/revision/compose/compose_labels.h"
#include "core/revision/compose/hash_input.h"

#include <algorithm>

namespace mediahelm::revision {

using base::Result;

ProjectReader::ProjectReader(ComposeProcess &process, ComposeCommand command, ComposeSecrets secrets,
                             std::chrono::milliseconds deadline)
    : m_process(process)
    , m_command(std::move(command))
    , m_secrets(std::move(secrets))
    , m_deadline(deadline)
{
}

QFuture<Result<ProjectReading>> ProjectReader::read(const QList<model::ObservedContainer> &containers)
{
    m_containers = containers;
    QFuture<Result<ProjectReading>> future = m_pending.future();
    m_process.version().then(this, [this](const Result<ComposeVersion> &version) {
        if (!version)
            return m_pending.finish(version.error());
        m_reading.version = *version;
        ask({QStringLiteral("config"), QStringLiteral("--format"), QStringLiteral("json")}, {},
            &ProjectReader::takeModel);
    });
    return future;
}

void ProjectReader::ask(const QStringList &arguments, const QByteArray &input, Step next)
{
    m_run = m_process.start(ComposeRequest{m_command, arguments, m_secrets, input, m_deadline});
    m_run->output().then(this, [this, next](const Result<ComposeOutput> &output) {
        if (output)
            (this->*next)(*output);
        else
            fail(output.error());
    });
}

// As if it had been asked about the mirror's original.
QString ProjectReader::withoutMirror(QString words) const
{
    return m_command.mirror().isEmpty() ? words : words.remove(m_command.mirror());
}

void ProjectReader::fail(const base::Error &error)
{
    m_pending.finish(base::Error{error.kind, withoutMirror(error.message), withoutMirror(error.detail)});
}

void ProjectReader::takeModel(const ComposeOutput &output)
{
    const QString &mirror = m_command.mirror();
    const Result<QByteArray> model = mirror.isEmpty() ? Result<QByteArray>(output.standardOutput)
                                                      : revision::withoutMirror(output.standardOutput, mirror);
    if (!model)
        return m_pending.finish(model.error());
    Result<ResolvedProject> project = parseResolvedProject(*model);
    if (!project)
        return m_pending.finish(project.error());
    m_reading.project = std::move(*project);
    m_reading.warnings = withoutMirror(QString::fromUtf8(output.standardError)).toUtf8();
    const Result<QByteArray> input = hashInput(*model, m_containers);
    if (!input)
        return m_pending.finish(input.error());
    // It is normal already, and an id in volumes_from is consistent with no service.
    ask({QStringLiteral("config"), QStringLiteral("--no-normalize"), QStringLiteral("--no-consistency"),
         QStringLiteral("--no-path-resolution"), QStringLiteral("--hash"), QStringLiteral("*")},
        *input, &ProjectReader::takeHashes);
}

void ProjectReader::takeHashes(const ComposeOutput &output)
{
    Result<QHash<QString, QString>> hashes = parseHashes(output.standardOutput);
    if (!hashes)
        return m_pending.finish(hashes.error());
    m_reading.hashes = std::move(*hashes);
    m_reading.knownServices = m_reading.project.serviceNames();
    if (!hasUnknownService())
        return m_pending.finish(m_reading);
    ask({QStringLiteral("--profile"), QStringLiteral("*"), QStringLiteral("config"), QStringLiteral("--services")}, {},
        &ProjectReader::takeServices);
}

bool ProjectReader::hasUnknownService() const
{
    return std::any_of(m_containers.begin(), m_containers.end(), [this](const model::ObservedContainer &container) {
        return !m_reading.project.find(container.label(labels::service));
    });
}

void ProjectReader::takeServices(const ComposeOutput &output)
{
    m_reading.knownServices += QString::fromUtf8(output.standardOutput).split(u'\n', Qt::SkipEmptyParts);
    m_reading.knownServices.removeDuplicates();
    m_pending.finish(m_reading);
}

} // namespace mediahelm::revision
