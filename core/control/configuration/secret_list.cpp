// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/secret_list.h"

#include "core/model/file_path.h"
#include "core/workspace/edit/yaml_edit.h"
#include "core/workspace/env/env_edit.h"
#include "core/workspace/env/yaml_variables.h"
#include "core/workspace/yaml/json_pointer.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QJsonObject>

#include <algorithm>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using workspace::ComposeFile;
using workspace::EnvLayer;
using workspace::YamlDocument;
using workspace::YamlNode;

namespace {

const QString plainCode = u"secret-in-plain-text"_s;

std::optional<QString> nothing(const QString &)
{
    return std::nullopt;
}

struct Declared {
    QString description;
    SecretRecipe recipe;
};

// What x-mediahelm of the services says of their secrets.
QHash<QString, Declared> declaredSecrets(const QList<YamlDocument> &documents)
{
    QHash<QString, Declared> known;
    for (const YamlDocument &document : documents) {
        const YamlNode node = workspace::findResolved(document, u"/services"_s);
        const QJsonObject services = node ? workspace::toJson(node).toObject() : QJsonObject();
        for (const QJsonValue &service : services) {
            const QJsonObject secrets = service["x-mediahelm"_L1]["secrets"_L1].toObject();
            for (auto it = secrets.begin(); it != secrets.end(); ++it) {
                const QJsonValue made = it.value()["generate"_L1];
                Declared declared{it.value()["description"_L1].toString(), {}};
                declared.recipe.isHex = made["format"_L1].toString() == u"hex";
                declared.recipe.length = std::clamp(made["length"_L1].toInt(declared.recipe.length), 8, 256);
                known.insert(it.key(), declared);
            }
        }
    }
    return known;
}

QHash<QString, QList<SecretUse>> usesOf(const WorkspaceView &view)
{
    QHash<QString, QList<SecretUse>> uses;
    for (const ComposeFile &file : view.composeFiles()) {
        const workspace::YamlReading reading = workspace::readYaml(file.bytes);
        if (!reading.ok())
            continue;
        const workspace::YamlVariables variables = workspace::variablesOf(reading.document, nothing);
        for (const workspace::YamlVariableUse &use : variables.uses) {
            if (view.isSecret(use.use.name))
                uses[use.use.name].append({file.path, use.node.span()});
        }
    }
    return uses;
}

// The variable that a finding is about: the name of the pair, or of the assignment at its place.
std::optional<PlainSecret> plainOf(const WorkspaceView &view, const model::Diagnostic &found)
{
    PlainSecret plain{{}, found.file, found.pointer, found.place};
    if (!found.pointer.isEmpty()) {
        const auto parts = workspace::splitPointer(found.pointer);
        plain.variable = parts && !parts->isEmpty() ? parts->constLast() : QString();
        for (const ComposeFile &file : view.composeFiles()) {
            if (file.path != found.file || !workspace::pointerIndex(plain.variable))
                continue;
            const workspace::YamlReading reading = workspace::readYaml(file.bytes); // has the node
            const YamlNode item = workspace::findResolved(reading.document, found.pointer);
            plain.variable = item && item.isScalar() ? item.text().section(u'=', 0, 0) : QString();
        }
        return plain.variable.isEmpty() ? std::nullopt : std::optional(plain);
    }
    for (const EnvLayer &layer : view.layers()) {
        if (layer.path != found.file)
            continue;
        const workspace::EnvFile file = workspace::readEnvFile(layer.bytes);
        const auto line = std::ranges::find_if(file.assignments, [&found](const workspace::EnvAssignment &each) {
            return each.place.line == found.place.line;
        });
        if (line != file.assignments.cend())
            plain.variable = line->name;
    }
    return plain.variable.isEmpty() ? std::nullopt : std::optional(plain);
}

Error changed(const PlainSecret &secret)
{
    return {ErrorKind::notFound, u"%1 is no longer there as it was in %2"_s.arg(secret.variable, secret.file), {}};
}

// A value without references is itself, its doubled dollars single.
Result<QByteArray> literal(const PlainSecret &secret, const QString &text)
{
    const workspace::Expansion expansion = workspace::expandVariables(text, nothing);
    if (!expansion.ok() || !expansion.uses.isEmpty())
        return Error{ErrorKind::conflict, u"%1 is made of other variables: move it by hand"_s.arg(secret.variable), {}};
    return expansion.text.toUtf8();
}

// Of what the file calls it a name for a variable: letters, digits and _.
QString variableName(const QString &text)
{
    QString name = text.toUpper();
    for (QChar &c : name) {
        const bool fits = (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
        c = fits ? c : QChar(u'_');
    }
    return name.isEmpty() || name.at(0).isDigit() ? u"_"_s + name : name;
}

// A name that nothing else has yet: of the variable, else of the service too.
std::optional<QString> freeName(const WorkspaceView &view, const PlainSecret &secret)
{
    const workspace::Environment environment = view.environment();
    const QString service = workspace::splitPointer(secret.pointer).value_or(QStringList()).value(1);
    for (const QString &name : {variableName(secret.variable), variableName(service + u'_' + secret.variable)}) {
        const bool used = view.usedVariables({}, {}).contains(name);
        if (!view.isSecret(name) && !environment.variables().contains(name) && !used)
            return name;
    }
    return std::nullopt;
}

Result<SecretMove> fromEnv(const EnvLayer &layer, const PlainSecret &secret)
{
    const workspace::EnvFile file = workspace::readEnvFile(layer.bytes);
    const workspace::EnvAssignment *assignment = file.find(secret.variable);
    if (!file.ok() || !assignment || assignment->inherits)
        return changed(secret);
    Result<QByteArray> value = assignment->quote == workspace::EnvQuote::single ? assignment->text.toUtf8()
                                                                                : literal(secret, assignment->text);
    if (!value)
        return value.error();
    const Result<QByteArray> after = workspace::unsetEnvValue(layer.bytes, secret.variable);
    if (!after)
        return after.error();
    return SecretMove{secret.variable, *value, {{layer.path, layer.bytes, *after}}};
}

Result<SecretMove> fromCompose(const WorkspaceView &view, const ComposeFile &file, const PlainSecret &secret)
{
    const workspace::YamlReading reading = workspace::readYaml(file.bytes);
    const YamlNode node = reading.ok() ? reading.document.find(secret.pointer) : YamlNode();
    if (!node || !node.isScalar())
        return changed(secret);
    const bool item = node.parent().isSequence();
    const QString text = item ? node.text().section(u'=', 1) : node.text();
    Result<QByteArray> value = literal(secret, text);
    if (!value)
        return value.error();
    const std::optional<QString> name = freeName(view, secret);
    if (!name)
        return Error{
            ErrorKind::conflict,
            u"other variables have the names that %1 could be kept under: move it by hand"_s.arg(secret.variable),
            {}};
    const QString reference = u"${%1}"_s.arg(*name);
    const QString written = item ? node.text().section(u'=', 0, 0) + u'=' + reference : reference;
    const Result<workspace::YamlEdit> edit =
        workspace::setValue(reading.document, secret.pointer, '"' + written.toUtf8() + '"');
    if (!edit)
        return edit.error();
    return SecretMove{*name, *value, {{file.path, file.bytes, edit->bytes}}};
}

base::Status list(const WorkspaceView &view, SecretMove &move)
{
    if (view.isSecret(move.name))
        return {};
    const workspace::YamlReading reading = workspace::readYaml(view.workspace().manifestBytes);
    if (!reading.ok())
        return Error{ErrorKind::conflict, u"the manifest cannot be read just now"_s, {}};
    const Result<workspace::YamlEdit> edit = workspace::setValue(reading.document, u"/secrets/-"_s, move.name.toUtf8());
    if (!edit)
        return edit.error();
    move.texts.prepend({view.workspace().manifest, view.workspace().manifestBytes, edit->bytes});
    return {};
}

} // namespace

WorkspaceSecrets secretsOf(const WorkspaceView &view, const QList<model::Diagnostic> &diagnostics)
{
    WorkspaceSecrets secrets;
    secrets.canList = !view.workspace().manifest.isEmpty();
    const QHash<QString, Declared> declared = declaredSecrets(view.composeDocuments());
    const QHash<QString, QList<SecretUse>> uses = usesOf(view);
    QStringList names = view.workspace().secrets;
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const Declared known = declared.value(name);
        secrets.listed.append({name, known.description, uses.value(name), view.process().contains(name), known.recipe});
    }
    for (const model::Diagnostic &found : diagnostics) {
        if (found.code != plainCode)
            continue;
        if (const std::optional<PlainSecret> plain = plainOf(view, found))
            secrets.plain.append(*plain);
    }
    return secrets;
}

Result<SecretMove> moveOut(const WorkspaceView &view, const PlainSecret &secret)
{
    if (view.workspace().manifest.isEmpty())
        return Error{ErrorKind::conflict, u"only a workspace with a mediahelm.yaml has a list of secrets"_s, {}};
    if (!model::FilePath::parse(secret.file))
        return Error{ErrorKind::conflict, u"%1 lies outside the workspace: change it there"_s.arg(secret.file), {}};
    Result<SecretMove> move = changed(secret);
    for (const EnvLayer &layer : view.layers()) {
        if (layer.path == secret.file && secret.pointer.isEmpty())
            move = fromEnv(layer, secret);
    }
    for (const ComposeFile &file : view.composeFiles()) {
        if (file.path == secret.file && !secret.pointer.isEmpty())
            move = fromCompose(view, file, secret);
    }
    if (!move)
        return move;
    if (const base::Status listed = list(view, *move); !listed)
        return listed.error();
    return move;
}

} // namespace mediahelm::control
