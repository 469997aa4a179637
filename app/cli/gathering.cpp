// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gathering.h"

#include "app/cli/inert_text.h"
#include "core/model/remedy.h"

namespace mediahelm::app {

QString problemWords(const control::HostStatus &host)
{
    using namespace model;
    const ConnectionProblem problem =
        host.connection.problem == ConnectionProblem::none ? ConnectionProblem::unreachable : host.connection.problem;
    QString words =
        QStringLiteral("%1 (%2): %3")
            .arg(host.profile.id.text(), host.profile.address.text(), QString::fromUtf8(problemText(problem)));
    if (!host.connection.detail.isEmpty())
        words += QStringLiteral(" (%1)").arg(inertWords(host.connection.detail.trimmed()));
    return words + u'\n' + remedyFor(host.profile, problem);
}

} // namespace mediahelm::app
