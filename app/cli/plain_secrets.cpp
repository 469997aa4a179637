// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plain_secrets.h"

#include "app/cli/inert_text.h"
#include "core/base/process_environment.h"
#include "core/revision/compose/posix_quote.h"
#include "core/workspace/project/local_workspace_files.h"
#include "core/workspace/project/workspace_validator.h"

#include <algorithm>

namespace mediahelm::app {

using namespace Qt::StringLiterals;

QString plainSecretsHint(const QString &folder)
{
    const QMap<QString, QString> process = base::processEnvironment();
    const auto workspace = workspace::readWorkspace(workspace::LocalWorkspaceFiles(folder), process);
    if (!workspace)
        return {};
    const QList<model::Diagnostic> found = workspace::WorkspaceValidator().validate(*workspace, process);
    const auto plain = std::ranges::count(found, u"secret-in-plain-text"_s, &model::Diagnostic::code);
    if (plain == 0)
        return {};
    const QString what = plain == 1 ? u"1 value looks like a secret and stands in plain text"_s
                                    : u"%1 values look like secrets and stand in plain text"_s.arg(plain);
    if (workspace->manifest.isEmpty())
        return what + u"; with a mediahelm.yaml, mediahelm secrets import moves such into the secret store"_s;
    return what
        + u"; mediahelm secrets import %1 shows where, and moves them"_s.arg(inertWords(revision::posixQuoted(folder)));
}

} // namespace mediahelm::app
