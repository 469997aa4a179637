// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/revision.h"

#include <QDateTime>

namespace mediahelm::revision {

// What was told while deployments ran, for the day after: a text file for each in ".mediahelm/deployments", named by
// when it ended and by its revision. Mode 0600, since containers write into it what they like; what is known to be
// secret is not in it. Functions over ".mediahelm"; block for disk and fsync.

// Under the folder's lock. Of older ones only the newest `most`, this one among them, stay. Errors: io, refused.
base::Status keepDeploymentLog(const QString &folder, const model::RevisionId &revision, const QDateTime &when,
                               const QByteArray &text, int most);

// Of the deployment of that moment. Errors: notFound (none is kept any more), io.
base::Result<QByteArray> readDeploymentLog(const QString &folder, const model::RevisionId &revision,
                                           const QDateTime &when);

} // namespace mediahelm::revision
