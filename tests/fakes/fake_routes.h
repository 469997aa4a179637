// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/fake_machine.h"
#include "tests/fakes/fake_request.h"

namespace mediahelm::fakes {

class FakeConnection;
class FakeEngine;

// The Engine API's endpoints, on behalf of FakeEngine.

// Answers one request, or begins its stream. Unknown paths are 404 as the engine's.
void answer(FakeEngine &engine, FakeConnection &connection, const FakeRequest &request);

void answerContainer(FakeEngine &engine, FakeConnection &connection, const FakeRequest &request,
                     FakeContainer &container);
void answerExec(FakeEngine &engine, FakeConnection &connection, const FakeRequest &request);
void createExec(FakeConnection &connection, const FakeRequest &request);

// Streams.
void beginEvents(FakeEngine &engine, FakeConnection &connection, const FakeRequest &request);
void beginLogs(FakeEngine &engine, FakeConnection &connection, const FakeRequest &request, FakeContainer &container);
void beginStatistics(FakeEngine &engine, FakeConnection &connection, const FakeRequest &request,
                     FakeContainer &container);

} // namespace mediahelm::fakes
