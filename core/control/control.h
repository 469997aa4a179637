// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mediahelm::control {

class Configurations;
class Deployments;
class Fleet;
class HostDirectory;
class LogSource;
class QuestionDesk;
class SecretDesk;
class ServiceOperations;
class StatsSource;
class WorkspaceSetup;

// The seam, in one hand: what a composition root passes to a face. Borrowed references; each is described in its
// header.
struct Control {
    Fleet &fleet;
    HostDirectory &hosts;
    ServiceOperations &operations;
    LogSource &logs;
    StatsSource &stats;
    QuestionDesk &questions;
    Configurations *configurations = nullptr; // null where nobody edits: server, command line
    Deployments *deployments = nullptr; // likewise
    WorkspaceSetup *setup = nullptr; // likewise
    SecretDesk *secrets = nullptr; // likewise
};

} // namespace mediahelm::control
