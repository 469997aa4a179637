// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/check_report.h"
#include "core/workspace/checks/host_facts.h"

namespace mediahelm::workspace {

// What has to be known of the host to check a project against it.
HostQuestions hostQuestions(const ComposeModel &model);

// Codes: port-taken, container-name-taken, bind-missing, bind-unmounted, bind-not-writable, device-missing,
// file-missing, hardlinks-impossible. What no fact is known of is not told of.
QList<model::Diagnostic> checkHost(const ComposeModel &model, const HostFacts &facts);

} // namespace mediahelm::workspace
