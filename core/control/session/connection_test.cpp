// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/connection_test.h"

#include "core/control/session/question_board.h"
#include "core/engine/engine_client.h"

namespace mediahelm::control {

using base::Error;
using base::ErrorKind;
using base::Result;
using model::ConnectionProblem;
using transport::TransportFailure;

ConnectionTest::ConnectionTest(model::HostProfile profile, const HostConnection::Surroundings &surroundings,
                               QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_around(surroundings)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ConnectionTest::outOfTime);
}

ConnectionTest::~ConnectionTest()
{
    m_engine.reset();
    m_transport.reset();
}

QFuture<Result<ConnectionTestReport>> ConnectionTest::start()
{
    m_elapsed.start();
    m_deadline.start(m_around.timings.connectionTest);
    const QFuture<Result<ConnectionTestReport>> future = m_answer.future();
    m_transport = m_around.transports.create(m_profile);
    connect(m_transport.get(), &transport::Transport::ready, this, &ConnectionTest::greet);
    connect(m_transport.get(), &transport::Transport::failed, this,
            [this](const TransportFailure &failure) { fail(failure.problem, failure.detail); });
    m_transport->start();
    return future;
}

void ConnectionTest::greet()
{
    if (m_answer.finished())
        return;
    m_engine = std::make_unique<engine::EngineClient>([way = m_transport.get()] { return way->openStream(); });
    m_engine->negotiate().then(this, [this](const Result<model::ApiVersion> &version) {
        if (version)
            list();
        else
            callFailed(version.error());
    });
}

void ConnectionTest::list()
{
    m_engine->containers().then(this, [this](const Result<QList<model::Container>> &containers) {
        if (!containers) {
            callFailed(containers.error());
            return;
        }
        m_report.containers = int(containers->size());
        m_engine->info().then(this, [this](const Result<model::EngineInfo> &info) {
            if (!info) {
                callFailed(info.error());
                return;
            }
            m_report.engine = *info;
            finish();
        });
    });
}

void ConnectionTest::callFailed(const Error &error)
{
    if (m_answer.finished() || m_diagnosing)
        return;
    const QString words = error.detail.isEmpty() ? error.message : error.message + QStringLiteral(": ") + error.detail;
    const ConnectionProblem problem = problemOf(error, false);
    const bool answered = error.kind == ErrorKind::invalid || error.kind == ErrorKind::unsupported
        || error.kind == ErrorKind::internal || error.kind == ErrorKind::conflict;
    if (answered)
        fail(problem, words);
    else
        diagnose(problem, words);
}

void ConnectionTest::diagnose(ConnectionProblem suspected, const QString &detail)
{
    m_diagnosing = true;
    m_transport->diagnose().then(this, [this, suspected, detail](const Result<TransportFailure> &found) {
        if (found && found->problem != ConnectionProblem::none)
            fail(found->problem, found->detail);
        else
            fail(suspected, detail);
    });
}

void ConnectionTest::outOfTime()
{
    // A person who looks up a fingerprint is given the time.
    if (m_around.questions.waitingFor(m_profile.id))
        m_deadline.start(m_around.timings.connectionTest);
    else
        fail(ConnectionProblem::timeout, {});
}

void ConnectionTest::fail(ConnectionProblem problem, const QString &detail)
{
    m_report.problem = problem == ConnectionProblem::none ? ConnectionProblem::unreachable : problem;
    m_report.detail = detail;
    m_report.engine.reset();
    m_report.containers = 0;
    finish();
}

void ConnectionTest::finish()
{
    if (m_answer.finished())
        return;
    m_report.elapsed = std::chrono::milliseconds(m_elapsed.elapsed());
    deleteLater();
    m_answer.finish(m_report);
}

} // namespace mediahelm::control
