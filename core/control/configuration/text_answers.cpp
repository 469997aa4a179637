// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/text_answers.h"

#include "core/control/configuration/completer.h"
#include "core/workspace/yaml/text_index.h"

#include <algorithm>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using workspace::EnvAssignment;
using workspace::Environment;

namespace {

// The variable that stands at a byte: a reference, or, in a .env file, the name that is set there.
std::optional<std::pair<QString, model::Span>> variableAt(FileKind kind, const QByteArray &text, qsizetype at)
{
    if (kind == FileKind::compose || kind == FileKind::env) {
        const VariableCursor cursor = variableCursor(text, at);
        if (cursor.exists && !cursor.name.isEmpty())
            return std::pair(QString::fromUtf8(text.sliced(cursor.name.begin, cursor.name.length())), cursor.name);
    }
    if (kind != FileKind::env)
        return std::nullopt;
    const workspace::EnvFile file = workspace::readEnvFile(text);
    for (const EnvAssignment &assignment : file.assignments) {
        if (at >= assignment.nameSpan.begin && at <= assignment.nameSpan.end)
            return std::pair(assignment.name, assignment.nameSpan);
    }
    return std::nullopt;
}

Explanation ofVariable(const WorkspaceView &view, const SchemaWords &words, const Environment &environment,
                       const QString &name)
{
    Explanation found;
    found.name = name;
    found.isVariable = true;
    found.title = words.title;
    found.documentation = words.documentation;
    found.hidden = view.isSecret(name);
    const auto variable = environment.variables().constFind(name);
    found.isSet = variable != environment.variables().constEnd() || found.hidden;
    if (variable == environment.variables().constEnd())
        return found;
    if (!found.hidden)
        found.value = variable->value;
    for (const workspace::EnvOrigin &origin : variable->origins)
        found.origins.append({origin.file, origin.place, found.hidden ? QString() : origin.value});
    return found;
}

// Of the value around a byte, with its variables filled in and their defaults taken.
QString resolvedAround(const WorkspaceView &view, const Environment &environment, const QByteArray &text, qsizetype at)
{
    const YamlCursor cursor = yamlCursor(text, at);
    const workspace::Expansion expansion = workspace::expandVariables(cursor.whole, environment.lookup());
    const bool isSecret = std::ranges::any_of(
        expansion.uses, [&view](const workspace::VariableUse &use) { return view.isSecret(use.name); });
    return cursor.where == YamlCursor::Where::value && expansion.ok() && !isSecret ? expansion.text : QString();
}

// "*name" around a byte.
QByteArray aliasAt(const QByteArray &text, qsizetype at)
{
    const auto inName = [](char c) { return !QByteArrayLiteral(" \t\r\n,[]{}").contains(c); };
    qsizetype begin = at;
    while (begin > 0 && inName(text.at(begin - 1)))
        --begin;
    qsizetype end = at;
    while (end < text.size() && inName(text.at(end)))
        ++end;
    return end > begin + 1 && text.at(begin) == '*' ? text.sliced(begin + 1, end - begin - 1) : QByteArray();
}

// The last "&name" before a byte.
std::optional<model::Span> anchorBefore(const QByteArray &text, const QByteArray &name, qsizetype at)
{
    const QByteArray wanted = '&' + name;
    qsizetype from = at;
    while (from > 0) {
        const qsizetype found = text.lastIndexOf(wanted, from - 1);
        if (found < 0)
            return std::nullopt;
        const qsizetype end = found + wanted.size();
        if (end >= text.size() || QByteArrayLiteral(" \t\r\n,]}").contains(text.at(end)))
            return model::Span{found, end};
        from = found;
    }
    return std::nullopt;
}

base::Result<TextTarget> nothingThere()
{
    return Error{ErrorKind::notFound, u"nothing is defined elsewhere that stands there"_s, {}};
}

TextTarget inText(const QString &file, const QByteArray &text, const model::Span &span)
{
    return {file, span, workspace::TextIndex(text).place(span.begin)};
}

base::Result<TextTarget> definitionOfVariable(const WorkspaceView &view, const QString &name, const QString &path,
                                              const QByteArray &text)
{
    // Those of the project win over those of what is included.
    const QList<workspace::EnvLayer> layers = workspace::referredLayers(view.workspace()) + view.workspace().envLayers;
    for (auto layer = layers.crbegin(); layer != layers.crend(); ++layer) {
        const workspace::EnvFile file = workspace::readEnvFile(layer->path == path ? text : layer->bytes);
        if (const EnvAssignment *assignment = file.find(name))
            return TextTarget{layer->path, assignment->nameSpan, assignment->place};
    }
    return Error{ErrorKind::notFound, u"no file sets %1"_s.arg(name), {}};
}

// The name that a value begins with: of "data:/config:ro" it is "data", of "service:vpn" it is "vpn".
QString nameIn(const QString &value, const NamedSection &named)
{
    if (!named.before.isEmpty())
        return value.startsWith(named.before) ? value.mid(named.before.size()) : QString();
    return value.section(u':', 0, 0);
}

} // namespace

Explanation explainText(const WorkspaceView &view, const workspace::FileSchemas &schemas, const QString &path,
                        const QByteArray &text, qsizetype at)
{
    const FileKind kind = view.kindOf(path);
    const SchemaGuide guide(schemas);
    if (const auto variable = variableAt(kind, text, at)) {
        const Environment environment = view.environment(path, text);
        Explanation found = ofVariable(view, guide.aboutVariable(variable->first), environment, variable->first);
        found.span = variable->second;
        const QString resolved = kind == FileKind::compose ? resolvedAround(view, environment, text, at) : QString();
        if (resolved != found.value)
            found.resolved = resolved;
        return found;
    }
    Explanation found;
    if (kind != FileKind::compose && kind != FileKind::manifest)
        return found;
    const YamlCursor cursor = yamlCursor(text, at);
    const bool onKey = cursor.where == YamlCursor::Where::key && !cursor.whole.isEmpty();
    const bool onValue = cursor.where == YamlCursor::Where::value && !cursor.whole.isEmpty() && !cursor.path.isEmpty();
    if (!onKey && !onValue)
        return found;
    const SchemaWords words = guide.about(kind, onKey ? cursor.path + QStringList{cursor.whole} : cursor.path);
    if (words.title.isEmpty() && words.documentation.isEmpty())
        return found;
    found.span = cursor.wholeSpan;
    found.name = words.text == u"-" ? cursor.whole : words.text;
    found.title = words.title;
    found.documentation = words.documentation;
    found.examples = words.examples;
    return found;
}

base::Result<TextTarget> definitionInText(const WorkspaceView &view, const QList<ConfigurationFile> &files,
                                          const QString &path, const QByteArray &text, qsizetype at)
{
    const FileKind kind = view.kindOf(path);
    at = std::clamp<qsizetype>(at, 0, text.size());
    if (const auto variable = variableAt(kind, text, at))
        return definitionOfVariable(view, variable->first, path, text);
    if (kind != FileKind::compose && kind != FileKind::manifest)
        return nothingThere();
    if (const QByteArray alias = aliasAt(text, at); !alias.isEmpty()) {
        const auto anchor = anchorBefore(text, alias, at);
        return anchor ? inText(path, text, *anchor) : nothingThere();
    }
    const YamlCursor cursor = yamlCursor(text, at);
    QStringList where = cursor.path;
    if (cursor.where == YamlCursor::Where::key) // of a mapping of names: depends_on, networks
        where.append(u"-"_s);
    else if (cursor.where != YamlCursor::Where::value)
        return nothingThere();
    const QList<NamedSection> sections = sectionsNamedAt(where);
    for (const NamedSection &named : sections) {
        const QString wanted = nameIn(cursor.whole, named);
        const QList<WorkspaceName> names = view.names(named.section, path, text);
        const auto found =
            std::ranges::find_if(names, [&wanted](const WorkspaceName &name) { return name.name == wanted; });
        if (found != names.cend())
            return TextTarget{found->file, found->span, found->place};
    }
    const QString file = cursor.whole.startsWith(u"./") ? cursor.whole.mid(2) : cursor.whole;
    if (std::ranges::any_of(files, [&file](const ConfigurationFile &known) { return known.path == file; }))
        return TextTarget{file, {}, {}};
    return nothingThere();
}

} // namespace mediahelm::control
