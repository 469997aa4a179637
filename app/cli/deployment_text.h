// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/deployment_progress.h"
#include "core/model/file_diff.h"

#include <QJsonArray>
#include <QJsonObject>

namespace mediahelm::app {

// What the verbs on deployments and revisions print. Text may hold words from outside: whoever prints it makes them
// inert.

// {"verdict": "healthy", "summary", "revision", "rolled_back_to", "project", "started_at", "finished_at",
//  "plan": {...}, "stages": [{"stage", "state", "started_at", "finished_at"}],
//  "services": [{"service", "state", "detail"}],
//  "failures": [{"service", "container", "reason", "last_log": [...], "health_output"}]}; verdict is null where nothing
// was deployed.
QJsonObject deploymentJson(const model::DeploymentProgress &progress);
// What failed, with the last lines of the log and of the health check, for people.
QString failureText(const model::ServiceFailure &failure);

// {"id", "parent", "at", "author", "email", "kind", "message", "services": [...], "tags": [...], "verdict"}
QJsonObject revisionJson(const model::Revision &revision);
// One line.
QString revisionText(const model::Revision &revision);

// [{"path", "kind": "added"|"removed"|"changed"|"mode", "binary", "lines_added", "lines_removed", "diff"}]
QJsonArray changesJson(const model::Changes &changes);

// A revision with what it changed and how it ran: revisionJson() with "changes": changesJson(), "deployments":
// [{"at", "author", "verdict", "summary", "images": [{"service", "image", "digest"}]}], the oldest first.
QJsonObject shownJson(const model::Revision &revision, const model::Changes &changes,
                      const QList<model::Deployment> &deployments);
QString shownText(const model::Revision &revision, const model::Changes &changes,
                  const QList<model::Deployment> &deployments);

// Tells of a deployment's progress as lines, each once.
class ProgressLines
{
public:
    // What is new since the last call.
    QStringList take(const model::DeploymentProgress &progress);

private:
    QHash<int, model::StageState> m_stages;
    QHash<QString, model::ServiceProgress::State> m_services;
    QSet<QString> m_images; // that are done
};

} // namespace mediahelm::app
