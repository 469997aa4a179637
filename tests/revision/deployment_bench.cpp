// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/deployment_bench.h"

#include <QFile>
#include <QTest>

namespace mediahelm::tests {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr int patience = 120000; // milliseconds

template<typename T>
Result<T> wait(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        return Error{ErrorKind::internal, QStringLiteral("the test ran out of patience"), {}};
    return future.result();
}

} // namespace

DeploymentBench::DeploymentBench()
    : m_revisions(std::make_unique<revision::ThreadedRevisions>(m_project.folder(), QStringLiteral("test"), m_clock))
{
}

QString DeploymentBench::file() const
{
    QFile file(m_project.folder() + QStringLiteral("/compose.yaml"));
    return file.open(QIODevice::ReadOnly)
        ? QString::fromUtf8(file.readAll()).replace(m_project.name(), QStringLiteral("@"))
        : QString();
}

QFuture<Result<revision::DeploymentInput>> DeploymentBench::read()
{
    QFile file(m_project.folder() + QStringLiteral("/compose.yaml"));
    revision::Snapshot snapshot;
    if (!file.open(QIODevice::ReadOnly)
        || !snapshot.add(*model::FilePath::parse(u"compose.yaml"), {file.readAll(), false}).ok())
        return base::finishedWith<revision::DeploymentInput>(
            Error{ErrorKind::io, QStringLiteral("compose.yaml cannot be read"), {}});
    return base::finishedWith<revision::DeploymentInput>(
        revision::DeploymentInput{m_project.command(), snapshot, secrets, {}});
}

revision::DeploymentRequest DeploymentBench::request(const QString &message) const
{
    revision::DeploymentRequest request;
    request.author = {QStringLiteral("Somebody"), QStringLiteral("somebody@example.org")};
    request.message = message;
    request.expectation.settle = std::chrono::milliseconds(400);
    request.expectation.patience = std::chrono::seconds(30);
    request.interval = std::chrono::milliseconds(50);
    return request;
}

std::unique_ptr<revision::DeploymentJob> DeploymentBench::job(const revision::DeploymentRequest &request)
{
    return std::make_unique<revision::DeploymentJob>(
        revision::DeploymentJob::Surroundings{m_project.compose(), m_project.engine(), *m_revisions, *m_revisions,
                                              *this, m_clock},
        request);
}

Result<model::Verdict> DeploymentBench::run(const revision::DeploymentRequest &request)
{
    m_job = job(request);
    return wait(m_job->run());
}

void DeploymentBench::letGo()
{
    QVERIFY(wait(m_revisions->letGo()).ok());
}

model::Revision DeploymentBench::head()
{
    return named(QStringLiteral("head")).value_or(model::Revision());
}

std::optional<model::Revision> DeploymentBench::named(const QString &name)
{
    const Result<model::Revision> found = wait(m_revisions->resolve(name));
    return found ? std::optional(*found) : std::nullopt;
}

QString DeploymentBench::imageOf(const QString &service)
{
    return QString::fromLatin1(
               m_project.docker({QStringLiteral("inspect"), QStringLiteral("--format"), QStringLiteral("{{.Image}}"),
                                 m_project.name() + u'-' + service + QStringLiteral("-1")}))
        .trimmed();
}

QString DeploymentBench::stateOf(const QString &service)
{
    return QString::fromLatin1(
               m_project.docker(
                   {QStringLiteral("inspect"), QStringLiteral("--format"),
                    QStringLiteral("{{.State.Status}}{{if .State.Health}} {{.State.Health.Status}}{{end}}"),
                    m_project.name() + u'-' + service + QStringLiteral("-1")}))
        .trimmed();
}

} // namespace mediahelm::tests
