// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/control/control.h"
#include "core/control/session/question_board.h"
#include "core/control/session/sessions.h"
#include "core/settings/host_profile_store.h"
#include "core/transport/questioner.h"
#include "core/transport/transport_factory.h"

#include <functional>
#include <memory>

namespace mediahelm::app {

// What every face stands on: clock, questions, ways to engines, sessions; made and ended in the right order. Owned by
// a composition root; main thread; needs the application object.
class Backbone
{
public:
    // Puts something in front of the board, for example a keychain that answers first; the result is owned here.
    using Front = std::function<std::unique_ptr<transport::Questioner>(control::QuestionBoard &board)>;

    explicit Backbone(settings::HostProfileStore &hosts, const Front &front = {});

    control::Control control() { return m_sessions.control(); }
    control::Sessions &sessions() { return m_sessions; }
    control::QuestionBoard &questions() { return m_questions; }
    const base::Clock &clock() const { return m_clock; }

private:
    base::SystemClock m_clock;
    control::QuestionBoard m_questions;
    std::unique_ptr<transport::Questioner> m_front; // may be null
    std::unique_ptr<transport::TransportFactory> m_transports;
    control::Sessions m_sessions;
};

} // namespace mediahelm::app
