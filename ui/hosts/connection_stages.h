// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection_state.h"
#include "core/model/engine_address.h"

#include <QList>
#include <QString>

namespace mediahelm::ui {

// What a connection passes on its way to the list of containers, as a test tells it afterwards.
struct ConnectionStage {
    enum class Result { passed, failed, notReached };

    QString text; // "Reach the host"
    Result result = Result::notReached;
};

// The stages of an address with how far `problem` lets them come; all passed with none.
QList<ConnectionStage> connectionStages(model::EngineAddress::Kind kind, model::ConnectionProblem problem);

} // namespace mediahelm::ui
