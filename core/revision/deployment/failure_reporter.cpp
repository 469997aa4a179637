// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/deployment/failure_reporter.h"

#include "core/base/steps.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace mediahelm::revision {

using base::Result;
using model::ServiceFailure;

namespace {

constexpr qsizetype longestLine = 2000;

} // namespace

FailureReporter::FailureReporter(engine::EngineClient &engine, const secrets::SecretRedactor &redactor,
                                 std::chrono::milliseconds deadline)
    : m_engine(engine)
    , m_redactor(redactor)
    , m_deadline(deadline)
{
}

QFuture<Result<QList<ServiceFailure>>> FailureReporter::complete(const QString &project,
                                                                 const QList<ServiceFailure> &failures)
{
    return base::futureOf<Failures>(steps(project, failures));
}

QCoro::Task<Result<FailureReporter::Failures>> FailureReporter::steps(QString project, Failures failures)
{
    const QPointer<FailureReporter> self(this);
    const Result<QList<base::ContainerId>> ids = co_await m_engine.projectContainers(project);
    if (!self)
        co_return base::abandoned();
    if (!ids)
        co_return failures;
    for (const base::ContainerId &id : *ids) {
        const Result<model::ContainerDetail> detail = co_await m_engine.inspect(id);
        if (!self)
            co_return base::abandoned();
        if (!detail)
            continue;
        const auto failure = std::ranges::find(failures, detail->container.name.text(), &ServiceFailure::container);
        if (failure == failures.end())
            continue;
        failure->reason = m_redactor.redacted(failure->reason);
        if (detail->healthCheck && !detail->healthCheck->log.isEmpty())
            failure->healthOutput = m_redactor.redacted(detail->healthCheck->log.constLast().output.trimmed());
        const Result<QStringList> lines = co_await lastLines(*detail);
        if (!self)
            co_return base::abandoned();
        if (lines)
            failure->lastLog = *lines;
    }
    co_return failures;
}

QFuture<Result<QStringList>> FailureReporter::lastLines(const model::ContainerDetail &detail)
{
    struct Gathering {
        base::Pending<QStringList> pending;
        QStringList lines;
    };
    const auto gathering = std::make_shared<Gathering>();
    model::LogOptions options;
    options.tail = logLines;
    options.timestamps = false;
    m_log = m_engine.logs(detail.container.id, detail.tty, options);
    const auto end = [gathering] { gathering->pending.finish(gathering->lines); };
    connect(m_log.get(), &engine::LogStream::lines, this, [this, gathering](const QList<model::LogLine> &batch) {
        for (const model::LogLine &line : batch)
            gathering->lines.append(
                m_redactor.redacted(QString::fromUtf8(line.text.first(std::min(line.text.size(), longestLine)))));
    });
    connect(m_log.get(), &engine::LogStream::closed, this, end);
    connect(m_log.get(), &engine::LogStream::failed, this, end);
    QTimer::singleShot(m_deadline, m_log.get(), end);
    return gathering->pending.future();
}

} // namespace mediahelm::revision
