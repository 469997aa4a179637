// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/config_verbs.h"

#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"
#include "core/base/durable_file.h"
#include "core/base/nearest.h"
#include "core/workspace/edit/yaml_edit.h"
#include "core/workspace/env/env_edit.h"
#include "core/workspace/yaml/json_pointer.h"
#include "core/workspace/yaml/yaml_resolved.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace mediahelm::app {

namespace {

namespace ws = workspace;

constexpr qint64 largestFile = qint64(4) * 1024 * 1024; // the reader has a limit of its own, and says so

int complain(Terminal &terminal, const base::Error &error, int exitCode)
{
    terminal.complain(inertWords(error.message));
    if (!error.detail.isEmpty())
        terminal.complain(inertWords(error.detail));
    return exitCode;
}

// A file that was read, or the exit status with everything said.
struct Opened {
    ws::YamlDocument document;
    int exitCode = ExitCode::ok;
};

Opened openYaml(Terminal &terminal, const QString &file)
{
    const base::Result<QByteArray> bytes = base::readBounded(file, largestFile);
    if (!bytes)
        return {{}, complain(terminal, bytes.error(), exitCodeFor(bytes.error().kind))};
    ws::YamlReading reading = ws::readYaml(*bytes);
    if (!reading.ok()) {
        terminal.complain(inertWords(file + u':' + reading.problem->text()));
        return {{}, ExitCode::data};
    }
    return {reading.document};
}

// What stands nearest to a pointer that leads nowhere: the deepest node above it, and a key of it that is alike.
QString whereItEnds(const ws::YamlDocument &document, const QString &pointer)
{
    const auto parts = ws::splitPointer(pointer);
    if (!parts)
        return QStringLiteral("a pointer is empty or begins with '/': /services/jellyfin/image");
    QString known;
    for (const QString &part : *parts) {
        const QString next = known + ws::pointerStep(part);
        if (ws::findResolved(document, next)) {
            known = next;
            continue;
        }
        QStringList keys;
        const auto entries = ws::resolvedEntries(ws::findResolved(document, known));
        for (const ws::YamlEntry &entry : entries)
            keys.append(entry.key);
        const QString nearest = base::nearestName(part, keys);
        const QString place = known.isEmpty() ? QStringLiteral("the file") : known;
        return QStringLiteral("%1 has no \"%2\"").arg(place, part)
            + (nearest.isEmpty() ? QString()
                                 : QStringLiteral("; did you mean %1?").arg(known + ws::pointerStep(nearest)));
    }
    return {};
}

bool isEnvFile(const QString &file)
{
    return file.endsWith(QLatin1String(".env"));
}

// The variable that a pointer into a .env file names: "/TZ". Empty where it names none.
QString variableOf(const QString &pointer)
{
    const auto parts = ws::splitPointer(pointer);
    return parts && parts->size() == 1 ? parts->first() : QString();
}

int complainOfPointer(Terminal &terminal, const QString &file, const ws::YamlDocument &document, const QString &pointer)
{
    terminal.complain(inertWords(QStringLiteral("%1: %2").arg(file, whereItEnds(document, pointer))));
    return ws::splitPointer(pointer) ? ExitCode::noInput : ExitCode::usage;
}

// The lines of a node as written, without the indentation that it has in the file.
QByteArray asWritten(const ws::YamlDocument &document, const ws::YamlNode &node)
{
    const model::Span span = node.span();
    const QByteArray &bytes = document.bytes();
    const qsizetype lineBegin = span.begin == 0 ? 0 : bytes.lastIndexOf('\n', span.begin - 1) + 1;
    const QByteArray indent(span.begin - lineBegin, ' ');
    QByteArray text = bytes.mid(span.begin, span.length());
    text.replace("\n" + indent, "\n");
    return text + '\n';
}

int complainOfEdit(Terminal &terminal, const QString &file, const base::Error &error)
{
    const base::Error told{error.kind, QStringLiteral("%1: %2").arg(file, error.message), error.detail};
    // A conflict is one within the file here, which no other try mends.
    return complain(terminal, told, error.kind == base::ErrorKind::conflict ? ExitCode::data : exitCodeFor(error.kind));
}

base::Status writeIfUnchanged(const QString &file, const QByteArray &before, const QByteArray &after)
{
    const base::Result<QByteArray> now = base::readBounded(file, largestFile);
    if (!now)
        return now.error();
    if (*now != before)
        return base::Error{base::ErrorKind::conflict,
                           QStringLiteral("%1 has just been changed by somebody else; nothing was done").arg(file),
                           {}};
    return base::replaceDurably(file, after);
}

// Writes an edit and tells of it; `done` are the words for it.
struct Change {
    QByteArray before;
    QByteArray after;
    QStringList alsoAffects;
    QString words; // "is set"
};

int save(Terminal &terminal, const QString &file, const QString &pointer, const Change &change, bool json)
{
    const bool changed = change.after != change.before;
    if (changed) {
        if (const base::Status status = writeIfUnchanged(file, change.before, change.after); !status)
            return complain(terminal, status.error(), exitCodeFor(status.error().kind));
    }
    if (json) {
        const QJsonObject outcome{{QStringLiteral("file"), file},
                                  {QStringLiteral("pointer"), pointer},
                                  {QStringLiteral("changed"), changed},
                                  {QStringLiteral("also_affects"), QJsonArray::fromStringList(change.alsoAffects)}};
        return terminal.print(inertJson(QJsonDocument(outcome))) ? ExitCode::ok : terminal.exitCode();
    }
    terminal.say(inertWords(
        QStringLiteral("%1: %2 %3").arg(file, pointer, changed ? change.words : QStringLiteral("is that already"))));
    for (const QString &also : change.alsoAffects)
        terminal.say(inertWords(QStringLiteral("%1: %2 is an alias of it and changes too").arg(file, also)));
    return ExitCode::ok;
}

QByteArray jsonText(const QJsonValue &value)
{
    if (value.isObject())
        return inertJson(QJsonDocument(value.toObject()));
    if (value.isArray())
        return inertJson(QJsonDocument(value.toArray()));
    const QByteArray list = inertJson(QJsonDocument(QJsonArray{value}), true).trimmed();
    return list.sliced(1, list.size() - 2) + '\n';
}

// As a terminal may have it.
QByteArray inertLines(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    for (QByteArray &line : lines)
        line = inertBytes(line);
    return lines.join('\n');
}

// A .env file that was read, or the exit status with everything said.
struct OpenedEnv {
    QByteArray bytes;
    ws::EnvFile file;
    int exitCode = ExitCode::ok;
};

OpenedEnv openEnv(Terminal &terminal, const QString &file, const QString &pointer)
{
    if (variableOf(pointer).isEmpty()) {
        terminal.complain(inertWords(QStringLiteral("%1: a variable is named /NAME").arg(file)));
        return {{}, {}, ExitCode::usage};
    }
    const base::Result<QByteArray> bytes = base::readBounded(file, largestFile);
    if (!bytes)
        return {{}, {}, complain(terminal, bytes.error(), exitCodeFor(bytes.error().kind))};
    const ws::EnvFile read = ws::readEnvFile(*bytes);
    if (!read.ok()) {
        const ws::EnvProblem &problem = *read.problem;
        terminal.complain(inertWords(QStringLiteral("%1:%2:%3: %4; %5")
                                         .arg(file)
                                         .arg(problem.place.line)
                                         .arg(problem.place.column)
                                         .arg(problem.what, problem.mend)));
        return {{}, {}, ExitCode::data};
    }
    return {*bytes, read};
}

int complainOfVariable(Terminal &terminal, const QString &file, const ws::EnvFile &read, const QString &name)
{
    QStringList names;
    for (const ws::EnvAssignment &assignment : read.assignments)
        names.append(assignment.name);
    const QString nearest = base::nearestName(name, names);
    terminal.complain(
        inertWords(QStringLiteral("%1 has no \"%2\"").arg(file, name)
                   + (nearest.isEmpty() ? QString() : QStringLiteral("; did you mean /%1?").arg(nearest))));
    return ExitCode::noInput;
}

int getVariable(Terminal &terminal, const QString &file, const QString &pointer, bool json)
{
    const OpenedEnv opened = openEnv(terminal, file, pointer);
    if (opened.exitCode != ExitCode::ok)
        return opened.exitCode;
    const ws::EnvAssignment *assignment = opened.file.find(variableOf(pointer));
    if (!assignment)
        return complainOfVariable(terminal, file, opened.file, variableOf(pointer));
    const QByteArray text = json ? jsonText(assignment->text) : assignment->text.toUtf8() + '\n';
    return terminal.print(terminal.isTerminal() ? inertLines(text) : text) ? ExitCode::ok : terminal.exitCode();
}

// Sets the variable, or takes it out where no value is given.
int changeVariable(Terminal &terminal, const QString &file, const QString &pointer, const std::optional<QString> &value,
                   bool json)
{
    const OpenedEnv opened = openEnv(terminal, file, pointer);
    if (opened.exitCode != ExitCode::ok)
        return opened.exitCode;
    const QString name = variableOf(pointer);
    if (!value && !opened.file.find(name))
        return complainOfVariable(terminal, file, opened.file, name);
    const auto edited = value ? ws::setEnvValue(opened.bytes, name, *value) : ws::unsetEnvValue(opened.bytes, name);
    if (!edited)
        return complainOfEdit(terminal, file, edited.error());
    const QString words = value ? QStringLiteral("is set") : QStringLiteral("is gone");
    return save(terminal, file, pointer, {opened.bytes, *edited, {}, words}, json);
}

} // namespace

int getConfig(Terminal &terminal, const QString &file, const QString &pointer, bool json)
{
    if (isEnvFile(file))
        return getVariable(terminal, file, pointer, json);
    const Opened opened = openYaml(terminal, file);
    if (opened.exitCode != ExitCode::ok)
        return opened.exitCode;
    const ws::YamlNode written = ws::findResolved(opened.document, pointer);
    if (!written)
        return complainOfPointer(terminal, file, opened.document, pointer);
    const ws::YamlNode node = written.target();
    QByteArray text;
    if (json)
        text = jsonText(ws::toJson(node));
    else
        text = node.isScalar() ? node.text().toUtf8() + '\n' : asWritten(opened.document, node);
    const bool printed = terminal.print(terminal.isTerminal() ? inertLines(text) : text);
    return printed ? ExitCode::ok : terminal.exitCode();
}

int setConfig(Terminal &terminal, const QString &file, const QString &pointer, const QString &value, bool json)
{
    if (isEnvFile(file))
        return changeVariable(terminal, file, pointer, value, json);
    const Opened opened = openYaml(terminal, file);
    if (opened.exitCode != ExitCode::ok)
        return opened.exitCode;
    const auto edit = ws::setValue(opened.document, pointer, value.toUtf8());
    if (!edit)
        return complainOfEdit(terminal, file, edit.error());
    return save(terminal, file, pointer,
                {opened.document.bytes(), edit->bytes, edit->alsoAffects, QStringLiteral("is set")}, json);
}

int unsetConfig(Terminal &terminal, const QString &file, const QString &pointer, bool json)
{
    if (isEnvFile(file))
        return changeVariable(terminal, file, pointer, std::nullopt, json);
    const Opened opened = openYaml(terminal, file);
    if (opened.exitCode != ExitCode::ok)
        return opened.exitCode;
    if (!ws::findResolved(opened.document, pointer))
        return complainOfPointer(terminal, file, opened.document, pointer);
    const auto edit = ws::removeNode(opened.document, pointer);
    if (!edit)
        return complainOfEdit(terminal, file, edit.error());
    return save(terminal, file, pointer,
                {opened.document.bytes(), edit->bytes, edit->alsoAffects, QStringLiteral("is gone")}, json);
}

} // namespace mediahelm::app
