// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/draft_store.h"

#include "core/base/durable_file.h"
#include "core/model/file_path.h"
#include "core/model/text_patch.h"
#include "core/workspace/env/env_file.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;

namespace {

constexpr qsizetype largestDraft = qsizetype(4) * 1024 * 1024;
constexpr int format = 1;

QString nameFor(const QString &text)
{
    return QString::fromLatin1(textDigest(text.toUtf8()).toHex().left(40));
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Whether a name may begin at `at` that is given a value: not within another one, and not as a reference, "${".
bool mayBegin(const QByteArray &text, qsizetype at)
{
    const char before = at > 0 ? text.at(at - 1) : ' ';
    const bool reference = before == '$' || (before == '{' && at > 1 && text.at(at - 2) == '$');
    return !isNameByte(before) && !reference;
}

qsizetype endOfLine(const QByteArray &text, qsizetype at)
{
    while (at < text.size() && text.at(at) != '\n' && text.at(at) != '\r')
        ++at;
    return at;
}

qsizetype beginOfLine(const QByteArray &text, qsizetype at)
{
    while (at > 0 && text.at(at - 1) != '\n' && text.at(at - 1) != '\r')
        --at;
    return at;
}

qsizetype skipSpaces(const QByteArray &text, qsizetype at, qsizetype end)
{
    while (at < end && (text.at(at) == ' ' || text.at(at) == '\t'))
        ++at;
    return at;
}

// How deep the lines have to be indented, at least, that go on with the value of the name at `at`: deeper than a key or
// an item that begins its line with it, deeper than a line where it stands in braces. Nothing: none can, as in a
// comment.
std::optional<qsizetype> depthOfValue(const QByteArray &text, qsizetype at, bool mapping)
{
    const qsizetype begin = beginOfLine(text, at);
    const QByteArrayView before = QByteArrayView(text).sliced(begin, at - begin);
    const qsizetype first = skipSpaces(text, begin, at) - begin;
    const bool begins = std::ranges::all_of(before, [](char c) { return QByteArrayView(" -?\"'").contains(c); });
    if (begins)
        return mapping ? std::optional(at - begin + 1) : before.contains('-') ? std::optional(first + 1) : std::nullopt;
    const bool inBraces = !before.contains('#') && (before.contains('{') || before.contains('['));
    return inBraces ? std::optional(first + 1) : std::nullopt;
}

// Whether a line begins a mapping or a list, and so is no text.
bool beginsCollection(QByteArrayView line)
{
    if (line == "-" || line.startsWith("- ") || line.startsWith('{') || line.startsWith('['))
        return true;
    if (line.startsWith('"') || line.startsWith('\''))
        return line.endsWith("\":") || line.endsWith("':") || line.contains("\": ") || line.contains("': ");
    return line.endsWith(':') || line.contains(": ");
}

// Where the value ends whose first line ends at `lineEnd`: with the last line that is indented by `depth` or more.
// `isOpen`: the first line has nothing of it yet, so that the next may be anything.
qsizetype endOfValue(const QByteArray &text, qsizetype lineEnd, qsizetype depth, bool isOpen)
{
    qsizetype end = lineEnd;
    for (qsizetype at = lineEnd; at < text.size();) {
        at += text.mid(at, 2) == "\r\n" ? 2 : 1;
        const qsizetype next = endOfLine(text, at);
        const qsizetype first = skipSpaces(text, at, next);
        if (first < next) {
            const QByteArrayView line = QByteArrayView(text).sliced(first, next - first).trimmed();
            if (first - at < depth || (isOpen && beginsCollection(line)))
                break;
            isOpen = isOpen && line.startsWith('#');
            end = next;
        }
        at = next;
    }
    return end;
}

// The value behind "NAME:" or "NAME=", whose name ends at `end`, where it is one in clear.
std::optional<model::Span> valueBehind(const QByteArray &text, qsizetype begin, qsizetype end, bool isYaml)
{
    qsizetype at = end;
    const auto skip = [&](const char *set) {
        while (at < text.size() && QByteArrayView(set).contains(text.at(at)))
            ++at;
    };
    skip("\"'");
    skip(" \t");
    if (at >= text.size() || (text.at(at) != ':' && text.at(at) != '='))
        return std::nullopt;
    const bool mapping = text.at(at) == ':';
    ++at;
    skip(" \t");
    const qsizetype lineEnd = endOfLine(text, at);
    qsizetype first = at;
    while (first < lineEnd && (text.at(first) == '"' || text.at(first) == '\''))
        ++first;
    const bool isOpen = first >= lineEnd;
    if (!isOpen && (text.at(first) == '$' || text.at(first) == '#'))
        return std::nullopt;
    if (isYaml && mapping && !isOpen && (text.at(at) == '{' || text.at(at) == '['))
        return std::nullopt; // what is said about it, or values with names of their own
    const std::optional<qsizetype> depth = isYaml ? depthOfValue(text, begin, mapping) : std::nullopt;
    const qsizetype last = depth ? endOfValue(text, lineEnd, *depth, isOpen && first == at) : lineEnd;
    return last > at && (!isOpen || last > lineEnd) ? std::optional(model::Span{at, last}) : std::nullopt;
}

void addPatches(const QByteArray &text, const QByteArray &name, bool isYaml, QList<model::TextPatch> &patches)
{
    for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.size())) {
        const qsizetype end = at + name.size();
        const bool whole = mayBegin(text, at) && (end >= text.size() || !isNameByte(text.at(end)));
        const auto value = whole ? valueBehind(text, at, end, isYaml) : std::nullopt;
        if (value)
            patches.append({*value, {}});
    }
}

// Overlapping spans as one.
QList<model::TextPatch> joined(QList<model::TextPatch> patches)
{
    std::ranges::sort(patches, {}, [](const model::TextPatch &patch) { return patch.span.begin; });
    QList<model::TextPatch> result;
    for (const model::TextPatch &patch : std::as_const(patches)) {
        if (!result.isEmpty() && patch.span.begin <= result.constLast().span.end)
            result.last().span.end = std::max(result.constLast().span.end, patch.span.end);
        else
            result.append(patch);
    }
    return result;
}

std::optional<Draft> readDraft(const QString &file, const QString &workspace)
{
    const base::Result<QByteArray> bytes = base::readBounded(file, largestDraft * 2);
    if (!bytes)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    if (object.value("format"_L1).toInt() != format || object.value("workspace"_L1).toString() != workspace)
        return std::nullopt;
    Draft draft;
    draft.path = object.value("path"_L1).toString();
    draft.bytes = QByteArray::fromBase64(object.value("text"_L1).toString().toLatin1());
    draft.base = QByteArray::fromHex(object.value("base"_L1).toString().toLatin1());
    draft.at = QDateTime::fromString(object.value("at"_L1).toString(), Qt::ISODateWithMs);
    draft.withoutSecrets = object.value("withoutSecrets"_L1).toBool();
    return model::FilePath::parse(draft.path) ? std::optional(draft) : std::nullopt;
}

} // namespace

DraftStore::DraftStore(const QString &folder, const QString &workspace)
    : m_folder(folder.isEmpty() ? QString() : folder + u'/' + nameFor(workspace))
    , m_workspace(workspace)
{
}

QString DraftStore::fileOf(const QString &path) const
{
    return m_folder + u'/' + nameFor(path) + u".json"_s;
}

base::Status DraftStore::keep(const Draft &draft) const
{
    if (m_folder.isEmpty())
        return {};
    if (draft.bytes.size() > largestDraft)
        return Error{ErrorKind::invalid, u"%1 is too large for a draft"_s.arg(draft.path), {}};
    if (const base::Status made = base::makePrivateFolder(m_folder); !made)
        return made;
    const QJsonObject object{{u"format"_s, format},
                             {u"workspace"_s, m_workspace},
                             {u"path"_s, draft.path},
                             {u"base"_s, QString::fromLatin1(draft.base.toHex())},
                             {u"at"_s, draft.at.toUTC().toString(Qt::ISODateWithMs)},
                             {u"withoutSecrets"_s, draft.withoutSecrets},
                             {u"text"_s, QString::fromLatin1(draft.bytes.toBase64())}};
    return base::writeDurably(fileOf(draft.path), QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void DraftStore::drop(const QString &path) const
{
    if (!m_folder.isEmpty())
        QFile::remove(fileOf(path));
}

QList<Draft> DraftStore::all() const
{
    QList<Draft> drafts;
    if (m_folder.isEmpty())
        return drafts;
    const QStringList names = QDir(m_folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (const auto draft = readDraft(m_folder + u'/' + name, m_workspace))
            drafts.append(*draft);
    }
    std::ranges::sort(drafts, {}, &Draft::path);
    return drafts;
}

QByteArray withoutSecrets(const QByteArray &text, FileKind kind, const QStringList &names)
{
    QList<model::TextPatch> patches;
    for (const QString &name : names) {
        if (!name.isEmpty())
            addPatches(text, name.toUtf8(), kind != FileKind::env, patches);
    }
    if (kind == FileKind::env) { // values of several lines
        const workspace::EnvFile file = workspace::readEnvFile(text);
        for (const workspace::EnvAssignment &assignment : file.assignments) {
            if (names.contains(assignment.name) && !assignment.valueSpan.isEmpty() && !assignment.text.startsWith(u'$'))
                patches.append({assignment.valueSpan, {}});
        }
    }
    return patches.isEmpty() ? text : model::patched(text, joined(patches));
}

} // namespace mediahelm::control
