// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/compose_opinion.h"

#include "core/revision/compose/compose_failure.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QDir>

#include <algorithm>

namespace mediahelm::revision {

using namespace Qt::StringLiterals;
using model::Diagnostic;

namespace {

// Errors that Compose itself could have met: not those of the host, nor of the manifest.
bool isErrorOfCompose(const Diagnostic &one, const workspace::Workspace &workspace)
{
    static const QStringList ofHost{u"port-taken"_s, u"container-name-taken"_s, u"bind-missing"_s, u"bind-unmounted"_s,
                                    u"device-missing"_s};
    return one.severity == model::Severity::error && one.file != workspace.manifest && !ofHost.contains(one.code);
}

// Of a variable that is blank we tell ourselves, at each place.
bool isKnownWarning(const ComposeFinding &finding, const QList<Diagnostic> &known)
{
    return std::any_of(known.begin(), known.end(),
                       [&](const Diagnostic &one) {
                           return one.code == u"variable-missing"
                               && finding.message.contains(u'"' + one.message.section(u' ', 0, 0) + u'"');
                       })
        || (finding.message.contains(u"variable is not set"_s)
            && std::any_of(known.begin(), known.end(),
                           [](const auto &one) { return one.code == u"variable-missing"; }));
}

void place(Diagnostic &diagnostic, const ComposeFinding &finding, const QString &folder,
           const workspace::Workspace &workspace)
{
    diagnostic.place.line = 0;
    diagnostic.pointer = finding.pointer;
    const QString inside = QDir(folder).relativeFilePath(finding.file);
    if (!finding.file.isEmpty() && !inside.startsWith(u".."))
        diagnostic.file = inside;
    const QList<workspace::ComposeFile> files = workspace::referredFiles(workspace) + workspace.composeFiles;
    for (auto file = files.crbegin(); file != files.crend(); ++file) {
        const workspace::YamlReading reading =
            finding.pointer.isEmpty() ? workspace::YamlReading() : workspace::readYaml(file->bytes);
        const workspace::YamlNode node =
            reading.document.isNull() ? workspace::YamlNode() : findResolved(reading.document, finding.pointer);
        if (!node.exists())
            continue;
        diagnostic.file = file->path;
        diagnostic.place = reading.document.place(node);
        return;
    }
    if (diagnostic.file.isEmpty() && workspace.composeFiles.size() == 1)
        diagnostic.file = workspace.composeFiles.first().path;
    if (finding.line > 0 && !diagnostic.file.isEmpty())
        diagnostic.place = {finding.line, 1, 1};
}

} // namespace

QList<Diagnostic> composeOpinion(const QByteArray &standardError, const QString &folder,
                                 const workspace::Workspace &workspace, const QList<Diagnostic> &known)
{
    const bool explained = std::any_of(known.begin(), known.end(),
                                       [&](const Diagnostic &one) { return isErrorOfCompose(one, workspace); });
    QList<Diagnostic> found;
    const QList<ComposeFinding> findings = composeFindings(standardError);
    for (const ComposeFinding &finding : findings) {
        if (finding.error ? explained : isKnownWarning(finding, known))
            continue;
        Diagnostic diagnostic;
        diagnostic.severity = finding.error ? model::Severity::error : model::Severity::warning;
        diagnostic.code = finding.error ? u"compose-error"_s : u"compose-warning"_s;
        diagnostic.message =
            (finding.error ? u"docker compose refuses this: "_s : u"docker compose warns: "_s) + finding.message;
        place(diagnostic, finding, folder, workspace);
        found.append(diagnostic);
    }
    return found;
}

} // namespace mediahelm::revision
