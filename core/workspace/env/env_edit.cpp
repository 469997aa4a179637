// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/env/env_edit.h"

#include "core/workspace/env/variable_template.h"

#include <algorithm>

namespace mediahelm::workspace {

namespace {

using base::Error;
using base::ErrorKind;
using base::Result;

bool isName(const QString &name)
{
    const auto fits = [](QChar c) {
        return c == u'_' || (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    };
    return !name.isEmpty() && !name[0].isDigit() && std::all_of(name.begin(), name.end(), fits);
}

// What expands to the value, in these quotes; whether it does is for the reader to say.
QByteArray written(const QString &value, EnvQuote quote, EnvText kind)
{
    if (quote == EnvQuote::single) {
        QString text = value;
        return '\'' + text.replace(u'\'', QStringLiteral("\\'")).toUtf8() + '\'';
    }
    QString text = kind == EnvText::literal ? escapedTemplate(value) : value;
    if (quote == EnvQuote::none)
        return text.toUtf8();
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return '"' + text.replace(u'\r', QStringLiteral("\\r")).toUtf8() + '"';
}

bool says(const EnvAssignment &assignment, const QString &value, EnvText kind)
{
    const bool wantsReferences = kind == EnvText::expanded && value.contains(u'$');
    if (assignment.quote == EnvQuote::single)
        return assignment.text == value && !wantsReferences;
    return assignment.text == (kind == EnvText::literal ? escapedTemplate(value) : value);
}

// Equal but for the places.
bool sameAssignment(const EnvAssignment &a, const EnvAssignment &b)
{
    return a.name == b.name && a.text == b.text && a.quote == b.quote && a.inherits == b.inherits;
}

bool sameOthers(const EnvFile &before, const EnvFile &after, qsizetype changed)
{
    if (!after.ok() || after.assignments.size() < before.assignments.size())
        return false;
    for (qsizetype i = 0; i < before.assignments.size(); ++i) {
        if (i != changed && !sameAssignment(before.assignments[i], after.assignments[i]))
            return false;
    }
    return true;
}

Error unreadable(const EnvFile &file)
{
    return {ErrorKind::invalid,
            QStringLiteral("line %1: %2").arg(QString::number(file.problem->place.line), file.problem->what),
            file.problem->mend};
}

QByteArray replacedAt(const QByteArray &bytes, model::Span span, const QByteArray &text)
{
    return bytes.left(span.begin) + text + bytes.mid(span.end);
}

// The lines of an assignment, with the comment behind it and those above; only its own bytes where it shares its line.
model::Span ownLines(const EnvFile &file, const EnvAssignment &assignment)
{
    const QByteArray &text = file.lines.text();
    const TextIndex &lines = file.lines;
    const auto trimmedLine = [&](int number) {
        const model::Span span = lines.line(number);
        return text.mid(span.begin, span.length()).trimmed();
    };
    int first = lines.lineOf(assignment.nameSpan.begin);
    const model::Span last = lines.lineWithBreak(lines.lineOf(assignment.valueSpan.end));
    QByteArray head = text.mid(lines.line(first).begin, assignment.nameSpan.begin - lines.line(first).begin);
    if (head.startsWith("\xEF\xBB\xBF"))
        head.remove(0, 3);
    head = head.trimmed();
    const QByteArray tail = text.mid(assignment.valueSpan.end, last.end - assignment.valueSpan.end).trimmed();
    if ((!head.isEmpty() && head != "export") || (!tail.isEmpty() && !tail.startsWith('#')))
        return {assignment.nameSpan.begin, assignment.valueSpan.end};
    const int own = first;
    const auto isWords = [&](int number) {
        // A line that was put out of use is nobody's.
        const QByteArray line = trimmedLine(number);
        return line.startsWith('#') && !line.contains('=');
    };
    while (first > 1 && isWords(first - 1))
        --first;
    if (first == 1)
        first = own; // the head of the file stays
    const qsizetype begin = lines.line(first).begin;
    return {begin == 0 && text.startsWith("\xEF\xBB\xBF") ? 3 : begin, last.end};
}

QByteArray appended(const QByteArray &bytes, const QByteArray &line)
{
    const QByteArray lineBreak = lineBreakOf(bytes);
    const bool broken = bytes.isEmpty() || bytes == "\xEF\xBB\xBF" || bytes.endsWith('\n');
    return bytes + (broken ? QByteArray() : lineBreak) + line + (broken ? lineBreak : QByteArray());
}

} // namespace

Result<QByteArray> setEnvValue(const QByteArray &bytes, const QString &name, const QString &value, EnvText kind)
{
    if (!isName(name))
        return Error{ErrorKind::invalid, QStringLiteral("'%1' is no name of a variable").arg(name), {}};
    const EnvFile file = readEnvFile(bytes);
    if (!file.ok())
        return unreadable(file);
    const EnvAssignment *old = file.find(name);
    const qsizetype changed = old ? old - file.assignments.constData() : file.assignments.size();
    QList<EnvQuote> quotes{EnvQuote::none, EnvQuote::doubled, EnvQuote::single};
    if (old)
        quotes.prepend(old->quote);
    for (const EnvQuote quote : std::as_const(quotes)) {
        QByteArray text = written(value, quote, kind);
        if (old && old->inherits)
            text.prepend('=');
        const QByteArray result =
            old ? replacedAt(bytes, old->valueSpan, text) : appended(bytes, name.toUtf8() + '=' + text);
        const EnvFile after = readEnvFile(result);
        const qsizetype expected = file.assignments.size() + (old ? 0 : 1);
        if (sameOthers(file, after, changed) && after.assignments.size() == expected
            && after.assignments[changed].name == name && says(after.assignments[changed], value, kind))
            return result;
    }
    return Error{
        ErrorKind::conflict, QStringLiteral("%1 cannot be set here without touching something else").arg(name), {}};
}

Result<QByteArray> unsetEnvValue(const QByteArray &bytes, const QString &name)
{
    const EnvFile file = readEnvFile(bytes);
    if (!file.ok())
        return unreadable(file);
    if (!file.find(name))
        return Error{ErrorKind::notFound, QStringLiteral("%1 is not set in this file").arg(name), {}};
    QByteArray result = bytes;
    QList<EnvAssignment> kept;
    for (auto it = file.assignments.crbegin(); it != file.assignments.crend(); ++it) {
        if (it->name == name)
            result = replacedAt(result, ownLines(file, *it), {});
        else
            kept.prepend(*it);
    }
    const EnvFile after = readEnvFile(result);
    if (!after.ok()
        || !std::equal(kept.begin(), kept.end(), after.assignments.begin(), after.assignments.end(), sameAssignment))
        return Error{ErrorKind::conflict,
                     QStringLiteral("%1 cannot be taken out without touching something else").arg(name),
                     {}};
    return result;
}

} // namespace mediahelm::workspace
