// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/completer.h"

#include <algorithm>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using workspace::Environment;

namespace {

constexpr qsizetype mostItems = 500;
constexpr qsizetype longestDetail = 120;

// Those that begin with what was typed come first, then those that hold it; within both as they were.
void keepFitting(const QString &begun, QList<Completion> &items)
{
    const auto rank = [&begun](const Completion &item) {
        return item.text.startsWith(begun, Qt::CaseInsensitive) ? 0
            : item.text.contains(begun, Qt::CaseInsensitive)    ? 1
                                                                : 2;
    };
    items.removeIf([&rank](const Completion &item) { return rank(item) == 2; });
    std::ranges::stable_sort(items, {}, rank);
    items = items.mid(0, mostItems);
}

bool inService(const QStringList &path, const QString &key)
{
    return path.size() >= 3 && path.at(0) == u"services" && path.at(2) == key;
}

} // namespace

QList<NamedSection> sectionsNamedAt(const QStringList &path)
{
    if (path.size() < 3 || path.at(0) != u"services")
        return {};
    const QString &key = path.at(2);
    const QString last = path.size() > 3 ? path.constLast() : QString();
    const bool item = path.size() == 4 && last == u"-";
    const bool source = path.size() == 5 && last == u"source";
    if ((key == u"depends_on" || key == u"links" || key == u"volumes_from") && item)
        return {{u"services"_s, CompletionKind::service, {}}};
    if (key == u"extends" && (path.size() == 3 || last == u"service"))
        return {{u"services"_s, CompletionKind::service, {}}};
    if ((key == u"network_mode" || key == u"pid" || key == u"ipc") && path.size() == 3)
        return {{u"services"_s, CompletionKind::service, u"service:"_s}};
    if (key == u"networks" && item)
        return {{u"networks"_s, CompletionKind::network, {}}};
    if (key == u"volumes" && (item || source))
        return {{u"volumes"_s, CompletionKind::volume, {}}};
    if (key == u"configs" && (item || source))
        return {{u"configs"_s, CompletionKind::config, {}}};
    if (key == u"secrets" && (item || source))
        return {{u"secrets"_s, CompletionKind::secret, {}}};
    return {};
}

Completer::Completer(const WorkspaceView &view, const workspace::FileSchemas &schemas, const QString &path,
                     const QByteArray &text)
    : m_view(view)
    , m_guide(schemas)
    , m_path(path)
    , m_text(text)
    , m_kind(view.kindOf(path))
{
}

Completions Completer::at(qsizetype byte) const
{
    byte = std::clamp<qsizetype>(byte, 0, m_text.size());
    Completions found;
    found.replaces = {byte, byte};
    const bool hasVariables = m_kind == FileKind::compose || m_kind == FileKind::env;
    const VariableCursor variable = hasVariables ? variableCursor(m_text, byte) : VariableCursor();
    if (variable.exists && variable.name.begin <= byte) {
        addVariables(variable, found);
        return found;
    }
    if (m_kind == FileKind::env)
        completeEnv(byte, found);
    else if (m_kind == FileKind::compose || m_kind == FileKind::manifest)
        completeYaml(byte, found);
    return found;
}

void Completer::addVariables(const VariableCursor &cursor, Completions &found) const
{
    found.replaces = {cursor.name.begin, cursor.name.end};
    const Environment environment = m_view.environment(m_path, m_text);
    const QString end = cursor.braces && !cursor.closed ? u"}"_s : QString();
    QStringList names;
    for (auto it = environment.variables().cbegin(); it != environment.variables().cend(); ++it) {
        // What the process has besides is the user's shell, and no matter of the workspace.
        const bool ours = std::ranges::any_of(it->origins, [](const auto &origin) { return !origin.file.isEmpty(); });
        if (ours)
            names.append(it.key());
    }
    const QStringList used = m_view.usedVariables(m_path, m_text);
    for (const QStringList &more : {m_view.workspace().secrets, used}) {
        for (const QString &name : more) {
            if (!names.contains(name))
                names.append(name);
        }
    }
    const QString begun = QString::fromUtf8(m_text.sliced(cursor.name.begin, cursor.begunEnd - cursor.name.begin));
    for (const QString &name : std::as_const(names)) {
        if (name == begun && !environment.variables().contains(name))
            continue; // what is being typed is itself a use
        Completion item{name + end, CompletionKind::variable, {}, m_guide.aboutVariable(name).documentation, false};
        item.hidden = m_view.isSecret(name);
        if (!item.hidden)
            item.detail = environment.value(name).value_or(QString()).left(longestDetail);
        found.items.append(item);
    }
    keepFitting(begun, found.items);
}

void Completer::completeEnv(qsizetype byte, Completions &found) const
{
    const qsizetype lineBegin = byte == 0 ? 0 : m_text.lastIndexOf('\n', byte - 1) + 1;
    const QByteArray head = m_text.sliced(lineBegin, byte - lineBegin);
    const qsizetype equals = head.indexOf('=');
    if (head.trimmed().startsWith('#'))
        return;
    if (equals >= 0) {
        const QString name = QString::fromUtf8(head.left(equals).trimmed());
        found.replaces = {lineBegin + equals + 1, byte};
        const QList<SchemaWords> values = m_view.isSecret(name) ? QList<SchemaWords>() : m_guide.variableValues(name);
        for (const SchemaWords &words : values)
            found.items.append({words.text, CompletionKind::value, words.title, words.documentation, false});
        keepFitting(QString::fromUtf8(head.sliced(equals + 1)), found.items);
        return;
    }
    found.replaces = {lineBegin, byte};
    const QStringList used = m_view.usedVariables(m_path, m_text);
    const workspace::EnvFile own = workspace::readEnvFile(m_text);
    for (const QStringList &names : {used, m_guide.knownVariables()}) {
        for (const QString &name : names) {
            const auto known = [&name](const Completion &item) { return item.text == name + u'='; };
            if (own.find(name) || m_view.isSecret(name) || std::ranges::any_of(found.items, known))
                continue;
            const SchemaWords words = m_guide.aboutVariable(name);
            found.items.append({name + u'=', CompletionKind::variable, words.title, words.documentation, false});
        }
    }
    keepFitting(QString::fromUtf8(head), found.items);
}

void Completer::completeYaml(qsizetype byte, Completions &found) const
{
    const YamlCursor cursor = yamlCursor(m_text, byte);
    found.replaces = cursor.begunSpan;
    if (cursor.where == YamlCursor::Where::text || cursor.where == YamlCursor::Where::comment)
        return;
    if (cursor.where == YamlCursor::Where::key) {
        addKeys(cursor, cursor.path, found);
        // `depends_on:` and `networks:` may be mappings of names.
        const QStringList asItem = cursor.path + QStringList{u"-"_s};
        if (cursor.path.size() == 3
            && (inService(cursor.path, u"depends_on"_s) || inService(cursor.path, u"networks"_s))) {
            const QList<NamedSection> sections = sectionsNamedAt(asItem);
            for (const NamedSection &named : sections)
                addSection(named.section, named.kind, cursor, found);
        }
    } else {
        addNames(cursor, found);
        addValues(cursor, found);
        if (!cursor.inFlow && !cursor.path.isEmpty() && cursor.path.constLast() == u"-")
            addKeys(cursor, cursor.path, found);
    }
    keepFitting(cursor.begun, found.items);
}

void Completer::addKeys(const YamlCursor &cursor, const QStringList &path, Completions &found) const
{
    const QList<SchemaWords> keys = m_guide.keys(m_kind, path);
    for (const SchemaWords &words : keys) {
        if (cursor.siblings.contains(words.text))
            continue;
        const QString end = cursor.hasColon ? QString() : words.isCollection && !cursor.inFlow ? u":"_s : u": "_s;
        found.items.append({words.text + end, CompletionKind::key, words.title, words.documentation, false});
    }
}

void Completer::addValues(const YamlCursor &cursor, Completions &found) const
{
    const SchemaWords about = m_guide.about(m_kind, cursor.path);
    const QList<SchemaWords> values = m_guide.values(m_kind, cursor.path);
    for (const SchemaWords &words : values)
        found.items.append({words.text, CompletionKind::value, words.title,
                            words.documentation.isEmpty() ? about.documentation : words.documentation, false});
}

void Completer::addNames(const YamlCursor &cursor, Completions &found) const
{
    const QList<NamedSection> sections = sectionsNamedAt(cursor.path);
    for (const NamedSection &named : sections)
        addSection(named.section, named.kind, cursor, found, named.before);
}

void Completer::addSection(const QString &section, CompletionKind kind, const YamlCursor &cursor, Completions &found,
                           const QString &before) const
{
    const QString own = cursor.path.value(1);
    const QList<WorkspaceName> names = m_view.names(section, m_path, m_text);
    const bool asKey = cursor.where == YamlCursor::Where::key && !cursor.hasColon;
    const QString end = !asKey ? QString() : cursor.inFlow ? u": "_s : u":"_s;
    for (const WorkspaceName &name : names) {
        if ((kind == CompletionKind::service && name.name == own) || cursor.siblings.contains(name.name))
            continue;
        found.items.append({before + name.name + end, kind, name.file, {}, false});
    }
}

} // namespace mediahelm::control
