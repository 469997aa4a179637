// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/check_report.h"
#include "core/workspace/env/environment.h"

namespace mediahelm::workspace {

// Checks across the Compose files of a project. Pure; any thread. The codes of each stand beside it; what they mean is
// told in resources/help/diagnostics.

// include-conflict, extends-cycle
void checkInclusions(const ComposeModel &model, CheckReport &report);
// undefined-network, undefined-volume, undefined-config, undefined-secret, undefined-service, unused-declaration
void checkReferences(const ComposeModel &model, CheckReport &report);
// dependency-cycle, dependency-health, dependency-completion, namespace-by-name
void checkDependencies(const ComposeModel &model, CheckReport &report);
// port-conflict, port-range, port-replicas, port-unused, namespace-conflict
void checkPorts(const ComposeModel &model, CheckReport &report);
// container-name-conflict, container-name-replicas, mount-duplicate, environment-duplicate, service-empty
void checkContainers(const ComposeModel &model, CheckReport &report);
// image-invalid, image-floating, image-retired
void checkImages(const ComposeModel &model, CheckReport &report);
// secret-in-plain-text; never shows a value
void checkSecrets(const ComposeModel &model, CheckReport &report);
// privileged-service, docker-socket, host-namespace, host-network, host-files, dangerous-capability, device-access,
// security-disabled
void checkPrivileges(const ComposeModel &model, CheckReport &report);

// All of them, in no order.
QList<model::Diagnostic> checkFiles(const ComposeModel &model);

// The same code in env files. `secrets` are the names that the manifest lists; without a manifest an env file is the
// one place that there is, so that it is a hint.
QList<model::Diagnostic> checkEnvSecrets(const Environment &environment, const QStringList &secrets, bool hasManifest);

// A text as it may be shown: names of things in a file, on one line and not without end.
QString shownName(const QString &name);
// The known name that was most likely meant; empty where none is near, or where there are too many to compare.
QString likelyName(const QString &given, const QStringList &known);

} // namespace mediahelm::workspace
