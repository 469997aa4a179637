// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/variable_list.h"

#include "core/control/configuration/declared_variables.h"
#include "core/control/configuration/schema_words.h"
#include "core/workspace/env/env_edit.h"

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

void takeFallback(const workspace::EnvVariable *known, const DeclaredVariable &declared, WorkspaceVariable &variable)
{
    QStringList inFiles; // the weakest first
    if (known) {
        for (const workspace::EnvOrigin &origin : known->origins) {
            if (!origin.file.isEmpty())
                inFiles.append(origin.text);
        }
    }
    variable.hasFallback = inFiles.size() > 1 || declared.fallback;
    if (variable.hasFallback && !variable.hidden)
        variable.fallback = inFiles.size() > 1 ? inFiles.at(inFiles.size() - 2) : *declared.fallback;
}

VariableType typeOf(const WorkspaceVariable &variable, const SchemaShape &shape, const QString &declared)
{
    static const QHash<QString, VariableType> types{
        {QStringLiteral("port"), VariableType::port},       {QStringLiteral("path"), VariableType::path},
        {QStringLiteral("boolean"), VariableType::boolean}, {QStringLiteral("integer"), VariableType::number},
        {QStringLiteral("id"), VariableType::number},       {QStringLiteral("timezone"), VariableType::timeZone},
    };
    if (!variable.values.isEmpty())
        return shape.isBoolean ? VariableType::boolean : VariableType::choice;
    if (variable.name == u"TZ")
        return VariableType::timeZone;
    if (variable.name == u"PORT" || variable.name.endsWith(u"_PORT"))
        return VariableType::port;
    if (variable.name.endsWith(u"_PATH"))
        return VariableType::path;
    return types.value(declared, shape.isNumber ? VariableType::number : VariableType::text);
}

void describe(const SchemaGuide &guide, const DeclaredVariable &declared, WorkspaceVariable &variable)
{
    const SchemaWords words = guide.aboutVariable(variable.name);
    const SchemaShape shape = guide.shapeOfVariable(variable.name);
    variable.title = words.title;
    // What the service file says of this very one tells more than what is said of all ports.
    variable.documentation = declared.description.isEmpty() ? words.documentation : declared.description;
    const QList<SchemaWords> values = guide.variableValues(variable.name);
    for (const SchemaWords &value : values)
        variable.values.append(value.text);
    if (variable.values.isEmpty())
        variable.values = declared.values;
    variable.type = typeOf(variable, shape, declared.type);
    if (variable.type == VariableType::boolean && variable.values.isEmpty())
        variable.values = QStringList{QStringLiteral("true"), QStringLiteral("false")};
    variable.least = shape.least;
    variable.most = shape.most;
    if (declared.type == u"id" && !variable.most) {
        variable.least = 0;
        variable.most = 4294967294.0;
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
    const QHash<QString, DeclaredVariable> declared = declaredVariables(view.composeDocuments());
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
        describe(guide, declared.value(name), variable);
        takeFallback(variable.isSet ? &*found : nullptr, declared.value(name), variable);
        variables.append(variable);
    }
    return variables;
}

QString whatIsWrong(const WorkspaceVariable &variable, const workspace::FileSchemas &schemas, const QString &value)
{
    if (value.isEmpty() || value.contains(u'$'))
        return {};
    const bool counted = variable.type == VariableType::choice || variable.type == VariableType::boolean;
    if (counted && !variable.values.contains(value))
        return QStringLiteral("%1 must be one of %2").arg(variable.name, variable.values.join(QStringLiteral(", ")));
    bool isNumber = false;
    const double number = value.toLongLong(&isNumber);
    if (variable.type == VariableType::number && !isNumber)
        return QStringLiteral("%1 must be a whole number").arg(variable.name);
    if (variable.type == VariableType::number && variable.least && variable.most
        && (number < *variable.least || number > *variable.most))
        return QStringLiteral("%1 must be from %2 to %3")
            .arg(variable.name, QString::number(*variable.least, 'g', 12), QString::number(*variable.most, 'g', 12));
    const auto layer = workspace::setEnvValue({}, variable.name, value, workspace::EnvText::literal);
    if (!layer)
        return {}; // of which its own error tells
    const workspace::Environment alone = workspace::Environment::resolve({{QStringLiteral("new"), *layer}}, {});
    const QList<model::Diagnostic> faults = schemas.checkVariables(alone);
    return faults.isEmpty() ? QString() : faults.constFirst().message;
}

} // namespace mediahelm::control
