// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/revision/store/save_request.h"

#include <QByteArray>
#include <QList>

namespace mediahelm::revision {

// The texts that git keeps: commits, tags, and the notes of deployments. Written and read here rather than by libgit2,
// which trims the names of people ("Jr." loses its dot); their form is git's (gitformat-commit, git-interpret-trailers)
// and `git fsck --strict` agrees. Functions of values; any thread.
//
// A commit's message ends with a paragraph of trailers of ours:
//     Mediahelm-Kind: applied
//     Mediahelm-Service: jellyfin            one for each
// A deployment is a paragraph of the revision's note in refs/notes/deployments (git log --notes=deployments), the
// latest last:
//     Deployed: 2026-01-01T12:00:00.000Z
//     By: Name <email>
//     Verdict: healthy
//     Image: SERVICE REFERENCE DIGEST        one for each
//     Summary: one line                      when there is one

struct CommitParts {
    QByteArray tree; // ids, as hexadecimal digits
    QByteArray parent; // empty for the first
    model::Author author;
    QDateTime when;
    QByteArray message; // with trailers
};

// Errors of all: invalid, with what is wrong.
base::Status checkAuthor(const model::Author &author);
base::Status checkMessage(const QString &message);
base::Status checkServices(const QStringList &services);
base::Status checkDeployment(const model::Deployment &deployment);

QByteArray commitText(const CommitParts &parts);
CommitParts readCommit(const QByteArray &text);

// The message of a revision, with its trailers; and what it says.
QByteArray revisionMessage(const SaveRequest &request);
void readRevisionMessage(const QByteArray &text, model::Revision &revision);

QByteArray tagText(const QByteArray &target, const model::Tag &tag);
// The target's id, with author, time and message put into `tag`.
QByteArray readTag(const QByteArray &text, model::Tag &tag);

QByteArray deploymentText(const model::Deployment &deployment);
// Paragraphs that are not ours are left out.
QList<model::Deployment> readDeployments(const QByteArray &text);

} // namespace mediahelm::revision
