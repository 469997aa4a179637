// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/base/clock.h"
#include "core/control/session/connection_stage.h"
#include "core/control/session/timings.h"
#include "core/model/host_profile.h"
#include "core/transport/transport_factory.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace mediahelm::engine {
class EngineClient;
}

namespace mediahelm::control {

class QuestionBoard;

// One host's connection: brings it up, watches over it and brings it up again, as connection_stage.h says. It speaks
// only to see whether anybody answers; what is said otherwise is the business of who holds engine(), and is reported
// here. Owned by the HostSession; main thread.
class HostConnection final : public QObject
{
    Q_OBJECT

public:
    struct Surroundings {
        transport::TransportFactory &transports;
        const QuestionBoard &questions;
        const base::Clock &clock;
        const Timings &timings;
    };

    HostConnection(model::HostProfile profile, const Surroundings &surroundings, QObject *parent = nullptr);
    ~HostConnection() override; // ends everything; emits nothing

    void connectNow();
    void disconnectNow();
    void wake(); // the machine slept: do not trust what looks alive, do not wait out a long pause

    const model::ConnectionState &state() const { return m_state; }
    bool up() const { return m_stage == Stage::up; }
    // From engineReady() to engineGone(), else null.
    engine::EngineClient *engine() const { return m_engine.get(); }
    transport::Transport *transport() const { return m_transport.get(); } // null while there is none

    void heard(); // anything at all came from the engine
    void listRead(); // the list came: what makes a connection
    void listFailed(const base::Error &error);
    void lookNow(); // something is wrong (a stream broke): ask whether anybody is at home

Q_SIGNALS:
    void stateChanged();
    void engineReady(); // the version is agreed on; the list is waited for
    void engineGone(); // engine() is about to go: drop its streams now

private:
    void happen(Happening happening);
    void enter(Stage stage);
    void enterWaiting();
    void enterOpening();
    void enterGreeting();
    void enterDiagnosing();
    void enterUp();
    void stageTimeout();

    void callFailed(const base::Error &error);
    void greetingFailed(const base::Error &error);
    void pingFailed(const base::Error &error);
    void fail(model::ConnectionProblem problem, const QString &detail);
    void ping();
    void pingWhenQuiet();
    bool dropLink();
    std::chrono::milliseconds waitBeforeNext();
    std::chrono::milliseconds silence() const; // since anything was heard

    model::HostProfile m_profile;
    Surroundings m_around;
    Stage m_stage = Stage::off;
    model::ConnectionState m_state;
    quint64 m_entries = 0; // stages entered; tells a late answer of another stage's link
    quint64 m_link = 0; // transports made
    transport::TransportFailure m_suspicion; // what the diagnosis is to explain
    bool m_asked = true; // this attempt is the first, or was asked for
    bool m_known = false; // an engine has answered here
    bool m_pingUnderWay = false;
    bool m_listOwed = false; // a list went unanswered: a mere ping does not mend that
    std::chrono::milliseconds m_lastHeard{0}; // monotonic
    base::Backoff m_backoff;
    QTimer m_stageTimer; // what the stage waits for: the retry, a deadline, quiet
    QTimer m_answerTimer; // the ping under way
    std::unique_ptr<transport::Transport> m_transport;
    std::unique_ptr<engine::EngineClient> m_engine;
};

} // namespace mediahelm::control
