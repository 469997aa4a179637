// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/compose_failure.h"

#include "core/revision/compose/compose_progress.h"

#include <QStringList>

#include <algorithm>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;

namespace {

// The value of msg="..." as Go quotes it.
QString unquoted(QStringView text)
{
    QString value;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"')
            break;
        if (text[i] == u'\\' && i + 1 < text.size()) {
            ++i;
            value += text[i] == u'n' ? u'\n' : text[i] == u't' ? u'\t' : text[i];
            continue;
        }
        value += text[i];
    }
    return value;
}

int numberAfter(const QString &text, QStringView word)
{
    const qsizetype at = text.indexOf(word);
    if (at < 0)
        return 0;
    int number = 0;
    for (const QChar c : QStringView(text).sliced(at + word.size())) {
        if (c < u'0' || c > u'9' || number > 1000000)
            break;
        number = number * 10 + c.digitValue();
    }
    return number;
}

// Up to the ": " or the end of the line.
QString pathAfter(const QString &text, QLatin1String word)
{
    const qsizetype at = text.indexOf(word);
    if (at < 0)
        return {};
    const qsizetype from = at + word.size();
    qsizetype to = text.indexOf(QLatin1String(": "), from);
    const qsizetype lineEnd = text.indexOf(u'\n', from);
    if (to < 0 || (lineEnd >= 0 && lineEnd < to))
        to = lineEnd;
    const QString path = text.mid(from, to < 0 ? -1 : to - from).trimmed();
    return path.contains(u' ') && !path.startsWith(u'/') ? QString() : path;
}

QString fileIn(const QString &text)
{
    for (const char *word : {"validating ", "failed to parse ", "parsing ", "failed to read ",
                             "find env file: ", "env file ", "open ", "stat "}) {
        QString path = pathAfter(text, QLatin1String(word));
        path.remove(QLatin1String(" not found"));
        if (!path.isEmpty())
            return path;
    }
    return {};
}

QString escapedForPointer(QString key)
{
    return key.replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
}

// "services.web.ports.0 must be..." -> "/services/web/ports/0"; "service \"web\" depends..." -> "/services/web"
QString pointerIn(const QString &text)
{
    for (const char *section : {"services.", "networks.", "volumes.", "configs.", "secrets."}) {
        const QLatin1String word(section);
        const qsizetype at = text.indexOf(word);
        if (at < 0 || (at > 0 && text[at - 1] != u' '))
            continue;
        qsizetype to = at;
        while (to < text.size() && !text[to].isSpace() && text[to] != u':' && text[to] != u',')
            ++to;
        QString path = text.mid(at, to - at);
        while (path.endsWith(u'.'))
            path.chop(1);
        return u'/' + escapedForPointer(path).replace(u'.', u'/').replace(u'[', u'/').remove(u']');
    }
    const qsizetype at = text.indexOf(QLatin1String("service \""));
    const qsizetype end = text.indexOf(u'"', at + 9);
    if (at < 0 || end < 0)
        return {};
    return QStringLiteral("/services/") + escapedForPointer(text.mid(at + 9, end - at - 9));
}

ComposeFinding findingOf(bool error, const QString &message)
{
    ComposeFinding finding;
    finding.error = error;
    finding.message = message;
    finding.file = fileIn(message);
    finding.line = numberAfter(message, u"line ");
    finding.pointer = pointerIn(message);
    return finding;
}

bool contains(const QByteArray &text, std::initializer_list<const char *> phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [&](const char *phrase) { return text.contains(phrase); });
}

ErrorKind kindOf(const QByteArray &text)
{
    if (contains(text, {"permission denied while trying to connect", "dial unix", "permission denied"})
        && contains(text, {"permission denied"}))
        return ErrorKind::refused;
    if (contains(text, {"Cannot connect to the Docker daemon", "connection refused", "error during connect"}))
        return ErrorKind::unreachable;
    if (contains(text, {"unknown flag", "unknown shorthand flag", "unsupported --progress"}))
        return ErrorKind::unsupported;
    if (contains(text,
                 {"invalid compose project", "validating ", "yaml: ", "interpolat", "invalid project name", "env file",
                  "no such file or directory", "dependency cycle", "undefined service", "undefined network",
                  "undefined volume", "missing a value", "Invalid ", "invalid "}))
        return ErrorKind::invalid;
    if (contains(text, {"is already in use", "port is already allocated", "address already in use", "Conflict."}))
        return ErrorKind::conflict;
    if (contains(text, {"manifest unknown", "not found: manifest", "pull access denied", "No such image"}))
        return ErrorKind::notFound;
    return ErrorKind::internal;
}

} // namespace

QList<ComposeFinding> composeFindings(const QByteArray &standardError)
{
    QList<ComposeFinding> findings;
    QStringList rest;
    const QStringList lines = QString::fromUtf8(standardError).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype message = line.indexOf(QLatin1String(" msg=\""));
        if (line.startsWith(QLatin1String("time=\"")) && message > 0) {
            const bool warning = line.contains(QLatin1String("level=warning"));
            findings.append(findingOf(!warning, unquoted(QStringView(line).sliced(message + 6))));
        } else if (!parseProgress(line)) {
            rest.append(line);
        }
    }
    if (!rest.isEmpty())
        findings.append(findingOf(true, rest.join(u'\n').trimmed()));
    return findings;
}

Error errorOfCompose(int exitCode, const QByteArray &standardError)
{
    QString words;
    const QList<ComposeFinding> findings = composeFindings(standardError);
    for (const ComposeFinding &finding : findings) {
        if (finding.error)
            words = finding.message.section(u'\n', 0, 0);
    }
    const QString message = words.isEmpty() ? QStringLiteral("Compose failed with exit code %1").arg(exitCode)
                                            : QStringLiteral("Compose refused: %1").arg(words);
    // 130: it was interrupted, by somebody else.
    return Error{exitCode == 130 ? ErrorKind::cancelled : kindOf(standardError), message,
                 QString::fromUtf8(standardError).trimmed()};
}

Error errorOfVersionQuestion(int exitCode, const QByteArray &standardError)
{
    const QString words = QString::fromUtf8(standardError).trimmed();
    if (contains(standardError,
                 {"is not a docker command", "unknown command: docker compose", "unknown command",
                  "unknown shorthand flag", "looking up compose provider failed"}))
        return Error{ErrorKind::notFound,
                     QStringLiteral("Docker has no 'compose' command on this machine; install Compose V2 (package "
                                    "docker-compose-plugin of Docker, docker-compose-v2 of Ubuntu, docker-compose of "
                                    "Debian 13)"),
                     words};
    return Error{ErrorKind::internal, QStringLiteral("'docker compose version' failed with exit code %1").arg(exitCode),
                 words};
}

Error errorOfRun(Error error, const QByteArray &standardError)
{
    if (error.kind == ErrorKind::notFound && error.message.startsWith(QLatin1String("the command")))
        error.message += QStringLiteral("; install Docker's command line (package docker-cli or docker-ce-cli) and "
                                        "Compose V2, and see that PATH leads to it");
    if (error.detail.isEmpty())
        error.detail = QString::fromUtf8(standardError).trimmed();
    return error;
}

} // namespace mediahelm::revision
