// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/compose/compose_process.h"

#include <memory>

namespace mediahelm::revision {

// Asks `docker compose config` what it thinks of a workspace's files. Owned by who asks; main thread. Its end cancels.
class ComposeQuestion
{
public:
    // The process is borrowed.
    explicit ComposeQuestion(ComposeProcess &process);

    // What Compose says on its standard error, also where it refuses the files: for composeOpinion(). `secrets` are the
    // names of variables whose values it does not need to know, but that they are there. Asking anew cancels the one
    // before. Errors: notFound and unsupported (there is no Compose that can be asked), timeout, cancelled.
    QFuture<base::Result<QByteArray>> ask(const ComposeCommand &command, const QStringList &secrets);

private:
    ComposeProcess &m_process;
    std::unique_ptr<ComposeRun> m_run;
};

} // namespace mediahelm::revision
