// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspace_verbs.h"

#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"
#include "core/base/process_environment.h"
#include "core/workspace/project/local_workspace_files.h"
#include "core/workspace/project/validation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace mediahelm::app {

namespace {

namespace ws = workspace;
using namespace Qt::StringLiterals;

// The workspace, or the exit status with everything said.
struct Opened {
    ws::Workspace workspace;
    int exitCode = ExitCode::ok;
};

Opened open(Terminal &terminal, const QString &folder, const QMap<QString, QString> &process)
{
    const auto read = ws::readWorkspace(ws::LocalWorkspaceFiles(folder), process);
    if (read)
        return {*read};
    terminal.complain(inertWords(read.error().message));
    return {{}, exitCodeFor(read.error().kind)};
}

int printed(Terminal &terminal, const QByteArray &text)
{
    return terminal.print(text) ? ExitCode::ok : terminal.exitCode();
}

// The variables that a file of the workspace sets, with their secrets hidden.
QMap<QString, ws::EnvVariable> shownVariables(const ws::Workspace &workspace, const ws::Environment &environment)
{
    QMap<QString, ws::EnvVariable> shown;
    const auto &all = environment.variables();
    for (auto variable = all.cbegin(); variable != all.cend(); ++variable) {
        const auto inFile = [](const ws::EnvOrigin &origin) { return !origin.file.isEmpty(); };
        if (std::ranges::none_of(variable->origins, inFile))
            continue;
        ws::EnvVariable copy = *variable;
        if (workspace.secrets.contains(variable.key())) {
            copy.value = u"(secret)"_s;
            for (ws::EnvOrigin &origin : copy.origins)
                origin.value = copy.value;
        }
        shown.insert(variable.key(), copy);
    }
    return shown;
}

QJsonObject variableJson(const ws::EnvVariable &variable)
{
    QJsonArray origins;
    for (const ws::EnvOrigin &origin : variable.origins)
        origins.append(QJsonObject{{u"file"_s, origin.file.isEmpty() ? QJsonValue() : QJsonValue(origin.file)},
                                   {u"line"_s, origin.file.isEmpty() ? QJsonValue() : QJsonValue(origin.place.line)},
                                   {u"value"_s, origin.value}});
    return {{u"value"_s, variable.value}, {u"origins"_s, origins}};
}

QString variableText(const QString &name, const ws::EnvVariable &variable)
{
    QString text = name + u'=' + inertWords(variable.value) + u'\n';
    for (const ws::EnvOrigin &origin : variable.origins) {
        const QString place = origin.file.isEmpty() ? u"the environment of this process"_s
                                                    : u"%1:%2"_s.arg(origin.file).arg(origin.place.line);
        text += u"    %1  %2\n"_s.arg(inertWords(place), inertWords(origin.value));
    }
    return text;
}

} // namespace

int showEnvironment(Terminal &terminal, const QString &folder, bool json)
{
    const QMap<QString, QString> process = base::processEnvironment();
    const Opened opened = open(terminal, folder, process);
    if (opened.exitCode != ExitCode::ok)
        return opened.exitCode;
    const ws::Environment environment = ws::environmentOf(opened.workspace, process);
    const QMap<QString, ws::EnvVariable> variables = shownVariables(opened.workspace, environment);
    QJsonObject object;
    QString text;
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable) {
        if (json)
            object.insert(variable.key(), variableJson(*variable));
        else
            text += variableText(variable.key(), *variable);
    }
    const int exitCode = printed(terminal, json ? inertJson(QJsonDocument(object)) : text.toUtf8());
    if (exitCode != ExitCode::ok)
        return exitCode;
    for (const ws::EnvFinding &finding : environment.findings()) {
        if (finding.isError())
            terminal.complain(inertWords(
                u"%1:%2: %3; %4"_s.arg(finding.file).arg(finding.place.line).arg(finding.what, finding.mend)));
    }
    return environment.ok() ? ExitCode::ok : ExitCode::data;
}

} // namespace mediahelm::app
