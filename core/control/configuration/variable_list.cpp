// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/variable_list.h"

#include "core/control/configuration/schema_words.h"

#include <algorithm>

namespace mediahelm::control {

namespace {

void takeOrigins(const workspace::EnvVariable &from, WorkspaceVariable &variable)
{
    for (const workspace::EnvOrigin &origin : from.origins) {
        variable.origins.append({origin.file, origin.place, variable.hidden ? QString() : origin.value});
        if (!origin.file.isEmpty() && !variable.hidden)
            variable.text = origin.text;
    }
}

} // namespace

QList<WorkspaceVariable> variablesOf(const WorkspaceView &view, const workspace::FileSchemas &schemas)
{
    const workspace::Environment environment = view.environment();
    const QMap<QString, workspace::EnvVariable> &known = environment.variables();
    const QStringList used = view.usedVariables({}, {});
    QStringList names = used + view.workspace().secrets;
    for (auto it = known.cbegin(); it != known.cend(); ++it) {
        const auto inFile = [](const workspace::EnvOrigin &origin) { return !origin.file.isEmpty(); };
        if (std::ranges::any_of(it->origins, inFile))
            names.append(it.key());
    }
    names.sort();
    names.removeDuplicates();
    const SchemaGuide guide(schemas);
    QList<WorkspaceVariable> variables;
    for (const QString &name : std::as_const(names)) {
        WorkspaceVariable variable;
        variable.name = name;
        variable.hidden = view.isSecret(name);
        variable.isUsed = used.contains(name);
        const auto found = known.constFind(name);
        variable.isSet = found != known.constEnd();
        if (variable.isSet) {
            takeOrigins(*found, variable);
            variable.value = variable.hidden ? QString() : found->value;
        }
        const SchemaWords words = guide.aboutVariable(name);
        variable.title = words.title;
        variable.documentation = words.documentation;
        const QList<SchemaWords> values = guide.variableValues(name);
        for (const SchemaWords &value : values)
            variable.values.append(value.text);
        variables.append(variable);
    }
    return variables;
}

} // namespace mediahelm::control
