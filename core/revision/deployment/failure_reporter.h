// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/engine/engine_client.h"
#include "core/model/deployment_progress.h"
#include "core/secrets/secret_redactor.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QObject>

#include <chrono>

namespace mediahelm::revision {

// Adds to failures what helps to understand them: the last lines of the container's log, and what its health check said
// last. Secrets that are known are taken out. What cannot be had is left out. Owned by who deploys; its thread.
class FailureReporter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int logLines = 20;

    // Both are borrowed.
    FailureReporter(engine::EngineClient &engine, const secrets::SecretRedactor &redactor,
                    std::chrono::milliseconds deadline = std::chrono::seconds(5)); // of each log

    // Only ever fails as cancelled.
    QFuture<base::Result<QList<model::ServiceFailure>>> complete(const QString &project,
                                                                 const QList<model::ServiceFailure> &failures);

private:
    using Failures = QList<model::ServiceFailure>;

    QCoro::Task<base::Result<Failures>> steps(QString project, Failures failures);
    QFuture<base::Result<QStringList>> lastLines(const model::ContainerDetail &detail);

    engine::EngineClient &m_engine;
    const secrets::SecretRedactor &m_redactor;
    std::chrono::milliseconds m_deadline;
    std::unique_ptr<engine::LogStream> m_log;
};

} // namespace mediahelm::revision
