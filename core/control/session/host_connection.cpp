// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/session/host_connection.h"

#include "core/control/session/question_board.h"
#include "core/engine/engine_client.h"

#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcConnection, "mediahelm.control.connection", QtInfoMsg)

namespace mediahelm::control {

using base::Error;
using base::ErrorKind;
using base::Result;
using model::ConnectionProblem;
using std::chrono::milliseconds;
using transport::TransportFailure;

namespace {

QString wordsOf(const Error &error)
{
    return error.detail.isEmpty() ? error.message : error.message + QStringLiteral(": ") + error.detail;
}

} // namespace

HostConnection::HostConnection(model::HostProfile profile, const Surroundings &surroundings, QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_around(surroundings)
    , m_backoff(surroundings.timings.firstRetry, surroundings.timings.longestRetry)
{
    m_state.since = m_around.clock.utcNow();
    m_stageTimer.setSingleShot(true);
    m_answerTimer.setSingleShot(true);
    connect(&m_stageTimer, &QTimer::timeout, this, &HostConnection::stageTimeout);
    connect(&m_answerTimer, &QTimer::timeout, this, [this] { happen(Happening::unanswered); });
}

HostConnection::~HostConnection()
{
    m_engine.reset();
    m_transport.reset();
}

void HostConnection::connectNow()
{
    m_backoff.reset();
    m_asked = true;
    m_state.problem = ConnectionProblem::none;
    m_state.detail.clear();
    m_state.failedAttempts = 0;
    happen(Happening::connectAsked);
}

void HostConnection::disconnectNow()
{
    m_state.problem = ConnectionProblem::disconnectedByUser;
    m_state.detail.clear();
    happen(Happening::disconnectAsked);
}

void HostConnection::wake()
{
    if (m_stage == Stage::waiting)
        m_backoff.reset();
    happen(Happening::retryDue);
    lookNow();
}

milliseconds HostConnection::silence() const
{
    return m_around.clock.monotonic() - m_lastHeard;
}

void HostConnection::heard()
{
    m_answerTimer.stop();
    m_lastHeard = m_around.clock.monotonic();
    m_state.lastAnswer = m_around.clock.utcNow();
    if (!m_listOwed)
        happen(Happening::answered);
}

void HostConnection::listRead()
{
    m_listOwed = false;
    heard();
    happen(Happening::greeted);
}

void HostConnection::listFailed(const Error &error)
{
    m_listOwed = error.kind == ErrorKind::timeout;
    callFailed(error);
}

void HostConnection::lookNow()
{
    if (m_stage == Stage::up || m_stage == Stage::silent)
        ping();
}

// The one place where the stage changes.
void HostConnection::happen(Happening happening)
{
    const std::optional<Stage> next = following(m_stage, happening);
    if (!next)
        return;
    m_stage = *next;
    const quint64 entry = ++m_entries;
    m_stageTimer.stop();
    m_answerTimer.stop();
    m_state.nextAttempt = {};
    const model::ConnectionPhase before = m_state.phase;
    enter(m_stage);
    if (entry != m_entries)
        return; // entering led on to another stage, which has told of itself
    m_state.phase = phaseOf(m_stage, m_asked);
    if (m_state.phase != before)
        m_state.since = m_around.clock.utcNow();
    qCDebug(lcConnection) << m_profile.id.text() << "is" << model::phaseName(m_state.phase)
                          << model::problemName(m_state.problem) << m_state.detail;
    Q_EMIT stateChanged();
}

void HostConnection::enter(Stage stage)
{
    switch (stage) {
    case Stage::off: dropLink(); return;
    case Stage::waiting: enterWaiting(); return;
    case Stage::opening: enterOpening(); return;
    case Stage::greeting: enterGreeting(); return;
    case Stage::diagnosing: enterDiagnosing(); return;
    case Stage::up: enterUp(); return;
    case Stage::silent:
        m_state.problem = ConnectionProblem::timeout;
        m_stageTimer.start(std::max(m_around.timings.answerDeadline, m_around.timings.silenceBeforeAnew - silence()));
        ping();
        return;
    }
}

void HostConnection::enterWaiting()
{
    const milliseconds wait = waitBeforeNext();
    if (!dropLink())
        return;
    m_asked = false;
    m_state.failedAttempts = m_backoff.attempts();
    m_state.nextAttempt = m_around.clock.utcNow().addMSecs(wait.count());
    m_stageTimer.start(wait);
}

milliseconds HostConnection::waitBeforeNext()
{
    const Timings &timings = m_around.timings;
    const bool wayWorked = m_engine != nullptr;
    const milliseconds wait = m_backoff.next();
    switch (m_state.problem) {
    case ConnectionProblem::noPermission: return std::max(wait, timings.noPermissionRetry);
    case ConnectionProblem::timeout: return wayWorked ? std::min(wait, timings.silentEngineRetry) : wait;
    default: return m_transport && m_transport->isNearby() ? std::min(wait, timings.nearbyRetry) : wait;
    }
}

void HostConnection::enterOpening()
{
    if (!dropLink())
        return;
    const quint64 link = ++m_link;
    m_transport = m_around.transports.create(m_profile);
    connect(m_transport.get(), &transport::Transport::ready, this, [this, link] {
        if (link == m_link)
            happen(Happening::wayOpen);
    });
    connect(m_transport.get(), &transport::Transport::failed, this, [this, link](const TransportFailure &failure) {
        if (link == m_link)
            fail(failure.problem, failure.detail);
    });
    m_stageTimer.start(m_around.timings.attemptDeadline);
    m_transport->start();
}

void HostConnection::enterGreeting()
{
    m_stageTimer.start(m_around.timings.attemptDeadline);
    const Timings &timings = m_around.timings;
    const engine::EngineClient::Deadlines deadlines{timings.pingDeadline, timings.listDeadline, timings.inspectDeadline,
                                                    timings.actionDeadline};
    m_engine =
        std::make_unique<engine::EngineClient>([way = m_transport.get()] { return way->openStream(); }, deadlines);
    m_engine->negotiate().then(this, [this, link = m_link](const Result<model::ApiVersion> &version) {
        if (link != m_link || m_stage != Stage::greeting)
            return;
        if (!version) {
            greetingFailed(version.error());
            return;
        }
        heard();
        Q_EMIT engineReady();
    });
}

void HostConnection::enterDiagnosing()
{
    m_stageTimer.start(m_around.timings.attemptDeadline);
    m_transport->diagnose().then(this, [this, link = m_link](const Result<TransportFailure> &found) {
        if (link != m_link || m_stage != Stage::diagnosing)
            return;
        if (found && found->problem != ConnectionProblem::none)
            fail(found->problem, found->detail);
        else
            fail(m_suspicion.problem, m_suspicion.detail);
    });
}

void HostConnection::enterUp()
{
    m_known = true;
    m_backoff.reset();
    m_state.failedAttempts = 0;
    m_state.problem = ConnectionProblem::none;
    m_state.detail.clear();
    m_asked = false;
    m_stageTimer.start(m_around.timings.quietBeforePing);
}

void HostConnection::stageTimeout()
{
    switch (m_stage) {
    case Stage::waiting: happen(Happening::retryDue); return;
    case Stage::opening:
        if (m_around.questions.waitingFor(m_profile.id))
            m_stageTimer.start(m_around.timings.attemptDeadline);
        else
            fail(ConnectionProblem::timeout, {});
        return;
    case Stage::greeting: greetingFailed(Error{ErrorKind::timeout, QStringLiteral("no list came"), {}}); return;
    case Stage::diagnosing: fail(m_suspicion.problem, m_suspicion.detail); return;
    case Stage::up: pingWhenQuiet(); return;
    case Stage::silent: happen(Happening::silentTooLong); return;
    case Stage::off: return;
    }
}

void HostConnection::callFailed(const Error &error)
{
    switch (m_stage) {
    case Stage::greeting: greetingFailed(error); return;
    case Stage::up:
    case Stage::silent: pingFailed(error); return;
    default: return;
    }
}

void HostConnection::greetingFailed(const Error &error)
{
    const ConnectionProblem problem = problemOf(error, m_known);
    // notFound: the socket is missing, or something else answers there; the diagnosis tells.
    const bool noAnswer = error.kind == ErrorKind::timeout || error.kind == ErrorKind::unreachable
        || error.kind == ErrorKind::refused || error.kind == ErrorKind::notFound || error.kind == ErrorKind::io;
    if (!noAnswer) {
        fail(problem, wordsOf(error));
        return;
    }
    m_suspicion = {problem, wordsOf(error)}; // told when it is known to be no more than that
    happen(Happening::unanswered);
}

void HostConnection::pingFailed(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::cancelled: return; // the link is going
    case ErrorKind::timeout:
        happen(Happening::unanswered);
        if (m_stage == Stage::silent)
            ping();
        return;
    case ErrorKind::conflict:
    case ErrorKind::internal: heard(); return; // an unhappy answer is one
    default: fail(problemOf(error, true), wordsOf(error)); return;
    }
}

void HostConnection::fail(ConnectionProblem problem, const QString &detail)
{
    m_state.problem = problem == ConnectionProblem::none ? ConnectionProblem::unreachable : problem;
    m_state.detail = detail;
    happen(model::stopsRetrying(m_state.problem) ? Happening::hopeless : Happening::ended);
}

void HostConnection::pingWhenQuiet()
{
    const milliseconds quiet = silence();
    if (quiet < m_around.timings.quietBeforePing) {
        m_stageTimer.start(m_around.timings.quietBeforePing - quiet);
        return;
    }
    ping();
}

void HostConnection::ping()
{
    if (m_stage == Stage::up) {
        m_stageTimer.start(m_around.timings.quietBeforePing);
        if (!m_answerTimer.isActive())
            m_answerTimer.start(m_around.timings.answerDeadline);
    }
    if (m_pingUnderWay)
        return;
    m_pingUnderWay = true;
    m_engine->ping().then(this, [this, link = m_link](const Result<void> &answer) {
        if (link != m_link)
            return;
        m_pingUnderWay = false;
        if (answer)
            heard();
        else
            pingFailed(answer.error());
    });
}

// What is dropped may be on the call stack right now: it is let go of at once and deleted a turn later, or with us.
// False when who was told of it has led on to another stage.
bool HostConnection::dropLink()
{
    const quint64 entry = m_entries;
    ++m_link;
    m_pingUnderWay = false;
    m_listOwed = false;
    if (m_engine) {
        engine::EngineClient *engine = m_engine.release();
        engine->setParent(this);
        Q_EMIT engineGone();
        engine->deleteLater(); // after what uses it
    }
    if (entry != m_entries)
        return false;
    if (m_transport) {
        m_transport->disconnect(this);
        m_transport->setParent(this);
        m_transport.release()->deleteLater();
    }
    return true;
}

} // namespace mediahelm::control
